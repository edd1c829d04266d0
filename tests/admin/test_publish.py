"""Preview, publish, withdraw, and the list that shows where everything stands."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from ropa import drafts, models, publishing
from ropa.models import ProcessingActivity, Publication

from .browserless import add_row, fields
from .conftest import ADD, CHANGE, LIST

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

PAGE = "/admin/ropa/processingactivity/{}/{}/"


def seen(client: Client, address: str) -> str:
    return str(client.get(address).content.decode())


def test_the_preview_is_the_public_page_in_a_marked_frame(dpo: Client, activity: ProcessingActivity) -> None:
    models.SecurityMeasure.objects.create(activity=activity, note="Hemlig åtgärd")
    models.Withheld.objects.create(activity=activity, about=activity.purposes.last().key, reason="Sekretess")
    activity.notes = "Intern anteckning"
    activity.translations = {"name": {"en": {"text": "Income support", "source": ""}}}
    activity.save()
    swedish = seen(dpo, PAGE.format(activity.pk, "preview"))
    assert "Förhandsgranskning – inte publicerad" in swedish
    assert "Laglighet" in swedish
    assert "Utreda ansökningar" in swedish
    assert "Hemlig åtgärd" not in swedish
    assert "Föra statistik" not in swedish
    assert "Intern anteckning" not in swedish
    english = seen(dpo, PAGE.format(activity.pk, "preview") + "?lang=en")
    assert "Income support" in english
    assert "Laglighet" not in english
    assert not Publication.objects.exists()


def test_what_is_typed_can_be_previewed_without_a_trace(dpo: Client, activity: ProcessingActivity) -> None:
    rows = models.Purpose.history.count()  # type: ignore[attr-defined]
    data = fields(dpo.get(CHANGE.format(activity.pk))) | {"name": ["Osparat namn"]}
    add_row(data, "purposes", text="Osparat ändamål")
    page = dpo.post(CHANGE.format(activity.pk), {**data, "_preview": "1"}).content.decode()
    for word in ("Osparat namn", "Osparat ändamål", "Ingenting är sparat"):
        assert word in page
    activity.refresh_from_db()
    assert activity.name == "Försörjningsstöd"
    assert models.Purpose.history.count() == rows  # type: ignore[attr-defined]
    new = dpo.post(ADD, {**fields(dpo.get(ADD)), "name": "Aldrig sparad", "_preview": "1"})
    assert "Aldrig sparad" in new.content.decode()
    assert ProcessingActivity.objects.count() == 1


def test_from_draft_to_published_to_changed_to_withdrawn(dpo: Client, activity: ProcessingActivity) -> None:
    assert "aldrig publicerats" in seen(dpo, PAGE.format(activity.pk, "publish"))
    revision = ProcessingActivity.objects.get(pk=activity.pk).revision
    done = dpo.post(
        PAGE.format(activity.pk, "publish"), {"revision": str(revision), "reason": "Klar"}, follow=True
    ).content.decode()
    assert "är publicerad, version 1" in done
    assert "/behandlingar/forsorjningsstod/" in done
    assert Publication.objects.get().note == "Klar"
    dpo.post(CHANGE.format(activity.pk), {**fields(dpo.get(CHANGE.format(activity.pk))), "name": "Ekonomiskt bistånd"})
    assert "Ändrad sedan publicering" in seen(dpo, CHANGE.format(activity.pk))
    confirm = seen(dpo, PAGE.format(activity.pk, "publish"))
    assert "Jämfört med version 1" in confirm
    assert "Ekonomiskt bistånd" in confirm.split('class="new"')[1]
    assert "Försörjningsstöd" in confirm.split('class="old"')[1]
    revision = ProcessingActivity.objects.get(pk=activity.pk).revision
    told = {"revision": str(revision), "public_note": "Upphörd"}
    gone = dpo.post(PAGE.format(activity.pk, "withdraw"), told, follow=True).content.decode()
    assert "är återkallad" in gone
    assert publishing.find(activity.slug).public_note == "Upphörd"  # type: ignore[union-attr]
    assert "Visa publik sida" not in gone


def test_only_headings_that_differ_are_shown(dpo: Client, activity: ProcessingActivity) -> None:
    publishing.publish(activity, by="dpo", reason="Prov")
    models.Recipient.objects.create(activity=activity, note="Skatteverket")
    confirm = seen(dpo, PAGE.format(activity.pk, "publish"))
    assert "Tabell: Skickas till" in confirm
    assert "Tabell: Ändamål" not in confirm


def test_a_draft_that_changed_after_one_looked_is_not_published(dpo: Client, activity: ProcessingActivity) -> None:
    said = dpo.post(PAGE.format(activity.pk, "publish"), {"revision": "0"}, follow=True).content.decode()
    assert "Någon ändrade behandlingen efter att du öppnade den" in said
    assert not Publication.objects.exists()


def test_what_has_not_changed_is_not_published_again(dpo: Client, activity: ProcessingActivity) -> None:
    publishing.publish(activity, by="dpo", reason="Prov")
    revision = str(ProcessingActivity.objects.get(pk=activity.pk).revision)
    said = dpo.post(PAGE.format(activity.pk, "publish"), {"revision": revision}, follow=True).content.decode()
    assert "Ingenting har ändrats sedan den senaste versionen" in said
    assert Publication.objects.count() == 1


def test_reading_the_confirmation_publishes_nothing(dpo: Client, activity: ProcessingActivity) -> None:
    for verb in ("publish", "withdraw"):
        dpo.get(PAGE.format(activity.pk, verb))
    assert not Publication.objects.exists()


def test_several_are_published_with_one_reason(dpo: Client, activity: ProcessingActivity) -> None:
    other = ProcessingActivity.objects.create(organisation=activity.organisation, name="Skolskjuts", slug="skolskjuts")
    chosen = {"action": "publish_selected", "_selected_action": [str(activity.pk), str(other.pk)]}
    asked = dpo.post(LIST, chosen)
    assert "Varför publiceras de?" in asked.content.decode()
    assert not Publication.objects.exists()
    seen = {f"revision-{row.pk}": str(row.revision) for row in ProcessingActivity.objects.all()}
    dpo.post(LIST, {**chosen, **seen, "apply": "1", "reason": "Årlig genomgång"})
    assert {(p.slug, p.note) for p in Publication.objects.all()} == {
        ("forsorjningsstod", "Årlig genomgång"),
        ("skolskjuts", "Årlig genomgång"),
    }


@pytest.mark.both_databases
@pytest.mark.parametrize("typed", ["ÄRENDE", "ärende", "försörj ÄREND", "skatteverket"])
def test_the_list_finds_any_word_whatever_its_case(dpo: Client, activity: ProcessingActivity, typed: str) -> None:
    models.Recipient.objects.create(activity=activity, note="Skatteverket i Ärendet")
    other = ProcessingActivity.objects.create(organisation=activity.organisation, name="Annat", slug="annat")
    publishing.reindex([activity, other])
    found = seen(dpo, f"{LIST}?q={typed}")
    assert "Försörjningsstöd" in found
    assert "Annat" not in found


@pytest.mark.both_databases
def test_the_list_is_filtered(dpo: Client, activity: ProcessingActivity) -> None:
    other = ProcessingActivity.objects.create(
        organisation=activity.organisation, name="Annat", slug="annat", sector="school"
    )
    publishing.publish(other, by="dpo", reason="Prov")
    publishing.reindex()
    board = activity.unit.controller  # type: ignore[union-attr]
    for query, expected in {
        "state=draft": [True, False],
        "state=published": [False, True],
        f"unit={activity.unit_id}": [True, False],
        f"controller={board.pk}": [True, False],  # type: ignore[union-attr]
        "controller=none": [False, True],
        "sector__exact=school": [False, True],
    }.items():
        page = seen(dpo, f"{LIST}?{query}")
        assert [">Försörjningsstöd<" in page, ">Annat<" in page] == expected, query


@pytest.mark.both_databases
def test_the_last_change_counts_the_rows(dpo: Client, activity: ProcessingActivity) -> None:
    row = models.Recipient.objects.create(activity=activity, note="x")
    assert drafts.last_changes([activity.pk]) == {activity.pk: row.history.first().history_date}  # type: ignore[attr-defined]


def test_pages_are_in_swedish_for_every_language_of_the_browser(dpo: Client, activity: ProcessingActivity) -> None:
    english: Any = {"HTTP_ACCEPT_LANGUAGE": "en"}
    page = dpo.get(CHANGE.format(activity.pk), **english).content.decode()
    assert '<html lang="sv"' in page
    for word in ("Not stated", "Add ", "Purpose", "Legal", "Remove", "Save"):
        assert f">{word}" not in page


def test_users_keep_their_stock_pages(db: Any) -> None:
    root = Client()
    root.force_login(User.objects.create_superuser("root"))
    assert root.get("/admin/auth/user/").status_code == 200
    assert root.get("/admin/").status_code == 200
