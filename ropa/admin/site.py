"""The admin site itself: its name, who may enter, and in which order its pages are listed."""

from functools import wraps
from typing import Any

from django.contrib import admin
from django.http import QueryDict
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from .. import policy
from ..record import legible
from . import figures, worklist
from .officers import watched
from .overview import total
from .standing import standings

GROUPS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (_("Register"), ("ProcessingActivity", "Import", "LabelCorrection")),
    (_("Publications"), ("Publication",)),
    (_("Organisation"), ("Organisation", "Controller", "Unit", "DataProtectionOfficer", "Membership")),
    (
        _("Vocabulary"),
        (
            "PersonalDataCategory",
            "DataSubjectCategory",
            "PurposeCategory",
            "SourceCategory",
            "RecipientCategory",
            "System",
            "Supplier",
            "Law",
            "RetentionTrigger",
            "SecurityMeasureCategory",
        ),
    ),
    (_("Users"), ("User",)),
)
"""Title -> tables, in the order a DPO needs them. What is not named comes last, with its own app."""

_stock_list, _stock_search = admin.site.get_app_list, admin.site.autocomplete_view
_stock_index, _stock_context, _stock_view = admin.site.index, admin.site.each_context, admin.site.admin_view


def may_enter(request: Any) -> bool:
    """Return whether the user may enter."""
    return policy.can_enter(request.user)


def app_list(request: Any, app_label: str | None = None) -> Any:
    """Return the pages in groups, made when first read: each page is given them and few show any.

    Stock's own list for one app's page.
    """
    return _stock_list(request, app_label) if app_label else SimpleLazyObject(lambda: _groups(request))


def _groups(request: Any) -> list[dict[str, Any]]:
    apps = _stock_list(request)
    pages = {model["object_name"]: model for app in apps for model in app["models"]}
    groups = [_group(title, [pages.pop(name) for name in names if name in pages]) for title, names in GROUPS]
    rest = [_group(app["name"], [m for m in app["models"] if m["object_name"] in pages]) for app in apps]
    return [group for group in [*groups, *rest] if group["models"]]


def _group(title: Any, models: list[Any]) -> dict[str, Any]:
    first = models[0]["admin_url"] if models else ""
    return {"name": title, "app_label": "ropa", "app_url": first, "has_module_perms": True, "models": models}


def search(request: Any) -> Any:
    """Answer what is typed in a search box; a database answers a zero byte with an error, and no word holds one."""
    asked = request.GET.copy()
    for name, values in request.GET.lists():
        asked.setlist(name, [value.replace("\0", "") for value in values])
    request.GET = asked
    return _stock_search(request)


def legible_view(view: Any, cacheable: bool = False) -> Any:
    """Return stock's guarded page, which gets no control character and one kind of line end in what a form sends."""

    @wraps(view)
    def cleaned(request: Any, *args: Any, **kwargs: Any) -> Any:
        request.POST = _legible(request.POST)
        return view(request, *args, **kwargs)

    return _stock_view(cleaned, cacheable)


def _legible(sent: QueryDict) -> QueryDict:
    """Return what was sent, still with zero bytes, which each field refuses itself; a password is as it is typed."""
    made = sent.copy()
    for name, values in sent.lists():
        if "password" not in name:
            made.setlist(name, ["\0".join(map(legible, _one_end(value).split("\0"))) for value in values])
    return made


def _one_end(text: str) -> str:
    """Return a text with the line ends that are stored: browsers send others than they were given, which is no change."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def index(request: Any, extra_context: Any = None) -> Any:
    """Show the first page: what waits for the user, and how much is published, current and overdue."""
    known = standings(request.user)
    shown = {
        "worklist": worklist.sections(request.user, known),
        "manages": policy.can_manage(request.user),
        "has_duties": worklist.has_duties(request.user),
        "may_add": policy.can_edit(request.user),
        "total": total(known),
        "whole": figures.whole(known),
        "organisations": figures.by_unit(known),
    }
    return _stock_index(request, {**shown, **(extra_context or {})})


def context(request: Any) -> dict[str, Any]:
    """Return what every page is given: stock's, and whom an operator has to ask."""
    found = watched(request.user) if policy.can_enter(request.user) else []
    return {**_stock_context(request), "watched": found}


def set_up() -> None:
    """Make stock's site ours, in place: every app's pages stay where they register themselves."""
    admin.site.site_header = _("Register of processing activities")
    admin.site.site_title = _("Register of processing activities")
    admin.site.index_title = _("Overview")
    admin.site.enable_nav_sidebar = False  # the lists need the width; the overview is one click away
    admin.site.empty_value_display = "–"
    admin.site.has_permission = may_enter  # type: ignore[method-assign]
    admin.site.each_context = context  # type: ignore[method-assign]
    admin.site.admin_view = legible_view  # type: ignore[method-assign]
    admin.site.index = index  # type: ignore[method-assign]
    admin.site.autocomplete_view = search  # type: ignore[method-assign]
    admin.site.get_app_list = app_list  # type: ignore[method-assign]
