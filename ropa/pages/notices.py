"""An activity's notice, its versions, and what changed when."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import publishing
from ..publishing import Published
from ..record import Text
from ..site import PublicSite
from .asking import public_sites
from .frame import render
from .ready import ready


@ready()
def notice(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the notice that is public now; of a withdrawn activity, that it is withdrawn."""
    sites = public_sites(request)
    return newest(request, sites, history(sites, slug))


@ready()
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a version as it was published, plainly marked as the current one or an older one."""
    sites = public_sites(request)
    rows = history(sites, slug)
    wanted = next((row for row in rows if row.version == number and not row.is_withdrawn), None)
    if wanted is None:
        raise Http404
    return _shown(request, sites, rows, wanted, permanent=True)


@ready()
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """List what changed for residents, the newest first."""
    sites = public_sites(request)
    rows = history(sites, slug)
    seen = [row for row in rows if row.row.changes_public]
    found: dict[str, Any] = {"rows": seen, "current": seen[0], "title": title(*rows)}
    return render(request, "pages/changes.html", sites, slug=slug, changed=rows[0].at, **found)


def history(sites: Sequence[PublicSite], slug: str) -> list[Published]:
    """Return all rows of an activity, newest first. Raises `Http404` when these sites do not show it."""
    rows = publishing.versions(slug)
    if not rows or rows[0].row.organisation not in {site.key for site in sites}:
        raise Http404
    return rows


def newest(request: HttpRequest, sites: Sequence[PublicSite], rows: Sequence[Published]) -> HttpResponse:
    """Answer with what holds now: the notice, why it is hidden, or that it is withdrawn."""
    if rows[0].is_withdrawn:
        return _withdrawn(request, sites, rows)
    return _shown(request, sites, rows, rows[0])


def title(*rows: Published) -> Text | str:
    """Return the activity's name in the first row that shows it, else words that stand for one."""
    return next((row.record.name for row in rows if row.record), _("A processing activity"))


def _shown(
    request: HttpRequest,
    sites: Sequence[PublicSite],
    rows: Sequence[Published],
    row: Published,
    permanent: bool = False,
) -> HttpResponse:
    """Answer with one version: with the notice as it was frozen, or with why it is hidden."""
    current = next(r for r in rows if not r.is_withdrawn)
    found: dict[str, Any] = {
        "slug": row.slug,
        "row": row,
        "record": row.record,
        "notice": row.notice(get_language() or "sv"),
        "title": title(row, *rows),
        "newest": rows[0],
        "is_current": row is current and not rows[0].is_withdrawn,
        "permanent": permanent,
        "asks_how_long": bool(row.record and row.record.retention_rules and not permanent),
    }
    noindex = permanent or bool(row.hidden_reason)
    address = "" if permanent else reverse("notice", args=[row.slug])
    return render(request, "pages/notice.html", sites, changed=row.at, noindex=noindex, address=address, **found)


def _withdrawn(request: HttpRequest, sites: Sequence[PublicSite], rows: Sequence[Published]) -> HttpResponse:
    """Answer that the activity is no longer public, and where its old versions are."""
    old = [row for row in rows if not row.is_withdrawn and row.row.changes_public]
    found: dict[str, Any] = {"slug": rows[0].slug, "row": rows[0], "title": title(*rows), "rows": old}
    return render(request, "pages/withdrawn.html", sites, changed=rows[0].at, noindex=True, **found)
