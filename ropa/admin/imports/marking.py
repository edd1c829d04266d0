"""The original text beside what became of it: which words stand in which field, and which in none."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ...inputs.passages import Passage
from ...record import OriginalWording, ProcessingActivity, Unplaced


@dataclass(frozen=True)
class Run:
    """Words of an original text that share their fate."""

    text: str
    kind: str
    """placed, unplaced, or empty for words that only hold others together."""
    fields: tuple[str, ...] = ()
    """What the words that end here became, in words for the user."""


@dataclass(frozen=True)
class Marked:
    """A passage as it stands in the file, in runs."""

    label: str
    place: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The passage whole."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class _Span:
    start: int
    end: int
    field: str
    """Empty for words that nobody placed."""


def marked(
    passages: Iterable[Passage], activity: ProcessingActivity, called: Callable[[OriginalWording], str]
) -> list[Marked]:
    """Return the passages with what became of their words; `called` names the field of a kept wording."""
    made = []
    for passage in passages:
        words = [w for w in activity.original_wording if w.place == passage.place]
        left = [u for u in activity.unplaced if u.place == passage.place]
        made.append(
            Marked(passage.label, passage.place, tuple(_runs(passage.text, _spans(passage, words, left, called))))
        )
    return made


def _spans(
    passage: Passage, words: list[OriginalWording], left: list[Unplaced], called: Callable[[OriginalWording], str]
) -> list[_Span]:
    placed = [_Span(*at, called(w)) for w in words if (at := _found(passage.text, w.text))]
    return placed + [_Span(*at, "") for u in left if (at := _found(passage.text, u.text))]


def _found(text: str, words: str) -> tuple[int, int] | None:
    """Return where words stand in a text, however they are broken into lines."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.search(pattern, text, re.IGNORECASE) if pattern else None
    return found.span() if found else None


def _runs(text: str, spans: list[_Span]) -> Iterator[Run]:
    """Yield the text in runs. Words that a reader returned are not placed, also where they stand among words that are."""
    edges = sorted({0, len(text), *(s.start for s in spans), *(s.end for s in spans)})
    made = []
    for start, end in pairwise(edges):
        here = [s for s in spans if s.start <= start and end <= s.end]
        ending = tuple(dict.fromkeys(s.field for s in here if s.field and s.end == end))
        kind = "unplaced" if any(not s.field for s in here) else "placed" if here else ""
        made.append(Run(text[start:end], kind, ending))
    yield from _named_once(made)


def _named_once(runs: list[Run]) -> Iterator[Run]:
    """Yield runs of which those that follow each other in the same fields name them after the last."""
    named = [place for place, run in enumerate(runs) if run.fields]
    again = {one for one, other in pairwise(named) if runs[one].fields == runs[other].fields}
    for place, run in enumerate(runs):
        yield replace(run, fields=()) if place in again else run
