"""Activities made from others, and who keeps one up to date."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from ropa import publishing
from ropa.models import ProcessingActivity, Unit

from .browserless import fields
from .conftest import CHANGE, LIST, browser, person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

STANDARD = f"{LIST}from-standard/"


@pytest.fixture
def standard(activity: ProcessingActivity) -> ProcessingActivity:
    activity.is_standard = True
    activity.save()
    publishing.reindex([activity])
    return activity


def copy_of(client: Client, source: ProcessingActivity, **said: object) -> ProcessingActivity:
    answer = client.post(f"{LIST}{source.pk}/copy/", said)
    assert answer.status_code == 302, answer.context["form"].errors
    return ProcessingActivity.objects.get(pk=answer.url.split("/")[-3])


def test_a_copy_lies_in_the_same_unit_and_is_a_draft(dpo: Client, activity: ProcessingActivity) -> None:
    html = dpo.get(f"{LIST}{activity.pk}/copy/").content.decode()
    assert 'value="Försörjningsstöd (kopia)"' in html
    assert f'<option value="{activity.unit_id}" selected>' in html
    made = copy_of(dpo, activity, name="Försörjningsstöd (kopia)", unit=activity.unit_id)
    assert (made.name, made.unit, made.purposes.count()) == ("Försörjningsstöd (kopia)", activity.unit, 2)
    assert made.index.state == "draft"
    assert "Gjord av ”Försörjningsstöd”." in dpo.get(f"{LIST}{made.pk}/history/").content.decode()


def test_who_edits_elsewhere_makes_one_from_a_standard_and_places_it_there(
    people: dict[str, User], standard: ProcessingActivity
) -> None:
    client, own = browser(people["editor of another unit"]), Unit.objects.get(slug="bibliotek")
    assert client.get(CHANGE.format(standard.pk)).status_code == 302, "the draft itself is not theirs to see"
    html = client.get(f"{STANDARD}?q=försörjning").content.decode()
    assert f'href="{LIST}{standard.pk}/copy/"' in html
    made = copy_of(client, standard, name="Vår", unit=own.pk)
    assert (made.unit, made.is_standard, made.name) == (own, False, "Vår")
    refused = client.post(f"{LIST}{standard.pk}/copy/", {"name": "Vår", "unit": standard.unit_id})
    assert refused.status_code == 200
    assert 'value="Vår"' in refused.content.decode()


def test_a_search_that_finds_nothing_says_so(dpo: Client, standard: ProcessingActivity) -> None:
    assert "Ingen standardbehandling innehåller orden" in dpo.get(f"{STANDARD}?q=finns+inte%00").content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [("dpo elsewhere", 404), ("editor of another unit", 404), ("reader", 403), ("editor", 200)],
)
def test_who_may_not_see_what_is_no_standard_finds_nothing(
    who: str, status: int, people: dict[str, User], activity: ProcessingActivity
) -> None:
    assert browser(people[who]).get(f"{LIST}{activity.pk}/copy/").status_code == status


def test_the_keeper_is_one_who_may_edit_there_and_others_are_not_named(
    people: dict[str, User], activity: ProcessingActivity
) -> None:
    client, page = browser(people["dpo"]), CHANGE.format(activity.pk)
    person("grannens", ProcessingActivity.objects.get(slug="grannens").organisation, "editor")
    response = client.get(page)
    html = response.content.decode()
    offered = html[html.index('name="owner"') :].split("</select>")[0]
    assert {name for name, user in people.items() if user and f">{user.username}<" in offered} == {
        "dpo",
        "editor",
        "editor of another unit",
    }
    assert "grannens" not in offered
    data = fields(response, "processingactivity_form") | {"_save": ["1"]}
    beside = people["editor of another unit"]
    told = client.post(page, data | {"owner": [str(beside.pk)]}).content.decode()  # type: ignore[union-attr]
    assert "Välj någon som får ändra i enhetens behandlingar." in told
    assert client.post(page, data | {"owner": [str(people["editor"].pk)], "is_standard": ["on"]}).status_code == 302  # type: ignore[union-attr]
    activity.refresh_from_db()
    assert (activity.owner, activity.is_standard) == (people["editor"], True)


def test_an_address_that_was_anothers_in_public_is_refused(dpo: Client, activity: ProcessingActivity) -> None:
    publishing.publish(activity, by="dpo", reason="Prov")
    ProcessingActivity.objects.filter(pk=activity.pk).update(slug="flyttad")
    other = ProcessingActivity.objects.create(organisation=activity.organisation, name="Annan", slug="annan")
    page = CHANGE.format(other.pk)
    data = fields(dpo.get(page), "processingactivity_form") | {"slug": ["forsorjningsstod"], "_save": ["1"]}
    assert "Adressen tillhör en annan behandling som har publicerats." in dpo.post(page, data).content.decode()
