"""Tables with a label in the first column and its value beside it: one activity, or several below one another."""

import re

from ..documents import Cell, Table
from ..passages import Passage
from ..topics import Topic
from .collecting import PARTIES, Found, Group, makes_an_activity
from .colon import labelled
from .headings import instructs, is_code, is_guidance, is_part, is_unit
from .labels import Corrections, normal, topics_of
from .rows import Row, as_furniture, distinct, is_covered, is_empty, is_heads, is_label, spans

LOOKED_AT = 60
"""Rows from which the shape of a table is told."""

_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]?", re.I)


def label_column(table: Table, corrections: Corrections) -> int:
    """Return the column in which labels stand: not the first where that numbers them, or names what they are about."""
    width = len(table.rows[0])
    hits = [sum(is_label(row[i].text, corrections) for row in table.rows[:LOOKED_AT]) for i in range(min(3, width - 1))]
    return hits.index(max(hits)) if hits else 0


def has_pairs(table: Table, corrections: Corrections) -> bool:
    """Return whether most rows of a table have labels and values by turns."""
    rows = [row for row in table.rows if not is_empty(row) and not spans(row)]
    if len(table.rows[0]) not in {4, 6} or (rows and all(is_label(c.text, corrections) for c in rows[0])):
        return False
    paired = [row for row in rows if all(is_label(c.text, corrections) for c in row[::2] if c.text.strip())]
    loose = [row for row in paired if not any(is_label(c.text, corrections) for c in row[1::2])]
    return len(loose) * 3 >= len(rows) * 2 and sum(bool(row[2].text.strip()) for row in loose) > 0


def _unheaded_guides(table: Table, column: int) -> set[int]:
    """Return the column between labels and values that only tells how to fill in the form: few, short, asking."""
    rows = [row for row in table.rows if not is_empty(row) and not spans(row)]
    if len(table.rows[0]) - column != 3:
        return set()
    texts = [row[column + 1].text for row in rows if row[column + 1].text.strip()]
    asking = sum(instructs(text) for text in texts)
    filled = sum(bool(row[column + 2].text.strip()) for row in rows)
    return {column + 1} if asking * 3 >= len(texts) > 1 and filled * 4 > len(rows) * 3 else set()


