"""A notice in short: one line each on who, why, what allows it, how long, to whom and whether abroad.

Read from the record when a page is shown; the frozen notice below it says the whole. No line says
more than that, or more surely. Pure. Each line leads to the section that answers in full.
"""

from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, override, pgettext_lazy

from . import flow, retention
from .flow import Station, Stop
from .notice import Block
from .notice.sharing import third_country
from .record import (
    Controller,
    JointController,
    OnBehalfOf,
    ProcessingActivity,
    RetentionRule,
    Said,
    Value,
)
from .vocabulary import LegalBasis, OrganisationRole, PurposeRank, RetentionAction, Selection
from .wording import NOT_STATED_YET, Template, Words, ours, told, upper_first

NAMED = 3
"""So many names are told, or one more; of further ones only how many they are."""

Stops = tuple[Stop, ...]
Answer = Callable[[ProcessingActivity], Stops]


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


def _line(activity: ProcessingActivity, code: str, label: Template, fields: Sequence[str], answer: Answer) -> Glance:
    found = answer(activity)
    stops = (*found, *flow.rest(activity, found, *fields))
    blocks = tuple(Block(text=stop.name) for stop in stops)
    return Glance(code=code, label=str(label), blocks=blocks, stated=any(not stop.unstated for stop in stops))


def _who(activity: ProcessingActivity) -> Stops:
    """Return who answers. Others who share the responsibility are no answer where that one is not stated."""
    first = _first(activity)
    joint = _names(activity.joint_controllers)
    if not joint and activity.role is OrganisationRole.JOINT_CONTROLLER:
        joint = [None]
    if not joint:
        return first
    if not first and not flow.hidden(activity, *_ANSWERING):
        first = (_gap(),)
    gap = all(stop.unstated for stop in first)
    others = (Stop(name=ours(_("Together with:"))), *_each(joint))
    return (*first, *(x.model_copy(update={"unstated": gap or x.unstated}) for x in others))


_ANSWERING = ("controller", "joint_controllers", "on_behalf_of")


def _first(activity: ProcessingActivity) -> Stops:
    if activity.role is OrganisationRole.PROCESSOR:
        return _each(_names(activity.on_behalf_of))
    return _each(_names([activity.controller] if activity.controller else []))


def _names(rows: Iterable[Controller | JointController | OnBehalfOf]) -> list[Words | None]:
    return [row.name or None for row in rows]


def _why(activity: ProcessingActivity) -> Stops:
    first = [x for x in activity.purposes if x.rank is not PurposeRank.SECONDARY]
    names = _each([x.category or x.text or None for x in first or activity.purposes])
    further = Stop(name=ours(_("The data may also be used for this:")))
    return names if first or not names else (further, *names)


_IN_SHORT = {
    LegalBasis.CONSENT: _("You have said yes (consent)"),
    LegalBasis.CONTRACT: _("A contract with you (contract)"),
    LegalBasis.LEGAL_OBLIGATION: _("A law requires it (legal obligation)"),
    LegalBasis.VITAL_INTERESTS: _("To protect somebody's life (vital interests)"),
    LegalBasis.PUBLIC_INTEREST: _("A task that is good for society (public interest)"),
    LegalBasis.OFFICIAL_AUTHORITY: _("The law lets us decide in your matter (official authority)"),
    LegalBasis.LEGITIMATE_INTERESTS: _("Our need weighs more (legitimate interests)"),
}


def _allowed_by(activity: ProcessingActivity) -> Stops:
    """Return each basis once, and whether it holds for some of the purposes only."""
    bases = dict.fromkeys(x.basis for x in activity.legal_bases)
    return tuple(_allowed(activity, basis) if basis else _gap() for basis in bases)


def _allowed(activity: ProcessingActivity, basis: LegalBasis) -> Stop:
    rows = [x for x in activity.legal_bases if x.basis is basis]
    reached = {key for x in rows for key in x.purposes}
    whole = not all(x.purposes for x in rows) or reached >= {x.key for x in activity.purposes}
    return Stop(name=ours("{basis}" if whole else _("{basis}, for some of it"), basis=str(_IN_SHORT[basis])))


# --- how long ---------------------------------------------------------------------------------------------------------

_FATES = {
    "event": (_("No fixed time, but there are rules"), _("Some of it has no fixed time")),
    "once": (_("Not kept"), _("Some of it is not kept")),
    RetentionAction.PRESERVE: (_("For ever"), _("Some of it for ever")),
    RetentionAction.DELIVER: (_("Handed over to the municipal archive"), _("Some of it goes to the municipal archive")),
    RetentionAction.HAND_OVER: (
        _("Handed over to the board that decides"),
        _("Some of it goes to the board that decides"),
    ),
    RetentionAction.ASSESS: (_("Assessed case by case"), _("Some of it is assessed case by case")),
    "when": (_("The time is not stated"), _("Of some of it the time is not stated")),
    "what": (_("What happens to the data is not stated"), _("What happens to some of it is not stated")),
}
"""What rules tell beside a period after which data are gone -> its words where it is all they tell, and where not."""

_UNSTATED = ("when", "what")

_ENDS = (RetentionAction.DISPOSE, RetentionAction.ANONYMISE)
"""What happens when data are no longer kept. To move them elsewhere is no end."""


