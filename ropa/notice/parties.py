"""Who answers, and whom to ask (GDPR Art. 13(1)(a)-(b), 26(2), 28)."""

import re

from django.utils.translation import gettext_lazy as _

from ..record import Contact, Controller, JointController, OnBehalfOf, ProcessingActivity, Said, Text
from ..vocabulary import ActivityStatus, NoticeSection, OrganisationRole
from ..wording import NOT_STATED_YET, ours, say, told
from .blocks import Blocks, Items, contact_items, entry, listing, paragraph, withheld
from .details import labelled
from .values import Block, Item

IMY = "https://www.imy.se/"


def introduction(activity: ProcessingActivity) -> Blocks:
    """Say whether the activity goes on, when that is not the ordinary thing."""
    return (*paragraph(_status(activity)), *_days(activity))


_STATUSES = {
    ActivityStatus.PLANNED: _("We plan this, but have not begun."),
    ActivityStatus.HALTED: _("We have stopped this for the time being."),
    ActivityStatus.COMPLETED: _("We no longer do this. We may still keep data from that time."),
}


def _status(activity: ProcessingActivity) -> Said | None:
    template = _STATUSES.get(activity.status) if activity.status else None
    return ours(template) if template else None


def _days(activity: ProcessingActivity) -> Blocks:
    days = ((_("Start: {day}."), activity.started_on), (_("End: {day}."), activity.ended_on))
    return tuple(Block(text=ours(template, day=day.isoformat())) for template, day in days if day)


def controller(activity: ProcessingActivity) -> Blocks:
    """Tell who answers for the data, with whom, for whom, and who watches over it."""
    return (
        *_own(activity),
        *_joint(activity),
        *_workers(activity),
        *_dpo(activity),
        *withheld(activity, "controller", "dpo", "unit", "joint_controllers", "on_behalf_of", "responsible_role"),
    )


def _own(activity: ProcessingActivity) -> Blocks:
    if activity.role is OrganisationRole.PROCESSOR:
        return (*_on_behalf(activity), *_handler(activity))
    if activity.controller is None:
        unstated = _unstated(activity, "controller", _("Which board or body is responsible is not stated yet."))
        return (*paragraph(unstated), *_other_bodies(activity))
    lead = told(
        _("{name} is the controller. That means: the one who answers for the data."), name=activity.controller.name
    )
    return (Block(text=lead, items=_identity(activity, activity.controller)), *_other_bodies(activity))


def _unstated(activity: ProcessingActivity, field: str, template: object) -> Said | None:
    return None if activity.withheld_in(field) else ours(template)


def _identity(activity: ProcessingActivity, body: Controller) -> Items:
    contact = body.contact or (activity.organisation.contact if activity.organisation else Contact())
    lines = [
        *labelled(_("Organisation number: {value}"), body.organisation_number),
        *labelled(_("Representative in the EU: {value}"), body.representative),
    ]
    ways = contact_items(contact) or (Item(text=ours(_("Contact details are not stated yet."))),)
    return (*(Item(text=line) for line in lines), *ways)


def _on_behalf(activity: ProcessingActivity) -> Blocks:
    lead = ours(_("We do this work for somebody else, who answers for the data. We are a processor for:"))
    items = tuple(item for row in activity.on_behalf_of for item in entry(activity, row, row.name, _principal))
    return listing(lead, items or (Item(text=ours(NOT_STATED_YET)),))


def _principal(_activity: ProcessingActivity, row: OnBehalfOf) -> list[Said]:
    return [*labelled(_("task: {value}"), row.task), *_reach(row)]


def _reach(row: OnBehalfOf | JointController) -> list[Said]:
    return [
        *labelled(_("organisation number: {value}"), row.organisation_number),
        *labelled(_("e-mail: {value}"), row.email),
    ]


def principals(activity: ProcessingActivity) -> Items:
    """Name those who answer for what a processor does, and how to reach them."""
    rows = activity.on_behalf_of
    items = tuple(item for row in rows for item in entry(activity, row, row.name, lambda _activity, one: _reach(one)))
    return items or (Item(text=ours(NOT_STATED_YET)),)


