"""The register in numbers: pictures of what is public, and the activities behind each bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from ..publishing import Listed
from ..record import Text
from ..site import PublicSite
from .asking import asked_page, public_sites
from .frame import render
from .known import Known, known
from .pictures import FRESH, KINDS, Bar, Picture, picture, pictures, unit_of, within_a_year
from .ready import ready
from .ways import in_sites

A_PAGE = 100
"""Activities on one page of a list."""


@dataclass(frozen=True)
class UnitAge:
    """How current one unit's activities are."""

    slug: str
    names: Sequence[Text]
    """The unit's name after those above it, outermost first."""
    all: int
    fresh: Bar


@ready("organisation", daily=True)
def overview(request: HttpRequest) -> HttpResponse:
    """Show the pictures, of all organisations that the address shows or of one of them."""
    sites, today = public_sites(request), timezone.localdate()
    chosen = chosen_site(request, sites)
    found = in_sites([chosen] if chosen else sites)
    drawn: dict[str, Any] = {"pictures": pictures(found, today), "units": by_unit(found, today)}
    drawn |= {"count": len(found), "chosen": chosen, "narrowed": narrowed(chosen)}
    return render(request, "pages/overview.html", sites, nav="overview", **drawn)


@ready("organisation", "enhet", "sida", daily=True)
def counted(request: HttpRequest, kind: str, code: str) -> HttpResponse:
    """List the activities of one bar, those of one unit where the address names it."""
    sites = public_sites(request)
    chosen = chosen_site(request, sites)
    unit = request.GET.get("enhet", "")
    # before anything is read: there is no end of addresses that name what is not there
    asked_page(request, range(_known_bar(known([chosen] if chosen else sites), kind, code, unit)), A_PAGE)
    drawn, bar = counted_bar(in_sites([chosen] if chosen else sites), kind, code, unit)
    shown: dict[str, Any] = {"picture": drawn, "bar": bar, "page": asked_page(request, bar.found, A_PAGE)}
    shown |= {"narrowed": narrowed(chosen), "asked": urlencode({k: v for k, v in request.GET.items() if k != "sida"})}
    shown["unit"] = bar.found[0].place.units[-1][1] if unit else None
    return render(request, "pages/overview_counted.html", sites, nav="overview", nav_is="true", noindex=True, **shown)


def narrowed(chosen: PublicSite | None) -> str:
    """Return what addresses end with so that they show the same organisation."""
    return "?" + urlencode({"organisation": chosen.slug}) if chosen else ""


def chosen_site(request: HttpRequest, sites: Sequence[PublicSite]) -> PublicSite | None:
    """Return the organisation that `?organisation=` names, None without one. Raises `Http404` when there is none."""
    slug = request.GET.get("organisation", "")
    if not slug:
        return None
    for site in sites:
        if site.slug == slug:
            return site
    raise Http404


def _known_bar(found: Known, kind: str, code: str, unit: str) -> int:
    """Return how many activities a bar has. Raises `Http404` for one that has none."""
    if count := found.bars.get((kind, code, unit), 0):
        return count
    raise Http404


def counted_bar(found: Sequence[Listed], kind: str, code: str, unit: str = "") -> tuple[Picture, Bar]:
    """Return a picture and its bar. Raises `Http404` for one that is not drawn, or has no activity."""
    if kind not in KINDS:
        raise Http404
    within = [each for each in found if not unit or unit_of(each) == unit]
    drawn = picture(KINDS[kind], within, timezone.localdate())
    for bar in drawn.bars:
        if bar.code == code and bar.found:
            return drawn, bar
    raise Http404


def by_unit(found: Sequence[Listed], today: date) -> list[UnitAge]:
    """Return how current each unit's own activities are, in the order of the register."""
    by_slug: dict[str, list[Listed]] = {}
    for each in found:
        if slug := unit_of(each):
            by_slug.setdefault(slug, []).append(each)
    return [_aged(slug, own, today) for slug, own in by_slug.items()]


def _aged(slug: str, own: Sequence[Listed], today: date) -> UnitAge:
    fresh = [each for each in own if within_a_year(each, today)]
    names = [name for _slug, name in own[0].place.units]
    return UnitAge(slug, names, len(own), Bar(FRESH, "", len(own), fresh))
