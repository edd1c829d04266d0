"""Hard words found in texts: the first of each in a stretch of blocks is marked, with what it means."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pydantic import ConfigDict

from ..notice import Block, Item
from ..record import Said, Value
from .word import Word
from .words import WORDS


class Use(Value):
    """A hard word as it stands in a text."""

    shown: str
    """The word in the form it has there."""
    before: str = ""
    after: str = ""
    """Signs that stand close to the word: no line may end between them."""
    word: Word
    id: str
    """Unique among those of one call of `explained`."""


class Marked(Said):
    """A text whose hard words are known; as a plain `Said` it says the same."""

    model_config = ConfigDict(str_strip_whitespace=False)

    parts: tuple[str | Use, ...]


def explained(
    stretches: Iterable[Sequence[Block]], *, once: bool = False
) -> tuple[list[tuple[Block, ...]], list[Word]]:
    """Return the blocks with the first use of each word in a stretch marked, and the words that were met.

    With `once` a word is marked in the first stretch that has it and in no other.
    What links somewhere is left alone: a link holds no button.
    """
    marking = _Marking(once)
    blocks = [marking.stretch(stretch) for stretch in stretches]
    return blocks, [word for word in WORDS if word.code in marking.met]


class _Marking:
    def __init__(self, once: bool) -> None:
        self.once = once
        self.met: dict[str, int] = {}
        self.seen: set[str] = set()

    def stretch(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        self.seen = self.seen if self.once else set()
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        text = self._said(block.text) if block.text and not block.href else block.text
        items = tuple(self._item(item) for item in block.items)
        return block.model_copy(update={"text": text, "items": items})

    def _item(self, item: Item) -> Item:
        return item if item.href else item.model_copy(update={"text": self._said(item.text)})

    def _said(self, said: Said) -> Said:
        parts = tuple(self._parts(said))
        return Marked(text=said.text, lang=said.lang, parts=parts) if len(parts) > 1 else said

    def _parts(self, said: Said) -> Iterator[str | Use]:
        begin = 0
        for found in _pattern(said.lang).finditer(said.text):
            word = next(word for word in WORDS if word.forms.get(said.lang) and found[word.code])
            if word.code not in self.seen:
                before, after = found["before"], found["after"]
                yield said.text[begin : found.start()]
                yield self._use(word, found[0][len(before) : len(found[0]) - len(after)], before, after)
                begin = found.end()
        yield said.text[begin:]

    def _use(self, word: Word, shown: str, before: str, after: str) -> Use:
        self.seen.add(word.code)
        self.met[word.code] = number = self.met.get(word.code, 0) + 1
        return Use(shown=shown, before=before, after=after, word=word, id=f"word-{word.code}-{number}")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return what finds any of the words in a language, the one that begins first, then the one listed first."""
    forms = [f"(?P<{word.code}>{word.forms[language]})" for word in WORDS if word.forms.get(language)]
    any_form = "|".join(forms) or "(?!)"
    return re.compile(rf"(?P<before>[(”“]*)(?<![\w-])(?:{any_form})(?![\w-])(?P<after>[)”“.,;:!?]*)", re.IGNORECASE)
