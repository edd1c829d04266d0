"""Submit, publish and confirm several activities at once: one reason, one change, every refusal named."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models.signals import post_save
from django.test import Client

from ropa import publishing
from ropa.models import ProcessingActivity, Publication, ReviewStep

from .conftest import LIST, browser

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


@pytest.fixture
def other(activity: ProcessingActivity) -> ProcessingActivity:
    made = ProcessingActivity.objects.create(
        organisation=activity.organisation, unit=activity.unit, name="Skolskjuts", slug="skolskjuts"
    )
    publishing.reindex([made])
    return made


def send(client: Client, action: str, *chosen: ProcessingActivity, **said: str) -> str:
    data: dict[str, Any] = {"action": action, "_selected_action": [str(row.pk) for row in chosen]}
    rows = ProcessingActivity.objects.filter(pk__in=[row.pk for row in chosen])
    data |= {f"revision-{row.pk}": str(row.revision) for row in rows} | said
    return str(client.post(LIST, data, follow=True).content.decode())


def published(*rows: ProcessingActivity) -> None:
    for row in rows:
        publishing.publish(row, by="dpo", reason="Prov")


def test_several_are_submitted_with_one_comment(
    people: dict[str, User], activity: ProcessingActivity, other: ProcessingActivity
) -> None:
    editor = browser(people["editor"])
    asked = send(editor, "submit_selected", activity, other)
    assert "Kommentar till den som publicerar" in asked
    assert f'name="revision-{activity.pk}"' in asked
    assert not ReviewStep.objects.exists()
    said = send(editor, "submit_selected", activity, other, apply="1", comment="Årlig genomgång")
    assert "2 behandlingar är inlämnade: Försörjningsstöd, Skolskjuts." in said
    assert set(ReviewStep.objects.values_list("activity__slug", "by", "comment")) == {
        ("forsorjningsstod", "editor", "Årlig genomgång"),
        ("skolskjuts", "editor", "Årlig genomgång"),
    }


def test_what_is_done_together_is_one_change_in_the_ledger(
    dpo: Client, activity: ProcessingActivity, other: ProcessingActivity
) -> None:
    send(dpo, "publish_selected", activity, other, apply="1", reason="Årlig genomgång")
    rows = Publication.objects.all()
    assert len(rows) == 2
    assert len({row.changeset for row in rows} - {None}) == 1


def test_one_that_is_removed_meanwhile_stops_no_other(
    dpo: Client, activity: ProcessingActivity, other: ProcessingActivity
) -> None:
    def remove(sender: Any, instance: Publication, **said: Any) -> None:
        ProcessingActivity.objects.exclude(key=instance.activity).first().delete()  # type: ignore[union-attr]

    post_save.connect(remove, Publication)
    try:
        said = send(dpo, "publish_selected", activity, other, apply="1", reason="Prov")
    finally:
        post_save.disconnect(remove, Publication)
    assert "1 behandling är publicerad" in said
    assert "finns inte längre: någon har tagit bort den." in said


def test_several_are_confirmed_and_what_cannot_be_is_named_with_why(
    people: dict[str, User], activity: ProcessingActivity, other: ProcessingActivity
) -> None:
    published(activity)
    said = send(browser(people["editor"]), "confirm_selected", activity, other, apply="1", reason="Höstens genomgång")
    assert "1 behandling är bekräftad: Försörjningsstöd." in said
    assert "Skolskjuts: Behandlingen är inte publicerad." in said
    (row,) = Publication.objects.filter(kind="confirmed")
    activity.refresh_from_db()
    assert (row.note, row.changeset) == ("Höstens genomgång", activity.history.first().changeset)  # type: ignore[attr-defined]


def test_errors_without_a_reason_stop_those_and_no_other(
    dpo: Client, activity: ProcessingActivity, other: ProcessingActivity
) -> None:
    said = send(dpo, "publish_selected", activity, other, apply="1")
    assert said.count("fel kvarstår") == 2
    assert not Publication.objects.exists()


def test_what_was_changed_after_it_was_looked_at_is_named(
    dpo: Client, activity: ProcessingActivity, other: ProcessingActivity
) -> None:
    other.refresh_from_db()
    seen = {f"revision-{activity.pk}": "0", f"revision-{other.pk}": str(other.revision)}
    said = send(dpo, "publish_selected", activity, other, apply="1", reason="Prov", **seen)
    assert "Försörjningsstöd: Någon ändrade behandlingen" in said
    assert "1 behandling är publicerad: Skolskjuts." in said


@pytest.mark.parametrize("action", ["submit_selected", "confirm_selected", "publish_selected"])
def test_who_may_not_does_nothing_and_the_two_person_rule_holds(
    people: dict[str, User], activity: ProcessingActivity, other: ProcessingActivity, action: str
) -> None:
    published(other)
    activity.organisation.two_person_rule = True
    activity.organisation.save()
    for who in ("reader", "editor of another unit", "dpo elsewhere"):
        send(browser(people[who]), action, activity, other, apply="1", reason="Prov", comment="Prov")
    if action == "publish_selected":
        said = send(browser(people["dpo"]), action, activity, apply="1", reason="Prov")
        assert "Försörjningsstöd: Det krävs två personer" in said
    assert not ReviewStep.objects.exists()
    assert Publication.objects.count() == 1


def test_an_editor_of_one_unit_sees_another_units_refused(people: dict[str, User], other: ProcessingActivity) -> None:
    people["editor"].memberships.create(organisation=other.organisation, role="reader")
    other.unit = None
    other.save()
    said = send(browser(people["editor"]), "submit_selected", other, apply="1", comment="Klar")
    assert "”Skolskjuts”: det här får du inte göra med den." in said
    assert not ReviewStep.objects.exists()


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 30, "²"])
@pytest.mark.parametrize("action", ["submit_selected", "publish_selected"])
def test_nothing_is_done_with_what_nobody_looked_at(
    dpo: Client, activity: ProcessingActivity, action: str, seen: str
) -> None:
    said = send(dpo, action, activity, apply="1", reason="Prov", comment="Prov", **{f"revision-{activity.pk}": seen})
    assert "Försörjningsstöd: Någon ändrade behandlingen" in said
    assert not Publication.objects.exists()
    assert not ReviewStep.objects.exists()