def _how_long(activity: ProcessingActivity) -> Stops:
    """Return the shortest and the longest period after which data are gone, and what else rules tell."""
    rules = activity.retention_rules
    open_ = bool(activity.no_retention_reason)
    if not rules:
        return (Stop(name=ours(_("No fixed time"))),) if open_ else ()
    ended = [rule for rule in rules if _period(rule)]
    fates = {fate for rule in rules for fate in _fates(rule)} | ({"event"} if open_ else set())
    whole = len(fates) == 1 and not ended and any(map(_about_all, rules))
    told_ = (Stop(name=ours(_FATES[x][0 if whole else 1]), unstated=x in _UNSTATED) for x in _FATES if x in fates)
    drawn_out = any(rule.period_end for rule in ended)
    return (
        *([Stop(name=_span(ended))] if ended else []),
        *([Stop(name=ours(_("At most to the end of a calendar year after that")))] if drawn_out else []),
        *told_,
    )


def _period(rule: RetentionRule) -> str:
    """Return the period after which data are gone under a rule, or ""."""
    return rule.period if rule.action in _ENDS and any(retention.parse_period(rule.period)) else ""


def _fates(rule: RetentionRule) -> list[str]:
    """Return what a rule tells where it gives no such period."""
    if rule.action is None:
        return ["what"]
    timed = rule.period or rule.period_end or rule.trigger
    unsaid = [] if timed or rule.action is RetentionAction.PRESERVE else ["when"]
    if rule.action not in _ENDS:
        return [rule.action, *unsaid]
    at_once = rule.period and not rule.trigger
    return unsaid or ([] if _period(rule) else ["once" if at_once else "event"])


_LIMITS = (
    *("documents", "personal_data", "data_subjects", "carriers", "medium", "selection_note", "birth_days"),
    *("condition", "exception", "stage", "as_a_rule"),
)
"""What, where a rule states it, lets it hold for some of the data or some of the time only."""


def _about_all(rule: RetentionRule) -> bool:
    """Return whether a rule is about all data, always."""
    return rule.selection in (None, Selection.ALL) and not any(getattr(rule, name) for name in _LIMITS)


def _span(rules: Sequence[RetentionRule]) -> Said:
    """Return "Five years", "Five years for some of it" or "From three months to five years"."""
    lengths = sorted((rule.period for rule in rules), key=_days)
    shortest, longest = retention.spoken_period(lengths[0]), retention.spoken_period(lengths[-1])
    if shortest != longest:
        return ours(_("From {shortest} to {longest}, depending on the document"), shortest=shortest, longest=longest)
    some = "{time}" if any(map(_about_all, rules)) else _("{time} for some of it")
    return ours(some, time=upper_first(longest))


def _days(period: str) -> float:
    length = retention.parse_period(period)
    return length.years * 365.25 + length.months * 30.4 + length.weeks * 7 + length.days


# --- to whom and where ------------------------------------------------------------------------------------------------


def _to_whom(activity: ProcessingActivity) -> Stops:
    return _of(flow.recipients(activity))


def _abroad(activity: ProcessingActivity) -> Stops:
    found = flow.transfers(activity)
    if found is None:
        said = third_country(activity)
        return (Stop(name=said),) if said else ()
    yes = not found.never and any(not stop.unstated for stop in found.stops)
    return (*([Stop(name=ours(_("Yes, to:")))] if yes else []), *_of(found))


def _of(station: Station) -> Stops:
    """Return what a box of the picture says, but of many names only the first."""
    names = [_marked(stop) for stop in station.stops if not stop.unstated]
    gaps = [_marked(stop) for stop in station.stops if stop.unstated]
    return (*([Stop(name=station.lead)] if station.lead else []), *_few(names), *gaps)


def _marked(stop: Stop) -> Stop:
    name = told(_("{name} (at times)"), name=stop.name) if stop.sometimes else stop.name
    return stop.model_copy(update={"name": name})


def _each(names: Iterable[Words | None]) -> Stops:
    """Return the first names, each once and in its own language, and how many more there are; None is a gap."""
    return _few([Stop(name=told("{name}", name=(name,))) if name else _gap() for name in dict.fromkeys(names)])


def _gap() -> Stop:
    return Stop(name=ours(NOT_STATED_YET), unstated=True)


def _few(found: Sequence[Stop]) -> Stops:
    shown = found if len(found) <= NAMED + 1 else found[:NAMED]
    more = len(found) - len(shown)
    count = [ours(ngettext("{n} more", "{n} more", more), n=str(more))] if more else []
    return (*shown, *(Stop(name=x) for x in count))


Question = tuple[str, Template, tuple[str, ...], Answer]

QUESTIONS: tuple[Question, ...] = (
    ("controller", _("Who is responsible"), _ANSWERING, _who),
    ("purposes", _("Why"), ("purposes",), _why),
    ("legal-basis", pgettext_lazy("in short", "What allows it"), ("legal_bases", "provisions"), _allowed_by),
    ("retention", _("How long"), ("retention_rules", "no_retention_reason"), _how_long),
    ("recipients", _("Who else gets the data"), (), _to_whom),
    ("transfers", _("Outside the EU/EEA"), (), _abroad),
)
"""Section, label, the fields that may be withheld, and the function that answers; boxes of the picture say that already."""
