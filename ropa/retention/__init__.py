"""Retention rules (GDPR Art. 5(1)(e), 13(2)(a), 30(1)(f)) as plain sentences, as dates, and as what is wrong with them.

Every stated field of a rule is said, and nothing else: a period without a
starting point, an event without an action and advice without a period are
told as what they are, and never filled in. Nothing here knows the date of today.
"""

from .answers import Answer, answers, asked_day, asks_birth_day, questions
from .dates import Window, last_day, window
from .outcomes import Facts, Open, Outcome, Support, outcomes, support
from .period import Duration, parse_period, spoken_period
from .problems import CONTRADICTORY, Kind, Problem, problems
from .sentences import sentence, sentences

__all__ = [
    "CONTRADICTORY",
    "Answer",
    "Duration",
    "Facts",
    "Kind",
    "Open",
    "Outcome",
    "Problem",
    "Support",
    "Window",
    "answers",
    "asked_day",
    "asks_birth_day",
    "last_day",
    "outcomes",
    "parse_period",
    "problems",
    "questions",
    "sentence",
    "sentences",
    "spoken_period",
    "support",
    "window",
]
