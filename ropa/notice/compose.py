"""The notice whole: which questions, in which order, and what was written by hand."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from .. import retention as rules
from ..record import NoticeText, ProcessingActivity
from ..vocabulary import NoticeLevel, NoticeSection, Profile
from ..wording import Template, heading_of, here, ours, say, told
from .blocks import Blocks, or_not_stated, paragraph, prose, supports, withheld
from .handling import automation, handling
from .lawfulness import legal_basis, purposes
from .parties import complaint, contact, controller, introduction
from .persons import data, duty, sources
from .rights import rights
from .sharing import recipients, transfers
from .values import Block, Item, PrivacyNotice, Section

CONTROLLER = "controller"
"""Code of the section that is no `NoticeSection`: nobody writes it by hand."""


def compose(activity: ProcessingActivity, language: str) -> PrivacyNotice:
    """Return the notice of an activity in `language` (GDPR Art. 13 and 14).

    The record must be cut to its audience already (`record.view`). Questions
    the law does not ask are left out where nothing is stated.
    """
    with override(language):
        sections = (_section(activity, *question) for question in QUESTIONS)
        name = say(activity.name) if activity.name else ours(_("Processing activity without a name"))
        summary = say(activity.summary) if activity.summary else None
        return PrivacyNotice(language=language, title=name, summary=summary, sections=tuple(x for x in sections if x))


def retention(activity: ProcessingActivity) -> Blocks:
    """Tell how long, or what decides the time (Art. 13(2)(a))."""
    texts = tuple(Block(text=said) for said in rules.sentences(activity, here()))
    reason = activity.no_retention_reason
    why = paragraph(told(_("Why there is no fixed time: {reason}."), reason=reason) if reason else None)
    return or_not_stated((*texts, *why, *withheld(activity, "retention_rules", "no_retention_reason")))


def _overview(activity: ProcessingActivity) -> Blocks:
    return (*introduction(activity), *withheld(activity, *_NOWHERE))


Question = tuple[str, Template, Callable[[ProcessingActivity], Blocks]]

QUESTIONS: tuple[Question, ...] = (
    (CONTROLLER, _("Who is responsible for your personal data?"), controller),
    (NoticeSection.INTRODUCTION, _("What is this about?"), _overview),
    (NoticeSection.PURPOSES, _("Why do we handle your personal data?"), purposes),
    (NoticeSection.LEGAL_BASIS, _("What gives us the right to do so?"), legal_basis),
    (NoticeSection.HANDLING, _("Where are the data, and who works with them?"), handling),
    (NoticeSection.DATA, _("Which data do we handle?"), data),
    (NoticeSection.SOURCES, _("Where do the data come from?"), sources),
    (NoticeSection.RECIPIENTS, _("Who else may see the data?"), recipients),
    (NoticeSection.TRANSFERS, _("Are the data taken outside the EU/EEA?"), transfers),
    (NoticeSection.RETENTION, _("How long do we keep the data?"), retention),
    (NoticeSection.DUTY, _("Do you have to give us the data?"), duty),
    (NoticeSection.AUTOMATION, _("Does a computer make decisions about you?"), automation),
    (NoticeSection.RIGHTS, _("Which rights do you have?"), rights),
    (NoticeSection.COMPLAINT, _("How do you complain?"), complaint),
    (NoticeSection.CONTACT, _("How do you reach us?"), contact),
)
"""Section code, question and the function that answers it, in reading order."""

_NOWHERE = (
    *("reference", "name", "summary", "role", "sector", "status", "started_on", "ended_on", "process_code", "tags"),
    *("examples_only", "notice_texts", "confidentiality", "integrity", "availability", "traceability", "dpia_criteria"),
    *("dpia_status", "dpia_date", "dpia_reference", "dpia_justification", "review_owner", "reviewed_on"),
    *("review_interval_months", "notes", "original_wording", "unplaced"),
)
"""Fields that no question is about: when they are withheld, the introduction says so."""


def _section(
    activity: ProcessingActivity, code: str, heading: Template, answer: Callable[..., Blocks]
) -> Section | None:
    blocks = (*authored(activity, code), *answer(activity))
    own = heading_of(activity, Profile.QUESTIONS, code, heading)
    return Section(code=str(code), heading=own, blocks=blocks) if blocks else None


def authored(activity: ProcessingActivity, code: str) -> Blocks:
    """Return the texts written for a section, the widest level first, those for children apart."""
    texts = [x for x in activity.notice_texts if (x.section or NoticeSection.INTRODUCTION) == code]
    texts.sort(key=lambda x: list(NoticeLevel).index(x.level))
    adults = tuple(block for x in texts if not x.for_children for block in _written(activity, x))
    children = tuple(block for x in texts if x.for_children for block in _written(activity, x))
    items = tuple(
        Item(text=said) for block in children for said in (block.text, *(i.text for i in block.items)) if said
    )
    return (*adults, *((Block(text=ours(_("For you who are a child:")), items=items),) if items else ()))


def _written(activity: ProcessingActivity, row: NoticeText) -> Blocks:
    beside = supports(activity, row.key)
    return (*prose(row.text), *((Block(items=beside),) if beside else ()))
