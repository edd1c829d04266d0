"""The workplace in a real browser, by the pages that are only read: WCAG 2.2 A and AA, both schemes, narrow screens."""

from collections.abc import Callable
from typing import Any

import pytest

from ropa.models import ProcessingActivity

from . import looks, workplace
from .looks import Axe
from .workplace import FORM

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def activity(kept_database: None) -> ProcessingActivity:
    return workplace.made()


@pytest.fixture
def inside(page: Any, server: str, activity: ProcessingActivity) -> Callable[[str], Any]:
    """`inside(address)` opens a page of the workplace as the DPO."""
    return workplace.enter(page, server, activity)


PAGES = [  # but the form, unfolded below and, in the dark, among the findings
    "",
    "ropa/processingactivity/",
    "ropa/processingactivity/?state=published&q=utreda",
    "ropa/processingactivity/add/",
    "ropa/processingactivity/{}/preview/",
    "ropa/processingactivity/{}/history/",
    "ropa/processingactivity/{}/publish/",
    "ropa/processingactivity/{}/withdraw/",
    "ropa/processingactivity/register/",
    "ropa/organisation/",
    "ropa/unit/add/",
    "ropa/system/",
    "ropa/law/add/",
    "ropa/publication/",
    "ropa/membership/add/",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_accessible_in_both_schemes(inside: Callable[[str], Any], axe: Axe, address: str) -> None:
    looks.check(inside(address), axe, looks.WIDE)


def test_the_disposal_plan_is_accessible_and_fits_any_width(inside: Callable[[str], Any], axe: Axe) -> None:
    page = inside("ropa/unit/disposal-plan/")
    looks.check(page, axe)
    assert page.get_by_text("Det är inte angivet vad tiden räknas från.").first.is_visible()


def test_the_log_in_is_accessible(page: Any, server: str, axe: Axe, activity: Any) -> None:
    page.goto(f"{server}/admin/login/")
    looks.check(page, axe)


def test_everything_unfolded_is_accessible(inside: Callable[[str], Any], axe: Axe) -> None:
    page = inside(FORM)
    for name in ("purposes", "legal_bases", "provisions", "retention_rules", "withheld", "transfers"):
        page.click(f"#{name}-list > .add")
    looks.unfold(page)
    page.wait_for_timeout(200)
    assert axe(page) == []


def test_the_form_with_errors_is_accessible_and_unfolds_them(inside: Callable[[str], Any], axe: Axe) -> None:
    page = inside(FORM)
    page.click("#retention_rules-0 summary")
    page.fill("[name=retention_rules-0-period]", "ganska länge")
    workplace.save(page)
    assert page.locator("[name=retention_rules-0-period]").is_visible()
    assert page.evaluate("document.activeElement.className") == "errornote"
    looks.free_the_bar(page)
    assert axe(page) == []


@pytest.mark.parametrize("address", [FORM, "ropa/processingactivity/{}/history/"])
def test_nothing_runs_off_a_narrow_screen(inside: Callable[[str], Any], page: Any, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    inside(address)
    looks.unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_fields_that_only_matter_for_consent_show_for_consent(inside: Callable[[str], Any]) -> None:
    page = inside(FORM)
    page.click("#legal_bases-0 > .row-body > summary")
    assert not page.locator("[name=legal_bases-0-consent_given]").is_visible()
    page.select_option("[name=legal_bases-0-basis]", "6.1.a")
    assert page.locator("[name=legal_bases-0-consent_given]").is_visible()
