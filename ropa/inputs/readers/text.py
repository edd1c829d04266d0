"""Plain text and Markdown: lines that were broken to fit a page are put together, tables and lists are seen by their signs."""

from dataclasses import dataclass
from itertools import pairwise

from ..documents import Document, LineKind
from . import limits, progress
from .building import Building, cell
from .characters import clean
from .encoding import decode
from .refused import check
from .text_columns import pair_of
from .text_lines import (
    LED,
    heading_mark,
    is_rule,
    item,
    leads,
    looks_like_heading,
    numbered_heads,
    paragraphs_are_led,
    pipe_cells,
    plain,
    tab_cells,
    underlined,
)
from .wrapping import Wrapping, across_pages, glued, unfinished

MAX_ITEM_LEVEL = 5

GAP = 4
"""Lines that a page break may take."""


@dataclass
class _Piece:
    """Lines of the file that belong together."""

    lines: list[str]
    first: int
    """Number of its first line in the file, from 1."""
    last: int
    kind: LineKind = LineKind.PARAGRAPH
    level: int = 0
    bold: bool = False
    alone: bool = False
    """Whether it is the only line between two empty ones."""

    closed: bool = False
    """Whether no other line may be put to it."""

    @property
    def place(self) -> str:
        return f"rad {self.first}" if self.first == self.last else f"rad {self.first}–{self.last}"


def read(content: bytes, file: str) -> Document:
    """Return the text as it reads. Raises `Refused` where it is none."""
    lines = clean(decode(content).replace("\f", "\n\n")).split("\n")
    return _Reading(lines, file).document()


