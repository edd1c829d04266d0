"""Who may do what to what. The only place that answers; admin, pages and commands ask it."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from .models import Membership, Organisation, ProcessingActivity, Unit

Role = Membership.Role

_SEES = {Role.DPO, Role.EDITOR, Role.READER}
_EDITS = {Role.DPO, Role.EDITOR}


def memberships(user: Any, on: date | None = None) -> list[Membership]:
    """Return the memberships that hold on a day (today if not given), read once per user object."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return []
    if not hasattr(user, "_ropa_memberships"):
        user._ropa_memberships = list(user.memberships.select_related("organisation", "unit"))
    day = on or timezone.localdate()
    return [m for m in user._ropa_memberships if m.until is None or m.until >= day]


def is_operator(user: Any) -> bool:
    """Return whether the user runs the installation (superuser): sees and edits, no DPO."""
    return bool(user.is_active and user.is_superuser)


def _units_below(membership: Membership) -> set[int]:
    """Return the ids of the membership's unit and those below it."""
    assert membership.unit is not None
    return membership.unit.branch()


def _reach(user: Any, roles: set[Role]) -> Q | None:
    """Return the condition on activities a user reaches in some of `roles`; None = none at all."""
    reach: Q | None = None
    for m in memberships(user):
        if Role(m.role) not in roles:
            continue
        mine = Q(organisation=m.organisation)
        if m.unit_id:
            mine &= Q(unit__in=_units_below(m))
        reach = mine if reach is None else reach | mine
    return reach


def visible(user: Any, activities: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    """Return the drafts the user may see."""
    if is_operator(user):
        return activities
    reach = _reach(user, _SEES)
    return activities.none() if reach is None else activities.filter(reach)


def can_view(user: Any, activity: ProcessingActivity) -> bool:
    """Return whether the user may see the draft and its internal fields."""
    return visible(user, ProcessingActivity.objects.filter(pk=activity.pk)).exists()


def can_edit(user: Any, activity: ProcessingActivity | None = None) -> bool:
    """Return whether the user may edit the draft, or (without one) any draft at all."""
    if is_operator(user):
        return True
    reach = _reach(user, _EDITS)
    if reach is None or activity is None:
        return reach is not None
    return ProcessingActivity.objects.filter(reach, pk=activity.pk).exists()


def can_place(user: Any, organisation: Organisation, unit: Unit | None) -> bool:
    """Return whether the user may keep an activity in the unit; None = in no unit."""
    if is_operator(user):
        return True
    mine = [m for m in memberships(user) if m.role in _EDITS and m.organisation_id == organisation.pk]
    return any(m.unit_id is None or (unit is not None and unit.pk in _units_below(m)) for m in mine)


def units(user: Any) -> QuerySet[Unit]:
    """Return the units in which the user may keep activities."""
    if is_operator(user):
        return Unit.objects.all()
    mine = [m for m in memberships(user) if m.role in _EDITS]
    whole = {m.organisation_id for m in mine if m.unit_id is None}
    below = {pk for m in mine if m.unit_id for pk in _units_below(m)}
    return Unit.objects.filter(Q(organisation__in=whole) | Q(pk__in=below))


def can_publish(user: Any, activity: ProcessingActivity | None = None) -> bool:
    """Return whether the user may publish and withdraw.

    A capability of its own (Art. 38(6)): DPOs have it in their organisation, and
    others when they are given the permission `ropa.publish_register`.
    """
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return False
    granted = user.has_perm("ropa.publish_register") or is_operator(user)
    if activity is None:
        return granted or any(m.role == Role.DPO for m in memberships(user))
    is_dpo = any(m.role == Role.DPO and m.organisation_id == activity.organisation_id for m in memberships(user))
    return (granted or is_dpo) and can_view(user, activity)


def can_manage(user: Any, organisation: Organisation | None = None) -> bool:
    """Return whether the user may edit parties, own terms and memberships: DPO or operator."""
    if is_operator(user):
        return True
    mine = [m for m in memberships(user) if m.role == Role.DPO and m.unit_id is None]
    return any(organisation is None or m.organisation_id == organisation.pk for m in mine)


def organisations(user: Any) -> QuerySet[Organisation]:
    """Return the organisations the user works in."""
    if is_operator(user):
        return Organisation.objects.all()
    return Organisation.objects.filter(pk__in={m.organisation_id for m in memberships(user)})


def can_enter(user: Any) -> bool:
    """Return whether the user may enter the workplace at all."""
    return bool(user.is_active and (is_operator(user) or memberships(user)))