class LabelValue:
    """The reading of one such table, row by row."""

    def __init__(self, table: Table, corrections: Corrections) -> None:
        self.table, self.corrections = table, corrections
        self.column = label_column(table, corrections)
        self.found = Found()
        self.group = Group(place=table.place)
        self.titles: list[Cell] = []
        """Full rows that wait for the labels they stand above."""
        self.unit: Cell | None = None
        self.waiting: Cell | None = None
        """A label alone in its row, whose value may be the next row."""
        self.headings = 0
        """Full rows inside the activity: the headings of a form's parts."""
        self.merged = {row[0] for row in table.rows if spans(row) and is_covered(row, len(row) - 1)}
        """Cells over the whole row."""
        self.guides = _unheaded_guides(table, self.column)
        """Columns that only help to fill in the form."""
        self.named = False
        """Whether a row of the table itself names the activity."""
        self.before = 0
        """Passages above the name of the first activity that say who answers."""
        self.opener = ""
        self.seen: set[str] = set()

    def read(self) -> Found:
        """Return the activities of the table; passages that make none are shared."""
        for row in self.table.rows:
            self._row(row)
        self._leave_waiting()
        self._close()
        self.found.furniture += as_furniture(self.titles)
        if self.before and len(self.found.groups) > 1:
            self._share_before(self.found.groups[0])
        return self.found

    def _share_before(self, first: Group) -> None:
        """What stands above the name of the first activity, and no other one has, is said of all of them."""
        above = first.passages[: self.before]
        others = {normal(p.label) for group in self.found.groups[1:] for p in group.passages}
        if not any(normal(p.label) in others for p in above):
            self.found.shared[:0] = above
            first.passages = first.passages[self.before :]

    def _row(self, row: Row) -> None:
        if is_empty(row):
            return
        if is_heads(row):
            self._heads(row)
        elif spans(row) or (len(distinct(row)) == 1 and not row[self.column].text.strip()):
            self._alone(row)
        else:
            self._leave_waiting()
            self._labelled(row)

    def _heads(self, row: Row) -> None:
        self.found.furniture += as_furniture(distinct(row))
        self.guides |= {i for i, cell in enumerate(row) if i > self.column and is_guidance(cell.text)}

    def _alone(self, row: Row) -> None:
        cell = distinct(row)[0]
        if cell is not row[0] and cell is not row[self.column]:
            self._more(cell)
        elif is_label(cell.text, self.corrections):
            self._leave_waiting()
            self.waiting = cell
        elif said := labelled(cell.text, self.corrections):
            self._leave_waiting()
            self._put(said.label, said.value, cell.place)
        elif self.waiting is not None:
            self._put(self.waiting.text, cell.text, cell.place)
            self.waiting = None
        else:
            self.titles.append(cell)

    def _more(self, cell: Cell) -> None:
        """A value whose label cell is empty goes on from the row above."""
        if self.waiting is not None:
            self._put(self.waiting.text, cell.text, cell.place)
            self.waiting = None
        elif self.group.passages:
            last = self.group.passages[-1]
            self.group.passages[-1] = Passage(last.label, f"{last.text}\n{cell.text}".strip(), last.place)
        else:
            self._put("", cell.text, cell.place)

    def _leave_waiting(self) -> None:
        """A label without a value was left empty; one over the whole row is a heading that reads like a label."""
        cell, self.waiting = self.waiting, None
        if cell is not None and cell in self.merged:
            self.titles.append(cell)
        elif cell is not None:
            self._put(cell.text, "", cell.place)

    def _labelled(self, row: Row) -> None:
        self._named_beside(row)
        for label, values in self._pairs(row):
            if not label.text.strip() or self._is_below(label):
                for cell in values:
                    self._more(cell)
                continue
            kept = [c for c in values if c.text.strip()]
            self._put(self._numbered(row, label), "\n".join(c.text for c in kept), (kept or [label])[0].place)

    def _is_below(self, label: Cell) -> bool:
        """Return whether a label is only the rest of the merged one above."""
        return label.repeated and bool(self.group.passages) and self.group.passages[-1].label.endswith(label.text)

    def _named_beside(self, row: Row) -> None:
        """A new text on the left of the labels names the activity that they are about."""
        cell = row[0]
        new = self.column and not cell.repeated and cell.text.strip() and not _NUMBER.fullmatch(cell.text.strip())
        if new and cell.text != self.group.name:
            self._close()
            self.group.name, self.group.place, self.named = cell.text, cell.place, True
            self.group.units = (self.unit.text,) if self.unit else ()

    def _numbered(self, row: Row, label: Cell) -> str:
        number = row[0].text.strip() if self.column and label is row[self.column] else ""
        return f"{number} {label.text}" if _NUMBER.fullmatch(number) else label.text

    def _pairs(self, row: Row) -> list[tuple[Cell, list[Cell]]]:
        """Return the labels of a row with their values; forms have several pairs in a row."""
        cells = [(i, cell) for i, cell in enumerate(row) if i >= self.column and not is_covered(row, i)]
        guides = [cell for i, cell in cells if i in self.guides]
        self.found.furniture += as_furniture(guides, row[self.column].text)
        rest = [cell for i, cell in cells if i not in self.guides]
        if (
            len(rest) in {4, 6}
            and all(is_label(c.text, self.corrections) for c in rest[::2] if c.text.strip())
            and rest[2].text
        ):
            return [
                (label, [value]) for label, value in zip(rest[::2], rest[1::2], strict=True) if label.text or value.text
            ]
        return [(rest[0], rest[1:])] if rest else []

    def _put(self, label: str, text: str, place: str) -> None:
        key = normal(label)
        topics = topics_of(label, self.corrections)
        if self._begins_again(key, topics):
            self._close()
        if not self.group.passages and not self.group.name:
            self._open(key)
        self.headings += len(self.titles)
        self.found.furniture += as_furniture(self.titles)
        self.titles = []
        self.seen.add(key)
        if topics[:1] == (Topic.NAME,) and text and not self.named and not is_code(text):
            self._call(text, place)
            self.found.furniture.append(Passage(label, "", place))
        else:
            if topics == (Topic.UNIT,):
                self.group.units = (*self.group.units, text)
            self.group.passages.append(Passage(label, text, place))

    def _call(self, name: str, place: str) -> None:
        """A row with the name goes before a full row above, which may be the unit."""
        above = self.group.name
        if above and is_unit(above):
            self.group.units = (*self.group.units, above)
        elif above:
            self.found.furniture.append(Passage("", above, self.group.place))
        if not self.found.groups and self._only_parties():
            self.before = len(self.group.passages)
        self.group.name, self.group.place, self.named = name, place, True

    def _only_parties(self) -> bool:
        return all(set(topics_of(p.label, self.corrections)) & PARTIES for p in self.group.passages)

    def _begins_again(self, key: str, topics: tuple[Topic, ...]) -> bool:
        """Return whether a label opens the next activity: the first label again, or a title after enough was said."""
        again = key in self.seen and (key == self.opener or topics[:1] == (Topic.NAME,) or bool(self.titles))
        return again and makes_an_activity(self.group.passages, self.corrections, named=self.named)

    def _open(self, key: str) -> None:
        """Titles above the first label: the last names the activity, one before it the unit."""
        self.opener = key
        if self.titles:
            *above, name = self.titles
            self.found.furniture += as_furniture(above[:-1])
            self.unit = above[-1] if above else self.unit
            self.group.name, self.group.place = name.text, name.place
        self.group.units = (self.unit.text,) if self.unit else ()
        self.titles = []

    def _close(self) -> None:
        if not self.named and is_part(self.group.name, self.headings > 0):
            self.found.furniture += _as_passage(self.group)
            self.group.name = ""
        if makes_an_activity(self.group.passages, self.corrections, named=self.named):
            self.found.groups.append(self.group)
        else:
            self.found.shared += [*_as_passage(self.group), *self.group.passages]
        self.group, self.seen, self.named, self.headings = Group(place=self.table.place), set(), False, 0


def _as_passage(group: Group) -> list[Passage]:
    return [Passage("", group.name, group.place)] if group.name else []


def read(table: Table, corrections: Corrections) -> Found:
    """Return what a table of labels and values holds."""
    return LabelValue(table, corrections).read()
