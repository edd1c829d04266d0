"""A text cut into statements with their places, and what in them carries meaning."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from .cutting import entries, sentence_spans
from .synonyms import setting

Span = tuple[int, int]

_SEPARATORS = " \t\r\n;:,.–—-/|•*"
_WORD = re.compile(r"[^\W_]+(?:[.:'’-][^\W_]+)*")


@dataclass(frozen=True)
class Statement:
    """A sentence, or a line without full stop."""

    start: int
    end: int
    line: int
    """On which line it stands, from 0."""

    def of(self, text: str) -> str:
        """Return its words."""
        return text[self.start : self.end]


def statements(text: str, whole: Iterable[Span] = ()) -> list[Statement]:
    """Return the statements of a text; none begins or ends within the spans in `whole`."""
    kept = list(whole)
    found: list[Statement] = []
    for line, entry in enumerate(entries(text)):
        for cut in sentence_spans(text, entry):
            last = found[-1] if found else None
            if last and any(start < last.end < end and cut.start < end for start, end in kept):
                found[-1] = Statement(last.start, cut.end, last.line)
            else:
                found.append(Statement(cut.start, cut.end, line))
    return found


def gaps(span: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """Give what is left of a span between the spans that are taken."""
    place = span[0]
    for start, end in sorted(taken):
        if start > place:
            yield place, min(start, span[1])
        place = max(place, end)
    if place < span[1]:
        yield place, span[1]


def has_content(text: str) -> bool:
    """Return whether a text says something beside words that only lead up to a basis or a law."""
    return any(word.casefold() not in _glue() for word in _WORD.findall(text))


def words_of(text: str) -> list[str]:
    """Return the words of a text, lower case."""
    return [word.casefold() for word in _WORD.findall(text)]


def explained(text: str) -> str:
    """Return an explanation without the separators before it and a bracket that is not closed or not opened in it."""
    said = text.strip(_SEPARATORS[:-2].replace(".", "")).lstrip(". ")
    if said.startswith("(") and said.rstrip(" .").endswith(")"):
        said = said.rstrip(" .")[1:-1].strip()
    if said.count("(") < said.count(")"):
        said = said.replace(")", "", 1).strip(_SEPARATORS)
    if said.count("(") > said.count(")") and said.startswith("("):
        said = said[1:].strip()
    return said


@cache
def _glue() -> frozenset[str]:
    return frozenset(setting("basis_texts")["glue"].split())


def phrase(words: str) -> str:
    """Return the regular expression of a phrase from the data.

    "*" is any ending, a lone "*" any one word, "…" up to five words.
    """
    parts = (r"\S+" if w == "*" else re.escape(w).replace(r"\*", r"\w*") for w in words.split())
    return r"\s+".join(parts).replace(r"…\s+", r"(?:\S+\s+){0,5}")


def phrases(listed: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the phrases, as whole words; nothing where there are none."""
    ordered = sorted(listed, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(phrase, ordered)) or '(?!)'})(?![\w-])", re.IGNORECASE)
