"""The register as a workbook that loses nothing: a sheet a part, to read, to edit and to bring in again.

`inputs.register_xlsx` reads it back. Headings are the form's own words; the names by which the reader knows the
columns stand in a hidden row above them. Equal registers give equal bytes.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..record import Entry, Register, Term, Text, Value
from ..workbook import Column, Kind, Sheet, cells, codes, sheets
from ..workbook.layout import ABOVE, ACTIVITIES, HEADINGS, PARTY_SHEETS, TERM_KINDS, TERMS, lists, names_of, title
from .refusal import CannotRender, refuse_internal
from .workbook_about import write_about
from .workbook_file import MOST, File, Row
from .workbook_names import Names, Rows

SHEET_OF_PARTY = {code: kind for kind, code in PARTY_SHEETS.items()}


def render(register: Register, language: str = "sv") -> bytes:
    """Return the register as .xlsx with headings and choices in `language`; it holds every language's texts.

    Raises `NotPublic` for a public register that was not cut down to the public view, and `CannotRender` for one
    that is too large for a sheet.
    """
    refuse_internal(register)
    with override(language):
        _refuse_long(register)
        file, written = File(), Written(register)
        write_about(file, register)
        for sheet in sheets(register.audience):
            file.write(sheet, partial(written.rows, sheet))
        return file.content(register.title, register.day)


def _refuse_long(register: Register) -> None:
    """Raise `CannotRender` before anything is written: a workbook that is left half written leaves files behind."""
    for name in lists():
        if sum(len(getattr(activity, name)) for activity in register.activities) > MOST:
            words = _("The sheet “{title}” would have more rows than a spreadsheet holds.")
            raise CannotRender(words.format(title=title(name)))


class Written:
    """A register as rows of cells. Rows are made anew whenever they are asked for: they are not kept."""

    def __init__(self, register: Register) -> None:
        self.register, self.names = register, Names(register)
        self._called: dict[int, Rows] = {}

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield the rows of a sheet: name of the column -> what stands in the cell."""
        if sheet.code == ACTIVITIES:
            yield from self._activities(sheet)
        elif sheet.code == TERMS:
            yield from self._terms(sheet)
        elif sheet.code == HEADINGS:
            yield from self._headings(sheet)
        elif sheet.code == ABOVE:
            yield from self._above(sheet)
        elif sheet.code in SHEET_OF_PARTY:
            yield from self._parties(sheet)
        else:
            yield from self._list(sheet)

    def _activities(self, sheet: Sheet) -> Iterator[Row]:
        for number, (name, entry) in enumerate(zip(self.names.activities, self.register.entries, strict=True), 1):
            row = self._row(sheet, entry.activity, None, entry)
            yield {"activity": name, **row, "order": number, "key": str(entry.activity.key)}

    def _list(self, sheet: Sheet) -> Iterator[Row]:
        for place, activity in enumerate(self.register.activities):
            lead, rows = {"activity": self.names.activities[place]}, self._rows_of(place)
            for number, value in enumerate(getattr(activity, sheet.code), 1):
                lead["id"] = rows.ids[sheet.code][number - 1]
                key = f"{value.key}.{activity.key.hex[:8]}"
                yield {**lead, **self._row(sheet, value, rows), "order": number, "key": key}

    def _rows_of(self, place: int) -> Rows:
        """Return what the rows of an activity are called."""
        if place not in self._called:
            self._called[place] = Rows(self.register.entries[place].activity)
        return self._called[place]

    def _parties(self, sheet: Sheet) -> Iterator[Row]:
        for party, name in self.names.parties[SHEET_OF_PARTY[sheet.code]].names.items():
            yield {"party": name, **self._row(sheet, party), "key": str(party.key)}

    def _headings(self, sheet: Sheet) -> Iterator[Row]:
        for organisation, name in self.names.parties[SHEET_OF_PARTY["organisations"]].names.items():
            for number, heading in enumerate(organisation.headings, 1):
                yield {"party": name, **self._row(sheet, heading), "order": number}

    def _above(self, sheet: Sheet) -> Iterator[Row]:
        for unit, name in self.names.parties[SHEET_OF_PARTY["units"]].names.items():
            for number, (slug, text) in enumerate(unit.path, 1):
                above = unit.model_copy(update={"slug": slug, "name": text})
                yield {"party": name, **self._row(sheet, above), "order": number}

    def _terms(self, sheet: Sheet) -> Iterator[Row]:
        for kind in TERM_KINDS:
            for term, name in sorted(self.names.terms[kind].names.items(), key=lambda pair: codes.plain(pair[1])):
                yield {"list": codes.list_said(kind), "party": name, **self._row(sheet, term)}

    # --- cells --------------------------------------------------------------------------------------------------------

    def _row(self, sheet: Sheet, value: Value, rows: Rows | None = None, entry: Entry | None = None) -> Row:
        """Return the cells of a value; what is not stated has none."""
        row: Row = {}
        marks: dict[str, Any] = {}
        for column in sheet.columns:
            given = _given(column, value, entry)
            if column.has_languages:
                _in_languages(column.name, given, row, marks)
            elif given is not None and given != "" and given != ():
                _spread(row, column.name, self._cell(column, given, rows))
        return {**row, "marks": json.dumps(marks, sort_keys=True)} if marks else row

    def _cell(self, column: Column, given: Any, rows: Rows | None) -> str | int | date:
        """Return what stands in a cell for a value that is stated."""
        match column.kind:
            case Kind.CODE:
                return codes.label(given)
            case Kind.CODES:
                return cells.listed(map(codes.label, given))
            case Kind.YES_NO:
                return codes.said(given)
            case Kind.LINES:
                return cells.listed(given)
            case Kind.NUMBERS:
                return ", ".join(map(str, given))
            case Kind.TERM:
                return cells.escaped(self.names.term(given))
            case Kind.PARTY:
                return cells.escaped(self.names.party(given))
            case _:
                return self._more(column, given, rows)

    def _more(self, column: Column, given: Any, rows: Rows | None) -> str | int | date:
        match column.kind:
            case Kind.ROW | Kind.ROWS:
                assert rows is not None  # only lists of an activity have such columns
                keys = given if column.kind is Kind.ROWS else (given,)
                return cells.listed(map(rows.said, keys))
            case Kind.PARTY_KEY:
                return cells.escaped(self.names.controller(given))
            case Kind.PERIOD:
                return cells.period_said(given)
            case Kind.COUNTRY:
                return codes.country_said(given)
            case Kind.FIELD:
                return codes.field_said(cells.escaped(given))
            case Kind.NUMBER | Kind.DATE:
                return given
            case _:
                return cells.escaped(str(given))


