"""Which of the shapes a table has, and what it holds then."""

from ..documents import Table
from . import label_value, records, transposed
from .collecting import Found
from .labels import Corrections, normal
from .rows import is_empty, is_heads, is_label, spans

_MANY, _SHARE = 4, 0.4


def read_table(table: Table, corrections: Corrections) -> Found | None:
    """Return what a table holds; None where neither its first column nor a row of it are labels."""
    if len(table.rows[0]) < 2:
        return None
    header = records.header_row(table, corrections)
    beside, rows = _labels_beside(table, corrections)
    if header is not None and _columns_win(table, header, beside, corrections):
        return records.read(table, header, corrections)
    if beside < 2 or (beside < _MANY and beside < rows * _SHARE):
        return None
    names = transposed.names_row(table, corrections)
    return label_value.read(table, corrections) if names is None else transposed.read(table, names, corrections)


def _labels_beside(table: Table, corrections: Corrections) -> tuple[int, int]:
    """Return how many different labels stand in the column of labels, and in how many rows anything stands."""
    column = label_value.label_column(table, corrections)
    rows = [row for row in table.rows if not is_empty(row) and not is_heads(row) and not spans(row)]
    found = {normal(row[column].text) for row in rows if is_label(row[column].text, corrections)}
    return len(found), len(rows)


def _columns_win(table: Table, header: int, beside: int, corrections: Corrections) -> bool:
    """Return whether more labels stand in the header than in the first column."""
    labels = {normal(c.text) for c in table.rows[header] if is_label(c.text, corrections)}
    return len(labels) > beside
