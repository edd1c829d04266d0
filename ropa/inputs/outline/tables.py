"""Which of the shapes a table has, and what it holds then."""

from collections.abc import Iterable

from ..documents import Table
from . import label_value, records, transposed
from .collecting import Found
from .labels import Corrections, is_weak, normal
from .rows import is_empty, is_heads, is_label, spans

_MANY, _SHARE = 4, 0.4


def read_table(table: Table, corrections: Corrections) -> Found | None:
    """Return what a table holds; None where neither its first column nor a row of it are labels."""
    if len(table.rows[0]) < 2:
        return None
    if label_value.has_pairs(table, corrections):
        return label_value.read(table, corrections)
    header = records.header_row(table, corrections)
    if header is not None and _columns_win(table, header, corrections):
        return records.read(table, header, corrections)
    if not _is_beside(table, corrections):
        return None
    names = transposed.names_row(table, corrections)
    return label_value.read(table, corrections) if names is None else transposed.read(table, names, corrections)


def _is_beside(table: Table, corrections: Corrections) -> bool:
    """Return whether enough different labels stand in the column of labels."""
    texts = _beside(table, None, corrections)
    labels = _labels(texts, corrections)
    return len(labels) >= _MANY or len(labels) >= max(2, len(texts) * _SHARE)


def _columns_win(table: Table, header: int, corrections: Corrections) -> bool:
    """Return whether more labels stand in the header than beside the rows below it, or such as are no content."""
    above = _labels((cell.text for cell in table.rows[header]), corrections)
    beside = _labels(_beside(table, header, corrections), corrections)
    sure = any(not is_weak(label) for label in beside)
    return len(above) > len(beside) or (len(above) == len(beside) and not sure)


def _beside(table: Table, header: int | None, corrections: Corrections) -> list[str]:
    column = label_value.label_column(table, corrections)
    looked_at = enumerate(table.rows[: label_value.LOOKED_AT])
    rows = (row for i, row in looked_at if i != header and not is_empty(row))
    return [row[column].text for row in rows if not is_heads(row) and not spans(row)]


def _labels(texts: Iterable[str], corrections: Corrections) -> set[str]:
    return {normal(text) for text in texts if is_label(text, corrections)}
