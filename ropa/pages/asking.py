"""What a visitor asks for in the address: a day, a page of a long list."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import publishing
from ..publishing import Published
from ..site import PublicSite, sites


class Refused(Exception):
    """The address asks for something that cannot be; the message says what to do instead."""


class Moved(Exception):
    """What the address names has another one now: its `slug`."""

    def __init__(self, slug: str) -> None:
        """`slug` takes the place of the one that was asked for."""
        super().__init__(slug)
        self.slug = slug


def asked_day(request: HttpRequest, name: str = "datum") -> date | None:
    """Return the day in `?datum=`, None without one. Raises `Refused` for no day and for a future one."""
    given = request.GET.get(name, "").strip()
    if not given:
        return None
    try:
        day = date.fromisoformat(given if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given) else "")
    except ValueError:
        raise Refused(_("That is not a date. Write it as year-month-day, for example 2026-03-01.")) from None
    if day > timezone.localdate():
        raise Refused(_("That day has not come yet. The register can be shown for today and for days gone by."))
    return day


def asked_page(request: HttpRequest, items: Any, size: int) -> Page:
    """Return the page of a list that `?sida=` names. Raises `Http404` when there is none."""
    try:
        return Paginator(items, size).page(request.GET.get("sida", 1))
    except InvalidPage:
        raise Http404 from None


def public_sites(request: HttpRequest) -> tuple[PublicSite, ...]:
    """Return the organisations that the visitor's address shows."""
    return sites(request.get_host())


def whose(shown: Sequence[PublicSite], entries: Iterable[Published]) -> Sequence[PublicSite]:
    """Return the organisations that these publications are of: a page of one of them looks like its own."""
    keys = {entry.row.organisation for entry in entries}
    return [site for site in shown if site.key in keys] or shown


def public_now(shown: Sequence[PublicSite], day: date | None, unit: str = "") -> list[Published]:
    """Return what these organisations have public now, or had at the end of a day."""
    keys = [site.key for site in shown]
    if day is None:
        return publishing.current(organisations=keys, unit=unit)
    return publishing.as_of(day, organisations=keys, unit=unit)


def moved_unit(shown: Sequence[PublicSite], slug: str) -> Moved | None:
    """Return where an old unit's address leads now; None where that has nothing public either."""
    new = publishing.successor(slug)
    return Moved(new) if new and public_now(shown, None, new) else None
