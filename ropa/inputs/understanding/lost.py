"""What a passage says and no row, value or unplaced text keeps: nothing is lost, whatever a topic's function forgets."""

import re
from collections.abc import Iterator
from functools import cache

from ..making import Making
from ..passages import Passage
from .cutting import entries, sentence_spans
from .synonyms import setting

_WORD = re.compile(r"[^\W_]+(?:[-:/.@][^\W_]+)*")


def lost(passage: Passage, making: Making) -> list[str]:
    """Return the sentences of a passage of which a word with meaning stands in nothing that is kept."""
    kept = _kept(making)
    return [text for text in _sentences(passage.text) if not kept.issuperset(_meaning(text))]


def _sentences(text: str) -> Iterator[str]:
    return (span.of(text) for entry in entries(text) for span in sentence_spans(text, entry))


def _kept(making: Making) -> set[str]:
    texts = [*(w.text for w in making.wordings), *(u.text for u in making.unplaced)]
    return {word for text in texts for word in _words(text)}


def _meaning(text: str) -> Iterator[str]:
    return (word for word in _words(text) if word not in _connecting() and (len(word) > 2 or word.isdigit()))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


@cache
def _connecting() -> frozenset[str]:
    return frozenset(setting("connecting"))
