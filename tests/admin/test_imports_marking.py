"""The original text with what became of its words."""

from uuid import UUID

import pytest

from ropa.admin.imports.marking import marked
from ropa.inputs.passages import Passage
from ropa.record import OriginalWording, ProcessingActivity, Unplaced

PLACE = "rad 2, kolumn 3"


def runs(text: str, words: dict[str, str], left: tuple[str, ...] = ()) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the runs of a text of which some words were placed (words -> field) and some left."""
    activity = ProcessingActivity(
        key=UUID(int=1),
        original_wording=tuple(OriginalWording(text=w, field=f, place=PLACE) for w, f in words.items()),
        unplaced=tuple(Unplaced(text=t, place=PLACE) for t in left),
    )
    (shown,) = marked([Passage("Mottagare", text, PLACE)], activity, lambda wording: wording.field)
    assert shown.text == text
    return [(run.text, run.kind, run.fields) for run in shown.runs]


@pytest.mark.parametrize(
    ("text", "words", "left", "expected"),
    [
        ("IVO", {"IVO": "R"}, (), [("IVO", "placed", ("R",))]),
        ("IVO", {}, (), [("IVO", "", ())]),
        ("IVO, Kalle", {"IVO": "R"}, ("Kalle",), [("IVO", "placed", ("R",)), (", ", "", ()), ("Kalle", "unplaced", ())]),
        # words broken into lines, and written in other case
        ("ivo i\nUmeå", {"IVO i Umeå": "R"}, (), [("ivo i\nUmeå", "placed", ("R",))]),
        # the field is named once for words that follow each other in it
        ("IVO, FK", {"IVO": "R", "FK": "R"}, (), [("IVO", "placed", ()), (", ", "", ()), ("FK", "placed", ("R",))]),
        # words in two fields, one inside the other
        ("IVO vid behov", {"IVO vid behov": "R", "vid behov": "B"}, (), [("IVO ", "placed", ()), ("vid behov", "placed", ("R", "B"))]),
        # what was left is not placed, though it stands among words that are
        ("IVO m.fl.", {"IVO m.fl.": "R"}, ("m.fl.",), [("IVO ", "placed", ()), ("m.fl.", "unplaced", ("R",))]),
        ("IVO (", {"IVO (": "R"}, (), [("IVO (", "placed", ("R",))]),
    ],
)  # fmt: skip
def test_words_and_what_became_of_them(
    text: str, words: dict[str, str], left: tuple[str, ...], expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert runs(text, words, left) == expected


def test_words_of_another_place_mark_nothing() -> None:
    activity = ProcessingActivity(key=UUID(int=1), original_wording=(OriginalWording(text="IVO", place="rad 9"),))
    (shown,) = marked([Passage("Mottagare", "IVO", PLACE)], activity, lambda wording: "R")
    assert [run.kind for run in shown.runs] == [""]
