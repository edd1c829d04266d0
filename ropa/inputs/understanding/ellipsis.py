"""Words that one hyphen leaves unsaid: "adress- och telefonuppgifter" are two kinds of data."""

import re
from collections.abc import Callable
from functools import cache

from .synonyms import setting

_ELLIPSIS = re.compile(
    r"([\w ]*?[^\W\d_]{2,})[-–]\s*(?:,|/|och|samt|eller|og|and|or|och/eller)\s*([\w][\w -]*)", re.IGNORECASE
)


def completed(words: str, known: Callable[[str], bool] | None) -> tuple[str, str] | None:
    """Return the two things that words with a hyphen's ellipsis name, or None where they name one or are none.

    The second part lends the first its end: one of `completing`, or the one that makes it a name that is known.
    """
    found = _ELLIPSIS.fullmatch(words.strip())
    if not found or is_one_thing(words):
        return None
    first, second = found[1].strip(), found[2].strip()
    head = second.split()[0]
    if known and (end := _known_end(first, head, known)):
        return first + end, second
    end = next((e for e in setting("completing") if head.casefold().endswith(e) and len(head) > len(e) + 1), "")
    return (first + end, second) if end else None


def _known_end(first: str, head: str, known: Callable[[str], bool]) -> str:
    ends = (head[place:] for place in range(2, len(head) - 2))
    return next((end for end in ends if known(first + end)), "")


@cache
def one_thing() -> re.Pattern[str]:
    """Return the pattern for coordinations that name one thing: "hälso- och sjukvård"."""
    longest = sorted(setting("one_thing"), key=len, reverse=True)
    return re.compile(r"(?<![^\W_])(?:" + "|".join(map(re.escape, longest)) + r")", re.IGNORECASE)


def is_one_thing(words: str) -> bool:
    """Return whether words begin with such a coordination."""
    return bool(one_thing().match(words.strip()))
