"""Form fields that choose: a term of an open list, or rows of the same activity."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..models import Term
from .quick import Menu
from .words import as_id, as_uuid

NO_SUCH_ROW = _("The row does not exist any more. Choose again.")


class Terms:
    """The terms one page shows or is sent: at most one query a list, whatever the number of rows."""

    def __init__(self, organisations: Iterable[int], posted: Iterable[str] = ()) -> None:
        """`organisations` are those whose own terms may be chosen, `posted` the ids that may be asked for."""
        self._mine = Q(organisation=None) | Q(organisation__in=set(organisations))
        self._posted = set(map(as_id, posted)) - {None}
        self._known: defaultdict[type[Term], dict[str, Term]] = defaultdict(dict)
        self._asked: set[type[Term]] = set()

    def meet(self, term: Term) -> None:
        """Remember a term that was read with its row."""
        self._known[type(term)][str(term.pk)] = term

    def find(self, table: type[Term], pk: Any) -> Term | None:
        """Return the term if it may be chosen, else None."""
        if str(pk) not in self._known[table] and table not in self._asked:
            self._asked.add(table)
            for term in table._default_manager.filter(self._mine, pk__in=self._posted):
                self._known[table][str(term.pk)] = term
        return self._known[table].get(str(pk))


class TermSelect(Menu, AutocompleteSelect):
    """Stock autocomplete, but the chosen term comes from the page's `Terms` and not from a query of its own."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        """Return the chosen term as the one option, after an empty one."""
        field = self.choices.field
        options = [self.create_option(name, "", "", False, 0)]
        for pk in filter(None, map(str, value)):
            term = field.found(pk)
            if term is not None:
                options.append(self.create_option(name, pk, str(term), True, 1))
        return [(None, options, 0)]


class TermChoice(forms.ModelChoiceField):
    """A term of an open list."""

    terms: Terms | None = None

    def found(self, pk: Any) -> Term | None:
        """Return the term if it may be chosen."""
        return self.terms.find(self.queryset.model, pk) if self.terms else None  # type: ignore[union-attr]

    def to_python(self, value: Any) -> Any:
        """Return the term. Raises `ValidationError` for one that is not there or is another organisation's."""
        if value in self.empty_values:
            return None
        term = self.found(value)
        if term is None:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value})
        return term


class KeysChoice(forms.MultipleChoiceField):
    """Any number of rows of some list; which rows there are is known when all lists have been read."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, refers_to: str, **kwargs: Any) -> None:
        """`refers_to` names the lists the rows may be of."""
        self.refers_to = refers_to
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> list[str]:
        """Return the keys as they are stored. Raises `ValidationError` for what is no key."""
        keys = [as_uuid(text) for text in super().to_python(value)]
        if None in keys:
            raise ValidationError(NO_SUCH_ROW)
        return [str(key) for key in keys]

    def valid_value(self, value: Any) -> bool:
        """Accept every key for now: `keys.Rows` looks for the rows when all of them are known."""
        return True


class KeyChoice(forms.ChoiceField):
    """One row of some lists, or none."""

    widget = Menu

    def __init__(self, *, refers_to: str, **kwargs: Any) -> None:
        """`refers_to` names the lists the row may be of."""
        self.refers_to = refers_to
        super().__init__(**kwargs)
        self.widget.attrs["data-refers-to"] = refers_to

    def to_python(self, value: Any) -> Any:
        """Return the key, or None. Raises `ValidationError` for what is no key."""
        if value in self.empty_values:
            return None
        key = as_uuid(value)
        if key is None:
            raise ValidationError(NO_SUCH_ROW)
        return key

    def valid_value(self, value: Any) -> bool:
        """Accept every key for now, as `KeysChoice` does."""
        return True

    def prepare_value(self, value: Any) -> Any:
        """Return the key as the options spell it."""
        return str(value) if value else ""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare keys, not their spellings."""
        return as_uuid(initial) != as_uuid(data)
