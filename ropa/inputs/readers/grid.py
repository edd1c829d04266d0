"""Cells with numbers for row and column -> rows of a table: what lies empty around and between them goes."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from ..documents import Cell
from . import limits
from .building import cell
from .refused import check

Content = tuple[str, bool]
"""A cell's text and whether it is bold."""

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column of merged cells."""


class Grid:
    """Cells by row and column, both from 1."""

    def __init__(self, name: str) -> None:
        self.name = name
        """The table's name, for refusals."""
        self.cells: dict[int, dict[int, Content]] = {}
        self._count = 0

    def put(self, row: int, column: int, text: str, bold: bool = False) -> None:
        """Put a text in a cell, below what stands there; blank ones are none."""
        if not text.strip():
            return
        check("cell_too_long", len(text), limits.CELL_CHARS, f"{self.name}, rad {row}")
        cells = self.cells.setdefault(row, {})
        before, bold_before = cells.get(column, ("", bold))
        cells[column] = (f"{before}\n{text}" if before else text, bold and bold_before)
        self._count += 1
        check("too_many_cells", self._count, limits.CELLS, self.name)
        check("too_many_rows", len(self.cells), limits.ROWS, self.name)

    def rows(self, place: Callable[[int, int], str], merged: Iterable[Area] = ()) -> list[list[Cell]]:
        """Return the rows as a rectangle.

        Nothing empty stands around it. Inside, one empty row or column is left where there were one or more: it
        may part two tables, and a cell in the farthest corner of a sheet does not make a billion empty ones.
        """
        rows = _with_gaps(self.cells)
        columns = _with_gaps({column for cells in self.cells.values() for column in cells})
        check("too_many_columns", len(columns), limits.COLUMNS, self.name)
        check("too_many_cells", len(rows) * len(columns), limits.CELLS, self.name)
        covered = self._covered(rows, columns, merged)
        return [[self._cell(r, c, covered, place) for c in columns] for r in rows]

    def _cell(
        self, row: int, column: int, covered: dict[tuple[int, int], Content], place: Callable[[int, int], str]
    ) -> Cell:
        content = self.cells.get(row, {}).get(column)
        text, bold = content or covered.get((row, column), ("", False))
        return cell(text, place(row, column), bold, repeated=content is None and bool(text))

    def _covered(self, rows: list[int], columns: list[int], merged: Iterable[Area]) -> dict[tuple[int, int], Content]:
        """Return the texts of the cells that merged cells cover, as far as the rectangle goes."""
        covered: dict[tuple[int, int], Content] = {}
        steps = 0
        for top, left, bottom, right in merged:
            steps += 1
            content = self.cells.get(top, {}).get(left)
            if content is None:
                continue
            for row in rows[bisect_left(rows, top) : bisect_right(rows, bottom)]:
                within = columns[bisect_left(columns, left) : bisect_right(columns, right)]
                steps += len(within)
                covered |= {(row, column): content for column in within}
                check("too_many_cells", steps, 4 * limits.CELLS, self.name)  # overlapping ones: no such sheet is honest
        return covered


def _with_gaps(used: Iterable[int]) -> list[int]:
    """Return numbers in their order, with one number for each gap between them."""
    numbers: list[int] = []
    for number in sorted(used):
        if numbers and number > numbers[-1] + 1:
            numbers.append(numbers[-1] + 1)
        numbers.append(number)
    return numbers
