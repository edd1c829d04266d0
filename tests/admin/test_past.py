"""Taking an old state back: what it would change is shown first, and what was typed is never lost."""

import re
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from ropa import drafts, history, models, publishing
from ropa.models import ProcessingActivity, Publication

from .conftest import browser
from .test_history import told

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

HISTORY = "/admin/ropa/processingactivity/{}/history/"


@pytest.fixture
def changed(activity: ProcessingActivity) -> ProcessingActivity:
    """An activity that was published once, and renamed and bereft of a purpose in one change after that."""
    publishing.publish(activity, by="dpo", reason="Prov")
    with history.change(by="Maria", reason="Städning"):
        activity.name = "Nytt namn"
        activity.save()
        activity.purposes.filter(text="Föra statistik").get().delete()
    activity.refresh_from_db()
    return activity


def text(response: object) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())  # type: ignore[attr-defined]


def ways_back(dpo: Client, activity: ProcessingActivity) -> list[str]:
    """Return the addresses that the history leads to for taking something back, newest first."""
    page = dpo.get(HISTORY.format(activity.pk)).content.decode()
    return re.findall(r'href="(/admin/ropa/processingactivity/\d+/history/[^"?]+)"', page)


def test_the_history_leads_to_every_state_there_was(dpo: Client, changed: ProcessingActivity) -> None:
    found = [address.rstrip("/").split("/")[-2:] for address in ways_back(dpo, changed)]
    newest, statistics, purpose, first = reversed(drafts.Past(changed).changes)
    assert found == [
        [str(newest), "before"], ["version", "1"], [str(statistics), "before"], [str(statistics), "after"],
        [str(purpose), "before"], [str(purpose), "after"], [str(first), "after"],
    ]  # fmt: skip


@pytest.mark.parametrize("way", ["before", "version/1"])
def test_what_would_change_is_shown_and_then_done(dpo: Client, changed: ProcessingActivity, way: str) -> None:
    address = next(a for a in ways_back(dpo, changed) if a.endswith(f"/{way}/"))
    shown = text(dpo.get(address))
    assert "Namn borttaget: Nytt namn tillagt: Försörjningsstöd" in shown
    assert "Ändamål: Föra statistik tillagd" in shown
    done = dpo.post(address, {"revision": changed.revision, "reason": "Fel namn"}, follow=True)
    assert "är utkast igen" in text(done)
    now = drafts.load(changed)
    assert (now.name.sv, [p.text.sv for p in now.purposes]) == (
        "Försörjningsstöd", ["Utreda ansökningar", "Föra statistik"],
    )  # fmt: skip
    assert Publication.objects.count() == 1
    newest = told(dpo.get(HISTORY.format(changed.pk)).content.decode())[0]
    assert "Tillbakataget: " in newest
    assert "Fel namn" in newest


def test_somebody_elses_change_meanwhile_is_told_and_the_reason_is_kept(
    dpo: Client, changed: ProcessingActivity
) -> None:
    address = ways_back(dpo, changed)[0]
    seen = changed.revision
    changed.summary = "Nytt"
    changed.save()
    refused = dpo.post(address, {"revision": seen, "reason": "Fel namn"})
    page = refused.content.decode()
    assert "Någon ändrade behandlingen" in text(refused)
    assert 'value="Fel namn"' in page
    changed.refresh_from_db()
    assert changed.name == "Nytt namn"
    assert f'name="revision" value="{changed.revision}"' in page


@pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 30])
def test_a_revision_that_is_none_is_answered_in_words(dpo: Client, changed: ProcessingActivity, revision: str) -> None:
    refused = dpo.post(ways_back(dpo, changed)[0], {"revision": revision, "reason": "Fel namn"})
    assert 'class="errornote"' in refused.content.decode()
    assert ProcessingActivity.objects.get().name == "Nytt namn"


def test_a_word_nobody_has_any_more_is_told(dpo: Client, activity: ProcessingActivity) -> None:
    term = models.RecipientCategory.objects.create(label="Biblioteksvännerna", code="own-x")
    row = models.Recipient.objects.create(activity=activity, category=term, purpose="Utskick")
    row.delete()
    term.delete()
    shown = text(dpo.get(ways_back(dpo, activity)[0]))
    assert "finns inte längre i listorna" in shown
    assert "Biblioteksvännerna" in shown


def test_a_state_that_is_that_of_the_draft_offers_nothing(dpo: Client, activity: ProcessingActivity) -> None:
    publishing.publish(activity, by="dpo", reason="Prov")
    page = dpo.get(f"{HISTORY.format(activity.pk)}version/1/")
    assert "Utkastet säger detsamma som version 1" in text(page)
    assert b"<form method=" not in page.content.split(b'id="content-main"')[1]


@pytest.mark.parametrize("way", ["{}/before/", "{}/after/", "version/7/", f"version/{10**30}/", "{}/beside/"])
def test_a_state_that_never_was_is_not_found(dpo: Client, activity: ProcessingActivity, way: str) -> None:
    assert dpo.get(HISTORY.format(activity.pk) + way.format(uuid4())).status_code == 404


def test_there_is_nothing_before_the_first_change(dpo: Client, activity: ProcessingActivity) -> None:
    first = next(iter(drafts.Past(activity).changes))
    assert dpo.get(f"{HISTORY.format(activity.pk)}{first}/before/").status_code == 404


def test_what_was_erased_cannot_be_taken_back(dpo: Client, activity: ProcessingActivity) -> None:
    made = publishing.publish(activity, by="dpo", reason="Prov")
    publishing.erase(made, reason="Dom", by="dpo")
    assert dpo.get(f"{HISTORY.format(activity.pk)}version/1/").status_code == 404


def test_who_may_take_back(people: dict[str, User | None], changed: ProcessingActivity) -> None:
    address = f"{HISTORY.format(changed.pk)}version/1/"
    answers = {who: browser(user).get(address).status_code for who, user in people.items()}
    assert answers == {
        "dpo": 200, "editor": 200, "editor of another unit": 404, "reader": 403, "dpo elsewhere": 404,
        "staff without membership": 302, "anonymous": 302,
    }  # fmt: skip
    reader = browser(people["reader"]).get(HISTORY.format(changed.pk)).content.decode()
    assert "Nytt namn" in reader
    assert "Ta tillbaka" not in reader
    assert browser(people["reader"]).post(address, {"revision": changed.revision}).status_code == 403


class TestPublicationPage:
    def test_it_tells_what_differs_from_the_version_before(self, dpo: Client, changed: ProcessingActivity) -> None:
        changed.notes = "Ring Karin"
        changed.save()
        publishing.publish(changed, by="dpo", reason="Prov")
        first, second = Publication.objects.order_by("version")
        shown = text(dpo.get(f"/admin/ropa/publication/{second.pk}/change/"))
        for words in (
            "Skillnader mot version 1",
            "tillagt: Nytt namn",
            "Ändamål: Föra statistik borttagen",
            "Ring Karin",
        ):
            assert words in shown, words
        assert "Den första versionen" in text(dpo.get(f"/admin/ropa/publication/{first.pk}/change/"))

    def test_what_was_erased_is_not_compared(self, dpo: Client, changed: ProcessingActivity) -> None:
        second = publishing.publish(changed, by="dpo", reason="Prov")
        publishing.erase(Publication.objects.get(version=1), reason="Dom", by="dpo")
        assert "går inte att jämföra" in text(dpo.get(f"/admin/ropa/publication/{second.pk}/change/"))
