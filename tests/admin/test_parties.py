"""Addresses that have been public stay whose they were, and the ledger's notes stay with those who may see the draft."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from ropa import models, publishing
from ropa.admin import parties
from ropa.models import DraftFinding, ProcessingActivity, Unit

from .browserless import add_row, fields
from .conftest import browser, person

pytestmark = pytest.mark.django_db


def form(client: Client, table: str, page: str) -> dict[str, list[str]]:
    return fields(client.get(f"/admin/ropa/{table}/{page}/"), f"{table}_form")


def test_a_units_address_is_kept_once_something_below_it_was_published(
    dpo: Client, activity: ProcessingActivity
) -> None:
    town = activity.organisation
    above = Unit.objects.create(organisation=town, name="Socialtjänsten", slug="social")
    Unit.objects.filter(pk=activity.unit_id).update(parent=above)
    near = Unit.objects.create(organisation=town, name="Nära", slug="ocial")
    for unit in (above, activity.unit):
        assert "slug" in form(dpo, "unit", f"{unit.pk}/change")  # type: ignore[union-attr]
    activity.refresh_from_db()
    publishing.publish(activity, by="dpo", reason="Prov")
    for unit in (above, activity.unit):
        page = f"{unit.pk}/change"  # type: ignore[union-attr]
        data = form(dpo, "unit", page)
        assert "slug" not in data
        dpo.post(f"/admin/ropa/unit/{page}/", {**data, "slug": "annan", "_save": "1"})
    assert set(Unit.objects.values_list("slug", flat=True)) == {"social", "eb", "ocial"}
    assert "slug" in form(dpo, "unit", f"{near.pk}/change"), "only the whole word counts"


def test_an_address_that_was_published_is_not_given_to_another_unit(dpo: Client, activity: ProcessingActivity) -> None:
    publishing.publish(activity, by="dpo", reason="Prov")
    old = activity.unit
    Unit.objects.filter(pk=old.pk).update(slug="flyttad")  # type: ignore[union-attr]
    data = form(dpo, "unit", "add") | {"name": ["Ny"], "slug": ["eb"]}
    told = dpo.post("/admin/ropa/unit/add/", {**data, "_save": "1"}).content.decode()
    assert "Adressen används av en enhet som har publicerats." in told
    other = Unit.objects.create(organisation=activity.organisation, name="Annan", slug="annan")
    for unit, status in ((other, 200), (old, 302)):
        page = f"{unit.pk}/change"  # type: ignore[union-attr]
        data = form(dpo, "unit", page) | {"slug": ["eb"], "_save": ["1"]}
        assert dpo.post(f"/admin/ropa/unit/{page}/", data).status_code == status
    dpo.post("/admin/ropa/unit/add/", {**form(dpo, "unit", "add"), "name": "Ny", "slug": "ny", "_save": "1"})
    assert Unit.objects.filter(slug="ny").exists()


def test_boards_and_organisations_keep_their_address(dpo: Client, unit: Unit) -> None:
    root = browser(User.objects.create_superuser("root"))
    board = models.Controller.objects.get()
    for client in (dpo, root):
        assert "slug" not in form(client, "controller", f"{board.pk}/change")
        assert "slug" not in form(client, "organisation", f"{unit.organisation_id}/change")
        assert "slug" in form(client, "controller", "add")
    assert "slug" in form(root, "organisation", "add")


def test_a_rule_that_nothing_keeps_is_not_offered(dpo: Client, unit: Unit) -> None:
    assert "two_person_rule" not in form(dpo, "organisation", f"{unit.organisation_id}/change")


def test_notes_in_the_ledger_are_read_by_those_who_see_the_draft(activity: ProcessingActivity) -> None:
    town = activity.organisation
    library = Unit.objects.create(organisation=town, name="Biblioteket", slug="bibliotek")
    loans = ProcessingActivity.objects.create(organisation=town, unit=library, name="Lån", slug="lan")
    publishing.publish(activity, by="dpo", reason="Bistånd internt")
    publishing.publish(loans, by="dpo", reason="Lån internt")
    readers = {
        person("here", town, "reader", library): (False, True),
        person("dpo", town, "dpo"): (True, True),
        User.objects.create_superuser("root"): (True, True),
    }
    for user, expected in readers.items():
        page = browser(user).get("/admin/ropa/publication/").content.decode()
        assert ("Bistånd internt" in page, "Lån internt" in page) == expected, user.username


def nobody_to_reach(activity: ProcessingActivity) -> set[str]:
    """Return the places of what the index knows of R02, whom to turn to."""
    return set(DraftFinding.objects.filter(activity=activity, rule="R02").values_list("field", flat=True))


def test_after_a_dpo_is_gone_the_activities_are_known_to_have_none(dpo: Client, activity: ProcessingActivity) -> None:
    officer = models.DataProtectionOfficer.objects.create(
        organisation=activity.organisation, name="Ombudet", email="dso@exempelby.se"
    )
    publishing.reindex([activity])
    before = nobody_to_reach(activity)
    dpo.post(f"/admin/ropa/dataprotectionofficer/{officer.pk}/delete/", {"post": "yes"})
    assert not models.DataProtectionOfficer.objects.exists()
    assert nobody_to_reach(activity) - before == {"dpo"}


@pytest.fixture
def renewed(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """Return what is looked at anew: a set of addresses each time."""
    asked: list[set[str]] = []
    real = publishing.reindex

    def listening(activities: Any = None) -> int:
        asked.append({a.slug for a in activities})
        return real(activities)

    monkeypatch.setattr(parties.publishing, "reindex", listening)
    return asked


@pytest.fixture
def beside(activity: ProcessingActivity) -> ProcessingActivity:
    """Another board's activity, in another unit."""
    town = activity.organisation
    board = models.Controller.objects.create(organisation=town, name="Kulturnämnden", slug="kn", kind="board")
    library = Unit.objects.create(organisation=town, name="Biblioteket", slug="bib", controller=board)
    return ProcessingActivity.objects.create(organisation=town, unit=library, name="Lån", slug="lan")


