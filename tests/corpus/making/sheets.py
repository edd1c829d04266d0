"""The few things the corpus's workbooks are made of."""

from collections.abc import Iterable
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font

Rows = Iterable[Iterable[Any]]


def book() -> Any:
    """Return a workbook without sheets."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    return workbook


def sheet(workbook: Any, title: str, rows: Rows, *, bold: Iterable[int] = (1,), merged: Iterable[str] = ()) -> Any:
    """Add a sheet with these rows, some of them in bold, and merge the given ranges; return it."""
    added = workbook.create_sheet(title)
    for row in rows:
        added.append([None if cell == "" else cell for cell in row])
    for row in added.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=cell.row in set(bold))
    for span in merged:
        added.merge_cells(span)
    return added
