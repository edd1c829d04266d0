"""What nobody wrote as a text is not read as one: it stays as it stands, and costs no time."""

import re
from collections.abc import Callable
from functools import wraps

from ..making import Making
from ..passages import Passage
from .knowledge import Knowledge

Read = Callable[[Passage, Making, Knowledge], list[str]]

_LONGEST_TEXT = 20_000
LONGEST_SENTENCE = 3_000
_LONG_WORD = re.compile(r"\S{200}")


def bounded(read: Read) -> Read:
    """Let a topic's function read texts of a length that people write; longer ones, and words without end, are left."""

    @wraps(read)
    def reads(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
        if not passage.text.strip():
            return []
        if len(passage.text) > _LONGEST_TEXT or _LONG_WORD.search(passage.text):
            return [passage.text]
        return read(passage, making, knowledge)

    return reads
