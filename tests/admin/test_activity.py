"""The page of an activity: what is typed is saved, and what cannot be saved is kept and explained."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from ropa import drafts, models
from ropa.models import ProcessingActivity
from ropa.record import source_hash

from .browserless import add_row, fields, untouched_rows
from .conftest import ADD, CHANGE

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


def opened(client: Client, activity: ProcessingActivity) -> dict[str, Any]:
    return fields(client.get(CHANGE.format(activity.pk)))


def save(client: Client, activity: ProcessingActivity | None, data: dict[str, Any]) -> Any:
    address = CHANGE.format(activity.pk) if activity else ADD
    return client.post(address, {**data, "_continue": "1"})


def errors_at(response: Any, name: str) -> str:
    """Return what stands in the error list of the field `name`."""
    page = response.content.decode()
    mark = f'id="id_{name}_error"'
    return page.split(mark, 1)[1].split("</ul>", 1)[0] if mark in page else ""


def histories() -> list[Any]:
    tables = [ProcessingActivity, *(table for _value, table in drafts.PARTS.values())]
    return [entry for table in tables for entry in table.history.all()]  # type: ignore[attr-defined]


def test_every_field_of_the_record_is_on_the_page(dpo: Client, activity: ProcessingActivity) -> None:
    data, page = opened(dpo, activity), dpo.get(CHANGE.format(activity.pk)).content.decode()
    own = {f.name for f in ProcessingActivity._meta.concrete_fields if f.editable} - {"id", "organisation"}
    assert own - set(data) - {"dpia_criteria"} == set()
    assert 'name="dpia_criteria"' in page
    for name in drafts.PARTS:
        assert f"{name}-TOTAL_FORMS" in data


def test_opening_and_saving_changes_nothing(dpo: Client, activity: ProcessingActivity) -> None:
    before, rows = drafts.load(activity), len(histories())
    assert save(dpo, activity, opened(dpo, activity)).status_code == 302
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


def test_one_save_is_one_change_with_user_and_reason(dpo: Client, activity: ProcessingActivity) -> None:
    before = {(type(e), e.pk) for e in histories()}
    data = opened(dpo, activity) | {"name": ["Nytt namn"], "change_reason": ["Rättelse efter granskning"]}
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


def test_invalid_data_is_kept_and_explained_at_its_field(dpo: Client, activity: ProcessingActivity) -> None:
    data = opened(dpo, activity) | {"name": [""], "summary": ["Detta skrev jag"], "contact_email": ["inte en adress"]}
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


def test_a_key_that_leads_nowhere_is_an_error_at_its_field(
    dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity
) -> None:
    foreign = str(elsewhere.purposes.get().key)
    for key in (str(uuid4()), foreign, "x"):
        data = opened(dpo, activity)
        add_row(data, "legal_bases", basis="6.1.c", purposes=[key])
        add_row(data, "provisions", pinpoint="1 §", about=key)
        response = save(dpo, activity, data)
        assert "Raden finns inte längre" in errors_at(response, "legal_bases-0-purposes"), key
        assert "Raden finns inte längre" in errors_at(response, "provisions-0-about"), key
    assert not models.PurposeBasis.objects.exists()


def test_a_row_that_others_name_cannot_silently_go(dpo: Client, activity: ProcessingActivity) -> None:
    purpose = activity.purposes.first()
    models.PurposeBasis.objects.create(activity=activity, basis="6.1.c", purposes=[str(purpose.key)])
    data = opened(dpo, activity) | {"purposes-0-DELETE": ["on"]}
    response = save(dpo, activity, data)
    assert "”Utreda ansökningar” är på väg att tas bort" in errors_at(response, "legal_bases-0-purposes")
    assert activity.purposes.count() == 2
    data["legal_bases-0-purposes"] = [str(activity.purposes.last().key)]
    assert save(dpo, activity, data).status_code == 302
    assert activity.purposes.count() == 1


def test_a_saved_row_keeps_its_key_and_a_new_one_takes_nobody_elses(
    dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity
) -> None:
    purpose = activity.purposes.first()
    data = opened(dpo, activity) | {"purposes-0-key": [str(uuid4())], "purposes-0-text": ["Ändrat"]}
    save(dpo, activity, data)
    assert activity.purposes.get(pk=purpose.pk).key == purpose.key
    made_up = str(uuid4())
    data = opened(dpo, activity) | {"purposes-0-key": [made_up]}
    add_row(data, "legal_bases", basis="6.1.c", purposes=[made_up])
    assert "Raden finns inte längre" in errors_at(save(dpo, activity, data), "legal_bases-0-purposes")
    for taken in (str(elsewhere.purposes.get().key), str(purpose.key)):
        data = opened(dpo, activity)
        add_row(data, "purposes", text="Inkräktare", key=taken)
        assert "Raden kunde inte läggas till" in save(dpo, activity, data).content.decode()


def test_another_activitys_row_cannot_be_edited_by_its_id(
    dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity
) -> None:
    theirs = elsewhere.purposes.get()
    data = opened(dpo, activity) | {"purposes-0-id": [str(theirs.pk)], "purposes-0-text": ["Stulen"]}
    assert save(dpo, activity, data).status_code == 200
    theirs.refresh_from_db()
    assert theirs.text == "Grannens ändamål"
    assert theirs.activity_id == elsewhere.pk


def test_another_organisations_term_is_refused(
    dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity
) -> None:
    theirs = models.System.objects.create(organisation=elsewhere.organisation, label="Grannsystemet")
    ours = models.System.objects.create(organisation=activity.organisation, label="Vårt system")
    data = opened(dpo, activity)
    add_row(data, "carriers", system=str(theirs.pk))
    assert "Välj ett giltigt alternativ" in errors_at(save(dpo, activity, data), "carriers-0-system")
    data["carriers-0-system"] = [str(ours.pk)]
    assert save(dpo, activity, data).status_code == 302
    assert activity.carriers.get().system == ours


def test_what_is_added_keeps_its_capitals_but_the_first(dpo: Client, activity: ProcessingActivity) -> None:
    page = dpo.get(CHANGE.format(activity.pk)).content.decode()
    assert "Lägg till överföring utanför EU/EES" in page
    assert "Lägg till ändamål" in page


def test_an_untouched_new_row_is_not_saved(dpo: Client, activity: ProcessingActivity) -> None:
    data = opened(dpo, activity)
    add_row(data, "recipients", position="7")
    assert save(dpo, activity, data).status_code == 302
    assert not activity.recipients.exists()


def test_a_row_added_to_any_list_and_left_alone_is_not_saved(dpo: Client, activity: ProcessingActivity) -> None:
    before = drafts.load(activity)
    data = untouched_rows(dpo.get(CHANGE.format(activity.pk)))
    assert data["retention_rules-0-as_a_rule"] == ["unknown"]
    assert save(dpo, activity, data).status_code == 302
    assert drafts.load(activity) == before


def test_rows_keep_the_order_they_were_given(dpo: Client, activity: ProcessingActivity) -> None:
    data = opened(dpo, activity) | {"purposes-0-position": ["1"], "purposes-1-position": ["0"]}
    add_row(data, "purposes", text="Sist av alla")
    save(dpo, activity, data)
    assert [p.text for p in activity.purposes.all()] == ["Föra statistik", "Utreda ansökningar", "Sist av alla"]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("5 år", "P5Y"), ("18 månader", "P18M"), ("90 dagar", "P90D"), ("1 år och 2 veckor", "P1Y2W"), ("p5y", "P5Y")],
)
def test_a_period_is_typed_in_words(dpo: Client, activity: ProcessingActivity, typed: str, stored: str) -> None:
    data = opened(dpo, activity)
    add_row(data, "retention_rules", action="dispose", period=typed)
    save(dpo, activity, data)
    assert activity.retention_rules.get().period == stored
    shown = opened(dpo, activity)["retention_rules-0-period"][0]
    assert shown == ("5 år" if typed == "p5y" else typed.replace(" och", ""))


def test_lists_in_one_column_are_typed_as_people_do(dpo: Client, activity: ProcessingActivity) -> None:
    data = opened(dpo, activity) | {"tags": ["barn\n\n skola \nbarn"], "dpia_criteria": ["k4", "k7"]}
    add_row(data, "processors", task="Drift", country="NO")
    save(dpo, activity, data)
    activity.refresh_from_db()
    assert activity.tags == ["barn", "skola"]
    assert activity.dpia_criteria == ["k4", "k7"]
    assert activity.processors.get().country == "NO"
    page = dpo.get(CHANGE.format(activity.pk)).content.decode()
    assert '<option value="NO" selected>Norge</option>' in page


def test_a_translation_stands_beside_and_is_marked_when_it_is_outdated(
    dpo: Client, activity: ProcessingActivity
) -> None:
    data = opened(dpo, activity) | {"name__en": ["Income support"], "purposes-0-text__en": ["To assess"]}
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


def test_withholding_asks_for_a_field_that_the_row_has(dpo: Client, activity: ProcessingActivity) -> None:
    purpose = str(activity.purposes.first().key)
    data = opened(dpo, activity)
    add_row(data, "withheld", about=purpose, field="pinpoint", reason="OSL")
    add_row(data, "withheld", reason="OSL")
    response = save(dpo, activity, data)
    assert "inget sådant fält" in errors_at(response, "withheld-0-field")
    assert "Välj en rad, ett fält eller båda" in errors_at(response, "withheld-1-field")
    data["withheld-0-field"], data["withheld-1-field"] = ["text"], ["third_country"]
    assert save(dpo, activity, data).status_code == 302
    assert set(activity.withheld.values_list("field", flat=True)) == {"text", "third_country"}


def test_texts_from_an_import_are_read_and_ticked_off(dpo: Client, activity: ProcessingActivity) -> None:
    models.Unplaced.objects.create(activity=activity, label="Övrigt", text="Oplacerad text", file="a.docx")
    page = dpo.get(CHANGE.format(activity.pk))
    assert "Oplacerad text" in page.content.decode()
    data = fields(page)
    assert "unplaced-0-text" not in data
    assert save(dpo, activity, data | {"unplaced-0-DELETE": ["on"]}).status_code == 302
    assert not activity.unplaced.exists()


def test_a_unit_of_another_organisation_is_refused(
    dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity
) -> None:
    foreign = models.Unit.objects.create(organisation=elsewhere.organisation, name="Grannenhet", slug="grannenhet")
    response = save(dpo, activity, opened(dpo, activity) | {"unit": [str(foreign.pk)]})
    assert "giltigt alternativ" in errors_at(response, "unit")


def test_what_was_published_cannot_be_deleted(dpo: Client, activity: ProcessingActivity) -> None:
    from ropa import publishing

    publishing.publish(activity, by="dpo", reason="Prov")
    address = f"/admin/ropa/processingactivity/{activity.pk}/delete/"
    response = dpo.post(address, {"post": "yes"}, follow=True)
    assert "kan inte raderas" in response.content.decode()
    assert ProcessingActivity.objects.filter(pk=activity.pk).exists()


def test_a_draft_nobody_saw_can_be_deleted(dpo: Client, activity: ProcessingActivity) -> None:
    response = dpo.post(f"/admin/ropa/processingactivity/{activity.pk}/delete/", {"post": "yes"})
    assert response.status_code == 302
    assert not ProcessingActivity.objects.filter(pk=activity.pk).exists()
