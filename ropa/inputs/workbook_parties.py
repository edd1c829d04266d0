"""The parties and terms of a workbook, found by what its other sheets call them."""

import difflib
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from .. import record
from ..record import Audience, Party, Term
from ..workbook import Column, Kind, codes, sheets
from ..workbook.layout import ABOVE, CONTROLLERS, HEADINGS, PARTY_SHEETS, TERM_KINDS, TERMS, names_of, title
from .making import key_of
from .terms import shipped
from .understanding.knowledge import own_code
from .workbook_cells import Cells, NotUnderstood
from .workbook_grid import Line
from .workbook_rows import Found, group, ordered, uuid_of


class Named:
    """What a workbook names of parties and terms."""

    def __init__(self, lines: dict[str, list[Line]], cells: Cells, audience: Audience) -> None:
        self._lines, self._cells = lines, cells
        self._columns = {sheet.code: sheet.columns for sheet in sheets(audience)}
        self.terms: dict[type[Term], Found] = {kind: {} for kind in TERM_KINDS}
        self.parties: dict[type[Any], Found] = {kind: {} for kind in PARTY_SHEETS}
        self._read_terms()
        self._headings, self._above = group(lines[HEADINGS], "party"), group(lines[ABOVE], "party")
        for kind in (record.Organisation, record.Controller, record.Unit, record.DataProtectionOfficer):
            self._read_parties(kind)

    def find(self, column: Column, text: str) -> Any:
        """Return the term or party that a cell names. Raises `NotUnderstood`."""
        if column.kind is Kind.TERM:
            return self._term(column.of, text)
        if column.kind is Kind.PARTY:
            return self._party(column.of, text)
        if column.kind is Kind.PARTY_KEY:
            return self._controller_key(text)
        raise NotUnderstood(_("“{given}” is no row of this activity.").format(given=text[:60]))

    # --- terms --------------------------------------------------------------------------------------------------------

    def _term(self, kind: type[Term], text: str) -> Term:
        """Return the term of that name in the workbook, else among those that come with ropa."""
        called = codes.plain(text)
        found: Term | None = self.terms[kind].get(called) or _by_label(self.terms[kind].values(), called)
        found = found or _by_label(shipped().get(kind, ()), called)
        if found is None:
            raise NotUnderstood(_unknown(text, TERMS, (term.said("sv").text for term in self.terms[kind].values())))
        return found

    def _read_terms(self) -> None:
        for line in self._lines[TERMS]:
            kind = codes.term_kind(line.text("list"))
            if kind is None:
                words = _("“{given}” is no list of terms.")
                self._cells.problems.add(line.place("list"), words.format(given=line.text("list")[:60]))
            elif term := self._made_term(kind, line):
                name = line.text("party").strip() or term.said("sv").text
                self._put(self.terms[kind], name, term, line)

    def _made_term(self, kind: type[Term], line: Line) -> Term | None:
        columns = tuple(_as_of(kind, column) for column in self._columns[TERMS] if names_of(column, kind))
        data: Any = self._cells.data(_renamed(line, kind), columns, self.find)
        called = line.text("party").strip()
        if not data.get("code"):
            label = data.get("labels", {}).get("sv") or called
            if found := _by_label(shipped().get(kind, ()), codes.plain(label)):
                return found
            data = {**data, "code": own_code(label), "labels": {"sv": label, **data.get("labels", {})}}
        return kind.model_validate(data)

    def _put(self, found: Found, name: str, thing: Any, line: Line) -> None:
        if found.setdefault(codes.plain(name), thing) != thing:
            words = _("“{given}” is the name of two rows here.")
            self._cells.problems.add(line.place("party"), words.format(given=name[:60]))

    # --- parties ------------------------------------------------------------------------------------------------------

    def _party(self, kind: type[Any], text: str) -> Any:
        if found := self.parties[kind].get(codes.plain(text)):
            return found
        known = [party.name.sv for party in self.parties[kind].values()]
        raise NotUnderstood(_unknown(text, PARTY_SHEETS[kind], known))

    def _controller_key(self, text: str) -> UUID:
        try:
            return UUID(text)
        except ValueError:
            found: Party = self._party(record.Controller, text)
            return found.key

    def _read_parties(self, kind: type[Any]) -> None:
        code = PARTY_SHEETS[kind]
        for line in self._lines[code]:
            name = line.text("party").strip() or line.text("name").strip()
            called = codes.plain(name)
            key = uuid_of(line) or key_of("workbook", code, called)
            party = self._cells.made(kind, line, self._columns[code], self.find, key=key, **self._more(kind, called))
            if party:
                self._put(self.parties[kind], name, party, line)

    def _more(self, kind: type[Any], called: str) -> dict[str, Any]:
        """Return what stands in other sheets of a party: an organisation's headings, the units above a unit."""
        if kind is record.Organisation:
            lines = ordered(self._headings.get(called, ()))
            made = (self._cells.made(record.Heading, x, self._columns[HEADINGS], self.find) for x in lines)
            return {"headings": tuple(heading for heading in made if heading)}
        if kind is record.Unit:
            lines = ordered(self._above.get(called, ()))
            said = [self._cells.data(line, self._columns[ABOVE], self.find) for line in lines]
            return {"path": tuple((x.get("slug", ""), x.get("name", "")) for x in said)}
        return {}


def _as_of(kind: type[Term], column: Column) -> Column:
    """Return a column of the sheet of terms under the name it has in one kind of term."""
    return Column(names_of(column, kind), column.kind, kind, column.of, column.default)


def _renamed(line: Line, kind: type[Term]) -> Line:
    """Return a line of the sheet of terms whose columns bear the names they have in one kind of term."""
    before = f"{kind.__name__}."
    letters = {name.removeprefix(before): letter for name, letter in line.grid.letters.items()}
    grid = type(line.grid)(line.grid.title, line.grid.code, letters)
    return Line(grid, line.number, line.cells)


def _by_label(terms: Iterable[Term], called: str) -> Term | None:
    """Return the term with that label or code."""
    return next((t for t in terms if called in {codes.plain(x) for x in (t.code, *t.labels.values())}), None)


def _unknown(text: str, sheet: str, known: Iterable[str]) -> str:
    """Return that a name is in no row of a sheet, with the one that it may be a slip of."""
    close = difflib.get_close_matches(text, list(known), 1)
    said = _("“{given}” is not in the sheet “{sheet}”. Add it there, or choose one that is.")
    near = _("“{given}” is not in the sheet “{sheet}”. Did you mean “{close}”?")
    return (near if close else said).format(given=text[:60], sheet=title(sheet), close=close[0] if close else "")


__all__ = ["CONTROLLERS", "Named"]
