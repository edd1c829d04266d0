"""Ways into the register that begin with the visitor: who are you, who gets data, which data, which system, which law."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse

from .. import publishing
from ..publishing import Listed
from ..record import Law, ProcessingActivity
from ..site import PublicSite
from . import told
from .asking import asked_page, public_sites
from .frame import render
from .known import known
from .ready import ready
from .shelves import Entry, Group, entries, grouped
from .side import DATA, IDENTITY, SIDES, WAYS, Side, Way

A_PAGE = 40
"""Activities on one page: keeps the longest page under 50 kB as it is sent."""


@dataclass(frozen=True)
class Card:
    """One activity as a page shows it: where it stands, and what it says of the thing."""

    listed: Listed
    record: ProcessingActivity | None
    tellings: list[told.Facts]


@dataclass(frozen=True)
class Desk:
    """Where activities stand, a unit or else a controller, with their cards."""

    first: Listed
    site: PublicSite
    cards: list[Card]


@ready()
def index(request: HttpRequest, way: str) -> HttpResponse:
    """Show all that activities can be found by in this way, grouped, in Swedish order."""
    sites, it = public_sites(request), WAYS[way]
    found = in_sites(sites)
    shelves = [{"side": side, "groups": groups(side, found)} for side in it.sides]
    shown: dict[str, Any] = {"way": it, "shelves": shelves, "others": others(it), "count": len(found)}
    return render(request, "pages/way.html", sites, nav="home", nav_is="true", **shown)


@ready("sida")
def one(request: HttpRequest, side: str, code: str) -> HttpResponse:
    """Show one thing: the activities that have it and what they say of it, and those that rule it out."""
    sites, it = public_sites(request), SIDES[side]
    shown: dict[str, Any] = {"side": it, "way": WAYS[it.way], "nav": "home", "nav_is": "true"}
    # before anything is read: there is no end of addresses that name what is not there
    count = known(sites).things.get((side, code))
    if count is not None:
        asked_page(request, range(count), A_PAGE)
    entry = made(it, in_sites(sites)).get(code) if count is not None else None
    if entry is None:
        return render(request, "pages/way_gone.html", sites, status=HTTPStatus.NOT_FOUND, noindex=True, **shown)
    page = asked_page(request, entry.found, A_PAGE)
    cards = list(_cards(it, entry, list(page)))
    shown |= {"entry": entry, "page": page, "desks": list(_desks(cards, sites))}
    shown |= {"heading": it.headings[it.group_of(entry.facet)], "explained": it.explained(code)}
    return render(request, "pages/way_one.html", sites, act=_act(cards, code), **shown)


def in_sites(sites: Sequence[PublicSite]) -> list[Listed]:
    """Return what these organisations have public now, by organisation and place in Swedish order."""
    order = {site.key: place for place, site in enumerate(sites)}
    return sorted(publishing.listed(order), key=lambda each: order[each.organisation])


def made(side: Side, found: Iterable[Listed]) -> dict[str, Entry]:
    """Return code -> what activities can be found by on this side, with the words it is shown by."""
    by_code = entries(found, side.of)
    for entry in by_code.values():
        entry.phrase = side.phrase(entry.code)
    return by_code


def groups(side: Side, found: Iterable[Listed]) -> list[Group]:
    """Return what activities can be found by on this side, under its headings."""
    return grouped(made(side, found).values(), side.group_of, side.headings)


def others(way: Way) -> list[Way]:
    """Return the other ways in."""
    return [each for each in WAYS.values() if each is not way]


def addresses(found: Sequence[Listed]) -> Iterator[tuple[str, str]]:
    """Return (route, code) of every page there is: each index, and a page for each thing."""
    for name, way in WAYS.items():
        yield name, ""
        for side in way.sides:
            yield from ((side.route, code) for code in sorted(entries(found, side.of)))


def _cards(side: Side, entry: Entry, page: Sequence[Listed]) -> Iterator[Card]:
    """Return what is published of the activities on a page: one query."""
    teller = told.identity_number if side is DATA and side.group_of(entry.facet) == IDENTITY else side.teller
    whole = {found.row.pk: found.record for found in publishing.records(page)}
    for each in page:
        record = whole.get(each.row.pk)
        yield Card(each, record, teller(record, entry.code) if record else [])


def _desks(cards: Iterable[Card], sites: Sequence[PublicSite]) -> Iterator[Desk]:
    by_key = {site.key: site for site in sites}
    for _place, there in groupby(cards, key=lambda card: _stands(card.listed)):
        kept = list(there)
        yield Desk(kept[0].listed, by_key[kept[0].listed.organisation], kept)


def _stands(each: Listed) -> tuple[Any, ...]:
    return each.organisation, each.place.controller_key, tuple(slug for slug, _name in each.place.units)


def _act(cards: Iterable[Card], code: str) -> Law | None:
    """Return the act as the newest of these activities knows it."""
    newest = sorted(cards, key=lambda card: card.listed.at, reverse=True)
    rows = (row for card in newest if card.record for row in card.record.provisions)
    return next((row.law for row in rows if row.law and row.law.code == code), None)
