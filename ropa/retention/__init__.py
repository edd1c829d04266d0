"""Plain sentences from retention rules (GDPR Art. 5(1)(e), 13(2)(a), 30(1)(f)).

Every stated field of a rule is said, and nothing else: a period without a
starting point, an event without an action and advice without a period are
told as what they are. Nothing here knows the date of today.
"""

from .period import Duration, parse_period, spoken_period
from .sentences import sentence, sentences

__all__ = ["Duration", "parse_period", "sentence", "sentences", "spoken_period"]
