"""What residents meet, as a browser shows it: WCAG 2.2 AA, narrow screens, large text, keyboard and paper."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest

from ropa import drafts, models, publishing
from tests.pages.town import TEAM, edit, publish, save
from tests.worlds import financial_assistance

from . import looks
from .looks import Axe

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/?datum=2026-02-01",
    "/?datum=i-gar",
    "/sok/?q=hemtjänst",
    "/sok/?q=finnsinte",
    "/vem-ar-du/",
    "/uppgifter/own-x/",
    "/lagar/",
    "/oversikt/",
    "/oversikt/data/special_category/",
    "/ordlista/",
    "/enheter/socialforvaltningen/",
    "/behandlingar/ekonomiskt-bistand/",
    "/behandlingar/ekonomiskt-bistand/hur-lange/",
    "/behandlingar/ekonomiskt-bistand/lank/",
    "/behandlingar/avgifter/version/1/",
    "/behandlingar/avgifter/andringar/",
    "/behandlingar/borttagen/",
    "/behandlingar/dold/",
    "/register/",
    "/dina-rattigheter/",
    "/tillganglighet/",
    "/finns-inte/",
    "/infoga/behandlingar/ekonomiskt-bistand/?ram=1",
)
"""One of each template; tests/pages/test_every_page.py knows them all, `./dev access` looks at them all."""

OTHERS = (
    "/vem-ar-du/ds-hushall/",
    "/uppgifter/",
    "/mottagare/",
    "/mottagare/r-fk/",
    "/mottagare/bitrade/it-leverantor/",
    "/system/",
    "/system/sys-procapita/",
    "/lagar/law-2001-453/",
    "/lagar/grund/6.1.a/",
    "/infoga/enheter/socialforvaltningen/?ram=1",
    "/infoga/behandlingar/borttagen/?ram=1",
    "/infoga/behandlingar/finns-inte/?ram=1",
)
"""Kinds that share a template with one of those, and parts in a frame."""


@pytest.fixture(scope="module")
def site(server: str, kept_database: None) -> str:
    """The address of a site with every kind of page in it."""
    row = save("avgifter", "Avgifter", unit=TEAM)
    publishing.publish(row, by="m", at=datetime(2026, 1, 10, 12, tzinfo=UTC), reason="Prov")
    publishing.publish(
        edit(row, summary="Avgifter för hemtjänst."), by="m", at=datetime(2026, 3, 10, 12, tzinfo=UTC), reason="Prov"
    )
    publishing.publish(drafts.save(financial_assistance()), by="m", reason="Prov")
    publish("a", "A", controller=None)
    publishing.withdraw(publish("borttagen", "Borttagen"), by="m", public_note="Görs inte längre.")
    sealed = publishing.publish(save("dold", "Dold"), by="m", reason="Prov")
    publishing.seal(sealed, by="m", reason="Prövas av domstol.")
    models.Organisation.objects.update(rights_text="Skriv till oss.", accessibility_text="Kartan saknar text.")
    return server


@pytest.mark.parametrize("address", PAGES)
def test_no_page_breaks_wcag_or_scrolls_sideways(page: Any, axe: Axe, site: str, address: str) -> None:
    """320 px is also 1280 px at 400 per cent zoom (WCAG 1.4.10); wide spacing is 1.4.12. English has longer words."""
    page.goto(site + address)
    looks.check(page, axe, looks.EVERY)
    for language in ("", "/en"):
        page.goto(site + language + address)
        looks.space_out(page)
        assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("address", OTHERS)
def test_no_other_kind_breaks_wcag_or_scrolls_sideways(page: Any, axe: Axe, site: str, address: str) -> None:
    assert page.goto(site + address).status == (410 if "borttagen" in address else 404 if "finns" in address else 200)
    looks.check(page, axe, looks.EACH_ONCE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_asked_and_answered_without_breaking_wcag(page: Any, axe: Axe, site: str, scheme: str) -> None:
    """From the notice to a mistyped day, to the field by the message's link, to the answer."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site}/behandlingar/ekonomiskt-bistand/")
    page.get_by_role("link", name="Hur länge sparas mina uppgifter?").first.click()
    page.get_by_label("Dagen då den sista anteckningen gjordes i akten").fill("2024-02-30")
    page.get_by_role("button", name="Visa hur länge").click()
    assert axe(page) == []
    page.get_by_role("alert").get_by_role("link").click()
    assert page.evaluate("document.activeElement.value") == "2024-02-30"
    page.keyboard.press("Control+A")
    page.keyboard.type("2024-02-29")
    page.keyboard.press("Enter")
    page.get_by_text("Tidigast 2029-03-01.").wait_for()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.url == f"{site}/behandlingar/ekonomiskt-bistand/hur-lange/"


def test_a_stacked_table_is_still_a_table(page: Any, site: str) -> None:
    """Asked of the browser's own accessibility tree: what a screen reader is told."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site}/enheter/hemtjansten/")
    head, cell = (page.locator(f"tbody tr:first-child {part}").bounding_box() for part in ("th", "td"))
    assert cell["y"] > head["y"]
    assert cell["x"] == head["x"]
    told = Counter(node["role"]["value"] for node in looks.told(page))
    assert (told["table"], told["row"], told["rowheader"], told["cell"]) == (1, 9, 8, 8)


def test_by_keyboard_the_first_stop_leads_past_the_head(page: Any, site: str) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_every_stop_of_the_keyboard_is_seen(page: Any, site: str) -> None:
    page.goto(f"{site}/register/")
    for _ in range(12):
        page.keyboard.press("Tab")
        width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width == "3px", page.evaluate("document.activeElement.outerHTML")


def test_the_language_link_stays_on_the_page_and_its_day(page: Any, site: str) -> None:
    page.goto(f"{site}/enheter/socialforvaltningen/?datum=2026-02-01")
    page.get_by_role("link", name="English").click()
    assert page.url == f"{site}/en/enheter/socialforvaltningen/?datum=2026-02-01"
    page.get_by_role("link", name="Svenska").click()
    assert page.url == f"{site}/enheter/socialforvaltningen/?datum=2026-02-01"


def test_from_the_first_page_to_what_was_said_on_a_day(page: Any, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Hela registret").first.click()
    page.get_by_label("Dag").fill("2026-02-01")
    page.get_by_role("button", name="Visa den dagen").click()
    page.get_by_role("link", name="Läs den dagens register här på webbplatsen").click()
    page.get_by_role("link", name="Hemtjänsten").click()
    page.get_by_role("link", name="Läs mer: Avgifter").first.click()
    assert page.url == f"{site}/behandlingar/avgifter/?datum=2026-02-01"
    assert page.get_by_text("Du ser registret som det var när 2026-02-01 var slut.").is_visible()


def test_on_paper_there_is_the_text_and_not_the_menus(page: Any, site: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site}/behandlingar/ekonomiskt-bistand/")
    assert page.locator("h1").is_visible()
    for part in (".masthead nav", ".colophon", ".contents", ".skip", ".shortcut"):
        assert page.locator(part).count() >= 1
        assert not any(each.is_visible() for each in page.locator(part).all()), part
