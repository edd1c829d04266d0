"""A unit's own page: who answers, a table an activity, and long lists in pages."""

import gzip
import re
from uuid import uuid4

import pytest
from django.test import Client

from ropa import publishing, record
from ropa.profiles import HEADINGS
from tests.pages.town import DEPARTMENT, TEAM, edit, publish, save
from tests.worlds import financial_assistance

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

EIGHT = (
    "Laglighet",
    "Ändamål",
    "Kategori registrerad",
    "Personuppgifter",
    "Hämtas från",
    "Skickas till",
    "Gallras",
    "Informationsbärare",
)
UNIT = "/enheter/socialforvaltningen/"


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def captions(page: str) -> list[str]:
    return re.findall(r"<caption>(.*?)<span", page)


def headings(page: str) -> list[str]:
    return re.findall(r'<h2 id="[^"]+-h">(.*?)</h2>', page)


def test_each_activity_is_a_table_of_eight_rows_with_its_number(client: Client) -> None:
    publish("b", "Beslut")
    publish("a", "Ansökan")
    page = text(client, UNIT)
    assert captions(page) == ["Tabell 1", "Tabell 2"]
    assert headings(page) == ["Ansökan", "Beslut"]
    rows = re.findall(r'<th scope="row">(.*?)</th>', page)
    assert rows == [*EIGHT, *EIGHT]
    assert len(HEADINGS) == 8


def test_the_notice_is_linked_before_its_table_and_after_it(client: Client) -> None:
    publish("a", "Ansökan")
    page = text(client, UNIT)
    link = '<a href="/behandlingar/a/">Läs mer: Ansökan</a>'
    before, _table, after = page.partition("<table")
    assert before.count(link) == after.count(link) == 1


def test_in_english(client: Client) -> None:
    publish("a", "Ansökan")
    page = text(client, f"/en{UNIT}")
    assert captions(page) == ["Table 1"]
    assert "Social services department</h1>" in page
    assert '<h2 id="a-h"><span lang="sv">Ansökan</span></h2>' in page
    assert "Name detail" in page


def test_who_answers_and_how_to_reach_them(client: Client) -> None:
    publish("a", "A")
    page = text(client, UNIT)
    for words in ("Socialnämnden", "212000-0043", "Dataskyddsombudet", "Stadshuset, Storgatan 1"):
        assert words in page
    assert 'href="mailto:dataskydd@example.se"' in page
    assert 'href="tel:080000000"' in page


def test_a_unit_without_contact_has_its_controllers(client: Client) -> None:
    publish("a", "A", unit=TEAM)
    assert "socialnamnden@example.se" in text(client, "/enheter/hemtjansten/")


def test_no_controller_is_said_not_left_out(client: Client) -> None:
    publish("a", "A", controller=None)
    assert "Inte angivet" in text(client, UNIT)
    publish("b", "B")
    assert "Inte angiven för en del av behandlingarna" in text(client, UNIT)


def test_units_below_are_included_and_named(client: Client) -> None:
    publish("a", "A")
    publish("b", "B", unit=TEAM)
    page = text(client, UNIT)
    assert headings(page) == ["A", "B"]
    assert '<a href="/enheter/hemtjansten/">Hemtjänsten</a>' in page
    below = text(client, "/enheter/hemtjansten/")
    assert headings(below) == ["B"]
    assert '<a href="/enheter/socialforvaltningen/">Socialförvaltningen</a>' in below


def test_a_unit_that_only_has_units_below_has_a_page(client: Client) -> None:
    publish("b", "B", unit=TEAM)
    assert "Socialförvaltningen</h1>" in text(client, UNIT)


def test_each_table_has_an_address_and_leads_to_its_notice(client: Client) -> None:
    publish("a", "A")
    publish("b", "B")
    page = text(client, UNIT)
    assert '<a href="#b"><span class="number">2</span> <span>B</span></a>' in page
    assert '<section class="sheet" id="b"' in page
    assert 'href="/behandlingar/b/"' in page


@pytest.mark.parametrize("slug", ["finns-inte", "SOCIALFORVALTNINGEN", "social_orvaltningen", "hemtjansten"])
def test_a_unit_with_nothing_public_is_not_there(client: Client, slug: str) -> None:
    publish("a", "A")
    save("b", "Utkast", unit=TEAM)
    assert client.get(f"/enheter/{slug}/").status_code == 404


def test_withdrawn_activities_are_gone(client: Client) -> None:
    row = publish("a", "A")
    publish("b", "B")
    publishing.withdraw(row, by="m")
    assert headings(text(client, UNIT)) == ["B"]


