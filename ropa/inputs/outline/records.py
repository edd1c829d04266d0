"""Tables with a row of labels on top and an activity in each row."""

import re
from collections.abc import Sequence

from ..documents import Cell, Table
from ..passages import Passage
from ..topics import Topic
from .collecting import Found, Group
from .colon import Labelled, labelled
from .headings import is_guidance, is_title, is_unit, tells, unit_in
from .labels import Corrections, is_listed, topics_of
from .rows import LABEL_LENGTH, Row, as_furniture, distinct, is_covered, is_empty, is_heads, is_label, labels_in, spans

DEEPEST = 12
"""Rows that may stand above the labels: title, date, who filled it in."""

_MOSTLY = 0.5

_TITLE_WORDS = 6

_DASH = re.compile(r"\s[–—-]\s")


def header_row(table: Table, corrections: Corrections) -> int | None:
    """Return the row of labels: at least two, at least half of what stands in it, and a row below it."""
    counts = [0 if is_heads(row) else labels_in(row, corrections) for row in table.rows[:DEEPEST]]
    best = max(counts, default=0)
    if best < 2:
        return None
    index = counts.index(best)
    shown = distinct(table.rows[index])
    long = any(len(cell.text) > LABEL_LENGTH and not is_label(cell.text, corrections) for cell in shown)
    return None if long or best < len(shown) * _MOSTLY or index + 1 >= len(table.rows) else index


