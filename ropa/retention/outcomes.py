"""What happens with whose documents, on which day, on what ground, and what nobody can compute."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, auto
from uuid import UUID

from ..record import LegalProvision, ProcessingActivity, RetentionRule, Text
from ..vocabulary import Medium, RetentionAction
from .dates import Window, window
from .precedence import (
    DESTROYS,
    FATES,
    PRESERVE,
    Reading,
    contradict,
    goes_first,
    is_timed,
    out_of_order,
    readings,
    staged_alike,
)
from .reach import covers, hidden_keys, is_selected, meet


@dataclass(frozen=True, repr=False)
class Facts:
    """What is known of a person and a case. Nothing is assumed of what is not given.

    It has no `repr`: what residents tell of themselves must not stand in a log by accident.
    """

    events: Mapping[str, date] = field(default_factory=dict)
    """Code of a `RetentionTrigger` -> the day it happened."""
    birth_day: int | None = None
    """Day of the month the person was born."""
    medium: Medium | None = None
    """Only rules that can be about this medium; None = all."""
    group: UUID | None = None
    """Only rules that can be about this group of data subjects, by its key; None = all."""


class Open(IntEnum):
    """Why an outcome is not certain, or not whole."""

    ACTION = auto()
    """What happens is not stated."""
    TIME = auto()
    """When it happens is not stated."""
    TRIGGER = auto()
    """What the period is counted from is not stated."""
    EVENT = auto()
    """The day of the event is not given."""
    BIRTH_DAY = auto()
    """The person's birth day is not given."""
    SELECTION = auto()
    """A person must judge who is in the selection."""
    CONDITION = auto()
    """A person must judge whether the condition holds."""
    EXCEPTION = auto()
    """A person must judge whether the exception holds."""
    AS_A_RULE = auto()
    """It holds as a rule, with exceptions that are not stated."""
    BESIDE = auto()
    """Another rule is about the same documents or some of them."""
    KEPT = auto()
    """Another rule may keep what this one destroys."""
    CONTRADICTED = auto()
    """Another rule says what cannot hold beside this one; no day is given."""
    WITHHELD = auto()
    """A part of the rule is not shown; no day is given."""
    BEYOND = auto()
    """The day lies beyond the calendar."""


@dataclass(frozen=True)
class Support:
    """What a rule rests on. Published advice is no support."""

    provisions: tuple[LegalProvision, ...]
    plan: Text
    plan_section: str
    decision_body: str
    decision_date: date | None
    decision_reference: str

    def __bool__(self) -> bool:
        named = any(x.law or x.pinpoint for x in self.provisions)
        return bool(named or self.plan or self.decision_body or self.decision_date or self.decision_reference)


@dataclass(frozen=True)
class Outcome:
    """What one rule comes to. Certain only where `open` is empty."""

    rule: RetentionRule
    """The rule it follows from; it says which documents, data, groups, carriers, medium and stage."""
    action: RetentionAction | None
    earliest: date | None
    """First day it may happen; None = not known, or kept for ever."""
    latest: date | None
    """Last day it must have happened; None = not stated or not known."""
    open: tuple[Open, ...]
    support: Support


def outcomes(activity: ProcessingActivity, facts: Facts | None = None) -> tuple[Outcome, ...]:
    """Return what the rules come to for these facts, in their order; rules about others are left out.

    A rule that another one goes before is left out, too, once it is certain that the other
    is about this person.
    """
    known = facts or Facts()
    found = [x for x in readings(activity) if _may_concern(x, known)]
    left = [x for x in found if not any(_decides(y, x, known) for y in found if y is not x)]
    return tuple(_outcome(x, found, activity, known) for x in left)


def support(activity: ProcessingActivity, rule: RetentionRule) -> Support:
    """Return what a rule rests on: provisions about its row, a plan, a decision."""
    names = ("plan", "plan_section", "decision_body", "decision_date", "decision_reference")
    return Support(activity.provisions_of(rule.key), **{name: getattr(rule, name) for name in names})


def _may_concern(reading: Reading, facts: Facts) -> bool:
    _documents, _data, groups, _carriers, media = reading.reach
    born_otherwise = facts.birth_day is not None and reading.days is not None and facts.birth_day not in reading.days
    other_group = facts.group is not None and groups and facts.group not in groups
    return not (born_otherwise or other_group or (facts.medium is not None and media and facts.medium not in media))


