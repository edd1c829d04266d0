"""Addresses for search engines."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from ..publishing import Listed
from . import ways
from .asking import public_sites
from .ready import ready

ALWAYS = ("home", "rights", "register", "overview", "accessibility", "glossary")
"""Pages that are there whatever is published."""


@ready()
def robots(request: HttpRequest) -> HttpResponse:
    """Let search engines in, but for the workplace and the search: that has an answer to whatever is asked."""
    closed = ["/admin/", *(_address("search", "", code) for code, _name in settings.LANGUAGES)]
    sitemap = f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}"
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in closed), "", sitemap, ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@ready()
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every page that is public now, in all languages, but those that are at home under another host name."""
    name = split_domain_port(request.get_host())[0]
    found = ways.in_sites(
        [site for site in public_sites(request) if site.host.casefold().removesuffix(".") in {"", name}]
    )
    places = [_place(request, name, slug, changed) for name, slug, changed in addresses(found)]
    text = render_to_string("pages/sitemap.xml", {"places": places})
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


def addresses(found: Sequence[Listed]) -> Iterator[tuple[str, str, datetime | None]]:
    """Return (route, slug, time of the last change) of every public page."""
    yield from ((name, "", None) for name in ALWAYS)
    units = {slug for each in found for slug, _name in each.place.units}
    yield from (("unit", slug, None) for slug in sorted(units))
    yield from ((name, code, None) for name, code in ways.addresses(found))
    yield from (("notice", each.slug, each.at) for each in sorted(found, key=lambda each: each.slug))


def _place(request: HttpRequest, name: str, slug: str, changed: datetime | None) -> dict[str, object]:
    versions = {code: request.build_absolute_uri(_address(name, slug, code)) for code, _name in settings.LANGUAGES}
    return {"versions": versions, "changed": changed}


def _address(name: str, slug: str, language: str) -> str:
    with override(language):
        return reverse(name, args=[slug] if slug else [])
