"""One activity, all the way, in a real browser: from the DPO's form to the resident's phone and the PDF."""

import io
from typing import Any

import pypdf
import pytest
from django.core.management import call_command

from tests import patience

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "provar-med-webblasare"
NAME = "Ekonomiskt bistånd till hushåll"
SUMMARY = "Vi hjälper dig med pengar till det viktigaste när dina egna inte räcker."


@pytest.fixture
def demo(monkeypatch: pytest.MonkeyPatch, live_server: Any) -> str:
    """The demo municipality behind a running server; its address."""
    monkeypatch.setenv("ROPA_DEMO_PASSWORD", PASSWORD)
    call_command("load_demo", verbosity=0)
    return str(live_server.url)


def log_in(page: Any, site: str) -> None:
    page.goto(f"{site}/admin/")
    page.fill("#id_username", "dpo")
    page.fill("#id_password", PASSWORD)
    page.click("[type=submit]")


def edit_and_publish(page: Any) -> None:
    """Find the activity by a word in it, change its summary, save, look at what changes, publish."""
    page.fill("#searchbar", "SN-001")
    page.press("#searchbar", "Enter")
    page.click("#result_list tbody th a")
    page.fill("#id_name", NAME)
    page.fill("#id_summary", SUMMARY)
    page.fill("#id_change_reason", "Klarare inledning")
    page.click("[name=_continue]")
    page.click("a:has-text('Publicera')")
    assert SUMMARY in page.inner_text(".difference .new")
    page.fill("#reason", "Klarare inledning")
    page.click("[type=submit][value='Publicera nu']")


def test_from_the_form_to_the_phone_and_the_pdf(demo: str, page: Any) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    log_in(page, demo)
    page.goto(f"{demo}/admin/ropa/processingactivity/")
    edit_and_publish(page)
    page.wait_for_selector("text=version 3")  # the redirect may still be under way

    page.set_viewport_size({"width": 320, "height": 640})
    page.context.clear_cookies()
    page.goto(demo)
    page.click("a:has-text('Enheten för ekonomiskt bistånd')")
    page.click(f"a:has-text('Läs mer: {NAME}')")
    assert SUMMARY in page.inner_text("main")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.context.cookies() == []

    response = patience.pdf(lambda: page.request.get(f"{demo}/register.pdf?enhet=ekonomiskt-bistand-enheten"))
    assert response.status == 200
    pdf = pypdf.PdfReader(io.BytesIO(response.body()))
    assert NAME in " ".join(sheet.extract_text() for sheet in pdf.pages)
