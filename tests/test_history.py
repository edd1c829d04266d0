"""Rows removed together leave the history that each would leave by itself."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from ropa import history
from ropa.models import Organisation, ProcessingActivity, Purpose

pytestmark = pytest.mark.django_db

LEFT_OUT = {"history_id", "history_date", "id", "key", "activity_id"}


def entries(of: ProcessingActivity) -> list[dict[str, Any]]:
    rows = Purpose.history.filter(activity_id=of.pk, history_type="-").order_by("position")
    return [{k: v for k, v in row.items() if k not in LEFT_OUT} for row in rows.values()]


def test_rows_removed_together_leave_the_same_history() -> None:
    town = Organisation.objects.create(name="Exempelby", slug="exempelby")
    user = User.objects.create(username="dpo")
    made = [ProcessingActivity.objects.create(organisation=town, name=n, slug=n) for n in ("a", "b")]
    for activity in made:
        for n in range(3):
            Purpose.objects.create(activity=activity, text=f"Ändamål {n}", position=n)
    before = [ProcessingActivity.objects.get(pk=activity.pk).revision for activity in made]
    with history.change(by=user, reason="Fel fil") as change:
        history.remove(list(made[0].purposes.all()))
        for row in made[1].purposes.all():
            row.delete()
    assert entries(made[0]) == entries(made[1])
    assert {e["changeset"] for e in entries(made[0])} == {change.id}
    assert len(entries(made[0])) == 3
    assert not Purpose.objects.exists()
    after = [ProcessingActivity.objects.get(pk=activity.pk).revision for activity in made]
    assert [new - old for new, old in zip(after, before, strict=True)] == [3, 3]
