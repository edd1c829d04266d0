"""Who gives which membership to whom."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from ropa import models
from ropa.models import Membership, Organisation, ProcessingActivity, Unit

from .browserless import fields
from .conftest import browser

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

ADD, CHANGE = "/admin/ropa/membership/add/", "/admin/ropa/membership/{}/change/"


def give(client: Client, user: User | None, town: Organisation, role: str = "reader", **given: Any) -> str:
    """Send the form for a new membership, and return the page it answers with."""
    assert user
    sent = {"user": user.pk, "organisation": town.pk, "role": role, "publishes": "unknown", **given}
    return client.post(ADD, {name: getattr(value, "pk", value) for name, value in sent.items()}).content.decode()


def test_the_form_asks_for_all_of_it(people: dict[str, User]) -> None:
    offered = fields(browser(people["dpo"]).get(ADD), "membership_form")
    assert {"user", "role", "publishes", "organisation", "controller", "unit", "until"} <= set(offered)


def test_a_dpo_gives_memberships_in_the_own_organisation_only(
    people: dict[str, User], town: Organisation, elsewhere: ProcessingActivity
) -> None:
    lost = people["staff without membership"]
    for organisation in (elsewhere.organisation, town):
        give(browser(people["dpo"]), lost, organisation)
    assert [m.organisation for m in lost.memberships.all()] == [town]


def test_being_dpo_elsewhere_gives_no_right_here(people: dict[str, User], town: Organisation) -> None:
    """Who is DPO of one town and reader in another neither sees nor gives memberships in the other."""
    user, here = people["dpo elsewhere"], Membership.objects.get(user=people["reader"])
    Membership.objects.create(user=user, organisation=town, role="reader")
    client = browser(user)
    assert CHANGE.format(here.pk) not in client.get("/admin/ropa/membership/").content.decode()
    assert client.get(CHANGE.format(here.pk)).status_code == 302
    give(client, people["staff without membership"], town)
    assert not people["staff without membership"].memberships.exists()


@pytest.mark.parametrize("on", ["controller", "unit"])
def test_a_dpo_of_a_part_gives_none(town: Organisation, unit: Unit, on: str) -> None:
    part = {"unit": unit, "controller": unit.controller}[on]
    user = User.objects.create(username="part", is_staff=True)
    Membership.objects.create(user=user, organisation=town, role="dpo", **{on: part})
    assert browser(user).get(ADD).status_code == 403


def test_a_membership_is_about_one_part_of_the_own_organisation(
    people: dict[str, User], town: Organisation, unit: Unit, elsewhere: ProcessingActivity
) -> None:
    client, lost = browser(people["dpo"]), people["staff without membership"]
    theirs = Unit.objects.create(organisation=elsewhere.organisation, name="Grannens enhet", slug="grannenhet")
    assert "inte båda" in give(client, lost, town, controller=unit.controller, unit=unit)
    assert "Grannens enhet" not in give(client, lost, town, unit=theirs)
    root = browser(User.objects.create_superuser("root"))
    assert "en annan organisation" in give(root, lost, town, unit=theirs)
    assert not lost.memberships.exists()
    give(client, lost, town, "editor", controller=unit.controller, publishes="true")
    made = lost.memberships.get()
    assert (made.controller, made.unit, made.publishes) == (unit.controller, None, True)


@pytest.mark.parametrize(
    ("role", "publishes", "given"),
    [("dpo", "unknown", 0), ("editor", "true", 0), ("dpo", "false", 1), ("editor", "unknown", 1)],
)
def test_who_may_not_publish_lets_nobody_publish(
    people: dict[str, User], town: Organisation, role: str, publishes: str, given: int
) -> None:
    people["dpo"].memberships.update(publishes=False)
    lost = people["staff without membership"]
    page = give(browser(people["dpo"]), lost, town, role, publishes=publishes)
    assert lost.memberships.count() == given
    assert ("kan därför inte låta andra göra det" in page) == (not given)


def test_ones_own_membership_is_shown_and_not_changed(people: dict[str, User]) -> None:
    own = people["dpo"].memberships.get()
    client = browser(people["dpo"])
    assert "Det här är din egen behörighet" in client.get(CHANGE.format(own.pk)).content.decode()
    assert client.post(CHANGE.format(own.pk), {"role": "dpo", "publishes": "true"}).status_code == 403
    assert client.post(f"/admin/ropa/membership/{own.pk}/delete/", {"post": "yes"}).status_code == 403
    assert people["dpo"].memberships.get().publishes is None


def test_an_operators_membership_is_left_to_operators(people: dict[str, User], town: Organisation) -> None:
    root = User.objects.create_superuser("root")
    theirs = Membership.objects.create(user=root, organisation=town, role="reader")
    client = browser(people["dpo"])
    assert "Det här kontot driver registret" in client.get(CHANGE.format(theirs.pk)).content.decode()
    assert client.post(CHANGE.format(theirs.pk), {"role": "dpo"}).status_code == 403
    give(client, root, town, "dpo")
    assert [m.role for m in root.memberships.all()] == ["reader"]


def test_permissions_of_django_give_no_rights(people: dict[str, User]) -> None:
    from django.contrib.auth.models import Permission

    people["reader"].user_permissions.set(Permission.objects.all())
    client = browser(people["reader"])
    for address in ("/admin/auth/user/", "/admin/axes/accessattempt/", ADD, "/admin/ropa/unit/add/"):
        assert client.get(address).status_code == 403, address


def test_an_operator_is_told_whom_to_ask(people: dict[str, User], town: Organisation) -> None:
    models.DataProtectionOfficer.objects.create(organisation=town, name="Ombudet", email="dso@exempelby.se")
    root = User.objects.create_superuser("root")
    told = browser(root).get("/admin/ropa/unit/").content.decode()
    assert "dso@exempelby.se" in told
    assert "Loggar in som dataskyddsombud: dpo." in told
    assert 'class="officers"' not in browser(people["dpo"]).get("/admin/ropa/unit/").content.decode()
    for organisation in Organisation.objects.all():
        person_of = {"user": root, "organisation": organisation, "role": "dpo"}
        Membership.objects.create(**person_of)
    assert 'class="officers"' not in browser(root).get("/admin/ropa/unit/").content.decode()
