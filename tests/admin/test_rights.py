"""What rights look like in the pages of the workplace. The matrix of all of them is in tests/rights."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from ropa import models, publishing
from ropa.models import Organisation, ProcessingActivity, Unit

from .browserless import fields
from .conftest import ADD, CHANGE, LIST, browser

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


@pytest.mark.parametrize("who", ["dpo", "editor", "editor of another unit", "reader", "dpo elsewhere"])
def test_nobody_sees_another_organisations_drafts(
    who: str, people: dict[str, User | None], activity: ProcessingActivity, elsewhere: ProcessingActivity
) -> None:
    seen = browser(people[who]).get(LIST).content.decode()
    assert ("Grannens hemlighet" in seen) == (who == "dpo elsewhere")
    assert ("Försörjningsstöd" in seen) == (who in {"dpo", "editor", "reader"})


def test_a_reader_reads_words_and_gets_no_fields(people: dict[str, User], activity: ProcessingActivity) -> None:
    basis = models.PurposeBasis.objects.create(
        activity=activity, basis="6.1.c", purposes=[str(activity.purposes.first().key)]
    )
    page = browser(people["reader"]).get(CHANGE.format(activity.pk)).content.decode()
    assert "Rättslig förpliktelse (artikel 6.1 c)" in page
    assert (
        str(activity.purposes.first().key)
        not in page.replace(f'value="{basis.key}"', "").split("<template>")[0].split('id="legal_bases-list"')[1]
    )
    assert 'name="name"' not in page
    assert 'name="_continue"' not in page


def test_an_editor_adds_only_in_own_units(people: dict[str, User], unit: Unit) -> None:
    other = Unit.objects.get(slug="bibliotek")
    client = browser(people["editor"])
    data = fields(client.get(ADD)) | {"name": ["Ny"]}
    assert f'value="{other.pk}"' not in client.get(ADD).content.decode().split('id="id_unit"')[1].split("</select>")[0]
    for place in ("", str(other.pk)):
        client.post(ADD, {**data, "unit": place, "_save": "1"})
    assert not ProcessingActivity.objects.filter(name="Ny").exists()
    client.post(ADD, {**data, "unit": str(unit.pk), "_save": "1"})
    assert ProcessingActivity.objects.get(name="Ny").unit == unit


def test_an_editor_of_a_unit_cannot_move_an_activity_out_of_reach(
    people: dict[str, User], activity: ProcessingActivity
) -> None:
    client = browser(people["editor"])
    data = fields(client.get(CHANGE.format(activity.pk)))
    response = client.post(CHANGE.format(activity.pk), {**data, "unit": "", "_save": "1"})
    assert "Välj en enhet vars behandlingar du får redigera" in response.content.decode()


def test_shipped_terms_are_read_and_own_ones_edited(people: dict[str, User], elsewhere: ProcessingActivity) -> None:
    town = Organisation.objects.get(slug="exempelby")
    shipped = models.System.objects.create(label="Procapita", code="procapita")
    own = models.System.objects.create(label="Eget", organisation=town)
    theirs = models.System.objects.create(label="Grannens", organisation=elsewhere.organisation)
    client, address = browser(people["dpo"]), "/admin/ropa/system/{}/change/"
    for term, label in ((shipped, "Procapita"), (own, "Nytt"), (theirs, "Grannens")):
        client.post(address.format(term.pk), {"label": "Nytt", "medium": "", "_save": "1"})
        term.refresh_from_db()
        assert term.label == label
    seen = client.get("/admin/ropa/system/").content.decode()
    assert ("Procapita" in seen, "Nytt" in seen, "Grannens" in seen) == (True, True, False)


def test_a_new_term_belongs_to_the_users_organisation(people: dict[str, User]) -> None:
    client = browser(people["dpo"])
    data = fields(client.get("/admin/ropa/system/add/?_popup=1"), "system_form") | {"label": ["Ärendesystemet"]}
    response = client.post("/admin/ropa/system/add/?_popup=1", {**data, "_popup": "1", "_save": "1"})
    made = models.System.objects.get(label="Ärendesystemet")
    assert made.organisation == Organisation.objects.get(slug="exempelby")
    assert str(made.pk) in response.content.decode()
    assert browser(people["editor"]).get("/admin/ropa/system/add/").status_code == 403


@pytest.mark.parametrize(("typed", "found"), [("ÄRENDE", 1), ("ärende", 1), ("system ÄREN", 1), ("arende", 0)])
def test_terms_are_found_whatever_the_case(people: dict[str, User], typed: str, found: int) -> None:
    town = Organisation.objects.get(slug="exempelby")
    models.System.objects.create(label="Ärendesystemet", organisation=town)
    models.System.objects.create(label="Äldre ärendesystem", organisation=Organisation.objects.get(slug="grannby"))
    asked = {"app_label": "ropa", "model_name": "carriersystem", "field_name": "system", "term": typed}
    answer = browser(people["editor"]).get("/admin/autocomplete/", asked).json()
    assert [r["text"] for r in answer["results"]] == ["Ärendesystemet"] * found


def test_history_is_shown_of_what_one_may_see(
    people: dict[str, User], unit: Unit, elsewhere: ProcessingActivity
) -> None:
    theirs = models.System.objects.create(organisation=elsewhere.organisation, label="Grannsystemet")
    client = browser(people["dpo"])
    assert client.get(f"/admin/ropa/unit/{unit.pk}/history/").status_code == 200
    assert client.get(f"/admin/ropa/system/{theirs.pk}/history/").status_code == 404
    assert client.get(f"/admin/ropa/processingactivity/{elsewhere.pk}/history/").status_code == 404


def test_the_ledger_is_only_read(people: dict[str, User], activity: ProcessingActivity, elsewhere: Any) -> None:
    made = publishing.publish(activity, by="dpo", reason="Första versionen")
    theirs = publishing.publish(elsewhere, by="granne", reason="Prov")
    client = browser(people["dpo"])
    seen = client.get("/admin/ropa/publication/").content.decode()
    assert "Första versionen" in seen
    assert theirs.slug not in seen
    for address in ("add/", f"{made.pk}/delete/"):
        assert client.get(f"/admin/ropa/publication/{address}").status_code == 403
    assert client.post(f"/admin/ropa/publication/{made.pk}/change/", {"by": "x"}).status_code == 403


def test_every_page_of_the_workplace_offers_its_fields(people: dict[str, User], unit: Unit) -> None:
    own = models.System.objects.create(label="Eget", organisation=unit.organisation)
    board = models.Controller.objects.get()
    client = browser(people["dpo"])
    for name, pk, field in (
        ("unit", unit.pk, "name__en"),
        ("controller", board.pk, "representative"),
        ("organisation", unit.organisation_id, "rights_text"),
        ("system", own.pk, "label__en"),
    ):
        address = f"/admin/ropa/{name}/{pk}/change/"
        data = fields(client.get(address), f"{name}_form")
        assert field in data, name
        assert client.post(address, {**data, "_continue": "1"}).status_code == 302, name


def test_the_door_says_in_swedish_who_may_enter(client: Client, people: dict[str, User]) -> None:
    assert "Register över personuppgiftsbehandlingar" in client.get("/admin/login/").content.decode()
    lost = browser(people["staff without membership"]).get("/admin/", follow=True).content.decode()
    assert "saknar behörighet" in lost or "inte behörighet" in lost or "inte behörig" in lost


def test_the_lock_out_is_explained_in_swedish(client: Client, settings: Any, people: dict[str, User]) -> None:
    settings.AXES_ENABLED = True
    for _attempt in range(settings.AXES_FAILURE_LIMIT):
        response = client.post("/admin/login/", {"username": "dpo", "password": "fel"})
    assert response.status_code == 429
    assert "För många försök" in response.content.decode()