class _Reading:
    """One text being read."""

    def __init__(self, lines: list[str], file: str) -> None:
        self.lines = [line.rstrip() for line in lines]
        self.building = Building(file)
        self.last = max((n for n, line in enumerate(self.lines) if line), default=0)
        self.wrapping = Wrapping.of(self.lines)
        self.led = paragraphs_are_led(self.lines) and not self.wrapping.width
        self.numbered = numbered_heads(self.lines)
        self.pending: list[_Piece] = []
        self.tables = 0
        self.indents: list[int] = []
        """Indentations of the lists that are open, outermost first."""

    def document(self) -> Document:
        at = 0
        while at < len(self.lines):
            at = self._table(at) or self._columns(at) or self._line(at)
            check("too_many_blocks", len(self.pending), limits.BLOCKS, f"rad {at}")
            progress.tell(at, len(self.lines))
        self._flush()
        return self.building.document()

    def _table(self, at: int) -> int:
        """Read a table that begins at a line and return the line after it, or 0."""
        for cells_of in (pipe_cells, tab_cells):
            end = at
            while end < len(self.lines) and cells_of(self.lines[end]):
                end += 1
            if end - at >= 2:
                self._add_table([(n, cells_of(self.lines[n])) for n in range(at, end)])
                return end
        return 0

    def _columns(self, at: int) -> int:
        """Read a label and a value that stand beside each other and return the line after them, or 0."""
        end = at
        while end < len(self.lines) and self.lines[end] and (at == 0 or not self.lines[at - 1]):
            end += 1
        pair = pair_of(self.lines[at:end])
        if pair is None:
            return 0
        label, lines = pair
        value = [lines[0].strip()]
        for before, line in pairwise(lines):
            if self.wrapping.joins(before, line):
                value[-1] = glued([value[-1], line.strip()])
            else:
                value.append(line.strip())
        self.pending.append(_Piece([f"{label} " + "\n".join(value)], at + 1, end, closed=True))
        return end

    def _add_table(self, rows: list[tuple[int, list[str]]]) -> None:
        self._flush()
        self.tables += 1
        place = f"tabell {self.tables}"
        marked = len(rows) > 1 and all(is_rule(text) for text in rows[1][1])  # Markdown's line below the header
        made = [
            [
                cell(plain(text), f"rad {number + 1}, kolumn {column}", bold=marked and number == rows[0][0])
                for column, text in enumerate(texts, 1)
            ]
            for number, texts in rows
            if not all(is_rule(text) for text in texts)
        ]
        self.building.table(made, place)

    def _line(self, at: int) -> int:
        line = self.lines[at]
        if not line.strip():
            return at + 1
        if level := underlined(line, self._next(at)):
            self.pending.append(_Piece([plain(line)], at + 1, at + 1, LineKind.HEADING, level))
            return at + 2
        if is_rule(line):
            return at + 1
        self._place(line, at)
        return at + 1

    def _next(self, at: int) -> str:
        return self.lines[at + 1] if at + 1 < len(self.lines) else ""

    def _place(self, line: str, at: int) -> None:
        """Put a line where it belongs: heading, entry, the paragraph before it, or one of its own."""
        number, alone = at + 1, self._is_alone(at)
        if marked := heading_mark(line):
            self.pending.append(_Piece([plain(marked[1])], number, number, LineKind.HEADING, marked[0]))
        elif at in self.numbered:
            self.pending.append(_Piece([plain(line)], number, number, LineKind.HEADING, LED))
        elif entry := self._entry(line, at, alone):
            level = self._depth(len(line) - len(line.lstrip()))
            self.pending.append(_Piece([plain(entry)], number, number, LineKind.ITEM, level))
        elif self._continues(line, at):
            last = self.pending[-1]
            last.lines.append(line.strip())
            last.last, last.alone = number, False
        else:
            self._begin(line, number, alone)

    def _begin(self, line: str, number: int, alone: bool) -> None:
        text = line.strip()
        bold = len(text) > 4 and text.startswith("**") and text.endswith("**") and text.count("**") == 2
        broken = unfinished(text, self._following(number))
        level = 0 if bold or broken else looks_like_heading(text, alone) or self._leads(number)
        kind = LineKind.HEADING if level else LineKind.PARAGRAPH
        self.pending.append(_Piece([plain(text)], number, number, kind, level, bold, alone))
        if not line.startswith((" ", "\t")):
            self.indents = []

    def _leads(self, number: int) -> int:
        """Return the level of a line that stands right above its text, where the whole file is written so."""
        begins = number == 1 or not self.lines[number - 2]
        return LED if self.led and begins and leads(self.lines[number - 1], self._next(number - 1)) else 0

    def _following(self, number: int) -> str:
        """Return the next line that holds something."""
        return next((line.strip() for line in self.lines[number : number + GAP] if line), "")

    def _entry(self, line: str, at: int, alone: bool) -> str:
        """Return the text of a list entry; a number before a line by itself is a heading's, or a paragraph's."""
        entry = item(line)
        if entry is None or (entry.numbered and alone):
            return ""
        return entry.text

    def _depth(self, indent: int) -> int:
        """Return how deep a list lies, by how far its entries stand in."""
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent:
            self.indents.append(indent)
        return min(len(self.indents) - 1, MAX_ITEM_LEVEL)

    def _is_alone(self, at: int) -> bool:
        """Return whether empty lines stand around a line, and something follows."""
        before = self.lines[at - 1] if at else ""
        return not before.strip() and not self._next(at).strip() and at < self.last

    def _continues(self, line: str, at: int) -> bool:
        """Return whether a line goes on with the one before it."""
        last = self.pending[-1] if self.pending else None
        if last is None or last.kind is LineKind.HEADING or last.bold or last.closed:
            return False
        if last.last != at:  # empty lines between
            return across_pages(last.lines[-1], line.strip()) and last.kind is LineKind.PARAGRAPH
        hangs = last.kind is LineKind.ITEM and line.startswith((" ", "\t"))
        return hangs or self.wrapping.joins(self.lines[at - 1], line)

    def _flush(self) -> None:
        for piece in self.pending:
            self.building.line(glued(piece.lines), piece.place, piece.kind, piece.level, piece.bold)
        self.pending = []
