"""Addresses that somebody made up: answered from what the process keeps, and never with what was public before."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ropa import publishing
from tests.pages.town import edit, publish
from tests.pages.ways_town import AGENCY, BUS

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

MADE_UP = (
    "/mottagare/finns-inte/",
    "/mottagare/r-fk/?sida=7",
    "/lagar/grund/6.1.x/",
    "/uppgifter/r-fk/",
    "/oversikt/nej/x/",
    "/oversikt/data/nej/",
    "/oversikt/age/within-a-year/?enhet=nej",
    "/oversikt/age/within-a-year/?sida=7",
)


@pytest.mark.parametrize("address", MADE_UP)
def test_they_read_no_list(client: Client, address: str) -> None:
    publish("skolskjuts", "Skolskjuts", **BUS)
    assert client.get("/mottagare/finns-inte/").status_code == 404
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 404
    assert len(asked) <= 4  # what is public, whose it is; the page that says so asks for that again
    assert "publicindex" not in " ".join(query["sql"] for query in asked.captured_queries)


def test_what_is_there_now_is_known_at_once(client: Client) -> None:
    assert client.get("/mottagare/r-fk/").status_code == 404
    row = publish("skolskjuts", "Skolskjuts", **BUS)
    for address in (
        "/mottagare/r-fk/",
        "/mottagare/r-skv/",
        "/mottagare/bitrade/own-drift/",
        "/oversikt/data/identity/",
    ):
        assert client.get(address).status_code == 200, address
    publishing.publish(edit(row, recipients=()), by="a", reason="Prov")
    assert client.get("/mottagare/r-fk/").status_code == 404


def test_only_a_search_reads_the_words(client: Client, django_assert_num_queries: Any) -> None:
    for number in range(3):
        publish(f"a{number}", "Akt", recipients=({"category": AGENCY},))
    for address in ("/mottagare/", "/mottagare/r-fk/", "/oversikt/", "/sitemap.xml"):
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert '"words"' not in " ".join(query["sql"] for query in asked.captured_queries), address
    with django_assert_num_queries(1):
        found = publishing.listed(words=True)
        assert all(each.words for each in found)
    with pytest.raises(ValueError, match="words=True"):
        publishing.listed()[0].words  # noqa: B018
