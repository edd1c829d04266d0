"""What is public now, ready to be searched and narrowed: read and indexed once, until anything public changes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from .. import publishing
from ..facets import Facet, Place
from ..publishing import Listed
from ..record import Text
from ..search import Index
from ..site import PublicSite
from .kept import Kept
from .side import SIDES

UNIT = "enhet"

PARAMETERS = (UNIT, *(side.parameter for side in SIDES.values() if side.parameter))
"""What a search is narrowed by, as addresses call it."""


@dataclass(frozen=True)
class Entry:
    """One activity that is public now, and what it is narrowed by."""

    slug: str
    place: Place
    version: int
    at: datetime
    confirmed_at: datetime | None
    codes: Mapping[str, frozenset[str]]
    """Parameter -> codes of what it has."""

    def has(self, chosen: Mapping[str, str]) -> bool:
        """Return whether it has all that was chosen."""
        return all(code in self.codes[parameter] for parameter, code in chosen.items())


@dataclass(frozen=True)
class Catalogue:
    """The activities of some organisations, in the order of the register."""

    entries: Sequence[Entry]
    index: Index
    things: Mapping[str, Mapping[str, Facet]]
    """Parameter -> code -> the thing, with the label it was published with last."""

    def counted(self, numbers: Iterable[int]) -> dict[str, Counter[str]]:
        """Return parameter -> code -> how many of these entries have it."""
        found: dict[str, Counter[str]] = {parameter: Counter() for parameter in PARAMETERS}
        for number in numbers:
            for parameter, codes in self.entries[number].codes.items():
                found[parameter].update(codes)
        return found


def catalogue(sites: Sequence[PublicSite]) -> Catalogue:
    """Return the catalogue of these organisations: one query when it is there, two more when it is made."""
    return _made.of(tuple(site.key for site in sites), publishing.stamp())


def _make(keys: tuple[UUID, ...]) -> Catalogue:
    listed = sorted(publishing.listed(keys, words=True), key=lambda each: keys.index(each.organisation))
    newest: dict[str, dict[str, tuple[datetime, Facet]]] = {parameter: {} for parameter in PARAMETERS}
    entries = []
    for each in listed:
        things = {parameter: list(found) for parameter, found in _things(each)}
        entries.append(_entry(each, things))
        for parameter, found in things.items():
            for thing in found:
                if thing.code not in newest[parameter] or newest[parameter][thing.code][0] < each.at:
                    newest[parameter][thing.code] = (each.at, thing)
    things_of = {parameter: {code: x for code, (_at, x) in found.items()} for parameter, found in newest.items()}
    return Catalogue(entries, Index([each.words for each in listed]), things_of)


_made = Kept(_make)


def _entry(each: Listed, things: Mapping[str, Iterable[Facet]]) -> Entry:
    codes = {parameter: frozenset(thing.code for thing in found) for parameter, found in things.items()}
    return Entry(each.slug, each.place, each.version, each.at, each.confirmed_at, codes)


def _things(each: Listed) -> Iterator[tuple[str, Iterable[Facet]]]:
    """Yield each parameter with what the activity has; what it says never occurs is nothing it has."""
    yield UNIT, (Facet(code=slug, labels=_labels(name)) for slug, name in each.place.units)
    for side in SIDES.values():
        if side.parameter:
            yield side.parameter, (facet for facet in side.of(each.facets) if not facet.never)


def _labels(name: Text) -> dict[str, str]:
    return {"sv": name.sv, **{language: said.text for language, said in name.other.items()}}
