"""Rows of cells -> the bytes of an .xlsx: what it looks like, what may be chosen in a cell, and nothing that computes.

Every text is written as a text, whatever it begins with. Rows are streamed: a large register takes little memory.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ..wording import here
from ..workbook import MARK, Column, Kind, Sheet, cells, codes
from ..workbook.layout import ABOUT, ACTIVITIES, CHOICES, KEEPING, LEADS, PARTY_SHEETS, TERM_KINDS, TERMS, title
from .workbook_looks import Looks
from .workbook_zip import same_bytes

Row = dict[str, str | int | date]
"""Name of a column -> what stands in the cell; cells in which nothing stands are left out."""

FIRST = 3
"""Number of the first row that holds something: the names for the program and the headings come before it."""

A4 = 9
"""The paper's number."""

MOST = 1_048_576 - FIRST
"""Rows that a sheet can hold."""

SPARE = 1000
"""Empty rows below the last one in which there is something to choose as well."""

WIDTHS = {
    Kind.TEXT: 44,
    Kind.WORDS: 30,
    Kind.TERM: 32,
    Kind.ROWS: 36,
    Kind.ROW: 36,
    Kind.YES_NO: 15,
    Kind.DATE: 15,
    Kind.NUMBER: 15,
    Kind.CODES: 32,
    Kind.CODE: 26,
    Kind.PARTY: 28,
    Kind.PARTY_KEY: 28,
}
LEAD_WIDTHS = {"activity": 36, "id": 22, "party": 36, "list": 26}
WIDE, SMALLER = 320, 55
"""Characters beyond which a page would be too small to read, and how small it is printed then, in per cent."""

LINE, HIGHEST = 15, 405
"""Points of a line, and of the highest row that a spreadsheet can show."""

LONG = 3000
"""Characters beyond which a text fills the highest row."""

USUAL = 22
"""Width of a column, in characters, where its kind names none."""


@dataclass
class _Written:
    """A sheet whose rows are written."""

    sheet: Sheet
    table: Any
    names: list[str]
    columns: dict[str, Column | None]
    filled: tuple[str, ...]
    """Columns in which something stands; the reader looks for them."""
    widths: list[float] = field(default_factory=list)
    """Characters a line of each column holds; 0 where it is hidden."""
    count: int = 0
    begins: dict[str, int] = field(default_factory=dict)
    """In the sheet of terms: list -> its first row; the lists follow one another."""
    sizes: dict[str, int] = field(default_factory=dict)

    def cells(self, name: str) -> str:
        """Return the cells of a column in which something stands or may be written."""
        letter = get_column_letter(self.names.index(name) + 1)
        return f"{letter}{FIRST}:{letter}{FIRST + self.count + SPARE}"


