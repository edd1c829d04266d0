"""Whether a statement says no to what it names: "inte på samtycke utan …", "samtycke krävs inte", "… inhämtat?"."""

import re
from collections.abc import Sequence
from functools import cache

from .law_clauses import Span, Statement, phrases
from .synonyms import setting

_CLAUSE = re.compile(
    r"[,;:(–—]|\s-\s|(?<!\w)(?:och|samt|men|utan|eftersom|och|og|and|but|because|da|då|fordi)(?!\w)", re.IGNORECASE
)
_ANSWER = re.compile(r"^\s*(?:nej|no|nei)\s*[,.;:–-]", re.IGNORECASE)
"""A "no" that answers the label; what follows it may say yes to something else."""
_ANSWERED_NO = re.compile(
    r"[^:\n,;.]{0,60}[:=]\s*(?:nej|no|nei|ej|inte|inga|ingen|aldrig|never|saknas|none|ikke)(?!\w)", re.IGNORECASE
)
_IS_NONE = re.compile(
    r"[^.;:\n]{0,60}?\b(?:och|og|and)\s+(?:är|utgör|används|ses|er|is)\s+(?:inte|ej|ikke|not)(?!\w)", re.IGNORECASE
)
"""What is told of it and that it is "… och är inte grunden"."""
_NEAR = 500
"""Characters that a "not" reaches."""
_BOX = re.compile(r"[☐□▢◻☑☒✓✔■🗹]|\[\s?[xX]?\s?\]|(?<!\S)_{1,3}(?=\s)")
_HARD = re.compile(r"[;:(–—]|\s-\s|[.!?]\s")


def denied(text: str, statement: Statement, span: Span) -> bool:
    """Return whether a statement says of some words in it that they do not hold, or asks whether they do."""
    if text[max(0, statement.end - 2) : statement.end].rstrip().endswith("?"):
        return True
    before = _ANSWER.sub("", text[max(statement.start, span[0] - _NEAR) : span[0]])
    after = text[span[1] : min(statement.end, span[1] + _NEAR)]
    if is_unticked(text, span):
        return True
    within = bool(_not().search(text[span[0] : span[1]]))
    return within or _denied_ahead(before) or _denied_behind(after)


def without_box(text: str) -> str:
    """Return a text without boxes to tick."""
    return _BOX.sub(" ", text).strip()


def is_unticked(text: str, span: Span) -> bool:
    """Return whether the box to tick that belongs to some words is empty: the one before them, or the one after them.

    Which it is shows at the ends of the line; where it does not, an empty box on the line leaves all open.
    """
    lead = text[max(0, span[0] - _NEAR) : span[0]].rpartition("\n")[2]
    rest = text[span[1] : span[1] + _NEAR].partition("\n")[0]
    before, after = list(_BOX.finditer(lead)), list(_BOX.finditer(rest))
    if not (before or after):
        return False
    if before and not lead[: before[0].start()].strip():
        return _is_empty(before[-1])
    if after and not rest[after[-1].end() :].strip():
        return _is_empty(after[0])
    return any(map(_is_empty, (*before, *after)))


def _is_empty(box: re.Match[str]) -> bool:
    return not re.search(r"[☑☒✓✔xX■🗹]", box[0])


def _denied_ahead(before: str) -> bool:
    """Return whether a "not" before the words reaches them: no turn of the sentence stands between."""
    hard = max((m.end() for m in _HARD.finditer(before)), default=0)
    reach = before[hard:]
    negations = list(_not().finditer(reach))
    turns = [m.end() for m in _but().finditer(reach)]
    return any(not any(turn > negation.end() for turn in turns) for negation in negations) or _without(reach, negations)


def _without(reach: str, negations: Sequence[re.Match[str]]) -> bool:
    """Return whether "utan" before the words means "without": it does where no "not" came before it."""
    found = re.search(r"(?<!\w)utan(?!\w)(?!\s+att)(?![^,]*,)", reach, re.IGNORECASE)
    return bool(found) and not any(n.end() <= found.start() for n in negations if found)


def _denied_behind(after: str) -> bool:
    """Return whether a "not" follows the words within their own clause: "samtycke krävs inte"."""
    if _ANSWERED_NO.match(after) or _IS_NONE.match(after):
        return True
    stop = _CLAUSE.search(after)
    return bool(_not().search(" ".join((after[: stop.start()] if stop else after).split()[:5])))


@cache
def _not() -> re.Pattern[str]:
    return phrases(setting("basis_texts")["not"])


@cache
def _but() -> re.Pattern[str]:
    return phrases(setting("basis_texts")["but"])