def _given(column: Column, value: Value, entry: Entry | None) -> Any:
    """Return what a value says in a column, None where it has no such field."""
    if isinstance(value, Term):
        name = names_of(column, type(value))
        return getattr(value, name) if name else None
    owner, _dot, field = column.name.rpartition(".")
    place: Any = entry if owner == "entry" else getattr(value, owner) if owner else value
    return getattr(place, field)


def _in_languages(name: str, given: Any, row: Row, marks: dict[str, Any]) -> None:
    """Put a text and its translations into columns of their own; the marks keep what the columns cannot say."""
    if isinstance(given, Text):
        _spread(row, name, cells.escaped(given.sv))
        for language, translation in given.other.items():
            column = f"{name}{cells.LANGUAGE}{language}"
            _spread(row, column, cells.escaped(translation.text))
            marks[column] = [translation.source, cells.fingerprint(translation.text)]
        return
    for language, text in (given or {}).items():
        column = f"{name}{cells.LANGUAGE}{language}"
        _spread(row, column, cells.escaped(text))
        if not text:
            marks[column] = []


def _spread(row: Row, name: str, content: str | int | date) -> None:
    """Put what is too long for a cell into several."""
    if not isinstance(content, str):
        row[name] = content
        return
    for number, piece in enumerate(cells.pieces(content), 1):
        if piece:
            row[name if number == 1 else f"{name}{cells.CONTINUED}{number}"] = piece
