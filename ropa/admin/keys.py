"""Rows that name other rows by key: which rows one page has, and whether all keys lead to one of them.

Stock admin has no nested inlines. All lists of an activity are flat formsets
instead, and a row says by key which purpose, data or system it is about. A row
that is new gets its key in the browser, so that others can name it before it
is saved. `Rows` looks at all formsets of the page together.
"""

from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from ..diff import row_label
from ..drafts import PARTS
from .choices import NO_SUCH_ROW, KeyChoice, KeysChoice
from .fields import NOT_STATED
from .words import fields_of

NOT_REFERRED_TO = ("withheld", "original_wording", "unplaced")
"""Lists that `refers_to="*"` leaves out."""


def lists(refers_to: str) -> list[str]:
    """Return the names of the lists a key may be from."""
    return [n for n in PARTS if n not in NOT_REFERRED_TO] if refers_to == "*" else refers_to.split()


class Rows:
    """The rows of all lists on one page, saved or not."""

    def __init__(self, formsets: dict[str, Any]) -> None:
        """`formsets` maps a list's name to its formset."""
        self.formsets = formsets
        self._checked = False

    @cached_property
    def _there(self) -> dict[str, list[tuple[str, Any, bool]]]:
        """List -> (key, form, to be removed) of its filled rows. Read first when all forms are cleaned."""
        return {
            name: [(form.row_key(), form, form.is_removed()) for form in formset.forms if not form.is_blank()]
            for name, formset in self.formsets.items()
        }

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {key: self.called(name, form) for name, rows in self._there.items() for key, form, _gone in rows}

    def keys(self, name: str, *, removed: bool = False) -> dict[str, Any]:
        """Return key -> form of the rows that stay, or of those that are to be removed."""
        return {key: form for key, form, gone in self._there.get(name, []) if gone is removed}

    def label(self, key: str) -> str:
        """Return what the row with this key is called."""
        return self._labels.get(key) or _("(removed row)")

    def called(self, name: str, form: Any) -> str:
        """Return what a row is called, or that it has no name yet."""
        return row_label(name, form.words) or _("(not named yet)")

    def options(self, refers_to: str) -> list[tuple[str, str]]:
        """Return (key, label) of the rows a key may lead to."""
        return [(key, self.label(key)) for name in lists(refers_to) for key in self.keys(name)]

    def grouped(self, refers_to: str) -> list[Any]:
        """Return the same for a select: an empty choice, then a group a list."""
        named = lists(refers_to)
        if len(named) == 1:
            return [("", NOT_STATED), *self.options(refers_to)]
        groups = [(str(PARTS[n][1]._meta.verbose_name_plural), self.options(n)) for n in named]
        return [("", NOT_STATED), *[group for group in groups if group[1]]]

    def check(self) -> None:
        """Put an error at every field whose key leads nowhere; once, when all forms are cleaned."""
        if self._checked:
            return
        self._checked = True
        for formset in self.formsets.values():
            formset.full_clean_once()
        for name, formset in self.formsets.items():
            self._check_new_keys(name, formset)
            for form in self.keys(name).values():
                for field_name, field in form.fields.items():
                    if isinstance(field, (KeysChoice, KeyChoice)):
                        self._check_field(form, field_name, field.refers_to)
                if name == "withheld":
                    self._check_withheld(form)

    def _check_field(self, form: Any, field_name: str, refers_to: str) -> None:
        given = form.cleaned_data.get(field_name) if form.is_valid_so_far() else None
        for key in given if isinstance(given, list) else [given] if given else []:
            if message := self._fault(str(key), refers_to):
                form.add_error(field_name, message)
                return

    def _fault(self, key: str, refers_to: str) -> Any:
        for name in lists(refers_to):
            if key in self.keys(name):
                return ""
            if form := self.keys(name, removed=True).get(key):
                return _("“%(row)s” is being removed. Choose another row.") % {"row": self.called(name, form)}
        return NO_SUCH_ROW

    def _check_new_keys(self, name: str, formset: Any) -> None:
        """Refuse a key in the place of a new row's that some row, here or elsewhere, has already."""
        forms = [form for form in [f for _key, f, gone in self._there[name] if not gone] if not form.instance.pk]
        if not forms:
            return
        wanted = [form.row_key() for form in forms]
        there = {str(k) for k in formset.model._default_manager.filter(key__in=wanted).values_list("key", flat=True)}
        seen: set[str] = set()
        for form, key in zip(forms, wanted, strict=True):
            if key in there or key in seen:
                form.add_error(None, _("The row could not be added. Remove it and add it again."))
            seen.add(key)

    def _check_withheld(self, form: Any) -> None:
        if not form.is_valid_so_far():
            return
        about, field = form.cleaned_data.get("about"), form.cleaned_data.get("field")
        if not about and not field:
            form.add_error("field", _("Choose a row, a field, or both."))
        elif field and field not in fields_of(self._list_of(str(about)) if about else ""):
            form.add_error("field", _("The row has no such field. Choose another."))

    def _list_of(self, key: str) -> str:
        return next((name for name in self.formsets if key in self.keys(name)), "-")
