"""Tables and lists of pairs of a web page as rows of cells."""

from collections.abc import Iterator

from lxml import etree

from ..documents import Cell
from . import limits
from .building import all_bold, cell
from .html_inline import HEADINGS, inline_runs, inline_text
from .refused import check

GROUPS = {"thead", "tbody", "tfoot"}
WIDEST, LONGEST = 1_000, 65_534
"""Columns and rows that HTML lets a cell span at most."""


def is_layout(table: etree._Element) -> bool:
    """Return whether a table only puts parts of the page beside each other."""
    if table.get("role", "") in {"presentation", "none"}:
        return True
    if next(table.iter("th", "caption"), None) is not None:
        return False
    inside = (part for part in table.iter("table", *HEADINGS) if part is not table)
    return next(inside, None) is not None or len(list(table.iter("td"))) == 1


def caption_of(table: etree._Element) -> str:
    """Return a table's own caption."""
    caption = table.find("caption")
    return inline_text(caption) if caption is not None else ""


def table_rows(table: etree._Element, place: str) -> list[list[Cell]]:
    """Return a table's rows; cells that a merged one covers have its text."""
    rows: list[list[Cell]] = []
    hanging: dict[int, tuple[Cell, int]] = {}
    count = 0
    for row in _rows(table):
        made = _row(row, hanging, f"{place}, rad {len(rows) + 1}")
        count += len(made)
        check("too_many_cells", count, limits.CELLS, place)
        rows.append(made)
    return rows


def listed_pairs(pairs: etree._Element, place: str) -> list[list[Cell]]:
    """Return a `dl` as rows of term and description; several of either stand below each other in their cell."""
    groups: list[tuple[list[etree._Element], list[etree._Element]]] = []
    for element in _terms(pairs):
        if (element.tag == "dt" and (not groups or groups[-1][1])) or not groups:
            groups.append(([], []))
        groups[-1][element.tag == "dd"].append(element)
    return [
        [_joined(side, f"{place}, rad {number}, kolumn {column}") for column, side in enumerate(group, 1)]
        for number, group in enumerate(groups, 1)
    ]


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in GROUPS:
            yield from (row for row in part if row.tag == "tr")


def _row(row: etree._Element, hanging: dict[int, tuple[Cell, int]], place: str) -> list[Cell]:
    """Return a row; `hanging` holds, by column, cells from above that reach down into it, and how far."""
    made: list[Cell] = []
    for held in (part for part in row if part.tag in {"td", "th"}):
        _let_down(made, hanging, place)
        first = _cell(held, f"{place}, kolumn {len(made) + 1}")
        down = _span(held, "rowspan", LONGEST) or LONGEST
        for number in range(_span(held, "colspan", WIDEST) or 1):
            check("too_many_columns", len(made), limits.COLUMNS, place)
            here = f"{place}, kolumn {len(made) + 1}"
            if down > 1:
                hanging[len(made)] = (first, down - 1)
            made.append(first if number == 0 else cell(first.text, here, first.bold, repeated=True))
    _let_down(made, hanging, place)
    return made


def _let_down(made: list[Cell], hanging: dict[int, tuple[Cell, int]], place: str) -> None:
    """Add the cells from above that stand at the end of the row so far."""
    while len(made) in hanging:
        column = len(made)
        above, left = hanging.pop(column)
        if left > 1:
            hanging[column] = (above, left - 1)
        made.append(cell(above.text, f"{place}, kolumn {column + 1}", above.bold, repeated=True))


def _span(held: etree._Element, name: str, most: int) -> int:
    text = held.get(name, "1").strip()
    return min(int(text), most) if text.isdecimal() and len(text) < 9 else 1


def _cell(held: etree._Element, place: str) -> Cell:
    runs = inline_runs(held)
    text = "".join(text for text, _ in runs)
    lines = (line for line in text.split("\n") if line.strip())
    return cell("\n".join(lines), place, held.tag == "th" or all_bold(runs))


def _terms(pairs: etree._Element) -> Iterator[etree._Element]:
    """Yield terms and descriptions, also where they stand in groups of their own."""
    for part in pairs:
        if part.tag in {"dt", "dd"}:
            yield part
        elif part.tag == "div":
            yield from (inner for inner in part if inner.tag in {"dt", "dd"})


def _joined(elements: list[etree._Element], place: str) -> Cell:
    cells = [_cell(element, place) for element in elements]
    return cell("\n".join(c.text for c in cells), place, bool(cells) and all(c.bold for c in cells))
