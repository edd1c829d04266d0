"""What somebody chose about an import: which unit each activity is for, what is left out, what is new after all.

`choices` of an `Import`: "units" holds heading of a file -> choice, "one" holds id of an activity ->
{"unit": choice, "leave": true, "new": true}, "all" what holds where nothing else is chosen, "pages" the
pages that were opened. A choice of unit is the id of a unit, "none", "make" (the unit
the file names is made) or empty (as the heading, else as all).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from ... import policy
from ...inputs.at_home import is_anothers, unit_named
from ...inputs.bringing import Brought
from ...models import Import, Unit
from ..units import unit_choices
from ..words import as_id
from .items import Item

NONE, MAKE = "none", "make"


@dataclass(frozen=True)
class Place:
    """Where an activity is to be kept; nowhere where `why_not` says so."""

    unit: Unit | None = None
    new_unit: tuple[str, ...] = ()
    why_not: str = ""


@dataclass
class Heading:
    """Units that activities stand under in the files, as one name, and the choice made for them."""

    name: str
    units: tuple[str, ...]
    n: int
    chosen: str
    can_make: bool
    id: str = ""
    options: list[tuple[str, str]] = field(default_factory=list)


class Choices:
    """The choices of one user about one import."""

    def __init__(self, found: Import, user: Any) -> None:
        self.found, self.user = found, user
        self.made: dict[str, Any] = {"units": {}, "one": {}, "all": "", "pages": [], **found.choices}
        mine = policy.units(user).filter(organisation=found.organisation).select_related("controller", "organisation")
        self.units = {unit.pk: unit for unit in mine.select_related("parent")}
        self.options = [(str(pk), name) for pk, name in unit_choices(user) if pk in self.units]
        """Units to choose among, each named with those above it."""
        self.can_make = policy.can_manage(user, found.organisation)
        self.can_be_nowhere = policy.can_place(user, found.organisation, None)

    # --- what is chosen ---

    def of(self, item: Item) -> dict[str, Any]:
        """Return what is chosen about one activity."""
        return dict(self.made["one"].get(item.id, {}))

    def is_left_out(self, item: Item) -> bool:
        """Return whether the activity is not brought in."""
        return bool(self.of(item).get("leave"))

    def is_anothers(self, item: Item) -> bool:
        """Return whether a file of ropa's own says the activity is another organisation's, and nobody wants it here."""
        wanted = self.of(item).get("new")
        return item.audience is not None and not wanted and is_anothers(item.record, self.found.organisation)

    def unit_for_all(self) -> str:
        """Return the choice that holds where no other is made."""
        if self.made["all"]:
            return self._checked(self.made["all"])
        return self.options[0][0] if len(self.options) == 1 and not self.can_be_nowhere else ""

    def for_heading(self, units: tuple[str, ...]) -> str:
        """Return the choice for a heading; the unit of that name where none is made."""
        chosen = self.made["units"].get(" › ".join(units), "")
        same = unit_named(units, list(self.units.values())) if not chosen else None
        return str(same.pk) if same else chosen

    def chosen(self, item: Item) -> str:
        """Return the choice of unit that holds for an activity; empty where none is made."""
        named = self.for_heading(item.units) if item.units else ""
        return self.of(item).get("unit") or named or self.unit_for_all()

    def place(self, item: Item) -> Place:
        """Return where an activity is to be kept if it is new."""
        chosen = self.chosen(item)
        if chosen == MAKE and item.units and self.can_make:
            return Place(new_unit=item.units)
        unit = self.units.get(as_id(chosen) or 0)
        if unit is not None:
            return Place(unit)
        return Place() if self.can_be_nowhere else Place(why_not=_("Choose a unit whose activities you may edit."))

    def brought(self, item: Item) -> Brought:
        """Return the activity as it is brought in."""
        place = self.place(item)
        as_new = bool(self.of(item).get("new")) or self.is_anothers(item)
        anywhere = not self.chosen(item)
        return Brought(
            item.record, place.unit, place.new_unit, as_new=as_new, anywhere=anywhere, audience=item.audience
        )

    def headings(self, items: Iterable[Item]) -> list[Heading]:
        """Return the units that the files name, in their order, each with what is chosen for it."""
        times = Counter(item.units for item in items if item.units)
        made = [
            Heading(" › ".join(units), units, n, self.for_heading(units), self.can_make) for units, n in times.items()
        ]
        for place, heading in enumerate(made):
            heading.id = f"heading-{place}"
        return made

    # --- choosing ---

    def take(self, posted: Mapping[str, str], items: Iterable[Item], shown: Iterable[str]) -> None:
        """Take over what a page sent about headings, and about the activities it showed."""
        every = list(items)
        opened = (as_id(posted.get(name)) for name in ("page", "go"))
        self.made["pages"] = sorted({*self.made["pages"], *filter(None, opened)})
        if "unit" in posted:
            self.made["all"] = self._checked(posted["unit"])
        for heading in self.headings(every):
            if heading.id in posted:
                self.made["units"][heading.name] = self._checked(posted[heading.id])
        known = {item.id for item in every}
        for name in known & set(shown):
            self._take_one(name, posted)
        self.found.choices = self.made
        self.found.save(update_fields=["choices"])

    def _take_one(self, name: str, posted: Mapping[str, str]) -> None:
        said = {
            "unit": self._checked(posted.get(f"unit-{name}", "")),
            "leave": f"leave-{name}" in posted,
            "new": f"new-{name}" in posted,
        }
        kept = {what: chosen for what, chosen in said.items() if chosen}
        if kept:
            self.made["one"][name] = kept
        else:
            self.made["one"].pop(name, None)

    def _checked(self, chosen: str) -> str:
        """Return a choice of unit that may be made; else none."""
        allowed = chosen in {NONE, MAKE} or as_id(chosen) in self.units
        return chosen if allowed else ""
