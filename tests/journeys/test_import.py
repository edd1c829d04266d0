"""A register from elsewhere, in a real browser: two files in, a label corrected, saved as drafts, undone; without scripts."""

from collections.abc import Iterator
from typing import Any

import pytest

from ropa.models import Import, ProcessingActivity
from tests import patience

from . import looks, workplace

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.sqlite_is_enough]

TABLE = """Benämning;Ändamål;Mottagare;Kostnadsställe
Försörjningsstöd;Utreda ansökningar om bistånd;Försäkringskassan;4410
Budget- och skuldrådgivning;Ge råd till den som har skulder;Kronofogden;4420
"""
PAGE = """<!doctype html><html lang="sv"><title>Bygglov</title><h1>Bygglov</h1>
<h2>Varför behandlar vi personuppgifter?</h2><p>För att pröva ansökningar om bygglov.</p>
<h2>Hur länge sparas uppgifterna?</h2><p>Beslut bevaras. Övriga handlingar gallras efter två år.</p></html>"""


@pytest.fixture
def unscripted(browser: Any) -> Iterator[Any]:
    """A browser that runs no scripts."""
    context = browser.new_context(locale="sv-SE", java_script_enabled=False)
    context.set_default_timeout(patience.LONGEST * 1000)
    yield context.new_page()
    context.close()


def sent(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": text.encode()}


def test_two_files_from_sending_to_undoing(live_server: Any, page: Any, axe: Any) -> None:
    opened = workplace.enter(page, live_server.url, workplace.made())
    opened("ropa/import/add/")
    looks.check(page, axe)
    page.set_input_files("#files", [sent("register.csv", TABLE), sent("bygglov.html", PAGE)])
    page.click("[type=submit].default")
    looks.check(page, axe, looks.NARROW)  # how far it is, or already what was read
    page.wait_for_selector("#activities")  # the page of the reading asks until it is done
    assert page.locator("article.activity").count() == 3
    looks.unfold(page)
    looks.check(page, axe, (("light", 1280, ()), ("dark", 320, ())))

    page.select_option("select[aria-label*='Kostnadsställe']", "notes")
    page.click("[name=labels]")
    page.wait_for_selector(".becomes dd:has-text('4410')")
    page.select_option("#unit", label="Ekonomiskt bistånd")
    page.click("#units [name=look]")
    page.wait_for_selector("article.activity.changed h3:has-text('Försörjningsstöd')")

    page.fill("#reason", "Registret från 2025")
    page.click("[name=save]")
    page.wait_for_selector("a:has-text('Budget- och skuldrådgivning')")
    looks.check(page, axe)
    assert ProcessingActivity.objects.count() == 3

    page.click("a[href$='/undo/']")
    looks.check(page, axe)
    page.click("[type=submit].default")
    page.wait_for_selector(".messagelist .success")
    assert ProcessingActivity.objects.count() == 1
    opened("ropa/import/")
    looks.check(page, axe, looks.EACH_ONCE)


def test_it_works_without_scripts(live_server: Any, unscripted: Any) -> None:
    opened = workplace.enter(unscripted, live_server.url, workplace.made())
    opened("ropa/import/add/")
    unscripted.set_input_files("#files", [sent("register.csv", TABLE)])
    unscripted.click("[type=submit].default")
    while not unscripted.query_selector("#activities"):
        unscripted.click("a.again")
    unscripted.check("article.activity:has(h3:has-text('Budget')) input[name^=leave]")
    unscripted.click("[name=save]")
    unscripted.check("#doubts [name=sure]")  # no unit was chosen: that is asked about
    unscripted.click("[name=save]")
    unscripted.wait_for_selector("ul.drafts")
    assert Import.objects.get().outcome["left"] == 1
    assert ProcessingActivity.objects.count() == 2
