"""Short answers: yes, no, and that there is nothing."""

import re

_YES = re.compile(r"\W*(?:ja|yes|x)\W*", re.IGNORECASE)
_NO = re.compile(r"\W*(?:nej|nei|no)\W*", re.IGNORECASE)
_NOTHING = re.compile(
    r"\W*(?:nej|nei|no|inga|ingen|inget|none|n/?a|saknas|ej aktuellt|inte aktuellt|ingen|ikke aktuelt|ikke relevant|not applicable)?\W*",
    re.IGNORECASE,
)


def answer(text: str) -> str:
    """Return "yes" or "no" where a text is only that, else ""."""
    return "yes" if _YES.fullmatch(text) else "no" if _NO.fullmatch(text) else ""


_ELSEWHERE = re.compile(r"\W*(?:se|samma som|enligt|som|see)\s+(?:ovan|nedan|above|below)\W*", re.IGNORECASE)


def elsewhere(text: str) -> bool:
    """Return whether a text only points to another place of the document."""
    return bool(_ELSEWHERE.fullmatch(text))


def nothing(text: str) -> bool:
    """Return whether a text says that there is nothing, or is empty."""
    return bool(_NOTHING.fullmatch(text))
