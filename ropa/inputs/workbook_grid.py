"""A workbook as sheets of rows, their cells by the names of the columns: wherever people have moved them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from openpyxl.utils.datetime import from_excel

from ..record import Audience, legible
from ..workbook import Sheet, cells, codes, sheets
from ..workbook.layout import ABOUT, CHOICES, KEEPING, LEADS
from .apart import workbook_apart
from .readers.refused import Refused
from .readers.workbook import COMMENTS, Sheets
from .reading import CannotRead
from .refusals import said

SHOWN = 20
"""Problems that are told at once; whoever has more begins with these."""

SEARCHED = 10
"""Rows in which the headings of a sheet are looked for."""

COMMENT = "Kommentar"
"""What a comment on a cell is kept under, whoever imports: the text is known again by it."""

_NAMED = re.compile(r"([a-z_]+)/(.+)", re.DOTALL)
"""A cell of the hidden row: the sheet and the column."""


class Problems:
    """What is wrong in a file. Reading goes on, so that all of it is told at once."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def add(self, place: str, words: str) -> None:
        """Tell what is wrong at a place, as in "Ändamål!C7"."""
        if (said := f"{place}: {words}") not in self.said:
            self.said.append(said)

    def refuse(self) -> None:
        """Raise `CannotRead` if anything is wrong."""
        if not self.said:
            return
        left = len(self.said) - SHOWN
        more = [_("… and {count} more.").format(count=left)] if left > 0 else []
        raise CannotRead(*self.said[:SHOWN], *more)


@dataclass
class Grid:
    """A sheet. `code` says what its rows are; empty where nobody knows."""

    title: str
    code: str = ""
    letters: dict[str, str] = field(default_factory=dict)
    """Name of a column -> its letter."""
    more: dict[str, str] = field(default_factory=dict)
    """Letter of a column that is somebody's own -> its heading."""
    lines: list["Line"] = field(default_factory=list)
    stray: list[tuple[str, str]] = field(default_factory=list)
    """Comments on cells of no line, each with its place."""

    def note(self, comments: dict[int, dict[str, str]]) -> None:
        """Take the comments on the sheet's cells: number of a row -> letter -> what is written there."""
        lines = {line.number: line for line in self.lines}
        for number, noted in comments.items():
            if number in lines:
                lines[number].comments = noted
            else:
                self.stray += [(text, f"{self.title}!{letter}{number}") for letter, text in noted.items()]


@dataclass
class Line:
    """A row of a sheet."""

    grid: Grid
    number: int
    cells: dict[str, Any]
    """Letter -> what stands there; cells with nothing in them are left out."""
    comments: dict[str, str] = field(default_factory=dict)
    """Letter -> what somebody noted beside the cell."""

    def value(self, name: str) -> Any:
        """Return what stands in a column; None for nothing."""
        return self.cells.get(self.grid.letters.get(name, ""))

    def text(self, name: str) -> str:
        """Return what stands in a column as text."""
        return legible_text(self.raw(name))

    def raw(self, name: str) -> str:
        """Return what is written in a column, with the columns in which it goes on; `cells.unescaped` makes it text."""
        first = self.value(name)
        number, parts = 2, [_text(first)]
        while (following := f"{name}{cells.CONTINUED}{number}") in self.grid.letters:
            parts.append(_text(self.value(following)))
            number += 1
        return "".join(parts)

    def languages(self, name: str) -> Iterator[str]:
        """Yield the languages of a text for which the sheet has a column."""
        begin = f"{name}{cells.LANGUAGE}"
        for column in self.grid.letters:
            if column.startswith(begin) and cells.CONTINUED not in column:
                yield column[len(begin) :]

    def place(self, name: str = "") -> str:
        """Return where a column's cell is, as in "Ändamål!C7"; the row where there is no such column."""
        return f"{self.grid.title}!{self.grid.letters.get(name, '')}{self.number}"

    def own(self) -> Iterator[tuple[str, str, str]]:
        """Yield heading, text and place of what stands in columns that are somebody's own, and of comments."""
        for letter, heading in self.grid.more.items():
            if text := legible_text(_text(self.cells.get(letter))).strip():
                yield heading, text, f"{self.grid.title}!{letter}{self.number}"
        yield from self.noted()

    def noted(self) -> Iterator[tuple[str, str, str]]:
        """Yield the comments on its cells, each with its place."""
        for letter, text in self.comments.items():
            yield COMMENT, legible(text).strip(), f"{self.grid.title}!{letter}{self.number}"


def legible_text(text: str) -> str:
    """Return what was written in a cell."""
    return legible(cells.unescaped(text))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, (date, time)) else str(value)


