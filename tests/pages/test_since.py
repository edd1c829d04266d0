"""Last-Modified: browsers and readers of feeds that keep no ETag need not fetch again what they have, and are never told so wrongly."""

import pytest
from django.test import Client
from django.utils.http import http_date

from ropa import publishing
from ropa.pages.ready import SINCE, Since
from tests.pages.town import edit, publish

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

LONG_AGO = 1_000_000_000
NOTICE = "/behandlingar/a/"


def seen_long_ago() -> str:
    """Let the process have seen for years what is public now; return what it tells."""
    SINCE._seen = (publishing.stamp(), LONG_AGO)
    return http_date(LONG_AGO)


def test_what_is_as_it_was_is_not_sent_again(client: Client) -> None:
    publish("a", "A")
    told = seen_long_ago()
    assert client.get(NOTICE).headers["Last-Modified"] == told
    answer = client.get(NOTICE, headers={"If-Modified-Since": told})
    assert (answer.status_code, answer.content) == (304, b"")
    assert {"ETag", "Last-Modified", "Cache-Control"} <= set(answer.headers)


@pytest.mark.parametrize("told", ["", "i går", http_date(LONG_AGO - 1), "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_what_it_may_not_have_is_sent(client: Client, told: str) -> None:
    publish("a", "A")
    seen_long_ago()
    assert client.get(NOTICE, headers={"If-Modified-Since": told}).status_code == 200


@pytest.mark.parametrize("address", ["/behandlingar/finns-inte/", "/sok/?sida=99", "/mottagare/finns-inte/"])
def test_a_page_that_is_not_there_has_no_time(client: Client, address: str) -> None:
    publish("a", "A")
    assert client.get(address, headers={"If-Modified-Since": seen_long_ago()}).status_code == 404


def test_a_name_counts_before_a_time(client: Client) -> None:
    publish("a", "A")
    asked = {"If-Modified-Since": seen_long_ago(), "If-None-Match": '"other"'}
    assert client.get(NOTICE, headers=asked).status_code == 200


def test_after_a_publication_the_same_time_is_no_longer_enough(client: Client) -> None:
    row = publish("a", "A")
    told = seen_long_ago()
    publishing.publish(edit(row, name="B"), by="m", reason="Prov")
    answer = client.get(NOTICE, headers={"If-Modified-Since": told})
    assert answer.status_code == 200
    again = client.get(NOTICE, headers={"If-Modified-Since": answer.headers["Last-Modified"]})
    assert again.status_code == 200, "the second in which it was published may have held another page"


def test_no_two_states_share_a_second() -> None:
    since = Since()
    assert [since.seen("a", 10.2), since.seen("a", 99.0)] == [11, 11]
    assert since.seen("b", 99.9) == 100