def _handler(activity: ProcessingActivity) -> Blocks:
    if activity.controller is None:
        return ()
    lead = told(_("{name} does the work."), name=activity.controller.name)
    return (Block(text=lead, items=_identity(activity, activity.controller)),)


def _other_bodies(activity: ProcessingActivity) -> Blocks:
    """Name those on whose behalf something is done, where the main role is another."""
    items = tuple(item for row in activity.on_behalf_of for item in entry(activity, row, row.name, _principal))
    return listing(ours(_("In part we do this work for:")), items)


def _joint(activity: ProcessingActivity) -> Blocks:
    items = tuple(item for row in activity.joint_controllers for item in entry(activity, row, row.name, _partner))
    if activity.role is OrganisationRole.JOINT_CONTROLLER and not items:
        items = (Item(text=ours(NOT_STATED_YET)),)
    return listing(ours(_("We decide about the data together with others and share the responsibility with:")), items)


def _partner(_activity: ProcessingActivity, row: JointController) -> list[Said]:
    return [
        *labelled(_("answers for: {value}"), row.responsibility),
        *labelled(_("what we have agreed: {value}"), row.essence),
        *_reach(row),
    ]


def _workers(activity: ProcessingActivity) -> Blocks:
    unit = told(_("Unit that does the work: {unit}."), unit=activity.unit.name) if activity.unit else None
    role = activity.responsible_role
    return (*paragraph(unit), *paragraph(told(_("In charge: {role}."), role=role) if role else None))


def _dpo(activity: ProcessingActivity) -> Blocks:
    if activity.dpo is None:
        return paragraph(_unstated(activity, "dpo", _("Who the data protection officer is, is not stated yet.")))
    lead = ours(_("The data protection officer checks that we follow the rules. You can always turn to this function:"))
    items = (*_named(activity.dpo.name), *contact_items(activity.dpo.contact))
    return (Block(text=lead, items=items or (Item(text=ours(NOT_STATED_YET)),)),)


def _named(name: Text) -> Items:
    return (Item(text=told("{name}", name=name)),) if name else ()


def contact(activity: ProcessingActivity) -> Blocks:
    """Tell where to ask and where to report an error."""
    ask = ours(_("Do you have a question, or have you seen an error in this text? Get in touch with us."))
    ways = _ways(activity) or (Block(text=ours(_("Contact details are not stated yet."))),)
    return (Block(text=ask), *ways, *withheld(activity, "contact", "organisation"))


def _ways(activity: ProcessingActivity) -> Blocks:
    """List each place to turn to once, the nearest first."""
    parties = [x for x in (activity.unit, activity.controller, activity.organisation) if x]
    places = [(ours(_("About this in particular:")), activity.contact)]
    places += [(told("{name}:", name=x.name), x.contact) for x in parties]
    seen: list[Contact] = []
    blocks: list[Block] = []
    for lead, way in places:
        if way and way not in seen:
            seen.append(way)
            blocks.append(Block(text=lead, items=contact_items(way)))
    return tuple(blocks)


_SAYS_SO = re.compile(
    r"(?=.*\b(?:klag|complain))(?=.*(?:\bIMY\b|Integritetsskyddsmyndighet|Authority for Privacy Protection))",
    re.IGNORECASE | re.DOTALL,
)
"""A text that names the authority and that one can complain. Anything less does not spare our own sentence."""


def complaint(activity: ProcessingActivity) -> Blocks:
    """Tell of the right to complain to the supervisory authority (Art. 13(2)(d), 77), unless a text does already."""
    link = Item(text=ours(_("IMY's web page: {address}"), address=IMY), href=IMY)
    written = (x for x in activity.notice_texts if x.section is NoticeSection.COMPLAINT and not x.for_children)
    if any(_SAYS_SO.match(say(x.text).text) for x in written):
        return (Block(items=(link,)),)
    text = ours(
        _(
            "Do you think that we handle your data in the wrong way? You can complain to the Swedish Authority for "
            "Privacy Protection (IMY). IMY checks that the rules are followed."
        )
    )
    return (Block(text=text, items=(link,)),)
