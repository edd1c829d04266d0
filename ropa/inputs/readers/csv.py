"""Comma-separated values, whatever separates them: one table."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..documents import Document
from . import limits, progress
from .building import Building
from .characters import BREAKS
from .encoding import decode
from .grid import Grid
from .refused import Refused

DELIMITERS = ";\t,|"
"""In the order in which they are tried: Swedish programs write semicolons, and commas stand in the texts."""

EVEN = 0.9
"""Share of rows with the same number of values from which the first sign that reaches it is taken."""
RAGGED = {";": 0.3, "\t": 0.2, ",": 0.6, "|": 0.3}
"""Share that the best one must have, else the file has one column: commas stand in texts, too."""

LOOKED_AT = 64 * 1024
"""Characters from which the delimiter is told."""

SEPARATOR = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
"""The first line in which Excel is told what separates the values."""

PLACE = "tabell 1"


def read(content: bytes, file: str) -> Document:
    """Return the file as one table; ragged rows are filled up. Raises `Refused`."""
    text = decode(content).removeprefix("\ufeff")
    stated = SEPARATOR.match(text)
    text = text[stated.end() :] if stated else text
    delimiter = stated[1] if stated else delimiter_of(text, "\t" if file.lower().endswith(".tsv") else "")
    grid = Grid(file)
    for number, row in enumerate(_rows(text, delimiter), 2 if stated else 1):
        for column, value in enumerate(row, 1):
            grid.put(number, column, value)
    building = Building(file)
    building.table(grid.rows(lambda r, c: f"rad {r}, kolumn {c}"), PLACE)
    return building.document()


def delimiter_of(text: str, expected: str = "") -> str:
    """Return the sign that parts most rows in the same number of values, or "" where none parts any."""
    start = text[:LOOKED_AT]
    if len(text) > LOOKED_AT:
        start = start[: start.rfind("\n") + 1] or start
    found = {sign: _evenness(start, sign) for sign in dict.fromkeys(expected + DELIMITERS)}
    best = next((sign for sign in found if found[sign][0] >= EVEN), max(found, key=lambda sign: found[sign]))
    return best if found[best][0] >= RAGGED[best] else ""


def _evenness(text: str, sign: str) -> tuple[float, int]:
    """Return the share of rows that have the most frequent number of values, and that number; (0, 0) for one."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        widths = Counter(len(row) for row in reader if row)
    except csv.Error:
        return 0, 0
    width, times = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0))
    return (times / widths.total(), width) if width > 1 else (0, 0)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield rows. A quotation mark that is never closed would swallow the rest of the file: then none is one."""
    csv.field_size_limit(limits.FILE_BYTES)
    total = len(BREAKS.sub("\n", text).split("\n"))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or "\0", **_quoting(text, delimiter))
    try:
        for row in reader:
            progress.tell(min(reader.line_num, total), total)
            yield row
    except csv.Error as error:
        raise Refused("broken_table") from error


def _quoting(text: str, delimiter: str) -> dict[str, Any]:
    return {} if _closes(text, delimiter) else {"quoting": csv.QUOTE_NONE}


def _closes(text: str, delimiter: str) -> bool:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or "\0", strict=True)
    try:
        for _ in reader:
            pass
    except csv.Error as error:
        return "unexpected end" not in str(error)
    return True
