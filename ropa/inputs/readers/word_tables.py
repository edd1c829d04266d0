"""Tables of a Word document, and the order of what stands in a body, a cell, a text box or a note."""

from collections.abc import Iterator

from lxml import etree

from ..documents import Cell
from . import limits
from .building import Run, all_bold, cell
from .refused import Refused, check
from .trees import child, local, value
from .word_styles import is_on, number
from .word_text import Paragraphs, Read, chosen, is_placeholder

WRAPPERS = {"customXml", "smartTag", "ins", "moveTo", "sdtContent", "customXmlElement"}
"""Elements that only stand around what is read."""


def unwrapped(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of these names in their order, out of content controls and other wrappers."""
    for part in element:
        name = local(part)
        if name in names:
            yield part
        elif name == "sdt":
            if not is_placeholder(part):
                yield from unwrapped(part, *names)
        elif name == "AlternateContent":
            choice = chosen(part)
            yield from unwrapped(choice, *names) if choice is not None else ()
        elif name in WRAPPERS:
            yield from unwrapped(part, *names)


def blocks(container: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs, tables and documents inside the document, in their order."""
    return unwrapped(container, "p", "tbl", "altChunk")


class Tables:
    """Reads tables of one document."""

    def __init__(self, paragraphs: Paragraphs) -> None:
        self.paragraphs = paragraphs

    def is_frame(self, table: etree._Element) -> bool:
        """Return whether a table is a frame around others: one column, and tables in it."""
        rows = [list(unwrapped(row, "tc")) for row in _rows(table)]
        single = all(len(cells) == 1 for cells in rows)
        return single and any(local(block) == "tbl" for cells in rows for block in blocks(cells[0]))

    def framed(self, table: etree._Element) -> Iterator[etree._Element]:
        """Yield what stands in a frame."""
        for row in _rows(table):
            for held in unwrapped(row, "tc"):
                yield from blocks(held)

    def read(self, table: etree._Element, place: str) -> tuple[list[list[Cell]], Read]:
        """Return a table's cells, and what is anchored in them."""
        aside = Read()
        rows: list[list[Cell]] = []
        for row in _rows(table):
            above = rows[-1] if rows else []
            rows.append(self._row(row, above, f"{place}, rad {len(rows) + 1}", aside))
        return rows, aside

    def _row(self, row: etree._Element, above: list[Cell], place: str, aside: Read) -> list[Cell]:
        properties = child(row, "trPr")
        header = is_on(properties, "tblHeader") is True
        cells = [Cell("") for _ in range(_span(child(properties, "gridBefore"), 0, place))]
        for held in unwrapped(row, "tc"):
            here = f"{place}, kolumn {len(cells) + 1}"
            first = self._cell(held, above[len(cells)] if len(cells) < len(above) else None, here, header, aside)
            cells.append(first)
            for _ in range(_span(child(held, "tcPr", "gridSpan"), 1, place) - 1):
                cells.append(cell(first.text, f"{place}, kolumn {len(cells) + 1}", first.bold, repeated=True))
        return cells

    def _cell(self, held: etree._Element, above: Cell | None, place: str, header: bool, aside: Read) -> Cell:
        text, bold = self._text(held, aside)
        if above is not None and not text.strip() and _continues(held):
            return cell(above.text, place, above.bold, repeated=True)
        return cell(text, place, bold or header)

    def _text(self, held: etree._Element, aside: Read) -> tuple[str, bool]:
        """Return a cell's paragraphs one a line, and whether all is bold; a table in it gives a line for each row."""
        lines: list[str] = []
        runs: list[Run] = []
        for block in blocks(held):
            if local(block) == "altChunk":
                raise Refused("document_inside")
            if local(block) == "tbl":
                lines += self._flat(block, aside)
                continue
            found = Read(boxes=aside.boxes, notes=aside.notes)
            self.paragraphs.read(block, found)
            lines.append("".join(text for text, _ in found.runs))
            runs += found.runs
        return "\n".join(line for line in lines if line.strip()), all_bold(runs)

    def _flat(self, table: etree._Element, aside: Read) -> Iterator[str]:
        for row in _rows(table):
            yield "\t".join(self._text(held, aside)[0] for held in unwrapped(row, "tc"))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield a table's rows but those that a tracked change struck out."""
    for row in unwrapped(table, "tr"):
        if child(row, "trPr", "del") is None:
            yield row


def _span(element: etree._Element | None, default: int, place: str) -> int:
    span = number(element, default) or default
    check("too_many_columns", span, limits.COLUMNS, place)
    return span


def _continues(held: etree._Element) -> bool:
    """Return whether a cell is the lower part of a merged one."""
    merged = child(held, "tcPr", "vMerge")
    return merged is not None and value(merged, default="continue") != "restart"
