"""Sources that are the data subjects themselves: "köparen" where the data are about buyers."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ..making import Making
from .forms import tokens, uninflected

_ARTICLES = frozenset({"den", "det", "de", "en", "ett", "the", "a", "an"})
_SELVES = frozenset({"sjalv", "själv", "själva", "självt", "selv", "himself", "herself", "themselves"})


@dataclass(frozen=True)
class Whoever:
    """A source that no term stands for, until it is known whom the data are about."""

    row: UUID
    words: str
    note: str
    """What the row says once it is known that these are data subjects."""
    themselves: Any
    """The term for data that come from the data subject."""


def finish_sources(making: Making) -> None:
    """Let sources that are the record's data subjects say so; others stay as they are named."""
    waiting = [one for one in making.about if isinstance(one, Whoever)]
    groups = [words for row in making.rows.get("data_subjects", ()) for words in _called(making, row)]
    for one in waiting:
        stems = _stems(one.words)
        if stems and any(group[: len(stems)] == stems for group in groups):
            making.change("sources", one.row, category=one.themselves, note={"sv": one.note})
    making.about = [one for one in making.about if not isinstance(one, Whoever)]


def _called(making: Making, row: Any) -> list[tuple[str, ...]]:
    """Return what a group is called in the text, by the beginnings of its own and joined names."""
    named = [row.note.sv, *(row.category.labels.values() if row.category else ())]
    named += [kept.text for kept in making.wordings if kept.about == row.key]
    return [_stems(part) for words in named for part in words.split(",") if part.strip()]


def _stems(words: str) -> tuple[str, ...]:
    found = [t.form for t in tokens(words)]
    return tuple(uninflected(form) for form in found if form not in _ARTICLES and form not in _SELVES)
