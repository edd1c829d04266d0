"""The disposal plan for staff: of the working tables, or of what was published on a day, as page and as files.

Address: `?enhet=` a unit with those below it, `?datum=` a day of the published register.
"""

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import policy, registers
from ..models import DraftIndex, ProcessingActivity, Unit
from ..outputs import FORMATS, CannotRender
from ..pages import rendered
from ..pages.asking import Refused, asked_day
from ..record import Audience, Register
from ..retention.plan import disposal_plan
from ..wording import say

PDF, CSV = "disposal-plan-pdf", "disposal-plan-csv"
SECONDS = 3
"""When to ask again for a PDF that is being made."""


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
    plan = disposal_plan(found.register, _language())
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
    units = _units(whole)
    if not unit:
        return Asked(day, unit, units, whole)
    if unit not in units:
        units[unit] = _name(request.user, unit)
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


def _units(register: Register) -> dict[str, str]:
    """Return the units that activities name, and those above them, in the register's order."""
    found: dict[str, str] = {}
    for activity in register.activities:
        line = [*activity.unit.path, (activity.unit.slug, activity.unit.name)] if activity.unit else []
        for depth, (slug, _name_of_it) in enumerate(line, 1):
            found.setdefault(slug, " › ".join(str(say(name)) for _slug, name in line[:depth]))
    return found


def _name(user: Any, slug: str) -> str:
    """Return the name of a unit without activities. Raises `Refused` where the user's organisations have none such."""
    known = Unit.objects.filter(organisation__in=policy.organisations(user))
    unit = known.filter(slug=slug).first() if "\0" not in slug else None
    if unit is None:
        raise Refused(_("There is no such unit among those you work with. Choose one in the list."))
    return str(unit)


# --- files ------------------------------------------------------------------------------------------------------------


def _file(request: Any, site: Any, make: Any) -> HttpResponse:
    try:
        return make(request, site, asked(request))
    except (Refused, CannotRender) as refusal:
        return _refused(request, site, str(refusal))


def _csv(request: Any, site: Any, found: Asked) -> HttpResponse:
    return _download(found, CSV, FORMATS[CSV].render(found.register, _language()))


def _pdf(request: Any, site: Any, found: Asked) -> HttpResponse:
    """Send the file and keep none, for it holds what is internal; or say that it is being made."""
    file = rendered.made(found.register, _language(), PDF)
    content = _taken(file) if file else b""
    if not content:
        response = _page(request, site, "plan_being_made.html", status=HTTPStatus.ACCEPTED)
        response.headers["Retry-After"] = str(SECONDS)
        return response
    return _download(found, PDF, content)


def _taken(file: Path) -> bytes:
    """Return what the file holds and remove it; empty when another request was quicker."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return b""
    file.unlink(missing_ok=True)
    return content


def _download(found: Asked, name: str, content: bytes) -> HttpResponse:
    kind, of = FORMATS[name], f"-{found.unit}" if found.unit else ""
    response = HttpResponse(content, content_type=kind.content_type)
    draft = f"-{_('draft')}" if found.register.audience is Audience.DRAFT else ""
    stem = f"{_('disposal-plan')}{draft}{of}-{found.register.day or timezone.localdate()}"
    response.headers["Content-Disposition"] = f'attachment; filename="{stem}.{kind.extension}"'
    return response


# --- pages ------------------------------------------------------------------------------------------------------------


def _refused(request: Any, site: Any, message: str) -> HttpResponse:
    """Say what is wrong with the address, and offer the choices that were made."""
    units, unit, day = _units(_visible(request.user, None)), request.GET.get("enhet", ""), request.GET.get("datum", "")
    empty = Asked(None, unit, units, Register(audience=Audience.DRAFT))
    return _page(request, site, "plan.html", status=HTTPStatus.BAD_REQUEST, message=message, asked=empty, day=day)


def _page(request: Any, site: Any, template: str, *, status: int = HTTPStatus.OK, **said: Any) -> HttpResponse:
    context = {**site.each_context(request), "opts": ProcessingActivity._meta, "title": _("Disposal plan"), **said}
    return render(request, f"admin/ropa/processingactivity/{template}", context, status=status)


def _language() -> str:
    return get_language() or "sv"
