"""Every address: no cookie, no script, nobody else's bytes, no method but reading, and no odd value breaks it."""

import re
from gzip import compress
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from ropa import publishing
from tests.pages.town import TEAM, edit, publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

SWEDISH = (
    "/",
    "/?datum=2020-01-01",
    "/enheter/socialforvaltningen/",
    "/enheter/hemtjansten/",
    "/behandlingar/avgifter/",
    "/behandlingar/avgifter/version/1/",
    "/behandlingar/avgifter/andringar/",
    "/behandlingar/larm/hur-lange/",
    "/behandlingar/borttagen/",
    "/register/",
    "/register/?datum=2020-01-01",
    "/dina-rattigheter/",
    "/tillganglighet/",
)
ASKED = ("/behandlingar/larm/hur-lange/",)
"""What takes an answer; it stores nothing."""
PAGES = (*SWEDISH, *(f"/en{page}" for page in SWEDISH))
FILES = ("/robots.txt", "/sitemap.xml")
ANY_LANGUAGE = tuple(page for page in SWEDISH if "?" not in page)
"""For what is asked of the view alone, which is the same in each language."""


@pytest.fixture(scope="module")
def town(kept_database: None) -> None:
    row = publish("avgifter", "Avgifter", notes="QVINTERNT i anteckning", original_wording=[{"text": "QVINTERNT ord"}])
    publishing.publish(edit(row, name="Avgifter och taxor"), by="Maria Handläggare", reason="QVINTERNT skäl")
    row = {
        "documents": "Larm",
        "action": "dispose",
        "period": "P3M",
        "trigger": {"code": "rt-x", "labels": {"sv": "X"}},
    }
    rules = [{**row, "decision_reference": "QVINTERNT nr"}]
    publish(
        "larm",
        "Larm",
        unit=TEAM,
        retention_rules=rules,
        security_measures=[{"note": "QVINTERNT lås"}],
        review_owner="QVINTERNT ägare",
    )
    publishing.withdraw(publish("borttagen", "Borttagen"), by="Maria Handläggare", reason="QVINTERNT skäl")
    save("qvintern", "QVINTERNT namn på ett utkast")


