"""Who may do what to what. The only place that answers; admin, pages and commands ask it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from .models import Controller, Membership, Organisation, ProcessingActivity, Unit

Role = Membership.Role

_SEES = {Role.DPO, Role.EDITOR, Role.READER}
_EDITS = {Role.DPO, Role.EDITOR}


def memberships(user: Any, on: date | None = None) -> list[Membership]:
    """Return the memberships that hold on a day (today if not given), read once per user object."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return []
    if not hasattr(user, "_ropa_memberships"):
        user._ropa_memberships = list(user.memberships.select_related("organisation", "controller", "unit"))
    day = on or timezone.localdate()
    return [m for m in user._ropa_memberships if m.until is None or m.until >= day]


def is_operator(user: Any) -> bool:
    """Return whether the user runs the installation (superuser): sees and edits, no DPO."""
    return bool(user.is_active and user.is_superuser)


def _units_below(membership: Membership) -> set[int]:
    """Return the ids of the membership's unit and those below it."""
    assert membership.unit is not None
    return membership.unit.branch()


def _publishes(membership: Membership) -> bool:
    """Return whether the membership carries the capability: as it says itself, else as its role does."""
    return membership.role == Role.DPO if membership.publishes is None else membership.publishes


def _reach(mine: Iterable[Membership]) -> Q | None:
    """Return the condition on activities that memberships reach; None = none at all."""
    reach: Q | None = None
    for m in mine:
        here = Q(organisation=m.organisation)
        if m.unit_id:
            here &= Q(unit__in=_units_below(m))
        elif m.controller_id:
            here &= Q(controller=m.controller_id) | Q(controller=None, unit__controller=m.controller_id)
        reach = here if reach is None else reach | here
    return reach


def _as(user: Any, roles: set[Role]) -> list[Membership]:
    return [m for m in memberships(user) if m.role in roles]


def _among(mine: Iterable[Membership], activities: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    reach = _reach(mine)
    return activities.none() if reach is None else activities.filter(reach)


def _has(mine: Iterable[Membership], activity: ProcessingActivity | None) -> bool:
    """Return whether the memberships reach the activity, or (without one) are any at all."""
    mine = list(mine)
    if activity is None:
        return bool(mine)
    return _among(mine, ProcessingActivity.objects.filter(pk=activity.pk)).exists()


def visible(user: Any, activities: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    """Return the drafts the user may see."""
    return activities if is_operator(user) else _among(_as(user, _SEES), activities)


def editable(user: Any, activities: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    """Return the drafts the user may edit, submit and confirm."""
    return activities if is_operator(user) else _among(_as(user, _EDITS), activities)


def publishable(user: Any, activities: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    """Return the drafts the user may publish, return and withdraw."""
    return activities if is_operator(user) else _among(filter(_publishes, memberships(user)), activities)


def can_view(user: Any, activity: ProcessingActivity) -> bool:
    """Return whether the user may see the draft and its internal fields."""
    return visible(user, ProcessingActivity.objects.filter(pk=activity.pk)).exists()


def can_edit(user: Any, activity: ProcessingActivity | None = None) -> bool:
    """Return whether the user may edit, submit and confirm the draft, or (without one) any draft at all."""
    return is_operator(user) or _has(_as(user, _EDITS), activity)


def can_place(user: Any, organisation: Organisation, unit: Unit | None, controller: Controller | None = None) -> bool:
    """Return whether the user may keep an activity in the unit, None = in no unit, under its own controller if any."""
    if is_operator(user):
        return True
    mine = [m for m in _as(user, _EDITS) if m.organisation_id == organisation.pk]
    answers = controller.pk if controller else unit.controller_id if unit else None
    return any(_holds(m, unit, answers) for m in mine)


def _holds(membership: Membership, unit: Unit | None, controller: int | None) -> bool:
    if membership.unit_id:
        return unit is not None and unit.pk in _units_below(membership)
    return membership.controller_id in {None, controller}


def units(user: Any) -> QuerySet[Unit]:
    """Return the units in which the user may keep activities."""
    if is_operator(user):
        return Unit.objects.all()
    mine = _as(user, _EDITS)
    whole = {m.organisation_id for m in mine if m.unit_id is None and m.controller_id is None}
    theirs = {m.controller_id for m in mine if m.controller_id}
    below = {pk for m in mine if m.unit_id for pk in _units_below(m)}
    return Unit.objects.filter(Q(organisation__in=whole) | Q(controller__in=theirs) | Q(pk__in=below))


def can_publish(user: Any, activity: ProcessingActivity | None = None) -> bool:
    """Return whether the user may publish, return and withdraw the activity, or (without one) any at all.

    A capability of its own (Art. 38(6)): a membership as DPO carries it, and an organisation can
    take it from there and give it to another membership (`Membership.publishes`).
    """
    return is_operator(user) or _has(filter(_publishes, memberships(user)), activity)


def can_manage(user: Any, organisation: Organisation | None = None) -> bool:
    """Return whether the user may edit parties, own terms and memberships, and reorganise: DPO or operator."""
    if is_operator(user):
        return True
    mine = [m for m in _as(user, {Role.DPO}) if m.unit_id is None and m.controller_id is None]
    return any(organisation is None or m.organisation_id == organisation.pk for m in mine)


def organisations(user: Any) -> QuerySet[Organisation]:
    """Return the organisations the user works in."""
    if is_operator(user):
        return Organisation.objects.all()
    return Organisation.objects.filter(pk__in={m.organisation_id for m in memberships(user)})


def can_enter(user: Any) -> bool:
    """Return whether the user may enter the workplace at all."""
    return bool(user.is_active and (is_operator(user) or memberships(user)))
