"""A unit's own page: who answers for it, and a table an activity (the layout of the municipal registers)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.core.paginator import Page
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from .. import letters, publishing
from ..profiles import ActivityTable, table
from ..publishing import Published
from ..record import Contact, Controller, DataProtectionOfficer, ProcessingActivity, Text, Unit
from ..site import PublicSite
from .asking import asked_day, asked_page, moved_unit, public_now, public_sites, whose
from .frame import at_home, dated, one_of, render
from .presenting import worded_tables
from .ready import ready
from .register import formats

TABLES_A_PAGE = 20
"""Keeps the longest page under 50 kB as it is sent."""

NAMES_SHOWN = 200
"""So many names the table of contents holds; beyond that it is the page's own."""


@dataclass(frozen=True)
class UnitPage:
    """What is published of a unit and of those below it, in Swedish order."""

    unit: Unit
    entries: Sequence[Published]

    @cached_property
    def activities(self) -> list[ProcessingActivity]:
        """The records, names and parties alone."""
        return [entry.outline for entry in self.entries if entry.outline]

    @cached_property
    def controllers(self) -> list[Controller]:
        """Who answers, each once; more than one where activities name their own."""
        return _each_once(activity.controller for activity in self.activities)

    @cached_property
    def dpos(self) -> list[DataProtectionOfficer]:
        """The data protection officers, each once."""
        return _each_once(activity.dpo for activity in self.activities)

    @cached_property
    def contact(self) -> Contact:
        """How to reach the unit; else its controller where there is just one, else the organisation."""
        one = [party.contact for party in self.controllers] if len(self.controllers) == 1 else []
        organisations = _each_once(activity.organisation for activity in self.activities)
        ways = [self.unit.contact, *one, *(party.contact for party in organisations)]
        return next((way for way in ways if way), Contact())

    @cached_property
    def names_no_controller(self) -> bool:
        """Whether some activity has no controller stated."""
        return any(activity.controller is None for activity in self.activities)


@dataclass(frozen=True)
class Line:
    """An activity in the table of contents."""

    number: int
    slug: str
    name: Text
    unit: Unit | None
    """The unit below that it belongs to, where that is not the page's own."""
    page: int


@ready("datum", "sida")
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the unit's tables, now or as they were on a day."""
    day, sites = asked_day(request), public_sites(request)
    found = find_unit(sites, slug, day)
    page = asked_page(request, found.entries, TABLES_A_PAGE)
    shown: dict[str, Any] = {
        "unit": found.unit,
        "facts": found,
        "page": page,
        "contents": contents(found, page),
        "day": day,
    }
    drawn, words = worded_tables([table(entry.record, get_language() or "sv") for entry in page.object_list])
    shown |= {"files": list(formats(day, slug)), "sheets": list(sheets(page, drawn, found.unit, day)), "words": words}
    own = whose(sites, found.entries)
    lasting = at_home(request, one_of(own), reverse("unit", args=[found.unit.slug]))
    shown["error_letter"] = letters.about_a_unit(found.unit, found.contact, lasting)
    return render(request, "pages/unit.html", own, nav="home", noindex=day is not None, **shown)


def find_unit(sites: Sequence[PublicSite], slug: str, day: date | None) -> UnitPage:
    """Return what is public of a unit.

    Raises `Http404` when nothing is, nor was it on the day; `Moved` where its address leads to another unit.
    """
    entries = public_now(sites, day, slug)
    known = entries or (public_now(sites, None, slug) if day else [])
    facts = unit_facts(known, publishing.unit_slugs(slug))
    if facts is None:
        raise moved_unit(sites, slug) or Http404
    return UnitPage(facts, publishing.in_order(entries))


def unit_facts(entries: Iterable[Published], slugs: Collection[str]) -> Unit | None:
    """Return the unit as it was published last under one of its slugs, itself or above another one."""
    found: Unit | None = None
    for entry in sorted(entries, key=lambda entry: entry.row.sequence):
        own = entry.outline.unit if entry.outline else None
        if own is not None and own.slug in slugs:
            found = own
        elif own is not None and (found is None or not found.contact):
            found = _above(own, slugs) or found
    return found


def _above(unit: Unit, slugs: Collection[str]) -> Unit | None:
    """Return the unit above that has one of the slugs: its name is known and no more."""
    for place, (slug, name) in enumerate(unit.path):
        if slug in slugs:
            return Unit(key=unit.key, slug=slug, name=name, path=unit.path[:place], contact=Contact())
    return None


def sheets(page: Page, drawn: Sequence[ActivityTable], unit: Unit, day: date | None) -> Iterator[dict[str, Any]]:
    """Yield the tables of a page with their numbers, and where each notice is found."""
    for number, (entry, one) in enumerate(zip(page.object_list, drawn, strict=True), start=page.start_index()):
        yield {
            "number": number,
            "table": one,
            "below": _below(entry.record, unit),
            "href": _notice(entry, day),
            "entry": entry,
        }


def _notice(entry: Published, day: date | None) -> str:
    """Return where the notice is, as it was on the day."""
    return reverse("notice", args=[entry.slug]) + dated(day)


def contents(found: UnitPage, page: Page) -> list[Line]:
    """Return the table of contents: of the whole unit, or of the page when that would be too long."""
    every = [_line(number, activity, found.unit) for number, activity in enumerate(found.activities, start=1)]
    return every if len(every) <= NAMES_SHOWN else [line for line in every if line.page == page.number]


def _line(number: int, activity: ProcessingActivity, unit: Unit) -> Line:
    page = (number - 1) // TABLES_A_PAGE + 1
    return Line(number, activity.slug, activity.name, _below(activity, unit), page)


def _below(activity: ProcessingActivity, unit: Unit) -> Unit | None:
    return activity.unit if activity.unit and activity.unit.slug != unit.slug else None


def _each_once(parties: Iterable[Any]) -> list[Any]:
    return list({party.key: party for party in parties if party is not None}.values())
