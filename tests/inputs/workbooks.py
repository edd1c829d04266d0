"""A workbook as somebody works on it in a spreadsheet: cells by sheet and column, rows added, moved and deleted."""

import io
from functools import cache
from typing import Any

import openpyxl

from ropa.inputs import register_xlsx
from ropa.outputs import register_xlsx as output
from ropa.record import Audience, Entry, ProcessingActivity, Recipient, Register, Text, Translation, replace, view


def register(*records: ProcessingActivity, audience: Audience = Audience.DRAFT) -> Register:
    return Register(audience=audience, entries=tuple(Entry(activity=view(r, audience)) for r in records))


@cache
def _exported(records: tuple[ProcessingActivity, ...], audience: Audience, language: str) -> bytes:
    return output.render(register(*records, audience=audience), language)


def replace_texts(record: ProcessingActivity, texts: tuple[str, ...]) -> ProcessingActivity:
    """Return an activity with these texts in rows and in cells of its own."""
    rows = tuple(Recipient(note=Text(sv=t, other={"en": Translation(text=t)})) for t in texts)
    return replace(record, recipients=rows, notes=texts[0], tags=texts[:12], reference="=cmd|' /C calc'!A0")


class Book:
    """An exported workbook, open in a spreadsheet."""

    def __init__(self, *records: ProcessingActivity, audience: Audience = Audience.DRAFT, language: str = "sv") -> None:
        self.content = _exported(records, audience, language)
        self.book = openpyxl.load_workbook(io.BytesIO(self.content))

    def sheet(self, code: str) -> Any:
        """Return the sheet whose hidden row names it."""
        return next(t for t in self.book if any(str(c.value or "").startswith(f"{code}/") for c in t[1]))

    def column(self, code: str, name: str) -> int:
        return next(c.column for c in self.sheet(code)[1] if c.value == f"{code}/{name}")

    def cell(self, code: str, name: str, row: int = 3) -> Any:
        return self.sheet(code).cell(row, self.column(code, name))

    def put(self, code: str, row: int, **cells: Any) -> None:
        """Write into a row; `__` stands for the @ before a language."""
        for name, value in cells.items():
            self.cell(code, name.replace("__", "@"), row).value = value

    def add(self, code: str, **cells: Any) -> int:
        """Write a new row below the others and return its number."""
        row = self.sheet(code).max_row + 1
        self.put(code, row, **cells)
        return row

    def copy(self, code: str, row: int) -> int:
        """Copy a row, hidden cells and all, to below the others."""
        sheet = self.sheet(code)
        new = sheet.max_row + 1
        for cell in sheet[row]:
            sheet.cell(new, cell.column).value = cell.value
        return new

    def saved(self) -> bytes:
        file = io.BytesIO()
        self.book.save(file)
        return file.getvalue()

    def activities(self) -> tuple[ProcessingActivity, ...]:
        return register_xlsx.read(self.saved(), "bok.xlsx").activities

    def one(self) -> ProcessingActivity:
        (activity,) = self.activities()
        return activity
