"""Labels and values that stand beside each other in plain text, set apart by blanks."""

import re
from collections.abc import Sequence

ROW = re.compile(r"(?P<label>\S(?:.{0,38}?\S)?)\s{2,}(?P<value>\S.*)")
"""A label and, after two blanks or more, the beginning of its value."""

Pair = tuple[str, list[str]]
"""A label, and the lines of its value with the blanks before them."""


def pair_of(lines: Sequence[str]) -> Pair | None:
    """Return the label and value that lines between two empty ones are, or None.

    The value's further lines begin below its first; the label's beside them, or alone where it is longer than the
    value. A label of one line with a value of one is no matter of columns.
    """
    first = ROW.fullmatch(lines[0]) if lines else None
    if first is None or len(lines) < 2 or "\t" in "".join(lines):
        return None
    column, label, value = first.start("value"), [first["label"]], [lines[0]]
    for line in lines[1:]:
        beside, below = line[:column].strip(), line[column:]
        if not _fits(line, column, beside):
            return None
        label += [beside] if beside else []
        value += [line] if below.strip() else []
    blanked = [" " * column + line[column:] for line in value]
    return " ".join(label), blanked


def _fits(line: str, column: int, beside: str) -> bool:
    """Return whether a line keeps to the columns: a value in its place, a label that is done before it."""
    if line[column:].strip():
        return not line[column - 1 : column].strip() and not line[column].isspace()
    return beside[:1].islower() and len(line) <= column
