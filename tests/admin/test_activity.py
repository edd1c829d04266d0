"""The page of an activity: what is typed is saved, and what cannot be saved is kept and explained."""

from typing import Any

import pytest
from django.test import Client

from ropa import drafts, models, publishing
from ropa.models import ProcessingActivity
from ropa.record import source_hash

from .browserless import add_row, fields
from .conftest import ADD, CHANGE
from .saving import errors_at, opened, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough, pytest.mark.usefixtures("standing")]


def histories() -> list[Any]:
    tables = [ProcessingActivity, *(table for _value, table in drafts.PARTS.values())]
    return [entry for table in tables for entry in table.history.all()]  # type: ignore[attr-defined]


def test_every_field_of_the_record_is_on_the_page(data: dict[str, Any], first_page: Any) -> None:
    own = {f.name for f in ProcessingActivity._meta.concrete_fields if f.editable} - {"id", "organisation"}
    boxes = {"dpia_criteria", "is_standard"}  # a browser sends no word of one that is not ticked
    assert own - set(data) - boxes == set()
    assert [name for name in boxes if f'name="{name}"' not in first_page.content.decode()] == []
    for name in drafts.PARTS:
        assert f"{name}-TOTAL_FORMS" in data


def test_opening_and_saving_changes_nothing(dpo: Client, activity: ProcessingActivity, data: dict[str, Any]) -> None:
    before, rows = drafts.load(activity), len(histories())
    assert save(dpo, activity, data).status_code == 302
    assert drafts.load(activity) == before
    assert len(histories()) == rows


def test_a_new_activity_with_rows_that_name_each_other(dpo: Client, unit: models.Unit) -> None:
    data = fields(dpo.get(ADD)) | {"name": ["Skolskjuts för Åsa"], "unit": [str(unit.pk)]}
    purpose = add_row(data, "purposes", text="Ordna resan")
    add_row(data, "legal_bases", basis="6.1.e-ai", purposes=[purpose])
    rule = add_row(data, "retention_rules", action="dispose", period="2 år 6 månader", birth_days="5, 15, 25")
    law = models.Law.objects.create(code="sfs-2010-800", label="Skollagen (2010:800)")
    add_row(data, "provisions", law=str(law.pk), pinpoint="10 kap. 32 §", about=rule)
    assert save(dpo, None, data).status_code == 302
    record = drafts.load(ProcessingActivity.objects.get(slug="skolskjuts-for-asa"))
    assert [str(p.key) for p in record.purposes] == [purpose]
    assert record.legal_bases[0].purposes == (record.purposes[0].key,)
    assert record.retention_rules[0].period == "P2Y6M"
    assert record.retention_rules[0].birth_days == (5, 15, 25)
    assert record.provisions[0].about == record.retention_rules[0].key
    assert record.organisation is not None
    assert record.organisation.slug == "exempelby"


def test_nothing_that_the_law_asks_is_answered_beforehand(dpo: Client, unit: models.Unit) -> None:
    data = fields(dpo.get(ADD))
    for name in ("role", "sector", "status", "disclosure", "third_country", "automation", "duty_to_provide", "unit"):
        assert data[name] == [""], name
    assert data["monitoring_technology"] == ["unknown"]


def test_one_save_is_one_change_with_user_and_reason(
    dpo: Client, activity: ProcessingActivity, data: dict[str, Any]
) -> None:
    before = {(type(e), e.pk) for e in histories()}
    data |= {"name": ["Nytt namn"], "change_reason": ["Rättelse efter granskning"]}
    data["purposes-1-text"] = ["Följa upp"]
    add_row(data, "recipients", note="SCB")
    save(dpo, activity, data)
    new = [e for e in histories() if (type(e), e.pk) not in before]
    assert {type(e).__name__ for e in new} == {
        "HistoricalProcessingActivity",
        "HistoricalPurpose",
        "HistoricalRecipient",
    }
    assert len(new) == 3
    assert len({e.changeset for e in new}) == 1
    assert {e.history_user.username for e in new} == {"dpo"}
    assert {e.history_change_reason for e in new} == {"Rättelse efter granskning"}


