"""Who may do what to what. The only place that answers; admin, pages and commands ask it."""

from collections.abc import Iterable
from copy import copy
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from .models import Controller, Import, Membership, Organisation, ProcessingActivity, Unit
from .models.organisation import branch_of

Role = Membership.Role

_SEES = {Role.DPO, Role.EDITOR, Role.READER}
_EDITS = {Role.DPO, Role.EDITOR}


def memberships(user: Any, on: date | None = None) -> list[Membership]:
    """Return the memberships that hold on a day (today if not given), read once per user object: two queries."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return []
    if not hasattr(user, "_ropa_memberships"):
        user._ropa_memberships = list(user.memberships.select_related("organisation", "controller", "unit"))
        user._ropa_branches = _branches(user._ropa_memberships)
    day = on or timezone.localdate()
    return [m for m in user._ropa_memberships if _holds_on(m, day)]


def _holds_on(membership: Membership, day: date) -> bool:
    return membership.until is None or membership.until >= day


def _branches(mine: Iterable[Membership]) -> dict[int, set[int]]:
    """Return the units that memberships are about -> these and the units below: one query."""
    limited = [m for m in mine if m.unit_id]
    units = Unit.objects.filter(organisation__in={m.organisation_id for m in limited})
    parents = list(units.values_list("pk", "parent")) if limited else []
    return {m.unit_id: branch_of(m.unit_id, parents) for m in limited if m.unit_id}


def is_operator(user: Any) -> bool:
    """Return whether the user runs the installation (superuser): sees and edits, no DPO."""
    return bool(user.is_active and user.is_superuser)


def as_member(user: Any) -> Any:
    """Return the user as what their memberships alone make of them, for what is told to a person and not to an operator."""
    alone = copy(user)
    alone.is_superuser = False
    return alone


def publishes(membership: Membership) -> bool:
    """Return whether a membership carries the capability to publish: as it says itself, else as its role does."""
    return membership.role == Role.DPO if membership.publishes is None else membership.publishes


def carrying(given: QuerySet[Membership]) -> list[Membership]:
    """Return the memberships that carry the capability to publish today."""
    today = timezone.localdate()
    return [m for m in given.select_related("user").order_by("pk") if publishes(m) and _holds_on(m, today)]


def _is_whole(membership: Membership) -> bool:
    return membership.unit_id is None and membership.controller_id is None


def _branch(user: Any, membership: Membership) -> set[int]:
    """Return the ids of the membership's unit and those below it."""
    branches: dict[int | None, set[int]] = user._ropa_branches
    return branches[membership.unit_id]


def _reach(user: Any, mine: Iterable[Membership]) -> Q | None:
    """Return the condition on activities that the user's memberships reach; None = none at all."""
    reach: Q | None = None
    for m in mine:
        here = Q(organisation=m.organisation_id)
        if m.unit_id:
            here &= Q(unit__in=_branch(user, m))
        elif m.controller_id:
            here &= Q(controller=m.controller_id) | Q(controller=None, unit__controller=m.controller_id)
        reach = here if reach is None else reach | here
    return reach


def _as(user: Any, roles: set[Role]) -> list[Membership]:
    return [m for m in memberships(user) if m.role in roles]


def _publishing(user: Any) -> list[Membership]:
    return [m for m in memberships(user) if publishes(m)]


def _among(
    user: Any, mine: Iterable[Membership], activities: QuerySet[ProcessingActivity]
) -> QuerySet[ProcessingActivity]:
    reach = _reach(user, mine)
    return activities.none() if reach is None else activities.filter(reach)


def _has(user: Any, mine: list[Membership], activity: ProcessingActivity | None) -> bool:
    """Return whether the memberships reach the activity, or (without one) are any at all."""
    if activity is None:
        return bool(mine)
    return _among(user, mine, ProcessingActivity.objects.filter(pk=activity.pk)).exists()


