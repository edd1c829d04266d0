"""What the list of activities is filtered by."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import policy, publishing, rules
from ..models import Controller, DraftFinding, ProcessingActivity, Unit, Unplaced
from .words import as_id

STATES = {
    "draft": _("Draft"),
    "published": _("Published"),
    "changed": _("Changed since published"),
    "withdrawn": _("Withdrawn"),
}
"""State in the index -> what it is called."""
PUBLIC = ("published", "changed")
"""The states of what residents can read."""


class StateFilter(admin.SimpleListFilter):
    """Filters by where the draft stands to what is public."""

    title, parameter_name = _("State"), "state"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return every state, and all that are public."""
        return [*STATES.items(), ("public", _("Public now, changed or not"))]

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the drafts in the chosen state."""
        if self.value() == "public":
            return queryset.filter(index__state__in=PUBLIC)
        return queryset.filter(index__state=self.value()) if self.value() in STATES else queryset


def reviews(day: date) -> dict[str, Q]:
    """Return what is to be done with a draft -> the condition that it is so on a day."""
    withdrawn = Q(index__state="withdrawn")
    due = Q(index__review_due__lte=day)
    return {
        "submitted": Q(index__review="submitted"),
        "returned": Q(index__review="returned"),
        "open": Q(index__review="", index__state__in=("draft", "changed")),
        "overdue": due & ~withdrawn,
        "current": ~due & ~withdrawn,
    }


class ReviewFilter(admin.SimpleListFilter):
    """Filters by what is to be done with the draft: on its way to publication, and by the yearly review."""

    title, parameter_name = _("Review"), "review"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return what may be asked for."""
        return [
            ("submitted", _("Submitted")),
            ("returned", _("Returned")),
            ("open", _("Not submitted, not published like this")),
            ("overdue", _("Review overdue")),
            ("current", _("Review not overdue")),
        ]

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the drafts with which that is to be done today."""
        asked = reviews(timezone.localdate())
        chosen = asked.get(self.value() or "")
        return queryset if chosen is None else queryset.filter(chosen)


class MineFilter(admin.SimpleListFilter):
    """Filters by what the draft is to the user."""

    title, parameter_name = _("Mine"), "mine"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return what the user can be to a draft."""
        return [
            ("owner", _("That I keep up to date")),
            ("publish", _("That I may publish")),
            ("edit", _("That I edit and others publish")),
        ]

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the drafts that are the user's in that way."""
        if self.value() == "owner":
            return queryset.filter(owner=request.user)
        if self.value() == "publish":
            return policy.publishable(request.user, queryset)
        if self.value() == "edit":
            published = policy.publishable(request.user, ProcessingActivity.objects.order_by())
            return policy.editable(request.user, queryset).exclude(pk__in=published.values("pk"))
        return queryset


class UnitFilter(admin.SimpleListFilter):
    """Filters by unit, among those that have activities the user may see."""

    title, parameter_name = _("Unit"), "unit"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return the units in Swedish order."""
        used = model_admin.get_queryset(request).order_by().values("unit")
        named = [(unit.pk, unit.name) for unit in Unit.objects.filter(pk__in=used)]
        return [*named, ("none", _("Not stated"))]

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the unit's activities, or those in none."""
        if self.value() == "none":
            return queryset.filter(unit=None)
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


class OrganisationFilter(admin.SimpleListFilter):
    """Filters by organisation, for those who work in several."""

    title, parameter_name = _("Organisation"), "organisation"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return the organisations, where there is a choice."""
        mine = [(o.pk, o.name) for o in policy.organisations(request.user)]
        return mine if len(mine) > 1 else []

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the organisation's activities."""
        organisation = as_id(self.value())
        return queryset if organisation is None else queryset.filter(organisation=organisation)


class UnplacedFilter(admin.SimpleListFilter):
    """Filters by whether texts of an import wait for somebody to place them."""

    title, parameter_name = _("Texts not placed yet"), "unplaced"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return the two answers."""
        return [("yes", _("Has such texts")), ("no", _("Has none"))]

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the activities that have such texts, or have none."""
        if self.value() not in {"yes", "no"}:
            return queryset
        waiting = Exists(Unplaced.objects.filter(activity=OuterRef("pk")))
        return queryset.filter(waiting if self.value() == "yes" else ~waiting)


NOT_CHECKED: dict[str, str] = {}
"""What the index says of an activity that was put there before there were rules."""


class FindingsFilter(admin.SimpleListFilter):
    """Filters by how grave what is found is."""

    title, parameter_name = _("Findings"), "findings"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return what may be asked for."""
        return [("errors", _("With errors")), ("warnings", _("With warnings")), ("none", _("Neither"))]

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the activities with errors, with warnings, or checked and with neither."""
        if self.value() == "none":
            return queryset.filter(errors=0, warnings=0).exclude(index=None).exclude(index__peer=NOT_CHECKED)
        return queryset.filter(**{f"{self.value()}__gt": 0}) if self.value() in {"errors", "warnings"} else queryset


class RuleFilter(admin.SimpleListFilter):
    """Filters by rule, among those that find something in what the user may see."""

    title, parameter_name = _("Rule"), "rule"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        """Return the rules in their order, each with its title."""
        seen = model_admin.get_queryset(request).order_by().values("pk")
        found = DraftFinding.objects.filter(publishing.held(), activity__in=seen).values_list("rule", flat=True)
        broken = set(found.distinct())
        return [(rule.code, in_short(rule)) for rule in rules.RULES if rule.code in broken]

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Keep the activities in which the rule finds something."""
        if self.value() not in rules.BY_CODE:
            return queryset
        found = DraftFinding.objects.filter(publishing.held(), rule=self.value())
        return queryset.filter(pk__in=found.values("activity"))


def in_words(codes: Iterable[str]) -> list[str]:
    """Return rules by their codes in one line each; a rule of long ago may be known by its code alone."""
    return [in_short(rules.BY_CODE[code]) if code in rules.BY_CODE else code for code in codes]


def in_short(rule: rules.Rule) -> str:
    """Return a rule's code and what it is about, in one line."""
    return f"{rule.code} {rule.title}"