class Reader(HTMLParser):
    """What a page holds, loads and leads to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, Any]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, Any]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def ids(self) -> list[str]:
        return [attributes["id"] for _tag, attributes in self.tags if "id" in attributes]


@pytest.fixture(scope="module")
def pages(town: None) -> dict[str, str]:
    """Every page by its address; each has answered 200."""
    answers = {address: Client().get(address) for address in PAGES}
    assert {address for address, answer in answers.items() if answer.status_code != 200} == set()
    return {address: answer.content.decode() for address, answer in answers.items()}


@pytest.fixture(scope="module")
def readers(pages: dict[str, str]) -> dict[str, Reader]:
    return {address: Reader(page) for address, page in pages.items()}


def feeds(read: Reader) -> list[dict[str, Any]]:
    return [link for link in read.all("link") if link.get("type") == "application/atom+xml"]


def language_of(address: str) -> str:
    return "en" if address.startswith("/en/") else "sv"


def test_no_cookie_and_a_strict_policy(town: None, client: Client) -> None:
    for address in (*PAGES, *FILES, "/nej/", "/en/nej/", "/?datum=x"):
        response = client.get(address)
        assert not response.cookies, address
        assert "Cookie" not in response.headers.get("Vary", ""), address
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'"), address


def test_language_landmarks_and_nothing_that_the_policy_would_stop(readers: dict[str, Reader]) -> None:
    for address, read in readers.items():
        assert read.all("html") == [{"lang": language_of(address)}]
        assert (len(read.all("h1")), len(read.all("main"))) == (1, 1), address
        assert {"class": "skip", "href": "#content"} in read.all("a")
        assert not read.all("script") + read.all("style") + read.all("iframe"), address
        assert not [name for _tag, given in read.tags for name in given if name == "style" or name.startswith("on")]
        assert len(read.ids()) == len(set(read.ids())), address


def test_headings_skip_no_level(readers: dict[str, Reader]) -> None:
    for address, read in readers.items():
        levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]
        after_title = levels[levels.index(1) :]
        assert all(b - a <= 1 for a, b in pairwise(after_title)), address


def test_links_lead_somewhere_and_loads_are_our_own(readers: dict[str, Reader], client: Client) -> None:
    hrefs = set()
    for address, read in readers.items():
        assert all(re.match("/[^/]|http://testserver/", link["href"]) for link in read.all("link")), address
        for href in (a["href"] for a in [*read.all("a"), *feeds(read)]):
            if href.startswith("#"):
                assert href[1:] in read.ids(), (address, href)
            else:
                hrefs.add(address.partition("?")[0] + href if href.startswith("?") else href)
    ours = {href for href in hrefs if href.startswith("/") and "/register." not in href}
    assert {href for href in ours if client.get(href).status_code != 200} == set()
    assert {href.partition(":")[0] for href in hrefs - ours if not href.startswith("/")} <= {"mailto", "tel", "https"}


def test_the_other_language_is_the_same_page(readers: dict[str, Reader]) -> None:
    for address, read in readers.items():
        other = address.removeprefix("/en") if language_of(address) == "en" else f"/en{address}"
        assert [a["href"] for a in read.all("a") if "hreflang" in a] == [other]
        pages = [link for link in read.all("link") if link.get("rel") == "alternate" and "hreflang" in link]
        named = {link["hreflang"]: link["href"] for link in pages}
        if {"name": "robots", "content": "noindex"} in read.all("meta"):
            assert named == {}
        else:
            swedish, english = sorted((address, other), key=language_of, reverse=True)
            assert named == {
                "sv": f"http://testserver{swedish}",
                "en": f"http://testserver{english}",
                "x-default": f"http://testserver{swedish}",
            }


def test_every_page_is_wholly_in_its_language(pages: dict[str, str]) -> None:
    """Words of the frame: where one is missing in Swedish the English one would show."""
    for address, page in pages.items():
        english = "Skip to the content" in page
        assert english == (language_of(address) == "en"), address
        assert ("Hoppa till innehållet" in page) != english, address


def test_nothing_internal_is_in_it(pages: dict[str, str], client: Client) -> None:
    texts = pages | {address: client.get(address).content.decode() for address in FILES}
    for address, text in texts.items():
        assert not re.search("qvintern|Maria", text, re.IGNORECASE), address


def test_can_only_be_read(town: None) -> None:
    client = Client(enforce_csrf_checks=True)
    for address in (*SWEDISH, *FILES):
        for method in ("post", "put", "patch", "delete", "options"):
            if method == "post" and address in ASKED:
                continue
            response = getattr(client, method)(address)
            assert response.status_code == 405, (address, method)
            assert not response.cookies


def test_a_page_and_its_style_are_under_fifty_kilobytes(pages: dict[str, str]) -> None:
    style = len(compress(Path(settings.BASE_DIR, "static/ropa/site.css").read_bytes()))
    assert max(len(compress(page.encode())) for page in pages.values()) + style < 50_000


ODD_QUERIES = (
    "datum=%00",
    "datum=%ff%fe",
    "datum=%F0%28%8C%BC",
    "datum=2026-02-30",
    "datum=%D9%A2%D9%A0%D9%A2%D9%A6-01-01",
    "datum=" + "9" * 5000,
    "datum=2026-01-01&datum=x",
    "datum[]=1",
    "datum=0001-01-01",
    "datum=9999-12-31",
    "sida=%00",
    "sida=%ff",
    "sida=" + "9" * 5000,
    "sida=-1",
    "sida=1e400",
    "sida=%D9%A3",
    "q=%00'\"><script>",
    "&&&===",
    "%",
    "%zz",
    "a" * 4000,
)


@pytest.mark.both_databases
def test_no_query_breaks_a_page(town: None, client: Client) -> None:
    client.raise_request_exception = False
    for address in (*ANY_LANGUAGE, *FILES, "/en/", "/nej/"):
        for query in ODD_QUERIES:
            response = client.get(address, QUERY_STRING=query)
            assert response.status_code in {200, 400, 404}, (address, query)
            assert b"<script" not in response.content


ODD_PATHS = (
    "/enheter/%00/",
    "/enheter/%ff/",
    "/enheter/å/",
    "/enheter/'%20OR%201=1/",
    "/behandlingar/%00/version/1/",
    "/behandlingar/avgifter/version/%00/",
    "/behandlingar/avgifter/version/-1/",
    "/behandlingar/avgifter/version/" + "9" * 25 + "/",
    "/behandlingar/avgifter/version/" + "9" * 5000 + "/",
    "/behandlingar/" + "a" * 3000 + "/",
    "/behandlingar/qvintern/",
    "/en/%F0%28%8C%BC/",
    "/de/",
)


@pytest.mark.both_databases
def test_no_path_breaks_a_page(town: None, client: Client) -> None:
    client.raise_request_exception = False
    assert {path for path in ODD_PATHS if client.get(path).status_code != 404} == set()


ODD_VALUES = ("", "\x00", "*", '"', 'W/"', "x" * 5000, "\u00e5" * 2000, "de;q=x")


def test_no_header_breaks_a_page(town: None, client: Client) -> None:
    client.raise_request_exception = False
    for header in ("Accept-Language", "If-None-Match", "Accept-Encoding", "If-Modified-Since", "Cookie"):
        for value in ODD_VALUES:
            response = client.get("/", headers={header: value})
            assert response.status_code == 200, (header, value)
            assert not response.cookies


def test_what_is_not_there_helps_on_in_its_own_language(client: Client) -> None:
    swedish, english = client.get("/nej/"), client.get("/en/nej/")
    assert (swedish.status_code, english.status_code) == (404, 404)
    assert '<html lang="sv">' in swedish.content.decode()
    assert '<a href="/">Hitta enheten i listan över alla enheter</a>' in swedish.content.decode()
    assert '<html lang="en">' in english.content.decode()
    assert '<a href="/en/dina-rattigheter/">' in english.content.decode()


def test_the_page_for_our_own_faults_needs_nothing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        raise RuntimeError("the database is gone")

    monkeypatch.setattr(publishing, "stamp", broken)
    client.raise_request_exception = False
    swedish, english = client.get("/"), client.get("/en/")
    assert (swedish.status_code, english.status_code) == (500, 500)
    assert "Något gick fel" in swedish.content.decode()
    assert "Something went wrong" in english.content.decode()
    assert "database" not in swedish.content.decode()


def test_a_forgotten_slash_is_put_there(town: None, client: Client) -> None:
    for address in ("/enheter/socialforvaltningen", "/en/register"):
        assert client.get(address, follow=True).redirect_chain == [(f"{address}/", 301)]
