"""The ways in when there is nothing, much, something new, or more than one organisation."""

import json
import re
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from ropa import models, publishing, record
from ropa.pages import life, shelves, ways
from tests.pages.town import edit, publish
from tests.pages.ways_town import AGENCY, PAGES, PUPIL, term, text

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


def test_an_empty_register_says_so(client: Client) -> None:
    assert all("Inget är publicerat ännu." in text(client, address) for address in PAGES.values())


def test_a_host_name_narrows_to_its_organisation(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    publish("a", "A", recipients=({"category": AGENCY},))
    other = record.Organisation(key=uuid4(), slug="grannby", name="Grannby kommun")
    publish(
        "b", "Grannsak", organisation=other, unit=None, controller=None, dpo=None, recipients=({"category": AGENCY},)
    )
    assert "2 behandlingar" in text(client, "/mottagare/r-fk/")
    row = models.Organisation.objects.get(slug="grannby")
    row.host = "register.grannby.example"
    row.save()
    page = client.get("/mottagare/r-fk/", HTTP_HOST=row.host).content.decode()
    assert "Grannsak" in page
    assert "Exempelby" not in page
    row.publishes = False
    row.save()
    assert "Grannsak" not in text(client, "/mottagare/r-fk/")


def test_the_newest_label_stands_for_a_renamed_thing(client: Client) -> None:
    publish("a", "A", recipients=({"category": term("r-csn", "Studienämnden")},))
    known = models.RecipientCategory.objects.get(code="r-csn")
    known.label = "CSN"
    known.save()
    publish("b", "B", recipients=({"category": term("r-csn", "CSN")},))
    assert "Studienämnden" not in text(client, "/mottagare/")
    assert "CSN 2 behandlingar" in text(client, "/mottagare/")


def test_pages_follow_a_new_version(client: Client) -> None:
    row = publish("a", "A", recipients=({"category": AGENCY},))
    assert "1 behandling" in text(client, "/mottagare/r-fk/")
    publishing.publish(edit(row, recipients=()), by="a", reason="Prov")
    assert client.get("/mottagare/r-fk/").status_code == 404


def many(numbers: range) -> None:
    for n in numbers:
        publish(
            f"m{n}", f"Skjuts {n}", recipients=({"category": AGENCY},), data_subjects=({"category": PUPIL["category"]},)
        )


def test_a_page_costs_the_same_however_much_there_is(client: Client, django_assert_num_queries: Any) -> None:
    for numbers in (range(3), range(3, 9)):
        many(numbers)
        for address in PAGES.values():
            with django_assert_num_queries(3):
                client.get(address)
        for address, count in (("/vem-ar-du/ds-elev/", 6), ("/mottagare/r-fk/", 5)):  # what has a page is known by then
            with django_assert_num_queries(count):
                client.get(address)


def test_a_long_list_is_cut_into_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "A_PAGE", 2)
    many(range(3))
    first, second = (client.get(f"/mottagare/r-fk/{query}").content.decode() for query in ("", "?sida=2"))
    assert 'href="?sida=2"' in first
    assert 'id="m0"' in first
    assert 'id="m2"' not in first
    assert 'id="m2"' in second
    assert client.get("/mottagare/r-fk/?sida=3").status_code == 404


def test_a_long_index_stands_under_letters(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "MANY", 2)
    names = ("Öbolaget", "Ängen", "Adam", "Alma", "Åkeriet")
    publish("a", "A", recipients=tuple({"category": term(f"r-{n}", name)} for n, name in enumerate(names)))
    page = client.get("/mottagare/").content.decode()
    assert re.findall(r"<h3[^>]*>(.)</h3>", page) == ["A", "Å", "Ä", "Ö"]
    for target in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{target}"' in page


def test_every_shipped_group_of_persons_has_its_words(settings: Any) -> None:
    """What ropa brings with it is said in the words of the person, in both languages."""
    vocabulary = Path(settings.BASE_DIR, "fixtures/vocabulary.json").read_text("utf-8")
    shipped = {row["code"] for row in json.loads(vocabulary)["data_subject_categories"]}
    assert set(life.PEOPLE) == shipped
    assert {person.area for person in life.PEOPLE.values()} <= set(life.AREAS)
