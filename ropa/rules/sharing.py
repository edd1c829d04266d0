"""Who gets the data, and who handles them for the controller (Art. 28, 30(1)(d))."""

import re

from django.utils.translation import gettext_lazy as _

from ..record import ProcessingActivity, Processor, Supplier
from ..vocabulary import Agreement, Occurrence, RecipientKind, Severity, Statement
from ..wording import Template, Words
from .base import Case, Place, Places, rule, says_something
from .sources import GDPR, SKR_REGULATION

UNNAMED = _("a processor without a name")

_BOARD = re.compile(r"nämnd|kommunstyrelse|\b(?:municipal executive )?(?:board|committee)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\bkommuns?\b|\bregion\w*|\bgemensam|\bmunicipality\b|\bjoint\b", re.IGNORECASE)


@rule(
    "R07",
    Severity.WARNING,
    title=_("No recipients"),
    article=_("Art. 30(1)(d), 13(1)(e)"),
    sources=(GDPR,),
    condition=_("No recipient is stated, and nothing says that the data are not disclosed."),
    message=_("It is not stated who outside the board gets the data."),
    advice=_(
        "Add those who get the data. If nobody does, choose “No, never” at the question whether data are disclosed."
    ),
)
def no_recipients(case: Case) -> Places:
    stated = any(says_something(x) and x.occurrence is not Occurrence.NEVER for x in case.activity.recipients)
    if not stated and case.activity.disclosure is not Statement.NEVER:
        yield Place("recipients")


@rule(
    "R23",
    Severity.ERROR,
    title=_("Processor without agreement"),
    article=_("Art. 28(3)"),
    sources=(GDPR,),
    condition=_(
        "A processor has no agreement or other legal act, or stands among the recipients, where none can be stated."
    ),
    message=_("No agreement or other legal act is stated for the processor: {names}."),
    advice=_(
        "Enter into a data processing agreement, or let a regulation decide between boards, and say here where it is filed. "
        "A processor among the recipients is moved to the list of processors."
    ),
    for_processors=True,
)
def processor_without_agreement(case: Case) -> Places:
    for row in _engaged(case.activity):
        if row.agreement in {None, Agreement.MISSING}:
            yield Place("processors", row.key, "agreement", (called(row.supplier),))
    for other in case.activity.recipients:
        if other.category and other.category.kind is RecipientKind.PROCESSOR:
            yield Place("recipients", other.key, "category", (other.category,))


@rule(
    "R24",
    Severity.WARNING,
    title=_("Agreement between boards"),
    article=_("Art. 28(3)"),
    sources=(GDPR, SKR_REGULATION),
    condition=_("A processor that seems to be a board of the same municipality is bound by an agreement."),
    message=_(
        "The processor seems to be a board of your own municipality: {names}. "
        "Boards of one municipality cannot enter into agreements with each other."
    ),
    advice=_(
        "Let the council's regulation for the boards decide instead, and choose “Regulation between boards” here."
    ),
    for_processors=True,
)
def agreement_between_boards(case: Case) -> Places:
    for row in _engaged(case.activity):
        if row.agreement is Agreement.CONTRACT and row.supplier and _is_own_board(case.activity, row.supplier):
            yield Place("processors", row.key, "agreement", (row.supplier,))


def called(supplier: Supplier | None) -> Words | Template:
    """Return what a message calls a processor."""
    return supplier or UNNAMED


def _engaged(activity: ProcessingActivity) -> list[Processor]:
    return [x for x in activity.processors if x.occurrence is not Occurrence.NEVER]


def _is_own_board(activity: ProcessingActivity, supplier: Supplier) -> bool:
    """Return whether it is the controller's own legal person; without a number, whether it is named as a board."""
    number = _digits(supplier.organisation_number)
    if number:
        own = activity.controller or activity.organisation
        return bool(own) and number == _digits(own.organisation_number if own else "")
    named = str(supplier.said("sv"))
    return bool(_BOARD.search(named)) and not _ELSEWHERE.search(named)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
