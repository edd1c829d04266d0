"""The page that searches, of a register of its own: long lists, queries, and what must never be found."""

import re
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from ropa import publishing
from ropa.record import Recipient, RecipientCategory, Withheld
from tests.pages.asked_search import AGENCY, ask, hits, plain
from tests.pages.town import publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


def test_long_lists_have_pages_that_keep_what_was_asked(client: Client) -> None:
    for number in range(21):
        publish(f"lan-{number}", f"Lån {number}")
    first = ask(client, q="lån", enhet="socialforvaltningen")
    assert len(hits(first)) == 20
    (onward,) = re.findall(r'<a rel="next" href="([^"]+)"', first)
    second = client.get(f"/sok/{unescape(onward)}").content.decode()
    assert len(hits(second)) == 1
    assert not set(hits(first)) & set(hits(second))
    assert "sida 2" in re.findall("<title>(.*)</title>", second)[0]


def test_as_many_queries_whatever_the_size(client: Client, django_assert_num_queries: Any) -> None:
    counted = []
    for numbers in (range(2), range(2, 9)):
        for number in numbers:
            publish(f"lan-{number}", f"Lån {number}")
        with django_assert_num_queries(4) as cold:
            ask(client, q="lån")
        with django_assert_num_queries(3):
            ask(client, q="lånet")  # the catalogue is there
        counted.append(len(cold))
    assert counted[0] == counted[1]


class TestHidden:
    """What is not public is found by no word and counted by no choice."""

    def test_neither_drafts_nor_what_is_hidden(self, client: Client) -> None:
        save("utkast", "Hemligkod utkast")
        withdrawn = publish("borta", "Hemligkod borta")
        sealed = publish("last", "Hemligkod låst")
        publish("kvar", "Öppen")
        publishing.withdraw(withdrawn, by="a")
        publishing.seal(publishing.versions(sealed.slug)[0].row, by="a", reason="Prov")
        for page in (ask(client, q="hemligkod"), ask(client, enhet="socialforvaltningen")):
            assert "Hemligkod" not in plain(page).replace("hemligkod", "")
        assert hits(ask(client, enhet="socialforvaltningen")) == ["kvar"]

    def test_what_is_withheld(self, client: Client) -> None:
        row = Recipient(key=uuid4(), category=RecipientCategory.model_validate(AGENCY))
        publish("lan", "Lån", recipients=(row,), withheld=(Withheld(about=row.key),), notes="hemligkod")
        for asked in ({"q": "försäkringskassan"}, {"q": "hemligkod"}, {"mottagare": "r-fk"}):
            assert hits(ask(client, **asked)) == []
        assert "kassan" not in plain(ask(client, q="lån"))


def test_browsers_can_add_the_search(client: Client) -> None:
    assert 'href="/sok.xml"' in client.get("/").content.decode()
    response = client.get("/sok.xml")
    assert response.headers["Content-Type"].startswith("application/opensearchdescription+xml")
    assert 'template="http://testserver/sok/?q={searchTerms}"' in response.content.decode()
