"""Reorganisation in the workplace: it is looked at first, takes a reason, and is for who manages the organisation."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from ropa import models, publishing
from ropa.models import Address, Membership, Organisation, ProcessingActivity, Publication, Unit

from .browserless import fields
from .conftest import LIST, browser, person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

UNITS = "/admin/ropa/unit/"
REASON = {"reason": "Ny organisation"}


@pytest.fixture
def library(town: Organisation) -> Unit:
    return Unit.objects.create(organisation=town, name="Biblioteket", slug="bibliotek")


def look_and_do(client: Client, address: str, data: dict[str, Any], **said: str) -> Any:
    """Look, then carry out what was shown; return the answer to the second."""
    shown = client.post(address, {**data, "look": "1"})
    looked = shown.context["looked"]
    assert looked is not None, shown.context["form"].errors
    return client.post(address, {**data, "seen": looked.mark, "apply": "1", **(said or REASON)})


class TestLookFirst:
    def test_what_residents_see_otherwise_is_shown_and_nothing_is_done(
        self, dpo: Client, activity: ProcessingActivity, library: Unit
    ) -> None:
        publishing.publish(activity, by="dpo", reason="Prov")
        html = dpo.post(f"{UNITS}{activity.unit_id}/merge/", {"target": library.pk, "look": "1"}).content.decode()
        for words in (
            "Ekonomiskt bistånd",
            "Biblioteket",
            "Socialnämnden",
            "1 publicerad sida ändras",
            "leder sedan till",
        ):
            assert words in html
        activity.refresh_from_db()
        assert activity.unit != library
        assert Publication.objects.count() == 1

    def test_then_it_is_done_with_the_reason(self, dpo: Client, activity: ProcessingActivity, library: Unit) -> None:
        publishing.publish(activity, by="dpo", reason="Prov")
        answer = look_and_do(dpo, f"{UNITS}{activity.unit_id}/merge/", {"target": library.pk})
        assert answer.status_code == 302
        activity.refresh_from_db()
        newest = Publication.objects.latest("sequence")
        assert (activity.unit, newest.note, newest.by) == (library, "Ny organisation", "dpo")
        assert "1 behandling berörs. 1 publicerades på nytt." in dpo.get(answer.url).content.decode()

    def test_without_a_reason_nothing_is_done_and_the_choice_is_kept(
        self, dpo: Client, activity: ProcessingActivity, library: Unit
    ) -> None:
        answer = look_and_do(dpo, f"{UNITS}{activity.unit_id}/merge/", {"target": library.pk}, reason=" ")
        assert answer.context["why"].errors
        assert f'<option value="{library.pk}" selected>' in answer.content.decode()
        assert Unit.objects.filter(pk=activity.unit_id).exists()

    def test_what_was_not_seen_is_not_done(self, dpo: Client, activity: ProcessingActivity, library: Unit) -> None:
        address, data = f"{UNITS}{activity.unit_id}/merge/", {"target": library.pk}
        mark = dpo.post(address, {**data, "look": "1"}).context["looked"].mark
        activity.refresh_from_db()
        activity.name = "Nytt namn"
        activity.save()
        answer = dpo.post(address, {**data, **REASON, "seen": mark, "apply": "1"})
        assert "Något har ändrats sedan du tittade" in answer.content.decode()
        assert "Ny organisation" in answer.content.decode()
        assert Unit.objects.filter(pk=activity.unit_id).exists()

    def test_a_refusal_is_told_in_words(self, dpo: Client, activity: ProcessingActivity) -> None:
        html = dpo.post(f"{UNITS}{activity.unit_id}/address/", {"slug": "eb", "look": "1"}).content.decode()
        assert "Den har redan den adressen." in html


ADDRESSES = ("move/", "merge/", "address/")


class TestRights:
    @pytest.mark.parametrize("who", ["editor", "reader", "dpo elsewhere", "editor of another unit"])
    def test_others_find_nothing_there(self, who: str, people: dict[str, User], activity: ProcessingActivity) -> None:
        client, town = browser(people[who]), activity.organisation_id
        pages = [f"{UNITS}{activity.unit_id}/{name}" for name in ADDRESSES]
        pages += [f"{UNITS}reorganise/names/{town}/", f"/admin/ropa/membership/hand-over/{town}/"]
        for page in [*pages, f"{LIST}{activity.pk}/address/"]:
            assert client.get(page).status_code == client.post(page, {"look": "1"}).status_code == 404, page
        assert client.get(f"{LIST}move/?_selected_action={activity.pk}").url == LIST  # type: ignore[attr-defined]

    def test_a_unit_of_another_organisation_is_no_choice(
        self, dpo: Client, activity: ProcessingActivity, elsewhere: ProcessingActivity
    ) -> None:
        there = Unit.objects.create(organisation=elsewhere.organisation, name="Där borta", slug="dar")
        page = f"{UNITS}{activity.unit_id}/merge/"
        answer = dpo.post(page, {"target": there.pk, "look": "1"})
        assert answer.context["looked"] is None
        assert "Där borta" not in answer.content.decode()


class TestMove:
    def test_chosen_in_the_list_and_moved(self, dpo: Client, activity: ProcessingActivity, library: Unit) -> None:
        chosen = {"_selected_action": activity.pk}
        html = dpo.post(LIST, {**chosen, "action": "move_selected"}).content.decode()
        assert f'action="{LIST}move/"' in html
        data = {**chosen, "unit": library.pk, "controller": "unit"}
        assert look_and_do(dpo, f"{LIST}move/", data).url == LIST
        activity.refresh_from_db()
        assert activity.unit == library

    def test_of_two_organisations_nothing_is_moved(
        self, activity: ProcessingActivity, elsewhere: ProcessingActivity
    ) -> None:
        root = browser(User.objects.create_superuser("root"))
        answer = root.get(f"{LIST}move/?_selected_action={activity.pk}&_selected_action={elsewhere.pk}", follow=True)
        assert "Välj behandlingar i en och samma organisation." in answer.content.decode()

    @pytest.mark.parametrize("query", ["", "?_selected_action=x", "?_selected_action=99999", "?_selected_action=%00"])
    def test_nothing_chosen_is_told(self, query: str, dpo: Client) -> None:
        assert dpo.get(f"{LIST}move/{query}").status_code == 302

    def test_a_unit_with_its_texts(self, dpo: Client, activity: ProcessingActivity, library: Unit) -> None:
        kept, gone = (
            models.NoticeText.objects.create(unit=activity.unit, section="contact", text=text)
            for text in ("Kvar", "Bort")
        )
        models.NoticeText.objects.create(unit=library, section="contact", text="Deras")
        page, data = f"{UNITS}{activity.unit_id}/merge/", {"target": library.pk, "texts": [kept.pk]}
        html = dpo.post(page, {**data, "look": "1"}).content.decode()
        assert "Båda enheterna har en text under samma rubrik, och båda visas: Kontakt: Kvar" in html
        assert "Den här texten följer inte med: Kontakt: Bort" in html
        look_and_do(dpo, page, data)
        assert set(library.notice_texts.values_list("text", flat=True)) == {"Deras", "Kvar"}
        assert not models.NoticeText.objects.filter(pk=gone.pk).exists()


class TestNames:
    def test_after_a_form_is_saved_it_is_told_how_many_pages_say_the_old(
        self, dpo: Client, activity: ProcessingActivity
    ) -> None:
        publishing.publish(activity, by="dpo", reason="Prov")
        page = f"{UNITS}{activity.unit_id}/change/"
        data = fields(dpo.get(page), "unit_form") | {"name": ["Försörjning"], "_save": ["1"]}
        html = dpo.post(page, data, follow=True).content.decode()
        names = f"{UNITS}reorganise/names/{activity.organisation_id}/"
        assert "1 publicerad sida visar fortfarande de gamla uppgifterna." in html
        assert f'href="{names}"' in html
        assert "Försörjning" in dpo.get(names).content.decode()
        assert look_and_do(dpo, names, {}).status_code == 302
        assert publishing.outdated([activity]) == []
        assert "Det finns inget att publicera" in dpo.get(names).content.decode()

    def test_who_may_not_publish_is_told_and_publishes_nothing(
        self, town: Organisation, activity: ProcessingActivity
    ) -> None:
        publishing.publish(activity, by="dpo", reason="Prov")
        user = person("utan", town, "dpo")
        Membership.objects.filter(user=user).update(publishes=False)
        Unit.objects.filter(pk=activity.unit_id).update(name="Nytt")
        names = f"{UNITS}reorganise/names/{town.pk}/"
        assert "1 av dem får du inte publicera" in browser(user).get(names).content.decode()
        look_and_do(browser(user), names, {})
        assert Publication.objects.count() == 1


def test_an_old_address_is_no_other_units(dpo: Client, activity: ProcessingActivity, library: Unit) -> None:
    publishing.publish(activity, by="dpo", reason="Prov")
    look_and_do(dpo, f"{UNITS}{activity.unit_id}/address/", {"slug": "bistand"})
    assert Address.objects.get().slug == "eb"
    page = f"{UNITS}{library.pk}/change/"
    data = fields(dpo.get(page), "unit_form") | {"slug": ["eb"], "_save": ["1"]}
    assert "Adressen används av en enhet som har publicerats." in dpo.post(page, data).content.decode()


class TestHandOver:
    def test_shown_then_done_and_the_leaver_is_out(
        self, town: Organisation, dpo: Client, activity: ProcessingActivity
    ) -> None:
        eva, sara = person("eva", town, "editor"), person("sara", town, "editor")
        activity.owner, activity.review_owner = eva, "Enhetschef eva"
        activity.save()
        page = f"/admin/ropa/membership/hand-over/{town.pk}/"
        assert f'<option value="{eva.pk}" selected>' in dpo.get(f"{page}?person={eva.pk}").content.decode()
        data = {"leaver": eva.pk, "successor": sara.pk, "end": "on"}
        html = dpo.post(page, {**data, "look": "1"}).content.decode()
        for words in ("1 behandling lämnas över", "Nämner personen", "Enhetschef eva", "Behörigheter som upphör"):
            assert words in html
        assert dpo.post(page, {**data, "apply": "1", "reason": "Eva slutar"}).status_code == 302
        activity.refresh_from_db()
        assert activity.owner == sara
        assert activity.history.first().history_user.username == "dpo"
        assert Membership.objects.get(user=eva).until < timezone.localdate()
        assert browser(eva).get(LIST).status_code != 200

    def test_nobody_ends_their_own_membership_nor_hands_over_to_who_may_not_edit(
        self, town: Organisation, people: dict[str, User]
    ) -> None:
        dpo = browser(people["dpo"])
        page = f"/admin/ropa/membership/hand-over/{town.pk}/"
        own = {"leaver": people["dpo"].pk, "successor": people["editor"].pk, "end": "on", "look": "1"}
        assert "Du får inte avsluta" in dpo.post(page, own).content.decode()
        reader = {"leaver": people["editor"].pk, "successor": people["reader"].pk, "look": "1"}
        assert dpo.post(page, reader).context["estate"] is None
