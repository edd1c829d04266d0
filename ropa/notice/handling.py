"""How the data are handled, and what a machine decides (GDPR Art. 13(2)(f), 22)."""

from django.utils.translation import gettext_lazy as _

from ..record import AutomatedDecision, ProcessingActivity, Said
from ..vocabulary import AutomationKind, Statement
from ..wording import ours, told
from . import details
from .blocks import Blocks, Items, entries, lead, listing, paragraph, supports, withheld
from .values import Block, Item


def handling(activity: ProcessingActivity) -> Blocks:
    """Tell where the data are kept and who inside works with them."""
    places = lead(activity, _("The data are kept here:"), _("The data are kept here, for example:"))
    people = ours(_("These people with us work with the data:"))
    return (
        *listing(places, entries(activity, activity.carriers, "system", details.carrier)),
        *listing(people, entries(activity, activity.internal_access, "who", details.access)),
        *monitoring(activity),
        *withheld(activity, "carriers", "internal_access", "monitoring_technology", "security_measures"),
    )


def monitoring(activity: ProcessingActivity) -> Blocks:
    """Tell whether technology watches, measures or locates, and the consent it takes."""
    answers = {
        True: _("We use technology that can watch, measure or show where somebody is."),
        False: _("We do not use technology that watches, measures or shows where somebody is."),
    }
    used, consent = activity.monitoring_technology, activity.monitoring_consent
    asked = told(_("How consent to the technology is given: {text}."), text=consent) if consent else None
    return (
        *paragraph(ours(answers[used]) if used is not None else None),
        *paragraph(asked),
        *withheld(activity, "monitoring_consent"),
    )


def automation(activity: ProcessingActivity) -> Blocks:
    """Tell of automated decisions and profiling, or that there are none."""
    rows = tuple(block for row in activity.automated_decisions for block in _decision(activity, row))
    answers = {
        Statement.NEVER: _("No. We make no automated decisions and no profiles of you."),
        Statement.OCCURS: _("Yes."),
    }
    answer = ours(answers[activity.automation]) if activity.automation else None
    hidden = withheld(activity, "automation", "automated_decisions")
    vague = activity.automation is Statement.OCCURS and not rows and not hidden
    unstated = ours(_("How it works is not stated yet.")) if vague else None
    return (*paragraph(answer), *rows, *paragraph(unstated), *hidden)


_KINDS = {
    AutomationKind.DECISION: _("A computer makes a decision without a person taking part."),
    AutomationKind.PROFILING: _("A computer judges or predicts things about you (profiling)."),
    None: _("Something is decided or judged by a computer."),
}


def _decision(activity: ProcessingActivity, row: AutomatedDecision) -> Blocks:
    return (Block(text=ours(_KINDS[row.kind]), items=decision_items(activity, row)),)


def decision_items(activity: ProcessingActivity, row: AutomatedDecision) -> Items:
    """Return what is stated about an automated decision, line by line."""
    lines: list[Said] = [
        *details.labelled(_("What it is about: {value}"), row.what),
        *details.labelled(_("How it works: {value}"), row.logic),
        *details.labelled(_("What it means for you: {value}"), row.consequences),
        *details.labelled(_("How to get a person to look at it: {value}"), row.review),
    ]
    return (*(Item(text=line) for line in lines), *supports(activity, row.key))
