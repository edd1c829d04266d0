"""About whom, and what (Art. 30(1)(c), 9, 10, 87)."""

import re

from django.utils.translation import gettext_lazy as _

from ..record import DataSubject, LegalProvision, PersonalData, PersonalDataCategory, ProcessingActivity
from ..vocabulary import DataLevel, Occurrence, Severity
from .base import Case, Place, Places, rule
from .laws import DATA_PROTECTION, SOCIAL_SERVICES_DATA, cites, names_law
from .sources import DATA_PROTECTION_ACT, GDPR, INFERRED_DATA, SOCIAL_SERVICES_DATA_ACT

_IDENTITY_NUMBER = re.compile(r"personnummer|personnr|samordningsnummer", re.IGNORECASE)


@rule(
    "R05",
    Severity.ERROR,
    title=_("No data subjects"),
    article=_("Art. 30(1)(c)"),
    sources=(GDPR,),
    condition=_("No group of persons is stated."),
    message=_("It is not stated whom the data are about."),
    advice=_("Add each group of persons, such as applicants, relatives or employees."),
)
def no_data_subjects(case: Case) -> Places:
    if not any(map(_occurs, case.activity.data_subjects)):
        yield Place("data_subjects")


@rule(
    "R06",
    Severity.ERROR,
    title=_("No kinds of data"),
    article=_("Art. 30(1)(c)"),
    sources=(GDPR,),
    condition=_("No kind of personal data is stated, or a row is described in words only, without a kind."),
    message=_("It is not stated which kinds of data are processed: {names}."),
    advice=_("Add each kind of data, such as name, contact details or health."),
)
def no_personal_data(case: Case) -> Places:
    rows = [x for x in case.activity.personal_data if _occurs(x)]
    if not rows:
        yield Place("personal_data", names=(_("all of them"),))
    for row in rows:
        if row.category is None:
            yield Place("personal_data", row.key, "category", (row.note,))


@rule(
    "R15",
    Severity.ERROR,
    title=_("Special category without condition"),
    article=_("Art. 9(1)–(2)"),
    sources=(GDPR,),
    condition=_("There is a special category of data that no condition of Article 9(2) covers."),
    message=_("It is not stated what allows you to process this special category of data: {names}."),
    advice=_(
        "Choose what in Article 9(2) applies under “Conditions for special categories”. Points b, g, h, i and j need a law too: add it under “Legal provisions”, and choose the exception at “Supports”. If nothing applies, stop processing the data."
    ),
    in_law_enforcement=False,
)
def special_category_without_condition(case: Case) -> Places:
    conditions = [x for x in case.activity.special_category_bases if x.condition]
    for row, category in _kinds(case.activity):
        covered = any(not x.personal_data or row.key in x.personal_data for x in conditions)
        if category.level is DataLevel.SPECIAL_CATEGORY and not covered:
            yield Place("personal_data", row.key, "category", (category,))


@rule(
    "R16",
    Severity.ERROR,
    title=_("Condition without a law"),
    article=_("Art. 9(2); Data Protection Act (2018:218), ch. 3 s. 2–3 and 5–7; the law of the sector"),
    sources=(GDPR, DATA_PROTECTION_ACT),
    condition=_("Point b, g, h, i or j of Article 9(2) is chosen, and no provision in law is attached to the choice."),
    message=_("This exception for special categories needs a provision in law, and none is attached to it: {names}."),
    advice=_("Add the act under “Legal provisions”, with chapter and section, and choose the exception at “Supports”."),
    in_law_enforcement=False,
)
def condition_without_law(case: Case) -> Places:
    activity = case.activity
    for row in activity.special_category_bases:
        support = activity.provisions_of(row.key)
        if row.condition and row.condition.needs_national_law and not any(map(names_law, support)):
            yield Place("special_category_bases", row.key, "condition", (row.condition.label,))


@rule(
    "R17",
    Severity.WARNING,
    title=_("Condition without special data"),
    article=_("Art. 5(1)(c), 9(2)"),
    sources=(GDPR,),
    condition=_(
        "A condition of Article 9(2) is chosen, and it covers no data that are or may be of a special category."
    ),
    message=_("An exception for special categories is chosen, but no such data are listed under it: {names}."),
    advice=_(
        "Add the special category of data under “Kinds of personal data” if you process it. Otherwise remove the exception."
    ),
    in_law_enforcement=False,
)
def condition_without_special_category(case: Case) -> Places:
    special = {row.key for row, category in _kinds(case.activity) if _may_be_special(category)}
    for row in case.activity.special_category_bases:
        if row.condition and not (special & set(row.personal_data) if row.personal_data else special):
            yield Place("special_category_bases", row.key, "condition", (row.condition.label,))


