"""The activity's form in a real browser: what admin.js promises, saved."""

from collections.abc import Callable
from typing import Any

import pytest

from ropa import publishing
from ropa.models import ProcessingActivity

from . import workplace
from .workplace import FORM, save

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def activity(db: Any) -> ProcessingActivity:
    return workplace.made()


@pytest.fixture
def inside(page: Any, live_server: Any, activity: ProcessingActivity) -> Callable[[str], Any]:
    """`inside(address)` opens a page of the workplace as the DPO."""
    return workplace.enter(page, live_server.url, activity)


def test_a_new_purpose_can_be_named_at_once_and_is_saved_with_its_key(
    inside: Callable[[str], Any], activity: ProcessingActivity
) -> None:
    page = inside(FORM)
    page.click("#purposes-list > .add")
    page.fill("[name=purposes-2-text]", "Hindra felaktiga utbetalningar")
    page.click("#legal_bases-list > .add")
    page.select_option("[name=legal_bases-1-basis]", "6.1.c")
    page.click("#legal_bases-1 .keys summary")
    page.get_by_label("Hindra felaktiga utbetalningar").last.check()
    page.fill("[name=purposes-2-text]", "Motverka felaktiga utbetalningar")
    assert "Motverka felaktiga utbetalningar" in page.inner_text("#legal_bases-1 .chosen")
    assert page.locator("#provisions-list template").count() == 1
    save(page)
    made = activity.purposes.get(text="Motverka felaktiga utbetalningar")
    assert activity.legal_bases.get(basis="6.1.c").purposes == [str(made.key)]
    assert made.position == 2


def test_rows_move_and_go(inside: Callable[[str], Any], activity: ProcessingActivity) -> None:
    page = inside(FORM)
    page.click("#purposes-1 .up")
    for text in ("Ett", "Två"):
        page.click("#purposes-list > .add")
        page.locator("#purposes-list textarea[name$='-text']:visible").last.fill(text)
    page.click("#purposes-2 .remove-new")
    save(page)
    assert [p.text for p in activity.purposes.all()] == ["Föra statistik", "Utreda ansökningar", "Två"]


def test_a_term_is_found_by_typing_and_added_in_place(inside: Callable[[str], Any], activity: Any) -> None:
    page = inside(FORM)
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
    save(page)
    made = activity.carriers.get(supplier__label="Leverantören AB")
    assert str(made.system) == "Ärendesystemet"


def test_leaving_with_unsaved_changes_is_asked_about(inside: Callable[[str], Any], live_server: Any) -> None:
    page = inside(FORM)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{live_server.url}/admin/")
    assert asked == []
    page = inside(FORM)
    page.fill("#id_name", "Ändrat namn")
    page.goto(f"{live_server.url}/admin/")
    assert asked == ["beforeunload"]
    page = inside(FORM)
    page.fill("#id_name", "Ändrat namn")
    save(page)
    assert asked == ["beforeunload"], "saving is not leaving"


def test_every_column_is_seen_at_1280_pixels(inside: Callable[[str], Any], activity: ProcessingActivity) -> None:
    ProcessingActivity.objects.filter(pk=activity.pk).update(name="Ansökan om ekonomiskt bistånd, utredning och beslut")
    activity.unit.name = "Enheten för ekonomiskt bistånd och budgetrådgivning"  # type: ignore[union-attr]
    activity.unit.save()  # type: ignore[union-attr]
    activity.unit.controller.name = "Social- och arbetsmarknadsnämnden"  # type: ignore[union-attr]
    activity.unit.controller.save()  # type: ignore[union-attr]
    publishing.publish(activity, by="dpo", reason="Prov")
    ProcessingActivity.objects.update(summary="Ändrad")
    publishing.reindex()
    page = inside("ropa/processingactivity/")
    page.set_viewport_size({"width": 1280, "height": 800})
    for column in ("state", "changed"):
        box = page.locator(f".column-{column}_column").bounding_box()
        assert box["x"] + box["width"] <= 1280
    results = page.locator("#changelist .results")
    assert results.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert page.locator("#nav-sidebar").count() == 0


def test_the_ways_from_the_list_stand_below_its_heading(inside: Callable[[str], Any], activity: Any) -> None:
    page = inside("ropa/processingactivity/")
    page.set_viewport_size({"width": 1280, "height": 800})
    heading = page.locator("#content > h1").bounding_box()
    ways = [way.bounding_box() for way in page.locator(".object-tools li").all()]
    assert len(ways) > 5
    assert all(way["y"] >= heading["y"] + heading["height"] for way in ways)
    assert all(way["x"] >= 0 and way["x"] + way["width"] <= 1280 for way in ways)
