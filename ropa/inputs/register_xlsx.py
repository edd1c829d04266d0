"""The workbook (`outputs.register_xlsx`) -> records, also when people have worked on it in a spreadsheet.

Columns may be moved, rows sorted, added and removed, headings and sheets renamed. What people add of their own is kept
as texts that nobody has placed. All that is wrong is told at once, with sheet and cell.
"""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import ValidationError

from ..record import FORMAT, Audience, Entry, ProcessingActivity, Register, Unplaced
from ..workbook import MARK, Column, Kind, codes, sheets
from ..workbook.layout import ABOUT, ACTIVITIES, CHOICES, ENTRY, lists, title
from .making import key_of
from .reading import CannotRead, Imported
from .register_json import SHOWN, path, reason, refuse_many
from .workbook_beside import beside
from .workbook_cells import Cells
from .workbook_grid import Grid, Line, Problems, opened
from .workbook_parties import Named
from .workbook_rows import Rows, group, ordered, uuid_of


def read(content: bytes, file: str = "") -> Imported:
    """Return the records of a workbook.

    Raises `CannotRead`, whose problems name the place as in `Ändamål!C7`.
    """
    return _Reading(_marked(content), file).imported()


def read_ours(content: bytes, file: str = "") -> Imported | None:
    """Return the records of a workbook as `read` does; None for a file that does not bear the mark."""
    grids = opened(content)
    return None if grids is None else _Reading(grids, file).imported()


def register_of(content: bytes) -> Register:
    """Return the register as it was exported. Raises `CannotRead`."""
    return _Reading(_marked(content), "").register()


def _marked(content: bytes) -> list[Grid]:
    if (grids := opened(content)) is None:
        raise _unmarked()
    return grids


def _unmarked() -> CannotRead:
    return CannotRead(_("The file is no workbook that came from here: its first sheet does not say so."))


