"""Labels that are numbered, each right above its text: a reader cannot tell them from entries of a list.

1. Registrets namn
Register över …

2. Personuppgiftsansvarig
Nämnden …
"""

from collections.abc import Sequence
from dataclasses import replace

from ..documents import Line, LineKind, Table
from .labels import Corrections, is_weak, topics_of
from .mark import NAME_LENGTH

_LEAST, _SHARE, _DEEPEST = 3, 0.5, 6


def as_headings(blocks: Sequence[Line | Table], corrections: Corrections) -> list[Line | Table]:
    """Return the blocks with such entries as headings, below those that the document has."""
    lone = [i for i in range(len(blocks)) if _stands_above_text(blocks, i)]
    known = [i for i in lone if _is_known(blocks[i], corrections)]
    if len(known) < max(_LEAST, len(lone) * _SHARE):
        return list(blocks)
    level = min(_DEEPEST, 1 + max((b.level for b in blocks if _is_heading(b) and isinstance(b, Line)), default=0))
    result = list(blocks)
    for index in lone:
        line = blocks[index]
        assert isinstance(line, Line)
        result[index] = replace(line, kind=LineKind.HEADING, level=level)
    return result


def _stands_above_text(blocks: Sequence[Line | Table], index: int) -> bool:
    """Return whether a short entry stands alone in its list, with a text or a deeper list below it."""
    line, below = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    if not _is_entry(line) or not isinstance(line, Line) or below is None:
        return False
    fits = len(line.text) <= NAME_LENGTH and "\n" not in line.text and not line.text.endswith((".", ";", ","))
    above = blocks[index - 1] if index else None
    free = above is None or not (isinstance(above, Line) and _is_entry(above) and above.level <= line.level)
    deeper = isinstance(below, Line) and _is_entry(below) and below.level > line.level
    return fits and free and line.level == 0 and not _is_heading(below) and (deeper or not _is_entry(below))


def _is_entry(block: Line | Table) -> bool:
    return isinstance(block, Line) and block.kind is LineKind.ITEM


def _is_heading(block: Line | Table) -> bool:
    return isinstance(block, Line) and block.kind is LineKind.HEADING


def _is_known(block: Line | Table, corrections: Corrections) -> bool:
    return isinstance(block, Line) and bool(topics_of(block.text, corrections)) and not is_weak(block.text)
