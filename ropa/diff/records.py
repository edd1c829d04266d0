"""Two records of one activity: which fields and rows differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ..record import Contact, Part, Party, ProcessingActivity, Term, Text, Value
from .columns import Column, headings, texts
from .naming import row_label
from .saying import Labels, said


@dataclass(frozen=True)
class Difference:
    """What became of a row, or of the activity's own fields (`field` and `name` empty)."""

    field: str
    """Name of the list the row is in."""
    label: str
    """What such a row is called, as in "Purpose"."""
    kind: str
    """added, changed, moved or removed."""
    name: str
    """What this row is called."""
    columns: tuple[Column, ...]

    @property
    def verb(self) -> str:
        """What happened, in a word."""
        said = {"added": _("added"), "changed": _("changed"), "moved": _("moved"), "removed": _("removed")}
        return said[self.kind]


def diff(before: ProcessingActivity, after: ProcessingActivity, labels: Labels) -> tuple[Difference, ...]:
    """Return what differs between two records of one activity, own fields first, then lists in the record's order.

    Rows are found by key; words are those of the active language. Empty exactly when the records
    are equal, their own keys aside.
    """
    return tuple(_Comparison(before, after, labels).differences())


class _Comparison:
    def __init__(self, before: ProcessingActivity, after: ProcessingActivity, labels: Labels) -> None:
        self.before, self.after, self.labels = before, after, labels

    def differences(self) -> Iterator[Difference]:
        own = tuple(self.columns(self.before, self.after))
        if own:
            yield Difference("", "", "changed", "", own)
        for name in type(self.after).model_fields:
            old, new = getattr(self.before, name), getattr(self.after, name)
            if old != new and _is_list(old, new):
                yield from self.rows(name, old, new)

    # --- rows ---

    @cached_property
    def names(self) -> dict[UUID, tuple[str, Part]]:
        """Key -> list and row, as it is after, else as it was."""
        found: dict[UUID, tuple[str, Part]] = {}
        for record in (self.before, self.after):
            for name in type(record).model_fields:
                rows = getattr(record, name)
                if _is_list(rows):
                    found |= {row.key: (name, row) for row in rows}
        return found

    def called(self, key: UUID) -> str:
        """Return what the row with that key is called."""
        name, row = self.names.get(key, ("", None))
        return self.row_name(name, row) if row else _("(removed row)")

    def row_name(self, name: str, row: Part) -> str:
        return row_label(name, lambda column: self.said(row, column)) or _("(not named yet)")

    def rows(self, name: str, old: tuple[Part, ...], new: tuple[Part, ...]) -> Iterator[Difference]:
        was = {row.key: (place, row) for place, row in enumerate(old)}
        stayed = _in_order(list(was), [row.key for row in new])
        for place, row in enumerate(new):
            former, before = was.pop(row.key, (place, None))
            columns = tuple(self.columns(before or _blank(row), row))
            moved = before is not None and row.key not in stayed
            kind = "added" if before is None else "changed" if columns else "moved" if moved else ""
            if kind:
                yield self.row(name, kind, row, columns + (_place(former, place) if moved else ()))
        for _former, row in was.values():
            yield self.row(name, "removed", row, tuple(self.columns(row, _blank(row))))

    def row(self, name: str, kind: str, row: Part, columns: tuple[Column, ...]) -> Difference:
        return Difference(name, self.labels.row(name), kind, self.row_name(name, row), columns)

    # --- fields ---

    def columns(self, before: Value, after: Value) -> Iterator[Column]:
        """Return the fields of one kind of value that differ, lists of rows left out."""
        for name in type(after).model_fields:
            old, new = getattr(before, name), getattr(after, name)
            if name == "key" or old == new or _is_list(old, new):
                continue
            yield from self.column(name, self.labels.field(type(after), name), before, after)

    def column(self, name: str, label: str, before: Value, after: Value) -> Iterator[Column]:
        old, new = getattr(before, name), getattr(after, name)
        if isinstance(new, Text):
            yield from texts(name, label, old, new)
        elif name == "headings":
            yield from headings(old, new, self.labels)
        elif isinstance(new, Contact) or _is_same_body(old, new):
            inside = (
                "" if isinstance(after, Party) else f"{label}: "
            )  # a body is reached in one way, and need not say so
            for c in self.columns(old, new):
                yield Column(f"{name}.{c.name}", inside + c.label, c.old, c.new)
        else:
            was, now = self.said(before, name), self.said(after, name)
            if was == now and isinstance(old, Term) and isinstance(new, Term):
                was, now = self.details(old, new), self.details(new, old)
            yield Column(name, label, was, now)

    def said(self, row: Value, name: str) -> str:
        value = getattr(row, name)
        if name == "field":
            about = self.names.get(getattr(row, "about", None) or UUID(int=0))
            kind: type[Value] = type(about[1]) if about else ProcessingActivity
            return self.labels.field(kind, value) if value else ""
        if name == "path":
            return " / ".join(said("", title, self.called) for _slug, title in value)
        return said(name, value, self.called)

    def details(self, term: Term, other: Term) -> str:
        """Return a term with those of its facts that the other says otherwise."""
        names = [n for n in type(term).model_fields if getattr(term, n, None) != getattr(other, n, None)]
        facts = [f"{self.labels.field(type(term), n)}: {_fact(getattr(term, n))}" for n in names]
        return f"{self.said_of(term)} ({'; '.join(facts)})"

    def said_of(self, term: Term) -> str:
        return said("", term, self.called)


def _fact(value: Any) -> str:
    said_ = ", ".join(f"{v} ({k})" for k, v in value.items()) if isinstance(value, dict) else said("", value, str)
    return said_ or "–"


def _is_list(*lists: Any) -> bool:
    return any(isinstance(rows, tuple) and bool(rows) and isinstance(rows[0], Part) for rows in lists)


def _is_same_body(old: Any, new: Any) -> bool:
    return isinstance(old, Party) and isinstance(new, Party) and old.key == new.key


def _blank(row: Part) -> Part:
    return type(row)(key=row.key)


def _place(old: int, new: int) -> tuple[Column, ...]:
    """Return from where to where a row moved; where others moved past it, it can be where it was."""
    return (Column("position", _("Place in the list"), str(old + 1), str(new + 1)),) if old != new else ()


def _in_order(old: list[UUID], new: list[UUID]) -> set[UUID]:
    """Return the keys that stand in the same order in both."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {key for block in blocks for key in old[block.a : block.a + block.size]}
