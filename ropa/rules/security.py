"""How the data are protected, and whether the risk was assessed (Art. 30(1)(g), 32, 35)."""

from django.utils.translation import gettext_lazy as _

from ..vocabulary import DpiaCriterion, DpiaStatus, Severity
from .base import Case, Place, Places, rule, says_something
from .sources import GDPR, IMY_ASSESSMENTS

ENOUGH = 2
"""Criteria that together call for an impact assessment, by IMY's list."""


@rule(
    "R39",
    Severity.WARNING,
    title=_("No security measures"),
    article=_("Art. 30(1)(g), 32(1)"),
    sources=(GDPR,),
    condition=_("No security measure is stated; an empty row states none."),
    message=_("It is not stated how the data are protected."),
    advice=_("Choose the measures in general terms, such as access control and training. Details belong elsewhere."),
    for_processors=True,
)
def no_security_measures(case: Case) -> Places:
    if not any(map(says_something, case.activity.security_measures)):
        yield Place("security_measures")


@rule(
    "R34",
    Severity.ERROR,
    title=_("No impact assessment"),
    article=_("Art. 35(1), 35(4)"),
    sources=(GDPR, IMY_ASSESSMENTS),
    condition=_(
        "At least two risk criteria hold, and there is neither a finished impact assessment nor a reason why none is needed."
    ),
    message=_("Two or more risk criteria hold, but the impact assessment is not done: {names}."),
    advice=_("Carry out the impact assessment before you go on. If it is not needed, write down why."),
    in_law_enforcement=False,
)
def no_impact_assessment(case: Case) -> Places:
    activity = case.activity
    met = [x for x in DpiaCriterion if x in activity.dpia_criteria]
    if len(met) < ENOUGH or activity.dpia_status is DpiaStatus.DONE:
        return
    names = tuple(x.label for x in met)
    if activity.dpia_status is not DpiaStatus.NOT_NEEDED:
        yield Place("dpia_status", names=names)
    elif not activity.dpia_justification:
        yield Place("dpia_justification", names=names)
