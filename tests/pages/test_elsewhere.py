"""Who may read and frame what from another site: nobody, unless the operator says so."""

import os
import subprocess
import sys
from typing import Any

import pytest
from django.test import Client

from ropa import publishing
from tests.pages.town import publish

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

FRIEND, STRANGER = "https://www.exempelby.example", "https://evil.example"
NOTICE = "/infoga/behandlingar/a/"
SHARED = (NOTICE, "/infoga/enheter/socialforvaltningen/", "/register.json", "/flode.atom", "/en/flode.atom",
          "/enheter/socialforvaltningen/flode.atom", "/oembed?url=http://testserver/behandlingar/a/",
          "/infoga/behandlingar/finns-inte/")  # fmt: skip
OWN = ("/", "/behandlingar/a/", "/register/", "/register.pdf", "/admin/login/", "/healthz", "/finns-inte/")


@pytest.fixture(scope="module")
def code(kept_database: None) -> str:
    return publishing.code_of(publish("a", "A").key)


@pytest.fixture
def client(code: str) -> Client:
    return Client()


def allowed(client: Client, address: str, origin: str) -> str | None:
    response: Any = client.get(address, headers={"Origin": origin})
    assert "Access-Control-Allow-Credentials" not in response.headers
    return response.headers.get("Access-Control-Allow-Origin")


@pytest.mark.parametrize("address", SHARED)
def test_what_is_shared(client: Client, code: str, settings: Any, address: str) -> None:
    assert allowed(client, address, FRIEND) is None
    settings.EMBED_ORIGINS = [FRIEND]
    assert allowed(client, address, FRIEND) == FRIEND
    assert allowed(client, address, STRANGER) is None
    settings.EMBED_ORIGINS = ["*"]
    assert allowed(client, address, STRANGER) == "*"


def test_qr_codes_are_shared(client: Client, code: str, settings: Any) -> None:
    settings.EMBED_ORIGINS = [FRIEND]
    assert allowed(client, f"/b/{code}/qr.svg", FRIEND) == FRIEND


@pytest.mark.parametrize("address", OWN)
def test_what_is_not(client: Client, settings: Any, address: str) -> None:
    settings.EMBED_ORIGINS = ["*"]
    if not address.endswith(".pdf"):
        assert allowed(client, address, FRIEND) is None
    assert "Access-Control-Allow-Methods" not in preflight(client, address).headers


def preflight(client: Client, address: str) -> Any:
    return client.options(address, headers={"Origin": FRIEND, "Access-Control-Request-Method": "GET"})


def test_a_cache_knows_that_the_answer_depends_on_who_asks(client: Client, settings: Any) -> None:
    settings.EMBED_ORIGINS = [FRIEND]
    tag = client.get(NOTICE).headers["ETag"]
    for given in ({}, {"Origin": FRIEND}, {"Origin": FRIEND, "If-None-Match": tag}):
        response = client.get(NOTICE, headers=given)
        assert {each.strip() for each in response.headers["Vary"].split(",")} == {"Accept-Encoding", "Origin"}
        assert response.headers.get("Access-Control-Allow-Origin") == given.get("Origin")
    settings.EMBED_ORIGINS = ["*"]
    assert client.get(NOTICE).headers["Vary"] == "Accept-Encoding"


def test_the_question_before(client: Client, settings: Any) -> None:
    assert preflight(client, NOTICE).status_code == 405
    settings.EMBED_ORIGINS = [FRIEND]
    response = preflight(client, NOTICE)
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Access-Control-Allow-Origin"] == FRIEND
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert client.options(NOTICE).status_code == 405
    assert client.post(NOTICE).status_code == 405


class TestFrames:
    def test_nobody_by_default(self, client: Client) -> None:
        response = client.get(f"{NOTICE}?ram=1")
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Frame-Options"] == "DENY"

    @pytest.mark.parametrize(("origins", "told"), [([FRIEND], f"'self' {FRIEND}"), (["*"], "'self' *")])
    def test_who_is_allowed(self, client: Client, settings: Any, origins: list[str], told: str) -> None:
        settings.EMBED_ORIGINS = origins
        tag = client.get(f"{NOTICE}?ram=1").headers["ETag"]
        for given in ({}, {"If-None-Match": tag}):
            response = client.get(f"{NOTICE}?ram=1", headers=given)
            policy = response.headers["Content-Security-Policy"]
            assert policy.endswith(f"frame-ancestors {told}")
            assert policy.startswith("default-src 'none'; script-src 'self'")
            assert "X-Frame-Options" not in response.headers

    @pytest.mark.parametrize("address", [NOTICE, *OWN[:3], "/?ram=1", "/admin/login/?ram=1", f"{NOTICE}?ram=2"])
    def test_nothing_else_is_framed(self, client: Client, settings: Any, address: str) -> None:
        settings.EMBED_ORIGINS = ["*"]
        response = client.get(address)
        assert "*" not in response.headers["Content-Security-Policy"]
        assert response.headers["X-Frame-Options"] in ("DENY", "SAMEORIGIN")


@pytest.mark.parametrize(("origin", "accepted"), [("https://x.example:444", True), ("https://x.example:443", False)])
def test_what_no_browser_says_is_refused_when_the_program_starts(origin: str, accepted: bool) -> None:
    """A browser leaves the usual port out: such an origin would never be recognised."""
    env = {**os.environ, "EMBED_ORIGINS": origin, "SECRET_KEY": "x" * 50}
    begun = subprocess.run([sys.executable, "-c", "import ropa.settings"], env=env, capture_output=True, text=True)
    assert ((begun.returncode == 0), "without the usual port" in begun.stderr) == (accepted, not accepted), begun.stderr
