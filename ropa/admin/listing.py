"""The list of activities: found by any word in them, filtered by where they stand."""

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from .. import policy
from ..drafts import last_changes
from ..models import Controller, Unit
from ..swedish import fold
from ..vocabulary import Sector
from .base import Lines, Page
from .words import as_id

STATES = {
    "draft": _("Draft"),
    "published": _("Published"),
    "changed": _("Changed since published"),
    "withdrawn": _("Withdrawn"),
}
"""State in the index -> what it is called."""


class StateFilter(admin.SimpleListFilter):
    """Filters by where the draft stands to what is public."""

    title, parameter_name = _("State"), "state"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return every state."""
        return list(STATES.items())

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the drafts in the chosen state."""
        return queryset.filter(index__state=self.value()) if self.value() in STATES else queryset


class UnitFilter(admin.SimpleListFilter):
    """Filters by unit, among those that have activities the user may see."""

    title, parameter_name = _("Unit"), "unit"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return the units in Swedish order."""
        used = model_admin.get_queryset(request).order_by().values("unit")
        return [(unit.pk, unit.name) for unit in Unit.objects.filter(pk__in=used)]

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the unit's activities."""
        unit = as_id(self.value())
        return queryset if unit is None else queryset.filter(unit=unit)


class ControllerFilter(admin.SimpleListFilter):
    """Filters by controller: the activity's own, else its unit's."""

    title, parameter_name = _("Controller"), "controller"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return the controllers in Swedish order, and none at all."""
        mine = Controller.objects.filter(organisation__in=policy.organisations(request.user))
        return [*((c.pk, c.name) for c in mine), ("none", _("Not stated"))]

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the controller's activities."""
        if self.value() == "none":
            return queryset.filter(Q(controller=None) & (Q(unit=None) | Q(unit__controller=None)))
        board = as_id(self.value())
        return (
            queryset
            if board is None
            else queryset.filter(Q(controller=board) | Q(unit__controller=board, controller=None))
        )


class Activities(Lines):
    """The list, with the day of the last change to the activity or any row of it."""

    def get_results(self, request: Any) -> None:
        """Read when the page's activities were changed last: one query."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        latest = last_changes(row.pk for row in self.result_list)
        for row in self.result_list:
            row.last_change = latest.get(row.pk)


class Listing(Page):
    """What the list of activities shows."""

    list_display = ("name_column", "unit_column", "controller_column", "state_column", "changed_column")
    list_filter = (StateFilter, UnitFilter, ControllerFilter, "sector")
    list_select_related = ("unit__controller", "controller", "index")
    list_per_page = 50
    search_fields = ("name",)
    search_help_text = _("Any word in the activity: a system, a law, a recipient …")
    show_facets = admin.ShowFacets.NEVER

    def get_changelist(self, request: Any, **kwargs: Any) -> Any:
        """Return the list that also reads the last changes."""
        return Activities

    def lookup_allowed(self, lookup: str, value: str, request: Any) -> bool:
        """Return whether a filter asks so, for a sector there is."""
        return super().lookup_allowed(lookup, value, request) and (lookup != "sector__exact" or value in Sector.values)

    def get_search_results(self, request: Any, queryset: Any, search_term: str) -> Any:
        """Keep the activities that hold every word, whatever its case, å ä ö included."""
        for word in fold(search_term).split():
            queryset = queryset.filter(index__search__contains=word)
        return queryset, False

    @admin.display(description=_("Name"), ordering="sort_key")
    def name_column(self, obj: Any) -> str:
        """Return the name, with the register's number before it."""
        return f"{obj.reference} {obj}" if obj.reference and obj.name else str(obj)

    @admin.display(description=_("Unit"), ordering="unit__sort_key")
    def unit_column(self, obj: Any) -> Any:
        """Return the unit."""
        return obj.unit or _("Not stated")

    @admin.display(description=_("Controller"))
    def controller_column(self, obj: Any) -> Any:
        """Return the activity's controller, else its unit's."""
        return obj.controller or (obj.unit.controller if obj.unit else None) or _("Not stated")

    @admin.display(description=_("State"), ordering="index__state")
    def state_column(self, obj: Any) -> str:
        """Return where the draft stands."""
        return badge(obj)

    @admin.display(description=_("Last changed"))
    def changed_column(self, obj: Any) -> str:
        """Return the day of the last change."""
        moment = getattr(obj, "last_change", None)
        return localtime(moment).strftime("%Y-%m-%d") if moment else "–"


def state(obj: Any) -> str:
    """Return the state in the index; a draft nobody has indexed yet is a draft."""
    return obj.index.state if hasattr(obj, "index") else "draft"


def badge(obj: Any) -> str:
    """Return the state as a coloured word."""
    return format_html('<span class="state state-{}">{}</span>', state(obj), STATES.get(state(obj), state(obj)))
