"""A text cut into statements with their places, and what in them carries meaning."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, wraps

from ..making import Making
from ..passages import Passage
from .cutting import between, entries, sentence_spans
from .knowledge import Knowledge
from .synonyms import setting

Span = tuple[int, int]

_SEPARATORS = " \t\r\n;:,.–—-/|•*"
_PARTS = re.compile(
    r"(?<=[\s.(\d][a-j])\.\s+(?=[A-ZÅÄÖÆØ])|(?<=[\s.(\d][a-j]\))\.\s+(?=[A-ZÅÄÖÆØ])"
    r"|\s+(?=[☐□▢◻☑☒✓✔■🗹]|\[\s?[xX]?\s?\])"
)
"""The full stop after "6.1 e" and before a capital: the letter is no abbreviation; and before a box to tick."""
_ANNOUNCED = re.compile(
    r"^(?:motivering|motiv|förklaring|begrundelse|begrunnelse|motivation|reason)\s*:\s*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:[.:'’-][^\W_]+)*")


LONGEST = 10_000
"""Characters: what is longer under one label is no answer to it."""

Reads = Callable[[Passage, Making, Knowledge], list[str]]


def bounded(read: Reads) -> Reads:
    """Return a topic's function that leaves a text of absurd length whole, so that no file holds up an import."""

    @wraps(read)
    def reads(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
        return [passage.text] if len(passage.text) > LONGEST else read(passage, making, knowledge)

    return reads


@dataclass(frozen=True)
class Statement:
    """A sentence, or a line without full stop."""

    start: int
    end: int
    line: int
    """On which line it stands, from 0."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end

    def of(self, text: str) -> str:
        """Return its words."""
        return text[self.start : self.end]


class Taken:
    """The places of a text that something has been made of."""

    def __init__(self, text: str, spans: Iterable[Span] = ()) -> None:
        self._marks = bytearray(len(text) + 1)
        for span in spans:
            self.take(span)

    def take(self, span: Span) -> None:
        """Mark a part as taken."""
        self._marks[span[0] : span[1]] = b"\1" * (span[1] - span[0])

    def is_free(self, span: Span) -> bool:
        """Return whether nothing of a part is taken."""
        return not any(self._marks[span[0] : span[1]])

    def runs_on(self, start: int, end: int) -> bool:
        """Return whether all between two places is taken."""
        return all(self._marks[start:end])


def statements(text: str, kept: Iterable[Span] = ()) -> list[Statement]:
    """Return the statements of a text; none begins or ends within the spans in `kept`."""
    held = Taken(text, ((start + 1, end) for start, end in kept))
    found: list[Statement] = []
    for line, entry in enumerate(entries(text, dashed=False)):
        for cut in (part for whole in sentence_spans(text, entry) for part in between(text, whole, _PARTS)):
            last = found[-1] if found else None
            if last and not held.is_free((last.end, last.end + 1)) and held.runs_on(last.end, cut.start):
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
    return any(not _is_silent(word.casefold()) for word in _WORD.findall(text))


def _is_silent(word: str) -> bool:
    """Return whether a word leads up to something, or is a letter that only counts: "c) rättslig förpliktelse"."""
    return word in _glue() or (len(word) == 1 and word.isalpha())


def words_of(text: str) -> list[str]:
    """Return the words of a text, lower case."""
    return [word.casefold() for word in _WORD.findall(text)]


def explained(text: str) -> str:
    """Return an explanation without the separators before it and a bracket that is not closed or not opened in it."""
    said = _ANNOUNCED.sub("", text.strip(_SEPARATORS[:-2].replace(".", "")).lstrip(". "))
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
