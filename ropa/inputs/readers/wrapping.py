"""Lines that were broken to fit a width or a page: which belong together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

WIDEST = 120
"""Characters: programs that break lines do it between 60 and 100; longer lines are whole paragraphs."""
NARROWEST = 50
SLACK = 15
"""Characters that a broken line may be short of the width: a long Swedish word did not fit."""
SHARE = 0.2
"""Share of lines that reach the width, from which the text was broken by a program."""
AT_LEAST = 3

ENDS = ".!?:;"
LONG = 60
"""Characters from which a line without a full stop, before one that goes on in small letters, was broken."""
OPEN = re.compile(
    r"\s\S*(?:[,&-]|\b(?:att|av|den|det|de|dem|där|efter|eller|en|enligt|ett|från|för|genom|hos|i|inom|innan|kan|med|mot|när"
    r"|och|om|på|samt|ska|som|till|under|utan|vid|än|är|a|and|by|for|from|in|of|or|the|to|with|ja|og|til|av|på))$",
    re.IGNORECASE,
)
"""What no line ends with that is complete: a comma, a hyphen, an ampersand, a word that calls for the next."""
GAP = re.compile(r"\s{3}")
LABEL = re.compile(r"[A-ZÅÄÖ][^.:]{1,40}:(\s|$)")

HANGING = re.compile(r"(?:och|eller|samt|respektive|and|or|ja|tai|og)\b")
"""Words before which a hyphen stays: "hälso- och sjukvård"."""
BROKEN_WORD = re.compile(r"[^\W\d_]{3,}-$")


@dataclass(frozen=True)
class Wrapping:
    """How the lines of a text were broken."""

    width: int
    """Characters; 0 where each line is what its writer made one."""

    @classmethod
    def of(cls, lines: Sequence[str]) -> Self:
        """Return the width that a text was broken at."""
        lengths = [len(line) for line in lines if line.strip() and "\t" not in line]
        width = max(lengths, default=0)
        near = sum(length >= width - SLACK for length in lengths)
        labels = sum(LABEL.match(line.strip()) is not None for line in lines)
        wrapped = (
            labels * 2 <= len(lengths) and NARROWEST <= width <= WIDEST and near >= max(AT_LEAST, SHARE * len(lengths))
        )
        return cls(width if wrapped else 0)

    def joins(self, before: str, after: str) -> bool:
        """Return whether two lines next to each other, with the blanks before them, are one."""
        first = after.split(maxsplit=1)[0]
        if GAP.search(before.strip()) or GAP.search(after.strip()):  # the head of a page, a row of columns
            return False
        full = bool(self.width) and len(before) + 1 + len(first) > self.width
        if LABEL.match(after.strip()):
            return full and before[-1:] not in ENDS
        open_end = bool(self.width) and len(before) >= self.width - SLACK and OPEN.search(before) is not None
        return full or open_end or _inside_sentence(before.strip(), after.strip())


def unfinished(before: str, after: str) -> bool:
    """Return whether a line ends with a word that calls for the next, and the next goes on in small letters."""
    return after[:1].islower() and OPEN.search(before) is not None


def across_pages(before: str, after: str) -> bool:
    """Return whether a text goes on after an empty line: a page ended inside its sentence."""
    return _inside_sentence(before, after)


def _inside_sentence(before: str, after: str) -> bool:
    """Return whether a line ends and the next begins inside a sentence."""
    if not after[:1].islower() or not before or before[-1] in ENDS:
        return False
    return len(before) >= LONG or OPEN.search(before) is not None


def glued(lines: Sequence[str]) -> str:
    """Return lines as one; a word that was divided at the end of a line is whole again."""
    text = lines[0]
    for line in lines[1:]:
        if BROKEN_WORD.search(text) and line[:1].islower() and not HANGING.match(line):
            text = text[:-1] + line
        else:
            text = f"{text} {line}"
    return text
