"""The register for staff to hand over: to the supervisory authority, or as drafts, as PDF and as other files.

Address: `?lage=utkast` drafts, else what is published; `?organisation=`, `?ansvarig=` a controller, `?enhet=` a unit
with those below it, `?datum=` a day of what was published. What a member of staff may not see is left out, and said so.
"""

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import policy, registers
from ..models import Controller, ProcessingActivity, Unit
from ..outputs import FORMATS, CannotRender
from ..pages import rendered
from ..pages.asking import Refused, asked_day
from ..pages.downloads import SLOW, attachment
from ..record import Audience, Entry, Register
from ..wording import say
from . import extracts

NAME = "ropa_register"
PUBLISHED, DRAFTS = "publicerat", "utkast"
KINDS = ("pdf", "docx", "xlsx", "csv", "json")
"""Files there are: names in FORMATS."""

CHOICES = ("organisation", "ansvarig", "enhet", "lage", "datum")


@dataclass(frozen=True)
class Asked:
    """What the address asks for, of what the user may see."""

    register: Register
    is_part: bool
    """True where the user may not see all that was asked for."""
    controllers: dict[str, str]
    units: dict[str, str]


def addresses(site: Any) -> list[Any]:
    """Return the addresses of page and files, below that of the list of activities."""
    return [
        path("register/", site.admin_view(lambda request: page(request, site)), name=NAME),
        *(path(f"register.{kind}", site.admin_view(_sends(site, kind)), name=f"{NAME}_{kind}") for kind in KINDS),
    ]


def _sends(site: Any, kind: str) -> Any:
    return lambda request: _file(request, site, kind)


def page(request: Any, site: Any) -> HttpResponse:
    """Show what would be fetched, or say what is wrong with the address and leave the choices open."""
    try:
        found = asked(request)
    except Refused as refusal:
        return _refused(request, site, str(refusal))
    return _page(request, site, found, found.controllers, found.units)


def _file(request: Any, site: Any, kind: str) -> HttpResponse:
    try:
        register = asked(request).register
        if kind == "pdf" or (kind in SLOW and not rendered.is_small(register)):
            return extracts.pdf(request, site, register, kind, _stem(request, register), **_heading())
        content = FORMATS[kind].render(register, extracts.language())
    except (Refused, CannotRender) as refusal:
        return _refused(request, site, str(refusal))
    return attachment(content, kind, _stem(request, register))


def _stem(request: Any, register: Register) -> str:
    draft = [_("draft")] if register.audience is Audience.DRAFT else []
    return "-".join(["register", *draft, *filter(None, _parties(request)), str(register.day)])


# --- what is asked for ------------------------------------------------------------------------------------------------


def asked(request: Any) -> Asked:
    """Return what the address asks for. Raises `Refused`, with words, for what there is not."""
    organisation, controller, unit = _parties(request)
    mine = _mine(request.user)
    whole = _whole(request.user, organisation, _state(request), _day(request))
    controllers, units = _choices(whole, mine)
    if controller and controller not in controllers:
        controllers[controller] = extracts.named(request.user, Controller, controller, _no_controller())
    if unit and unit not in units:
        units[unit] = extracts.named(request.user, Unit, unit, _no_unit())
    part = registers.narrowed(whole, unit, controller)
    entries = tuple(e for e in part.entries if e.activity.key in mine)
    title = part.title or units.get(unit) or controllers.get(controller) or whole.title
    is_part = len(entries) < len(part.entries)
    return Asked(_cut(part, entries, title, is_part), is_part, controllers, units)


def _parties(request: Any) -> list[str]:
    """Return the slugs of organisation, controller and unit; empty where none is asked for."""
    return [request.GET.get(name, "").strip() for name in CHOICES[:3]]


def _mine(user: Any) -> set[UUID]:
    """Return the keys of what the user may see: in the drafts, and so in what was published of them."""
    return set(policy.visible(user, ProcessingActivity.objects.order_by()).values_list("key", flat=True))


def _choices(whole: Register, mine: set[UUID]) -> tuple[dict[str, str], dict[str, str]]:
    """Return slug -> name of controllers, and of units, that the user's activities name."""
    seen = [activity for activity in whole.activities if activity.key in mine]
    return {a.controller.slug: str(say(a.controller.name)) for a in seen if a.controller}, extracts.units(seen)


def _cut(register: Register, entries: tuple[Entry, ...], title: str, is_part: bool) -> Register:
    """Return the register of these entries; who reads the file is told on its cover that there is more."""
    said = _("{title} (a part)").format(title=title) if is_part else title
    return register.model_copy(update={"entries": entries, "title": said})


def _whole(user: Any, organisation: str, state: str, day: date) -> Register:
    """Return all of the user's organisations, or of the one asked for: a constant number of queries."""
    found = {o.slug: o for o in policy.organisations(user)}
    if organisation and organisation not in found:
        raise Refused(_("There is no such organisation among those you work with. Choose one in the list."))
    chosen = [found[organisation]] if organisation else list(found.values())
    keys = [o.key for o in chosen]
    if state == PUBLISHED:
        return registers.published(audience=Audience.AUTHORITY, organisations=keys, day=day)
    drafts = registers.of_drafts(activities=ProcessingActivity.objects.filter(organisation__in=chosen), day=day)
    return drafts if drafts.entries else drafts.model_copy(update={"title": registers.names_of(keys)})


def _state(request: Any) -> str:
    state = str(request.GET.get("lage", "") or PUBLISHED)
    if state not in {PUBLISHED, DRAFTS}:
        raise Refused(_("Choose what is published or the drafts."))
    return state


def _day(request: Any) -> date:
    """Return the day asked for, or today. Raises `Refused` for a day of drafts, which have no past."""
    day = asked_day(request)
    if day and _state(request) == DRAFTS:
        raise Refused(
            _("Drafts can only be fetched as they are now. Leave the day empty, or choose what is published.")
        )
    return day or timezone.localdate()


def _no_unit() -> str:
    return _("There is no such unit among those you work with. Choose one in the list.")


def _no_controller() -> str:
    return _("There is no such controller among those you work with. Choose one in the list.")


# --- the page ---------------------------------------------------------------------------------------------------------


def _refused(request: Any, site: Any, message: str) -> HttpResponse:
    """Say what is wrong with the address, and leave all choices open."""
    choices = _choices(_whole(request.user, "", DRAFTS, timezone.localdate()), _mine(request.user))
    return _page(request, site, None, *choices, message=message, status=HTTPStatus.BAD_REQUEST)


def _page(
    request: Any, site: Any, found: Asked | None, controllers: dict[str, str], units: dict[str, str], **said: Any
) -> HttpResponse:
    query = request.GET.urlencode()
    context: dict[str, Any] = {
        "asked": found,
        "controllers": controllers,
        "units": units,
        "given": {name: request.GET.get(name, "").strip() for name in CHOICES},
        "organisations": list(policy.organisations(request.user).order_by("sort_key")),
        "files": {kind: f"{reverse(f'admin:{NAME}_{kind}')}?{query}" for kind in KINDS},
        "is_draft": bool(found and found.register.audience is Audience.DRAFT),
    }
    return extracts.page(request, site, "handover.html", **_heading(), **context, **said)


def _heading() -> dict[str, Any]:
    return {"title": _("Fetch the register"), "back": reverse(f"admin:{NAME}")}
