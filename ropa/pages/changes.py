"""What an activity's notice has said over the years: each version, and what it said otherwise than the one before."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from ..publishing import events
from ..publishing.events import Event
from .asking import asked_page, public_sites, whose
from .frame import render
from .noticed import Part, compared
from .notices import history, title
from .ready import ready

EVENTS_A_PAGE = 10
"""Keeps a page under 50 kB where every version is a new notice."""


@ready("sida")
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """List what changed for residents, the newest first."""
    sites = public_sites(request)
    rows = history(sites, slug)
    found = events.of_activity(rows)
    page = asked_page(request, found, EVENTS_A_PAGE)
    shown: dict[str, Any] = {
        "page": page,
        "events": [{"event": event, "parts": parts(event)} for event in page.object_list],
        "newest": found[0],
        "title": title(*rows),
    }
    return render(request, "pages/changes.html", whose(sites, rows), slug=slug, **shown)


def parts(event: Event) -> tuple[Part, ...] | None:
    """Return what the notice says otherwise than before; None where there is nothing to compare."""
    language = get_language() or "sv"
    now = None if event.entry.is_withdrawn else event.entry.notice(language)
    before = event.before.notice(language) if event.before else None
    return compared(before, now) if before and now else None