class File:
    """A workbook in the making."""

    def __init__(self) -> None:
        self.book = Workbook(write_only=True)
        self.looks = Looks(self.book)
        self._written: dict[str, _Written] = {}

    def about(self, widths: Iterable[int]) -> Any:
        """Return the first sheet, empty, with columns of these widths; the last one is hidden."""
        table = self.book.create_sheet(title(ABOUT))
        table.row_dimensions[1].hidden = True
        table.row_dimensions[2].height = 24
        printed(table)
        letters = list(map(get_column_letter, range(1, len(widths := list(widths)) + 1)))
        for letter, width in zip(letters, widths, strict=True):
            table.column_dimensions[letter].width = width
        table.column_dimensions[letters[-1]].hidden = True
        return table

    def write(self, sheet: Sheet, rows: Callable[[], Iterator[Row]]) -> None:
        """Write a sheet. `rows` gives its rows each time it is asked: first to see which columns they need."""
        found: dict[str, None] = {}
        count = 0
        for row in rows():
            found.update(dict.fromkeys(row))
            count += 1
        columns = dict(_columns(sheet, found))
        written = _Written(sheet, self.book.create_sheet(sheet.title), list(columns), columns, tuple(found))
        self._written[sheet.code] = written
        self._layout(written, found)
        size = f"A1:{get_column_letter(len(columns))}{count + FIRST - 1}"
        written.table.calculate_dimension = lambda: size  # else readers go through the sheet to find out
        for row in rows():
            self._append(written, row)

    def _append(self, written: _Written, row: Row) -> None:
        written.count += 1
        if "list" in row:
            said = str(row["list"])
            written.begins.setdefault(said, FIRST + written.count - 1)
            written.sizes[said] = written.sizes.get(said, 0) + 1
        made = [self.looks.cell(row[name]) if name in row else None for name in written.names]
        append(written.table, FIRST + written.count - 1, made, written.widths)

    def _layout(self, written: _Written, found: dict[str, None]) -> None:
        """Set what stands above the rows, how wide columns are and which are hidden."""
        table, sheet = written.table, written.sheet
        table.row_dimensions[1].hidden = True
        table.freeze_panes = f"{get_column_letter(len(sheet.leads) + 1)}{FIRST}"
        table.column_dimensions.max_outline = (
            1  # said before the columns are written, where openpyxl counts it too late
        )
        table.print_title_rows, table.print_title_cols = "2:2", "A:A"
        for number, (name, column) in enumerate(written.columns.items(), 1):
            dimension = table.column_dimensions[get_column_letter(number)]
            dimension.width = LEAD_WIDTHS.get(name) or (WIDTHS.get(column.kind, USUAL) if column else USUAL)
            dimension.hidden = name in KEEPING or name == "entry.sha256"
            if cells.LANGUAGE in name and not name.endswith("@sv"):
                dimension.outlineLevel, dimension.hidden = 1, name not in found
        shown = [table.column_dimensions[get_column_letter(n)] for n in range(1, len(written.names) + 1)]
        written.widths = [0 if dimension.hidden else dimension.width for dimension in shown]
        printed(table, sum(written.widths))
        table.append([self.looks.technical(f"{sheet.code}/{name}") for name in written.names])
        append(table, 2, [self.looks.heading(text, column) for text, column in _headings(written)], written.widths)

    # --- what may be chosen -------------------------------------------------------------------------------------------

    def content(self, name: str, day: date | None) -> bytes:
        """Return the file."""
        places = self._choices()
        for written in self._written.values():
            last = get_column_letter(len(written.names))
            written.table.auto_filter.ref = f"A{FIRST - 1}:{last}{max(FIRST, FIRST + written.count - 1)}"
            for column, at in written.columns.items():
                if source := self._source(column, at, places):
                    written.table.data_validations.append(_choice(source, written.cells(column), at))
        self.book.active = 0
        return same_bytes(self.book, title=name, day=day, language=here(), mark=MARK)

    def _choices(self) -> dict[str, str]:
        """Write the hidden sheet of all that may be chosen; return name of a list -> its cells."""
        found: dict[str, list[str]] = {}
        for column in (c for written in self._written.values() for c in written.columns.values() if c):
            if chosen := codes.choices(column):
                found.setdefault(*chosen)
        found["filled"] = [f"{w.sheet.code}/{name}" for w in self._written.values() for name in w.filled]
        found["list"] = [codes.list_said(kind) for kind in TERM_KINDS]
        table = self.book.create_sheet(title(CHOICES))
        table.sheet_state = "hidden"
        table.append([self.looks.technical(f"{CHOICES}/{name}") for name in found])
        for number in range(max(map(len, found.values()))):
            table.append([self.looks.cell(words[number]) if number < len(words) else None for words in found.values()])
        letters = map(get_column_letter, range(1, len(found) + 1))
        return {
            name: f"'{title(CHOICES)}'!${letter}$2:${letter}${len(words) + 1}"
            for letter, (name, words) in zip(letters, found.items(), strict=True)
        }

    def _source(self, name: str, column: Column | None, places: dict[str, str]) -> str:
        """Return the cells that a column's values are chosen from; empty where anything may stand."""
        if column is None:
            return {"activity": self._named(ACTIVITIES, "activity"), "list": places["list"]}.get(name, "")
        if chosen := codes.choices(column):
            return places[chosen[0]]
        if column.kind is Kind.TERM and TERMS in self._written:
            return self._terms(codes.list_said(column.of))
        if column.kind is Kind.PARTY:
            return self._named(PARTY_SHEETS[column.of], "party")
        return self._named("controllers", "party") if column.kind is Kind.PARTY_KEY else ""

    def _named(self, code: str, column: str) -> str:
        """Return the cells of another sheet in which what is there is named."""
        written = self._written[code]
        letter = get_column_letter(written.names.index(column) + 1)
        return f"'{written.sheet.title}'!${letter}${FIRST}:${letter}${FIRST + written.count + SPARE}"

    def _terms(self, said: str) -> str:
        written = self._written[TERMS]
        begin, letter = written.begins.get(said), get_column_letter(written.names.index("party") + 1)
        return f"'{written.sheet.title}'!${letter}${begin}:${letter}${begin + written.sizes[said] - 1}" if begin else ""


