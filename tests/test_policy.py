"""Who may do what: every role on own and other ground, at few and ever the same number of questions."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.utils import timezone

from ropa import policy
from ropa.models import Controller, DataProtectionOfficer, Membership, Organisation, ProcessingActivity, Unit

pytestmark = pytest.mark.django_db

Ground = dict[str, ProcessingActivity]


@pytest.fixture
def ground() -> Ground:
    """Activities on the user's own unit, below it, on another unit of the same board, of another board, elsewhere."""
    here, there = (Organisation.objects.create(name=n, slug=n) for n in ("here", "there"))
    mine, other = (Controller.objects.create(organisation=here, name=n, slug=n) for n in ("mine", "other"))
    own = Unit.objects.create(organisation=here, name="own", slug="own", controller=mine)
    units = {
        "own": own,
        "below": Unit.objects.create(organisation=here, name="below", slug="below", parent=own, controller=mine),
        "beside": Unit.objects.create(organisation=here, name="beside", slug="beside", controller=mine),
        "board": Unit.objects.create(organisation=here, name="board", slug="board", controller=other),
        "abroad": Unit.objects.create(organisation=there, name="abroad", slug="abroad"),
    }
    return {
        name: ProcessingActivity.objects.create(organisation=unit.organisation, unit=unit, name=name, slug=name)
        for name, unit in units.items()
    }


def member(ground: Ground, role: str, on: str = "", name: str = "", **given: Any) -> User:
    """Return an account with a role on the "unit" or the "controller" of the own ground, or on all of it."""
    user = User.objects.create(username=name or f"{role} {on}", is_staff=True)
    unit = ground["own"].unit
    assert unit
    place = {"unit": {"unit": unit}, "controller": {"controller": unit.controller}, "": {}}[on]
    Membership.objects.create(user=user, organisation=unit.organisation, role=role, **place, **given)
    return user


def reach(user: Any, ground: Ground) -> dict[str, str]:
    """Return place -> letters of what the user may: see, edit, publish, manage."""
    asks = {
        "s": policy.can_view,
        "e": policy.can_edit,
        "p": policy.can_publish,
        "m": lambda user, activity: policy.can_manage(user, activity.organisation),
    }
    return {place: "".join(k for k, ask in asks.items() if ask(user, a)) for place, a in ground.items()}


ROLES = [
    # role, on, given                            own     below   beside  board   abroad
    ("dpo", "", {}, "                            sepm    sepm    sepm    sepm    -"),
    ("dpo", "", {"publishes": False}, "          sem     sem     sem     sem     -"),
    ("dpo", "controller", {}, "                  sep     sep     sep     -       -"),
    ("dpo", "unit", {}, "                        sep     sep     -       -       -"),
    ("editor", "", {}, "                         se      se      se      se      -"),
    ("editor", "controller", {}, "               se      se      se      -       -"),
    ("editor", "unit", {}, "                     se      se      -       -       -"),
    ("editor", "unit", {"publishes": True}, "    sep     sep     -       -       -"),
    ("reader", "", {}, "                         s       s       s       s       -"),
    ("reader", "controller", {}, "               s       s       s       -       -"),
    ("reader", "unit", {}, "                     s       s       -       -       -"),
    ("reader", "", {"publishes": True}, "        sp      sp      sp      sp      -"),
]


@pytest.mark.parametrize(("role", "on", "given", "expected"), ROLES)
def test_what_a_role_may(ground: Ground, role: str, on: str, given: dict[str, Any], expected: str) -> None:
    letters = dict(zip(ground, expected.replace("-", ".").split(), strict=True))
    assert reach(member(ground, role, on, **given), ground) == {p: may.strip(".") for p, may in letters.items()}


@pytest.mark.parametrize(("role", "on", "given", "expected"), ROLES)
def test_lists_hold_what_may_be_done_one_by_one(
    ground: Ground, role: str, on: str, given: dict[str, Any], expected: str
) -> None:
    user, every = member(ground, role, on, **given), ProcessingActivity.objects.all()
    lists = {"s": policy.visible, "e": policy.editable, "p": policy.publishable}
    one_by_one = reach(user, ground)
    for letter, ask in lists.items():
        assert {a.slug for a in ask(user, every)} == {p for p, may in one_by_one.items() if letter in may}


def test_several_memberships_add_up(ground: Ground) -> None:
    user = member(ground, "reader")
    Membership.objects.create(
        user=user, organisation=ground["board"].organisation, unit=ground["board"].unit, role="editor"
    )
    assert reach(user, ground) == {"own": "s", "below": "s", "beside": "s", "board": "se", "abroad": ""}


@pytest.mark.parametrize(("days", "allowed"), [(0, "sepm"), (-1, "")])
def test_a_membership_holds_to_the_end_of_its_last_day(ground: Ground, days: int, allowed: str) -> None:
    until = timezone.localdate() + timedelta(days=days)
    assert reach(member(ground, "dpo", until=until), ground)["own"] == allowed


