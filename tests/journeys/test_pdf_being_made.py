"""From the link to the register's PDF, through the page that says it is being made, to the file."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ropa.pages import rendered
from tests.pages.town import publish
from tests.patience import LONGEST

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Axe = Callable[[Any], list[str]]
FETCH = "Hämta PDF-filen"


@pytest.fixture
def site(live_server: Any, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a site that has made no file yet, and lets no request wait for one."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(rendered, "PATIENCE", 0)
    publish("a", "A")
    return str(live_server.url)


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def tab(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    context = browser.new_context(locale="sv-SE", java_script_enabled=request.param, accept_downloads=True)
    yield context.new_page()
    context.close()


def test_a_resident_gets_the_file_by_following_the_link(tab: Any, site: str) -> None:
    files: list[Any] = []
    tab.on("download", lambda file: files.append(file))
    tab.goto(f"{site}/register/")
    tab.locator('a[href="/register.pdf"]').first.click()
    tab.get_by_role("heading", name="PDF-filen håller på att göras").wait_for()
    until = time.monotonic() + LONGEST
    while not files and time.monotonic() < until:
        tab.get_by_role("link", name=FETCH).click()
        tab.wait_for_timeout(500)
    assert files[0].suggested_filename.startswith("register-")
    assert Path(files[0].path()).read_bytes().startswith(b"%PDF")
    assert tab.get_by_role("link", name=FETCH).is_visible()  # a download leaves the page where it was


def test_the_page_that_says_wait_breaks_no_wcag_and_stays_still(page: Any, axe: Axe, site: str) -> None:
    for address in ("/register.pdf", "/en/register.pdf"):
        page.goto(site + address)
        assert axe(page) == []
        assert page.locator("meta[http-equiv=refresh]").count() == 0