def visible(user: Any, activities: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    """Return the drafts the user may see."""
    return activities if is_operator(user) else _among(user, _as(user, _SEES), activities)


def editable(user: Any, activities: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    """Return the drafts the user may edit, submit and confirm."""
    return activities if is_operator(user) else _among(user, _as(user, _EDITS), activities)


def editable_by_unit(user: Any, activities: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    """Return the drafts that are the user's to edit by unit: by a membership in it or above, not in the whole organisation."""
    return _among(user, [m for m in _as(user, _EDITS) if m.unit_id], activities)


def overseen(user: Any, activities: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    """Return the drafts that the user watches over as DPO. An operator is none."""
    return _among(user, _as(user, {Role.DPO}), activities)


def publishable(user: Any, activities: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    """Return the drafts the user may publish, return and withdraw."""
    return activities if is_operator(user) else _among(user, _publishing(user), activities)


def copyable(user: Any, activities: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    """Return the drafts the user may make others from: those the user sees, and standards where the user edits."""
    if is_operator(user):
        return activities
    where = {m.organisation_id for m in _as(user, _EDITS)}
    standards = Q(is_standard=True, organisation__in=where)
    reach = _reach(user, _as(user, _SEES))
    return activities.filter(standards if reach is None else standards | reach)


def can_view(user: Any, activity: ProcessingActivity) -> bool:
    """Return whether the user may see the draft and its internal fields."""
    return visible(user, ProcessingActivity.objects.filter(pk=activity.pk)).exists()


def can_edit(user: Any, activity: ProcessingActivity | None = None) -> bool:
    """Return whether the user may edit, submit and confirm the draft, or (without one) any draft at all."""
    return is_operator(user) or _has(user, _as(user, _EDITS), activity)


def can_place(user: Any, organisation: Organisation, unit: Unit | None, controller: Controller | None = None) -> bool:
    """Return whether the user may keep an activity in the unit, None = in no unit, under its own controller if any."""
    if is_operator(user):
        return True
    mine = [m for m in _as(user, _EDITS) if m.organisation_id == organisation.pk]
    answers = controller.pk if controller else unit.controller_id if unit else None
    return any(_holds(user, m, unit, answers) for m in mine)


def _holds(user: Any, membership: Membership, unit: Unit | None, controller: int | None) -> bool:
    if membership.unit_id:
        return unit is not None and unit.pk in _branch(user, membership)
    return membership.controller_id in {None, controller}


def units(user: Any) -> QuerySet[Unit]:
    """Return the units in which the user may keep activities."""
    if is_operator(user):
        return Unit.objects.all()
    mine = _as(user, _EDITS)
    whole = {m.organisation_id for m in mine if _is_whole(m)}
    theirs = {m.controller_id for m in mine if m.controller_id}
    below = {pk for m in mine if m.unit_id for pk in _branch(user, m)}
    return Unit.objects.filter(Q(organisation__in=whole) | Q(controller__in=theirs) | Q(pk__in=below))


def can_publish(user: Any, activity: ProcessingActivity | None = None) -> bool:
    """Return whether the user may publish, return and withdraw the activity, or (without one) any at all.

    A capability of its own (Art. 38(6)): a membership as DPO carries it, and an organisation can
    take it from there and give it to another membership (`Membership.publishes`).
    """
    return is_operator(user) or _has(user, _publishing(user), activity)


def can_manage(user: Any, organisation: Organisation | None = None) -> bool:
    """Return whether the user may edit parties, own terms and memberships, and reorganise: DPO or operator."""
    if is_operator(user):
        return True
    mine = _watched(user)
    return bool(mine) if organisation is None else organisation.pk in mine


def _watched(user: Any) -> set[int]:
    """Return the ids of the organisations the user is DPO of as a whole."""
    return {m.organisation_id for m in _as(user, {Role.DPO}) if _is_whole(m)}


def managed(user: Any) -> QuerySet[Organisation]:
    """Return the organisations of which `can_manage` is true."""
    if is_operator(user):
        return Organisation.objects.all()
    return Organisation.objects.filter(pk__in=_watched(user))


def importing(user: Any) -> QuerySet[Organisation]:
    """Return the organisations into which the user may import: those in which the user may edit anything."""
    if is_operator(user):
        return Organisation.objects.all()
    return Organisation.objects.filter(pk__in={m.organisation_id for m in _as(user, _EDITS)})


def imports(user: Any) -> QuerySet[Import]:
    """Return the imports the user may see and go on with: the user's own, and all in organisations the user manages.

    The files can hold what belongs to units that another editor has no sight of.
    """
    if is_operator(user):
        return Import.objects.all()
    own = Q(user=user.pk, organisation__in=importing(user).values("pk"))
    return Import.objects.filter(own | Q(organisation__in=_watched(user)))


def organisations(user: Any) -> QuerySet[Organisation]:
    """Return the organisations the user works in: sight of parties and terms, not of drafts."""
    if is_operator(user):
        return Organisation.objects.all()
    return Organisation.objects.filter(pk__in={m.organisation_id for m in memberships(user)})


# --- accounts and what they are given ---------------------------------------------------------------------------------


def can_change_membership(user: Any, membership: Membership) -> bool:
    """Return whether the user may change or remove a membership: not one's own, and not an operator's."""
    if is_operator(user):
        return True
    theirs = membership.user
    return can_manage(user, membership.organisation) and theirs.pk != user.pk and not theirs.is_superuser


def can_give_publishing(user: Any, organisation: Organisation) -> bool:
    """Return whether the user may give a membership that publishes: nobody gives what they do not have."""
    if is_operator(user):
        return True
    mine = [m for m in _publishing(user) if _is_whole(m) and m.organisation_id == organisation.pk]
    return can_manage(user, organisation) and bool(mine)


def eligible(user: Any) -> QuerySet[Any]:
    """Return the accounts the user may give a membership: own people and those who work nowhere, no operators."""
    every = get_user_model()._default_manager.all()
    if is_operator(user):
        return every
    known = Q(memberships__organisation__in=managed(user)) | Q(memberships=None)
    return every.filter(known, is_superuser=False).exclude(pk=user.pk).distinct()


def keepers(organisations: Iterable[Organisation]) -> QuerySet[Any]:
    """Return the active accounts that may edit something in the organisations today: they can keep activities."""
    today = Q(until=None) | Q(until__gte=timezone.localdate())
    editing = Membership.objects.filter(today, role__in=_EDITS, organisation__in=organisations)
    accounts = get_user_model()._default_manager.filter(is_active=True, pk__in=editing.values("user"))
    return accounts.order_by("last_name", "first_name", "username")


def unwatched(user: Any) -> QuerySet[Organisation]:
    """Return the organisations an operator runs without being their DPO: who that is, they are told."""
    if not is_operator(user):
        return Organisation.objects.none()
    return Organisation.objects.exclude(pk__in=_watched(user))


def officers(organisations: Iterable[Organisation]) -> dict[int, list[Any]]:
    """Return organisation -> the active accounts that are DPO of the whole of it today: one query."""
    found: dict[int, list[Any]] = {}
    whole = Membership.objects.filter(role=Role.DPO, unit=None, controller=None, user__is_active=True)
    for m in whole.filter(organisation__in=organisations).select_related("user").order_by("user__username"):
        if _holds_on(m, timezone.localdate()):
            found.setdefault(m.organisation_id, []).append(m.user)
    return found


def can_enter(user: Any) -> bool:
    """Return whether the user may enter the workplace: staff with a membership that holds today, or the operator."""
    return bool(user.is_active and user.is_staff and (is_operator(user) or memberships(user)))
