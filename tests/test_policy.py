"""Who may do what: every role on own and other ground."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.utils import timezone

from ropa import policy
from ropa.models import Membership, Organisation, ProcessingActivity, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground() -> dict[str, ProcessingActivity]:
    """Activities on the user's own unit, below it, on another unit, and in another organisation."""
    here, there = (Organisation.objects.create(name=n, slug=n) for n in ("here", "there"))
    own = Unit.objects.create(organisation=here, name="own", slug="own")
    units = {
        "own": own,
        "below": Unit.objects.create(organisation=here, name="below", slug="below", parent=own),
        "beside": Unit.objects.create(organisation=here, name="beside", slug="beside"),
        "abroad": Unit.objects.create(organisation=there, name="abroad", slug="abroad"),
    }
    return {
        name: ProcessingActivity.objects.create(organisation=unit.organisation, unit=unit, name=name, slug=name)
        for name, unit in units.items()
    }


def member(ground: dict[str, ProcessingActivity], role: str, *, unit: bool = False, days: int | None = None) -> User:
    user = User.objects.create(username=role, is_staff=True)
    until = None if days is None else timezone.localdate() + timedelta(days=days)
    own = ground["own"]
    Membership.objects.create(
        user=user, organisation=own.organisation, unit=own.unit if unit else None, role=role, until=until
    )
    return user


def reach(user: object, ground: dict[str, ProcessingActivity]) -> dict[str, str]:
    """Return place -> letters of what the user may: see, edit, publish."""
    asks = {"s": policy.can_view, "e": policy.can_edit, "p": policy.can_publish}
    return {place: "".join(k for k, ask in asks.items() if ask(user, a)) for place, a in ground.items()}


def test_the_dpo_does_all_within_the_organisation(ground: dict) -> None:
    expected = {"own": "sep", "below": "sep", "beside": "sep", "abroad": ""}
    assert reach(member(ground, "dpo"), ground) == expected


def test_a_dpo_of_a_unit_publishes_there_and_nowhere_else(ground: dict) -> None:
    expected = {"own": "sep", "below": "sep", "beside": "", "abroad": ""}
    assert reach(member(ground, "dpo", unit=True), ground) == expected


def test_an_editor_of_a_unit_edits_it_and_those_below(ground: dict) -> None:
    expected = {"own": "se", "below": "se", "beside": "", "abroad": ""}
    assert reach(member(ground, "editor", unit=True), ground) == expected


def test_a_reader_sees(ground: dict) -> None:
    expected = {"own": "s", "below": "s", "beside": "s", "abroad": ""}
    assert reach(member(ground, "reader"), ground) == expected


def test_an_editor_given_the_capability_publishes_where_they_see(ground: dict) -> None:
    user = member(ground, "editor", unit=True)
    user.memberships.update(publishes=True)
    user = User.objects.get(pk=user.pk)
    assert reach(user, ground) == {"own": "sep", "below": "sep", "beside": "", "abroad": ""}


@pytest.mark.parametrize(("days", "allowed"), [(0, "sep"), (-1, "")])
def test_a_membership_holds_to_the_end_of_its_last_day(ground: dict, days: int, allowed: str) -> None:
    assert reach(member(ground, "dpo", days=days), ground)["own"] == allowed


def test_strangers_reach_nothing(ground: dict) -> None:
    nothing = dict.fromkeys(ground, "")
    assert reach(AnonymousUser(), ground) == nothing
    assert reach(User.objects.create(username="stranger", is_staff=True), ground) == nothing
    inactive = member(ground, "dpo")
    inactive.is_active = False
    assert reach(inactive, ground) == nothing


def test_the_operator_reaches_all(ground: dict) -> None:
    assert reach(User.objects.create_superuser("root"), ground) == dict.fromkeys(ground, "sep")


def test_only_the_dpo_of_the_whole_organisation_manages_it(ground: dict) -> None:
    organisation = ground["own"].organisation
    assert policy.can_manage(member(ground, "dpo"), organisation)
    assert not policy.can_manage(User.objects.get(username="dpo"), ground["abroad"].organisation)
    assert not policy.can_manage(member(ground, "editor"), organisation)
