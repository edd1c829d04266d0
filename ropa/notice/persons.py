"""Which data about whom, and where they come from (GDPR Art. 9, 10, 13(2)(e), 14(1)(d), 14(2)(f))."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _

from ..record import PersonalData, ProcessingActivity, Said, Source, SpecialCategoryBasis
from ..vocabulary import DataLevel, DutyToProvide, NoticeException, Occurrence, SpecialCategoryCondition
from ..wording import NOT_STATED_YET, ours, told
from . import details
from .blocks import Blocks, entries, lead, listing, paragraph, supports, withheld
from .values import Block, Item

_PROTECTED = (DataLevel.SPECIAL_CATEGORY, DataLevel.OFFENCES)


def data(activity: ProcessingActivity) -> Blocks:
    """Tell the kinds of data and whom they are about; what the law protects most stands apart."""
    return (
        *_subjects(activity),
        *_kinds(activity),
        *special(activity),
        *_offences(activity),
        *_identity_number(activity),
        *_never(activity),
        *withheld(activity, "identity_number_justification", "indirect_special_position"),
    )


def occurring(rows: Iterable[PersonalData]) -> list[PersonalData]:
    """Return the kinds of data that are not explicitly left out."""
    return [row for row in rows if row.occurrence is not Occurrence.NEVER]


def of_level(activity: ProcessingActivity, level: DataLevel) -> list[PersonalData]:
    """Return the data that occur and are protected at this level."""
    return [x for x in occurring(activity.personal_data) if x.category and x.category.level is level]


def _subjects(activity: ProcessingActivity) -> Blocks:
    whole, examples = _("The data are about:"), _("The data are about, for example:")
    rows = [x for x in activity.data_subjects if x.occurrence is not Occurrence.NEVER]
    never = [x for x in activity.data_subjects if x.occurrence is Occurrence.NEVER]
    hidden = withheld(activity, "data_subjects")
    blocks = listing(lead(activity, whole, examples), entries(activity, rows, "category", details.occurrence))
    missing = paragraph(ours(_("Whom the data are about is not stated yet."))) if not activity.data_subjects else ()
    return (*(blocks or hidden or missing), *(hidden if blocks else ()), *_not_about(activity, never))


def _not_about(activity: ProcessingActivity, rows: Iterable[object]) -> Blocks:
    return listing(ours(_("The data are never about:")), entries(activity, rows, "category", _except_never))


def _except_never(_activity: ProcessingActivity, row: PersonalData) -> list[Said]:
    return [*details.condition(row), *details.noted(row.note)]


def _kinds(activity: ProcessingActivity) -> Blocks:
    rows = [x for x in occurring(activity.personal_data) if not (x.category and x.category.level in _PROTECTED)]
    hidden = withheld(activity, "personal_data")
    missing = not activity.personal_data and not hidden
    unstated = paragraph(ours(_("Which data we handle is not stated yet."))) if missing else ()
    return (*_plain_kinds(activity, rows), *unstated, *hidden)


def _plain_kinds(activity: ProcessingActivity, rows: Sequence[PersonalData]) -> Blocks:
    """List the kinds of data; whom they all are about is said once."""
    if groups := details.shared_subjects(activity, rows):
        whole, examples = (
            _("We handle these data about {groups}:"),
            _("We handle, for example, these data about {groups}:"),
        )
        text = told(examples if activity.examples_only else whole, groups=groups)
        return listing(text, entries(activity, rows, "category", details.data_alone))
    text = lead(activity, _("We handle these data:"), _("We handle, for example, these data:"))
    return listing(text, entries(activity, rows, "category", details.personal_data))


CONDITIONS = {
    SpecialCategoryCondition.EXPLICIT_CONSENT: _("you have clearly said yes to it"),
    SpecialCategoryCondition.EMPLOYMENT_SOCIAL: _(
        "it is needed for duties and rights in working life or social security"
    ),
    SpecialCategoryCondition.VITAL_INTERESTS: _(
        "it is needed to protect somebody's life, and that person cannot say yes"
    ),
    SpecialCategoryCondition.NOT_FOR_PROFIT: _("a body that does not aim at profit needs it for its own members"),
    SpecialCategoryCondition.MADE_PUBLIC: _("you have made the data public yourself"),
    SpecialCategoryCondition.LEGAL_CLAIMS: _("it is needed in a legal dispute"),
    SpecialCategoryCondition.SUBSTANTIAL_PUBLIC_INTEREST: _("it is needed for something very important to society"),
    SpecialCategoryCondition.HEALTH_SOCIAL_CARE: _("it is needed to give health care or social care"),
    SpecialCategoryCondition.PUBLIC_HEALTH: _("it is needed to protect public health"),
    SpecialCategoryCondition.ARCHIVE_RESEARCH: _("it is needed for archives, research or statistics"),
}
"""What each condition of Art. 9(2) means, as the rest of "The reason: …"."""


def special(activity: ProcessingActivity) -> Blocks:
    """Tell of special categories of data and what lifts the ban on them (Art. 9)."""
    rows = of_level(activity, DataLevel.SPECIAL_CATEGORY)
    text = ours(_("Some data are sensitive and have extra protection in law, such as data about health. We handle:"))
    bases = tuple(block for row in activity.special_category_bases for block in condition(activity, row))
    hidden = withheld(activity, "special_category_bases")
    unstated = paragraph(ours(_("What allows this is not stated yet."))) if rows and not bases and not hidden else ()
    return (*listing(text, entries(activity, rows, "category", details.personal_data)), *bases, *unstated, *hidden)


def condition(activity: ProcessingActivity, row: SpecialCategoryBasis) -> Blocks:
    """Tell what lifts the ban on some sensitive data, and what that rests on."""
    text = ours(NOT_STATED_YET)
    if row.condition:
        letter = row.condition.value[-1]
        reason = str(CONDITIONS[row.condition])
        text = ours(
            _("We may have sensitive data. The reason: {reason} (Article 9(2)({letter}))."),
            reason=reason,
            letter=letter,
        )
    lines = [*details.of_data(activity, row.personal_data), *details.noted(row.motivation)]
    return (Block(text=text, items=(*(Item(text=line) for line in lines), *supports(activity, row.key))),)


def _offences(activity: ProcessingActivity) -> Blocks:
    rows = of_level(activity, DataLevel.OFFENCES)
    support = activity.offence_support
    text = ours(_("We handle data about crimes and convictions:"))
    allowed = paragraph(
        told(_("This allows us to handle data about crimes: {support}."), support=support) if support else None
    )
    hidden = withheld(activity, "offence_support")
    return (*listing(text, entries(activity, rows, "category", details.personal_data)), *allowed, *hidden)


def _identity_number(activity: ProcessingActivity) -> Blocks:
    reason = activity.identity_number_justification
    return paragraph(told(_("Why we need personal identity numbers: {reason}."), reason=reason) if reason else None)


def _never(activity: ProcessingActivity) -> Blocks:
    rows = [x for x in activity.personal_data if x.occurrence is Occurrence.NEVER]
    return listing(ours(_("We never handle:")), entries(activity, rows, "category", _never_about))


def _never_about(activity: ProcessingActivity, row: PersonalData) -> list[Said]:
    return [*_except_never(activity, row), *details.of_subjects(activity, row.data_subjects)]


def sources(activity: ProcessingActivity) -> Blocks:
    """Tell where the data come from: the person, or others (Art. 14(2)(f))."""
    rows = [x for x in activity.sources if x.occurrence is not Occurrence.NEVER]
    you = [x for x in rows if x.category and x.category.from_data_subject]
    others = [x for x in rows if x not in you]
    never = [x for x in activity.sources if x.occurrence is Occurrence.NEVER]
    from_others = lead(activity, _("We get data from others:"), _("We get data from others, for example:"))
    return (
        *_from(activity, ours(_("We get data from you yourself:")), you),
        *_from(activity, from_others, others),
        *_from(activity, ours(_("We never get data from:")), never),
        *exception(activity),
        *withheld(activity, "sources", "notice_exception", "notice_exception_reason"),
    )


def _from(activity: ProcessingActivity, text: Said, rows: Iterable[Source]) -> Blocks:
    return listing(text, entries(activity, rows, "category", _source))


def _source(activity: ProcessingActivity, row: Source) -> list[Said]:
    told_all = details.source(activity, row)
    return [x for x in told_all if x != ours(_("never"))]


_EXCEPTIONS = {
    NoticeException.ALREADY_KNOWN: _("you already have the information"),
    NoticeException.DISPROPORTIONATE: _("it is impossible or would take too much work"),
    NoticeException.LAID_DOWN_BY_LAW: _("the law says that we are to collect or disclose the data"),
    NoticeException.SECRECY: _("the data must be kept secret"),
}


def exception(activity: ProcessingActivity) -> Blocks:
    """Tell why persons are not told each time data come from others (Art. 14(5))."""
    if activity.notice_exception is None:
        return ()
    reason = str(_EXCEPTIONS[activity.notice_exception])
    return paragraph(ours(_("We do not tell you each time, because {reason}."), reason=reason))


_DUTIES = {
    DutyToProvide.STATUTORY: _("Yes. The law says that you must give us the data."),
    DutyToProvide.CONTRACTUAL: _("Yes. The data are required under the contract."),
    DutyToProvide.CONDITION: _("You do not have to, but we need the data to decide or to help you."),
    DutyToProvide.VOLUNTARY: _("No. You choose whether to give us the data."),
}


def duty(activity: ProcessingActivity) -> Blocks:
    """Tell whether data must be given, and what follows if not (Art. 13(2)(e))."""
    answer = ours(_DUTIES[activity.duty_to_provide]) if activity.duty_to_provide else None
    text = activity.duty_consequences
    otherwise = told(_("If you do not give us the data: {text}."), text=text) if text else None
    return (*paragraph(answer), *paragraph(otherwise), *withheld(activity, "duty_to_provide", "duty_consequences"))
