"""Where a text claims a legal basis or an exception from the ban on special categories (GDPR Art. 6(1), 9(2))."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...vocabulary import LegalBasis, SpecialCategoryCondition
from .bases_articles import points
from .law_clauses import Span, Taken, has_content, phrases, words_of
from .law_mentions import gdpr
from .synonyms import setting

TASK = "6.1.e"
"""Point (e), where nothing says whether it is a public interest or official authority."""

_NEAR = 400
"""Characters within which words belong to a clause."""
_PART = re.compile(r"[,;:.(/–—\n\]☐□▢◻☑☒✓✔]|\s-\s|(?<!\w)(?:och|samt|eller|og|and|or)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Cue:
    """Words that claim a basis or an exception."""

    start: int
    end: int
    value: LegalBasis | SpecialCategoryCondition | None
    """None for point (e) where it is not said which half of it."""
    article: int | None = None
    """Where the article begins that it is a point of."""

    @property
    def special(self) -> bool:
        """Whether it is an exception of Article 9(2)."""
        return isinstance(self.value, SpecialCategoryCondition)


def _broken(text: str, spans: Iterable[Span]) -> str:
    """Return a text with a break where a new entry follows an act or basis: tables lose theirs, "Skollagen Avtal"."""
    for _start, end in spans:
        if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
            text = f"{text[:end]};{text[end + 1 :]}"
    return text


def cues(text: str, taken: Iterable[Span], *, special: bool = False, label: str = "") -> list[Cue]:
    """Return the claims of a text in its order: by article, and by words outside the spans in `taken`.

    With `special` the words of Article 9(2) are looked for instead of those of Article 6(1), and count where the label
    or the statement speaks of what allows such data: "hälso- och sjukvård" is a source too. Articles always count.
    """
    found, taken = [*_by_article(text)], list(taken)
    spans = Taken(text, [*taken, *((c.start, c.end) for c in found)])
    broken = _broken(text, taken)
    broken = _broken(broken, [(c.start, c.end) for c in _by_words(broken, special, label)])
    for cue in sorted(_by_words(broken, special, label), key=lambda c: c.start - c.end):
        if spans.is_free((cue.start, cue.end)):
            spans.take((cue.start, cue.end))
            found.append(cue)
    return sorted(found, key=lambda c: c.start)


def _by_article(text: str) -> Iterator[Cue]:
    for point in points(text):
        kind = SpecialCategoryCondition if point.code.startswith("9") else LegalBasis
        yield Cue(point.start, point.end, None if point.code == TASK else kind(point.code), point.article)


def _by_words(text: str, special: bool, label: str) -> Iterator[Cue]:
    if not special:
        for code in setting("bases"):
            yield from _claims(text, "bases", code, None if code == TASK else LegalBasis(code))
    for code, data in setting("conditions").items():
        for cue in _claims(text, "conditions", code, SpecialCategoryCondition(code)):
            if data.get("everywhere") or (special and (data.get("unmistakable") or _asks_exception(text, cue, label))):
                yield cue


def _asks_exception(text: str, cue: Cue, label: str) -> bool:
    """Return whether the label or the clause asks or says what allows special categories of data."""
    words = setting("special_words")
    said = _clause(text, cue.start, cue.end)
    return bool(phrases(words["exception"]).search(label) or phrases(words["exception_said"]).search(said))


def _claims(text: str, table: str, code: str, value: Any) -> Iterator[Cue]:
    words, alone, near, lead = _patterns(table, code)
    for match in words.finditer(text):
        after_lead = lead.search(text[max(0, match.start() - 60) : match.start()])
        if not after_lead and not near.search(_clause(text, match.start(), match.end())):
            yield Cue(match.start(), match.end(), value)
    for match in alone.finditer(text):
        if _stands_alone(text, match.start(), match.end()):
            yield Cue(match.start(), match.end(), value)


@cache
def _patterns(table: str, code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what finds the words, those that must stand alone, those that take the meaning away, and lead-ups that do."""
    data = setting(table)[code]
    leads = phrases(data.get("not_after", ()))
    lead = re.compile(leads.pattern + r"\s+(?:en\s+|ett\s+)?$", re.IGNORECASE)
    return phrases(data["words"]), phrases(data.get("alone", ())), phrases(data.get("near", ())), lead


def _clause(text: str, start: int, end: int) -> str:
    """Return the clause around some words, without its commas: "samtycke, om sekretess gäller" is one."""
    lead, rest = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    before = max((m.end() for m in re.finditer(r"[;:.–—\n]\s|\n", lead)), default=0)
    after = re.search(r"[;:–—\n]|[.,]\s|[.,]$", rest)
    return lead[before:] + text[start:end] + (rest[: after.start()] if after else rest)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether a word is a clause's own answer: nothing leads up to it, or nothing around it says more."""
    before = text[max(0, start - _NEAR) : start]
    lead = gdpr().sub(" ", before[max((m.end() for m in _PART.finditer(before)), default=0) :])
    if not words_of(lead):
        return True
    rest = text[end : end + _NEAR]
    stop = _PART.search(rest)
    rest = rest[: stop.start()] if stop else rest
    return not has_content(lead) and not has_content(gdpr().sub(" ", rest))
