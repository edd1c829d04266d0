"""Bodies kept ready: what a page costs, what a browser need not fetch again, and what is never stale."""

import gzip
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from ropa import models, publishing
from ropa.pages.ready import BODIES, Bodies, Body, ready
from tests.pages.town import DEPARTMENT, edit, publish, save

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

Count = Callable[..., Any]
UNIT = f"/enheter/{DEPARTMENT.slug}/"
COLD = {
    "/": 4,
    "/?datum=2020-01-01": 3,
    UNIT: 5,
    "/behandlingar/a0/": 3,
    "/behandlingar/a0/version/1/": 3,
    "/behandlingar/a0/andringar/": 3,
    "/dina-rattigheter/": 3,
    "/tillganglighet/": 2,
    "/register/": 2,
    "/sitemap.xml": 3,
    "/robots.txt": 1,
}
"""Address -> queries of the first request: the stamp, whose site it is, and what it shows; of a unit also its old addresses, twice."""


def test_a_page_costs_the_same_however_much_there_is(client: Client, django_assert_num_queries: Count) -> None:
    for activities in (range(3), range(3, 30)):
        for number in activities:
            publish(f"a{number}", f"Akt {number}")
        for address, queries in COLD.items():
            with django_assert_num_queries(queries):
                assert client.get(address).status_code == 200
            with django_assert_num_queries(1):
                assert client.get(address).status_code == 200
            with django_assert_num_queries(1):
                assert client.head(address).status_code == 200


def test_a_warm_page_is_the_cold_one(client: Client) -> None:
    publish("a", "A")
    cold, warm = client.get(UNIT), client.get(UNIT)
    assert cold.content == warm.content
    told = [{**response.headers, "Last-Modified": ""} for response in (cold, warm)]
    assert told[0] == told[1]


def test_headers(client: Client) -> None:
    publish("a", "A")
    response = client.get("/behandlingar/a/")
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert response.headers["ETag"].startswith('W/"')
    assert response.headers["Last-Modified"].endswith("GMT")
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
    assert response.headers["Content-Language"] == "sv"


class TestNotModified:
    def test_what_the_browser_has_is_not_sent_again(self, client: Client, django_assert_num_queries: Count) -> None:
        publish("a", "A")
        tag = client.get(UNIT).headers["ETag"]
        BODIES.clear()  # nothing is rendered for the answer
        for given in (tag, tag.removeprefix("W/"), f'"other", {tag}'):
            with django_assert_num_queries(1):
                response = client.get(UNIT, headers={"If-None-Match": given})
            assert response.status_code == 304
            assert response.content == b""
            assert response.headers["ETag"] == tag

    def test_any_tag_at_all_is_no_tag_of_ours(self, client: Client) -> None:
        assert client.get("/enheter/finns-inte/", headers={"If-None-Match": "*"}).status_code == 404

    @pytest.mark.parametrize("what", ["publish", "withdraw", "seal", "erase", "site"])
    def test_every_public_change_makes_a_new_one(self, client: Client, what: str) -> None:
        row = save("a", "A")
        made = publishing.publish(row, by="m", reason="Prov")
        before = client.get("/").headers["ETag"]
        if what == "publish":
            publishing.publish(edit(row, name="B"), by="m", reason="Prov")
        elif what == "withdraw":
            publishing.withdraw(row, by="m")
        elif what == "seal":
            publishing.seal(made, by="m", reason="r")
        elif what == "erase":
            publishing.erase(made, by="m", reason="r")
        else:
            site = models.Organisation.objects.get()
            site.phone = "08-1"
            site.save()
        assert client.get("/", headers={"If-None-Match": before}).status_code == 200
        assert client.get("/").headers["ETag"] != before

    def test_a_draft_makes_none(self, client: Client) -> None:
        row = publish("a", "A")
        before = client.get("/").headers["ETag"]
        edit(row, name="Utkast")
        save("b", "Utkast två")
        assert client.get("/").headers["ETag"] == before

    def test_address_language_day_and_host_each_have_their_own(self, client: Client, settings) -> None:
        settings.ALLOWED_HOSTS = ["*"]
        publish("a", "A")
        asked = [
            ("/", "a.example"),
            ("/", "b.example"),
            ("/en/", "a.example"),
            ("/?datum=2020-01-01", "a.example"),
            ("/register/", "a.example"),
        ]
        tags = {client.get(address, HTTP_HOST=host).headers["ETag"] for address, host in asked}
        assert len(tags) == len(asked)

    def test_parameters_that_no_page_reads_make_no_new_body(self, client: Client) -> None:
        before = client.get("/").headers["ETag"]
        size = BODIES.size
        assert client.get("/?utm_source=x&q=1").headers["ETag"] == before
        assert BODIES.size == size


class TestCompressed:
    def test_for_browsers_that_can(self, client: Client) -> None:
        publish("a", "A")
        plain = client.get(UNIT)
        packed = client.get(UNIT, headers={"Accept-Encoding": "br, gzip"})
        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.content) == plain.content
        assert packed.headers["Content-Length"] == str(len(packed.content))
        assert packed.headers["ETag"] == plain.headers["ETag"]

    def test_refused_is_refused(self, client: Client) -> None:
        assert "Content-Encoding" not in client.get("/", headers={"Accept-Encoding": "gzip;q=0, identity"}).headers
        assert "Content-Encoding" in client.get("/", headers={"Accept-Encoding": "gzip;q=0.5"}).headers


def test_head_tells_the_length_and_sends_nothing(client: Client) -> None:
    publish("a", "A")
    got, asked = client.get(UNIT), client.head(UNIT)
    assert asked.content == b""
    assert asked.headers["Content-Length"] == got.headers["Content-Length"] == str(len(got.content))


class TestBodies:
    def body(self, size: int) -> Body:
        return Body(b"x" * size, b"", {})

    def test_the_longest_unused_falls_out(self) -> None:
        bodies = Bodies(limit=25)
        for name in "ab":
            bodies.keep(name, self.body(10))
        assert bodies.find("a")
        bodies.keep("c", self.body(10))
        assert [bool(bodies.find(name)) for name in "abc"] == [True, False, True]
        assert bodies.size == 20

    def test_what_is_larger_than_all_is_not_kept(self) -> None:
        bodies = Bodies(limit=25)
        bodies.keep("a", self.body(10))
        bodies.keep("b", self.body(26))
        assert bodies.find("a")
        assert not bodies.find("b")

    def test_keeping_twice_counts_once(self) -> None:
        bodies = Bodies(limit=25)
        bodies.keep("a", self.body(10))
        bodies.keep("a", self.body(10))
        assert bodies.size == 10

    def test_a_page_that_says_come_back_later_is_not_kept(self, rf: RequestFactory) -> None:
        view = ready()(lambda request: HttpResponse("soon", status=202))
        answer = view(rf.get("/"))
        assert answer.status_code == 202
        assert not {"ETag", "Cache-Control"} & set(answer.headers)
        assert BODIES.size == 0

    def test_refusals_and_errors_are_not_kept(self, client: Client) -> None:
        for address in ("/?datum=x", "/enheter/nej/"):
            client.get(address)
        assert BODIES.size == 0
