"""The page that searches: what it shows, narrows by, says of the search, and never shows."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ropa import models
from ropa.pages.searching import LONGEST
from ropa.search import MOST
from ropa.vocabulary import Occurrence
from tests.pages.asked_search import AGENCY, ask, hits, plain
from tests.pages.town import TEAM, publish

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

PUPIL = {"code": "own-elev", "labels": {"sv": "Elev", "en": "Pupil"}}


@pytest.fixture(scope="module")
def town(kept_database: None) -> None:
    loans = {"sv": "Låna böcker <b>", "en": "Borrow books"}
    publish("lan", loans, summary="Den som lånar på biblioteket.", data_subjects=[{"category": PUPIL}])  # type: ignore[arg-type]
    publish("bidrag", "Bidrag", unit=TEAM, recipients=[{"category": AGENCY, "purpose": "Samordnad utbetalning"}])
    never = {"category": AGENCY, "occurrence": Occurrence.NEVER}
    publish("larm", "Trygghetslarm", unit=TEAM, recipients=[never], data_subjects=[{"category": PUPIL}])


@pytest.mark.usefixtures("town")
class TestHits:
    def test_a_hit_shows_its_name_place_summary_and_version(self, client: Client) -> None:
        page = ask(client, q="biblioteket")
        assert hits(page) == ["lan"]
        assert "Låna böcker &lt;b&gt;" in page
        assert "på <mark>biblioteket</mark>." in page
        assert "Socialnämnden Socialförvaltningen" in plain(page)
        assert "Version 1, publicerad" in page
        assert "1 träff på ”biblioteket” – Sök" in unescape(page)

    def test_words_that_stand_elsewhere_are_shown_under_the_heading_of_the_notice(self, client: Client) -> None:
        page = ask(client, q="utbetalningar")
        assert '<a href="/behandlingar/bidrag/#recipients">Vem mer kan få se uppgifterna?</a>' in page
        assert "Samordnad <mark>utbetalning</mark>" in page

    def test_in_english_the_english_words_answer(self, client: Client) -> None:
        assert hits(ask(client, "/en", q="book")) == ["lan"]
        page = ask(client, "/en", q="trygghetslarm")
        assert hits(page) == ["larm"]
        assert '<span lang="sv"><mark>Trygghetslarm</mark></span>' in page

    def test_names_come_before_data_before_the_rest(self, client: Client) -> None:
        publish("namn", "Något annat", summary="Vad som helst", personal_data=[_kind("Zonterapi")])
        publish("kort", "Zonterapi")
        publish("sist", "Ett tredje", retention_rules=[{"documents": "Zonterapi"}])
        publish("del", "Zonterapiverksamhet")
        assert hits(ask(client, q="zonterapi")) == ["kort", "del", "namn", "sist"]

    def test_what_was_taken_for_something_else_is_said(self, client: Client) -> None:
        page = ask(client, q="försäkringkassan")
        assert hits(page) == ["bidrag"]
        assert "Inget här säger ”försäkringkassan”. Menade du: försäkringskassan" in plain(page)
        assert "/sok/" in page
        assert urlencode({"q": "försäkringskassan"}) in page

    def test_what_was_found_without_dots_or_by_its_beginning_is_said(self, client: Client) -> None:
        assert "Inget här säger ”bocker”. Menade du: böcker" in plain(ask(client, q="bocker"))
        page = ask(client, q="trygga")
        assert (hits(page), "Menade du: trygghetslarm" in plain(page)) == (["larm"], True)

    @pytest.mark.parametrize("text", ["😀", "!!!", "*", "*?-"])
    def test_text_without_a_word_finds_nothing_and_says_so(self, client: Client, text: str) -> None:
        for page in (ask(client, q=text), ask(client, q=text, enhet="hemtjansten")):
            assert hits(page) == []
            assert "Sökningen behöver ett ord eller ett tal." in plain(page)

    @pytest.mark.parametrize("text", ["religion", "sommarjobb", "utomlands"])
    def test_everyday_words_that_nothing_here_has_find_nothing(self, client: Client, text: str) -> None:
        assert hits(ask(client, q=text)) == []

    def test_letters_with_their_dots_apart_are_marked(self, client: Client) -> None:
        publish("kor", "Ko\u0308rkort")
        page = ask(client, q="körkort")
        assert "<mark>Körkort</mark>" in page

    def test_when_no_activity_has_all_words_that_is_said(self, client: Client) -> None:
        page = ask(client, q="trygghetslarm böcker")
        assert set(hits(page)) == {"lan", "larm"}
        assert "Ingen behandling har alla orden." in page

    def test_nothing_found_says_what_to_do(self, client: Client) -> None:
        page = ask(client, q="zebra", enhet="hemtjansten")
        assert hits(page) == []
        assert "Inga träffar på ”zebra”" in unescape(page)
        for address in ("/vem-ar-du/", "/mottagare/", "/uppgifter/", "/dina-rattigheter/"):
            assert f'href="{address}"' in page


@pytest.mark.usefixtures("town")
class TestNarrowing:
    def test_each_choice_is_a_link_with_as_many_hits_as_it_says(self, client: Client) -> None:
        page = ask(client, q="", enhet="socialforvaltningen")
        links = re.findall(r'<a href="(\?[^"]+)" rel="nofollow">.*?</a> <span class="count">(\d+)', page)
        assert len(links) == 4
        for href, count in links:
            assert len(hits(client.get(f"/sok/{unescape(href)}").content.decode())) == int(count)

    def test_several_choices_hold_together_and_each_can_be_taken_away(self, client: Client) -> None:
        page = ask(client, vem="own-elev", enhet="hemtjansten")
        assert hits(page) == ["larm"]
        removals = [unescape(href) for href in re.findall(r'<a href="(\?[^"]*)">Ta bort', page)]
        assert sorted(removals) == ["?enhet=hemtjansten", "?vem=own-elev"]
        assert '<input type="hidden" name="vem" value="own-elev">' in page

    def test_one_hit_is_not_narrowed(self, client: Client) -> None:
        assert 'id="narrow"' not in ask(client, q="biblioteket")
        assert 'id="narrow"' in ask(client, vem="own-elev")

    def test_a_unit_takes_in_those_below(self, client: Client) -> None:
        assert set(hits(ask(client, enhet="socialforvaltningen"))) == {"lan", "bidrag", "larm"}

    def test_what_never_occurs_is_no_hit(self, client: Client) -> None:
        assert hits(ask(client, mottagare="r-fk")) == ["bidrag"]
        assert hits(ask(client, q="Försäkringskassan")) == ["bidrag"]

    def test_what_nobody_has_is_said_and_can_be_taken_away(self, client: Client) -> None:
        page = ask(client, q="larm", system="<x>")
        assert "”<x>”, som inget här har" in plain(page)
        assert "söka utan avgränsning: 1 behandling" in page

    def test_the_old_address_of_a_unit_leads_to_the_new_one(self, client: Client) -> None:
        unit = models.Unit.objects.get(slug="hemtjansten")
        models.Address.objects.create(slug="omsorgen", unit=unit)
        response = client.get("/sok/?q=larm&enhet=omsorgen")
        assert (response.status_code, response.headers["Location"]) == (301, "/sok/?q=larm&enhet=hemtjansten")

    def test_nothing_typed_shows_the_form_and_what_to_browse(self, client: Client) -> None:
        page = ask(client)
        assert hits(page) == []
        assert "Bläddra" in page
        assert "noindex" not in page
        assert 'content="noindex"' in ask(client, q="larm")


@pytest.mark.usefixtures("town")
class TestInput:
    def test_too_long_a_text_is_met_with_words_and_kept(self, client: Client) -> None:
        text = "larm " * LONGEST
        page = ask(client, q=text, status=400)
        assert f"Sök med högst {LONGEST} tecken." in page
        assert text.strip() in page
        assert 'aria-invalid="true"' in page

    def test_too_many_words_are_left_out_and_named(self, client: Client) -> None:
        page = ask(client, q=" ".join(f"ord{n}" for n in range(MOST + 1)))
        assert f"Dessa togs inte med: ord{MOST}." in page

    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.text(max_size=60), st.sampled_from(["q", "enhet", "vem", "grund", "lag", "system"]))
    @example("\x00", "enhet")
    @example("%s %(x)s {x} ”’\"'<>&", "q")
    @example("a\u0301\u202e\ud83d 🐘 ß İ", "q")
    def test_whatever_is_typed_is_answered(self, client: Client, text: str, name: str) -> None:
        shown = text.encode("utf-8", "replace").decode()
        for language in ("", "/en"):
            assert client.get(f"{language}/sok/", {name: shown}).status_code == 200

    @pytest.mark.parametrize("number", ["0", "2", "abc", "-1", "9" * 30])
    def test_a_page_that_is_not_there_is_not_found(self, client: Client, number: str) -> None:
        ask(client, q="larm", sida=number, status=404)


def _kind(label: str) -> dict[str, Any]:
    return {"category": {"code": f"own-{label}", "labels": {"sv": label}}}
