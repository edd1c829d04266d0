"""What a line of a document is used for, and how it looks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ..topics import Topic
from .collecting import Found

NAME_LENGTH, NAME_WORDS = 100, 14
"""Characters and words: what is longer is a text."""

CAPTION = re.compile(
    r"(?:tabell|table|tabel|figur|bild)\s*(?:\d+\b[.:]?|(?-i:[A-Z])(?:[.:]|$))\s*(?P<words>.{0,80})", re.I
)
_DAY = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b")
INNER = re.compile(r"[.:;]\s")
"""Inside a name there are no sentences."""


class Use(Enum):
    """What a line is used for."""

    HEADING = "heading"
    LABEL = "label"
    TEXT = "text"
    TABLE = "table"
    RULE = "rule"
    FURNITURE = "furniture"


@dataclass(frozen=True)
class Mark:
    """A line, a piece of one, or a table."""

    use: Use
    text: str
    place: str
    topics: tuple[Topic, ...] = ()
    level: int = 0
    """Of a real heading; 0 where it only looks like one."""
    value: str = ""
    """What stands on the label's own line."""
    whole: str = ""
    """That line as it stands."""
    inline: bool = False
    """Whether the label stands on the line of its value."""
    alone: bool = True
    """Whether it is no entry of a list."""
    bold: bool = False
    found: Found | None = None
    """What the table holds."""


def after(found: Sequence[Mark], index: int) -> Iterator[Mark]:
    """Yield the marks after one of them."""
    return (found[i] for i in range(index + 1, len(found)))


def looks_like_name(mark: Mark) -> bool:
    """Return whether a line may be the name of an activity or a unit."""
    text = mark.text
    short = len(text) <= NAME_LENGTH and len(text.split()) <= NAME_WORDS
    if _DAY.search(text):
        return False
    ends = text.endswith((".", ":", ";", ",", "?", "!"))
    return mark.alone and short and text[:1].isalnum() and not ends and "@" not in text and not INNER.search(text)


def caption_words(text: str) -> tuple[str, bool]:
    """Return what a caption says after "Tabell 3", and whether it has such a number."""
    found = CAPTION.fullmatch(text.strip())
    return (found["words"].strip(), True) if found else (text.strip(), False)
