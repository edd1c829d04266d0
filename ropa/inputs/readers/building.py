"""Putting a `Document` together within the limits. All readers end here."""

from collections.abc import Iterable, Sequence

from ..documents import Cell, Document, Line, LineKind, Table
from . import limits
from .characters import clean, trimmed, without_bullet
from .refused import Refused, check

Run = tuple[str, bool]
"""A piece of a paragraph and whether it is bold."""


class Building:
    """A document on its way: counts what is put in, and refuses what is over a limit."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.title = self.mark = ""
        self.blocks: list[Line | Table] = []
        self.characters = self.cells = 0

    def line(
        self,
        text: str,
        place: str,
        kind: LineKind = LineKind.PARAGRAPH,
        level: int = 0,
        bold: bool = False,
    ) -> None:
        """Add a line; blank ones are none."""
        text = trimmed(clean(text))
        if text:
            self._count(len(text), limits.LINE_CHARS, place)
            self._add(Line(text, place, kind, level, bold))

    def runs(self, runs: Iterable[Run], place: str, kind: LineKind = LineKind.PARAGRAPH, level: int = 0) -> None:
        """Add a paragraph that comes in pieces.

        Where some of its lines are all bold and others are not, the bold ones are lines of their own: headings to
        the eye. A paragraph whose lines begin with typed bullets is a list.
        """
        for text, bold in _by_boldness(runs):
            for piece, piece_kind in _listed(text, kind):
                self.line(piece, place, piece_kind, level, bold)

    def table(self, rows: Sequence[Sequence[Cell]], place: str, *, sheet: str = "", caption: str = "") -> None:
        """Add a table whose cells are cleaned (`cell`); rows are filled up to the same length.

        Of an empty one, only the caption is kept.
        """
        width = max(map(len, rows), default=0)
        check("too_many_rows", len(rows), limits.ROWS, place)
        check("too_many_columns", width, limits.COLUMNS, place)
        self.cells += len(rows) * width
        check("too_many_cells", self.cells, limits.CELLS, place)
        if not any(cell.text for row in rows for cell in row):
            self.line(caption, place)
            return
        for row in rows:
            self._count(sum(len(cell.text) for cell in row), limits.CHARACTERS, place)
        filled = tuple((*row, *(Cell("") for _ in range(width - len(row)))) for row in rows)
        self._add(Table(filled, place, sheet, trimmed(clean(caption))))

    def document(self) -> Document:
        """Return what was built. Raises `Refused` where there is nothing in it."""
        if not self.blocks:
            raise Refused("empty")
        return Document(self.file, tuple(self.blocks), trimmed(clean(self.title)), trimmed(clean(self.mark)))

    def _count(self, characters: int, most: int, place: str) -> None:
        check("text_too_long", characters, most, place)
        self.characters += characters
        check("too_many_characters", self.characters, limits.CHARACTERS, place)

    def _add(self, block: Line | Table) -> None:
        self.blocks.append(block)
        check("too_many_blocks", len(self.blocks), limits.BLOCKS, block.place)


def cell(text: str, place: str, bold: bool = False, repeated: bool = False) -> Cell:
    """Return a cell with cleaned text. Raises `Refused` where it is too long."""
    check("cell_too_long", len(text), limits.CELL_CHARS, place)
    text = trimmed(clean(text))
    return Cell(text, place, bold and bool(text), repeated)


def all_bold(runs: Iterable[Run]) -> bool:
    """Return whether all that can be seen is bold, and something can be seen."""
    seen = [bold for text, bold in runs if text.strip()]
    return bool(seen) and all(seen)


def _by_boldness(runs: Iterable[Run]) -> list[Run]:
    """Return the paragraph's lines, those of the same boldness next to each other as one text."""
    grouped: list[Run] = []
    for line in _lines(runs):
        text, bold = "".join(t for t, _ in line), all_bold(line)
        if grouped and (grouped[-1][1] == bold or not text.strip()):
            grouped[-1] = (f"{grouped[-1][0]}\n{text}", grouped[-1][1])
        else:
            grouped.append((text, bold))
    return grouped


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for text, bold in runs:
        first, *rest = clean(text).split("\n")
        lines[-1].append((first, bold))
        lines += [[(piece, bold)] for piece in rest]
    return lines


def _listed(text: str, kind: LineKind) -> list[tuple[str, LineKind]]:
    """Return a paragraph's pieces: a text, or the entries of a list whose bullets were typed."""
    if kind is LineKind.HEADING or not any(without_bullet(line) for line in text.split("\n")):
        return [(text, kind)]
    pieces: list[tuple[str, LineKind]] = []
    for line in text.split("\n"):
        entry = without_bullet(line)
        if entry is not None:
            pieces.append((entry, LineKind.ITEM))
        elif pieces and line.strip():
            pieces[-1] = (f"{pieces[-1][0]}\n{line}", pieces[-1][1])
        else:
            pieces.append((line, kind))
    return pieces
