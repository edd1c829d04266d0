"""Rights and contact, accessibility, the whole register, and the addresses for search engines."""

from xml.etree import ElementTree

import pytest
from django.test import Client

from ropa import models, publishing
from ropa.pages import about
from tests.pages.town import TEAM, publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def site(**fields: object) -> models.Organisation:
    row = models.Organisation.objects.get()
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    return row


class TestRights:
    def test_own_words_and_whom_to_ask(self, client: Client) -> None:
        publish("a", "A")
        site(rights_text="Skriv till oss.\n\nVi svarar.")
        page = text(client, "/dina-rattigheter/")
        assert "<p>Skriv till oss.</p>\n<p>Vi svarar.</p>" in page
        for way in ("kommunen@example.se", "dataskydd@example.se", "socialnamnden@example.se"):
            assert f'href="mailto:{way}' in page
        assert "https://www.imy.se/" in page

    def test_in_english_with_the_untranslated_marked(self, client: Client) -> None:
        publish("a", "A")
        site(rights_text="Skriv till oss.")
        page = text(client, "/en/dina-rattigheter/")
        assert "Your rights" in page
        assert '<p><span lang="sv">Skriv till oss.</span></p>' in page

    def test_a_draft_names_nobody(self, client: Client) -> None:
        save("a", "A")
        page = text(client, "/dina-rattigheter/")
        assert "socialnamnden@example.se" not in page
        assert "dataskydd@example.se" not in page

    def test_who_has_nothing_stated_says_so(self, client: Client) -> None:
        models.Organisation.objects.create(name="Byn", slug="byn")
        assert "Det är ännu inte angivet vart du kan vända dig." in text(client, "/dina-rattigheter/")


class TestAccessibility:
    def test_shortcomings_and_how_to_tell_of_a_fault(self, client: Client) -> None:
        publish("a", "A")
        site(accessibility_text="Kartan saknar text.")
        page = text(client, "/tillganglighet/")
        assert "<p>Kartan saknar text.</p>" in page
        assert 'href="mailto:kommunen@example.se?subject=Tillg%C3%A4nglighet"' in page
        assert "https://www.digg.se/tdosanmalan" in page
        assert "ännu inte uppgett" not in page
        assert about.WENT_THROUGH.isoformat() in page

    def test_more_is_not_claimed_than_was_examined(self, client: Client) -> None:
        """The newer guidelines are what the pages are made for; that they are met nobody has judged."""
        assert "Sidorna följer" not in text(client, "/tillganglighet/")
        assert "The pages follow" not in text(client, "/en/tillganglighet/")

    def test_who_cannot_write_may_call(self, client: Client) -> None:
        publish("a", "A")
        site(email="kommunen@example.se", phone="08-000 00 00")
        page = text(client, "/tillganglighet/")
        assert 'href="mailto:kommunen@example.se' in page
        assert 'href="tel:' in page

    def test_none_stated_and_no_address(self, client: Client) -> None:
        publish("a", "A")
        site(email="")
        page = text(client, "/en/tillganglighet/")
        assert "has not yet stated how accessible the site is" in page
        assert "no address has been stated yet" in page


class TestTheWholeRegister:
    def test_has_a_form_that_works_without_scripts(self, client: Client) -> None:
        page = text(client, "/register/")
        assert '<form class="day" method="get" action="/register/">' in page
        assert '<input type="date" id="datum" name="datum">' in page

    def test_of_a_day_gone_by(self, client: Client) -> None:
        page = text(client, "/en/register/?datum=2020-01-01")
        assert 'value="2020-01-01"' in page
        assert '<a href="/en/?datum=2020-01-01">' in page


class TestSearchEngines:
    def addresses(self, client: Client) -> list[str]:
        tree = ElementTree.fromstring(text(client, "/sitemap.xml"))
        return [node.text or "" for node in tree.iter(f"{SITEMAP}loc")]

    def test_robots(self, client: Client) -> None:
        response = client.get("/robots.txt")
        assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
        closed = "Disallow: /admin/\nDisallow: /sok/\nDisallow: /en/sok/\n"
        assert response.content.decode() == f"User-agent: *\n{closed}\nSitemap: http://testserver/sitemap.xml\n"

    def test_the_map_holds_every_public_page_in_both_languages(self, client: Client) -> None:
        publish("a", "A", unit=TEAM)
        save("b", "Utkast")
        gone = publish("c", "C")
        publishing.withdraw(gone, by="m")
        paths = [address.removeprefix("http://testserver") for address in self.addresses(client)]
        swedish = [
            "/",
            "/dina-rattigheter/",
            "/register/",
            "/oversikt/",
            "/tillganglighet/",
            "/ordlista/",
            "/enheter/hemtjansten/",
            "/enheter/socialforvaltningen/",
            "/vem-ar-du/",
            "/mottagare/",
            "/uppgifter/",
            "/uppgifter/own-x/",
            "/system/",
            "/lagar/",
            "/lagar/grund/6.1.a/",
            "/behandlingar/a/",
        ]
        assert paths == [path for one in swedish for path in (one, f"/en{one}")]

    def test_a_hidden_version_is_not_in_the_map(self, client: Client) -> None:
        made = publishing.publish(save("a", "A"), by="m", reason="Prov")
        publishing.seal(made, by="m", reason="Skäl")
        assert not [address for address in self.addresses(client) if "behandlingar" in address or "enheter" in address]

    def test_everything_in_the_map_is_there(self, client: Client) -> None:
        publish("a", "A", unit=TEAM)
        for address in self.addresses(client):
            page = text(client, address.removeprefix("http://testserver"))
            assert f'<link rel="canonical" href="{address}">' in page
