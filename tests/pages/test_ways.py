"""The register seen from whom it is about, who gets data, which data, where they are and by which law."""

import re

import pytest
from django.test import Client

from ropa import publishing
from tests.pages.town import publish
from tests.pages.ways_town import BUS, HOME_CARE, PAGES, term, text

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


@pytest.fixture(scope="class")
def town(kept_for_class: None) -> None:
    """A school bus with all there is to tell, home care that rules a recipient out, and what was withdrawn."""
    publish("skolskjuts", "Skolskjuts", **BUS)
    publish("hemtjanst", "Hemtjänst", **HOME_CARE)
    gone = publish("lan", "Lån", data_subjects=({"category": term("ds-lantagare", "Låntagare")},))
    publishing.withdraw(gone, by="a")


def index(client: Client, address: str) -> list[tuple[str, str]]:
    """Return (heading, address) of all that an index names."""
    page = client.get(address).content.decode()
    found, heading = [], ""
    for h2, href in re.findall(r'<h2 id="[^"]+">(.*?)</h2>|class="entry"><a href="([^"]+)"', page):
        heading = h2 or heading
        if href:
            found.append((heading, href))
    return found


@pytest.mark.usefixtures("town")
class TestIndexes:
    @pytest.mark.parametrize(
        ("way", "heading", "entry"),
        [
            ("people", "Barn, skola och studier", "/vem-ar-du/ds-vardnadshavare/"),
            ("recipients", "Myndigheter", "/mottagare/r-fk/"),
            ("recipients", "Andra mottagare", "/mottagare/r-bussbolag/"),
            ("recipients", "Förekommer aldrig", "/mottagare/r-skv/"),
            ("recipients", "De som hanterar uppgifter åt oss", "/mottagare/bitrade/own-drift/"),
            ("data", "Känsliga uppgifter", "/uppgifter/pd-halsa/"),
            ("data", "Personnummer", "/uppgifter/pd-personnummer/"),
            ("data", "Vanliga uppgifter", "/uppgifter/pd-namn/"),
            ("data", "Förekommer aldrig", "/uppgifter/pd-dna/"),
            ("systems", "System och andra digitala platser", "/system/own-skolsystem/"),
            ("laws", "Rättsliga grunder", "/lagar/grund/6.1.c/"),
            ("laws", "Lagar och andra regler", "/lagar/law-2010-800/"),
        ],
    )
    def test_each_thing_stands_under_its_heading(self, client: Client, way: str, heading: str, entry: str) -> None:
        assert (heading, entry) in index(client, PAGES[way])

    def test_what_is_withheld_or_withdrawn_stands_nowhere(self, client: Client) -> None:
        pages = " ".join(text(client, address) for address in PAGES.values())
        assert "Hemlig" not in pages
        assert "biblioteket" not in pages
        assert "Driftbolaget" in pages

    def test_sensitive_data_come_first_and_are_explained(self, client: Client) -> None:
        page = text(client, "/uppgifter/")
        assert page.index("Hälsa") < page.index("Personnummer") < page.index("Namn")
        assert "(artikel 9)" in page

    def test_what_is_only_ruled_out_has_no_number(self, client: Client) -> None:
        assert re.search(r"Skatteverket (?!\d)", text(client, "/mottagare/"))
        assert "Försäkringskassan 1 behandling" in text(client, "/mottagare/")

    def test_in_english_with_a_way_back(self, client: Client) -> None:
        page = client.get("/en/vem-ar-du/").content.decode()
        assert "You are a parent or guardian" in page
        assert 'href="/vem-ar-du/" lang="sv"' in page

    def test_they_are_in_the_sitemap(self, client: Client) -> None:
        page = client.get("/sitemap.xml").content.decode()
        for address in (*PAGES.values(), "/en/mottagare/r-fk/", "/lagar/grund/6.1.c/", "/mottagare/bitrade/own-drift/"):
            assert f"<loc>http://testserver{address}</loc>" in page
        assert "r-polis" not in page


