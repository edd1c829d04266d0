"""What is new in the register, as Atom (RFC 4287): of all, and of each unit with those below it."""

from collections.abc import Sequence
from uuid import uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import publishing
from ..publishing import events
from ..publishing.events import Event
from ..record import Text, legible
from ..site import PublicSite
from ..wording import say
from .asking import moved_unit, public_now, public_sites
from .changes import parts
from .elsewhere import shared
from .ready import ready
from .units import unit_facts

LATEST = 50
"""Entries of a feed."""


@shared
@ready()
def all_units(request: HttpRequest) -> HttpResponse:
    """Send what is new in all of the register."""
    sites = public_sites(request)
    subject = ", ".join(_said(site.name) for site in sites)
    return _feed(request, sites, subject, reverse("home"), _newest(sites))


@shared
@ready()
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """Send what is new of a unit and those below it, also when all of it was withdrawn."""
    sites = public_sites(request)
    known = public_now(sites, None, slug)
    if not known and (moved := moved_unit(sites, slug)):
        raise moved
    happened = _newest(sites, slug)
    slugs = publishing.unit_slugs(slug)
    found = unit_facts(known or [event.told for event in happened if event.told], slugs)
    if found is None:
        raise Http404
    return _feed(request, sites, _said(found.name), reverse("unit", args=[slug]), happened)


def _newest(sites: Sequence[PublicSite], unit: str = "") -> list[Event]:
    return events.newest([site.key for site in sites], unit, LATEST)


def _feed(
    request: HttpRequest, sites: Sequence[PublicSite], subject: str, page: str, happened: Sequence[Event]
) -> HttpResponse:
    language = get_language() or "sv"
    title = _("New in the register of personal data processing")
    here = request.build_absolute_uri(request.path)
    feed = Atom1Feed(
        title=legible(f"{title}: {subject}" if subject else title),
        link=request.build_absolute_uri(page),
        description=None,
        language=language,
        feed_url=here,
        feed_guid=here,
        author_name=legible(", ".join(_said(site.name) for site in sites) or title),
    )
    for event in happened:
        _add(feed, request, event, language)
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _add(feed: Atom1Feed, request: HttpRequest, event: Event, language: str) -> None:
    """Add what happened, under an id that no host name or later address changes."""
    row = event.entry.row
    name = _said(event.outline.name) if event.outline else _("A processing activity")
    feed.add_item(
        title=legible(titles()[event.kind].format(name=name)),
        link=request.build_absolute_uri(_address(event)),
        description=escape(legible(summary(event))),  # Django says that it is HTML
        unique_id=uuid5(row.activity, f"{row.kind} {row.version} {language}").urn,
        pubdate=row.at,
        updateddate=event.updated,
    )


def titles() -> dict[str, str]:
    """Return kind of event -> title of its entry."""
    return {
        "first": _("New: {name}"),
        "changed": _("Changed: {name}"),
        "again": _("Public again: {name}"),
        "withdrawn": _("Withdrawn: {name}"),
    }


def _address(event: Event) -> str:
    """Return the lasting address of the version; of a withdrawal, the activity's own."""
    slug = event.entry.slug
    if event.entry.is_withdrawn:
        return reverse("notice", args=[slug])
    return reverse("version", args=[slug, event.entry.version])


def summary(event: Event) -> str:
    """Return what happened, in plain words."""
    if event.entry.is_withdrawn:
        return event.entry.public_note or _("The activity was withdrawn from the register.")
    if event.entry.hidden_reason:
        return _("What this version said is no longer shown.")
    if event.kind == "first":
        return _("The activity was published for the first time.")
    return " ".join(filter(None, (_("The activity is public again.") if event.again else "", _changed(event))))


def _changed(event: Event) -> str:
    """Return under which questions the answer is another, as far as that can be compared."""
    headings = [part.heading for part in parts(event) or ()]
    return _("Changed: {headings}").format(headings="; ".join(headings)) if headings else ""


def _said(text: Text) -> str:
    return str(say(text))
