"""Yes and no in the five languages, where they are all that a text says or what it begins with."""

import re
from functools import cache

from .law_clauses import phrases
from .synonyms import setting

_REST = re.compile(r"^[\s.!,;:–—-]+")


def is_yes(text: str) -> bool:
    """Return whether a text says yes and no more."""
    return _is("yes", text)


def is_no(text: str) -> bool:
    """Return whether a text says no, and at most that there is nothing of the kind."""
    return _is("no", text)


def after_yes(text: str) -> str | None:
    """Return what follows a "yes" that a text begins with; None where it does not."""
    return _after("yes", text)


def after_no(text: str) -> str | None:
    """Return what follows a "no" that a text begins with; None where it does not."""
    return _after("no", text)


def _is(answer: str, text: str) -> bool:
    return bool(_pattern(answer).fullmatch(text.strip().strip(".!–—- ")))


def _after(answer: str, text: str) -> str | None:
    match = _pattern(answer + "_first").match(text.strip())
    return _REST.sub("", text.strip()[match.end() :]) if match else None


@cache
def _pattern(answer: str) -> re.Pattern[str]:
    return phrases(setting("answers")[answer])
