"""Documents made by hand, for tests of how they are taken apart."""

from collections.abc import Iterable, Sequence

from ropa.inputs.documents import Cell, Document, Line, LineKind, Table
from ropa.inputs.outline import outline
from ropa.inputs.passages import Outline, Section

Block = Line | Table


def heading(text: str, level: int) -> Line:
    """Return a heading."""
    return Line(text, "stycke", LineKind.HEADING, level)


def lines(text: str) -> list[Line]:
    """Return a line for each line of a text: "# " and so on begins a heading, "- " an entry, "**" a bold one."""
    return [_line(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]


def _line(number: int, text: str) -> Line:
    place = f"rad {number}"
    if text.startswith("#"):
        level = len(text) - len(text.lstrip("#"))
        return Line(text.lstrip("# "), place, LineKind.HEADING, level)
    if text.startswith("- "):
        return Line(text[2:], place, LineKind.ITEM)
    return Line(text.strip("*"), place, bold=text.startswith("**"))


def table(*rows: Sequence[str | None], sheet: str = "", caption: str = "") -> Table:
    """Return a table; "<" is the rest of the cell on the left, "^" of the one above; shorter rows are filled up."""
    width = max(map(len, rows))
    made: list[tuple[Cell, ...]] = []
    for r, row in enumerate(rows):
        cells: list[Cell] = []
        for c, text in enumerate([*row, *[""] * (width - len(row))]):
            whole = cells[-1] if text == "<" else made[-1][c] if text == "^" else None
            cells.append(Cell(whole.text if whole else text or "", f"{sheet}!{c}{r}", repeated=whole is not None))
        made.append(tuple(cells))
    return Table(tuple(made), sheet or "tabell 1", sheet, caption)


def read(*blocks: Block, corrections: dict | None = None) -> Outline:
    """Return a document of these blocks taken apart."""
    return outline(Document("fil.docx", blocks), corrections)


def shown(made: Outline | Iterable[Section]) -> list[tuple[str, tuple[str, ...], dict[str, str]]]:
    """Return name, units and texts by label of each activity."""
    sections = made.sections if isinstance(made, Outline) else made
    return [(s.name, s.units, {p.label: p.text for p in s.passages}) for s in sections]
