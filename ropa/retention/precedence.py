"""Which of two rules goes first, and when they cannot both hold.

A rule for a selection goes before the rule for everybody else: always when it preserves,
and when both say the same action with other times. That a special kind of documents goes
before documents at large is likely, but nobody has said it here: that stays open.
"""

from datetime import date
from typing import NamedTuple

from ..record import ProcessingActivity, RetentionRule
from ..vocabulary import RetentionAction, Selection
from .dates import window
from .period import Duration, parse_period
from .reach import Reach, born_on, is_selected, reach

PRESERVE, DISPOSE = RetentionAction.PRESERVE, RetentionAction.DISPOSE
DESTROYS = frozenset({DISPOSE, RetentionAction.ANONYMISE})
FATES = DESTROYS | {RetentionAction.ASSESS}
"""What cannot happen to documents that are preserved."""
_HANDS_ON = frozenset({RetentionAction.DELIVER, RetentionAction.HAND_OVER})


class Reading(NamedTuple):
    """A rule with what it takes to compare it."""

    rule: RetentionRule
    reach: Reach
    days: frozenset[int] | None
    """Days of the month its persons were born on; None = not told."""


def readings(activity: ProcessingActivity) -> tuple[Reading, ...]:
    """Return the rules of an activity, ready to be compared."""
    return tuple(Reading(x, reach(x, activity), born_on(x, activity)) for x in activity.retention_rules)


def staged_alike(one: RetentionRule, other: RetentionRule) -> bool:
    """Return whether both can hold where the documents are; a rule without stage holds everywhere."""
    return one.stage is None or other.stage is None or one.stage is other.stage


def goes_first(one: Reading, other: Reading) -> bool:
    """Return whether `one` decides for the persons that both are about."""
    a, b = one.rule, other.rule
    if not is_selected(a) or one.reach != other.reach or not staged_alike(a, b):
        return False
    return (a.action is PRESERVE and b.action in FATES) or (
        a.action is not None and a.action is b.action and not is_selected(b)
    )


def contradict(one: Reading, other: Reading) -> bool:
    """Return whether two rules about the same things, persons and stage say what cannot both be."""
    a, b = one.rule, other.rule
    if a.stage is not b.stage or not _same_case(one, other):
        return False
    if is_selected(a) is not is_selected(b) and (goes_first(one, other) or goes_first(other, one)):
        return False
    if PRESERVE in {a.action, b.action}:
        return bool({a.action, b.action} & FATES)
    return _times_clash(a, b)


def _times_clash(a: RetentionRule, b: RetentionRule) -> bool:
    if a.action is None or b.action is None or not is_timed(a) or not is_timed(b) or _code(a) != _code(b):
        return False
    return (_time(a) != _time(b)) if a.action is b.action else (_time(a) == _time(b) and {a.action, b.action} <= FATES)


def out_of_order(one: Reading, other: Reading) -> bool:
    """Return whether `one` destroys what `other` says something shall be done with later."""
    a, b = one.rule, other.rule
    if a.action is not DISPOSE or b.action in {None, DISPOSE, PRESERVE} or not _same_case(one, other):
        return False
    return a.trigger is not None and _code(a) == _code(b) and _leaves_nothing(a, b)


def is_timed(rule: RetentionRule) -> bool:
    """Return whether the rule says when, whole or in part."""
    return bool(rule.period or rule.period_end or rule.trigger)


def _same_case(one: Reading, other: Reading) -> bool:
    """Return whether it is certain that both are about the same things, persons and condition."""
    return (
        one.reach == other.reach
        and _share_persons(one, other)
        and _plain(one, "condition") == _plain(other, "condition")
    )


def _share_persons(one: Reading, other: Reading) -> bool:
    if one.days is not None and other.days is not None:
        return bool(one.days & other.days)
    chosen = one.rule.selection is other.rule.selection is Selection.OTHER
    return chosen and _plain(one, "selection_note") == _plain(other, "selection_note")


def _plain(reading: Reading, field: str) -> str:
    return " ".join(getattr(reading.rule, field).sv.casefold().rstrip(".").split())


def _code(rule: RetentionRule) -> str:
    return rule.trigger.code if rule.trigger else ""


def _time(rule: RetentionRule) -> tuple[int, int, str]:
    """Return the time as it is compared: P12M is P1Y."""
    length: Duration = parse_period(rule.period)
    return length.years * 12 + length.months, length.weeks * 7 + length.days, rule.period_end or ""


def _leaves_nothing(one: RetentionRule, other: RetentionRule) -> bool:
    """Return whether `one` comes before `other`, counted from the same day; what is destroyed that day is not handed on."""
    try:
        first, second = (window(x, date(2001, 1, 1)).earliest for x in (one, other))
    except OverflowError:
        return False
    if first is None or second is None:
        return False
    return first < second or (first == second and other.action in _HANDS_ON)
