"""Two texts word by word: nothing is lost, and what is marked is what changed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ropa.diff import words
from ropa.diff.words import AROUND

SENTENCE = "Vi behandlar uppgifter om dig när du ansöker om ekonomiskt bistånd."
texts = st.text(max_size=40) | st.lists(st.sampled_from(["du", "vi", " ", "\n", ", ", "söker", "å", "."])).map("".join)


@given(texts, texts)
@example(SENTENCE, SENTENCE.replace("du", "någon"))
@example("a " * 200 + "slut", "b" + "a " * 200)
def test_both_texts_come_back_whole(old: str, new: str) -> None:
    runs = words(old, new)
    assert "".join(run.text for run in runs if run.kind != "added") == old
    assert "".join(run.text for run in runs if run.kind != "removed") == new
    assert all(run.text for run in runs)
    assert (old == new) == all(run.kind in {"same", "elided"} for run in runs)


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("", "", []),
        ("", "Lån", ["+Lån"]),
        ("Lån", "", ["-Lån"]),
        (SENTENCE, SENTENCE.replace("du ", "den som "), ["-du", "+den som"]),
        (SENTENCE, SENTENCE.replace(".", " hos oss."), ["+ hos oss"]),
        ("Låna ut böcker, filmer och spel", "Låna ut böcker och spel", ["-, filmer"]),
        ("Chefen för enheten svarar", "Den som leder enheten svarar", ["-Chefen för", "+Den som leder"]),
        ("Gäller från 2026-11-01", "Gäller från 2026-12-01", ["-2026-11-01", "+2026-12-01"]),
        ("Vi sparar om du lånar", "Lånen tas om hand senare", ["-Vi sparar om du lånar", "+Lånen tas om hand senare"]),
        ("Utreda ansökningar", "Föra statistik", ["-Utreda ansökningar", "+Föra statistik"]),
    ],
)
def test_what_is_marked(old: str, new: str, marked: list[str]) -> None:
    signs = {"added": "+", "removed": "-"}
    assert [signs[run.kind] + run.text for run in words(old, new) if run.kind in signs] == marked


def test_what_stayed_is_left_out_but_for_what_is_around_a_change() -> None:
    far = "lång text " * 60
    kinds = [(run.kind, len(run.text.split())) for run in words(f"{far}här {far}", f"{far}där {far}")]
    assert [kind for kind, _n in kinds] == ["elided", "same", "removed", "added", "same", "elided"]
    assert kinds[1][1] == AROUND // 2 == kinds[4][1]
    assert words(far, far)[0].kind == "same", "where nothing changed nothing is left out"


def test_texts_too_long_to_compare_are_wholly_different() -> None:
    one, other = (" ".join(f"{mark}{n}" for n in range(3000)) for mark in "ab")
    assert [run.kind for run in words(one + " samma", other + " samma")][:2] == ["removed", "added"]
