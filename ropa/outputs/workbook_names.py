"""What rows, parties and terms are called in a workbook: names that people read and the reader finds again."""

from collections.abc import Iterable
from itertools import chain, count
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from ..record import Controller, Entry, LegalProvision, Party, ProcessingActivity, Register, Term, Text, Value, legible
from ..vocabulary import Code
from ..wording import here, say
from ..workbook.codes import label, plain
from ..workbook.layout import PARTY_SHEETS, TERM_KINDS, lists, row_word

AFTER = " \N{EN DASH} "
"""Comes between the id of a row and what the row says."""

LONGEST = 40
"""Characters of what a row says, behind its id."""


class Called:
    """Different things under different names."""

    def __init__(self) -> None:
        self.names: dict[Any, str] = {}
        self._taken: set[str] = set()

    def add(self, thing: Any, name: str, more: str = "") -> str:
        """Return what a thing is called: its name, with `more` in brackets or a number where that is another's."""
        if thing in self.names:
            return self.names[thing]
        name = one_line(name)
        told_apart = [f"{name} ({one_line(more)})"] if more else []
        tried = chain([name], told_apart, (f"{name} ({n})" for n in count(2)))
        found = next(t for t in tried if plain(t) not in self._taken)
        self._taken.add(plain(found))
        self.names[thing] = found
        return found


def one_line(text: str) -> str:
    """Return a name on one line, cut where it is long."""
    return shortened(text, 100)


def shortened(text: str, length: int) -> str:
    """Return a text on one line of at most so many characters."""
    line = " ".join(legible(text).split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


class Names:
    """What everything in a register is called."""

    def __init__(self, register: Register) -> None:
        self.parties: dict[type[Value], Called] = {kind: Called() for kind in PARTY_SHEETS}
        self.terms: dict[type[Term], Called] = {kind: Called() for kind in TERM_KINDS}
        self.activities: list[str] = []
        """Names of the entries' activities, in their order."""
        activities = Called()
        for number, entry in enumerate(register.entries):
            self.activities.append(_activity(activities, number, entry))
            self._add(entry.activity)

    def party(self, party: Party) -> str:
        """Return the name of a party."""
        return self.parties[type(party)].names[party]

    def controller(self, key: UUID) -> str:
        """Return the name of a controller with that key; the key itself where the register has none."""
        named = self.parties[Controller].names.items()
        return next((name for controller, name in named if controller.key == key), str(key))

    def term(self, term: Term) -> str:
        """Return the name of a term."""
        return self.terms[type(term)].names[term]

    def _add(self, activity: ProcessingActivity) -> None:
        for party in (activity.organisation, activity.controller, activity.unit, activity.dpo):
            if party:
                self.parties[type(party)].add(party, text_name(party.name) or getattr(party, "slug", ""))
        for row in (row for name in lists() for row in getattr(activity, name)):
            for value in _fields(row):
                if isinstance(value, Term):
                    self.terms[type(value)].add(value, _label(value), value.code)


def _activity(called: Called, number: int, entry: Entry) -> str:
    activity = entry.activity
    name = text_name(activity.name) or activity.reference or gettext("Processing activity")
    return called.add(number, name, activity.reference)


def _fields(row: Value) -> Iterable[Any]:
    return (getattr(row, name) for name in type(row).model_fields)


def text_name(text: Text) -> str:
    """Return a text's Swedish, else what it says in another language."""
    return text.sv or next((t.text for _language, t in sorted(text.other.items()) if t.text), "")


def _label(term: Term) -> str:
    return term.labels.get(here()) or term.labels.get("sv") or term.code


# --- rows of one activity ---------------------------------------------------------------------------------------------


class Rows:
    """What the rows of one activity are called."""

    def __init__(self, activity: ProcessingActivity) -> None:
        self.ids: dict[str, list[str]] = {}
        """List -> ids of its rows, in their order."""
        self._said: dict[UUID, str] = {}
        for name in lists():
            rows, word = getattr(activity, name), row_word(name)
            self.ids[name] = [f"{word} {number}" for number in range(1, len(rows) + 1)]
            for row, made in zip(rows, self.ids[name], strict=True):
                said = row_said(row)
                self._said.setdefault(row.key, f"{made}{AFTER}{said}" if said else made)

    def said(self, key: UUID) -> str:
        """Return how a cell names a row: its id and what it says; the key where the activity has no such row."""
        return self._said.get(key, str(key))


def row_said(row: Value, length: int = LONGEST) -> str:
    """Return a few words by which a row is known, at most so many characters: the first that it says."""
    found = next((said for value in _fields(row) if (said := _said(value))), "")
    if isinstance(row, LegalProvision) and row.pinpoint:
        found = f"{row.pinpoint} {found}"
    return shortened(found, length)


def _said(value: Any) -> str:
    if isinstance(value, Text):
        return str(say(value)) or text_name(value)
    if isinstance(value, Term):
        return _label(value)
    if isinstance(value, Code):
        return label(value)
    return value if isinstance(value, str) else ""
