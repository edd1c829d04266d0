"""Workbooks: sheets with an activity a row, sheets that are one activity, and those that are neither."""

from collections.abc import Sequence

from ..documents import Document, Line, Table
from ..passages import Passage
from . import headed, label_value
from .collecting import PARTIES, Found
from .headings import instructs, is_aside, is_title, is_unit, says_nothing
from .labels import Corrections, topics_of
from .marks import marks
from .rows import as_text
from .tables import read_table


def read(document: Document, corrections: Corrections) -> Found:
    """Return what the sheets hold, in their order."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    parts = [_sheet(table, document, corrections) for table in tables]
    several = sum(bool(part.groups) for part in parts) > 1
    found = _lines(document, corrections)
    for table, part in zip(tables, parts, strict=True):
        _name(table, part)
        if several and part.groups:
            _keep_local(part)
        found.add(part)
    return found


def _sheet(table: Table, document: Document, corrections: Corrections) -> Found:
    if is_aside(table.sheet):
        return _aside(table, corrections)
    return read_table(table, corrections) or _text(table, document, corrections)


def _aside(table: Table, corrections: Corrections) -> Found:
    """A cover or a sheet of instructions is no activity; what it says of the parties holds for all."""
    found = label_value.read(table, corrections) if len(table.rows[0]) > 1 else Found()
    passages = [*found.shared, *(p for group in found.groups for p in group.passages)]
    shared = [p for p in passages if set(topics_of(p.label, corrections)) & PARTIES and not instructs(p.text)]
    return Found(shared=shared, furniture=[Passage(table.sheet, as_text(table), table.place)])


def _text(table: Table, document: Document, corrections: Corrections) -> Found:
    """A sheet that is no table of labels may still say who answers for all, a label and its value in a row."""
    if len(table.rows[0]) < 2:
        return headed.read(marks(Document(document.file, (table,)), corrections), corrections)
    found = label_value.read(table, corrections)
    found.shared = [Passage(p.label, p.text, p.place) for p in found.shared]
    return found


def _name(table: Table, part: Found) -> None:
    """A sheet's name names its only activity where nothing else does, and the unit of several."""
    sheet = table.sheet
    unnamed = [group for group in part.groups if not group.name]
    if len(part.groups) == 1 and unnamed:
        unnamed[0].name = sheet
    elif ((part.rows or len(part.groups) > 1) and not says_nothing(sheet) and not any(c.isdigit() for c in sheet)) or (
        part.groups and is_unit(sheet) and not is_title(sheet)
    ):
        for group in part.groups:
            group.units = (*((sheet,) if not group.units else ()), *group.units)
    if sheet:
        part.furniture.append(Passage("", sheet, table.place))


def _keep_local(part: Found) -> None:
    for group in part.groups:
        group.passages += part.shared
    part.shared = []


def _lines(document: Document, corrections: Corrections) -> Found:
    lines: Sequence[Line] = [block for block in document.blocks if isinstance(block, Line)]
    return headed.read(marks(Document(document.file, tuple(lines)), corrections), corrections) if lines else Found()
