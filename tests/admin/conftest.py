"""A small municipality, and people with every role in it."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from ropa import models, publishing
from ropa.models import Membership, Organisation, ProcessingActivity, Unit

CHANGE = "/admin/ropa/processingactivity/{}/change/"
ADD = "/admin/ropa/processingactivity/add/"
LIST = "/admin/ropa/processingactivity/"


@pytest.fixture
def town(db: Any) -> Organisation:
    return Organisation.objects.create(name="Exempelby kommun", slug="exempelby")


@pytest.fixture
def unit(town: Organisation) -> Unit:
    board = models.Controller.objects.create(organisation=town, name="Socialnämnden", slug="sn", kind="board")
    return Unit.objects.create(organisation=town, name="Ekonomiskt bistånd", slug="eb", controller=board)


@pytest.fixture
def activity(unit: Unit) -> ProcessingActivity:
    made = ProcessingActivity.objects.create(
        organisation=unit.organisation, unit=unit, name="Försörjningsstöd", slug="forsorjningsstod"
    )
    models.Purpose.objects.create(activity=made, text="Utreda ansökningar", position=0)
    models.Purpose.objects.create(activity=made, text="Föra statistik", position=1)
    publishing.reindex([made])
    return made


@pytest.fixture
def elsewhere(db: Any) -> ProcessingActivity:
    other = Organisation.objects.create(name="Grannby kommun", slug="grannby")
    made = ProcessingActivity.objects.create(organisation=other, name="Grannens hemlighet", slug="grannens")
    models.Purpose.objects.create(activity=made, text="Grannens ändamål")
    publishing.reindex([made])
    return made


def person(name: str, organisation: Organisation, role: str, unit: Unit | None = None) -> User:
    user = User.objects.create_user(name, password="-", is_staff=True)
    Membership.objects.create(user=user, organisation=organisation, role=role, unit=unit)
    return user


@pytest.fixture
def people(town: Organisation, unit: Unit, elsewhere: ProcessingActivity) -> dict[str, User | None]:
    """Everybody who may knock at the door, by what they are."""
    beside = Unit.objects.create(organisation=town, name="Biblioteket", slug="bibliotek")
    return {
        "dpo": person("dpo", town, "dpo"),
        "editor": person("editor", town, "editor", unit),
        "editor of another unit": person("beside", town, "editor", beside),
        "reader": person("reader", town, "reader"),
        "dpo elsewhere": person("elsewhere", elsewhere.organisation, "dpo"),
        "staff without membership": User.objects.create_user("lost", is_staff=True),
        "anonymous": None,
    }


def browser(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


@pytest.fixture
def dpo(town: Organisation) -> Client:
    client = browser(User.objects.filter(username="dpo").first() or person("dpo", town, "dpo"))
    return client
