"""The form and formset of a row of an activity, whatever list it is in."""

from functools import cached_property
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from ..models import Term
from .choices import KeyChoice, KeysChoice, TermChoice, Terms
from .keys import Rows
from .translations import TranslatedForm
from .words import as_uuid, shown, stored

OWN_WORKINGS = ("key", "position")
"""Fields the page fills by itself: they alone do not make a row."""


class Place(forms.IntegerField):
    """A row's place in its list; left empty it stays where it is, or comes last."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether another place is given."""
        return data not in self.empty_values and super().has_changed(initial, data)


class RowForm(TranslatedForm):
    """One row. The key of a new row comes from the browser; that of a saved one never changes."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    position = Place(required=False, min_value=0, label=_("Order"), widget=forms.NumberInput({"class": "position"}))
    rows: Rows | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["key"] = str(self.instance.key)
        if "position" not in (self._meta.fields or ()):
            del self.fields["position"]
        if not self.instance.pk:
            self.initial["position"] = None

    @cached_property
    def changed_data(self) -> list[str]:
        """Names of the fields that say something new; a new row with nothing but key and place says nothing."""
        names = [name for name in super().changed_data if name != "key"]
        return names if self.instance.pk or set(names) - set(OWN_WORKINGS) else []

    def is_blank(self) -> bool:
        """Return whether it is a new row that nobody has filled in."""
        return self.instance.pk is None and self.is_bound and not self.has_changed()

    def is_removed(self) -> bool:
        """Return whether the row is ticked to be removed."""
        return self.is_bound and DELETION_FIELD_NAME in self.fields and bool(self[DELETION_FIELD_NAME].value())

    def is_valid_so_far(self) -> bool:
        """Return whether the row was cleaned at all."""
        return self.is_bound and hasattr(self, "cleaned_data")

    def row_key(self) -> str:
        """Return the row's key: the stored one, or the one the browser gave a new row."""
        if self.instance.pk or not self.is_bound:
            return str(self.instance.key)
        return str(as_uuid(self["key"].value()) or self.instance.key)

    def words(self, name: str) -> str:
        """Return what the row says in a column, in words: as typed if it was typed."""
        field = self._meta.model._meta.get_field(name)
        value = self._value(name)
        return shown(field, value, rows=self.rows.label if self.rows else str)

    def _value(self, name: str) -> Any:
        if name not in self.fields or not self.is_bound:
            return stored(self.instance, name)
        if self.is_valid_so_far() and name in self.cleaned_data:
            return self.cleaned_data[name]
        typed = self[name].value()
        return None if isinstance(self.fields[name], TermChoice) else typed

    def _get_validation_exclusions(self) -> set[str]:
        """Have the table not look for terms again, a query each: the field found them."""
        terms = {name for name, field in self.fields.items() if isinstance(field, TermChoice)}
        return super()._get_validation_exclusions() | terms  # type: ignore[misc]

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.instance.pk:
            self.instance.key = as_uuid(self.row_key()) or uuid4()
        if "position" in self.fields and self.cleaned_data.get("position") is None:
            self.instance.position = self.initial.get("position")


class RowFormSet(BaseInlineFormSet):
    """The rows of one list. `rows` and `terms` are shared by all lists of the page."""

    rows: Rows | None = None
    terms: Terms | None = None

    @cached_property
    def empty_form(self) -> Any:
        """The row a browser copies; stock makes it anew for each of the five that ask."""
        return super().empty_form

    def share(self, rows: Rows, terms: Terms) -> None:
        """Let the list see the other lists of the page."""
        self.rows, self.terms = rows, terms
        self.__dict__.pop("empty_form", None)
        for form in self.forms:
            self._connect(form)

    def _connect(self, form: Any) -> None:
        form.rows = self.rows
        for name, field in form.fields.items():
            if isinstance(field, TermChoice):
                self._connect_term(form, name, field)
            elif isinstance(field, KeysChoice):
                field.choices = lambda field=field: self._options(field.refers_to)
            elif isinstance(field, KeyChoice):
                field.choices = lambda field=field: self._grouped(field.refers_to)

    def _connect_term(self, form: Any, name: str, field: TermChoice) -> None:
        field.terms = self.terms
        term = stored(form.instance, name)
        if self.terms and isinstance(term, Term):
            self.terms.meet(term)

    def _options(self, refers_to: str) -> list[Any]:
        return self.rows.options(refers_to) if self.rows else []

    def _grouped(self, refers_to: str) -> list[Any]:
        return self.rows.grouped(refers_to) if self.rows else []

    def add_fields(self, form: Any, index: int | None) -> None:
        """Add the row's id, which must be that of a row of this activity, looked up without a query."""
        super().add_fields(form, index)
        own = OwnRow(self, widget=forms.HiddenInput, required=False)
        own.initial = form.instance.pk
        form.fields[self._pk_field.name] = own  # type: ignore[attr-defined]
        self._connect(form)

    def full_clean_once(self) -> None:
        """Clean the rows, if that has not been done."""
        _ = self.errors

    def is_valid(self) -> bool:
        """Clean all lists of the page, then look whether every key leads to a row."""
        if self.rows:
            self.rows.check()
        return super().is_valid()

    def save_new(self, form: Any, commit: bool = True) -> Any:
        """Put a new row without a place last."""
        if form.instance.position is None:
            form.instance.position = self._next_place()
        return super().save_new(form, commit)

    def _next_place(self) -> int:
        taken = [form.instance.position for form in self.forms if form.instance.position is not None]
        return max(taken, default=-1) + 1


class OwnRow(forms.IntegerField):
    """The id of a row of this list. Another activity's row, or one that is gone, is refused."""

    def __init__(self, formset: RowFormSet, **kwargs: Any) -> None:
        self.formset = formset
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        """Return the row itself, as stock's field does."""
        pk = super().to_python(value)
        if pk is None:
            return None
        row = self.formset._existing_object(pk)  # type: ignore[attr-defined]
        if row is None:
            raise ValidationError(
                _("Somebody removed this row while you were editing. Copy what you need, remove it and add it anew.")
            )
        return row

    def run_validators(self, value: Any) -> None:
        """Have nothing to add: the row was found."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return False: an id says nothing by itself."""
        return False
