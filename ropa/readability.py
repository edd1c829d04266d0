"""How hard a notice is to read: LIX, the Swedish readability index (Björnsson 1968). Pure.

LIX = words / sentences + 100 * words of more than six letters / words. What counts as a
sentence is written down in docs/decisions/0011-readability.md.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from .notice import PrivacyNotice
from .record import ProcessingActivity, Text, Value, replace

LONG = 6
"""Letters; a word that has more is long."""

NO_WORD = "¤"
"""Stands where an authored word stood: it is counted as nothing."""

_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"(?<!\bkap)[.:!?]+(?:\s+|$)")


class Reading(NamedTuple):
    """What was counted in some texts."""

    words: int
    long_words: int
    sentences: int
    longest: int
    """Words in the longest sentence."""

    @property
    def lix(self) -> float:
        """The index; 0 where there are no words."""
        return self.words / self.sentences + 100 * self.long_words / self.words if self.words else 0.0


def read(texts: Iterable[str]) -> Reading:
    """Return what is counted in texts, each a heading, paragraph or line of a list."""
    sentences = [words for text in texts for part in _END.split(text) if (words := _WORD.findall(part))]
    lengths = [len(sentence) for sentence in sentences]
    long_words = sum(len(word) > LONG for sentence in sentences for word in sentence)
    return Reading(sum(lengths), long_words, len(sentences), max(lengths, default=0))


def texts_of(notice: PrivacyNotice) -> Iterator[str]:
    """Yield what stands in a notice: summary, headings, paragraphs and lines of lists."""
    yield str(notice.summary or "")
    for section in notice.sections:
        yield section.heading
        for block in section.blocks:
            yield str(block.text or "")
            yield from (str(item.text) for item in block.items)


def unauthored(activity: ProcessingActivity) -> ProcessingActivity:
    """Return the record with `NO_WORD` in place of what people wrote, names of acts included.

    A notice made of it holds the words of this program alone.
    """
    return replace(_blank(activity), notice_texts=(), summary=Text())


_CODES = {"slug", "code", "sfs", "period", "country", "field"}
"""Texts that a machine reads: without them the notice would take another turn."""


def _blank(value: Any, name: str = "") -> Any:
    if isinstance(value, Text):
        return Text(sv=NO_WORD) if value else value
    if isinstance(value, Value):
        return value.model_copy(update={x: _blank(getattr(value, x), x) for x in type(value).model_fields})
    if isinstance(value, tuple):
        return tuple(_blank(item, name) for item in value)
    if isinstance(value, Mapping):
        return dict.fromkeys(value, NO_WORD)
    return NO_WORD if type(value) is str and value and name not in _CODES else value
