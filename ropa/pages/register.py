"""The register as a whole: the first page, and how to take it home."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..site import PublicSite
from .asking import asked_day, public_now, public_sites
from .frame import render
from .ready import ready
from .side import PERSON, WAYS
from .tree import tree
from .ways import groups, in_sites, others


@dataclass(frozen=True)
class Format:
    """One file that the whole register can be had as."""

    name: str
    what_for: str | Promise
    route: str
    href: str = ""


FORMATS = (
    Format("PDF", _("to read and print"), "register_pdf"),
    Format("Word", _("tables unit by unit, to send and to work on"), "register_docx"),
    Format("Excel", _("all of it sheet by sheet, to sort and to read in again"), "register_xlsx"),
    Format("CSV", _("one activity a line, to count and compare"), "register_csv"),
    Format("JSON", _("to read by machine: every public field, with its schema"), "register_json"),
)


@ready("datum")
def home(request: HttpRequest) -> HttpResponse:
    """Show the ways in, and organisations, controllers and units with what is published; of a day gone by these alone."""
    day, sites = asked_day(request), public_sites(request)
    organisations = tree(sites, public_now(sites, day))
    count = sum(branch.count for branch in organisations)
    found: dict[str, Any] = {"day": day, "organisations": organisations, "count": count, "formats": list(formats(day))}
    found |= {"people": [], "ways": []} if day else _ways(sites)
    return render(request, "pages/home.html", sites, nav="home", noindex=day is not None, **found)


def _ways(sites: Sequence[PublicSite]) -> dict[str, Any]:
    """Return the groups of persons by area of life, and the other indexes."""
    return {"people": groups(PERSON, in_sites(sites)), "ways": others(WAYS["people"])}


@ready("datum")
def register(request: HttpRequest) -> HttpResponse:
    """Offer the whole register as files, as it is or as it was on a day."""
    day, sites = asked_day(request), public_sites(request)
    found: dict[str, Any] = {"day": day, "formats": list(formats(day))}
    return render(request, "pages/register.html", sites, nav="register", noindex=day is not None, **found)


def formats(day: date | None, unit: str = "") -> Iterator[Format]:
    """Return the files of the register, or of a unit, with their addresses."""
    asked = urlencode({name: value for name, value in (("enhet", unit), ("datum", day)) if value})
    for each in FORMATS:
        href = reverse(each.route)
        yield replace(each, href=f"{href}?{asked}" if asked else href)
