"""A document's blocks as they are used: which line is a label, which a heading, which a text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..documents import Cell, Document, Line, LineKind, Table
from ..topics import Topic
from . import broken_labels, cells, numbered_labels, tables
from .colon import Labelled, labelled, labels_inside
from .labels import Corrections, is_listed, is_question, is_weak, normal, topics_of
from .mark import CAPTION, Mark, Use
from .names import named
from .neighbours import with_neighbours
from .normal import asks
from .rows import as_text, distinct

LABEL_LENGTH = 110
"""Characters: what is longer is a text."""

_NAMING = {Topic.NAME, Topic.UNIT, Topic.REFERENCE, Topic.FURNITURE}
"""What a weak label is not taken for as a heading: "Register" may be a title, "Verksamhet" a unit."""

_RULE = re.compile(r"[\W_]{3,}")
_PAGE = re.compile(r"(?:sida|side|page|s\.)?\s*\d{1,4}\s*(?:(?:av|of|/|\(|af)\s*\d{1,4}\)?)?", re.I)

_PAGE_LENGTH = 150
_PAGE_HEAD = re.compile(r".{1,80}\s{3,}(?:sida|side|page|s\.)\s*\d{1,4}(?:\s*(?:av|of|/|\(|af)\s*\d{1,4}\)?)?", re.I)
"""The head of each page: "Ekby kommun      Sida 1 (2)"."""


def marks(document: Document, corrections: Corrections) -> list[Mark]:
    """Return the marks of a document in its order."""
    blocks = numbered_labels.as_headings(broken_labels.mended(document.blocks, corrections), corrections)
    first = [mark for block in blocks for mark in _marks_of(block, corrections)]
    return named(with_neighbours(first))


def _marks_of(block: Line | Table, corrections: Corrections) -> Iterator[Mark]:
    if isinstance(block, Line):
        yield from _marks_of_line(block, corrections)
    else:
        yield from _marks_of_table(block, corrections)


def _marks_of_table(table: Table, corrections: Corrections) -> Iterator[Mark]:
    if cells.is_one_column(table) or cells.hold_labels(table, corrections):
        yield from (mark for line in cells.lines_of(table, corrections) for mark in _marks_of_line(line, corrections))
        if table.caption:
            yield Mark(Use.FURNITURE, table.caption, table.place)
        return
    found = tables.read_table(table, corrections)
    if found is not None:
        yield Mark(Use.TABLE, table.caption, table.place, found=found)
    else:
        head, body = _headed(table)
        if head:
            yield Mark(Use.FURNITURE, "\n".join(cell.text for cell in head), table.place)
        yield Mark(Use.TEXT, as_text(body), table.place, alone=False)
    if table.caption and found is None:
        yield Mark(Use.FURNITURE, table.caption, table.place)


def _headed(table: Table) -> tuple[list[Cell], Table]:
    """Return the cells of a table's first row where they are its headers, set in bold, and the rest of the table."""
    head, *rows = (distinct(row) for row in table.rows)
    bold = len(head) > 1 and all(cell.bold for cell in head)
    body = [cell for row in rows for cell in row]
    if not bold or not body or all(cell.bold for cell in body):
        return [], table
    return head, replace(table, rows=table.rows[1:])


def _marks_of_line(line: Line, corrections: Corrections) -> Iterator[Mark]:
    if line.kind is LineKind.HEADING:
        yield _heading(line, corrections)
        return
    listed = line.kind is LineKind.ITEM
    lines = [piece.strip() for piece in line.text.splitlines() if piece.strip()]
    pieces = lines if listed else [piece for text in lines for piece in labels_inside(text, corrections)]
    for piece in pieces:
        yield _piece(piece, line, listed, corrections)


def _heads_page(text: str) -> bool:
    return len(text) < _PAGE_LENGTH and _PAGE_HEAD.fullmatch(text) is not None


def _heading(line: Line, corrections: Corrections) -> Mark:
    if _heads_page(line.text):
        return Mark(Use.FURNITURE, line.text, line.place)
    if (said := labelled(line.text, corrections, dashes=False)) and said.value:
        if said.topics[0] is Topic.NAME:
            return Mark(Use.HEADING, said.value, line.place, level=line.level, whole=line.text)
        return Mark(Use.LABEL, said.label, line.place, said.topics, 0, said.value, line.text, True)
    topics = topics_of(line.text, corrections)
    if is_weak(line.text) and topics[:1] and topics[0] in _NAMING:
        topics = ()
    use = Use.LABEL if topics or line.text.endswith("?") or asks(line.text) else Use.HEADING
    return Mark(use, line.text, line.place, topics, level=line.level)


def _piece(text: str, line: Line, listed: bool, corrections: Corrections) -> Mark:
    alone = not listed
    if _RULE.fullmatch(text):
        return Mark(Use.RULE, text, line.place)
    paged = (_PAGE.fullmatch(text) and len(text) < 20) or _heads_page(text)
    if alone and (paged or CAPTION.fullmatch(text)):
        return Mark(Use.FURNITURE, text, line.place)
    if said := labelled(text, corrections):
        return _inline(said, text, line, alone)
    topics = () if listed else _whole(text, line.bold, corrections)
    if topics:
        return Mark(Use.LABEL, text, line.place, topics, alone=alone, bold=line.bold)
    return Mark(Use.TEXT, text, line.place, alone=alone, bold=line.bold)


def _inline(said: Labelled, text: str, line: Line, alone: bool) -> Mark:
    mark = Mark(Use.LABEL, said.label, line.place, said.topics, 0, said.value, text)
    return replace(mark, inline=True, alone=alone, bold=line.bold)


def _whole(text: str, bold: bool, corrections: Corrections) -> tuple[Topic, ...]:
    """Return the topics of a line that is a label and nothing else."""
    if len(text) > LABEL_LENGTH or (text.endswith((".", "!", ",", ";")) and not text.endswith("…")):
        return ()
    topics = topics_of(text, corrections)
    sure = (is_question(text) and text.rstrip(" *").endswith("?")) or bold or (is_listed(text) and not is_weak(text))
    known = corrections.get(normal(text)) if corrections else None
    return topics if sure or known else ()
