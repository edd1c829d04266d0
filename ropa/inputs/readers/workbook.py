"""A workbook of ropa's own as plain rows, hidden ones included: what `register_xlsx` makes records of.

It may be larger than other files, and each cell keeps its kind: a day is a day. Whether a file is such a workbook is
found out here too, so that none of it is unpacked where the pages are served.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.comments.comment_sheet import CommentSheet
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.xml.constants import COMMENTS_NS
from openpyxl.xml.functions import fromstring, iterparse

from . import limits
from .archive import BROKEN, CHUNK
from .refused import Refused, check

MARK = b"ropa-workbook/1"
"""What such a file says of itself: `ropa.workbook.MARK`, which cannot be imported here."""

LOOKED_AT = 4 * limits.MB
"""Bytes of a part in which the mark is looked for; it stands near the beginning."""

COMMENTS = "comments/"
"""Before the title of a sheet: what is noted beside its cells. No title has a slash of its own."""

Sheets = list[tuple[str, list[tuple[int, dict[str, Any]]]]]
"""Titles, and of each sheet the rows in which something stands: number, and letter of the column -> value.

Behind the sheets stand their comments, as sheets of the same form."""

_PLACES = re.compile(r"docProps/custom\.xml|xl/sharedStrings\.xml|xl/worksheets/sheet\d\.xml")
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_NAME = re.compile(rb"<(?:\w+:)?definedName[ />]")
_LETTERS = [get_column_letter(number) for number in range(1, limits.COLUMNS + 1)]
_KINDS: dict[str, Any] = {kind.__name__: kind for kind in (datetime, date, time)}


def is_ours(content: bytes) -> bool:
    """Return whether a file bears the mark."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            parts = [name for name in file.namelist() if _PLACES.fullmatch(name)]
            return any(MARK in file.open(name).read(LOOKED_AT) for name in parts)
    except Exception:  # whatever a broken file leads zipfile to: it is none of ours
        return False


def read(content: bytes) -> Sheets:
    """Return the sheets of a workbook, with what their cells last showed. Raises `Refused`."""
    _refuse_large(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        count = _Count()
        found = [(sheet.title, list(count.rows(sheet))) for sheet in book.worksheets]
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            parts = [(sheet.title, sheet._worksheet_path) for sheet in book.worksheets]
            _refuse_unknown(file, parts)
            return found + [(COMMENTS + title, rows) for title, path in parts if (rows := count.comments(file, path))]
    except (Refused, MemoryError):
        raise
    except Exception as error:  # openpyxl raises whatever a broken file leads it to
        raise Refused("unreadable") from error


class _Count:
    """Counts the cells of a file: what it says of its size may be a lie."""

    def __init__(self) -> None:
        self.found = 0

    def rows(self, sheet: Any) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield number and cells of each row in which something stands."""
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            found = {_LETTERS[n]: value for n, value in enumerate(row[: len(_LETTERS)]) if value not in (None, "")}
            self.found += len(found) + 1
            check("too_many_cells", self.found, limits.OWN_CELLS)
            if found:
                yield number, found

    def comments(self, file: zipfile.ZipFile, path: str) -> list[tuple[int, dict[str, Any]]]:
        """Return what is noted beside the cells of a sheet."""
        rows: dict[int, dict[str, Any]] = {}
        rels = get_rels_path(path)
        for related in get_dependents(file, rels).find(COMMENTS_NS) if rels in file.namelist() else ():
            for place, comment in CommentSheet.from_tree(fromstring(file.read(related.target))).comments:
                letter, number = coordinate_from_string(place)
                rows.setdefault(number, {})[letter] = comment.text
                self.found += 1
                check("too_many_cells", self.found, limits.OWN_CELLS)
        return sorted(rows.items())


def _refuse_unknown(file: zipfile.ZipFile, parts: list[tuple[str, str]]) -> None:
    """Raise `Refused` for a formula whose outcome is not in the file: it would be read as a cell that was emptied."""
    for title, path in parts:
        if not _count(file, path, _FORMULA):
            continue
        with file.open(path) as stream:
            for _event, cell in iterparse(stream):
                if cell.tag.endswith("}row"):
                    cell.clear()
                elif cell.tag.endswith("}c") and _is_unknown(cell):
                    raise Refused("formula_without_value", place=f"{title}!{cell.get('r', '')}")


def _is_unknown(cell: Any) -> bool:
    """Return whether a cell has a formula and no value; of one that comes to no text the kind is stated."""
    has = {child.tag.rpartition("}")[2]: bool(child.text) for child in cell}
    return "f" in has and not has.get("v") and cell.get("t") != "str"


def _refuse_large(content: bytes) -> None:
    """Raise `Refused` for a file that is too large to be a register of ours, before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            parts = file.infolist()
            check("too_many_parts", len(parts), limits.PARTS)
            check("unpacks_too_large", sum(part.file_size for part in parts), limits.UNPACKED_BYTES)
            for part in (part for part in parts if part.file_size > limits.RATIO_FROM):
                check("packed_too_tightly", part.file_size // max(part.compress_size, 1), limits.RATIO)
            check("too_many_names", _count(file, "xl/workbook.xml", _NAME), limits.NAMES)
            check("too_many_cells", _count(file, "xl/worksheets/", _CELL), limits.OWN_CELLS)
    except BROKEN as error:
        raise Refused("broken_archive") from error


def _count(file: zipfile.ZipFile, begin: str, tag: re.Pattern[bytes]) -> int:
    """Return how often a tag stands in the parts whose names begin so: a tenth of the time of reading them."""
    count = 0
    for part in (part for part in file.infolist() if part.filename.startswith(begin)):
        with file.open(part) as stream:
            while piece := stream.read(CHUNK):
                count += len(tag.findall(piece))
    return count


# --- from one process to another --------------------------------------------------------------------------------------


def plain(found: Sheets) -> list[Any]:
    """Return sheets as JSON data."""
    return [[t, [[n, {at: _plain(value) for at, value in row.items()}] for n, row in rows]] for t, rows in found]


def _plain(value: Any) -> Any:
    """Return a value; a day with its kind, and what JSON and the reader have no kind for as text."""
    kind = type(value).__name__
    return [kind, value.isoformat()] if kind in _KINDS else value if isinstance(value, (int, float)) else str(value)


def sheets(data: list[Any]) -> Sheets:
    """Return the sheets that `plain` was given. Raises `ValueError`, `TypeError` or `LookupError` for anything else."""
    return [(str(t), [(int(n), {at: _value(v) for at, v in row.items()}) for n, row in rows]) for t, rows in data]


def _value(data: Any) -> Any:
    if not isinstance(data, list):
        return data
    kind, said = data
    return _KINDS[kind].fromisoformat(said)
