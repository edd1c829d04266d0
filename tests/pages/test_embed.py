"""Fragments for other sites: what they hold, at which levels, and what they say when there is nothing."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from ropa import models, publishing
from ropa.pages import embed
from tests.crawl import Answer, Page
from tests.pages.town import DEPARTMENT, edit, publish, readdress, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

NOTICE, UNIT = "/infoga/behandlingar/a/", f"/infoga/enheter/{DEPARTMENT.slug}/"
DOCUMENT = {"html", "head", "body", "main", "script", "style", "link", "meta"}


@pytest.fixture(scope="module")
def town(kept_database: None) -> None:
    """An activity in two versions, one that is withdrawn, one that is hidden, one that has another address now."""
    row = save("a", "Avgifter")
    publishing.publish(row, by="m", reason="Prov", at=datetime(2026, 1, 10, 12, tzinfo=UTC))
    publishing.publish(edit(row, summary="Ny ingress."), by="m", reason="Prov", at=datetime(2026, 3, 1, tzinfo=UTC))
    publish("b", "Bilar")
    publishing.withdraw(publish("borttagen", "Borttagen"), by="m", public_note="Görs inte längre.")
    publishing.seal(publishing.publish(save("dold", "Hemligt namn"), by="m", reason="P"), by="m", reason="Prövas.")
    moved = publish("gammal", "Flyttad")
    readdress(moved, "ny")
    save("utkast", "Utkast")


@pytest.fixture
def client(town: None) -> Client:
    return Client()


def page(client: Client, address: str, status: int = 200) -> Page:
    response: Any = client.get(address)
    assert response.status_code == status, address
    return Page(address, Answer(status, dict(response.headers.items()), response.content))


@pytest.mark.parametrize("address", [NOTICE, UNIT, f"/en{NOTICE}", f"/en{UNIT}"])
def test_a_fragment_is_one_article_and_nothing_around_it(client: Client, address: str) -> None:
    found = page(client, address)
    body = found.answer.body.decode().strip()
    assert (found.tags[0][0], body[-10:]) == ("article", "</article>")
    assert found.tags[0][1]["lang"] == found.language
    assert not DOCUMENT & {tag for tag, _ in found.tags}
    assert not [attrs for _, attrs in found.tags if "style" in attrs or any(name.startswith("on") for name in attrs)]


@pytest.mark.parametrize("address", [NOTICE, UNIT])
def test_links_are_whole_and_ids_cannot_meet_those_of_another_page(client: Client, address: str) -> None:
    found = page(client, address)
    assert {name for name in found.ids if not name.startswith("ropa-")} == set()
    assert max(found.ids.values()) == 1
    hrefs = [attrs["href"] for _, attrs in found.all("a")]
    assert hrefs
    assert [href for href in hrefs if not href.startswith(("http://testserver/", "mailto:", "tel:", "https://"))] == []
    for name in found.ids:
        assert "." in name, name  # no slug has a dot: nothing that follows one can be another one's
    points = [attrs["aria-labelledby"] for _, attrs in found.tags if "aria-labelledby" in attrs]
    assert set(points) <= set(found.ids)


def test_fragments_on_one_page_share_no_id(client: Client) -> None:
    """An activity called as its unit, one called as an id, other languages, other versions, the next tables."""
    publish(DEPARTMENT.slug, "Som sin enhet")
    publish("title", "Titel")
    own = NOTICE.replace("/a/", f"/{DEPARTMENT.slug}/")
    together = [UNIT, f"/en{UNIT}", own, f"/en{own}", NOTICE, f"{NOTICE}?version=1", f"{NOTICE}?version=2"]
    ids = [name for address in together for name in page(client, address).ids.elements()]
    assert [name for name in set(ids) if ids.count(name) > 1] == []


def test_the_next_tables_have_ids_of_their_own(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embed, "TABLES_A_PAGE", 1)
    first, second = (page(client, f"{UNIT}?sida={n}") for n in (1, 2))
    assert not set(first.ids) & set(second.ids)


@pytest.mark.parametrize(
    "address", [NOTICE, UNIT, "/infoga/behandlingar/borttagen/", "/infoga/behandlingar/finns-inte/"]
)
def test_framed_alone_it_begins_with_the_first_heading(client: Client, address: str) -> None:
    status = client.get(address).status_code
    levels = [tag for tag, _ in page(client, f"{address}?ram=1", status).tags if re.fullmatch(r"h[1-6]", tag)]
    assert (levels[0], set(levels[1:]) <= {"h2"}) == ("h1", True)
    assert "<h1" not in client.get(address).content.decode()


@pytest.mark.parametrize("level", range(2, 6))
@pytest.mark.parametrize("address", [NOTICE, UNIT])
def test_headings_begin_where_the_other_page_wants_them(client: Client, address: str, level: int) -> None:
    found = page(client, f"{address}?niva={level}")
    headings = [tag for tag, _ in found.tags if re.fullmatch(r"h[1-6]", tag)]
    assert headings[0] == f"h{level}"
    assert set(headings[1:]) == {f"h{level + 1}"}


@pytest.mark.parametrize("given", ["1", "6", "x", "²"])
def test_another_level_is_refused_in_words(client: Client, given: str) -> None:
    assert "2 till 5" in page(client, f"{NOTICE}?niva={given}", 400).answer.body.decode()


def test_the_tables_and_the_notice_are_those_of_the_pages(client: Client) -> None:
    def cells(address: str) -> list[str]:
        return re.findall(r"(?s)<th scope=\"row\">(.*?)</th>", client.get(address).content.decode())

    assert cells(UNIT)
    assert cells(UNIT) == cells(f"/enheter/{DEPARTMENT.slug}/")
    body = client.get(NOTICE).content.decode()
    assert all(section.heading in body for section in publishing.find("a").notice("sv").sections)  # type: ignore[union-attr]


def test_a_version_is_shown_as_it_was_and_says_that_it_is_older(client: Client) -> None:
    old, new = (client.get(f"{NOTICE}?version={n}").content.decode() for n in (1, 2))
    assert ("Ny ingress." in old, "Annat kan gälla i dag." in old) == (False, True)
    assert ("Ny ingress." in new, "Annat kan gälla i dag." in new) == (True, False)
    assert 'href="http://testserver/behandlingar/a/version/1/"' in old
    for wrong in ("3", "x", "0", "9" * 30):
        page(client, f"{NOTICE}?version={wrong}", 404)


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/infoga/behandlingar/borttagen/", 410, "Görs inte längre."),
        ("/infoga/behandlingar/dold/", 200, "Prövas."),
        ("/infoga/behandlingar/utkast/", 404, "Det finns inget på den här adressen"),
        ("/infoga/behandlingar/finns-inte/", 404, "Det finns inget på den här adressen"),
        ("/infoga/enheter/finns-inte/", 404, "Det finns inget på den här adressen"),
        (f"{UNIT}?sida=99", 404, "Det finns inget på den här adressen"),
        ("/en/infoga/behandlingar/finns-inte/", 404, "There is nothing at this address"),
        ("/infoga/behandlingar/å/", 404, "Det finns inget på den här adressen"),
        ("/infoga/annat/a/b/", 404, "Det finns inget på den här adressen"),
        ("/en/infoga/enheter/å/", 404, "There is nothing at this address"),
    ],
)
@pytest.mark.parametrize("framed", ["", "ram=1"])
def test_what_is_not_there_is_said_as_a_fragment(
    client: Client, address: str, status: int, says: str, framed: str
) -> None:
    found = page(client, f"{address}{'&' if '?' in address else '?'}{framed}", status)
    body = found.answer.body.decode()
    assert says in body
    assert "Hemligt namn" not in body
    assert found.tags[0][0] == ("html" if framed else "article")
    assert [tag for tag, _ in found.tags if re.fullmatch(r"h[1-6]", tag)][:1] == ["h1" if framed else "h2"]
    assert found.answer.headers["X-Robots-Tag"] == "noindex"


def test_an_old_address_leads_to_the_new_one(client: Client) -> None:
    response: Any = client.get("/infoga/behandlingar/gammal/?niva=3&ram=1")
    assert (response.status_code, response.url) == (301, "/infoga/behandlingar/ny/?niva=3&ram=1")


@pytest.mark.parametrize("address", [NOTICE, UNIT, f"/en{NOTICE}"])
def test_without_its_last_slash_it_leads_to_the_address_with_it(client: Client, settings: Any, address: str) -> None:
    settings.EMBED_ORIGINS = ["*"]
    response: Any = client.get(f"{address.rstrip('/')}?niva=3&ram=1")
    assert (response.status_code, response.url) == (301, f"{address}?niva=3&ram=1")
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_in_a_frame_it_is_a_page_of_its_own(client: Client) -> None:
    found = page(client, f"{NOTICE}?ram=1")
    assert found.tags[0] == ("html", {"lang": "sv"})
    assert found.title == "Avgifter"
    assert found.all("base") == [("base", {"target": "_top"})]
    assert len(found.all("main")) == 1


def test_kept_marked_and_not_for_search_engines(client: Client, django_assert_num_queries: Any) -> None:
    first = client.get(NOTICE)
    for address in (NOTICE, UNIT):
        client.get(address)
        with django_assert_num_queries(1):
            warm = client.get(address)
        assert warm.headers["X-Robots-Tag"] == "noindex"
        again = client.get(address, headers={"If-None-Match": warm.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    assert first.headers["Link"] == '<http://testserver/behandlingar/a/>; rel="canonical"'


def test_links_lead_to_the_organisations_own_host(client: Client) -> None:
    models.Organisation.objects.update(host="data.exempelby.example")
    assert 'href="http://data.exempelby.example/behandlingar/a/"' in client.get(NOTICE).content.decode()


def test_another_organisations_host_shows_nothing(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    mine = models.Organisation.objects.get()
    models.Organisation.objects.create(slug="x", name="X", host="x.example", publishes=True)
    assert mine.host == ""
    assert client.get(NOTICE, headers={"Host": "x.example"}).status_code == 404
