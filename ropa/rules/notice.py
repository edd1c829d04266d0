"""What people are told (Art. 13, 14, 22)."""

from django.utils.translation import gettext_lazy as _

from ..record import ProcessingActivity, Source
from ..vocabulary import DutyToProvide, NoticeSection, Occurrence, Severity, Statement
from .base import Case, Place, Places, rule
from .sources import GDPR

_ASKED = {
    "what": _("what is decided"),
    "logic": _("how it works"),
    "consequences": _("what it means for the person"),
}


@rule(
    "R35",
    Severity.ERROR,
    title=_("Automated decision not explained"),
    article=_("Art. 22, 13(2)(f), 14(2)(g)"),
    sources=(GDPR,),
    condition=_(
        "There are automated decisions or profiling, and it is not stated what is decided, how it works and what it means, or it says that there are none."
    ),
    message=_(
        "A computer decides or makes profiles, but people are not told enough about it. What is missing: {names}."
    ),
    advice=_("Write in plain words what is decided, which facts decide it and how, and what it means for the person."),
    in_law_enforcement=False,
)
def automation_not_explained(case: Case) -> Places:
    activity = case.activity
    if activity.automation is Statement.OCCURS and not activity.automated_decisions:
        yield Place("automated_decisions", names=tuple(_ASKED.values()))
    if activity.automation is Statement.NEVER and activity.automated_decisions:
        yield Place("automation", names=(_("whether it happens: “No, never” is chosen, and yet one is described"),))
    for row in activity.automated_decisions:
        for column, name in _ASKED.items():
            if not getattr(row, column):
                yield Place("automated_decisions", row.key, column, (name,))


@rule(
    "R36",
    Severity.ERROR,
    title=_("Sources not stated"),
    article=_("Art. 14(1)(d), 14(2)(f)"),
    sources=(GDPR,),
    condition=_("It is not stated where the data come from, or which data come from others than the person."),
    message=_("People are not told where their data come from. What is missing: {names}."),
    advice=_(
        "Add each source. Choose “the person” where people give the data themselves, and say which data others give."
    ),
    in_law_enforcement=False,
)
def source_not_stated(case: Case) -> Places:
    activity = case.activity
    if activity.notice_exception:
        return
    sources = _used(activity)
    if not sources:
        yield Place("sources", names=(_("the sources"),))
    others = [x for x in sources if not (x.category and x.category.from_data_subject)]
    for row in others:
        if row.category is None and not row.note:
            yield Place("sources", row.key, "category", (_("who the source is"),))
    if others and not activity.personal_data:
        yield Place("personal_data", names=(_("the kinds of data"),))


def _used(activity: ProcessingActivity) -> list[Source]:
    return [x for x in activity.sources if x.occurrence is not Occurrence.NEVER]


@rule(
    "R37",
    Severity.ERROR,
    title=_("Duty to provide not stated"),
    article=_("Art. 13(2)(e)"),
    sources=(GDPR,),
    condition=_(
        "People give data themselves, and it is not stated whether they must or what happens if they do not. "
        "Rights and the right to complain stand in every notice."
    ),
    message=_(
        "People are not told whether they must give the data, or what happens if they do not. What is missing: {names}."
    ),
    advice=_(
        "Answer the question whether data must be provided. If the law, a contract or the service asks for them, write what follows otherwise."
    ),
    in_law_enforcement=False,
)
def duty_not_explained(case: Case) -> Places:
    activity = case.activity
    if not _is_asked(activity) or _is_told(activity, NoticeSection.DUTY):
        return
    if activity.duty_to_provide is None:
        yield Place("duty_to_provide", names=(_("whether they must"),))
    elif activity.duty_to_provide is not DutyToProvide.VOLUNTARY and not activity.duty_consequences:
        yield Place("duty_consequences", names=(_("what happens otherwise"),))


def _is_asked(activity: ProcessingActivity) -> bool:
    """Return whether the person gives data: so as long as no source says that all come from others."""
    sources = _used(activity)
    return not sources or any(x.category is None or x.category.from_data_subject is not False for x in sources)


def _is_told(activity: ProcessingActivity, section: NoticeSection) -> bool:
    return any(x.section is section and x.text for x in activity.notice_texts)
