"""A DPO and a finding, in a real browser: seen beside its field, checked, published with a reason all the same."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command

from ropa import drafts, models, publishing
from ropa.models import ProcessingActivity, Publication
from ropa.record import Audience
from tests.demo_fixture import LAST, record

from . import looks, workplace
from .looks import Axe
from .workplace import FORM, save

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REASON = "Grunden utreds, nämnden är informerad"


@pytest.fixture
def activity(db: Any) -> ProcessingActivity:
    """An activity of the demo in which nothing is wrong, and its DPO."""
    call_command("load_vocabulary", verbosity=0, stdout=io.StringIO())
    made = drafts.save(record(LAST["bygglov"]))
    publishing.publish(made, by="dpo")
    workplace.officer(made.organisation)  # type: ignore[arg-type]
    return made


@pytest.fixture
def inside(page: Any, live_server: Any, activity: ProcessingActivity) -> Callable[[str], Any]:
    """`inside(address)` opens a page of the workplace as the DPO."""
    return workplace.enter(page, live_server.url, activity)


def check(page: Any) -> None:
    page.click("[name=_check]")
    page.wait_for_selector(".findings .said:has-text('är kontrollerat')")


def test_a_basis_is_removed_and_it_is_published_with_a_reason(
    inside: Callable[[str], Any], activity: ProcessingActivity
) -> None:
    page = inside(FORM)
    assert page.locator(".finding-error").count() == 0
    for name in ("legal_bases", "provisions"):  # provisions name the basis they are about
        for box in page.locator(f"#{name}-list > .rows input[name$=-DELETE]").all():
            box.check()
    page.fill("#id_change_reason", "Grunden stämde inte")
    page.click("[name=_continue]")
    note = page.locator("#legal_bases-list > .notes .finding-error").first
    note.wait_for()
    assert "Fel" in note.inner_text()
    page.click("a:has-text('Publicera')")
    page.click("[type=submit][value='Publicera nu']")
    page.wait_for_selector("#reason_error")
    assert "fel kvarstår" in page.inner_text("#reason_error")
    page.fill("#reason", REASON)
    page.click("[type=submit][value='Publicera nu']")
    page.wait_for_selector("text=version 2")
    newest = Publication.objects.get(version=2)
    assert newest.note == REASON
    assert publishing.find(activity.slug, Audience.DRAFT).findings  # type: ignore[union-attr]


def test_what_is_typed_is_checked_on_the_spot(inside: Callable[[str], Any], activity: ProcessingActivity) -> None:
    page = inside(FORM)
    page.select_option("#id_role", "joint-controller")
    page.click("#joint_controllers-list > .add")
    page.fill("[name=joint_controllers-0-name]", "Sala kommun")
    check(page)
    field = page.locator("[name=joint_controllers-0-agreement]")
    note = page.locator("#joint_controllers-0 .field-agreement .finding")
    assert note.get_attribute("id") in (field.get_attribute("aria-describedby") or "")
    assert "1 fel" in page.inner_text("#joint_controllers-0 .row-found")
    assert page.evaluate("document.activeElement.id") == "findings"
    page.click("#findings .found-list a")
    assert page.evaluate("location.hash") == f"#{note.get_attribute('id')}"
    page.select_option("[name=joint_controllers-0-agreement]", "arrangement")
    page.fill("[name=joint_controllers-0-essence]", "Vi delar på ansvaret.")
    check(page)
    assert page.locator("#joint_controllers-0 .finding").count() == 0
    assert "finding-" not in (field.get_attribute("aria-describedby") or "")
    assert not models.JointController.objects.exists()
    save(page)
    assert activity.joint_controllers.get().name == "Sala kommun"


def test_what_cannot_be_checked_is_said_and_kept(inside: Callable[[str], Any]) -> None:
    page = inside(FORM)
    page.fill("#id_name", "")
    page.fill("#id_summary", "Detta skrev jag")
    page.click("[name=_check]")
    page.wait_for_selector(".findings .said:has-text('rättas först')")
    assert page.locator(".findings .said a[href='#id_name']").count() == 1
    assert page.input_value("#id_summary") == "Detta skrev jag"


def test_findings_are_accessible_and_fit(inside: Callable[[str], Any], axe: Axe, activity: ProcessingActivity) -> None:
    activity.legal_bases.all().delete()
    models.JointController.objects.create(activity=activity, name="Sala kommun")
    publishing.reindex([activity])
    made = publishing.publish(activity, by="dpo", reason=REASON)
    publication = f"ropa/publication/{made.pk}/change/"
    for address in (FORM, "ropa/processingactivity/findings/", FORM.replace("change", "publish"), publication):
        page = inside(address)
        looks.unfold(page)
        looks.free_the_bar(page)
        looks.check(page, axe, looks.EACH_ONCE)


@pytest.mark.parametrize("colours", ["active", "none"])
def test_how_grave_it_is_is_read_without_colour(inside: Callable[[str], Any], activity: Any, colours: str) -> None:
    activity.legal_bases.all().delete()
    page = inside("")
    page.emulate_media(forced_colors=colours, media="print" if colours == "none" else "screen")
    page = inside(FORM)
    note = page.locator("#legal_bases-list > .notes .finding-error").first
    assert note.locator(".found").inner_text().endswith("Fel")
    assert note.evaluate("e => getComputedStyle(e).borderLeftStyle") != "none"