class _Reading:
    """One workbook being read."""

    def __init__(self, grids: list[Grid], file: str) -> None:
        self.file, self.problems = file, Problems()
        self.grids = grids
        self.about = _about(self.grids)
        self.audience = self._audience()
        self.sheets = {sheet.code: sheet for sheet in sheets(self.audience)}
        self._refuse_missing()
        self.lines = {code: self._lines(code) for code in self.sheets}
        self.cells = Cells(self.problems)
        self.named = Named(self.lines, self.cells, self.audience)
        self.unplaced: list[Unplaced] = []
        self.entries = self._entries()
        self.problems.refuse()

    def imported(self) -> Imported:
        """Return the records, and what stands outside them."""
        for heading, text, place in beside(self.grids):
            self._leave(heading, text, place)
        others = (x for code in self.sheets if code != ACTIVITIES and code not in lists() for x in self.lines[code])
        for heading, text, place in (own for line in others for own in line.own()):
            self._leave(heading, text, place)
        return Imported(self.audience, tuple(e.activity for e in self.entries), tuple(self.unplaced))

    def register(self) -> Register:
        """Return the register as the file tells it."""
        said = {name: self.about.get(name, "") for name in ("as_of", "ledger_day", "title")}
        heads = {name[5:]: head for name, head in self.about.items() if name.startswith("head:")}
        data = {name: value for name, value in said.items() if value}
        try:
            return Register(audience=self.audience, heads=heads, entries=self.entries, **data)
        except ValidationError as error:
            found = error.errors(include_url=False)[:SHOWN]
            raise CannotRead(*(f"{title(ABOUT)}, {path(x['loc'])}: {reason(x)}" for x in found)) from error

    def _leave(self, label: str, text: str, place: str) -> None:
        if text:
            key = key_of("workbook", self.file, label, text, place)
            self.unplaced.append(Unplaced(key=key, label=label, text=text, file=self.file, place=place))

    # --- what the file is ---------------------------------------------------------------------------------------------

    def _audience(self) -> Audience:
        if self.about.get("mark") != MARK or self.about.get("format") != FORMAT:
            raise _unmarked()
        try:
            return Audience(self.about.get("audience", ""))
        except ValueError as error:
            words = _("The first sheet does not say for whom the file was made: {allowed}.")
            raise CannotRead(words.format(allowed=", ".join(Audience))) from error

    def _refuse_missing(self) -> None:
        """Tell which sheets and columns are gone that held something: what they said would be cleared."""
        choices = next((grid for grid in self.grids if grid.code == CHOICES), None)
        there = {f"{grid.code}/{name}" for grid in self.grids for name in grid.letters}
        for name in (line.text("filled") for line in choices.lines) if choices else ():
            code, _slash, column = name.partition("/")
            if not name or name in there or code not in self.sheets:
                continue
            if not any(grid.code == code for grid in self.grids):
                self.problems.add(title(code), _("the sheet is gone. Delete its rows instead, if that is meant."))
            else:
                words = _("the column “{column}” is gone. Empty its cells instead, if that is meant.")
                self.problems.add(title(code), words.format(column=self._heading(code, column)))
        self.problems.refuse()

    def _heading(self, code: str, name: str) -> str:
        found = (c for c in self.sheets[code].columns if c.name == re.split("[@~]", name)[0])
        return next((codes.heading(column, self.sheets[code].columns) for column in found), name)

    def _lines(self, code: str) -> list[Line]:
        grids = [grid for grid in self.grids if grid.code == code]
        if len(grids) > 1:
            words = _("there are two such sheets: {titles}. Put their rows into one.")
            self.problems.add(title(code), words.format(titles=", ".join(grid.title for grid in grids)))
        names = set(grids[0].letters) - {"order", "marks"} if grids else set()
        return [line for line in grids[0].lines if _is_filled(line, names)] if grids else []

    # --- activities ---------------------------------------------------------------------------------------------------

    def _entries(self) -> tuple[Entry, ...]:
        lines = ordered(self.lines[ACTIVITIES])
        refuse_many(len(lines))
        taken: set[UUID] = set()
        keys = [self._key(line, taken) for line in lines]
        rows = [Rows(key, taken) for key in keys]
        self._share_out(lines, rows)
        made = [self._entry(line, found) for line, found in zip(lines, rows, strict=True)]
        return tuple(entry for entry in made if entry)

    def _key(self, line: Line, taken: set[UUID]) -> UUID:
        """Return the activity's key; one that was typed, or copied, gets one that follows from its name."""
        key, number = uuid_of(line), 1
        words = ("workbook", codes.plain(line.text("organisation")), codes.plain(_called(line)))
        while key is None or key in taken:
            key, number = key_of(*words, str(number)), number + 1
        taken.add(key)
        return key

    def _share_out(self, lines: list[Line], rows: list[Rows]) -> None:
        """Give each activity its rows."""
        places = self._places(lines)
        for code in (code for code in lists() if code in self.lines):
            by_activity: dict[int, list[Line]] = {}
            for called, found in group(self.lines[code], "activity").items():
                if called in places:
                    by_activity.setdefault(places[called], []).extend(found)
                    continue
                for line in found:
                    words = _("“{given}” is no row in the sheet “{sheet}”.") if called else _("names no activity.")
                    given = {"given": line.text("activity")[:60], "sheet": title(ACTIVITIES)}
                    self.problems.add(line.place("activity"), words.format(**given))
            for place, mine in by_activity.items():
                rows[place].add(code, mine)

    def _places(self, lines: list[Line]) -> dict[str, int]:
        """Return what activities are called -> their place; also by name and reference, where these are one's alone."""
        found: dict[str, int] = {}
        at = {id(line): place for place, line in enumerate(lines)}
        for place, line in enumerate(lines):
            called = codes.plain(_called(line))
            if not called:
                self.problems.add(line.place("activity"), _("has no name."))
            elif called in found:
                words = _("“{given}” is the name of two rows here.")
                self.problems.add(line.place("activity"), words.format(given=_called(line)[:60]))
            found.setdefault(called, place)
        for name in ("name", "reference"):
            for called, alike in group(lines, name).items():
                if called and len(alike) == 1:
                    found.setdefault(called, at[id(alike[0])])
        return found

    def _entry(self, line: Line, rows: Rows) -> Entry | None:
        own = tuple(c for c in self.sheets[ACTIVITIES].columns if not c.name.startswith("entry."))
        known = uuid_of(line) is not None
        made: dict[str, Any] = {name: self._list(name, rows) for name in rows.lists}
        if more := list(self._own_texts(line, rows)):
            made["unplaced"] = (*made.get("unplaced", ()), *more)
        if not known and not line.text("name").strip():
            made["name"] = _called(line)
        activity = self.cells.made(ProcessingActivity, line, own, self.named.find, key=rows.key, **made)
        return self._with_publication(line, activity) if activity else None

    def _list(self, name: str, rows: Rows) -> tuple[Any, ...]:
        kind, columns = lists()[name], self.sheets[name].columns

        def find(column: Column, text: str) -> Any:
            return rows.find(column, text) if column.kind in {Kind.ROW, Kind.ROWS} else self.named.find(column, text)

        made = (self.cells.made(kind, row.line, columns, find, key=row.key) for row in rows.lists[name])
        return tuple(row for row in made if row)

    def _own_texts(self, line: Line, rows: Rows) -> Iterator[Unplaced]:
        """Yield what stands in columns of somebody's own; of a public file, which has no place for them, apart."""
        lines = [line, *(row.line for found in rows.lists.values() for row in found)]
        for heading, text, place in (own for one in lines for own in one.own()):
            if self.audience is Audience.PUBLIC:
                self._leave(heading, text, place)
                continue
            key = key_of(str(rows.key), "unplaced", heading, text, place.partition("!")[0])
            yield Unplaced(key=key, label=heading, text=text, file=self.file, place=place)

    def _with_publication(self, line: Line, activity: ProcessingActivity) -> Entry | None:
        columns = tuple(c for c in self.sheets[ACTIVITIES].columns if c.name.startswith("entry."))
        data = self.cells.data(line, columns, self.named.find).get("entry", {})
        return Entry(activity=activity, **{name: data[name] for name in ENTRY if name in data})


def _about(grids: list[Grid]) -> dict[str, str]:
    grid = next((grid for grid in grids if grid.code == ABOUT), None)
    lines = grid.lines if grid else []
    return {name: line.text("value").strip() for line in lines if (name := line.text("name").strip())}


def _called(line: Line) -> str:
    """Return what an activity is called in the workbook: what other sheets name it by, else its name."""
    return line.text("activity").strip() or line.text("name").strip() or line.text("reference").strip()


def _is_filled(line: Line, names: set[str]) -> bool:
    return any(line.value(name) is not None for name in names) or any(line.own())