def test_a_sealed_version_is_not_in_the_table(client: Client) -> None:
    row = save("a", "A")
    made = publishing.publish(row, by="m", reason="Prov")
    publish("b", "B")
    publishing.seal(made, by="m", reason="Skäl")
    assert headings(text(client, UNIT)) == ["B"]


def test_a_withheld_unit_is_not_given_away(client: Client) -> None:
    publish("a", "A")
    publish("b", "Skyddat boende", unit=TEAM, withheld=[{"field": "unit", "reason": "Adressen är skyddad."}])
    assert headings(text(client, UNIT)) == ["A"]
    assert client.get("/enheter/hemtjansten/").status_code == 404
    assert '<a href="/behandlingar/b/">Skyddat boende</a>' in text(client, "/")
    for address in ("/behandlingar/b/", "/behandlingar/b/version/1/", "/sitemap.xml"):
        assert "hemtjans" not in text(client, address).lower()


def test_the_tables_can_be_taken_home(client: Client) -> None:
    publish("a", "A")
    assert '<a href="/register.pdf?enhet=socialforvaltningen">PDF</a>' in text(client, UNIT)
    page = text(client, f"/en{UNIT}?datum=2020-01-01")
    assert "register.pdf" not in page


class TestDaysGoneBy:
    def test_the_table_is_that_days_and_leads_to_that_days_notice(self, client: Client) -> None:
        from datetime import UTC, datetime

        row = save("a", "Förr")
        publishing.publish(row, by="m", at=datetime(2026, 1, 10, 12, tzinfo=UTC), reason="Prov")
        publishing.publish(edit(row, name="Nu"), by="m", at=datetime(2026, 2, 10, 12, tzinfo=UTC), reason="Prov")
        page = text(client, f"{UNIT}?datum=2026-01-31")
        assert headings(page) == ["Förr"]
        assert 'href="/behandlingar/a/?datum=2026-01-31"' in page
        assert headings(text(client, UNIT)) == ["Nu"]

    def test_a_unit_that_had_nothing_then_says_so(self, client: Client) -> None:
        publish("a", "A")
        assert "Inget var publicerat för enheten den dagen." in text(client, f"{UNIT}?datum=2020-01-01")


class TestLongLists:
    def test_are_shown_in_pages_with_numbers_that_go_on(self, client: Client) -> None:
        for number in range(1, 23):
            publish(f"a{number}", f"Akt {number:02}")
        first, second = text(client, UNIT), text(client, f"{UNIT}?sida=2")
        assert captions(first) == [f"Tabell {n}" for n in range(1, 21)]
        assert captions(second) == ["Tabell 21", "Tabell 22"]
        assert '<a href="?sida=2#a22">' in first
        assert '<a rel="next" href="?sida=2">Nästa sida</a>' in first
        assert "Sida 2 av 2" in second
        assert '<a href="?sida=1#a1">' in second

    @pytest.mark.parametrize("number", ["2", "0", "-1", "x", "9" * 5000, "1.0e9", "\x00"])
    def test_a_page_that_is_not_there(self, client: Client, number: str) -> None:
        publish("a", "A")
        assert client.get(UNIT, {"sida": number}).status_code == 404

    def test_twenty_full_tables_are_under_fifty_kilobytes(self, client: Client) -> None:
        whole = financial_assistance(unit=DEPARTMENT)
        for number in range(20):
            fields = dict.fromkeys(("provisions", "special_category_bases"), ())
            slug = f"whole-{number}"
            publishing.publish(_copy(whole, slug, **fields), by="m", reason="Prov")
        body = client.get(UNIT).content
        assert len(captions(body.decode())) == 20
        assert len(gzip.compress(body)) < 50_000


def _copy(activity: record.ProcessingActivity, slug: str, **fields: object):
    """Save the activity once more under other keys."""
    from ropa import drafts

    data = activity.model_dump()
    text_ = repr(data)
    keys = set(re.findall(r"UUID\('([0-9a-f-]{36})'\)", text_))
    shared = {
        str(party.key) for party in (activity.organisation, activity.controller, activity.unit, activity.dpo) if party
    }
    fresh = {old: str(uuid4()) for old in keys - shared}
    dumped = activity.model_dump_json()
    for old, new in fresh.items():
        dumped = dumped.replace(old, new)
    made = record.ProcessingActivity.model_validate_json(dumped)
    return drafts.save(record.replace(made, slug=slug, name=f"{activity.name.sv} {slug}", **fields))
