"""What stands in a workbook beside the rows that ropa knows: sheets of somebody's own, texts on the first one, comments."""

import re
from collections.abc import Iterable, Iterator

from ..workbook.layout import ABOUT, CHOICES
from .workbook_grid import COMMENT, Grid, Line, legible_text

Found = tuple[str, str, str]
"""What a text stands under, the text, and its place."""


def beside(grids: Iterable[Grid]) -> Iterator[Found]:
    """Yield the texts that belong to no row of a sheet of ropa's; some are empty."""
    for grid in grids:
        if grid.code in {"", ABOUT, CHOICES}:
            yield from (found for line in grid.lines for found in line.noted())
        if not grid.code:
            yield from ((grid.title, _said(line, line.cells), line.place()) for line in grid.lines)
        elif grid.code == ABOUT:
            yield from _on_about(grid)
        yield from ((COMMENT, text, place) for text, place in grid.stray)


def _on_about(grid: Grid) -> Iterator[Found]:
    """Yield what somebody wrote on the first sheet: in columns of their own, and below the last numbered line."""
    ours = set(grid.letters.values())
    last = max((line.number for line in grid.lines if re.fullmatch(r"\d+\.", line.text("label"))), default=None)
    for line in grid.lines:
        is_below = last is not None and line.number > last
        own = [letter for letter in line.cells if is_below or letter not in ours]
        yield grid.title, _said(line, own), line.place()


def _said(line: Line, letters: Iterable[str]) -> str:
    words = (" ".join(legible_text(str(line.cells[letter])).split()) for letter in letters)
    return " | ".join(filter(None, words))
