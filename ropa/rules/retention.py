"""How long, and what happens then (Art. 30(1)(f), 13(2)(a), 5(1)(e); the Archives Act)."""

import re
from collections.abc import Iterator
from uuid import UUID

from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..record import ProcessingActivity, RetentionRule, Text, replace
from ..retention import CONTRADICTORY, Kind, parse_period, problems, support
from ..vocabulary import RetentionAction, Sector, Selection, Severity
from ..wording import Template, Words
from .base import Case, Place, Places, rule, says_something
from .sources import ARCHIVES_ACT, GDPR, LSS, SOCIAL_SERVICES_ACT, SOCIAL_SERVICES_ORDINANCE

DISPOSE = RetentionAction.DISPOSE

ALL_DOCUMENTS = _("all documents")


@rule(
    "R26",
    Severity.ERROR,
    title=_("No retention"),
    article=_("Art. 30(1)(f), 13(2)(a), 5(1)(e)"),
    sources=(GDPR,),
    condition=_("There is no retention rule that says anything, and no reason why no period is set."),
    message=_("It is not stated how long the data are kept, nor what decides it."),
    advice=_(
        "Add a row under “Retention rules”. Where no period can be set, write what decides how long at “Why there is no period”."
    ),
)
def nothing_on_time(case: Case) -> Places:
    if not any(map(says_something, case.activity.retention_rules)) and not case.activity.no_retention_reason:
        yield Place("retention_rules")


@rule(
    "R27",
    Severity.ERROR,
    title=_("Period without a start"),
    article=_("Art. 5(1)(e), 13(2)(a)"),
    sources=(GDPR,),
    condition=_("A retention rule has a period, and nothing that it is counted from."),
    message=_("Nobody can tell when this period ends, since it is not stated what it is counted from: {names}."),
    advice=_("Choose the event that the period is counted from, such as the last entry in the file."),
)
def period_without_start(case: Case) -> Places:
    return _places(case.activity, {Kind.TRIGGER})


@rule(
    "R44",
    Severity.ERROR,
    title=_("Retention rules contradict"),
    article=_("Art. 5(1)(a), 5(1)(e), 13(2)(a)"),
    sources=(GDPR,),
    condition=_(
        "Two retention rules about the same documents, data, persons, medium and stage cannot both hold, or one rule says two things at once."
    ),
    message=_("The retention rules contradict each other: {names}."),
    advice=_(
        "Change one of the rules, or say what sets them apart: other documents, another medium, a selection, a condition or a stage."
    ),
)
def rules_contradict(case: Case) -> Places:
    return _places(case.activity, CONTRADICTORY)


@rule(
    "R45",
    Severity.WARNING,
    title=_("Retention rule incomplete"),
    article=_("Art. 5(1)(e), 13(2)(a)"),
    sources=(GDPR,),
    condition=_("A retention rule cannot be followed as it stands: action, time, days or selection are missing."),
    message=_("A retention rule cannot be followed as it stands: {names}."),
    advice=_("Add what is missing, so that residents and archivists can tell what happens and when."),
)
def rules_are_incomplete(case: Case) -> Places:
    return _places(case.activity, set(Kind) - CONTRADICTORY - {Kind.TRIGGER})


WRONG: dict[Kind, Template] = {
    Kind.CONTRADICTION: _("another rule about the same things says otherwise"),
    Kind.ORDER: _("documents are to be destroyed before something else is done with them"),
    Kind.PRESERVED_FOR_A_TIME: _("documents are to be kept for ever and for a period"),
    Kind.DAYS_OF_NO_SELECTION: _("days of the month are given, but the rule is not about a selection by birth day"),
    Kind.ACTION: _("it is not stated what happens"),
    Kind.TIME: _("it is not stated when it happens"),
    Kind.END_WITHOUT_PERIOD: _("an end of the calendar year is stated, but neither a period nor an event"),
    Kind.SELECTION_WITHOUT_DAYS: _("it is not stated which birth days the selection is about"),
    Kind.SELECTION_WITHOUT_NOTE: _("it is not described whom the selection is about"),
    Kind.BIRTH_DAYS_LEFT_OUT: _("nothing is said of persons born on the other days of the month"),
}
"""What is wrong -> the words for it. A period without a start has a rule of its own."""


_numbered = lazy(lambda number: gettext("rule {number}").format(number=number), str)


def _places(activity: ProcessingActivity, kinds: frozenset[Kind] | set[Kind]) -> Iterator[Place]:
    """Yield each thing that is wrong once, with all rules that it is between."""
    others: dict[tuple[Kind, UUID, str], list[UUID]] = {}
    for found in problems(activity):
        if found.kind in kinds:
            others.setdefault(found[:3], []).extend([found.other] if found.other else [])
    for (kind, key, column), between in others.items():
        names = (_name(kind, key, activity), *_named(between, activity))
        yield Place("retention_rules", key, column, names)


def _name(kind: Kind, key: UUID, activity: ProcessingActivity) -> Words | Template:
    row = next(x for x in activity.retention_rules if x.key == key)
    return WRONG.get(kind) or row.documents or ALL_DOCUMENTS


def _named(keys: list[UUID], activity: ProcessingActivity) -> Iterator[Words | Template]:
    """Yield what tells other rules apart: their number in the list, and their documents where they state any."""
    for number, row in enumerate(activity.retention_rules, 1):
        if row.key in keys:
            yield _numbered(number)
            yield from [row.documents] if row.documents else []


