"""The register in numbers: each number counts what is public, leads to just that, and says what is not stated."""

import re
from datetime import UTC, date, datetime
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ropa import drafts, publishing, record
from ropa.models import Organisation
from ropa.pages.overview import by_unit
from ropa.pages.pictures import KINDS, picture, pictures, within_a_year
from ropa.vocabulary import LegalBasis, Occurrence, Statement
from tests.pages.town import BOARD, TEAM, TOWN, activity, publish, save
from tests.seed_terms import key

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

LONG_AGO = datetime(2020, 1, 10, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
OTHER = record.Organisation(key=key("other"), slug="annanby", name={"sv": "Annanby"}, organisation_number="212000-0050")


def data(code: str, level: str | None, **more: Any) -> dict[str, Any]:
    labels = {"sv": "Personnummer" if code == "pnr" else f"Slag {code}", "en": f"Kind {code}"}
    return {"category": {"code": code, "labels": labels, "level": level}, **more}


HEALTH, CRIME, PNR = data("halsa", "special_category"), data("brott", "offences"), data("pnr", "ordinary")
NO_HEALTH = data("halsa", "special_category", occurrence=Occurrence.NEVER)
CONSENT, DUTY = {"basis": LegalBasis.CONSENT}, {"basis": LegalBasis.LEGAL_OBLIGATION}


def a_town() -> None:
    withheld = [{"key": key("w"), "about": key("hidden")}]
    old = save("d", "D", personal_data=[{**CRIME, "key": key("hidden")}], legal_bases=[DUTY], withheld=withheld)
    publishing.publish(old, by="m", at=LONG_AGO, reason="Prov")
    to_usa = {"third_country": Statement.OCCURS, "transfers": [{"country": "US"}]}
    publish("a", "A", personal_data=[HEALTH, PNR], legal_bases=[CONSENT, DUTY], **to_usa)
    publish("b", "B", personal_data=[NO_HEALTH], legal_bases=[DUTY], third_country=Statement.NEVER, unit=TEAM)
    publish("c", "C", personal_data=[CRIME], legal_bases=[], controller=None, unit=None)
    save("e", "Utkast", personal_data=[HEALTH])
    publishing.withdraw(publish("f", "F", personal_data=[HEALTH]), by="m")


def bars(code: str) -> dict[str, str]:
    """Return code of a bar -> the activities it counts."""
    drawn = picture(KINDS[code], publishing.listed(), TODAY)
    return {bar.code: "".join(each.slug for each in bar.found) for bar in drawn.bars}


COUNTED = {
    "controllers": {str(BOARD.key): "adb", "unstated": "c"},
    "legal-bases": {"6.1.c": "adb", "6.1.a": "a", "unstated": "c"},
    "data": {
        "special_category": "a",
        "offences": "c",
        "identity": "a",
        "specially_protected": "",
        "none-of-these": "",
        "unstated": "bd",
    },
    "transfers": {"occurs": "a", "never": "b", "unstated": "cd"},
    "destinations": {"US": "a"},
    "age": {"within-a-year": "abc", "older": "d"},
}
"""Kind of picture -> bars in their order; what is withheld, never, drafted or withdrawn is in none of them."""


@pytest.fixture(scope="class")
def town(kept_for_class: None) -> None:
    a_town()


@pytest.mark.usefixtures("town")
class TestTown:
    """What is public of the town, made once."""

    @pytest.mark.parametrize("code", KINDS)
    def test_each_bar_counts_its_activities(self, code: str) -> None:
        found = bars(code)
        assert list(found) == list(COUNTED[code])
        assert {name: sorted(slugs) for name, slugs in found.items()} == {
            name: sorted(slugs) for name, slugs in COUNTED[code].items()
        }

    def test_a_sentence_says_what_the_picture_shows(self, client: Client) -> None:
        page = client.get("/en/oversikt/").content.decode()
        for sentence in (
            "There are 4 published activities. They are divided among 1 controllers.",
            "It allows 3 of 4 activities.",
            "Sensitive data or data about crimes are used in 2 of 4 activities.",
            "Data are transferred outside the EU and EEA in 1 of 4 activities.",
            "In the last year 3 of 4 activities were published or confirmed.",
        ):
            assert sentence in page

    def test_each_number_leads_to_as_many_activities(self, client: Client) -> None:
        page = client.get("/oversikt/").content.decode()
        numbers = re.findall(r'<a href="(/oversikt/[^"]+)">(\d+)<', page)
        assert len(numbers) >= sum(1 for bars in COUNTED.values() for slugs in bars.values() if slugs)
        for address, number in numbers:
            listed = client.get(address.replace("&amp;", "&")).content.decode()
            assert len(re.findall(r'class="entry"', listed)) == int(number), address

    def test_the_age_of_each_unit(self) -> None:
        found = {each.slug: (each.fresh.n, each.all) for each in by_unit(publishing.listed(), TODAY)}
        assert found == {"socialforvaltningen": (1, 2), "hemtjansten": (1, 1)}

    @pytest.mark.parametrize(
        "address",
        [
            "/oversikt/nej/x/",
            "/oversikt/data/nej/",
            "/oversikt/data/specially_protected/",
            "/oversikt/?organisation=nej",
        ],
    )
    def test_what_is_not_drawn_is_not_there(self, client: Client, address: str) -> None:
        assert client.get(address).status_code == 404

    def test_no_bar_is_longer_than_the_picture(self, client: Client) -> None:
        page = client.get("/oversikt/").content.decode()
        widths = [float(width) for width in re.findall(r'class="part" width="([^"]+)%"', page)]
        assert widths
        assert all(0 <= width <= 100 for width in widths)
        assert "nan" not in page.lower().replace("finans", "")


@pytest.mark.parametrize(("day", "fresh"), [(date(2027, 1, 9), True), (date(2027, 1, 10), False)])
def test_a_year_is_a_year(day: date, fresh: bool) -> None:
    publishing.publish(save("a", "A"), by="m", at=datetime(2026, 1, 10, 12, tzinfo=UTC), reason="Prov")
    assert within_a_year(publishing.listed()[0], day) is fresh


def test_what_was_confirmed_is_fresh() -> None:
    row = save("a", "A")
    publishing.publish(row, by="m", at=LONG_AGO, reason="Prov")
    assert bars("age") == {"within-a-year": "", "older": "a"}
    publishing.confirm(row, by="m")
    assert bars("age") == {"within-a-year": "a", "older": ""}


def test_new_names_make_nothing_fresh() -> None:
    row = save("a", "A")
    publishing.publish(row, by="m", at=LONG_AGO, reason="Prov")
    Organisation.objects.update(name="Nya staden")
    publishing.reissue([row], by="m", reason="Nytt namn")
    assert publishing.listed()[0].version == 2
    assert bars("age") == {"within-a-year": "", "older": "a"}
    publishing.confirm(row, by="m")
    Organisation.objects.update(name="Nyare staden")
    publishing.reissue([row], by="m", reason="Nytt namn")
    assert bars("age") == {"within-a-year": "a", "older": ""}, "what was confirmed stays confirmed"


def test_nothing_published_draws_nothing(client: Client) -> None:
    assert pictures([], TODAY) == []
    page = client.get("/en/oversikt/").content.decode()
    assert "<svg" not in page
    assert "Nothing has been published yet." in page


def test_as_many_queries_whatever_the_size(client: Client, django_assert_num_queries: Any) -> None:
    for sizes in (range(1), range(1, 9)):
        for n in sizes:
            publish(f"a{n}", f"Akt {n}")
        with django_assert_num_queries(3):
            client.get("/oversikt/")
        with django_assert_num_queries(5):
            client.get("/oversikt/age/within-a-year/")


def test_one_organisation_of_several_may_be_chosen(client: Client) -> None:
    publish("a", "A")
    there = drafts.save(activity("x", "X", organisation=OTHER, controller=None, unit=None, dpo=None))
    publishing.publish(there, by="m", reason="Prov")
    both, one = client.get("/oversikt/"), client.get(f"/oversikt/?organisation={TOWN.slug}")
    assert "Publicerade behandlingar: 2." in both.content.decode()
    assert "Publicerade behandlingar: 1." in one.content.decode()
    assert f"?organisation={TOWN.slug}" in re.search(r'href="(/oversikt/age/[^"]+)"', one.content.decode())[1]


def test_a_new_day_makes_a_new_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from ropa.pages import ready

    publish("a", "A")
    before = client.get("/oversikt/").headers["ETag"], client.get("/").headers["ETag"]
    monkeypatch.setattr(ready.timezone, "localdate", lambda *_: date(2031, 1, 1))
    after = client.get("/oversikt/").headers["ETag"], client.get("/").headers["ETag"]
    assert (before[0] == after[0], before[1] == after[1]) == (False, True)


@pytest.mark.parametrize("name", ["Förenta nationerna?", "a#b", "%41"])
def test_the_language_switch_stays_on_a_name_of_odd_signs(client: Client, name: str) -> None:
    publish("a", "A", transfers=[{"key": uuid4(), "international_organisation": name}])
    address = reverse("overview_counted", args=["destinations", name])
    page = client.get(address).content.decode()
    english = re.search(r'hreflang="en"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*hreflang="en"', page)
    assert english is not None
    there = unescape(english[1] or english[2]).removeprefix("http://testserver")
    assert there == f"/en{address}"
    assert client.get(there).status_code == 200
