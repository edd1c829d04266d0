"""oEmbed 1.0: other sites' editors paste the address of a notice or of a unit and get what to show in its place."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.request import split_domain_port
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language_from_path, override

from ..record import legible
from ..site import PublicSite, sites
from ..wording import say
from . import embed
from .asking import Moved, public_sites, whose
from .elsewhere import FRAMED, shared
from .notices import history, title
from .ready import ready
from .units import find_unit

WIDTH, HEIGHT = 700, 600
"""Of the frame where the site that asks names no limit."""

FRAGMENTS = {"notice": "embed_notice", "version": "embed_notice", "unit": "embed_unit"}
"""Page -> the fragment that shows it elsewhere."""

LASTS = 3600
"""Seconds that the answer may be kept."""


@shared
@ready("url", "format", "maxwidth", "maxheight")
def oembed(request: HttpRequest) -> HttpResponse:
    """Answer what to show in the place of an address; 404 where nothing is public, 501 for an unknown format."""
    wanted = request.GET.get("format", "json")
    if wanted not in ("json", "xml"):
        return _refused(HTTPStatus.NOT_IMPLEMENTED)
    limits = [request.GET.get(name, "") for name in ("maxwidth", "maxheight")]
    if not all(not limit or (limit.isascii() and limit.isdigit() and limit.strip("0")) for limit in limits):
        return _refused(HTTPStatus.BAD_REQUEST)
    try:
        found = _told(request, request.GET.get("url", ""))
    except (Http404, ValueError):
        return _refused(HTTPStatus.NOT_FOUND)
    return JsonResponse(found) if wanted == "json" else _xml(found)


def _told(request: HttpRequest, url: str) -> dict[str, Any]:
    """Return the answer. Raises `Http404` for an address of somebody else or of nothing that is public."""
    asked = urlsplit(url)
    if asked.scheme not in ("http", "https") or not _ours(request, asked.netloc):
        raise Http404
    with override(get_language_from_path(asked.path) or settings.LANGUAGE_CODE):
        try:
            match = resolve(asked.path)
        except Resolver404:
            raise Http404 from None
        if match.view_name not in FRAGMENTS:
            raise Http404
        return _answer(request, sites(asked.netloc), match.view_name, **match.kwargs)


def _ours(request: HttpRequest, host: str) -> bool:
    name = split_domain_port(host.lower())[0]
    own = {split_domain_port(request.get_host().lower())[0]}
    return bool(name) and name in own | {site.host.lower() for site in public_sites(request)} - {""}


def _answer(
    request: HttpRequest, known: tuple[PublicSite, ...], page: str, slug: str, number: int | None = None
) -> dict[str, Any]:
    try:
        name, shown = _public(known, page, slug, number)
    except Moved as moved:
        return _answer(request, known, page, moved.slug, number)
    fragment = reverse(FRAGMENTS[page], args=[slug])
    width, height = (_size(request, *limit) for limit in (("maxwidth", WIDTH), ("maxheight", HEIGHT)))
    source = embed.whole(request, shown, f"{fragment}?{FRAMED}=1" + (f"&version={number}" if number else ""))
    said = {
        "version": "1.0",
        "type": "link",
        "title": legible(name),
        "provider_name": legible(", ".join(say(site.name).text for site in shown)),
        "provider_url": embed.whole(request, shown, reverse("home")),
        "cache_age": LASTS,
    }
    if not settings.EMBED_ORIGINS:  # a frame would stay empty everywhere
        return said
    frame = {"width": width, "height": height}
    return said | {
        "type": "rich",
        **frame,
        "html": render_to_string("embed/iframe.html", said | frame | {"source": source}),
    }


def _public(known: tuple[PublicSite, ...], page: str, slug: str, number: int | None) -> tuple[str, list[PublicSite]]:
    """Return the name of what is public at an address, and whose it is. Raises `Http404` and `Moved`."""
    if page == "unit":
        found = find_unit(known, slug, None)
        return say(found.unit.name).text, list(whose(known, found.entries))
    rows = history(known, slug)
    if number is None and rows[0].is_withdrawn:
        raise Http404
    row = next((r for r in rows if not r.is_withdrawn and number in (None, r.version)), None)
    if row is None or row.hidden_reason:
        raise Http404
    return say(title(row)).text, list(whose(known, rows))


def _size(request: HttpRequest, name: str, usual: int) -> int:
    digits = request.GET.get(name, "").lstrip("0")
    return min(int(digits), usual) if 0 < len(digits) <= len(str(usual)) else usual


def _xml(found: dict[str, Any]) -> HttpResponse:
    root = ElementTree.Element("oembed")
    for name, value in found.items():
        ElementTree.SubElement(root, name).text = str(value)
    return HttpResponse(
        ElementTree.tostring(root, encoding="utf-8", xml_declaration=True), content_type="text/xml; charset=utf-8"
    )


def _refused(status: HTTPStatus) -> HttpResponse:
    return HttpResponse(f"{status.phrase}\n", status=status, content_type="text/plain; charset=utf-8")
