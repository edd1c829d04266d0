"""Cells of a workbook -> the fields of a value, with a problem for each cell that cannot be understood."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import ValidationError

from ..record import Value, source_hash
from ..vocabulary import Code
from ..workbook import Column, Kind, cells, codes
from .register_json import SLUG, reason
from .workbook_grid import Line, Problems, as_date

Find = Callable[[Column, str], Any]
"""Column and what a cell names -> the term, party or key it means. Raises `NotUnderstood`."""


class NotUnderstood(ValueError):
    """A cell says what cannot stand there; the message says why, in words for the user."""


class Cells:
    """Reads cells; what they name of other sheets is found by `find`."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems

    def made(self, kind: type[Value], line: Line, columns: tuple[Column, ...], find: Find, **more: Any) -> Any:
        """Return the value that a row says, None where it says what cannot be; `more` are fields no column has."""
        data = {**self.data(line, columns, find), **more}
        try:
            made = kind.model_validate(data)
        except ValidationError as error:
            for problem in error.errors(include_url=False):
                self.problems.add(line.place(_column(problem["loc"], columns)), reason(problem))
            return None
        return made if self._has_good_slug(made, line) else None

    def _has_good_slug(self, made: Value, line: Line) -> bool:
        slug = getattr(made, "slug", "")
        if not slug or SLUG.fullmatch(slug):
            return True
        words = _("“{given}” cannot stand in an address; use a-z, 0-9 and hyphens, at most 80.")
        self.problems.add(line.place("slug"), words.format(given=slug[:60]))
        return False

    def data(self, line: Line, columns: tuple[Column, ...], find: Find) -> dict[str, Any]:
        """Return field -> what it says; fields that are left empty are left out, those that must be there are empty."""
        found: dict[str, Any] = {}
        marks = _marks(line.text("marks"))
        for column in columns:
            try:
                value = self._value(column, line, marks, find)
            except NotUnderstood as error:
                self.problems.add(line.place(column.name), str(error))
                continue
            owner, _dot, name = column.name.rpartition(".")
            if value is not None:
                (found.setdefault(owner, {}) if owner else found)[name] = value
        return found

    def _value(self, column: Column, line: Line, marks: dict[str, Any], find: Find) -> Any:
        if column.kind is Kind.TEXT:
            return _text(column.name, line, marks)
        if column.kind is Kind.WORDS:
            return _words(column.name, line, marks)
        text = line.text(column.name).strip()
        if not text:
            return "" if column.kind is Kind.LINE and column.default is None else None
        if column.kind is Kind.DATE:
            return as_date(line.value(column.name)) or _no(text, _("“{given}” is not a date such as 2026-03-01."))
        given = line.raw(column.name).strip() if column.kind in _RAW else text
        return _READ[column.kind](column, given, find)


def _column(location: tuple[Any, ...], columns: tuple[Column, ...]) -> str:
    path = ".".join(str(step) for step in location)
    named = [c.name for c in columns if path == c.name or path.startswith(f"{c.name}.")]
    return max(named, key=len, default=str(location[0]) if location else "")


def _no(given: str, words: str, **more: str) -> Any:
    raise NotUnderstood(words.format(given=given[:60], **more))


# --- texts in several languages ---------------------------------------------------------------------------------------


def _marks(text: str) -> dict[str, Any]:
    """Return what is kept of translations; nothing where somebody has written something else there."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _text(name: str, line: Line, marks: dict[str, Any]) -> Any:
    """Return a text; a translation that nobody has touched keeps its mark, another is of today's Swedish text."""
    swedish = line.text(name).strip()
    other = {}
    for language in line.languages(name):
        column = f"{name}{cells.LANGUAGE}{language}"
        text, mark = line.text(column).strip(), marks.get(column)
        source, printed = mark if isinstance(mark, list) and len(mark) == 2 else (None, None)
        if printed == cells.fingerprint(text):
            other[language] = {"text": text, "source": source}
        elif text:
            other[language] = {"text": text, "source": source_hash(swedish)}
    return {"sv": swedish, "other": other} if swedish or other else None


