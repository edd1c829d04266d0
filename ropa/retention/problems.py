"""What is wrong with the retention rules of an activity: what contradicts, and what is missing to follow them."""

from collections.abc import Iterator
from enum import StrEnum, auto
from itertools import combinations
from typing import NamedTuple
from uuid import UUID

from ..record import ProcessingActivity, RetentionRule
from ..vocabulary import RetentionAction, Selection
from .precedence import PRESERVE, Reading, contradict, is_timed, out_of_order, readings
from .reach import EVERY_DAY, covers


class Kind(StrEnum):
    """What is wrong."""

    CONTRADICTION = auto()
    """Two rules about the same things, persons and stage say what cannot both be."""
    ORDER = auto()
    """Documents are to be destroyed before something else is done with them."""
    PRESERVED_FOR_A_TIME = auto()
    """Documents are to be kept for ever, and for a period."""
    DAYS_OF_NO_SELECTION = auto()
    """Days of the month are given, and the rule is not about a selection by birth day."""
    ACTION = auto()
    """What happens is not stated."""
    TIME = auto()
    """When it happens is not stated."""
    TRIGGER = auto()
    """A period is stated, and not what it is counted from."""
    END_WITHOUT_PERIOD = auto()
    """How far a period is drawn out is stated, and neither a period nor an event."""
    SELECTION_WITHOUT_DAYS = auto()
    """The selection is by birth day, and no days are stated."""
    SELECTION_WITHOUT_NOTE = auto()
    """The selection is of another kind, and not described."""
    BIRTH_DAYS_LEFT_OUT = auto()
    """Nothing is said of persons born on the other days."""


CONTRADICTORY = frozenset({Kind.CONTRADICTION, Kind.ORDER, Kind.PRESERVED_FOR_A_TIME, Kind.DAYS_OF_NO_SELECTION})
"""What says two things at once; everything else says too little."""


class Problem(NamedTuple):
    """One thing that is wrong with a rule."""

    kind: Kind
    rule: UUID
    """Key of the rule."""
    column: str
    """Field of the rule that it is about."""
    other: UUID | None = None
    """Key of the rule that it contradicts."""


def problems(activity: ProcessingActivity) -> tuple[Problem, ...]:
    """Return what is wrong, rule by rule; what is between two rules stands at both."""
    read = readings(activity)
    between = [x for one, other in combinations(read, 2) for x in _between(one, other)]
    found = [x for one in read for x in (*_alone(one), *_left_out(one, read))]
    order = [x.key for x in activity.retention_rules]
    return tuple(sorted([*found, *between], key=lambda x: (order.index(x.rule), list(Kind).index(x.kind))))


def _between(one: Reading, other: Reading) -> Iterator[Problem]:
    a, b = one.rule, other.rule
    if contradict(one, other):
        column = "action" if a.action is not b.action else "period"
        yield Problem(Kind.CONTRADICTION, a.key, column, b.key)
        yield Problem(Kind.CONTRADICTION, b.key, column, a.key)
    elif out_of_order(one, other) or out_of_order(other, one):
        yield Problem(Kind.ORDER, a.key, "period", b.key)
        yield Problem(Kind.ORDER, b.key, "period", a.key)


def _alone(reading: Reading) -> Iterator[Problem]:
    """Yield what one rule lacks, or says against itself."""
    rule = reading.rule
    if rule.action is None:
        yield Problem(Kind.ACTION, rule.key, "action")
    yield from _in_time(rule)
    yield from _in_selection(reading)


def _in_time(rule: RetentionRule) -> Iterator[Problem]:
    if rule.action is PRESERVE:
        if rule.period or rule.period_end:
            yield Problem(Kind.PRESERVED_FOR_A_TIME, rule.key, "period" if rule.period else "period_end")
    elif rule.trigger is None and rule.period:
        yield Problem(Kind.TRIGGER, rule.key, "trigger")
    elif rule.trigger is None and rule.period_end:
        yield Problem(Kind.END_WITHOUT_PERIOD, rule.key, "period_end")
    elif rule.action not in {None, RetentionAction.ASSESS} and not is_timed(rule):
        yield Problem(Kind.TIME, rule.key, "period")


def _in_selection(reading: Reading) -> Iterator[Problem]:
    rule = reading.rule
    by_birth_day = rule.selection in {Selection.BIRTH_DAYS, Selection.OTHER_BIRTH_DAYS}
    if by_birth_day and reading.days is None:
        yield Problem(Kind.SELECTION_WITHOUT_DAYS, rule.key, "birth_days")
    if rule.birth_days and not by_birth_day:
        yield Problem(Kind.DAYS_OF_NO_SELECTION, rule.key, "selection")
    if rule.selection is Selection.OTHER and not rule.selection_note:
        yield Problem(Kind.SELECTION_WITHOUT_NOTE, rule.key, "selection_note")


def _left_out(mine: Reading, read: tuple[Reading, ...]) -> Iterator[Problem]:
    """Yield a selection by birth day beside which no rule is about everybody else, at any stage."""
    if mine.days is None or mine.days == EVERY_DAY:
        return
    said = [x.days or frozenset() for x in read if covers(x.reach, mine.reach)]
    if frozenset().union(*said) != EVERY_DAY:
        yield Problem(Kind.BIRTH_DAYS_LEFT_OUT, mine.rule.key, "selection")