def test_strangers_reach_nothing(ground: Ground) -> None:
    nothing = dict.fromkeys(ground, "")
    assert reach(AnonymousUser(), ground) == nothing
    assert reach(User.objects.create(username="stranger", is_staff=True), ground) == nothing
    inactive = member(ground, "dpo")
    inactive.is_active = False
    assert reach(inactive, ground) == nothing
    closed = User(username="closed", is_superuser=True, is_staff=True, is_active=False)
    assert reach(closed, ground) == nothing
    assert not policy.can_enter(closed)


def test_the_operator_reaches_all(ground: Ground) -> None:
    assert reach(User.objects.create_superuser("root"), ground) == dict.fromkeys(ground, "sepm")


@pytest.mark.parametrize(
    ("on", "places"),
    [("", {"own", "below", "beside", "board"}), ("controller", {"own", "below", "beside"}), ("unit", {"own", "below"})],
)
def test_activities_are_kept_where_one_edits(ground: Ground, on: str, places: set[str]) -> None:
    user = member(ground, "editor", on)
    assert {u.slug for u in policy.units(user)} == places
    assert {p for p, a in ground.items() if policy.can_place(user, a.organisation, a.unit)} == places
    assert policy.can_place(user, ground["own"].organisation, None) == (on == "")


@pytest.mark.parametrize("units", [1, 3])
def test_what_a_user_may_is_asked_for_at_a_constant_price(
    ground: Ground, units: int, django_assert_num_queries: Any
) -> None:
    """Memberships and the tree of units are read once for a user; then each answer is one question."""
    member(ground, "editor", "unit", name="m")
    user = User.objects.get(username="m")
    for place in ("beside", "board")[: units - 1]:
        unit = ground[place].unit
        Membership.objects.create(user=user, organisation=unit.organisation, unit=unit, role="editor")  # type: ignore[union-attr]
    every = ProcessingActivity.objects.all()
    with django_assert_num_queries(2):
        policy.memberships(user)
    with django_assert_num_queries(3):
        list(policy.visible(user, every)), list(policy.editable(user, every)), list(policy.units(user))
    with django_assert_num_queries(0):
        policy.can_enter(user), policy.can_edit(user), policy.can_manage(user)
        policy.can_place(user, ground["own"].organisation, ground["below"].unit)


# --- accounts ---------------------------------------------------------------------------------------------------------


def test_nobody_changes_own_memberships_nor_an_operators(ground: Ground) -> None:
    dpo, root = member(ground, "dpo"), User.objects.create_superuser("root")
    here = ground["own"].organisation
    of = {
        "own": dpo.memberships.get(),
        "colleague": member(ground, "reader").memberships.get(),
        "operator": Membership.objects.create(user=root, organisation=here, role="dpo"),
        "elsewhere": Membership.objects.create(
            user=User.objects.create(username="x"), organisation=ground["abroad"].organisation, role="reader"
        ),
    }
    assert {name for name, m in of.items() if policy.can_change_membership(dpo, m)} == {"colleague"}
    assert {name for name, m in of.items() if policy.can_change_membership(root, m)} == set(of)
    of_a_part = member(ground, "dpo", "unit")
    assert not any(policy.can_change_membership(of_a_part, m) for m in of.values())


def test_nobody_gives_publishing_without_having_it(ground: Ground) -> None:
    here, there = ground["own"].organisation, ground["abroad"].organisation
    dpo, silent = member(ground, "dpo"), member(ground, "dpo", name="silent", publishes=False)
    assert policy.can_give_publishing(dpo, here)
    assert not policy.can_give_publishing(dpo, there)
    assert not policy.can_give_publishing(silent, here)
    assert not policy.can_give_publishing(member(ground, "editor", publishes=True), here)
    Membership.objects.create(user=silent, organisation=here, unit=ground["own"].unit, role="editor", publishes=True)
    assert not policy.can_give_publishing(User.objects.get(username="silent"), here)


def test_memberships_are_given_to_own_people_and_to_those_who_work_nowhere(ground: Ground) -> None:
    dpo, root = member(ground, "dpo"), User.objects.create_superuser("root")
    member(ground, "reader")
    User.objects.create(username="new")
    stranger = User.objects.create(username="stranger")
    Membership.objects.create(user=stranger, organisation=ground["abroad"].organisation, role="reader")
    Membership.objects.create(user=dpo, organisation=ground["abroad"].organisation, role="reader")
    assert {u.username for u in policy.eligible(dpo)} == {"reader ", "new"}
    assert policy.eligible(root).count() == User.objects.count()


def test_an_operator_is_told_who_watches_over_what(ground: Ground) -> None:
    here, root = ground["own"].organisation, User.objects.create_superuser("root")
    DataProtectionOfficer.objects.create(organisation=here, name="Ombudet")
    yesterday = timezone.localdate() - timedelta(days=1)
    member(ground, "dpo", name="Anna")
    member(ground, "dpo", name="gone", until=yesterday)
    member(ground, "dpo", "unit")
    assert [o.slug for o in policy.unwatched(root)] == ["here", "there"]
    found = policy.officers(Organisation.objects.all())
    assert {pk: [u.username for u in users] for pk, users in found.items()} == {here.pk: ["Anna"]}
    Membership.objects.create(user=root, organisation=here, role="dpo")
    assert [o.slug for o in policy.unwatched(User.objects.get(username="root"))] == ["there"]
    assert not policy.unwatched(User.objects.get(username="Anna")).exists()
