"""What differs between two days, for staff: as a page, and as a PDF for the yearly report.

Address: `?fran=` and `?till=` days, last calendar year without them; `?organisation=`, `?ansvarig=` a controller,
`?enhet=` a unit with those below it. What a member of staff may not see is left out, and said so.
"""

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import between, policy
from ..models import Controller, ProcessingActivity, Unit
from ..outputs import CannotRender
from ..outputs.changes import Report
from ..outputs.changes_pdf import chapters
from ..pages.asking import Refused, asked_day
from ..record import Audience
from . import extracts

NAME = "ropa_changes"
PDF = "changes-pdf"
CHOICES = ("organisation", "ansvarig", "enhet")


@dataclass(frozen=True)
class Asked:
    """What the address asks for, of what the user may see."""

    report: Report
    is_part: bool


def addresses(site: Any) -> list[Any]:
    """Return the addresses of page and file, below that of the list of activities."""
    return [
        path("changes/", site.admin_view(lambda request: page(request, site)), name=NAME),
        path("changes.pdf", site.admin_view(lambda request: _file(request, site)), name=f"{NAME}_pdf"),
    ]


def page(request: Any, site: Any) -> HttpResponse:
    """Show what differs, or say what is wrong with the address and leave the choices open."""
    try:
        found = asked(request)
    except Refused as refusal:
        return _page(request, site, None, message=str(refusal), status=HTTPStatus.BAD_REQUEST)
    return _page(request, site, found)


def _file(request: Any, site: Any) -> HttpResponse:
    try:
        report = asked(request).report
        stem = "-".join([_("changes"), *filter(None, _parties(request)), f"{report.first}--{report.last}"])
        return extracts.pdf(request, site, report, PDF, stem, **_heading())
    except (Refused, CannotRender) as refusal:
        return _page(request, site, None, message=str(refusal), status=HTTPStatus.BAD_REQUEST)


def asked(request: Any) -> Asked:
    """Return what the address asks for. Raises `Refused`, with words, for what there is not."""
    first, last = days(request)
    organisation, controller, unit = _parties(request)
    found = {o.slug: o for o in policy.organisations(request.user)}
    if organisation and organisation not in found:
        raise Refused(_("There is no such organisation among those you work with. Choose one in the list."))
    if controller and controller not in _names(request.user, Controller):
        raise Refused(_("There is no such controller among those you work with. Choose one in the list."))
    if unit and unit not in _names(request.user, Unit):
        raise Refused(_("There is no such unit among those you work with. Choose one in the list."))
    chosen = [found[organisation]] if organisation else list(found.values())
    report, is_part = between.report(
        first,
        last,
        organisations=[o.key for o in chosen],
        unit=unit,
        controller=controller,
        audience=Audience.AUTHORITY,
        activities=set(
            policy.visible(request.user, ProcessingActivity.objects.order_by()).values_list("key", flat=True)
        ),
    )
    if is_part:
        report = report.model_copy(update={"title": _("{title} (a part)").format(title=report.title)})
    return Asked(report, is_part)


def days(request: Any) -> tuple[date, date]:
    """Return the two days asked for; last calendar year, or from its end when only the last is given.

    Raises `Refused` for no day, one to come, days in the wrong order, and a last day that no year comes before.
    """
    first, last = asked_day(request, "fran"), asked_day(request, "till")
    year = timezone.localdate().year
    if first is None and last and last.year == date.min.year:
        raise Refused(_("No year comes before that day. Choose a later one."))
    if first is None:
        first = date(year - 2 if last is None else last.year - 1, 12, 31)
        last = last or date(year - 1, 12, 31)
    last = last or timezone.localdate()
    if first > last:
        raise Refused(_("The first day comes after the last. Change one of them."))
    return first, last


def _parties(request: Any) -> list[str]:
    return [request.GET.get(name, "").strip() for name in CHOICES]


def _names(user: Any, table: Any) -> dict[str, str]:
    """Return slug -> name of what the user's organisations have."""
    rows = table._default_manager.filter(organisation__in=policy.organisations(user)).order_by("sort_key", "pk")
    return {row.slug: str(row) for row in rows}


def _page(request: Any, site: Any, found: Asked | None, **said: Any) -> HttpResponse:
    query, user, today = request.GET.urlencode(), request.user, timezone.localdate()
    report = found.report if found else None
    given = {name: request.GET.get(name, "").strip() for name in (*CHOICES, "fran", "till")}
    if report:
        given |= {"fran": report.first.isoformat(), "till": report.last.isoformat()}
    context: dict[str, Any] = {
        "asked": found,
        "report": report,
        "chapters": list(chapters(report)) if report else [],
        "given": given,
        "controllers": _names(user, Controller),
        "units": _names(user, Unit),
        "organisations": list(policy.organisations(user).order_by("sort_key")),
        "file": f"{reverse(f'admin:{NAME}_pdf')}?{query}",
        "turn": date(today.year - 1, 12, 31),
        "year_before": date(today.year - 2, 12, 31),
        "today": today,
    }
    return extracts.page(request, site, "changes.html", **_heading(), **context, **said)


def _heading() -> dict[str, Any]:
    return {"title": _("Changes between two days"), "back": reverse(f"admin:{NAME}")}
