"""Fragments for other sites: a notice, or the tables of a unit, as bare HTML, or framed in a document (`?ram=1`).

Made of the frozen content and of the same templates as the pages. Every answer is a fragment that another site
can show, also the one that says that nothing is there.
"""

from collections.abc import Sequence
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import resolve, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..profiles import table
from ..publishing import Published
from ..site import PublicSite
from .asking import Refused, asked_page, public_sites, whose
from .elsewhere import FRAMED, framed
from .frame import at_home, one_of, render
from .notices import history, title
from .ready import View, ready
from .units import TABLES_A_PAGE, find_unit, sheets

LEVELS = range(2, 6)
"""Of headings, for the fragment's title; what stands below it is one further down, h6 at the most.

Framed it is a document of its own, whose title is h1 if nothing else is asked.
"""

ACTIVITY, UNIT = "b", "e"
"""What ids say of which kind a fragment is: an activity and a unit may have the same slug."""


def in_a_fragment(view: View) -> View:
    """Let a view say as a fragment, too, that what was asked for is not there or cannot be."""

    @wraps(view)
    def answer(request: HttpRequest, slug: str) -> HttpResponse:
        try:
            return view(request, slug)
        except Http404:
            said = _("There is nothing at this address in the register of personal data processing.")
            return _without(request, HTTPStatus.NOT_FOUND, said)
        except Refused as refusal:
            return _without(request, HTTPStatus.BAD_REQUEST, str(refusal))

    return answer


@framed
@ready("niva", "version", FRAMED)
@in_a_fragment
def notice(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the notice that is public now, or a version; 410 with words of it when the activity is withdrawn."""
    level, number, sites = asked_level(request), asked_version(request), public_sites(request)
    rows = history(sites, slug)
    shown = whose(sites, rows)
    if number is None and rows[0].is_withdrawn:
        return _withdrawn(request, shown, rows)
    row = _version(rows, number)
    found: dict[str, Any] = {
        "row": row,
        "title": title(row, *rows),
        "notice": row.notice(get_language() or "sv"),
        "older": rows[0].is_withdrawn or row is not _version(rows, None),
        "lasting": whole(request, shown, reverse("version", args=[row.slug, row.version])),
        "prefix": _prefix(ACTIVITY, slug, number),
    }
    page = reverse("notice", args=[row.slug]) if number is None else reverse("version", args=[slug, number])
    return _fragment(request, "embed/notice.html", shown, page, level=level, **found)


@framed
@ready("niva", "sida", FRAMED)
@in_a_fragment
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the unit's tables as they are now, as many as on a page."""
    level, sites = asked_level(request), public_sites(request)
    found = find_unit(sites, slug, None)
    page = asked_page(request, found.entries, TABLES_A_PAGE)
    shown = whose(sites, found.entries)
    drawn = [table(entry.record, get_language() or "sv") for entry in page.object_list]
    tables = [each | {"href": whole(request, shown, each["href"])} for each in sheets(page, drawn, found.unit, None)]
    told: dict[str, Any] = {
        "unit": found.unit,
        "sheets": tables,
        "page": page,
        "prefix": _prefix(UNIT, slug, page.number if page.has_previous() else None),
    }
    return _fragment(request, "embed/unit.html", shown, reverse("unit", args=[slug]), level=level, **told)


@framed
@ready("niva", "version", "sida", FRAMED)
@in_a_fragment
def nothing(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead to the same address with a slash at its end; at any other, nothing is there."""
    query = request.GET.urlencode()
    if resolve(f"{request.path_info}/").func is nothing:
        raise Http404
    return HttpResponsePermanentRedirect(f"{request.path}/{query and '?'}{query}")


def asked_level(request: HttpRequest) -> int:
    """Return the level of the title's heading in `?niva=`. Raises `Refused` for what is none."""
    given = request.GET.get("niva")
    if given is None:
        return 1 if _framed(request) else LEVELS[0]
    if given not in map(str, LEVELS):
        raise Refused(_("The heading level (niva) must be a number from 2 to 5."))
    return int(given)


def asked_version(request: HttpRequest) -> int | None:
    """Return the version in `?version=`, None without one. Raises `Http404` for what is no number."""
    given = request.GET.get("version", "")
    if given and not (given.isascii() and given.isdigit() and len(given) < 10):
        raise Http404
    return int(given) if given else None


def whole(request: HttpRequest, shown: Sequence[PublicSite], address: str) -> str:
    """Return the whole address of a page, at the host name of the organisation that it is of."""
    return at_home(request, one_of(shown), address)


def _framed(request: HttpRequest) -> bool:
    return request.GET.get(FRAMED) == "1"


def _prefix(kind: str, slug: str, number: int | None) -> str:
    """Return what all ids begin with: no other fragment's do. No slug has the dot at its end.

    `number` is the version, or the page of a long unit, where it was asked for.
    """
    return f"ropa-{kind}{number or ''}-{get_language()}-{slug}."


def _version(rows: Sequence[Published], number: int | None) -> Published:
    found = next((r for r in rows if not r.is_withdrawn and number in (None, r.version)), None)
    if found is None:
        raise Http404
    return found


def _withdrawn(request: HttpRequest, shown: Sequence[PublicSite], rows: Sequence[Published]) -> HttpResponse:
    row = rows[0]
    found: dict[str, Any] = {"row": row, "title": title(*rows), "level": asked_level(request)}
    found["prefix"] = _prefix(ACTIVITY, row.slug, None)
    page = reverse("notice", args=[row.slug])
    return _fragment(request, "embed/withdrawn.html", shown, page, status=HTTPStatus.GONE, **found)


def _without(request: HttpRequest, status: HTTPStatus, said: str) -> HttpResponse:
    found: dict[str, Any] = {"message": said, "title": said, "level": 1 if _framed(request) else LEVELS[0]}
    return _fragment(request, "embed/without.html", public_sites(request), reverse("home"), status=status, **found)


def _fragment(
    request: HttpRequest, template: str, shown: Sequence[PublicSite], where: str, status: int = 200, **found: Any
) -> HttpResponse:
    """Answer with a fragment, bare or framed; `where` is the address of what it shows, where all of it is found."""
    source = whole(request, shown, where)
    found |= {
        "source": source,
        "below": found["level"] + 1,
        "layout": "embed/framed.html" if _framed(request) else "embed/bare.html",
    }
    response = render(request, template, shown, status=status, noindex=True, **found)
    response.headers["X-Robots-Tag"] = "noindex"
    if status == HTTPStatus.OK:
        response.headers["Link"] = f'<{source}>; rel="canonical"'
    return response
