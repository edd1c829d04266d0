"""The register as an index of what activities can be found by: each thing once, with the activities that have it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import get_language

from ..facets import Facet, Facets
from ..publishing import Listed
from ..record import Said
from ..swedish import sort_key

MANY = 40
"""More than so many names under one heading stand under letters."""

RULED_OUT = "never"
"""The group of what activities name only to say that it never occurs."""


@dataclass
class Entry:
    """One thing, by the label it was published with last."""

    facet: Facet
    found: list[Listed] = field(default_factory=list)
    """The activities that have it, in the order of the register."""
    never: list[Listed] = field(default_factory=list)
    """Those that say it never occurs."""
    phrase: str = ""
    """What stands for the label, where something does."""
    at: datetime | None = None

    @property
    def code(self) -> str:
        """Code of the term: the last part of its address."""
        return self.facet.code

    @property
    def name(self) -> Facet | str:
        """What it is called on pages."""
        return self.phrase or self.facet

    @property
    def plain(self) -> str:
        """The name in the language of the page, to sort by."""
        return self.phrase or self.said.text

    @property
    def said(self) -> Said:
        """The label, in its own language."""
        return self.facet.said(get_language() or "sv")

    def add(self, each: Listed, facet: Facet) -> None:
        """Take in an activity; the newest label wins."""
        (self.never if facet.never else self.found).append(each)
        if self.at is None or each.at > self.at:
            self.facet, self.at = facet, each.at


@dataclass(frozen=True)
class Group:
    """A heading of the index with what stands below it."""

    code: str
    heading: str
    explained: str
    entries: Sequence[Entry]

    @property
    def letters(self) -> list[tuple[str, list[Entry]]]:
        """The entries by first letter where they are many; else one nameless letter."""
        if len(self.entries) <= MANY:
            return [("", list(self.entries))]
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(_letter(entry.plain), []).append(entry)
        return list(found.items())


def _letter(name: str) -> str:
    first = name[:1].upper()
    return first if first.isalpha() else "#"


def entries(found: Iterable[Listed], of: Callable[[Facets], Iterable[Facet]]) -> dict[str, Entry]:
    """Return code -> what the activities can be found by, with these."""
    made: dict[str, Entry] = {}
    for each in found:
        for facet in of(each.facets):
            if facet.code:
                made.setdefault(facet.code, Entry(facet)).add(each, facet)
    return made


def grouped(
    made: Iterable[Entry], group_of: Callable[[Facet], str], headings: Mapping[str, tuple[Any, Any]]
) -> list[Group]:
    """Return the groups that have something, in the order of `headings` (code -> heading, explanation)."""
    by_code: dict[str, list[Entry]] = {}
    for entry in sorted(made, key=lambda entry: (sort_key(entry.plain), entry.code)):
        by_code.setdefault(group_of(entry.facet) if entry.found else RULED_OUT, []).append(entry)
    return [
        Group(code, str(heading), str(explained), by_code[code])
        for code, (heading, explained) in headings.items()
        if code in by_code
    ]
