"""Tables and lists of pairs of a web page as rows of cells."""

from collections.abc import Iterator

from lxml import etree

from ..documents import Cell
from . import limits
from .building import all_bold, cell
from .html_furniture import is_furniture
from .html_inline import HEADINGS, inline_runs, inline_text
from .refused import check

CELLS = {"td", "th"}
PARTS = {"thead", "tbody", "tfoot", "tr"}
TERMS = {"dt", "dd"}
WIDEST, LONGEST = 1_000, 65_534
"""Columns and rows that HTML lets a cell span at most."""


def is_layout(table: etree._Element) -> bool:
    """Return whether a table only puts parts of the page beside each other."""
    if table.get("role", "") in {"presentation", "none"}:
        return True
    own = [cell for row in _rows(table) for cell in row]
    if table.find("caption") is not None or any(held.tag == "th" for held in own):
        return False
    inside = (part for part in table.iter("table", *HEADINGS) if part is not table)
    return next(inside, None) is not None or len(own) == 1


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


def loose_text(table: etree._Element) -> str:
    """Return what stands in a table or a `dl` outside its cells: no page should have it there, and some do."""
    lines = (" ".join(piece.split()) for piece in _loose(table, table, TERMS if table.tag == "dl" else CELLS))
    return "\n".join(line for line in lines if line)


def _loose(element: etree._Element, table: etree._Element, held: set[str]) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        if (part.tag in PARTS and held is CELLS) or (held is TERMS and part.tag == "div" and _grouped(part)):
            yield from _loose(part, table, held)
        elif part.tag not in held and not _is_caption(part, table) and not is_furniture(part):
            yield "".join(text for text, _ in inline_runs(part))
        yield part.tail or ""


def _is_caption(part: etree._Element, table: etree._Element) -> bool:
    return part.tag == "caption" and part is table.find("caption")


def _grouped(part: etree._Element) -> bool:
    """Return whether a `div` only holds terms and descriptions together."""
    return any(inner.tag in TERMS for inner in part)


def _rows(element: etree._Element) -> Iterator[list[etree._Element]]:
    """Yield the cells of each row; cells outside a row are one."""
    cells: list[etree._Element] = []
    for part in element:
        if part.tag in CELLS:
            cells.append(part)
        elif part.tag in PARTS:
            if cells:
                yield cells
            cells = []
            yield from _rows(part)
    if cells or (element.tag == "tr" and not len(element)):
        yield cells


def _row(row: list[etree._Element], hanging: dict[int, tuple[Cell, int]], place: str) -> list[Cell]:
    """Return a row; `hanging` holds, by column, cells from above that reach down into it, and how far."""
    made: list[Cell] = []
    for held in row:
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
        if part.tag in TERMS:
            yield part
        elif part.tag == "div" and _grouped(part):
            yield from _terms(part)


def _joined(elements: list[etree._Element], place: str) -> Cell:
    cells = [_cell(element, place) for element in elements]
    return cell("\n".join(c.text for c in cells), place, bool(cells) and all(c.bold for c in cells))
