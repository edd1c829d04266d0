"""A unit whose address changed: its past is its own under the new one, and nobody else's past becomes its."""

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from ropa import publishing, registers
from ropa.models import Organisation, Unit
from ropa.record import Audience
from ropa.reorganising import ChangeUnitAddress, MergeUnits, carry_out
from tests.pages.town import DEPARTMENT, TEAM, publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

THEN = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = date(2026, 3, 10)
NEW = "aldreomsorgen"


def change_address(slug: str, new: str) -> None:
    unit = Unit.objects.get(slug=slug)
    carry_out(ChangeUnitAddress(Organisation.objects.get(), unit, new), by="Maria", reason="Nytt namn")


@pytest.fixture
def moved() -> Any:
    """An activity of a department and one of the team below it, published before the department's address changed."""
    rows = [save("avgifter", "Avgifter"), save("larm", "Larm", unit=TEAM)]
    for row in rows:
        publishing.publish(row, by="m", at=THEN, reason="Prov")
    change_address(DEPARTMENT.slug, NEW)
    return rows


def slugs(client: Client, query: str) -> list[str]:
    return [entry["activity"]["slug"] for entry in client.get(f"/register.json?{query}").json()["entries"]]


@pytest.mark.parametrize("day", [f"?datum={DAY}", ""])
def test_the_page_of_a_past_day(client: Client, moved: Any, day: str) -> None:
    response = client.get(f"/enheter/{NEW}/{day}")
    assert response.status_code == 200
    shown = response.content.decode()
    assert "<h1>" in shown
    assert "Socialförvaltningen</h1>" in shown
    assert {name for name in ("Avgifter", "Larm") if name in shown} == {"Avgifter", "Larm"}


@pytest.mark.parametrize("slug", [NEW, DEPARTMENT.slug])
def test_the_files_of_a_past_day(client: Client, moved: Any, slug: str) -> None:
    assert sorted(slugs(client, f"enhet={slug}&datum={DAY}")) == ["avgifter", "larm"]
    found = registers.published(unit=slug, day=DAY)
    assert found.title == "Socialförvaltningen"


def test_staff_narrow_the_register_of_a_past_day(moved: Any) -> None:
    whole = registers.published(audience=Audience.AUTHORITY, day=DAY)
    part = registers.narrowed(whole, NEW)
    assert (len(part.entries), part.title) == (2, "Socialförvaltningen")


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.AUTHORITY])
def test_between_two_days_it_was_there_all_the_time(moved: Any, audience: Audience) -> None:
    changes = publishing.changes_between(DAY, date(2999, 1, 1), unit=NEW, audience=audience)
    assert (changes.count_before, len(changes.standing)) == (2, 2)
    assert {change.kind for change in changes.changes} <= {"changed"}
    before = publishing.changes_between(date(2026, 1, 1), DAY, unit=NEW, audience=audience)
    assert ([change.kind for change in before.changes], len(before.standing)) == (["added", "added"], 2)


def test_a_sealed_version_is_still_the_units_to_staff(moved: Any) -> None:
    (entry,) = [e for e in publishing.as_of(DAY) if e.slug == "larm"]
    publishing.erase(entry.row, by="m", reason="Dom")
    changes = publishing.changes_between(date(2026, 1, 1), DAY, unit=NEW, audience=Audience.AUTHORITY)
    assert {change.shown.slug for change in changes.changes} == {"avgifter", "larm"}


def test_the_feed_goes_on(client: Client, moved: Any) -> None:
    root = ET.fromstring(client.get(f"/enheter/{NEW}/flode.atom").content)  # our own bytes
    titles = [e.findtext("{http://www.w3.org/2005/Atom}title") for e in root.iter("{http://www.w3.org/2005/Atom}entry")]
    assert {"Ny: Avgifter", "Ny: Larm"} < set(titles)


def test_the_feed_of_a_unit_that_was_withdrawn_before_its_address_changed(client: Client) -> None:
    publishing.withdraw(publish("a", "A"), by="m", public_note="Slut.")
    change_address(DEPARTMENT.slug, NEW)
    shown = client.get(f"/enheter/{NEW}/flode.atom")
    assert shown.status_code == 200
    assert "Återkallad: A" in shown.content.decode()
    assert client.get(f"/register.json?enhet={NEW}").status_code == 200


def test_back_at_its_first_address(client: Client, moved: Any) -> None:
    change_address(NEW, DEPARTMENT.slug)
    assert sorted(slugs(client, f"enhet={DEPARTMENT.slug}&datum={DAY}")) == ["avgifter", "larm"]
    assert publishing.unit_slugs(DEPARTMENT.slug) == {DEPARTMENT.slug, NEW}


def test_what_was_merged_into_it_keeps_a_past_of_its_own(client: Client, moved: Any) -> None:
    """The year's report tells it as moved in, and a day before the merger shows two units."""
    team, other = (Unit.objects.get(slug=slug) for slug in (TEAM.slug, NEW))
    change_address(TEAM.slug, "hemvarden")
    team.refresh_from_db()
    Unit.objects.filter(pk=team.pk).update(parent=None)
    target = Unit.objects.create(organisation=other.organisation, name="Omsorg", slug="omsorg")
    carry_out(MergeUnits(other.organisation, team, target), by="Maria", reason="Ett av två")
    assert publishing.unit_slugs("omsorg") == {"omsorg"}
    assert slugs(client, f"enhet=omsorg&datum={DAY}") == []
    assert slugs(client, f"enhet={TEAM.slug}&datum={DAY}") == ["larm"]
    changes = publishing.changes_between(DAY, date(2999, 1, 1), unit="omsorg")
    assert [change.kind for change in changes.changes] == ["moved-in"]