class Records:
    """The reading of one such table."""

    def __init__(self, table: Table, header: int, corrections: Corrections) -> None:
        self.table, self.corrections = table, corrections
        self.found = Found(rows=True)
        self.first, self.last = self._header(header)
        self.labels = [self._label(column) for column in range(len(table.rows[0]))]
        self.topics = [topics_of(label, corrections) for label in self.labels]
        self.body = table.rows[self.last + 1 :]
        self.last_told = max((i for i, row in enumerate(self.body) if len(distinct(row)) > 1), default=-1)
        """The last row that tells more than one thing."""
        self.name = self._name_column()
        self.unit = ""
        """Of the rows below a full row."""
        self.titled = ""
        """The unit that the table's title names, for rows that name none."""
        self.group: Group | None = None
        self.kept_down = self._kept_down()
        self.last_units: dict[int, str] = {}

    # the rows of labels

    def _header(self, best: int) -> tuple[int, int]:
        """Return the first and last row of labels: a merged cell above, or labels below it, belong to it."""
        rows = self.table.rows
        if best and self._heads_of(rows[best - 1], rows[best]):
            return best - 1, best
        if best + 2 < len(rows) and self._heads_of(rows[best], rows[best + 1]) and self._is_second(rows[best + 1]):
            return best, best + 1
        return best, best

    def _heads_of(self, upper: Row, lower: Row) -> bool:
        """Return whether a row has merged cells above several of the next row."""
        merged = [i for i in range(1, len(upper)) if is_covered(upper, i)]
        return len(distinct(upper)) > 1 and any(lower[i].text != upper[i].text and lower[i].text for i in merged)

    def _is_second(self, row: Row) -> bool:
        return all(len(cell.text) < LABEL_LENGTH / 2 for cell in row)

    def _label(self, column: int) -> str:
        upper, lower = (self.table.rows[i][column].text.strip() for i in (self.first, self.last))
        if not upper or upper == lower or self.first == self.last:
            return lower or upper
        both = f"{upper}: {lower}" if lower else upper
        return lower if topics_of(lower, self.corrections) and not is_listed(both) else both

    # the columns

    def _name_column(self) -> int | None:
        """Return the column with the activities' names: labelled so, else the first short one nobody knows."""
        named = [i for i, topics in enumerate(self.topics) if topics[:1] == (Topic.NAME,)]
        filled = [i for i in named if any(row[i].text.strip() for row in self.body)]
        if filled:
            return max(filled, key=lambda i: (self._variety(i), i))
        unknown = [i for i, t in enumerate(self.topics[:4]) if not t and self._may_be_name(i)]
        return next(iter(unknown), self._described())

    def _described(self) -> int | None:
        """Return the first column but for numbers and units, where it says shortly what is done: "Vad gör vi?"."""
        before = {(Topic.REFERENCE,), (Topic.UNIT,), (Topic.CONTROLLER,)}
        first = next((i for i, topics in enumerate(self.topics) if topics not in before), None)
        told = first is not None and self.topics[first] == (Topic.SUMMARY,) and self._may_be_name(first)
        return first if told else None

    def _variety(self, column: int) -> int:
        return len({row[column].text for row in self.body if row[column].text.strip()})

    def _may_be_name(self, column: int) -> bool:
        texts = [row[column].text for row in self.body if row[column].text.strip() and not spans(row)]
        short = sum(len(t) <= LABEL_LENGTH and not t.isdigit() for t in texts)
        return bool(texts) and short == len(texts) and len(texts) * 2 > len([r for r in self.body if not is_empty(r)])

    def _kept_down(self) -> set[int]:
        """Return unit columns that are filled only where the unit changes."""
        columns = (i for i, topics in enumerate(self.topics) if topics == (Topic.UNIT,))
        rows = [row for row in self.body if not is_empty(row) and not spans(row)]
        return {
            i for i in columns if sum(bool(r[i].text.strip()) for r in rows) * 2 <= len(rows) > 2 and rows[0][i].text
        }

    # the rows

    def read(self) -> Found:
        """Return the activities of the table, in its order."""
        for row in self.table.rows[: self.first]:
            self._above(row)
        for row in self.table.rows[self.first : self.last + 1]:
            self.found.furniture += as_furniture(distinct(row))
        for index, row in enumerate(self.body):
            if not is_empty(row):
                self._row(row, index)
        if self.titled and not any(group.units for group in self.found.groups):
            for group in self.found.groups:
                group.units = (self.titled,)
        return self.found

    def _above(self, row: Row) -> None:
        """What stands above the labels is said of all rows, or names their unit, or is a title."""
        shown = distinct(row)
        said = _last_label(shown[0].text, self.corrections) if len(shown) == 1 else None
        if said and said.value:
            self.found.shared.append(Passage(said.label, said.value, shown[0].place))
            title = shown[0].text.partition(said.label)[0].strip(" –—-")
            self.found.furniture += [Passage("", title, shown[0].place)] if title else []
        elif len(shown) == 1 and _is_unit_alone(shown[0].text):
            self.unit = shown[0].text
        elif len(shown) > 1 and is_label(shown[0].text, self.corrections):
            self.found.shared += self._pairs(shown)
        elif shown and not self._tells(shown):
            self.titled = unit_in(shown[0].text) or self.titled
            self.found.furniture += as_furniture(shown)
        elif shown:
            self.found.shared += as_furniture(shown)

    def _pairs(self, shown: Sequence[Cell]) -> list[Passage]:
        """Return a row of labels each with its value: "Uppdaterad: 2025-02-28 Ansvarig: Byggnadsnämnden"."""
        pairs: list[Passage] = []
        for cell in shown:
            if not pairs or is_label(cell.text, self.corrections):
                pairs.append(Passage(cell.text, "", cell.place))
            else:
                text = f"{pairs[-1].text}\n{cell.text}".strip()
                pairs[-1] = Passage(pairs[-1].label, text, cell.place)
        return pairs

    @staticmethod
    def _tells(shown: Sequence[Cell]) -> bool:
        """Return whether what stands above the labels is more than a title or the heads of groups of columns."""
        text = shown[0].text
        return len(shown) == 1 and (tells(text) or (not is_title(text) and len(text.split()) > _TITLE_WORDS))

    def _row(self, row: Row, index: int) -> None:
        if self._is_header_again(row) or all(is_guidance(c.text) for c in distinct(row)):
            self.found.furniture += as_furniture(distinct(row))
        elif spans(row) and len(row) > 2:
            self._alone(distinct(row)[0], index)
        elif self._goes_on(row):
            self._fill(row, more=True)
        elif distinct(row)[0].text.endswith(":"):
            self.found.shared += self._pairs(distinct(row))
        else:
            self._begin(row)

    def _is_header_again(self, row: Row) -> bool:
        heads = [self.table.rows[i] for i in (self.first, self.last)]
        same = sum(bool(cell.text) and any(_alike(cell, head[n]) for head in heads) for n, cell in enumerate(row))
        return same >= 2 and same * 2 > len(distinct(row))

    def _alone(self, cell: Cell, index: int) -> None:
        """A full row names the unit of the rows below it; a long one, or the last, is a remark."""
        below = index < self.last_told
        if below and len(cell.text) <= LABEL_LENGTH and "\n" not in cell.text:
            self.unit = cell.text
            self.group = None
        elif (
            self.name == 0
            and not below
            and len(cell.text.split()) < 6
            and not cell.repeated
            and not is_covered(self.body[index], 1)
        ):
            self._begin(self.body[index])
        else:
            self.found.shared += as_furniture([cell])

    def _goes_on(self, row: Row) -> bool:
        """Return whether a row tells more of the activity above: its name is empty, or one cell with that above."""
        if self.group is None or self.name is None:
            return False
        cell = row[self.name]
        return (not cell.text.strip() and not self._has_own_number(row)) or (
            cell.repeated and cell.text == self.group.name
        )

    def _has_own_number(self, row: Row) -> bool:
        numbers = (i for i, topics in enumerate(self.topics) if topics == (Topic.REFERENCE,))
        return any(row[i].text.strip() and not row[i].repeated for i in numbers)

    def _begin(self, row: Row) -> None:
        cell = row[self.name] if self.name is not None else distinct(row)[0]
        name = cell.text if self.name is not None else ""
        self.group = Group(name, cell.place, (self.unit,) if self.unit else ())
        self.found.groups.append(self.group)
        self._fill(row, more=False)

    def _fill(self, row: Row, *, more: bool) -> None:
        for column, cell in enumerate(row):
            if column != self.name and not is_covered(row, column):
                self._cell(column, cell, more)

    def _cell(self, column: int, cell: Cell, more: bool) -> None:
        assert self.group is not None
        text = cell.text
        if column in self.kept_down and not more:
            text = self.last_units[column] = text or self.last_units.get(column, "")
        if not text.strip() or (more and cell.repeated):
            return
        if self.topics[column] == (Topic.UNIT,):
            self.group.units = (*self.group.units, text)
        self.group.passages.append(Passage(self.labels[column], text, cell.place))


def _last_label(text: str, corrections: Corrections) -> Labelled | None:
    """Return the label a text begins with, or that follows the title before it: "Register – ansvarig nämnd: …"."""
    after_title = (text[found.end() :] for found in _DASH.finditer(text))
    return next(filter(None, (labelled(part, corrections) for part in (text, *after_title))), None)


def _is_unit_alone(text: str) -> bool:
    return is_unit(text) and not is_title(text) and not _DASH.search(text)


def _alike(one: Cell, other: Cell) -> bool:
    return one.text.casefold().split() == other.text.casefold().split()


def read(table: Table, header: int, corrections: Corrections) -> Found:
    """Return what a table of records holds."""
    return Records(table, header, corrections).read()
