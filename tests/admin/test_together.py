"""Two people and one activity: nobody's work is lost without being told."""

from typing import Any

import pytest
from django.test import Client

from ropa import models
from ropa.models import Organisation, ProcessingActivity

from .browserless import add_row, fields
from .conftest import CHANGE, browser, person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


@pytest.fixture
def colleague(town: Organisation) -> Client:
    user = person("kollega", town, "dpo")
    user.first_name, user.last_name = "Karin", "Kollega"
    user.save()
    return browser(user)


def post(client: Client, activity: ProcessingActivity, data: dict[str, Any]) -> Any:
    return client.post(CHANGE.format(activity.pk), {**data, "_continue": "1"})


def test_a_later_save_is_told_who_changed_what_and_keeps_what_was_typed(
    dpo: Client, colleague: Client, activity: ProcessingActivity
) -> None:
    mine = fields(dpo.get(CHANGE.format(activity.pk))) | {"summary": ["Min text"]}
    theirs = fields(colleague.get(CHANGE.format(activity.pk))) | {"name": ["Deras namn"], "change_reason": ["Namnbyte"]}
    add_row(theirs, "recipients", note="Skatteverket")
    assert post(colleague, activity, theirs).status_code == 302
    response = post(dpo, activity, mine)
    page = response.content.decode()
    assert response.status_code == 200
    for word in ("Karin Kollega", "Namnbyte", "Deras namn", "Mottagare", "Skatteverket", "Spara ändå"):
        assert word in page
    assert fields(response)["summary"] == ["Min text"]
    activity.refresh_from_db()
    assert (activity.name, activity.summary) == ("Deras namn", "")


def test_saving_anyway_takes_a_tick_for_just_what_one_was_told(
    dpo: Client, colleague: Client, activity: ProcessingActivity
) -> None:
    mine = fields(dpo.get(CHANGE.format(activity.pk))) | {"summary": ["Min text"]}
    post(colleague, activity, fields(colleague.get(CHANGE.format(activity.pk))) | {"name": ["Ett"]})
    told = post(dpo, activity, mine)
    again = fields(told)
    assert post(dpo, activity, again).status_code == 200, "without the tick it is refused again"
    tick = {"save_anyway": [str(ProcessingActivity.objects.get(pk=activity.pk).revision)]}
    post(colleague, activity, fields(colleague.get(CHANGE.format(activity.pk))) | {"name": ["Två"]})
    assert post(dpo, activity, again | tick).status_code == 200, "a change one was not told of counts as well"
    tick = {"save_anyway": [str(ProcessingActivity.objects.get(pk=activity.pk).revision)]}
    assert post(dpo, activity, again | tick).status_code == 302
    activity.refresh_from_db()
    assert activity.summary == "Min text"


def test_a_row_that_somebody_removed_meanwhile_is_told_at_the_row(
    dpo: Client, colleague: Client, activity: ProcessingActivity
) -> None:
    mine = fields(dpo.get(CHANGE.format(activity.pk))) | {"purposes-0-text": ["Min omskrivning"]}
    post(colleague, activity, fields(colleague.get(CHANGE.format(activity.pk))) | {"purposes-0-DELETE": ["on"]})
    activity.refresh_from_db()
    response = post(dpo, activity, mine | {"save_anyway": [str(activity.revision)]})
    assert "Någon tog bort raden medan du redigerade" in response.content.decode()
    assert fields(response)["purposes-0-text"] == ["Min omskrivning"]
    assert models.Purpose.objects.filter(activity=activity).count() == 1
