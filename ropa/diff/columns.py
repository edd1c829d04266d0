"""One field before and after; a text and an organisation's headings make one for each language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..record import Heading, Organisation, Text
from ..vocabulary import Profile
from ..wording import language_name
from .saying import Labels, made_from, translation
from .words import Run, words

FOLD = 600
"""A text longer than this is folded away."""


@dataclass(frozen=True)
class Column:
    """One field, before and after, in words; empty = nothing stated."""

    name: str
    """Name in the record; of a party's or a contact's own field with a dot, as in "unit.name"."""
    label: str
    old: str
    new: str

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """What became of each word."""
        return words(self.old, self.new)

    @property
    def is_long(self) -> bool:
        """Whether it is better folded away."""
        return sum(len(run.text) for run in self.runs if run.kind != "elided") > FOLD


def texts(name: str, label: str, old: Text, new: Text) -> Iterator[Column]:
    """Yield the Swedish text and its translations, as far as they differ."""
    if old.sv != new.sv:
        yield Column(name, label, old.sv, new.sv)
    for language in sorted({*old.other, *new.other}):
        if old.other.get(language) == new.other.get(language):
            continue
        titled = f"{label} ({language_name(language)})"
        was, now = translation(old, language), translation(new, language)
        if was == now:  # somebody said that it still holds
            was, now = made_from(old, language), made_from(new, language)
            if was == now and old.sv != new.sv:
                continue
        yield Column(name, titled, was, now)


def headings(old: Iterable[Heading], new: Iterable[Heading], labels: Labels) -> Iterator[Column]:
    """Yield what differs between an organisation's own headings; nothing only where they are the same.

    Empty: the shipped heading holds, which is what the column is called by.
    """
    old, new = tuple(old), tuple(new)
    was, now = _by_place(old), _by_place(new)
    found = [
        column
        for place in {**was, **now}
        for column in texts("headings", labels.heading(*place), was.get(place, Text()), now.get(place, Text()))
    ]
    if not found and old != new:  # in another order, or said twice
        found = [Column("headings", labels.field(Organisation, "headings"), _all(old, labels), _all(new, labels))]
    yield from found


def _by_place(own: Iterable[Heading]) -> dict[tuple[Profile, str], Text]:
    """Return where each stands -> its words; of two in one place the first holds."""
    found: dict[tuple[Profile, str], Text] = {}
    for each in own:
        found.setdefault((each.profile, each.code), each.text)
    return found


def _all(own: Iterable[Heading], labels: Labels) -> str:
    return "; ".join(f"{labels.heading(x.profile, x.code)}: {_both(x.text)}" for x in own)


def _both(text: Text) -> str:
    return " / ".join(filter(None, (text.sv, *(each.text for each in text.other.values()))))
