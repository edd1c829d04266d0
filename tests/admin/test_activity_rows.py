"""The lists on an activity's page: rows, their keys, and what they name."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.admin import site
from django.test import Client, RequestFactory

from ropa import drafts, models
from ropa.admin.inlines import INLINES
from ropa.models import ProcessingActivity

from .browserless import add_row, fields, untouched_rows
from .conftest import CHANGE
from .saving import errors_at, opened, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough, pytest.mark.usefixtures("standing")]


def test_a_key_that_leads_nowhere_is_an_error_at_its_field(
    dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity, data: dict[str, Any]
) -> None:
    keys = (str(uuid4()), str(elsewhere.purposes.get().key), "x")
    for key in keys:
        add_row(data, "legal_bases", basis="6.1.c", purposes=[key])
        add_row(data, "provisions", pinpoint="1 §", about=key)
    response = save(dpo, activity, data)
    for number, key in enumerate(keys):
        assert "Raden finns inte längre" in errors_at(response, f"legal_bases-{number}-purposes"), key
        assert "Raden finns inte längre" in errors_at(response, f"provisions-{number}-about"), key
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


def test_a_saved_row_keeps_its_key(dpo: Client, activity: ProcessingActivity, data: dict[str, Any]) -> None:
    purpose = activity.purposes.first()
    save(dpo, activity, data | {"purposes-0-key": [str(uuid4())], "purposes-0-text": ["Ändrat"]})
    assert activity.purposes.get(pk=purpose.pk).key == purpose.key


def test_a_key_made_up_for_a_saved_row_leads_nowhere(
    dpo: Client, activity: ProcessingActivity, data: dict[str, Any]
) -> None:
    made_up = str(uuid4())
    data["purposes-0-key"] = [made_up]
    add_row(data, "legal_bases", basis="6.1.c", purposes=[made_up])
    assert "Raden finns inte längre" in errors_at(save(dpo, activity, data), "legal_bases-0-purposes")


@pytest.mark.parametrize("whose", ["another's", "its own"])
def test_a_new_row_takes_nobody_elses_key(
    dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity, data: dict[str, Any], whose: str
) -> None:
    owner = activity if whose == "its own" else elsewhere
    add_row(data, "purposes", text="Inkräktare", key=str(owner.purposes.first().key))
    assert "Raden kunde inte läggas till" in save(dpo, activity, data).content.decode()


def test_another_activitys_row_cannot_be_edited_by_its_id(
    dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity, data: dict[str, Any]
) -> None:
    theirs = elsewhere.purposes.get()
    data |= {"purposes-0-id": [str(theirs.pk)], "purposes-0-text": ["Stulen"]}
    assert save(dpo, activity, data).status_code == 200
    theirs.refresh_from_db()
    assert theirs.text == "Grannens ändamål"
    assert theirs.activity_id == elsewhere.pk


def test_another_organisations_term_is_refused(
    dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity, data: dict[str, Any]
) -> None:
    theirs = models.System.objects.create(organisation=elsewhere.organisation, label="Grannsystemet")
    ours = models.System.objects.create(organisation=activity.organisation, label="Vårt system")
    add_row(data, "carriers", system=str(theirs.pk))
    assert "Välj ett giltigt alternativ" in errors_at(save(dpo, activity, data), "carriers-0-system")
    data["carriers-0-system"] = [str(ours.pk)]
    assert save(dpo, activity, data).status_code == 302
    assert activity.carriers.get().system == ours


def test_an_untouched_new_row_is_not_saved(dpo: Client, activity: ProcessingActivity, data: dict[str, Any]) -> None:
    add_row(data, "recipients", position="7")
    assert save(dpo, activity, data).status_code == 302
    assert not activity.recipients.exists()


def test_a_row_added_to_any_list_and_left_alone_is_not_saved(
    dpo: Client, activity: ProcessingActivity, first_page: Any
) -> None:
    before, data = drafts.load(activity), untouched_rows(first_page)
    assert data["retention_rules-0-as_a_rule"] == ["unknown"]
    assert save(dpo, activity, data).status_code == 302
    assert drafts.load(activity) == before


def test_rows_keep_the_order_they_were_given(dpo: Client, activity: ProcessingActivity, data: dict[str, Any]) -> None:
    data |= {"purposes-0-position": ["1"], "purposes-1-position": ["0"]}
    add_row(data, "purposes", text="Sist av alla")
    save(dpo, activity, data)
    assert [p.text for p in activity.purposes.all()] == ["Föra statistik", "Utreda ansökningar", "Sist av alla"]


def test_withholding_asks_for_a_field_that_the_row_has(
    dpo: Client, activity: ProcessingActivity, data: dict[str, Any]
) -> None:
    purpose = str(activity.purposes.first().key)
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


def test_forms_are_made_once_for_each_set_of_rights(people: dict[str, Any], activity: ProcessingActivity) -> None:
    def made(who: str) -> Any:
        request = RequestFactory().get("/")
        request.user = people[who]
        return INLINES[0](ProcessingActivity, site).get_formset(request, activity)

    assert made("dpo") is made("dpo")
    assert [made(who).can_delete for who in ("dpo", "reader", "editor")] == [True, False, True]
    assert made("dpo").form._meta.formfield_callback.keywords["request"].headers == {}, "nobody's request is kept"