@rule(
    "R28",
    Severity.WARNING,
    title=_("Disposal without support"),
    article=_("Archives Act (1990:782), s. 10"),
    sources=(ARCHIVES_ACT,),
    condition=_(
        "Documents are destroyed, and neither a provision, a plan nor a decision is stated for it. Published advice is none, wherever it stands."
    ),
    message=_("It is not stated what allows these documents to be destroyed: {names}."),
    advice=_(
        "State the plan or the board's decision here, or add the provision under “Legal provisions” and choose this rule at “Supports”. Published advice is only advice: check whether the board has decided to apply it."
    ),
)
def disposal_without_support(case: Case) -> Places:
    activity = case.activity
    for row in activity.retention_rules:
        if row.action is DISPOSE and not support(activity, _without_advice(row)):
            column = "advice" if row.advice else "plan"
            yield Place("retention_rules", row.key, column, (row.documents or ALL_DOCUMENTS,))


_ADVICE = re.compile(r"gallringsråd", re.IGNORECASE)
_ADOPTED = re.compile(r"plan|beslut|nämnd|styrelse|fullmäktige", re.IGNORECASE)


def _without_advice(row: RetentionRule) -> RetentionRule:
    """Return the rule without a plan or body that is nothing but published advice."""
    empty: dict[str, Text | str] = {}
    if _is_advice(row.plan.sv):
        empty |= {"plan": Text(), "plan_section": ""}
    if _is_advice(row.decision_body):
        empty["decision_body"] = ""
    if _is_advice(row.decision_reference):
        empty["decision_reference"] = ""
    return replace(row, **empty) if empty else row


def _is_advice(words: str) -> bool:
    return bool(_ADVICE.search(words)) and not _ADOPTED.search(words)


# --- social services --------------------------------------------------------------------------------------------------

KEEPS_EVERYTHING = frozenset({"05", "09", "22"})
"""County codes of Östergötland, Gotland and Västernorrland (Socialtjänstförordningen 2025:468, 13 kap. 1 §)."""

GOTHENBURG = "212000-1355"
"""Organisation number of the one municipality outside them that keeps everything."""

RESEARCH_DAYS = frozenset({5, 15, 25})
"""Birth days of those whose files are kept elsewhere (same place)."""

FILES = re.compile(r"\b(?:person)?akt(?:en|er|erna)?\b", re.IGNORECASE)
NEVER_DESTROYED = re.compile(r"faderskap|adoption|placer", re.IGNORECASE)


@rule(
    "R29",
    Severity.WARNING,
    title=_("Personal files in social services"),
    article=_(
        "Social Services Act (2025:400), ch. 16; Social Services Ordinance (2025:468), ch. 13 s. 1; LSS (1993:387), s. 21 c–d"
    ),
    sources=(SOCIAL_SERVICES_ACT, SOCIAL_SERVICES_ORDINANCE, LSS),
    condition=_(
        "In social services or LSS, personal files are destroyed at another time than five years after the last entry, or an exception is not stated: the selection for research, or paternity, adoption and placing of children."
    ),
    message=_("Check the disposal of personal files against the law: {names}."),
    advice=_(
        "Check whether the file is to be kept five years after the last entry, whose files are kept for research in your municipality, and which documents are never destroyed."
    ),
)
def personal_files(case: Case) -> Places:
    activity = case.activity
    if activity.sector not in {Sector.SOCIAL_SERVICES, Sector.DISABILITY_SERVICES}:
        return
    rows = [x for x in activity.retention_rules if x.action is DISPOSE and _is_file(x)]
    for row in rows:
        yield from (Place("retention_rules", row.key, column, (name,)) for column, name in _doubts(row, activity))


def _doubts(row: RetentionRule, activity: ProcessingActivity) -> Iterator[tuple[str, Template]]:
    if _keeps_everything(activity):
        yield "action", _("whether all files are kept for research in your municipality")
        return
    if not _is_five_years(row):
        yield "period", _("whether they are kept for five years after the last entry")
    if not any(_is_research(x) for x in activity.retention_rules):
        yield "selection", _("whether files of persons born on the 5th, 15th and 25th are kept for research")
    if not row.as_a_rule and not any(_spares_children(x) for x in activity.retention_rules):
        yield "exception", _("whether documents on paternity, adoption and placing of children are kept")


def _is_file(row: RetentionRule) -> bool:
    """Return whether the rule is about personal files: it names them, or counts from their last entry, or is about all."""
    everything = not (row.documents or row.personal_data or row.carriers or row.medium)
    return everything or bool(FILES.search(row.documents.sv)) or _counts_from_last_entry(row)


def _counts_from_last_entry(row: RetentionRule) -> bool:
    trigger = row.trigger
    return trigger is not None and "anteckning" in f"{trigger.code} {trigger.said('sv')}".casefold()


def _is_five_years(row: RetentionRule) -> bool:
    length = parse_period(row.period)
    return (length.years * 12 + length.months, *length[2:]) == (60, 0, 0) and _counts_from_last_entry(row)


def _is_research(row: RetentionRule) -> bool:
    chosen = row.selection is Selection.BIRTH_DAYS and set(row.birth_days) >= RESEARCH_DAYS
    return chosen and row.action is RetentionAction.PRESERVE


def _spares_children(row: RetentionRule) -> bool:
    kept = row.documents.sv if row.action is RetentionAction.PRESERVE else ""
    return bool(NEVER_DESTROYED.search(f"{row.exception.sv} {kept}"))


def _keeps_everything(activity: ProcessingActivity) -> bool:
    home = activity.organisation
    return home is not None and (home.county in KEEPS_EVERYTHING or home.organisation_number == GOTHENBURG)
