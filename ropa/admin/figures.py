"""How much is published, current and overdue, in all and in each unit: drawn, with the numbers beside."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from .filters import PUBLIC
from .standing import Standing
from .units import Place, activities_at, places


@dataclass(frozen=True)
class Kind:
    """What a draft is counted as: each is counted once."""

    name: str
    title: Any
    asked: dict[str, str]
    """How the list of activities is filtered likewise."""


KINDS: tuple[Kind, ...] = (
    Kind("current", _("Up to date"), {"state": "published", "review": "current"}),
    Kind("changed", _("Changed since publication"), {"state": "changed", "review": "current"}),
    Kind("overdue", _("Public, review overdue"), {"state": "public", "review": "overdue"}),
    Kind("never", _("Never published"), {"state": "draft"}),
    Kind("withdrawn", _("Withdrawn activities"), {"state": "withdrawn"}),
)
"""In the order in which they are drawn."""
OF_STATE = {"published": "current", "changed": "changed", "withdrawn": "withdrawn"}


def kind_of(draft: Standing) -> str:
    """Return what a draft is counted as."""
    if draft.overdue and draft.state in PUBLIC:
        return "overdue"
    return OF_STATE.get(draft.state or "", "never")


@dataclass(frozen=True)
class Share:
    """One kind in a bar."""

    kind: Kind
    n: int
    x: str
    """Where it begins, in per cent of the bar."""
    width: str
    address: str
    """Where those are listed."""


@dataclass
class Figure:
    """The bar and the numbers of one place, or of all."""

    place: Place | None
    names: tuple[str, ...] = ()
    """The unit's name after those above it, outermost first."""
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def activities(self) -> int:
        """How many there are."""
        return self.counts.total()

    @property
    def public(self) -> int:
        """How many of them residents can read."""
        return sum(self.counts[name] for name in ("current", "changed", "overdue"))

    @property
    def all_of_it(self) -> str:
        """Where they are listed."""
        return activities_at(self.place, {})

    @property
    def all_public(self) -> str:
        """Where those that residents can read are listed."""
        return activities_at(self.place, {"state": "public"})

    @cached_property
    def shares(self) -> list[Share]:
        """Every kind, also those that have none."""
        return list(self._shares())

    def _shares(self) -> Iterator[Share]:
        before = 0
        for kind in KINDS:
            n = self.counts[kind.name]
            at, wide = (f"{100 * part / (self.activities or 1):.2f}%" for part in (before, n))
            yield Share(kind, n, at, wide, activities_at(self.place, kind.asked))
            before += n


@dataclass(frozen=True)
class Organised:
    """The figures of one organisation's units."""

    name: str
    units: list[Figure]


def whole(standings: Iterable[Standing]) -> Figure:
    """Return the figure of all drafts together."""
    return Figure(None, counts=Counter(map(kind_of, standings)))


def by_unit(standings: Iterable[Standing]) -> list[Organised]:
    """Return the figures of the units that have drafts, in Swedish order, those above before those below: two queries."""
    counts: dict[Place, Counter[str]] = {}
    for draft in standings:
        counts.setdefault(draft.place, Counter())[kind_of(draft)] += 1
    found: dict[str, list[Figure]] = {}
    for place, (organisation, *names) in places().items():
        if place in counts:
            found.setdefault(organisation, []).append(Figure(place, tuple(names), counts[place]))
    return [Organised(name, units) for name, units in found.items()]
