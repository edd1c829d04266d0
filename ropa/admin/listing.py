"""The list of activities: found by any word in them, filtered by where they stand."""

from typing import Any

from django.contrib import admin
from django.db.models import F
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from .. import publishing
from ..drafts import last_changes
from ..swedish import fold
from ..vocabulary import Sector
from .base import Lines, Page
from .filters import (
    NOT_CHECKED,
    STATES,
    ControllerFilter,
    FindingsFilter,
    MineFilter,
    OrganisationFilter,
    ReviewFilter,
    RuleFilter,
    StateFilter,
    UnitFilter,
    UnplacedFilter,
)
from .findings import counted

REVIEWS = {"submitted": _("submitted"), "returned": _("returned")}
"""Review in the index -> what is said beside the state."""


class Activities(Lines):
    """The list, with what is found in each activity, and the day of the last change to it or any row of it."""

    def get_queryset(self, request: Any, exclude_parameters: Any = None) -> Any:
        """Count what is found before the list is filtered and sorted by it."""
        self.root_queryset = publishing.counted(self.root_queryset)
        return super().get_queryset(request, exclude_parameters)

    def get_results(self, request: Any) -> None:
        """Read when the page's activities were changed last: one query."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        latest = last_changes(row.pk for row in self.result_list)
        for row in self.result_list:
            row.last_change = latest.get(row.pk)


class Listing(Page):
    """What the list of activities shows."""

    list_display = (
        "name_column",
        "unit_column",
        "controller_column",
        "state_column",
        "findings_column",
        "changed_column",
    )
    list_filter = (
        StateFilter,
        ReviewFilter,
        MineFilter,
        FindingsFilter,
        RuleFilter,
        UnplacedFilter,
        OrganisationFilter,
        UnitFilter,
        ControllerFilter,
        "sector",
    )
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

    @admin.display(description=_("Findings"), ordering=F("errors") * 10_000 + F("warnings"))
    def findings_column(self, obj: Any) -> str:
        """Return how many errors and warnings there are; none is something else than not looked at."""
        checked = hasattr(obj, "index") and obj.index.peer != NOT_CHECKED
        return counted(obj) or ("–" if checked else str(_("Not checked yet")))

    @admin.display(description=_("Last changed"))
    def changed_column(self, obj: Any) -> str:
        """Return the day of the last change."""
        moment = getattr(obj, "last_change", None)
        return localtime(moment).strftime("%Y-%m-%d") if moment else "–"


def state(obj: Any) -> str:
    """Return the state in the index; a draft nobody has indexed yet is a draft."""
    return obj.index.state if hasattr(obj, "index") else "draft"


def badge(obj: Any) -> str:
    """Return the state as a coloured word, and whether it is submitted or returned."""
    stands = format_html('<span class="state state-{}">{}</span>', state(obj), STATES.get(state(obj), state(obj)))
    review = obj.index.review if hasattr(obj, "index") else ""
    if review not in REVIEWS:
        return stands
    return format_html('{} <span class="state review-{}">{}</span>', stands, review, REVIEWS[review])