def printed(table: Any, width: float = 0) -> None:
    """Let a sheet be printed across the paper: as wide as that is, or on several beside one another.

    Each page says which sheet it is of, and its number.
    """
    table.page_setup.orientation, table.page_setup.paperSize = "landscape", A4
    table.oddHeader.left.text, table.oddFooter.left.text = "&A", "&P / &N"
    if width > WIDE:
        table.page_setup.scale = SMALLER
        return
    table.sheet_properties.pageSetUpPr.fitToPage = True
    table.page_setup.fitToHeight = 0


def _choice(source: str, where: str, column: Column | None) -> DataValidation:
    """Return a list to choose from. What the law closes is closed; in other cells one may write what is not there yet."""
    closed = column is not None and column.kind in {Kind.CODE, Kind.YES_NO, Kind.COUNTRY}
    made = DataValidation(type="list", formula1=source, allow_blank=True, errorStyle="stop" if closed else "warning")
    made.showErrorMessage = closed
    made.errorTitle = _("Not in the list")
    made.error = _("Choose one of the values in the list, or leave the cell empty.")
    made.add(where)
    return made


def append(table: Any, number: int, row: list[Any], widths: Sequence[float]) -> None:
    """Write a row as high as its texts need. It is no fixed height: a spreadsheet adapts it when somebody writes there."""
    lines = max(
        (_lines(str(cell.value), width) for cell, width in zip(row, widths, strict=False) if cell and width), default=1
    )
    table.row_dimensions[number] = {"ht": str(min(lines * LINE, HIGHEST))}
    table.append(row)
    del table.row_dimensions[number]


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column, words not being cut."""
    return sum(1 + int(len(line) * 1.1 / width) for line in text[:LONG].split("\n"))


def _columns(sheet: Sheet, found: Iterable[str]) -> Iterator[tuple[str, Column | None]]:
    """Yield the columns a sheet needs for the names found in its rows, in their order."""
    names = sorted(found)
    yield from ((lead, None) for lead in sheet.leads)
    for column in sheet.columns:
        for base in _by_language(column, names):
            yield base, column
            more = [n for n in names if n.startswith(f"{base}{cells.CONTINUED}")]
            yield from ((name, column) for name in sorted(more, key=lambda n: int(n.rpartition(cells.CONTINUED)[2])))
    yield from ((name, None) for name in KEEPING if name != "key" or sheet.has_key)


def _by_language(column: Column, names: Iterable[str]) -> list[str]:
    if not column.has_languages:
        return [column.name]
    own = [column.name] if column.kind is Kind.TEXT else []
    shipped = ["en"] if own else ["sv", "en"]
    begin = f"{column.name}{cells.LANGUAGE}"
    others = {n[len(begin) :].partition(cells.CONTINUED)[0] for n in names if n.startswith(begin)} - set(shipped)
    return own + [f"{begin}{language}" for language in (*shipped, *sorted(others))]


def _headings(written: _Written) -> Iterator[tuple[str, Column | None]]:
    for name, column in written.columns.items():
        if column is None:
            yield str(LEADS.get(name) or KEEPING[name]), column
            continue
        said = codes.heading(column, written.sheet.columns)
        base, _tilde, number = name.partition(cells.CONTINUED)
        _field, _at, language = base.partition(cells.LANGUAGE)
        said = f"{said} ({language})" if language else said
        yield (f"{said} … {number}" if number else said), column