@pytest.mark.usefixtures("town")
class TestOne:
    def test_a_guardian_sees_what_concerns_guardians_alone(self, client: Client) -> None:
        page = text(client, "/vem-ar-du/ds-vardnadshavare/")
        assert "Du är vårdnadshavare" in page
        assert "Vi ordnar resor till skolan." in page
        assert "Uppgifter om dig Namn" in page
        assert "Hälsa" not in page
        assert "Vem som får dem Bussbolaget" in page
        assert "Försäkringskassan" not in page
        assert "Vårdnadshavarens begäran" in page
        assert "Elevens akt" not in page

    def test_a_pupil_sees_more_and_that_something_is_not_shown(self, client: Client) -> None:
        page = text(client, "/vem-ar-du/ds-elev/")
        assert "Hälsa: känslig uppgift" in page
        assert "Försäkringskassan: bara om du ansöker om bidrag" in page
        assert "det kan skada utredningen" in page
        assert "Dna" not in page
        assert "Elevens akt" in page
        assert "Planen" not in page

    def test_what_goes_to_a_recipient_when_and_why(self, client: Client) -> None:
        page = text(client, "/mottagare/r-fk/")
        assert "1 behandling" in page
        assert "När Bara om du ansöker om bidrag Vilka uppgifter Hälsa För vad Pröva bidrag Stöd" in page

    def test_never_is_no_hit_but_is_said(self, client: Client) -> None:
        hits, _, never = text(client, "/mottagare/r-fk/").partition("Här förekommer det aldrig")
        assert "Skolskjuts" in hits
        assert "Hemtjänst" not in hits
        assert "Hemtjänst" in never
        assert "Skolskjuts" in text(client, "/mottagare/r-skv/").partition("Här förekommer det aldrig")[2]

    def test_which_data_go_is_not_made_up(self, client: Client) -> None:
        publish("b", "B", recipients=({"category": term("r-csn", "CSN")},))
        assert "Registret pekar inte ut några. Det kan vara alla." in text(client, "/mottagare/r-csn/")

    @pytest.mark.parametrize(
        ("address", "words"),
        [
            ("/mottagare/bitrade/own-drift/", "Sköter datorerna"),
            ("/uppgifter/pd-halsa/", "Om vem Elev"),
            ("/uppgifter/pd-halsa/", "(artikel 9.2 g)"),
            ("/uppgifter/pd-personnummer/", "Vi måste veta vem barnet är"),
            ("/uppgifter/pd-namn/", "Om vem Vårdnadshavare och elev"),
            ("/system/own-skolsystem/", "Verksamhetssystem"),
            ("/system/own-skolsystem/", "Namn, hälsa och personnummer"),
            ("/lagar/law-2010-800/", "2010:800"),
            ("/lagar/law-2010-800/", "Nej. Den är upphävd"),
            ("/lagar/law-2010-800/", "Rättslig grund 10 kap. 32 §"),
            ("/lagar/grund/6.1.c/", "en lag kräver att vi behandlar uppgifterna"),
            ("/lagar/grund/6.1.c/", "Ändamål: Skolskjuts"),
        ],
    )
    def test_each_sort_of_thing_tells_its_own(self, client: Client, address: str, words: str) -> None:
        assert words.casefold() in text(client, address).casefold()

    def test_it_leads_to_notice_unit_and_rights(self, client: Client) -> None:
        page = client.get("/en/mottagare/r-fk/").content.decode()
        for href in ("/en/behandlingar/skolskjuts/", "/en/enheter/socialforvaltningen/", "/en/dina-rattigheter/"):
            assert f'href="{href}"' in page
        assert 'href="/mottagare/r-fk/" lang="sv"' in page

    @pytest.mark.parametrize(
        "address", ["/mottagare/r-polis/", "/vem-ar-du/ds-lantagare/", "/uppgifter/finns-inte/", "/lagar/grund/6.1.x/",
                    "/system/a/b/", "/en/mottagare/%00/"]
    )  # fmt: skip
    def test_what_is_not_there_is_answered_with_a_way_on(self, client: Client, address: str) -> None:
        response = client.get(address)
        assert response.status_code == 404
        index_of_it = "/".join(address.split("/")[: 3 if address.startswith("/en/") else 2])
        assert f'<a href="{index_of_it}/">' in response.content.decode()

    def test_what_is_withheld_is_answered_like_nothing_at_all(self, client: Client) -> None:
        hidden, nothing = (client.get(f"/mottagare/{code}/").content.decode() for code in ("r-polis", "r-aldrig"))
        assert hidden.replace("r-polis", "") == nothing.replace("r-aldrig", "")
