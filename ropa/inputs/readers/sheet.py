"""The cells of one sheet."""

import re

from lxml import etree
from openpyxl.utils.cell import get_column_letter

from ..documents import Cell
from . import progress
from .excel_values import Looks, Text, number_text, text_of
from .grid import Area, Content, Grid
from .refused import Refused
from .trees import child, local, streamed, value

REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The format's own size of a sheet."""

TRUTH = {"1": "Ja", "true": "Ja", "0": "Nej", "false": "Nej"}


class Sheet:
    """A sheet being read."""

    def __init__(self, title: str, texts: list[Text], looks: Looks, from_1904: bool) -> None:
        self.title, self.texts, self.looks, self.from_1904 = title, texts, looks, from_1904
        self.grid = Grid(title)
        self.merged: list[Area] = []
        self._row = 0

    def read(self, content: bytes, part: str, done: int, total: int) -> int:
        """Read the sheet's part and return how many of all rows are done with it."""
        for element in streamed(content, part, "row", "mergeCell"):
            if local(element) == "mergeCell":
                self.merged.append(_area(value(element, "ref"), part))
                continue
            done += 1
            progress.tell(done, total)
            self._read_row(element, part)
        return done

    def rows(self) -> list[list[Cell]]:
        """Return what was read as rows of a table."""
        return self.grid.rows(lambda r, c: f"{self.title}!{get_column_letter(c)}{r}", self.merged)

    def _read_row(self, element: etree._Element, part: str) -> None:
        """Read a row; rows and cells that do not say where they stand follow the one before."""
        said = value(element, "r")
        self._row = int(said) if re.fullmatch(r"[0-9]{1,7}", said) else self._row + 1
        column = 0
        for held in element:
            if local(held) != "c":
                continue
            reference = value(held, "r")
            row, column = position(reference, part) if reference else (self._row, column + 1)
            text, bold = self._content(held)
            self.grid.put(row, column, text, bold)

    def _content(self, held: etree._Element) -> Content:
        look = self.looks[value(held, "s", default="0")]
        text, bold = self._shown(held, look.format)
        return text, look.bold if bold is None else bold

    def _shown(self, held: etree._Element, shown: str) -> Text:
        kind, raw = value(held, "t", default="n"), _raw(held, "v")
        if kind == "inlineStr":
            inline = child(held, "is")
            return text_of(inline) if inline is not None else ("", None)
        if not raw:
            formula = _raw(held, "f")
            return (f"={formula}" if formula else "", None)
        if kind == "s":
            return self._shared(raw)
        return self._simple(kind, raw, shown), None

    def _simple(self, kind: str, raw: str, shown: str) -> str:
        if kind == "b":
            return TRUTH.get(raw.strip(), raw)
        if kind == "d":
            return raw.removesuffix("Z").removesuffix("T00:00:00")
        return number_text(raw, shown, self.from_1904) if kind == "n" else raw

    def _shared(self, raw: str) -> Text:
        if not re.fullmatch(r"\s*[0-9]{1,8}\s*", raw) or int(raw) >= len(self.texts):
            raise Refused("broken_part", part=self.title)
        return self.texts[int(raw)]


def position(reference: str, part: str) -> tuple[int, int]:
    """Return row and column of a reference such as B4. Raises `Refused`."""
    found = REFERENCE.fullmatch(reference)
    column = 0
    for letter in found[1].upper() if found else "":
        column = column * 26 + ord(letter) - ord("A") + 1
    if found is None or not 1 <= int(found[2]) <= LAST_ROW or column > LAST_COLUMN:
        raise Refused("broken_part", part=part)
    return int(found[2]), column


def _area(reference: str, part: str) -> Area:
    first, _, last = reference.partition(":")
    return (*position(first, part), *position(last or first, part))


def _raw(held: etree._Element, name: str) -> str:
    found = child(held, name)
    return (found.text or "") if found is not None else ""
