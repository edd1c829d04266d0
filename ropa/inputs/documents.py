"""A file as it reads: lines and tables in their order, each with its place. Nothing here knows what they mean.

Places are kept with what was read, in one language: Swedish, as the register's own. They are
"stycke 7" and "innehållsförteckning, stycke 2" (paragraphs that hold something are counted), "rad 12" and "rad 12–14"
(lines of a text file), "tabell 2", "tabell 2, rad 3, kolumn 1", "rad 3, kolumn 2" (of a file of separated values or a
table in a text file), "Blad1!B4", "Blad1, textruta 1", "sidhuvud" and "sidfot" (both before the body: they stand on every
page), "textruta 1", "fotnot 1", "slutnot 1", "kommentar 1" (each after the block it belongs to) and "diagram 1".
"""

from dataclasses import dataclass
from enum import Enum


class LineKind(Enum):
    """What a line looks like."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """One entry of a list."""


@dataclass(frozen=True)
class Line:
    """A heading, a paragraph or an entry of a list."""

    text: str
    place: str
    """Where it stands, in words for the user: "rad 12", "stycke 7"."""
    kind: LineKind = LineKind.PARAGRAPH
    level: int = 0
    """Of a heading 1 (topmost) to 6; of an entry how deep its list lies, from 0."""
    bold: bool = False
    """Whether all of it is set in bold: a heading to the eye, if not to the program that wrote it."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table."""

    text: str
    """Its paragraphs and list entries, one a line."""
    place: str = ""
    """Where it stands: "tabell 2, rad 3, kolumn 1", "Skola!B4"."""
    bold: bool = False
    repeated: bool = False
    """Whether a merged cell covers it; then it has that cell's text."""


@dataclass(frozen=True)
class Table:
    """Rows of cells; all rows have the same number of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    place: str
    """Where it stands: "tabell 2", or the sheet's name."""
    sheet: str = ""
    """Name of the sheet, where it is one."""
    caption: str = ""
    """Its caption, where it has one of its own."""


@dataclass(frozen=True)
class Document:
    """A file that was read."""

    file: str
    """Its name."""
    blocks: tuple[Line | Table, ...]
    title: str = ""
    """The title that the file itself states, outside its text."""
    mark: str = ""
    """What the file says of itself to programs: its own property named "ropa", as files that ropa made have it."""
