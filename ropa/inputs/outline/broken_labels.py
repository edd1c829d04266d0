"""Texts in two columns that were typed with blanks: a label that did not fit its column goes on in the next line.

Rättslig     Allmänt intresse, artikel 6.1 e,
grund:       och kamerabevakningslagen
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from ..documents import Line, LineKind, Table
from .labels import Corrections, topics_of

_BROKEN = re.compile(
    r"(?P<first>[^\s:]+(?: [^\s:]+)?)[ ]{2,}(?P<begin>.*?)(?:\s|^)(?P<rest>[^\s:]+):(?:\s+(?P<end>.*)|$)", re.S
)
_UPPER = re.compile(r"[^\s:]+(?: [^\s:]+)?[ ]{2,}\S.*")


def mended(blocks: Iterable[Line | Table], corrections: Corrections) -> list[Line | Table]:
    """Return the blocks with such labels in one piece, before their text."""
    result: list[Line | Table] = []
    for block in blocks:
        last = result[-1] if result else None
        if isinstance(last, Line) and isinstance(block, Line) and (one := _one(last, block, corrections)):
            result[-1] = one
        else:
            result.append(_mended(block, corrections) if isinstance(block, Line) else block)
    return result


def _one(upper: Line, lower: Line, corrections: Corrections) -> Line | None:
    """Return two lines as one, where they are the halves of a label and its text."""
    if lower.kind is not LineKind.PARAGRAPH or not _UPPER.fullmatch(upper.text):
        return None
    both = replace(upper, text=f"{upper.text}\n{lower.text}")
    done = _mended(both, corrections)
    return done if done is not both else None


def _mended(line: Line, corrections: Corrections) -> Line:
    found = _BROKEN.fullmatch(line.text)
    if found is None or line.kind is not LineKind.PARAGRAPH:
        return line
    label = f"{found['first']} {found['rest']}"
    text = " ".join(part.strip() for part in (found["begin"], found["end"] or "") if part.strip())
    return replace(line, text=f"{label}: {text}") if topics_of(label, corrections) else line
