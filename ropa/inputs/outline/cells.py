"""Forms whose cells hold a label and its value, one below the other: the cells are read as lines."""

from collections.abc import Iterator

from ..documents import Line, Table
from .colon import labelled
from .labels import Corrections, is_listed, is_weak
from .rows import distinct

_LEAST, _SHARE = 3, 0.6


def lines_of(table: Table, corrections: Corrections) -> Iterator[Line]:
    """Yield the cells of a table as lines, in reading order."""
    for cell in (cell for row in table.rows for cell in distinct(row)):
        first, _break, more = cell.text.partition("\n")
        if more.strip() and _begins_with_label(cell.text, corrections):
            yield Line(first, cell.place, bold=True)
            yield Line(more, cell.place)
        else:
            yield Line(cell.text, cell.place, bold=cell.bold)


def hold_labels(table: Table, corrections: Corrections) -> bool:
    """Return whether most cells of a table begin with a label and go on with its value."""
    texts = [cell.text for row in table.rows for cell in distinct(row)]
    found = sum(_begins_with_label(text, corrections) for text in texts)
    return found >= max(_LEAST, len(texts) * _SHARE)


def is_one_column(table: Table) -> bool:
    """Return whether no row has more than one text."""
    return all(len(distinct(row)) < 2 for row in table.rows)


def _begins_with_label(text: str, corrections: Corrections) -> bool:
    first, _break, more = text.partition("\n")
    if more.strip():
        return is_listed(first) and not is_weak(first)
    said = labelled(text, corrections, dashes=False)
    return said is not None and bool(said.value) and not is_weak(said.label)