def as_date(value: Any) -> date | None:
    """Return the day that a cell says: a date, its number, or a text such as 2026-03-01; None for none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < 2_958_466:
        found = from_excel(int(value))
        return found.date() if isinstance(found, datetime) else None
    text = re.sub(r"[T ]00:00(:00)?$", "", _text(value).strip()).replace("/", "-")
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


# --- opening ----------------------------------------------------------------------------------------------------------


def opened(content: bytes) -> list[Grid] | None:
    """Return the sheets of a workbook; None for a file without its mark.

    Raises `CannotRead` for what is broken, or too large to be one of ours.
    """
    try:
        sheets_found = workbook_apart(content)
    except Refused as refused:
        raise CannotRead(said(refused)) from refused
    return None if sheets_found is None else list(_grids(sheets_found))


def _grids(found: Sheets) -> Iterator[Grid]:
    comments = {title.removeprefix(COMMENTS): dict(rows) for title, rows in found if title.startswith(COMMENTS)}
    for title, rows in found:
        if not title.startswith(COMMENTS):
            grid = _grid(title, iter(rows))
            grid.note(comments.get(title, {}))
            yield grid


def _grid(title: str, rows: Iterator[tuple[int, dict[str, Any]]]) -> Grid:
    """Return a sheet whose columns are known by the names in its hidden row, else by their headings."""
    grid = Grid(title)
    first: list[tuple[int, dict[str, Any]]] = []
    for number, row in rows:
        if not grid.letters and len(first) < SEARCHED:
            first.append((number, row))
            grid.code, grid.letters = _by_names(row)
            continue
        grid.lines.append(Line(grid, number, row))
    begun = first[:-1] if grid.letters else []
    if not grid.letters:
        begun = _by_headings(grid, first)
        grid.lines = [Line(grid, n, row) for n, row in first[len(begun) :] if grid.letters or row] + grid.lines
    elif grid.code not in {ABOUT, CHOICES}:
        _take_headings(grid)
    return grid


def _by_names(row: dict[str, Any]) -> tuple[str, dict[str, str]]:
    found = {letter: _NAMED.fullmatch(value) for letter, value in row.items() if isinstance(value, str)}
    named = {match[2]: letter for letter, match in reversed(found.items()) if match and match[1] in _codes()}
    code = next((match[1] for match in found.values() if match and match[1] in _codes()), "")
    return code, named


def _take_headings(grid: Grid) -> None:
    """Take the row of headings from the rows, and keep the headings of columns without a name."""
    if not grid.lines:
        return
    heading = grid.lines.pop(0)
    known = set(grid.letters.values())
    used = {letter for line in grid.lines for letter in line.cells}
    for letter in sorted(used - known, key=lambda letter: (len(letter), letter)):
        grid.more[letter] = _text(heading.cells.get(letter)).strip()


def _codes() -> set[str]:
    return {ABOUT, CHOICES, *(sheet.code for sheet in sheets(Audience.DRAFT))}


# --- sheets without the hidden row ------------------------------------------------------------------------------------


def _by_headings(grid: Grid, first: list[tuple[int, dict[str, Any]]]) -> list[Any]:
    """Find out by title and headings what a sheet is; return the rows down to the headings."""
    for sheet, names in _headed(grid.title):
        for place, (_number, row) in enumerate(first):
            said = {codes.plain(_text(value)): letter for letter, value in row.items()}
            found = {name: said[heading] for heading, name in names.items() if heading in said}
            if any(lead in found for lead in sheet.leads) and len(found) > 1:
                grid.code, grid.letters = sheet.code, found
                known = set(found.values())
                grid.more = {letter: _text(v).strip() for letter, v in row.items() if letter not in known}
                return first[: place + 1]
    return []


def _headed(title: str) -> Iterator[tuple[Sheet, dict[str, str]]]:
    """Yield the sheets of that title in each language, with heading -> name of the column."""
    for language in codes.LANGUAGES:
        with override(language):
            for sheet in sheets(Audience.DRAFT):
                if codes.plain(sheet.title) == codes.plain(title):
                    yield sheet, dict(_names(sheet))


def _names(sheet: Sheet) -> Iterable[tuple[str, str]]:
    for name in (*KEEPING, *sheet.leads):
        yield codes.plain(str(LEADS.get(name) or KEEPING[name])), name
    for column in sheet.columns:
        said = codes.plain(codes.heading(column, sheet.columns))
        yield said, column.name
        for language in codes.LANGUAGES if column.has_languages else ():
            yield f"{said} ({language})", f"{column.name}{cells.LANGUAGE}{language}"
