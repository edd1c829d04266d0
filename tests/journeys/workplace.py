"""A DPO and an activity with something in its lists, and the DPO's way in."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.test import Client

from ropa import models, publishing
from ropa.models import Membership, Organisation, ProcessingActivity, Unit

FORM = "ropa/processingactivity/{}/change/"


def made() -> ProcessingActivity:
    """Make a published activity and a DPO for it."""
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
    models.RetentionRule.objects.create(activity=made, action="dispose", period="P5Y", position=0)
    models.RetentionRule.objects.create(
        activity=made, documents="Ansökningar", action="dispose", period="P5Y", position=1
    )
    models.Unplaced.objects.create(activity=made, text="Oplacerad", file="a.docx")
    publishing.publish(made, by="dpo", reason="Prov")
    officer(town)
    return made


def officer(town: Organisation) -> User:
    """Make the DPO of a municipality."""
    user = User.objects.create_user("dpo", password="ett långt lösenord", is_staff=True)
    Membership.objects.create(user=user, organisation=town, role="dpo")
    return user


def enter(page: Any, site: str, activity: ProcessingActivity) -> Callable[[str], Any]:
    """Let the DPO in without the log-in page, which has tests of its own; return what opens a page of the workplace."""
    session = Client()
    session.force_login(User.objects.get(username="dpo"))
    page.context.add_cookies([{"name": "sessionid", "value": session.cookies["sessionid"].value, "url": site}])

    def opened(address: str) -> Any:
        page.goto(f"{site}/admin/{address.format(activity.pk)}")
        return page

    return opened


def save(page: Any) -> None:
    """Save and go on, and wait for the page that answers."""
    with page.expect_navigation():
        page.click("[name=_continue]")
