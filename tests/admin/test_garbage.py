"""What no page ever sends: every address of the activity answers it, and none with an error of the server."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from ropa import models, publishing
from ropa.admin.verbs import BY_NAME
from ropa.admin.words import as_id
from ropa.models import ProcessingActivity, Publication

from .browserless import fields
from .conftest import CHANGE, LIST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing")]

GARBAGE = ["²", "x", "9" * 30, "9" * 5000, "%00", "-1", "1.5"]
OWN_PAGES = ["change", "delete", "history", "preview", *BY_NAME]
FILTERS = "state review mine findings rule organisation unit controller sector sector__exact name__regex notes__contains p o q all e".split()


def typed(text: str) -> str:
    return text.replace("%00", "\0")


@pytest.fixture
def client_that_answers(dpo: Client) -> Client:
    dpo.raise_request_exception = False
    return dpo


@pytest.mark.parametrize("page", OWN_PAGES)
def test_an_activity_that_cannot_be_is_not_there(
    client_that_answers: Client, activity: ProcessingActivity, page: str
) -> None:
    for pk in GARBAGE:
        address = f"{LIST}{pk}/{page}/"
        for answer in (client_that_answers.get(address), client_that_answers.post(address, {"post": "yes"})):
            assert answer.status_code in {302, 404}, address


@pytest.mark.parametrize("name", ["term", "page", "app_label", "model_name", "field_name"])
@pytest.mark.parametrize("value", ["%00", "a%00b", "²"])
def test_a_search_box_is_asked_for_anything(client_that_answers: Client, name: str, value: str) -> None:
    asked = {"app_label": "ropa", "model_name": "carriersystem", "field_name": "system", "term": "a"}
    answer = client_that_answers.get("/admin/autocomplete/", asked | {name: typed(value)})
    assert answer.status_code in {200, 403, 404}


@pytest.mark.parametrize("name", FILTERS)
def test_the_list_is_asked_for_anything(client_that_answers: Client, activity: ProcessingActivity, name: str) -> None:
    for value in ["²", "9" * 30, "%00"]:
        assert client_that_answers.get(LIST, {name: typed(value)}, follow=True).status_code == 200, value


@pytest.mark.parametrize("query", ["name__regex=(", "notes__contains=a", "sector__exact=x", "organisation__name=Ex"])
def test_what_is_no_filter_is_not_asked_of_the_database(dpo: Client, activity: ProcessingActivity, query: str) -> None:
    answer = dpo.get(f"{LIST}?{query}")
    assert (answer.status_code, answer.headers.get("Location")) == (302, f"{LIST}?e=1")


@pytest.mark.parametrize("query", ["at__year=99999999999999999999", "at__year=x", "at__gte=x", "kind__exact=%00"])
def test_the_ledger_is_asked_for_anything(
    client_that_answers: Client, activity: ProcessingActivity, query: str
) -> None:
    publishing.publish(activity, by="dpo", reason="Prov")
    assert client_that_answers.get(f"/admin/ropa/publication/?{query}", follow=True).status_code == 200
    year = Publication.objects.get().at.year
    assert "forsorjningsstod" in client_that_answers.get(f"/admin/ropa/publication/?at__year={year}").content.decode()


@pytest.mark.parametrize("value", GARBAGE)
def test_what_cannot_be_chosen_is_not_published(
    client_that_answers: Client, activity: ProcessingActivity, value: str
) -> None:
    asked = {"action": "publish_selected", "_selected_action": [typed(value)]}
    assert client_that_answers.post(LIST, asked).status_code == 200
    mixed = {**asked, "_selected_action": [typed(value), str(activity.pk)], "apply": "1", "reason": "Prov"}
    mixed[f"revision-{activity.pk}"] = str(ProcessingActivity.objects.get(pk=activity.pk).revision)
    assert client_that_answers.post(LIST, mixed).status_code == 302
    assert Publication.objects.count() == 1


@pytest.mark.parametrize("value", [pytest.param("²", marks=pytest.mark.sqlite_is_enough), "%00"])
def test_a_form_is_sent_anything(
    client_that_answers: Client, activity: ProcessingActivity, data: dict[str, Any], value: str
) -> None:
    page = CHANGE.format(activity.pk)
    for name in ("unit", "slug", "seen_revision", "purposes-TOTAL_FORMS", "purposes-0-key", "change_reason"):
        answer = client_that_answers.post(page, {**data, name: [typed(value)], "_continue": "1"})
        assert answer.status_code in {200, 302}, name


@pytest.mark.parametrize("verb", ["publish", "withdraw"])
@pytest.mark.parametrize("name", ["revision", "reason", "public_note"])
def test_a_confirmation_is_sent_anything(
    client_that_answers: Client, activity: ProcessingActivity, verb: str, name: str
) -> None:
    for value in [*GARBAGE, ""]:
        answer = client_that_answers.post(f"{LIST}{activity.pk}/{verb}/", {"revision": "0", name: typed(value)})
        assert answer.status_code in {200, 302}, value


@pytest.mark.parametrize("revision", [*GARBAGE, ""])
def test_nothing_is_published_that_nobody_looked_at(dpo: Client, activity: ProcessingActivity, revision: str) -> None:
    answer = dpo.post(f"{LIST}{activity.pk}/publish/", {"revision": typed(revision), "reason": "Mitt skäl"})
    page = answer.content.decode()
    assert "Det går inte längre att se vad du granskade" in page
    assert 'value="Mitt skäl"' in page
    assert not Publication.objects.exists()


@pytest.mark.parametrize("verb", ["publish", "withdraw"])
def test_a_reason_that_cannot_be_kept_is_told_beside_it(dpo: Client, activity: ProcessingActivity, verb: str) -> None:
    publishing.publish(activity, by="dpo", reason="Prov")
    activity.refresh_from_db()
    sent = {"revision": str(activity.revision), "reason": "a" * 501}
    page = dpo.post(f"{LIST}{activity.pk}/{verb}/", sent).content.decode()
    assert 'id="reason_error"' in page
    assert "a" * 501 in page
    page = dpo.post(f"{LIST}{activity.pk}/{verb}/", {**sent, "reason": "a\0"}).content.decode()
    assert 'id="reason_error"' in page
    assert Publication.objects.count() == 1


@pytest.mark.parametrize("unseen", ["\x01", "\x0b", "\x0c", "\x1f", "\uffff"])
def test_control_characters_are_taken_out_of_all_that_is_sent(
    dpo: Client, activity: ProcessingActivity, unit: models.Unit, unseen: str
) -> None:
    """They stop feeds and files; a line break and a tab are no such characters."""
    publishing.publish(activity, by="dpo", reason="Prov")
    activity.refresh_from_db()
    sent = {"revision": str(activity.revision), "public_note": f"Slut{unseen}nu", "reason": f"a\tb{unseen}c"}
    dpo.post(f"{LIST}{activity.pk}/withdraw/", sent)
    row = Publication.objects.get(kind="withdrawn")
    assert (row.public_note, row.note) == ("Slut nu", "a\tb c")
    page = f"/admin/ropa/unit/{unit.pk}/change/"
    given = fields(dpo.get(page), "unit_form") | {
        "name": [f"Ekonomiskt{unseen}stöd"],
        "change_reason": [f"x{unseen}y"],
    }
    assert dpo.post(page, given).status_code == 302
    entry = unit.history.first()  # type: ignore[attr-defined]
    assert (entry.name, entry.history_change_reason) == ("Ekonomiskt stöd", "x y")


def test_a_password_is_kept_as_it_is_typed(dpo: Client) -> None:
    user = User.objects.get(username="dpo")
    user.set_password("langt")
    user.save()
    dpo.force_login(user)
    sent = {"old_password": "langt", "new_password1": "langt\x01losenord!9", "new_password2": "langt\x01losenord!9"}
    assert dpo.post("/admin/password_change/", sent).status_code == 302
    assert User.objects.get(username="dpo").check_password("langt\x01losenord!9")


@pytest.mark.parametrize("seen", ["x", "9" * 30, "", None])
def test_an_unknown_revision_is_told_as_a_conflict(
    dpo: Client, activity: ProcessingActivity, data: dict[str, Any], seen: str | None
) -> None:
    sent = data | {"seen_revision": [seen or ""], "name": ["Nytt"]}
    if seen is None:
        del sent["seen_revision"]
    page = dpo.post(CHANGE.format(activity.pk), {**sent, "_save": "1"})
    assert "Spara ändå" in page.content.decode()
    activity.refresh_from_db()
    tick = {"save_anyway": [str(activity.revision)], "_save": "1"}
    assert dpo.post(CHANGE.format(activity.pk), {**sent, **tick}).status_code == 302
    activity.refresh_from_db()
    assert activity.name == "Nytt"


@pytest.mark.parametrize("value", ["²", "%00"])
def test_a_party_is_sent_anything(client_that_answers: Client, unit: models.Unit, value: str) -> None:
    for name in ("change_reason", "parent", "slug", "name"):
        page = f"/admin/ropa/unit/{unit.pk}/change/"
        sent = fields(client_that_answers.get(page), "unit_form") | {name: [typed(value)]}
        assert client_that_answers.post(page, {**sent, "phone": name}).status_code in {200, 302}, name


def test_an_id_is_what_a_table_can_hold() -> None:
    given: list[Any] = ["12", 12, "²", "٣", "9" * 18, "9" * 19, "", None, "-1", " 1"]
    assert [as_id(text) for text in given] == [12, 12, None, None, int("9" * 18), None, None, None, None, None]
