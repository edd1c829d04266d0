"""An activity's notice: today's, that of a day gone by, and each version."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import publishing
from ..publishing import Published
from ..record import Text
from ..site import PublicSite
from .asking import Moved, asked_day, public_sites, whose
from .frame import at_home, one_of, render
from .presenting import presented
from .ready import ready


@ready("datum")
def notice(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the notice that is public now, or was on a day; of a withdrawn activity, that it is withdrawn."""
    day, sites = asked_day(request), public_sites(request)
    rows = history(sites, slug)
    if day is None:
        return newest(request, sites, rows)
    known = publishing.versions(slug, day=day)
    return newest(request, sites, known, day) if known else not_yet(request, sites, rows, day)


@ready()
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a version as it was published, plainly marked as the current one or an older one."""
    sites = public_sites(request)
    rows = history(sites, slug)
    wanted = next((row for row in rows if row.version == number and not row.is_withdrawn), None)
    if wanted is None:
        raise Http404
    return _shown(request, sites, rows, wanted, permanent=True)


def history(sites: Sequence[PublicSite], slug: str) -> list[Published]:
    """Return all rows of an activity, newest first.

    Raises `Http404` when these sites do not show it, `Moved` when it has another address now.
    """
    rows = publishing.versions(slug)
    if not rows or rows[0].row.organisation not in {site.key for site in sites}:
        raise Http404
    if rows[0].slug != slug:
        raise Moved(rows[0].slug)
    return rows


def not_yet(request: HttpRequest, sites: Sequence[PublicSite], rows: Sequence[Published], day: date) -> HttpResponse:
    """Answer that nothing was public of the activity on a day gone by, and since when something is."""
    first = rows[-1]
    found: dict[str, Any] = {"slug": rows[0].slug, "title": title(*rows), "first": first, "day": day}
    return render(request, "pages/not_yet.html", whose(sites, rows), noindex=True, **found)


def newest(
    request: HttpRequest, sites: Sequence[PublicSite], rows: Sequence[Published], day: date | None = None
) -> HttpResponse:
    """Answer with what the newest row says: the notice, why it is hidden, or that it is withdrawn.

    `day` is the one that the rows are those of, None for today.
    """
    if rows[0].is_withdrawn:
        return _withdrawn(request, sites, rows, day)
    return _shown(request, sites, rows, rows[0], day=day)


def title(*rows: Published) -> Text | str:
    """Return the activity's name in the first row that shows it, else words that stand for one."""
    return next((row.record.name for row in rows if row.record), _("A processing activity"))


def _shown(
    request: HttpRequest,
    sites: Sequence[PublicSite],
    rows: Sequence[Published],
    row: Published,
    permanent: bool = False,
    day: date | None = None,
) -> HttpResponse:
    """Answer with one version: with the notice as it was frozen, or with why it is hidden."""
    current = next(r for r in rows if not r.is_withdrawn)
    frozen = row.notice(get_language() or "sv")
    found: dict[str, Any] = {
        "slug": rows[0].slug,
        "row": row,
        "record": row.record,
        "notice": frozen,
        "title": title(row, *rows),
        "newest": rows[0],
        "is_current": row is current and not rows[0].is_withdrawn,
        "permanent": permanent,
        "day": day,
        "asks_how_long": bool(row.record and row.record.retention_rules and not permanent),
    }
    if row.record and frozen:
        lasting = at_home(request, one_of(whose(sites, rows)), reverse("version", args=[row.slug, row.version]))
        found |= presented(row.record, frozen, row.version, lasting)
    noindex = permanent or bool(row.hidden_reason or day)
    address = "" if permanent or day else reverse("notice", args=[row.slug])
    return render(request, "pages/notice.html", whose(sites, rows), noindex=noindex, address=address, **found)


def _withdrawn(
    request: HttpRequest, sites: Sequence[PublicSite], rows: Sequence[Published], day: date | None
) -> HttpResponse:
    """Answer that the activity is no longer public, and where its old versions are."""
    old = [row for row in rows if not row.is_withdrawn and row.row.changes_public]
    found: dict[str, Any] = {"slug": rows[0].slug, "row": rows[0], "title": title(*rows), "rows": old, "day": day}
    return render(request, "pages/withdrawn.html", whose(sites, rows), noindex=True, **found)
