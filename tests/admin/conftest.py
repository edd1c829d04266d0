"""A small municipality, and people with every role in it."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from ropa import models, publishing
from ropa.models import Membership, Organisation, ProcessingActivity, Unit

from .browserless import fields

CHANGE = "/admin/ropa/processingactivity/{}/change/"
ADD = "/admin/ropa/processingactivity/add/"
LIST = "/admin/ropa/processingactivity/"


@pytest.fixture(scope="module")
def standing(kept_database: None) -> ProcessingActivity:
    """All that the fixtures below make, made once for a module: `pytest.mark.usefixtures("standing")`."""
    made = new_activity(new_unit(new_town()))
    new_people(made.organisation, made.unit, new_elsewhere())  # type: ignore[arg-type]
    return made


def stands(request: pytest.FixtureRequest) -> bool:
    return "standing" in request.fixturenames


@pytest.fixture
def town(db: Any, request: pytest.FixtureRequest) -> Organisation:
    return Organisation.objects.get(slug="exempelby") if stands(request) else new_town()


@pytest.fixture
def unit(town: Organisation, request: pytest.FixtureRequest) -> Unit:
    return Unit.objects.get(slug="eb") if stands(request) else new_unit(town)


@pytest.fixture
def activity(unit: Unit, request: pytest.FixtureRequest) -> ProcessingActivity:
    return ProcessingActivity.objects.get(slug="forsorjningsstod") if stands(request) else new_activity(unit)


@pytest.fixture
def elsewhere(db: Any, request: pytest.FixtureRequest) -> ProcessingActivity:
    return ProcessingActivity.objects.get(slug="grannens") if stands(request) else new_elsewhere()


@pytest.fixture
def people(
    town: Organisation, unit: Unit, elsewhere: ProcessingActivity, request: pytest.FixtureRequest
) -> dict[str, User | None]:
    """Everybody who may knock at the door, by what they are."""
    if not stands(request):
        new_people(town, unit, elsewhere)
    return {who: User.objects.get(username=name) for who, name in LOG_INS.items()} | {"anonymous": None}


def new_town() -> Organisation:
    return Organisation.objects.create(name="Exempelby kommun", slug="exempelby")


def new_unit(town: Organisation) -> Unit:
    board = models.Controller.objects.create(organisation=town, name="Socialnämnden", slug="sn", kind="board")
    return Unit.objects.create(organisation=town, name="Ekonomiskt bistånd", slug="eb", controller=board)


def new_activity(unit: Unit) -> ProcessingActivity:
    made = ProcessingActivity.objects.create(
        organisation=unit.organisation, unit=unit, name="Försörjningsstöd", slug="forsorjningsstod"
    )
    models.Purpose.objects.create(activity=made, text="Utreda ansökningar", position=0)
    models.Purpose.objects.create(activity=made, text="Föra statistik", position=1)
    publishing.reindex([made])
    return made


def new_elsewhere() -> ProcessingActivity:
    other = Organisation.objects.create(name="Grannby kommun", slug="grannby")
    made = ProcessingActivity.objects.create(organisation=other, name="Grannens hemlighet", slug="grannens")
    models.Purpose.objects.create(activity=made, text="Grannens ändamål")
    publishing.reindex([made])
    return made


def person(name: str, organisation: Organisation, role: str, unit: Unit | None = None) -> User:
    user = User.objects.create_user(name, password="-", is_staff=True)
    Membership.objects.create(user=user, organisation=organisation, role=role, unit=unit)
    return user


LOG_INS = {
    "dpo": "dpo",
    "editor": "editor",
    "editor of another unit": "beside",
    "reader": "reader",
    "dpo elsewhere": "elsewhere",
    "staff without membership": "lost",
}


def new_people(town: Organisation, unit: Unit, elsewhere: ProcessingActivity) -> None:
    beside = Unit.objects.create(organisation=town, name="Biblioteket", slug="bibliotek")
    person("dpo", town, "dpo")
    person("editor", town, "editor", unit)
    person("beside", town, "editor", beside)
    person("reader", town, "reader")
    person("elsewhere", elsewhere.organisation, "dpo")
    User.objects.create_user("lost", is_staff=True)


def browser(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


@pytest.fixture
def dpo(town: Organisation) -> Client:
    client = browser(User.objects.filter(username="dpo").first() or person("dpo", town, "dpo"))
    return client


@pytest.fixture(scope="module")
def first_page(standing: ProcessingActivity) -> Any:
    """The activity's page as it stands before anybody does anything, fetched once for a module."""
    return browser(User.objects.get(username="dpo")).get(CHANGE.format(standing.pk))


@pytest.fixture
def data(first_page: Any) -> dict[str, Any]:
    """What a browser would send from that page."""
    return fields(first_page)
