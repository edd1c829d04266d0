"""The disposal plan for staff: of the working tables, or of what was published on a day, as page and as files.

Address: `?enhet=` a unit with those below it, `?datum=` a day of the published register.
"""

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import policy, registers
from ..models import DraftIndex, ProcessingActivity, Unit
from ..outputs import FORMATS, CannotRender
from ..pages.asking import Refused, asked_day
from ..pages.downloads import attachment
from ..record import Audience, Register
from ..retention.plan import disposal_plan
from . import extracts

PDF, CSV = "disposal-plan-pdf", "disposal-plan-csv"


@dataclass(frozen=True)
class Asked:
    """What the address asks for, of what the user may see."""

    day: date | None
    """A day of the published register; None = the working tables."""
    unit: str
    units: dict[str, str]
    """Slug -> name with those above it, of every unit there is to choose."""
    register: Register


def addresses(site: Any) -> list[Any]:
    """Return the addresses of page and files, below that of the list of units."""
    name = "ropa_unit_plan"
    return [
        path("disposal-plan/", site.admin_view(lambda request: page(request, site)), name=name),
        path("disposal-plan.csv", site.admin_view(lambda request: _file(request, site, _csv)), name=f"{name}_csv"),
        path("disposal-plan.pdf", site.admin_view(lambda request: _file(request, site, _pdf)), name=f"{name}_pdf"),
    ]


def page(request: Any, site: Any) -> HttpResponse:
    """Show the plan, or say what is wrong with the address and leave the choices open."""
    try:
        found = asked(request)
    except Refused as refusal:
        return _refused(request, site, str(refusal))
    plan = disposal_plan(found.register, extracts.language())
    controllers = {u.controller.key: u.controller.name for u in plan.units if u.controller}
    changed = _changed(found)
    today = {**request.GET.dict(), "datum": timezone.localdate().isoformat()}
    published = urlencode(today)
    query = request.GET.urlencode() if changed or found.day else published
    files = {kind: f"{reverse(f'admin:ropa_unit_plan_{kind}')}?{query}" for kind in ("csv", "pdf")}
    said: dict[str, Any] = {"asked": found, "plan": plan, "controllers": list(controllers.values()), "files": files}
    said |= {"changed": changed, "published": published}
    return _page(request, site, "plan.html", day=request.GET.get("datum", ""), **said)


def asked(request: Any) -> Asked:
    """Return what the address asks for. Raises `Refused` for what is no day and for what is no unit."""
    day, unit = asked_day(request), request.GET.get("enhet", "").strip()
    whole = _visible(request.user, day)
    units = extracts.units(whole.activities)
    if not unit:
        return Asked(day, unit, units, whole)
    if unit not in units:
        unknown = _("There is no such unit among those you work with. Choose one in the list.")
        units[unit] = extracts.named(request.user, Unit, unit, unknown)
    part = registers.narrowed(whole, unit)
    return Asked(day, unit, units, part.model_copy(update={"title": part.title or units[unit]}))


def _changed(found: Asked) -> int:
    """Return how many of the drafts say something else than what is published; 0 of what was published on a day."""
    keys = [activity.key for activity in found.register.activities] if found.day is None else []
    same = DraftIndex.objects.filter(activity__key__in=keys, state="published").count() if keys else 0
    return len(keys) - same


def _visible(user: Any, day: date | None) -> Register:
    """Return the drafts the user may see, or what was published of them on a day: a constant number of queries."""
    mine = policy.visible(user, ProcessingActivity.objects.all())
    organisations = list(policy.organisations(user).values_list("key", flat=True))
    if day is not None:
        keys = set(mine.order_by().values_list("key", flat=True))
        return registers.published(audience=Audience.AUTHORITY, organisations=organisations, day=day, activities=keys)
    drafts = registers.of_drafts(activities=mine, day=timezone.localdate())
    return drafts if drafts.entries else drafts.model_copy(update={"title": registers.names_of(organisations)})


# --- files ------------------------------------------------------------------------------------------------------------


def _file(request: Any, site: Any, make: Any) -> HttpResponse:
    try:
        return make(request, site, asked(request))
    except (Refused, CannotRender) as refusal:
        return _refused(request, site, str(refusal))


def _csv(request: Any, site: Any, found: Asked) -> HttpResponse:
    return attachment(FORMATS[CSV].render(found.register, extracts.language()), CSV, _stem(found))


def _pdf(request: Any, site: Any, found: Asked) -> HttpResponse:
    return extracts.pdf(request, site, found.register, PDF, _stem(found), **_heading())


def _stem(found: Asked) -> str:
    # No _() inside an f-string: xgettext does not see it there.
    parts = [_("disposal-plan")]
    if found.register.audience is Audience.DRAFT:
        parts.append(_("draft"))
    if found.unit:
        parts.append(found.unit)
    return "-".join([*parts, str(found.register.day or timezone.localdate())])


# --- pages ------------------------------------------------------------------------------------------------------------


def _refused(request: Any, site: Any, message: str) -> HttpResponse:
    """Say what is wrong with the address, and offer the choices that were made."""
    units = extracts.units(_visible(request.user, None).activities)
    unit, day = request.GET.get("enhet", ""), request.GET.get("datum", "")
    empty = Asked(None, unit, units, Register(audience=Audience.DRAFT))
    return _page(request, site, "plan.html", status=HTTPStatus.BAD_REQUEST, message=message, asked=empty, day=day)


def _page(request: Any, site: Any, template: str, **said: Any) -> HttpResponse:
    return extracts.page(request, site, template, **_heading(), **said)


def _heading() -> dict[str, Any]:
    return {"title": _("Disposal plan"), "back": reverse("admin:ropa_unit_plan")}
