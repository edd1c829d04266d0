"""Explicit consent to special categories of data, where a text names both in one clause (GDPR Art. 9(2)(a))."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...record import PersonalDataCategory
from ...vocabulary import DataLevel, LegalBasis, SpecialCategoryCondition
from .bases_cues import Cue
from .knowledge import Knowledge
from .law_clauses import phrases
from .synonyms import setting

_BESIDE = 20
"""Most characters between a consent and its article: "(uttryckligt "."""


def explicit(found: Iterable[Cue], text: str, knowledge: Knowledge) -> list[Cue]:
    """Return the claims of a text; consent is the exception of Article 9 where it is explicit and about such data.

    "Uttryckligt samtycke" alone stays consent: many call every consent so.
    """
    claims = list(found)
    articles = [cue for cue in claims if cue.value is SpecialCategoryCondition.EXPLICIT_CONSENT]
    return [_read(cue, text, articles, knowledge) for cue in claims]


def _read(cue: Cue, text: str, articles: Sequence[Cue], knowledge: Knowledge) -> Cue:
    if cue.value is not LegalBasis.CONSENT or not _is_called_explicit(cue, text):
        return cue
    if any(_stand_together(cue, article) for article in articles):
        return replace(cue, value=SpecialCategoryCondition.EXPLICIT_CONSENT)
    kinds = (named.term for named in knowledge.find(PersonalDataCategory, _clause(cue, text)))
    special = any(kind.level is DataLevel.SPECIAL_CATEGORY for kind in kinds)
    return replace(cue, value=SpecialCategoryCondition.EXPLICIT_CONSENT) if special else cue


def _stand_together(cue: Cue, article: Cue) -> bool:
    """Return whether a consent stands right beside the article: "art. 9.2 a (uttryckligt samtycke)"."""
    between = cue.start - article.end if article.end <= cue.start else article.start - cue.end
    return 0 <= between <= _BESIDE


def _is_called_explicit(cue: Cue, text: str) -> bool:
    words = phrases(setting("conditions")[SpecialCategoryCondition.EXPLICIT_CONSENT.value]["words"])
    return any(m.end() >= cue.end for m in words.finditer(text, max(0, cue.start - 40), cue.end))


def _clause(cue: Cue, text: str) -> str:
    start = max(text.rfind(mark, 0, cue.start) for mark in (". ", ";", ":", "\n")) + 1
    ends = [end for mark in (". ", ";", "\n") if (end := text.find(mark, cue.end)) >= 0]
    return text[start : min(ends, default=len(text))]
