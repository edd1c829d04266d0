"""Tables with a label in the first column and an activity in each of the others."""

from ..documents import Table
from ..passages import Passage
from ..topics import Topic
from .collecting import Found
from .headings import is_guidance, is_head
from .label_value import has_pairs, label_column
from .labels import Corrections, topics_of
from .records import Records
from .rows import LABEL_LENGTH, Row, as_furniture, distinct, is_covered, is_empty, is_heads, is_label, labels_in, spans

_MOSTLY = 0.6

_LOOKED_AT = 6
"""Rows among which the names stand: number, unit and board may stand above them."""


def names_row(table: Table, corrections: Corrections) -> int | None:
    """Return the row that names the activities, one a column; None where the table is none of these."""
    column = label_column(table, corrections)
    if has_pairs(table, corrections):
        return None
    rows = [(i, row) for i, row in enumerate(table.rows[:_LOOKED_AT]) if not is_empty(row) and not spans(row)]
    named = [i for i, row in rows if _says_name(row, column, corrections)]
    able = (i for i in [*named, *(i for i, _row in rows[:1])] if _names(table.rows[i], column, corrections))
    return next((i for i in able if _has_values(table, i, column)), None)


def _says_name(row: Row, column: int, corrections: Corrections) -> bool:
    return topics_of(row[column].text, corrections)[:1] == (Topic.NAME,)


def _names(row: Row, column: int, corrections: Corrections) -> bool:
    first, others = row[column], [c for i, c in enumerate(row) if i > column]
    if len(others) < 2 or is_heads(row) or any(is_covered(row, i) for i in range(column + 1, len(row))):
        return False
    named = _says_name(row, column, corrections)
    free = not first.text.strip() or named or is_head(first.text, "Kommentar")
    texts = [c.text for c in others if c.text.strip()]
    short = all(len(t) <= LABEL_LENGTH and not is_guidance(t) for t in texts)
    known = labels_in(others, corrections)
    return free and short and len(texts) >= 2 and len(set(texts)) == len(texts) and (named or known * 2 < len(texts))


def _has_values(table: Table, index: int, column: int) -> bool:
    """Return whether most rows of labels have values for more than one activity."""
    rows = [row for row in table.rows[index + 1 :] if row[column].text.strip() and not spans(row)]
    several = sum(len(distinct(row[column + 1 :])) > 1 for row in rows)
    return bool(rows) and several >= len(rows) * _MOSTLY


def read(table: Table, index: int, corrections: Corrections) -> Found:
    """Return what the table holds: turned over, it is a table of records."""
    first = label_column(table, corrections)
    begin = _begin(table, index, first, corrections)
    body = [row for row in table.rows[begin:] if not is_empty(row) and not _is_band(row)]
    columns = tuple(tuple(row[i] for row in body) for i in range(first, len(table.rows[0])))
    turned = Table(columns, table.place, table.sheet)
    reading = Records(turned, 0, corrections)
    reading.name = body.index(table.rows[index])
    found = reading.read()
    found.furniture += _aside(table, begin, first)
    return found


def _begin(table: Table, index: int, column: int, corrections: Corrections) -> int:
    """Return the first row that tells of the activities: labelled ones may stand above that of the names."""
    rows = enumerate(table.rows[:index])
    labelled = (i for i, row in rows if len(distinct(row)) > 1 and is_label(row[column].text, corrections))
    return next(labelled, index)


def _is_band(row: Row) -> bool:
    """Return whether a row is a heading over the whole table."""
    return len(distinct(row)) == 1 and spans(row) and is_covered(row, 1)


def _aside(table: Table, index: int, first: int) -> list[Passage]:
    """Return what the turned table leaves out: rows above it and over it, numbers before the labels."""
    rows = [row for i, row in enumerate(table.rows) if i < index or _is_band(row)]
    numbers = [cell for row in table.rows[index:] for cell in row[:first] if not _is_band(row)]
    return [p for row in rows for p in as_furniture(distinct(row))] + as_furniture(numbers)