def test_invalid_data_is_kept_and_explained_at_its_field(
    dpo: Client, activity: ProcessingActivity, data: dict[str, Any]
) -> None:
    data |= {"name": [""], "summary": ["Detta skrev jag"], "contact_email": ["inte en adress"]}
    add_row(data, "retention_rules", period="ganska länge", birth_days="5, 32", documents="Akter i ärendet")
    response = save(dpo, activity, data)
    assert response.status_code == 200
    assert "fält måste fyllas i" in errors_at(response, "name")
    assert "e-postadress" in errors_at(response, "contact_email")
    assert "5 år, 18 månader eller 90 dagar" in errors_at(response, "retention_rules-0-period")
    assert "mellan 1 och 31" in errors_at(response, "retention_rules-0-birth_days")
    again = fields(response)
    kept = ("name", "summary", "contact_email", "retention_rules-0-period", "retention_rules-0-documents")
    assert {name: again[name] for name in kept} == {name: data[name] for name in kept}
    assert again["retention_rules-0-key"] == data["retention_rules-0-key"]
    assert not models.RetentionRule.objects.exists()


def test_what_is_added_keeps_its_capitals_but_the_first(first_page: Any) -> None:
    for words in ("Lägg till överföring utanför EU/EES", "Lägg till ändamål"):
        assert words in first_page.content.decode()


PERIODS = {"5 år": "P5Y", "18 månader": "P18M", "90 dagar": "P90D", "1 år och 2 veckor": "P1Y2W", "p5y": "P5Y"}


def test_a_period_is_typed_in_words(dpo: Client, activity: ProcessingActivity, data: dict[str, Any]) -> None:
    for typed in PERIODS:
        add_row(data, "retention_rules", action="dispose", period=typed)
    save(dpo, activity, data)
    assert [rule.period for rule in activity.retention_rules.all()] == list(PERIODS.values())
    again = opened(dpo, activity)
    shown = [again[f"retention_rules-{number}-period"][0] for number in range(len(PERIODS))]
    assert shown == ["5 år", "18 månader", "90 dagar", "1 år 2 veckor", "5 år"]


def test_lists_in_one_column_are_typed_as_people_do(
    dpo: Client, activity: ProcessingActivity, data: dict[str, Any]
) -> None:
    data |= {"tags": ["barn\n\n skola \nbarn"], "dpia_criteria": ["k4", "k7"]}
    add_row(data, "processors", task="Drift", country="NO")
    save(dpo, activity, data)
    activity.refresh_from_db()
    assert activity.tags == ["barn", "skola"]
    assert activity.dpia_criteria == ["k4", "k7"]
    assert activity.processors.get().country == "NO"
    page = dpo.get(CHANGE.format(activity.pk)).content.decode()
    assert '<option value="NO" selected>Norge</option>' in page


def test_a_translation_stands_beside_and_is_marked_when_it_is_outdated(
    dpo: Client, activity: ProcessingActivity, data: dict[str, Any]
) -> None:
    data |= {"name__en": ["Income support"], "purposes-0-text__en": ["To assess"]}
    save(dpo, activity, data)
    activity.refresh_from_db()
    assert activity.translations["name"]["en"] == {
        "text": "Income support",
        "source": source_hash("Försörjningsstöd"),
    }
    assert "föråldrad" not in dpo.get(CHANGE.format(activity.pk)).content.decode()
    save(dpo, activity, opened(dpo, activity) | {"name": ["Ekonomiskt bistånd"]})
    page = dpo.get(CHANGE.format(activity.pk))
    assert page.content.decode().count("föråldrad") == 1
    save(dpo, activity, fields(page) | {"name__en_holds": ["on"]})
    activity.refresh_from_db()
    assert activity.translations["name"]["en"]["source"] == source_hash("Ekonomiskt bistånd")
    save(dpo, activity, opened(dpo, activity) | {"name__en": [""]})
    activity.refresh_from_db()
    assert "name" not in activity.translations
    assert activity.purposes.first().translations["text"]["en"]["text"] == "To assess"


def test_a_unit_of_another_organisation_is_refused(
    dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity, data: dict[str, Any]
) -> None:
    foreign = models.Unit.objects.create(organisation=elsewhere.organisation, name="Grannenhet", slug="grannenhet")
    response = save(dpo, activity, data | {"unit": [str(foreign.pk)]})
    assert "giltigt alternativ" in errors_at(response, "unit")


def test_what_was_published_cannot_be_deleted(dpo: Client, activity: ProcessingActivity) -> None:
    publishing.publish(activity, by="dpo", reason="Prov")
    address = f"/admin/ropa/processingactivity/{activity.pk}/delete/"
    response = dpo.post(address, {"post": "yes"}, follow=True)
    assert "kan inte raderas" in response.content.decode()
    assert ProcessingActivity.objects.filter(pk=activity.pk).exists()


def test_a_draft_nobody_saw_can_be_deleted(dpo: Client, activity: ProcessingActivity) -> None:
    response = dpo.post(f"/admin/ropa/processingactivity/{activity.pk}/delete/", {"post": "yes"})
    assert response.status_code == 302
    assert not ProcessingActivity.objects.filter(pk=activity.pk).exists()
