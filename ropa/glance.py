"""A notice in short: one line each on who, why, what allows it, how long, to whom and whether abroad.

Read from the record when a page is shown; the frozen notice below it says the whole.
Pure. Each line leads to the section that answers in full.
"""

from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, override

from . import retention
from .notice import Block, details
from .notice.sharing import third_country
from .record import ProcessingActivity, Said, Value
from .vocabulary import LegalBasis, Occurrence, OrganisationRole, PurposeRank, RetentionAction, Statement
from .wording import NOT_STATED_YET, Template, Words, ours, told, upper_first

NAMED = 3
"""So many names are told, or one more; of further ones only how many they are."""


Texts = tuple[Said, ...]
Answer = Callable[[ProcessingActivity], Texts]


class Glance(Value):
    """One line of the box."""

    code: str
    """Of the section that says more."""
    label: str
    blocks: tuple[Block, ...]
    """What there is to say, each a line or so."""
    stated: bool
    """False where the words stand for an answer that is not there."""


def glance(activity: ProcessingActivity, language: str) -> tuple[Glance, ...]:
    """Return the lines in `language`. The record must be cut to its audience already (`record.view`)."""
    with override(language):
        return tuple(_line(activity, *question) for question in QUESTIONS)


def _line(
    activity: ProcessingActivity,
    code: str,
    label: Template,
    fields: Sequence[str],
    answer: Answer,
) -> Glance:
    texts = answer(activity)
    absent = _("Not shown") if activity.withheld_in(*fields) else NOT_STATED_YET
    blocks = tuple(Block(text=text) for text in texts or (ours(absent),))
    return Glance(code=code, label=str(label), blocks=blocks, stated=bool(texts))


def _who(activity: ProcessingActivity) -> Texts:
    if activity.role is OrganisationRole.PROCESSOR:
        return _each(row.name for row in activity.on_behalf_of if row.name)
    return _each(x.name for x in (activity.controller, *activity.joint_controllers) if x and x.name)


def _why(activity: ProcessingActivity) -> Texts:
    rows = [x for x in activity.purposes if x.rank is not PurposeRank.SECONDARY] or activity.purposes
    return _each([name for row in rows if (name := row.category or row.text)])


_IN_SHORT = {
    LegalBasis.CONSENT: _("You have said yes (consent)"),
    LegalBasis.CONTRACT: _("A contract with you (contract)"),
    LegalBasis.LEGAL_OBLIGATION: _("A law requires it (legal obligation)"),
    LegalBasis.VITAL_INTERESTS: _("To protect somebody's life (vital interests)"),
    LegalBasis.PUBLIC_INTEREST: _("A task that is good for society (public interest)"),
    LegalBasis.OFFICIAL_AUTHORITY: _("The law lets us decide in your matter (official authority)"),
    LegalBasis.LEGITIMATE_INTERESTS: _("Our need weighs more (legitimate interests)"),
}


def _allowed_by(activity: ProcessingActivity) -> Texts:
    return tuple(ours(_IN_SHORT[basis]) for basis in dict.fromkeys(x.basis for x in activity.legal_bases) if basis)


def _how_long(activity: ProcessingActivity) -> Texts:
    """Return the shortest and the longest period that rules state, and whether something is kept for ever."""
    rules = activity.retention_rules
    if not rules:
        return (ours(_("No fixed time")),) if activity.no_retention_reason else ()
    kept = [x for x in rules if x.action is RetentionAction.PRESERVE]
    if len(kept) == len(rules):
        return (ours(_("For ever")),)
    return (_span({x.period for x in rules}), *([ours(_("Some of it for ever"))] if kept else []))


def _span(periods: Iterable[str]) -> Said:
    """Return "Five years", "From three months to five years", or that no time is fixed."""
    lengths = sorted((x for x in periods if any(retention.parse_period(x))), key=_days)
    if not lengths:
        return ours(_("No fixed time, but there are rules"))
    shortest, longest = retention.spoken_period(lengths[0]), retention.spoken_period(lengths[-1])
    if shortest == longest:
        return ours("{time}", time=upper_first(longest))
    return ours(_("From {shortest} to {longest}, depending on the document"), shortest=shortest, longest=longest)


def _days(period: str) -> float:
    length = retention.parse_period(period)
    return length.years * 365.25 + length.months * 30.4 + length.weeks * 7 + length.days


def _to_whom(activity: ProcessingActivity) -> Texts:
    rows = [x for x in activity.recipients if x.occurrence is not Occurrence.NEVER and x.category]
    if not rows and activity.disclosure is Statement.NEVER:
        return (ours(_("Nobody outside our own work")),)
    return _each([x.category for x in rows if x.category])


def _abroad(activity: ProcessingActivity) -> Texts:
    places = _each([place for row in activity.transfers if (place := details.destination(row))])
    stated = third_country(activity)
    return (ours(_("Yes, to:")), *places) if places else (stated,) if stated else ()


def _each(names: Iterable[Words]) -> Texts:
    """Return the first names, each once and in its own language, and how many more there are."""
    found = list(dict.fromkeys(names))
    shown = found if len(found) <= NAMED + 1 else found[:NAMED]
    more = len(found) - len(shown)
    count = [ours(ngettext("{n} more", "{n} more", more), n=str(more))] if more else []
    return (*(told("{name}", name=(name,)) for name in shown), *count)


Question = tuple[str, Template, tuple[str, ...], Answer]

QUESTIONS: tuple[Question, ...] = (
    ("controller", _("Who is responsible"), ("controller", "on_behalf_of"), _who),
    ("purposes", _("Why"), ("purposes",), _why),
    ("legal-basis", _("What allows it"), ("legal_bases",), _allowed_by),
    ("retention", _("How long"), ("retention_rules", "no_retention_reason"), _how_long),
    ("recipients", _("Who else gets the data"), ("recipients", "disclosure"), _to_whom),
    ("transfers", _("Outside the EU/EEA"), ("transfers", "third_country"), _abroad),
)
"""Section, label, the fields that may be withheld, and the function that answers."""
