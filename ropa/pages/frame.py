"""What every page has around it: title, languages, its own address, whose register it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import translate_url
from django.utils.http import http_date
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


def languages(request: HttpRequest, address: str) -> list[Version]:
    """Return the page's address in every language."""
    versions = []
    for code, name in settings.LANGUAGES:
        href = translate_url(address, code)
        versions.append(Version(code, name, href, request.build_absolute_uri(href), code == get_language()))
    return versions


def dated(day: date | None) -> str:
    """Return what an address ends with so that it shows a day gone by."""
    return f"?datum={day}" if day else ""


def render(
    request: HttpRequest,
    template: str,
    sites: Sequence[PublicSite],
    *,
    status: int = 200,
    changed: datetime | None = None,
    address: str = "",
    **context: Any,
) -> HttpResponse:
    """Return the page. Templates see these values only: no request, no user, no session.

    `address` is where the language links lead and what search engines should know the page
    by, when it is not the address asked for.
    """
    query = request.GET.urlencode()
    address = address or request.path + (f"?{query}" if query else "")
    context |= {
        "sites": sites,
        "address": address,
        "site": sites[0] if len(sites) == 1 else None,
        "languages": languages(request, address),
        "dated": dated(context.get("day")),
        "canonical": request.build_absolute_uri(address),
    }
    response = HttpResponse(render_to_string(template, context), status=status)
    if changed is not None:
        response.headers["Last-Modified"] = http_date(changed.timestamp())
    return response