def save(client: Client, table: str, party: Any, **typed: str) -> None:
    page = f"{party.pk}/change"
    data = form(client, table, page) | {name: [value] for name, value in typed.items()}
    assert client.post(f"/admin/ropa/{table}/{page}/", {**data, "_save": "1"}).status_code == 302


def test_only_activities_that_hold_a_party_are_looked_at_anew(
    dpo: Client, activity: ProcessingActivity, beside: ProcessingActivity, renewed: list[set[str]]
) -> None:
    town, mine, every = activity.organisation, {activity.slug}, {activity.slug, "lan"}
    board, above = activity.unit.controller, Unit.objects.create(organisation=town, name="Stöd", slug="stod")  # type: ignore[union-attr]
    Unit.objects.filter(pk=activity.unit_id).update(parent=above)
    shared = models.DataProtectionOfficer.objects.create(organisation=town, name="Ombudet")
    own = models.DataProtectionOfficer.objects.create(organisation=town, name="Nämndens", controller=board)
    for table, party, typed in (
        ("unit", activity.unit, {"phone": "0123"}),
        ("unit", above, {"name": "Stöd och hjälp"}),
        ("controller", board, {"email": "sn@exempelby.se"}),
        ("dataprotectionofficer", own, {"email": "dso@exempelby.se"}),
    ):
        save(dpo, table, party, **typed)
        assert renewed == [mine], (table, party)
        renewed.clear()
    save(dpo, "dataprotectionofficer", shared, phone="0123")
    save(dpo, "dataprotectionofficer", own, controller=str(beside.unit.controller_id))  # type: ignore[union-attr]
    save(dpo, "organisation", town, phone="0123")
    assert renewed == [every] * 3


def test_what_no_record_holds_makes_none_be_looked_at(
    dpo: Client, activity: ProcessingActivity, renewed: list[set[str]]
) -> None:
    save(dpo, "unit", activity.unit)
    save(dpo, "organisation", activity.organisation, rights_text="Vänd dig till nämnden.")
    assert renewed == []


def test_a_text_that_is_inherited_makes_the_heirs_be_looked_at(
    dpo: Client, activity: ProcessingActivity, beside: ProcessingActivity, renewed: list[set[str]]
) -> None:
    page = f"{activity.unit_id}/change"
    data = form(dpo, "unit", page)
    add_row(data, "notice_texts", section="purposes", text="Vi hjälper dig.")
    assert dpo.post(f"/admin/ropa/unit/{page}/", {**data, "_save": "1"}).status_code == 302
    assert renewed == [{activity.slug}]
