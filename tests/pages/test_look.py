"""What an organisation has made its own: on its pages, at its addresses, and nobody else's."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from ropa import look, models, record
from ropa.drafts.parties import set_words
from tests.pages.town import TOWN, publish

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
WIDE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 9"><path d="M0 0h90v9z"/></svg>'
NEIGHBOUR = record.Organisation(key=uuid4(), slug="grannby", name="Grannby kommun")


@pytest.fixture(autouse=True)
def _any_host(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]


@pytest.fixture
def town() -> models.Organisation:
    publish("avgifter", "Avgifter")
    row = models.Organisation.objects.get(slug=TOWN.slug)
    row.logo = models.Picture.keep(look.picture(SQUARE))
    row.bar_colour, row.link_colour = "#2f6b3a", "#1d6132"
    set_words(row, "logo_text", record.Text.model_validate({"sv": "Exempelbys vapen", "en": "Arms of Exempelby"}))
    set_words(row, "footer_text", record.Text(sv="Skött av kansliet."))
    links = {"sv": "Om oss https://example.se/om", "en": "About us https://example.se/en"}
    set_words(row, "footer_links", record.Text.model_validate(links))
    row.save()
    return row


@pytest.fixture
def neighbour(town: models.Organisation) -> models.Organisation:
    publish("lan", "Lån", organisation=NEIGHBOUR, controller=None, dpo=None, unit=None)
    row = models.Organisation.objects.get(slug="grannby")
    row.link_colour, row.host = "#8a1538", "register.grannby.se"
    row.logo = models.Picture.keep(look.picture(WIDE))
    row.save()
    return row


def text(client: Client, address: str, **headers: Any) -> str:
    return client.get(address, **headers).content.decode()


def its_own(page: str) -> list[str]:
    return re.findall(r'"/utseende/([^"]+)"', page)


def test_pages_bear_logo_colours_and_footer_in_each_language(client: Client, town: models.Organisation) -> None:
    swedish, english = text(client, "/behandlingar/avgifter/"), text(client, "/en/")
    for page in (swedish, english):
        assert {name.rpartition(".")[2] for name in its_own(page)} == {"svg", "css"}
        assert 'rel="icon" type' not in page, "a square logo stands in the tab as well"
    assert 'width="9" height="9" alt="Exempelbys vapen"' in swedish
    assert 'alt="Arms of Exempelby"' in english
    assert '<a href="https://example.se/om">Om oss</a>' in swedish
    assert '<a href="https://example.se/en">About us</a>' in english
    assert '<p><span lang="sv">Skött av kansliet.</span></p>' in english


def test_their_addresses_keep_for_ever_and_can_do_nothing(client: Client, town: models.Organisation) -> None:
    logo, sheet = sorted(set(its_own(text(client, "/"))), reverse=True, key=lambda name: name.endswith("svg"))
    found = client.get(f"/utseende/{logo}")
    assert (found.content, found["Content-Type"]) == (SQUARE, "image/svg+xml")
    assert found["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    css = client.get(f"/utseende/{sheet}")
    assert "--link: #1d6132;" in css.content.decode()
    assert css["Content-Type"] == "text/css; charset=utf-8"
    for answer in (found, css):
        assert "immutable" in answer["Cache-Control"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert not answer.cookies


def test_what_changes_is_seen_at_once_at_another_address(client: Client, town: models.Organisation) -> None:
    before = set(its_own(text(client, "/")))
    town.link_colour, town.logo = "#14405a", models.Picture.keep(look.picture(WIDE))
    town.save()
    page = text(client, "/")
    assert not before & set(its_own(page))
    assert 'rel="icon" type' in page, "a wide logo is nothing for the tab"
    sheet = next(name for name in before if name.endswith(".css"))
    assert client.get(f"/utseende/{sheet}")["Location"].startswith("/utseende/exempelby-")
    former = next(name for name in before if name.endswith(".svg"))
    assert client.get(f"/utseende/{former}").content == SQUARE, "a page kept for a minute still names it"


def test_on_a_shared_host_a_page_of_one_looks_like_its_own(client: Client, neighbour: models.Organisation) -> None:
    assert its_own(text(client, "/")) == []
    for address, colour in (("/behandlingar/avgifter/", "#1d6132"), ("/enheter/socialforvaltningen/", "#1d6132"),
                            ("/behandlingar/avgifter/andringar/", "#1d6132"), ("/behandlingar/lan/", "#8a1538")):  # fmt: skip
        sheet = next(name for name in its_own(text(client, address)) if name.endswith(".css"))
        assert colour in text(client, f"/utseende/{sheet}")


def test_a_host_name_shows_one_and_is_where_its_pages_are_at_home(
    client: Client, neighbour: models.Organisation
) -> None:
    own = text(client, "/", headers={"host": "register.grannby.se"})
    assert "Grannby kommun" in own
    assert "Exempelby" not in own
    assert any(name.startswith("grannby-") for name in its_own(own))
    shared = text(client, "/behandlingar/lan/", headers={"host": "delad.se:8000"})
    assert '<link rel="canonical" href="http://register.grannby.se:8000/behandlingar/lan/">' in shared
    assert 'hreflang="en" href="http://register.grannby.se:8000/en/behandlingar/lan/"' in shared
    other = text(client, "/behandlingar/avgifter/", headers={"host": "delad.se"})
    assert '<link rel="canonical" href="http://delad.se/behandlingar/avgifter/">' in other
    unit = text(client, "/enheter/socialforvaltningen/", headers={"host": "delad.se"})
    assert "http%3A%2F%2Fdelad.se%2Fenheter" in unit or "http://delad.se/enheter" in unit
    places = text(client, "/sitemap.xml", headers={"host": "delad.se"})
    assert ("/behandlingar/avgifter/" in places, "/behandlingar/lan/" in places) == (True, False)
    assert "/behandlingar/lan/" in text(client, "/sitemap.xml", headers={"host": "register.grannby.se"})
    logo = next(name for name in its_own(text(client, "/behandlingar/avgifter/")) if name.endswith(".svg"))
    assert client.get(f"/utseende/{logo}", headers={"host": "register.grannby.se"}).status_code == 404


@pytest.mark.parametrize(
    "host",
    ["https://reg.example.se", "reg example.se", "reg.example.se/x", '"><b>', "register.GRANNBY.se", "a" * 64 + ".se"],
)
def test_a_host_name_that_no_address_can_have_is_refused(neighbour: models.Organisation, host: str) -> None:
    town = models.Organisation.objects.get(slug=TOWN.slug)
    town.host = host
    with pytest.raises(ValidationError) as refused:
        town.full_clean()
    assert set(refused.value.message_dict) == {"host"}


def test_a_host_name_is_kept_as_browsers_send_it(town: models.Organisation) -> None:
    town.host = " Register.Exempelby.SE. "
    town.full_clean()
    assert town.host == "register.exempelby.se"


@pytest.mark.parametrize("name", ["x", "exempelby-.css", "..", "0123456789abcdef.svg", "exempelby.css", "%00", "å.svg"])
def test_nothing_else_has_an_address(client: Client, name: str) -> None:
    publish("avgifter", "Avgifter")
    assert client.get(f"/utseende/{name}").status_code == 404


def test_who_does_not_publish_shows_no_logo(client: Client, town: models.Organisation) -> None:
    named = set(its_own(text(client, "/")))
    town.publishes = False
    town.save()
    assert {client.get(f"/utseende/{name}").status_code for name in named} == {404}
