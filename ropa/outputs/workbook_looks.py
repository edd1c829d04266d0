"""What cells of a workbook look like. A text is a text, whatever it begins with: nothing computes."""

from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill

from ..workbook import Column
from .plan_csv import FORMULA


class Looks:
    """Cells as they look."""

    def __init__(self, book: Workbook) -> None:
        self._table = book.create_sheet("looks")
        book.remove(self._table)
        self._text = self._style(alignment=_TOP)
        self._quoted = self._style(alignment=_TOP, quotePrefix=True)
        self._date = self._style(alignment=_TOP, number_format="yyyy-mm-dd")
        self._heading = self._style(alignment=_TOP, font=_font(bold=True, color="FFFFFF"), fill=_DARK)
        self._grey = self._style(alignment=_TOP, font=_font(bold=True, color="404040"), fill=_LIGHT)
        self._small = self._style(font=_font(color="808080", size=8))
        self._title = self._style(font=_font(bold=True, size=16))

    def _style(self, **looks: Any) -> Any:
        cell = WriteOnlyCell(self._table)
        for name, value in looks.items():
            setattr(cell, name, value)
        return cell._style

    def cell(self, content: str | int | date) -> Any:
        """Return a cell that shows what it is given and never computes."""
        if isinstance(content, date) and content.year > EARLIEST:
            return self._made(content, "d", self._date)
        if isinstance(content, int):
            return self._made(content, "n", self._text)
        text = str(content)
        return self._made(text, "s", self._quoted if text.startswith(FORMULA) else self._text)

    def heading(self, text: str, column: Column | None) -> Any:
        """Return a heading; grey where the column is for reading only."""
        entry = column is not None and column.name.startswith("entry.")
        return self._made(text, "s", self._grey if entry else self._heading)

    def technical(self, text: str) -> Any:
        """Return a cell for the program."""
        return self._made(text, "s", self._small)

    def title(self, text: str) -> Any:
        """Return a large title."""
        return self._made(text, "s", self._title)

    def _made(self, content: Any, kind: str, style: Any) -> Any:
        cell = WriteOnlyCell(self._table)
        cell._value, cell.data_type, cell._style = content, kind, style
        return cell


def _font(size: int = 11, **more: Any) -> Font:
    return Font(name="Calibri", size=size, **more)


EARLIEST = 1900
"""Spreadsheets count days from here, and the first of them wrong: such dates are written as text."""

_TOP = Alignment(wrap_text=True, vertical="top")
_DARK = PatternFill("solid", fgColor="1F4E5F")
_LIGHT = PatternFill("solid", fgColor="E2E2E2")
