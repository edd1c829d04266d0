"""Who answers (Art. 30(1)(a), 30(2)(a), 4(7), 26)."""

from django.utils.translation import gettext_lazy as _

from ..record import Contact, JointController, ProcessingActivity
from ..vocabulary import Agreement, ControllerKind, OrganisationRole, Severity
from .base import Case, Place, Places, rule, says_something
from .sources import GDPR


@rule(
    "R01",
    Severity.ERROR,
    title=_("No board as controller"),
    article=_("Art. 30(1)(a), 4(7)"),
    sources=(GDPR,),
    condition=_("No controller is stated, or the controller is the municipality as a whole, a department or a unit."),
    message=_("It is not stated which board answers for the processing."),
    advice=_(
        "Choose the board, or the company's or association's board, as controller. A department, a unit or the municipality as a whole cannot be one."
    ),
)
def controller_is_no_board(case: Case) -> Places:
    controller = case.activity.controller
    if controller is None or (controller.kind and not controller.kind.can_be_controller):
        yield Place("controller")


@rule(
    "R48",
    Severity.WARNING,
    title=_("Kind of controller not stated"),
    article=_("Art. 4(7), 6(1), second subparagraph"),
    sources=(GDPR,),
    condition=_("A controller is stated, and not what kind of body it is."),
    message=_("It is not stated whether this is a board, a company or something else: {names}."),
    advice=_(
        "State the kind at the controller. A department or a unit cannot be controller, and some rules hold for public authorities only."
    ),
    in_law_enforcement=False,
)
def kind_of_controller_is_open(case: Case) -> Places:
    controller = case.activity.controller
    if controller and controller.kind is None:
        yield Place("controller", names=(controller.name,))


@rule(
    "R02",
    Severity.ERROR,
    title=_("Contact details missing"),
    article=_("Art. 30(1)(a), 13(1)(a)–(b), 37(7)"),
    sources=(GDPR,),
    condition=_("The controller or the data protection officer cannot be reached: no contact details, or no officer."),
    message=_("Contact details are missing: {names}."),
    advice=_("Give an address, an e-mail address or a telephone number to a function, not to a person."),
    for_processors=True,
)
def nobody_to_reach(case: Case) -> Places:
    controller, dpo = case.activity.controller, case.activity.dpo
    if controller and not _can_be_reached(controller.contact):
        yield Place("controller", names=(controller.name,))
    if dpo is None or not _can_be_reached(dpo.contact):
        yield Place("dpo", names=(dpo.name if dpo and dpo.name else _("the data protection officer"),))


def _can_be_reached(contact: Contact) -> bool:
    return bool(contact.email or contact.phone or contact.postal_address or contact.visiting_address)


@rule(
    "R25",
    Severity.ERROR,
    title=_("Joint controllers without arrangement"),
    article=_("Art. 26(1)–(2)"),
    sources=(GDPR,),
    condition=_(
        "There are joint controllers, other than within a joint board, and no arrangement is stated or its essence is not there to publish."
    ),
    message=_("The arrangement between joint controllers is missing, or what it means for people is: {names}."),
    advice=_(
        "State the arrangement, and write in a few words who does what and whom to turn to. If nobody decides together with you, change the role."
    ),
    in_law_enforcement=False,
)
def joint_without_arrangement(case: Case) -> Places:
    activity = case.activity
    if activity.controller and activity.controller.kind is ControllerKind.JOINT_BOARD:
        return
    if activity.role is OrganisationRole.JOINT_CONTROLLER and not activity.joint_controllers:
        yield Place("joint_controllers", names=(_("the other controller"),))
    for row in activity.joint_controllers:
        if not _is_arranged(row):
            yield Place("joint_controllers", row.key, "agreement", (row.name or _("a joint controller"),))
        elif not row.essence:
            yield Place("joint_controllers", row.key, "essence", (row.name or _("a joint controller"),))


def _is_arranged(row: JointController) -> bool:
    return row.agreement not in {None, Agreement.MISSING}


@rule(
    "R43",
    Severity.ERROR,
    title=_("Role not stated"),
    article=_("Art. 30(1)–(2)"),
    sources=(GDPR,),
    condition=_(
        "The role is not stated, or it is processor and it is not stated who that is, on whose behalf, or what is done for them."
    ),
    message=_("Of the role it is not stated: {names}."),
    advice=_("Choose the role. As a processor, add each controller on whose behalf you work, and what you do for it."),
    for_processors=True,
)
def role_is_open(case: Case) -> Places:
    activity = case.activity
    if activity.role is None:
        yield Place("role", names=(_("which it is"),))
    elif activity.role is OrganisationRole.PROCESSOR:
        yield from _processor_is_open(activity)


def _processor_is_open(activity: ProcessingActivity) -> Places:
    if activity.controller is None:
        yield Place("controller", names=(_("which of your boards or companies is the processor"),))
    rows = [x for x in activity.on_behalf_of if says_something(x)]
    if not rows:
        yield Place("on_behalf_of", names=(_("on whose behalf"),))
    for row in rows:
        if not row.name:
            yield Place("on_behalf_of", row.key, "name", (_("on whose behalf"),))
        if not row.task:
            yield Place("on_behalf_of", row.key, "task", (_("what you do for them"),))
