"""The headers of every public answer, whoever gives it: pages, files, redirects, errors."""

from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client

from ropa import publishing
from tests.pages.town import publish

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

EVERYWHERE = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Strict-Transport-Security": "max-age=31536000",
}
"""Header -> what its value begins with."""

ANSWERS = {
    "page": ("/", 200),
    "notice": ("/behandlingar/a/", 200),
    "feed": ("/flode.atom", 200),
    "file": ("/register.json", 200),
    "style sheet": ("/static/ropa/site.css", 200),
    "health": ("/healthz", 200),
    "forgotten slash": ("/register", 301),
    "not there": ("/enheter/nej/", 404),
    "no address": ("/nej/", 404),
    "no day": ("/?datum=x", 400),
}


@pytest.fixture
def client(settings: Any) -> Client:
    settings.SECURE_HSTS_SECONDS = 31536000
    return Client(raise_request_exception=False)


def lacks(response: HttpResponseBase, *without: str) -> list[str]:
    told = {name: value for name, value in EVERYWHERE.items() if name not in without}
    return [name for name, value in told.items() if not response.headers.get(name, "").startswith(value)]


@pytest.mark.parametrize(("address", "status"), ANSWERS.values(), ids=ANSWERS)
def test_every_answer_has_them_and_no_cookie(client: Client, address: str, status: int) -> None:
    publish("a", "A")
    response = client.get(address, secure=True)
    assert (response.status_code, lacks(response)) == (status, [])
    assert not response.cookies


def test_what_is_not_modified_and_what_may_not_be_sent(client: Client) -> None:
    publish("a", "A")
    tag = client.get("/", secure=True).headers["ETag"]
    for response, status in (
        (client.get("/", secure=True, headers={"If-None-Match": tag}), 304),
        (client.post("/", secure=True), 405),
    ):
        assert (response.status_code, lacks(response)) == (status, [])


def test_the_way_to_https(client: Client, settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/")
    assert (response.status_code, response.headers["Location"]) == (301, "https://testserver/")
    assert lacks(response, "Strict-Transport-Security") == []  # only what came encrypted may tell it


def test_our_own_faults(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(publishing, "stamp")
    response = client.get("/", secure=True)
    assert (response.status_code, lacks(response)) == (500, [])


def test_who_is_logged_in_is_not_asked_for(
    client: Client, django_user_model: Any, django_assert_num_queries: Any
) -> None:
    publish("a", "A")
    stranger = client.get("/")
    client.force_login(django_user_model.objects.create(username="m", is_staff=True))
    with django_assert_num_queries(1):
        answer = client.get("/")
    assert answer.content == stranger.content
    assert not answer.cookies