@rule(
    "R18",
    Severity.WARNING,
    title=_("Data that may reveal more"),
    article=_("Art. 9(1); CJEU C-184/20"),
    sources=(GDPR, INFERRED_DATA),
    condition=_("Data may indirectly reveal a special category, and no position on Article 9 is taken."),
    message=_("These data can indirectly reveal health, belief, origin or the like: {names}."),
    advice=_(
        "Check whether Article 9 applies to them here, and write what you concluded: what they can reveal, and how you avoid or protect it."
    ),
    in_law_enforcement=False,
)
def indirect_without_position(case: Case) -> Places:
    activity = case.activity
    covered = {key for x in activity.special_category_bases if x.condition for key in x.personal_data}
    left = {x: None for row, x in _kinds(activity) if x.may_reveal and row.key not in covered}
    if left and not activity.indirect_special_position:
        yield Place("indirect_special_position", names=tuple(left))


@rule(
    "R19",
    Severity.ERROR,
    title=_("Offences without support"),
    article=_("Art. 10; Data Protection Act (2018:218), ch. 3 s. 8; Act (2001:454), s. 7"),
    sources=(GDPR, DATA_PROTECTION_ACT, SOCIAL_SERVICES_DATA_ACT),
    condition=_("There are data on criminal offences, and nothing is stated that allows it."),
    message=_("It is not stated what allows you to process data on offences: {names}."),
    advice=_(
        "State the support, and why you need the data. A public authority can look at chapter 3, section 8 of the Data Protection Act, social services at section 7 of their data act."
    ),
    in_law_enforcement=False,
)
def offences_without_support(case: Case) -> Places:
    activity = case.activity
    if activity.offence_support or any(map(_allows_offences, activity.provisions)):
        return
    for row, category in _kinds(activity):
        if category.level is DataLevel.OFFENCES and not any(map(names_law, activity.provisions_of(row.key))):
            yield Place("personal_data", row.key, "category", (category,))


@rule(
    "R20",
    Severity.WARNING,
    title=_("Identity number without reason"),
    article=_("Art. 87; Data Protection Act (2018:218), ch. 3 s. 10"),
    sources=(GDPR, DATA_PROTECTION_ACT),
    condition=_("Personal identity numbers are processed, and the reason is not given."),
    message=_("It is not stated why personal identity numbers are needed."),
    advice=_(
        "Give the reason: the purpose clearly calls for it, persons must be identified securely, or another weighty reason. If there is none, use something else."
    ),
    in_law_enforcement=False,
)
def identity_number_without_reason(case: Case) -> Places:
    used = any(_IDENTITY_NUMBER.search(_words(x)) for x in case.activity.personal_data if _occurs(x))
    if used and not case.activity.identity_number_justification:
        yield Place("identity_number_justification")


def _occurs(row: DataSubject | PersonalData) -> bool:
    """Whether a row states something that is there; "never" states that it is not."""
    return bool(row.category or row.note) and row.occurrence is not Occurrence.NEVER


def _words(row: PersonalData) -> str:
    kind = row.category
    return f"{kind.code} {kind.said('sv')} {row.note.sv}" if kind else row.note.sv


def _kinds(activity: ProcessingActivity) -> list[tuple[PersonalData, PersonalDataCategory]]:
    return [(x, x.category) for x in activity.personal_data if x.category and x.occurrence is not Occurrence.NEVER]


def _may_be_special(category: PersonalDataCategory) -> bool:
    """Whether a condition may stand for it: a kind whose level nobody assessed may be special."""
    return category.level in {None, DataLevel.SPECIAL_CATEGORY} or bool(category.may_reveal)


def _allows_offences(provision: LegalProvision) -> bool:
    """Whether it is one of the two provisions that allow data on offences, whatever it is attached to."""
    general = cites(provision, DATA_PROTECTION, "8", chapter="3")
    return general or cites(provision, SOCIAL_SERVICES_DATA, "7")
