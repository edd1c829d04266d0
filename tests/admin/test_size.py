"""A large activity: it opens with as many queries as a small one, and it saves."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ropa import models
from ropa.models import ProcessingActivity

from .browserless import add_row, fields
from .conftest import CHANGE, LIST

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


def fill(activity: ProcessingActivity, rows: int) -> None:
    """Give the activity rows that need terms and name each other."""
    for number in range(rows):
        term = models.PersonalDataCategory.objects.create(label=f"Uppgift {number}", code=f"u{activity.pk}-{number}")
        data = models.PersonalData.objects.create(
            activity=activity, category=term, purposes=[str(activity.purposes.first().key)], position=number
        )
        system = models.System.objects.create(label=f"System {number}", code=f"s{activity.pk}-{number}")
        models.CarrierSystem.objects.create(activity=activity, system=system, position=number)
        models.RetentionRule.objects.create(activity=activity, personal_data=[str(data.key)], position=number)


def queries(client: Client, address: str, data: Any = None) -> int:
    with CaptureQueriesContext(connection) as caught:
        response = client.post(address, data) if data else client.get(address)
    assert response.status_code == 200
    return len(caught)


def test_opening_takes_as_many_queries_for_thirty_rows_as_for_three(dpo: Client, activity: ProcessingActivity) -> None:
    fill(activity, 3)
    queries(dpo, CHANGE.format(activity.pk))  # what Django keeps from then on
    few = queries(dpo, CHANGE.format(activity.pk))
    models.PersonalData.objects.all().delete()
    fill(ProcessingActivity.objects.create(organisation=activity.organisation, slug="x", name="x"), 0)
    activity.carriers.all().delete()
    activity.retention_rules.all().delete()
    models.PersonalDataCategory.objects.all().delete()
    models.System.objects.all().delete()
    fill(activity, 30)
    assert queries(dpo, CHANGE.format(activity.pk)) == few
    assert few < 80


def test_showing_errors_takes_as_many_queries_for_thirty_rows_as_for_three(
    dpo: Client, activity: ProcessingActivity
) -> None:
    counts = []
    for number, rows in enumerate((3, 30)):
        made = ProcessingActivity.objects.create(
            organisation=activity.organisation, unit=activity.unit, name="x", slug=f"x{number}"
        )
        models.Purpose.objects.create(activity=made, text="Ändamål")
        fill(made, rows)
        data = fields(dpo.get(CHANGE.format(made.pk))) | {"name": [""]}
        for row in range(rows):
            data[f"personal_data-{row}-note"] = [f"ändrad {row}"]
        counts.append(queries(dpo, CHANGE.format(made.pk), data))
    assert counts[0] == counts[1]


def test_an_activity_of_a_hundred_rows_saves(dpo: Client, activity: ProcessingActivity) -> None:
    data = fields(dpo.get(CHANGE.format(activity.pk)))
    persons = [add_row(data, "data_subjects", note=f"Grupp {n}") for n in range(20)]
    kinds = [add_row(data, "personal_data", note=f"Uppgift {n}", data_subjects=persons) for n in range(40)]
    for number in range(40):
        add_row(data, "retention_rules", documents=f"Handling {number}", period="5 år", personal_data=kinds)
    assert sum(len(values) for values in data.values()) > 2500
    assert dpo.post(CHANGE.format(activity.pk), data).status_code == 302
    assert activity.retention_rules.count() == 40
    assert activity.personal_data.last().data_subjects == persons
    again = fields(dpo.get(CHANGE.format(activity.pk))) | {"personal_data-39-note": ["Sista"]}
    assert dpo.post(CHANGE.format(activity.pk), again).status_code == 302
    assert activity.personal_data.last().note == "Sista"


def test_the_list_takes_as_many_queries_for_thirty_activities_as_for_three(
    dpo: Client, activity: ProcessingActivity
) -> None:
    few = queries(dpo, LIST)
    for number in range(30):
        ProcessingActivity.objects.create(
            organisation=activity.organisation, unit=activity.unit, name=f"B{number}", slug=f"b{number}"
        )
    assert queries(dpo, LIST) == few
