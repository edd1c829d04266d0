"""What stands around the frozen words of a notice: in short, the picture, hard words, whom to tell of an error."""

import re
from html import unescape

import pytest
from django.test import Client

from ropa import publishing
from ropa.models import Organisation, Publication
from ropa.vocabulary import Sector
from tests.pages.town import BOARD, DEPARTMENT, OFFICER, TOWN, publish

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

PAGE = "/behandlingar/a/"
SILENT = {
    name: party.model_copy(update={"contact": type(party.contact)()})
    for name, party in {"unit": DEPARTMENT, "controller": BOARD, "dpo": OFFICER, "organisation": TOWN}.items()
}
RECIPIENTS = [{"category": {"code": f"m{i}", "labels": {"sv": f"Mottagare {i}"}}} for i in range(20)]


def text(client: Client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_in_short_leads_to_questions_that_are_there(client: Client) -> None:
    publish("a", "A")
    page = text(client)
    box = page[page.index('class="short"') : page.index("</dl>")]
    leads = re.findall(r'href="#([\w-]+)"', box)
    assert leads == ["controller", "purposes", "legal-basis", "retention", "recipients", "transfers"]
    assert all(f'<section id="{code}"' in page for code in leads)
    assert box.count("unstated") == 3


def test_the_picture_and_its_twin_and_nothing_that_the_policy_refuses(client: Client) -> None:
    publish("a", "A", recipients=RECIPIENTS)
    page = text(client)
    pictures, twin = re.findall(r"<svg.*?</svg>", page, re.S), page[page.index('class="twin"') :]
    assert len(pictures) == 2
    assert all("och 13 till" in picture for picture in pictures)
    assert all(f"Mottagare {i}</dd>" in twin for i in range(20))
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", page)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    named = {x for found in re.findall(r'(?:aria-labelledby|popovertarget)="([^"]+)"', page) for x in found.split()}
    assert named <= set(ids)


def test_numbers_of_the_picture_are_numbers_in_every_language(client: Client) -> None:
    publish("a", "A", recipients=RECIPIENTS)
    for picture in re.findall(r"<svg.*?</svg>", text(client) + text(client, f"/en{PAGE}"), re.S):
        for value in re.findall(r'\s(?:x|y|width|height)="([^"]*)"', picture):
            assert re.fullmatch(r"\d+", value)


def test_a_hard_word_is_a_button_with_its_meaning_beside_it(client: Client) -> None:
    publish("a", "A")
    page = text(client)
    found = re.search(
        r'popovertarget="([^"]+)">personuppgiftsansvarig</button><span class="meaning" popover id="([^"]+)"', page
    )
    assert found
    assert found[1] == found[2]
    assert "<dt>Personuppgiftsansvarig</dt>" in page


def test_words_in_another_language_keep_it_and_are_explained_in_the_readers(client: Client) -> None:
    publish("a", "A", no_retention_reason={"sv": "Vi inväntar samtycke"})
    section = text(client, f"/en{PAGE}").split('<section id="retention"')[1].split("</section>")[0]
    assert re.search(
        r'<span lang="sv">.*>samtycke</button><span class="meaning" popover id="[^"]+" lang="en">', section
    )


@pytest.mark.parametrize(("sector", "leads"), [(Sector.GENERAL, True), (Sector.LAW_ENFORCEMENT, False)])
def test_law_enforcement_is_not_led_to_the_rights_of_the_gdpr(client: Client, sector: Sector, leads: bool) -> None:
    publish("a", "A", sector=sector)
    section = text(client).split('<section id="rights"')[1].split("</section>")[0]
    assert ('href="/dina-rattigheter/"' in section) is leads
    assert "Skriv till oss om dina rättigheter" in section


class TestReportingAnError:
    def test_the_letter_holds_the_lasting_address(self, client: Client) -> None:
        publish("a", "A", reference="SN-1")
        page = text(client)
        href = unescape(re.search(r'href="(mailto:[^"]*)">Skriv till oss om ett fel', page)[1])  # type: ignore[index]
        assert href.startswith(
            "mailto:socialnamnden@example.se?subject=Fel%20i%20registret%3A%20A%2C%20SN-1%2C%20version%201"
        )
        assert "http%3A%2F%2Ftestserver%2Fbehandlingar%2Fa%2Fversion%2F1%2F" in href
        assert "08-000 00 00" in page[page.index('id="error"') :]

    def test_address_on_paper_and_in_letters_is_at_the_organisations_own_host(self, client: Client) -> None:
        publish("a", "A")
        Organisation.objects.update(host="data.exempelby.example")
        page = text(client)
        told = re.findall(r"http%3A%2F%2F([\w.]+)%2Fbehandlingar%2Fa%2Fversion%2F1%2F", page)
        assert told == ["data.exempelby.example"] * 2
        assert "http://testserver" not in page
        assert (
            "http%3A%2F%2Ftestserver" not in text(client, "/enheter/socialforvaltningen/").split("Ser något fel ut?")[1]
        )

    def test_where_nobody_is_known_it_says_so(self, client: Client) -> None:
        publish("a", "A", **SILENT)
        tail = text(client).split('<section id="error"')[1]
        assert "Det finns ingen e-postadress och inget telefonnummer" in tail
        assert "mailto:" not in tail

    def test_a_unit_has_its_own(self, client: Client) -> None:
        publish("a", "A")
        assert 'href="tel:080000000">' in text(client, "/enheter/socialforvaltningen/").split("Ser något fel ut?")[1]


def test_who_works_for_another_sends_nobody_to_itself(client: Client) -> None:
    publish("a", "A", role="processor", on_behalf_of=[{"name": "Regionen"}])
    assert "Skriv till oss om dina rättigheter" not in text(client)


def test_a_hidden_version_shows_none_of_it(client: Client) -> None:
    publish("a", "A")
    publishing.seal(Publication.objects.get(), by="m", reason="Skälet.")
    page = text(client)
    assert not [x for x in ("<svg", 'class="short"', "Ser något fel ut", "mailto:") if x in page]


@pytest.mark.parametrize(
    ("address", "words"), [("/ordlista/", ("Adekvat", "Gallra")), ("/en/ordlista/", ("Adequate", "Preserve"))]
)
def test_the_glossary_in_order(client: Client, address: str, words: tuple[str, str]) -> None:
    found = re.findall(r"<dt>(.*?)</dt>", text(client, address))
    assert found == sorted(found, key=str.casefold)
    assert len(found) >= 35
    assert found[0].startswith(words[0])
    assert words[1] in found
