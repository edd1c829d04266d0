"""oEmbed: what the specification asks for, which addresses have an answer, and how pages tell of it."""

import xml.etree.ElementTree as ET
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from ropa import models, publishing
from tests.crawl import Answer, Page
from tests.pages.town import DEPARTMENT, edit, publish, readdress, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

HOST = "http://testserver"


@pytest.fixture(scope="module")
def town(kept_database: None) -> None:
    row = publish("a", "Avgifter & <b>")
    publishing.publish(edit(row, summary="Mer."), by="m", reason="Prov")
    publishing.withdraw(publish("borttagen", "Borttagen"), by="m")
    publishing.seal(publishing.publish(save("dold", "Dold"), by="m", reason="P"), by="m", reason="Prövas.")
    readdress(publish("gammal", "Flyttad"), "ny")
    save("utkast", "Utkast")


@pytest.fixture
def client(town: None, settings: Any) -> Client:
    settings.EMBED_ORIGINS = ["*"]
    return Client()


def ask(client: Client, url: str, **asked: str) -> Any:
    return client.get("/oembed", {"url": url, **asked})


@pytest.mark.parametrize(
    ("page", "frame"),
    [
        ("/behandlingar/a/", "/infoga/behandlingar/a/?ram=1"),
        ("/en/behandlingar/a/", "/en/infoga/behandlingar/a/?ram=1"),
        ("/behandlingar/a/version/1/", "/infoga/behandlingar/a/?ram=1&version=1"),
        ("/behandlingar/gammal/", "/infoga/behandlingar/ny/?ram=1"),
        (f"/enheter/{DEPARTMENT.slug}/", f"/infoga/enheter/{DEPARTMENT.slug}/?ram=1"),
    ],
)
def test_a_page_is_shown_in_a_frame(client: Client, page: str, frame: str) -> None:
    found = ask(client, HOST + page).json()
    assert (found["version"], found["type"], found["width"], found["height"]) == ("1.0", "rich", 700, 600)
    assert f'src="{HOST}{frame}"' in unescape(found["html"])
    assert client.get(frame).status_code == 200
    assert found["provider_url"] == HOST + ("/en/" if "/en/" in page else "/")


def test_names_are_text_in_the_html(client: Client) -> None:
    found = ask(client, f"{HOST}/behandlingar/a/").json()
    assert found["title"] == "Avgifter & <b>"
    assert 'title="Avgifter &amp; &lt;b&gt;"' in found["html"]


def test_no_larger_than_asked(client: Client) -> None:
    found = ask(client, f"{HOST}/behandlingar/a/", maxwidth="320", maxheight="10000").json()
    assert (found["width"], found["height"]) == (320, 600)
    assert 'width="320"' in found["html"]


@pytest.mark.parametrize(("asked", "width"), [("00000000012", 12), ("9" * 5000, 700), ("0" * 5000 + "12", 12)])
def test_a_limit_may_have_any_number_of_digits(client: Client, asked: str, width: int) -> None:
    assert ask(client, f"{HOST}/behandlingar/a/", maxwidth=asked).json()["width"] == width


@pytest.mark.parametrize(
    "url",
    [
        "", "x", "http://[", "ftp://testserver/behandlingar/a/", "http://other.example/behandlingar/a/",
        f"{HOST}/", f"{HOST}/admin/", f"{HOST}/behandlingar/utkast/", f"{HOST}/behandlingar/borttagen/",
        f"{HOST}/behandlingar/dold/", f"{HOST}/behandlingar/a/version/9/", f"{HOST}/enheter/finns-inte/",
        f"{HOST}/behandlingar/a", "http://testserver:x/behandlingar/a/",
    ],
)  # fmt: skip
def test_nothing_public_is_not_found(client: Client, url: str) -> None:
    assert ask(client, url).status_code == 404


@pytest.mark.parametrize(
    ("asked", "status"),
    [({"format": "yaml"}, 501), ({"maxwidth": "x"}, 400), ({"maxheight": "0"}, 400), ({"maxwidth": "0" * 12}, 400)],
)
def test_what_cannot_be(client: Client, asked: dict[str, str], status: int) -> None:
    assert ask(client, f"{HOST}/behandlingar/a/", **asked).status_code == status


def test_xml_says_the_same(client: Client) -> None:
    response = ask(client, f"{HOST}/behandlingar/a/", format="xml")
    assert response.headers["Content-Type"] == "text/xml; charset=utf-8"
    told = {each.tag: each.text for each in ET.fromstring(response.content)}
    assert told == {name: str(value) for name, value in ask(client, f"{HOST}/behandlingar/a/").json().items()}


def test_where_nobody_may_frame_it_is_a_link(client: Client, settings: Any) -> None:
    settings.EMBED_ORIGINS = []
    found = ask(client, f"{HOST}/behandlingar/a/").json()
    assert (found["type"], "html" in found) == ("link", False)


def test_an_organisations_own_host_is_ours_too(client: Client) -> None:
    models.Organisation.objects.update(host="data.exempelby.example")
    assert ask(client, "http://data.exempelby.example/behandlingar/a/").json()["title"].startswith("Avgifter")


@pytest.mark.parametrize("address", ["/behandlingar/a/", "/en/behandlingar/a/", f"/enheter/{DEPARTMENT.slug}/"])
def test_pages_tell_of_it(client: Client, address: str) -> None:
    response: Any = client.get(address)
    page = Page(address, Answer(200, {}, response.content))
    told = {attrs["type"]: attrs["href"] for _, attrs in page.all("link") if "oembed" in attrs.get("type", "")}
    assert set(told) == {"application/json+oembed", "text/xml+oembed"}
    for href in told.values():
        assert parse_qs(urlsplit(href).query)["url"] == [HOST + address]
        assert client.get(href.removeprefix(HOST)).status_code == 200
