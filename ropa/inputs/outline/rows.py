"""Rows of a table as they look: which cells are one, which are empty, what spans the table."""

from collections.abc import Iterable, Sequence

from ..documents import Cell, Table
from ..passages import Passage
from ..topics import Topic
from .headings import is_head
from .labels import HELP_LENGTH, Corrections, topics_of

Row = Sequence[Cell]

LABEL_LENGTH = 120
"""Characters: a longer cell is a text, whatever it begins with."""


def distinct(row: Row) -> list[Cell]:
    """Return the cells of a row that hold something, merged ones once."""
    shown = [cell for i, cell in enumerate(row) if not is_covered(row, i)]
    return [cell for cell in shown if cell.text.strip()]


def is_covered(row: Row, column: int) -> bool:
    """Return whether a cell is only the rest of the merged one to its left."""
    return column > 0 and row[column].repeated and row[column].text == row[column - 1].text


def is_empty(row: Row) -> bool:
    """Return whether nothing stands in a row."""
    return not any(cell.text.strip() for cell in row)


def spans(row: Row) -> bool:
    """Return whether one text is all of a row, merged over it or alone in its first cell."""
    shown = distinct(row)
    return len(shown) == 1 and shown[0] is row[0]


def is_label(text: str, corrections: Corrections) -> bool:
    """Return whether a cell's text is a label."""
    first = text.strip().partition("\n")[0]
    return (
        bool(first) and len(first) <= LABEL_LENGTH and len(text) <= HELP_LENGTH and bool(topics_of(text, corrections))
    )


def labels_in(row: Row, corrections: Corrections) -> int:
    """Return how many cells of a row are labels."""
    return sum(
        is_label(cell.text, corrections) for cell in distinct(row) if not _only_structure(cell.text, corrections)
    )


def _only_structure(text: str, corrections: Corrections) -> bool:
    return topics_of(text, corrections) == (Topic.FURNITURE,)


def is_heads(row: Row) -> bool:
    """Return whether a row only says that labels stand left and values right."""
    shown = distinct(row)
    return any(is_head(left.text, right.text) for left, right in zip(shown[:-1][-2:], shown[1:][-2:], strict=True))


def as_furniture(cells: Iterable[Cell], label: str = "") -> list[Passage]:
    """Return cells that hold a table together, as one passage."""
    shown = [cell for cell in cells if cell.text.strip()]
    return [Passage(label, "\n".join(cell.text for cell in shown), shown[0].place)] if shown else []


def as_text(table: Table) -> str:
    """Return a table that says nothing by its shape: a row a line, its cells with commas between them."""
    rows = (distinct(row) for row in table.rows)
    return "\n".join(
        ": ".join([row[0].text, ", ".join(c.text for c in row[1:])]) if row[1:] else row[0].text for row in rows if row
    )
