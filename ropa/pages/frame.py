"""What every page has around it: title, languages, its own address, whose register it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.template.loader import render_to_string
from django.urls import reverse, translate_url
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language

from ..site import PublicSite


@dataclass(frozen=True)
class Version:
    """The same page in one language."""

    code: str
    name: str
    href: str
    absolute: str
    here: bool


def languages(request: HttpRequest, address: str, site: PublicSite | None = None) -> list[Version]:
    """Return the page's address in every language."""
    versions = []
    for code, name in settings.LANGUAGES:
        href = translate_url(address, code)
        versions.append(Version(code, name, href, at_home(request, site, href), code == get_language()))
    return versions


def at_home(request: HttpRequest, site: PublicSite | None, address: str) -> str:
    """Return the whole address of a page: at its organisation's own host name, where it has one."""
    if site is None or not site.host:
        return request.build_absolute_uri(address)
    port = split_domain_port(request.get_host())[1]
    return f"{request.scheme}://{site.host}{':' if port else ''}{port}{address}"


def one_of(sites: Sequence[PublicSite]) -> PublicSite | None:
    """Return the organisation that a page is of; None for a page of several."""
    return sites[0] if len(sites) == 1 else None


def dated(day: date | None) -> str:
    """Return what an address ends with so that it shows a day gone by."""
    return f"?datum={day}" if day else ""


def render(
    request: HttpRequest,
    template: str,
    sites: Sequence[PublicSite],
    *,
    status: int = 200,
    address: str = "",
    **context: Any,
) -> HttpResponse:
    """Return the page. Templates see these values only: no request, no user, no session.

    `address` is where the language links lead and what search engines should know the page
    by, when it is not the address asked for. A page of one organisation alone looks like its own.
    """
    query = request.GET.urlencode()
    address = address or escape_uri_path(request.path) + (f"?{query}" if query else "")
    site = one_of(sites)
    context |= {
        "sites": sites,
        "address": address,
        "site": site,
        "languages": languages(request, address, site),
        "dated": dated(context.get("day")),
        "canonical": at_home(request, site, address),
        "oembed": at_home(request, site, reverse("oembed")),
    }
    spoken = {"Content-Language": get_language() or ""}
    return HttpResponse(render_to_string(template, context), status=status, headers=spoken)
