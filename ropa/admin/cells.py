"""Fields of a form as a template shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext

from .rows import RowForm
from .translations import TranslatedForm
from .words import shown, stored

Label = str | Promise
Line = tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Fields that belong together; `title` may be empty, `rare` ones are folded away."""

    lines: tuple[Line, ...]
    title: Label = ""
    rare: bool = False

    @property
    def names(self) -> list[str]:
        """Names of all the fields."""
        return [name for line in self.lines for name in line]


WHEN: dict[str, str] = {
    "consent_given": "basis=6.1.a",
    "consent_withdrawn": "basis=6.1.a",
    "contract_party": "basis=6.1.b",
    "legitimate_interest": "basis=6.1.f",
    "birth_days": "selection=birth-days,other-birth-days",
    "selection_note": "selection=birth-days,other-birth-days,other",
    "monitoring_consent": "monitoring_technology=true",
    "notice_exception_reason": "notice_exception=*",
}
"""Field -> the answer that makes it matter. Shown always without script, and whenever it is filled."""


class Cell:
    """One field as it is shown: to be filled in, or to be read."""

    def __init__(self, form: Any, name: str, readonly: bool = False) -> None:
        self.form, self.name = form, name
        self.readonly = readonly or name not in form.fields
        self.when = WHEN.get(name, "")
        self.notes: list[Any] = []
        """What the rules find in it."""

    def take(self, note: Any) -> None:
        """Show a finding beside the field, and tell those who hear the page that it is about it."""
        self.notes.append(note)
        if not self.readonly and not self.bound.use_fieldset:
            attrs = self.bound.field.widget.attrs
            attrs["aria-describedby"] = " ".join(filter(None, [*self._described_by(attrs), note.id]))

    def _described_by(self, attrs: dict[str, Any]) -> list[str]:
        return [attrs.get("aria-describedby") or self.bound.aria_describedby]

    @property
    def described_by(self) -> str:
        """The elements of its findings, for a group of boxes."""
        return " ".join(note.id for note in self.notes)

    @cached_property
    def bound(self) -> Any:
        """The form's field with its value."""
        return self.form[self.name]

    @cached_property
    def column(self) -> Any:
        """The table's column."""
        return self.form._meta.model._meta.get_field(self.name)

    @property
    def label(self) -> str:
        """What the field is called."""
        return capfirst(str(self.column.verbose_name)) if self.readonly else str(self.bound.label)

    @property
    def help_text(self) -> str:
        """The official pattern and a good example."""
        return "" if self.readonly else str(self.bound.help_text)

    @property
    def kind(self) -> str:
        """How the template renders it: readonly, hidden, keys, boxes, box or plain."""
        if self.readonly:
            return "readonly"
        if self.bound.is_hidden:
            return "hidden"
        widget = self.bound.field.widget
        if isinstance(widget, forms.CheckboxSelectMultiple):
            return "keys" if hasattr(self.bound.field, "refers_to") else "boxes"
        return "box" if isinstance(widget, forms.CheckboxInput) else "plain"

    @property
    def refers_to(self) -> str:
        """Names of the lists whose rows it chooses."""
        return getattr(self.bound.field, "refers_to", "")

    @property
    def wide(self) -> bool:
        """Whether it takes the whole width: prose, boxes, and lines that hold a sentence."""
        if self.readonly:
            return len(self.words) > 60
        return isinstance(self.bound.field.widget, (forms.Textarea, forms.CheckboxSelectMultiple))

    @property
    def words(self) -> str:
        """What it says, in words."""
        if isinstance(self.form, RowForm):
            return self.form.words(self.name)
        return shown(self.column, stored(self.form.instance, self.name))

    @property
    def in_short(self) -> str:
        """What it says where its label does not stand beside it."""
        if isinstance(self.column, models.BooleanField):
            return str(self.column.verbose_name) if self.words == gettext("Yes") else ""
        return self.words

    @property
    def chosen(self) -> list[str]:
        """The labels of the rows it has chosen."""
        picked = {str(key) for key in self.bound.value() or []}
        return [label for key, label in self.bound.field.choices if str(key) in picked]

    def translations(self) -> Iterator[dict[str, Any]]:
        """Return the same field in other languages, with a mark when it is stale."""
        if self.readonly or not isinstance(self.form, TranslatedForm):
            return
        for offered in self.form.translations():
            if offered.column == self.name:
                stale = offered.confirmation in self.form.fields
                yield {
                    "name": offered.name,
                    "bound": self.form[offered.field],
                    "stale": stale,
                    "filled": bool(self.form[offered.field].value()),
                    "confirmation": self.form[offered.confirmation] if stale else None,
                }


@dataclass
class Cells:
    """A group of fields, in lines."""

    title: Label
    rare: bool
    lines: list[list[Cell]]
    kind: str = "cells"

    @property
    def open(self) -> bool:
        """Whether a folded group must be unfolded: something in it is filled, wrong or missed."""
        return any(cell.notes or _filled(cell) for line in self.lines for cell in line)

    @property
    def errors(self) -> int:
        """How many fields have an error."""
        return sum(bool(not c.readonly and c.bound.errors) for line in self.lines for c in line)


def _filled(cell: Cell) -> bool:
    if cell.readonly:
        return bool(cell.words)
    value = cell.bound.value()
    return bool(cell.bound.errors) or value not in (None, "", [], "unknown", False)


def cells(form: Any, group: Group, readonly: set[str]) -> Cells:
    """Return the group's fields as they are shown."""
    lines = [[Cell(form, name, name in readonly) for name in line] for line in group.lines]
    return Cells(group.title, group.rare, lines)
