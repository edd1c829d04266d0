"""The workplace in a real browser: WCAG 2.2 A and AA, the strict content policy, and what admin.js promises."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from ropa import models, publishing
from ropa.models import Membership, Organisation, ProcessingActivity, Unit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Axe = Callable[[Any], list[str]]


@pytest.fixture
def activity(db: Any) -> ProcessingActivity:
    town = Organisation.objects.create(name="Exempelby kommun", slug="exempelby")
    board = models.Controller.objects.create(organisation=town, name="Socialnämnden", slug="sn", kind="board")
    unit = Unit.objects.create(organisation=town, name="Ekonomiskt bistånd", slug="eb", controller=board)
    made = ProcessingActivity.objects.create(
        organisation=town, unit=unit, name="Försörjningsstöd", slug="forsorjningsstod", summary="Kort om saken."
    )
    made.translations = {"summary": {"en": {"text": "In short.", "source": "0000000000000000"}}}
    made.save()
    purpose = models.Purpose.objects.create(activity=made, text="Utreda ansökningar", position=0)
    models.Purpose.objects.create(activity=made, text="Föra statistik", position=1)
    models.PurposeBasis.objects.create(activity=made, basis="6.1.e-mu", purposes=[str(purpose.key)])
    system = models.System.objects.create(label="Ärendesystemet", organisation=town)
    models.CarrierSystem.objects.create(activity=made, system=system)
    models.RetentionRule.objects.create(activity=made, action="dispose", period="P5Y")
    models.Unplaced.objects.create(activity=made, text="Oplacerad", file="a.docx")
    publishing.publish(made, by="dpo", reason="Prov")
    user = User.objects.create_user("dpo", password="ett långt lösenord", is_staff=True)
    Membership.objects.create(user=user, organisation=town, role="dpo")
    return made


@pytest.fixture
def inside(page: Any, live_server: Any, activity: ProcessingActivity) -> Callable[[str], Any]:
    """`inside(address)` opens a page of the workplace as the DPO."""
    page.goto(f"{live_server.url}/admin/login/")
    page.fill("#id_username", "dpo")
    page.fill("#id_password", "ett långt lösenord")
    page.click("input[type=submit]")

    def opened(address: str) -> Any:
        page.goto(f"{live_server.url}/admin/{address.format(activity.pk)}")
        page.wait_for_load_state("networkidle")
        return page

    return opened


PAGES = [
    "",
    "ropa/processingactivity/",
    "ropa/processingactivity/?state=published&q=utreda",
    "ropa/processingactivity/add/",
    "ropa/processingactivity/{}/change/",
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
def test_a_page_is_accessible(inside: Callable[[str], Any], axe: Axe, address: str) -> None:
    assert axe(inside(address)) == []


def test_the_disposal_plan_is_accessible_and_fits_any_width(
    inside: Callable[[str], Any], axe: Axe, activity: Any
) -> None:
    models.RetentionRule.objects.create(activity=activity, documents="Ansökningar", action="dispose", period="P5Y")
    page = inside("ropa/unit/disposal-plan/")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert axe(page) == [], (scheme, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_text("Det är inte angivet vad tiden räknas från.").first.is_visible()


def test_the_log_in_is_accessible(page: Any, live_server: Any, axe: Axe, activity: Any) -> None:
    page.goto(f"{live_server.url}/admin/login/")
    assert axe(page) == []


def test_everything_unfolded_is_accessible(inside: Callable[[str], Any], axe: Axe) -> None:
    page = inside("ropa/processingactivity/{}/change/")
    for name in ("purposes", "legal_bases", "provisions", "retention_rules", "withheld", "transfers"):
        page.click(f"#{name}-list > .add")
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.wait_for_timeout(200)
    assert axe(page) == []


def test_the_dark_scheme_is_accessible(inside: Callable[[str], Any], axe: Axe) -> None:
    page = inside("")
    page.emulate_media(color_scheme="dark")
    for address in ("ropa/processingactivity/", "ropa/processingactivity/{}/change/"):
        assert axe(inside(address)) == []


def test_the_form_with_errors_is_accessible_and_unfolds_them(inside: Callable[[str], Any], axe: Axe) -> None:
    page = inside("ropa/processingactivity/{}/change/")
    page.click("#retention_rules-0 summary")
    page.fill("[name=retention_rules-0-period]", "ganska länge")
    page.click("[name=_continue]")
    page.wait_for_load_state("networkidle")
    assert page.locator("[name=retention_rules-0-period]").is_visible()
    assert page.evaluate("document.activeElement.className") == "errornote"
    # what the bar for saving happens to half cover is no smaller target when one scrolls
    page.evaluate("document.querySelector('.submit-row').style.position = 'static'")
    assert axe(page) == []


@pytest.mark.parametrize("address", ["ropa/processingactivity/{}/change/", "ropa/processingactivity/{}/history/"])
def test_nothing_runs_off_a_narrow_screen(inside: Callable[[str], Any], address: str) -> None:
    page = inside("")
    page.set_viewport_size({"width": 320, "height": 640})
    page = inside(address)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_new_purpose_can_be_named_at_once_and_is_saved_with_its_key(
    inside: Callable[[str], Any], activity: ProcessingActivity
) -> None:
    page = inside("ropa/processingactivity/{}/change/")
    page.click("#purposes-list > .add")
    page.fill("[name=purposes-2-text]", "Hindra felaktiga utbetalningar")
    page.click("#legal_bases-list > .add")
    page.select_option("[name=legal_bases-1-basis]", "6.1.c")
    page.click("#legal_bases-1 .keys summary")
    page.get_by_label("Hindra felaktiga utbetalningar").last.check()
    page.fill("[name=purposes-2-text]", "Motverka felaktiga utbetalningar")
    assert "Motverka felaktiga utbetalningar" in page.inner_text("#legal_bases-1 .chosen")
    assert page.locator("#provisions-list template").count() == 1
    page.click("[name=_continue]")
    page.wait_for_load_state("networkidle")
    made = activity.purposes.get(text="Motverka felaktiga utbetalningar")
    assert activity.legal_bases.get(basis="6.1.c").purposes == [str(made.key)]
    assert made.position == 2


def test_rows_move_and_go(inside: Callable[[str], Any], activity: ProcessingActivity) -> None:
    page = inside("ropa/processingactivity/{}/change/")
    page.click("#purposes-1 .up")
    for text in ("Ett", "Två"):
        page.click("#purposes-list > .add")
        page.locator("#purposes-list textarea[name$='-text']:visible").last.fill(text)
    page.click("#purposes-2 .remove-new")
    page.click("[name=_continue]")
    page.wait_for_load_state("networkidle")
    assert [p.text for p in activity.purposes.all()] == ["Föra statistik", "Utreda ansökningar", "Två"]


def test_a_term_is_found_by_typing_and_added_in_place(inside: Callable[[str], Any], activity: Any) -> None:
    page = inside("ropa/processingactivity/{}/change/")
    page.click("#carriers-list > .add")
    page.click("#carriers-1 .select2-selection")
    page.keyboard.type("ÄREND")
    page.get_by_role("option", name="Ärendesystemet").click()
    assert "Ärendesystemet" in page.inner_text("#carriers-1 .row-label")
    with page.expect_popup() as opened:
        page.click("#add_id_carriers-1-supplier")
    popup = opened.value
    popup.fill("#id_label", "Leverantören AB")
    popup.click("[name=_save]")
    page.wait_for_selector("[name=carriers-1-supplier] option:checked:not([value=''])", state="attached")
    page.click("[name=_continue]")
    page.wait_for_load_state("networkidle")
    made = activity.carriers.get(supplier__label="Leverantören AB")
    assert str(made.system) == "Ärendesystemet"


def test_leaving_with_unsaved_changes_is_asked_about(inside: Callable[[str], Any], live_server: Any) -> None:
    page = inside("ropa/processingactivity/{}/change/")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{live_server.url}/admin/")
    assert asked == []
    page = inside("ropa/processingactivity/{}/change/")
    page.fill("#id_name", "Ändrat namn")
    page.goto(f"{live_server.url}/admin/")
    assert asked == ["beforeunload"]
    page = inside("ropa/processingactivity/{}/change/")
    page.fill("#id_name", "Ändrat namn")
    page.click("[name=_continue]")
    page.wait_for_load_state("networkidle")
    assert asked == ["beforeunload"], "saving is not leaving"


def test_fields_that_only_matter_for_consent_show_for_consent(inside: Callable[[str], Any]) -> None:
    page = inside("ropa/processingactivity/{}/change/")
    page.click("#legal_bases-0 > .row-body > summary")
    assert not page.locator("[name=legal_bases-0-consent_given]").is_visible()
    page.select_option("[name=legal_bases-0-basis]", "6.1.a")
    assert page.locator("[name=legal_bases-0-consent_given]").is_visible()
