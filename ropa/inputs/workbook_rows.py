"""Rows of a workbook in their order, with keys, and found by what other rows call them.

A row that somebody typed has no key. It gets one that follows from what it says, so that bringing in a file twice
changes nothing; a row that was copied with its key gets one of its own as well.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ..vocabulary import NoticeLevel
from ..workbook import Column, codes
from .making import key_of
from .workbook_cells import NotUnderstood
from .workbook_grid import Line

POINTS_TO = ("purposes", "personal_data", "data_subjects", "carriers")
"""Fields that point to rows of the list of the same name; `processor` to a processor, `about` to any row."""


def ordered(lines: Iterable[Line]) -> list[Line]:
    """Return lines in the order they were written in, however they are sorted; new ones after the one above them."""
    places: list[tuple[int, int, int, Line]] = []
    last = 0
    for number, line in enumerate(lines):
        text = line.text("order").strip()
        if re.fullmatch(r"\d{1,9}", text):
            last = int(text)
            places.append((last, 0, number, line))
        else:
            places.append((last, 1, number, line))
    return [place[3] for place in sorted(places, key=lambda place: place[:3])]


@dataclass
class Row:
    """A row of one activity's list."""

    line: Line
    key: UUID


class Rows:
    """The rows of one activity, by list."""

    def __init__(self, key: UUID, taken: set[UUID]) -> None:
        self.key, self._taken = key, taken
        self.lists: dict[str, list[Row]] = {}
        self._ids: defaultdict[str, set[UUID]] = defaultdict(set)
        self._named: defaultdict[tuple[str, str], set[UUID]] = defaultdict(set)
        self._times = Counter[str]()

    def add(self, name: str, lines: Iterable[Line]) -> None:
        """Take the lines of a list."""
        self.lists[name] = [Row(line, self._key(name, line)) for line in ordered(lines)]
        for row in self.lists[name]:
            if called := codes.plain(row.line.text("id")):
                self._ids[called].add(row.key)
            if said := _first(row.line):
                self._named[name, codes.plain(said)].add(row.key)

    def find(self, column: Column, text: str) -> UUID:
        """Return the key of the row that a cell names: by its id, whatever stands behind it, or by what it says.

        Raises `NotUnderstood` for no row, or several.
        """
        found = self._by_id(text) or self._by_key(text) or self._by_name(column.field, text)
        if len(found) == 1:
            return next(iter(found))
        words = _("several rows of this activity are called “{given}”: give each a name of its own.")
        none = _("“{given}” is no row of this activity.")
        raise NotUnderstood((words if found else none).format(given=text[:60]))

    def _by_id(self, text: str) -> set[UUID]:
        """Return the rows whose id the text is, or begins with before a dash."""
        ends = [len(text), *(m.start() for m in re.finditer(r"\s+[\N{EN DASH}\N{EM DASH}-]\s", text))]
        heads = (codes.plain(text[:end]) for end in sorted(ends, reverse=True))
        return next((self._ids[head] for head in heads if head in self._ids), set())

    def _by_key(self, text: str) -> set[UUID]:
        key = key_in(text)
        return {key} if key else set()

    def _by_name(self, field: str, text: str) -> set[UUID]:
        names = {"processor": ["processors"], "about": list(self.lists)}.get(field, [field])
        return {key for name in names for key in self._named.get((name, codes.plain(text)), ())}

    def _key(self, name: str, line: Line) -> UUID:
        """Return the row's key, or a new one where it has none or one that is another row's."""
        written, _dot, owner = line.text("key").strip().partition(".")
        key = key_in(written)
        if key and owner in {"", self.key.hex[:8]} and (key not in self._taken or _is_inherited(line)):
            self._taken.add(key)
            return key
        said = codes.plain(line.text("id")) or _content(line)
        while True:
            self._times[f"{name}/{said}"] += 1
            key = key_of(str(self.key), name, said, str(self._times[f"{name}/{said}"]))
            if key not in self._taken:
                self._taken.add(key)
                return key


def _is_inherited(line: Line) -> bool:
    """Return whether it is a text of the unit or those above, which is the same row in many activities."""
    level = codes.code(NoticeLevel, line.text("level"))
    return level is not None and level is not NoticeLevel.ACTIVITY


def _content(line: Line) -> str:
    names = sorted(set(line.grid.letters) - {"activity", "id", "order", "key", "marks"})
    return "\n".join(f"{name}={line.text(name)}" for name in names if line.value(name) is not None)


def _first(line: Line) -> str:
    """Return what a row says first, in the order of the columns that are there."""
    names = (name for name in line.grid.letters if name not in {"activity", "id", "order", "key", "marks"})
    return next((said for name in names if (said := line.text(name).strip())), "")


def key_in(text: str) -> UUID | None:
    """Return the key that a text is; None for any other text."""
    try:
        return UUID(text)
    except ValueError:
        return None


def uuid_of(line: Line) -> UUID | None:
    """Return the key that stands in a row of an activity or a party."""
    return key_in(line.text("key").strip())


def group(lines: Iterable[Line], name: str) -> dict[str, list[Line]]:
    """Return the lines by what they say in a column, compared as `codes.plain` does."""
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[codes.plain(line.text(name))].append(line)
    return found


Found = dict[str, Any]
"""Name as it is compared -> what is called so."""