def _words(name: str, line: Line, marks: dict[str, Any]) -> dict[str, str] | None:
    columns = {language: f"{name}{cells.LANGUAGE}{language}" for language in line.languages(name)}
    said = {language: line.text(column).strip() for language, column in columns.items()}
    return {language: text for language, text in said.items() if text or columns[language] in marks} or None


# --- one cell ---------------------------------------------------------------------------------------------------------


def _code(column: Column, text: str, find: Find) -> Code:
    return _one_of(column.of, text)


def _one_of(of: type[Code], text: str) -> Code:
    if (found := codes.code(of, text)) is not None:
        return found
    raise NotUnderstood(_not_one_of(text, [codes.label(member) for member in of]))


def _not_one_of(given: str, expected: list[str]) -> str:
    words = _("“{given}” is not one of the values allowed here: {expected}.")
    return words.format(given=given[:60], expected=", ".join(expected))


def _several(text: str, read: Callable[[str], Any]) -> tuple[Any, ...]:
    """Return what stands on the lines of a cell; a line may hold several, with commas or semicolons between."""
    return tuple(value for line in cells.unlisted(text) for value in _on_a_line(line, read))


def _on_a_line(line: str, read: Callable[[str], Any]) -> Iterator[Any]:
    try:
        yield read(line)
        return
    except NotUnderstood:
        pieces = [piece for piece in re.split(r"\s*;\s*|\s*,\s+", line) if piece]
        if len(pieces) < 2:
            raise
    yield from map(read, pieces)


def _codes(column: Column, text: str, find: Find) -> tuple[Code, ...]:
    return _several(text, lambda piece: _one_of(column.of, piece))


def _yes_no(column: Column, text: str, find: Find) -> bool:
    said = codes.answer(text)
    if said is None:
        raise NotUnderstood(_not_one_of(text, [codes.said(True), codes.said(False)]))
    return said


def _number(column: Column, text: str, find: Find) -> int:
    return int(text) if re.fullmatch(r"\d{1,9}", text) else _no(text, _("“{given}” is not a whole number."))


def _numbers(column: Column, text: str, find: Find) -> tuple[int, ...]:
    pieces = [piece for piece in re.split(r"[,;.\s]+|\b(?:och|and)\b", text) if piece]
    return tuple(_number(column, piece, find) for piece in pieces)


def _period(column: Column, text: str, find: Find) -> str:
    found = cells.period_read(text)
    if not re.fullmatch(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?", found):
        _no(text, _("“{given}” is no period such as 5 years, 18 months or P5Y."))
    return found


def _country(column: Column, text: str, find: Find) -> str:
    found = codes.country(text)
    return found if re.fullmatch("[A-Za-z]{2}", found) else _no(text, _("“{given}” is no country that is known here."))


def _row(column: Column, text: str, find: Find) -> UUID:
    return find(column, text)


_READ: dict[Kind, Callable[[Column, str, Find], Any]] = {
    Kind.LINE: lambda column, text, find: text,
    Kind.CODE: _code,
    Kind.CODES: _codes,
    Kind.YES_NO: _yes_no,
    Kind.NUMBER: _number,
    Kind.NUMBERS: _numbers,
    Kind.LINES: lambda column, text, find: tuple(cells.unlisted(text)),
    Kind.TERM: _row,
    Kind.ROW: _row,
    Kind.ROWS: lambda column, text, find: _several(text, lambda piece: find(column, piece)),
    Kind.PARTY: _row,
    Kind.PARTY_KEY: _row,
    Kind.PERIOD: _period,
    Kind.COUNTRY: _country,
    Kind.FIELD: lambda column, text, find: cells.unescaped(codes.field(text)),
}

_RAW = {Kind.CODES, Kind.LINES, Kind.ROWS, Kind.FIELD}
"""Kinds whose cells are taken apart before what is escaped in them is text."""
