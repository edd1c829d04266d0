"""A document as plain lists, to be handed from one process to another, and back."""

from typing import Any

from ..documents import Cell, Document, Line, LineKind, Table

Plain = list[Any]


def plain(document: Document) -> Plain:
    """Return a document as lists of texts, numbers and truth values."""
    blocks = [_table(b) if isinstance(b, Table) else _line(b) for b in document.blocks]
    return [document.title, blocks, *([document.mark] if document.mark else [])]


def document(data: Any, file: str) -> Document:
    """Return the document that `plain` was given.

    Raises `ValueError` or `TypeError` for anything else: the process that wrote it read a file from outside.
    """
    title, blocks, *mark = data
    return Document(file, tuple(map(_block, blocks)), *map(_text, (title, *mark)))


def _line(line: Line) -> Plain:
    return [line.kind.value, line.text, line.place, line.level, line.bold]


def _table(table: Table) -> Plain:
    rows = [[[c.text, c.place, c.bold, c.repeated] for c in row] for row in table.rows]
    return ["table", table.place, table.sheet, table.caption, rows]


def _block(data: Any) -> Line | Table:
    if data[0] == "table":
        _, place, sheet, caption, rows = data
        made = tuple(tuple(map(_cell, row)) for row in rows)
        if len({len(row) for row in made}) > 1:
            raise ValueError("rows of different lengths")
        return Table(made, _text(place), _text(sheet), _text(caption))
    kind, text, place, level, bold = data
    return Line(_text(text), _text(place), LineKind(kind), int(level), bool(bold))


def _cell(data: Any) -> Cell:
    text, place, bold, repeated = data
    return Cell(_text(text), _text(place), bool(bold), bool(repeated))


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise TypeError("not a text")
    return data
