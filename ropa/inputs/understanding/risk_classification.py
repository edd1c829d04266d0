"""Information classification as it is written: "K2 R3 T1", "Konfidentialitet: 3", "K/R/T: 2-3-1" (KLASSA 4.0, levels 0-4)."""

import re
from collections.abc import Iterator
from functools import cache

from ...vocabulary import ClassificationLevel
from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .knowledge import Knowledge
from .law_clauses import Reads, bounded, gaps
from .synonyms import setting

_ROW = re.compile(r"(?<![\d.])[0-4](?:(?:\s*[-/,]\s*|\s+)[0-4]){1,3}(?![\d.])")
_SAYS = re.compile(r"[^\W_]")
_SILENT = re.compile(r"(?:nivå|klass|level|niveau|nivå:|värde|och|and|og|kravnivå)", re.IGNORECASE)


@bounded
def classification(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read levels that stand beside their aspect; numbers alone are read in the order of letters in the label."""
    taken = []
    for aspect, level, (start, end) in [*_named(passage.text), *_in_row(passage)]:
        if making.set(aspect, ClassificationLevel(level), passage, passage.text[start:end]):
            taken.append((start, end))
    rest = [passage.text[a:b].strip(" \t\n,;:./–-") for a, b in gaps((0, len(passage.text)), taken)]
    return [r for r in rest if _SAYS.search(_SILENT.sub("", r))]


def _named(text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Give aspect, level and place of each level that is named with its aspect."""
    for match in _pattern().finditer(text):
        yield _aspects()[match["aspect"].casefold()], match["level"], match.span()


def _in_row(passage: Passage) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Give the levels of "2-3-1" under a label such as "K/R/T"."""
    asked = _label_aspects(passage.label)
    match = _ROW.fullmatch(passage.text.strip())
    levels = re.findall(r"[0-4]", match[0]) if match else []
    if len(levels) == len(asked) > 1:
        yield from ((aspect, level, (0, len(passage.text))) for aspect, level in zip(asked, levels, strict=True))
    elif len(asked) == 1 and re.fullmatch(r"(?:nivå\s*)?[0-4]", passage.text.strip(), re.IGNORECASE):
        yield asked[0], passage.text.strip()[-1], (0, len(passage.text))


def _label_aspects(label: str) -> list[str]:
    """Return the aspects a label names, in its order; letters count only in a row such as "K/R/T" or "(KRT)"."""
    words = re.findall(r"[^\W\d_]{3,}", label)
    named = [_aspects()[w.casefold()] for w in words if w.casefold() in _aspects()]
    if named:
        return named
    row = re.search(r"(?<!\w)[A-Z](?:\s*[/,-]\s*[A-Z]){1,3}(?!\w)|(?<!\w)(?:KRTS?|KRS|CIA)(?!\w)", label)
    alone = re.fullmatch(
        r"(?:.*(?:klass|nivå|level|krt).*[\W_])?\(?([A-Z])\)?(?:-?värde)?", label.strip(), re.IGNORECASE
    )
    letters = re.findall(r"[A-Z]", row[0]) if row else [alone[1].upper()] if alone else []
    return [_aspects()[x.casefold()] for x in letters] if all(x.casefold() in _aspects() for x in letters) else []


@cache
def _aspects() -> dict[str, str]:
    """Return word or letter -> field of the record."""
    return {word: aspect for aspect, words in setting("classification_words").items() for word in words}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(w) for w in _aspects() if len(w) > 1), key=len, reverse=True))
    letters = "".join(w for w in _aspects() if len(w) == 1)
    lead = r"\s*(?:\([A-Z]\))?\s*(?:[:=–-]\s*)?(?:(?:nivå|klass|level)\s*)?"
    aspect = rf"(?P<aspect>(?:{words})(?![^\W\d_])|(?-i:[{letters.upper()}])(?=\s?[:=]?\s?\d))"
    return re.compile(rf"(?<![^\W\d_]){aspect}{lead}(?P<level>[0-4])(?![\d.]\d|\d)", re.IGNORECASE)


TOPICS: dict[Topic, Reads] = {Topic.CLASSIFICATION: classification}