def _decides(one: Reading, other: Reading, facts: Facts) -> bool:
    """Return whether `one` goes first for certain, so that `other` has nothing left to say."""
    certain = _unsure(one, facts) is None and not one.rule.condition
    return certain and goes_first(one, other) and not contradict(one, other)


def _unsure(reading: Reading, facts: Facts) -> Open | None:
    """Return why it is not known whether the rule is about this person."""
    if reading.days is None:
        return Open.SELECTION
    return Open.BIRTH_DAY if is_selected(reading.rule) and facts.birth_day is None else None


def _outcome(reading: Reading, found: Sequence[Reading], activity: ProcessingActivity, facts: Facts) -> Outcome:
    rule = reading.rule
    reasons = {*_own(reading, facts), *_beside(reading, found, facts)}
    if _is_hidden(rule, activity):
        reasons.add(Open.WITHHELD)
    days = Window()
    if rule.trigger and rule.trigger.code in facts.events and rule.action is not PRESERVE:
        days, beyond = _window(rule, facts.events[rule.trigger.code])
        reasons |= beyond
    if reasons & {Open.CONTRADICTED, Open.WITHHELD}:
        days = Window()
    return Outcome(rule, rule.action, *days, tuple(sorted(reasons)), support(activity, rule))


def _is_hidden(rule: RetentionRule, activity: ProcessingActivity) -> bool:
    """Return whether something is not shown that the rule's day or reach may depend on.

    A rule that is not shown whole may keep what another destroys; a rule about things that
    are not shown would read as one about everything.
    """
    part = any(x.about == rule.key for x in activity.withheld)
    kept = rule.action in DESTROYS and bool(activity.withheld_in("retention_rules"))
    return part or kept or bool(hidden_keys(rule, activity))


def _window(rule: RetentionRule, event: date) -> tuple[Window, set[Open]]:
    try:
        return window(rule, event), set()
    except OverflowError:
        return Window(), {Open.BEYOND}


def _own(reading: Reading, facts: Facts) -> Iterator[Open]:
    """Yield what the rule itself leaves open for these facts."""
    rule, unsure = reading.rule, _unsure(reading, facts)
    if unsure:
        yield unsure
    holds = (rule.action is None, rule.condition, rule.exception, rule.as_a_rule)
    names = (Open.ACTION, Open.CONDITION, Open.EXCEPTION, Open.AS_A_RULE)
    yield from (name for name, is_open in zip(names, holds, strict=True) if is_open)
    if rule.action is not PRESERVE:
        yield from _untimed(rule, facts)


def _untimed(rule: RetentionRule, facts: Facts) -> Iterator[Open]:
    if not is_timed(rule):
        if rule.action is not RetentionAction.ASSESS:
            yield Open.TIME
    elif rule.trigger is None:
        yield Open.TRIGGER
    elif rule.trigger.code not in facts.events:
        yield Open.EVENT


def _beside(mine: Reading, found: Sequence[Reading], facts: Facts) -> Iterator[Open]:
    """Yield what other rules leave open of this one."""
    for other in found:
        if other is mine or not meet(mine.reach, other.reach):
            continue
        if out_of_order(mine, other) or out_of_order(other, mine):
            yield Open.CONTRADICTED
        elif staged_alike(mine.rule, other.rule):
            yield from _against(mine, other, facts)


def _against(mine: Reading, other: Reading, facts: Facts) -> Iterator[Open]:
    a, b = mine.rule.action, other.rule.action
    wider = covers(mine.reach, other.reach)
    if contradict(mine, other):
        yield Open.CONTRADICTED
    elif goes_first(other, mine):
        yield _unsure(other, facts) or Open.CONDITION
    elif a in DESTROYS and b is PRESERVE and not (wider and mine.reach != other.reach):
        yield _unsure(other, facts) or Open.KEPT
    elif wider and not goes_first(mine, other) and _is_another_fate(mine.rule, other.rule):
        yield Open.BESIDE


def _is_another_fate(one: RetentionRule, other: RetentionRule) -> bool:
    both = {one.action, other.action} <= FATES | {PRESERVE}
    return both and any(
        getattr(one, name) != getattr(other, name) for name in ("action", "period", "period_end", "trigger")
    )
