"""The browser tests' own instruments: a test that watches with them is worth what they notice."""

from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_axe_finds_planted_faults(page: Any, axe: Any) -> None:
    page.set_content("<html><title>t</title><main><img src='data:,'><button></button><p style='color:#bbb'>faint</p>")
    found = " ".join(axe(page))
    for rule in ("image-alt", "button-name", "color-contrast", "html-has-lang"):
        assert rule in found


def test_axe_is_silent_on_a_sound_page(page: Any, axe: Any) -> None:
    page.set_content("<html lang='sv'><title>t</title><main><h1>Hej</h1></main>")
    assert axe(page) == []


def test_blocked_script_is_a_complaint(page: Any, live_server: Any, complaints: list[str]) -> None:
    page.goto(f"{live_server.url}/healthz")
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: '1'}))")
    page.wait_for_timeout(100)  # the console speaks a little later
    assert "script-src" in complaints.pop()
    complaints.clear()


def test_third_party_request_is_a_complaint(page: Any, complaints: list[str]) -> None:
    page.route("**/*", lambda route: route.abort())
    page.set_content("<img alt='' src='http://third.example/x.png'>")
    page.wait_for_timeout(100)
    assert complaints.pop() == "request to a third party: http://third.example/x.png"
