"""A register as a document: a chapter per controller, a section per unit, a numbered table per activity."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from ..profiles import ActivityTable, TableRow, table
from ..record import (
    Audience,
    Controller,
    DataProtectionOfficer,
    Entry,
    Organisation,
    ProcessingActivity,
    Register,
    Unit,
)
from .internal import internal_rows

Grouped = dict[object, dict[object, list[Entry]]]


@dataclass(frozen=True)
class Sheet:
    """One activity as it is printed."""

    number: int
    entry: Entry
    table: ActivityTable
    internal: tuple[TableRow, ...]
    """What only staff and the supervisory authority see; empty for the public."""

    @property
    def activity(self) -> ProcessingActivity:
        """The record."""
        return self.entry.activity


@dataclass(frozen=True)
class Section:
    """A unit with its activities; `unit` is None where they name none."""

    number: int
    unit: Unit | None
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class Chapter:
    """A controller with its units."""

    number: int
    sections: tuple[Section, ...]

    @cached_property
    def _newest(self) -> ProcessingActivity:
        """The record that was published last: its parties are the freshest."""
        entries = (sheet.entry for section in self.sections for sheet in section.sheets)
        return max(entries, key=lambda entry: entry.published_at).activity

    @property
    def organisation(self) -> Organisation | None:
        """Whose register the chapter belongs to."""
        return self._newest.organisation

    @property
    def controller(self) -> Controller | None:
        """Who answers; None where the register names nobody."""
        return self._newest.controller

    @property
    def dpo(self) -> DataProtectionOfficer | None:
        """The controller's data protection officer."""
        return self._newest.dpo


def chapters(register: Register, language: str) -> tuple[Chapter, ...]:
    """Return the register's chapters in the order of its entries, sections and tables numbered through."""
    sections, numbers = count(1), count(1)
    uncut = register.audience is not Audience.PUBLIC

    def sheet(entry: Entry) -> Sheet:
        internal = internal_rows(entry.activity, language) if uncut else ()
        return Sheet(next(numbers), entry, table(entry.activity, language), internal)

    def section(entries: list[Entry]) -> Section:
        return Section(next(sections), entries[0].activity.unit, tuple(map(sheet, entries)))

    grouped = _grouped(register.entries)
    return tuple(Chapter(n, tuple(map(section, units.values()))) for n, units in enumerate(grouped.values(), 1))


def _grouped(entries: tuple[Entry, ...]) -> Grouped:
    """Return controller -> unit -> entries; without a controller each organisation is a chapter."""
    found: Grouped = {}
    for entry in entries:
        activity = entry.activity
        organisation = activity.organisation.key if activity.organisation else None
        controller = activity.controller.key if activity.controller else None
        unit = activity.unit.key if activity.unit else None
        found.setdefault((organisation, controller), {}).setdefault(unit, []).append(entry)
    return found


def controllers(found: tuple[Chapter, ...]) -> Iterator[Controller]:
    """Yield each controller once."""
    yield from {c.controller.key: c.controller for c in found if c.controller}.values()
