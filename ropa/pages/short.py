"""What is printed on forms and in letters: an activity's short link, its QR code, and a short notice to copy.

A short link answers 302, never 301: it is the code that lasts, not where it leads, and a browser would keep a 301
though the activity gets another address. With a version it leads to what held when the form was printed.
"""

from collections.abc import Sequence
from http import HTTPStatus
from io import BytesIO
from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language

from .. import publishing
from ..glance import Glance, glance
from ..publishing import Published
from .asking import public_sites, whose
from .elsewhere import shared
from .embed import whole
from .frame import render
from .notices import history, newest
from .ready import FRESH, ready

QUIET = 4
"""Light modules around the code that the standard (ISO/IEC 18004) asks for."""

TYPES = {"svg": "image/svg+xml", "png": "image/png"}
PIXELS = {"svg": 4, "png": 12}
"""Of a module. 12 make a PNG that is sharp at 3 cm on paper."""


@ready()
def short(request: HttpRequest, code: str, version: int | None = None) -> HttpResponse:
    """Lead a printed address to the notice, or to the version that it names."""
    try:
        rows = _rows(request, code, version)
    except Http404:
        return _mistyped(request, code)
    name, *number = ("notice",) if version is None else ("version", version)
    response = HttpResponseRedirect(reverse(str(name), args=[rows[0].slug, *number]))
    response.headers["Cache-Control"] = FRESH
    return response


@shared
@ready()
def qr(request: HttpRequest, code: str, kind: str, version: int | None = None) -> HttpResponse:
    """Send the QR code of a short link: dark on light whatever the reader's colours, or no camera would find it."""
    if kind not in TYPES:
        raise Http404
    rows = _rows(request, code, version)
    drawn, image = BytesIO(), segno.make_qr(_link(request, rows, version), error="m")
    how: dict[str, Any] = {"svgclass": None, "lineclass": None, "xmldecl": False} if kind == "svg" else {}
    image.save(drawn, kind=kind, border=QUIET, scale=PIXELS[kind], dark="#000000", light="#ffffff", **how)
    response = HttpResponse(drawn.getvalue(), content_type=TYPES[kind])
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@ready()
def link(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an activity's short links, QR codes and a short notice to copy; of a withdrawn one, that it is."""
    sites = public_sites(request)
    rows = history(sites, slug)
    row = rows[0]
    if row.record is None:
        return newest(request, sites, rows)
    code, shown = publishing.code_of(row.row.activity), whose(sites, rows)
    lines = _brief(row)
    found: dict[str, Any] = {
        "slug": slug,
        "row": row,
        "record": row.record,
        "title": row.record.name,
        "code": code,
        "links": [(None, _link(request, rows)), (row.version, _link(request, rows, row.version))],
        "lines": [line for line in lines if line.stated],
        "missing": ", ".join(line.label for line in lines if not line.stated),
    }
    return render(request, "pages/link.html", shown, noindex=True, **found)


def _mistyped(request: HttpRequest, code: str) -> HttpResponse:
    """Answer an address copied from paper that leads nowhere: what to look at, and the notice where only the version is wrong."""
    try:
        slug = _rows(request, code, None)[0].slug
    except Http404:
        slug = ""
    found: dict[str, Any] = {"code": code, "slug": slug, "address": reverse("home"), "noindex": True}
    return render(request, "pages/mistyped.html", public_sites(request), status=HTTPStatus.NOT_FOUND, **found)


def _brief(row: Published) -> list[Glance]:
    """Return who answers and why, of the box in short: what Article 13 wants said first."""
    lines = glance(row.record, get_language() or "sv") if row.record else ()
    return [line for line in lines if line.code in ("controller", "purposes")]


def _rows(request: HttpRequest, code: str, version: int | None) -> list[Published]:
    """Return the rows of the activity with a code. Raises `Http404` where these sites show none, or not the version."""
    slug = publishing.slug_of(code)
    if not slug:
        raise Http404
    rows = history(public_sites(request), slug)
    if version is not None and not any(r.version == version and not r.is_withdrawn for r in rows):
        raise Http404
    return rows


def _link(request: HttpRequest, rows: Sequence[Published], version: int | None = None) -> str:
    code = publishing.code_of(rows[0].row.activity)
    name, *number = ("short",) if version is None else ("short_version", version)
    return whole(request, whose(public_sites(request), rows), reverse(str(name), args=[code, *number]))
