"""Form fields for what a column holds in a shape that nobody types: periods, days, lists, countries."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..vocabulary import DpiaCriterion, country_choices
from ..wording import period_words
from .quick import Menu

NOT_STATED = _("Not stated")
"""What an unanswered choice is called. Nothing is ever chosen for the user."""

_UNITS = {
    "Y": ("y", "yr", "yrs", "year", "years", "år"),
    "M": ("m", "month", "months", "mån", "månad", "månader"),
    "W": ("w", "week", "weeks", "vecka", "veckor"),
    "D": ("d", "day", "days", "dag", "dagar", "dygn"),
}
_LETTERS = {word: letter for letter, words in _UNITS.items() for word in words}
_PART = re.compile(r"(\d{1,4})\s*([a-zåäö]+)")
_ISO = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")


def period_from(text: str) -> str:
    """Return the ISO 8601 duration for "5 år", "2 år 6 månader" or "P5Y"; raises `ValueError`."""
    typed = text.strip()
    if not typed or _ISO.fullmatch(typed.upper()):
        return typed.upper()
    words = re.sub(r"\b(?:och|and)\b|,", " ", typed.casefold())
    if re.sub(_PART, "", words).strip():
        raise ValueError(text)
    parts = {_LETTERS.get(word, ""): int(number) for number, word in _PART.findall(words)}
    if "" in parts or len(parts) != len(_PART.findall(words)):
        raise ValueError(text)
    return "P" + "".join(f"{parts[letter]}{letter}" for letter in "YMWD" if letter in parts)


class PeriodField(forms.CharField):
    """A retention period in words."""

    def prepare_value(self, value: Any) -> Any:
        """Show a stored duration in words."""
        return period_words(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> str:
        """Return the ISO 8601 duration."""
        text = super().to_python(value) or ""
        try:
            return period_from(text)
        except ValueError as error:
            raise ValidationError(_("Write the period as in: 5 years, 18 months or 90 days.")) from error


class DaysField(forms.CharField):
    """Days of the month, typed as "5, 15, 25"."""

    def prepare_value(self, value: Any) -> Any:
        """Show the stored days with commas between them."""
        return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else value

    def to_python(self, value: Any) -> Any:
        """Return the days as numbers."""
        if isinstance(value, (list, tuple)):
            return list(value)
        typed = [word for word in re.split(r"[\s,;]+", str(value or "")) if word and word not in {"och", "and"}]
        if any(not re.fullmatch(r"\d{1,2}", word) or not 1 <= int(word) <= 31 for word in typed):
            raise ValidationError(_("Write days of the month between 1 and 31, as in: 5, 15, 25."))
        return list(dict.fromkeys(map(int, typed)))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether other days are given: none typed is none stored, also in a new row."""
        return super().has_changed(initial or [], data)


class LinesField(forms.CharField):
    """A list of words, one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        """Show the stored words one a line."""
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def to_python(self, value: Any) -> Any:
        """Return the words that are not empty, each once."""
        lines = value if isinstance(value, (list, tuple)) else str(value or "").splitlines()
        return list(dict.fromkeys(line.strip() for line in lines if line.strip()))


class CriteriaField(forms.MultipleChoiceField):
    """The nine criteria of risk as check boxes."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"choices": DpiaCriterion.choices, **kwargs})


def countries() -> list[tuple[str, Any]]:
    """Return the countries by name in the active language, an unanswered one first."""
    language = get_language() or "sv"
    return [("", NOT_STATED), *country_choices(language.split("-")[0])]


class CountryField(forms.ChoiceField):
    """A country by its name."""

    widget = Menu

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("max_length", None)
        super().__init__(**{**kwargs, "choices": countries})


class Answer(Menu, forms.NullBooleanSelect):
    """Yes, no, or not stated."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(attrs)
        self.choices = [("unknown", NOT_STATED), ("true", _("Yes")), ("false", _("No"))]


class Day(forms.DateInput):
    """The browser's own way to choose a date: no script, and the keyboard works."""

    input_type = "date"

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


def with_not_stated(choices: Sequence[Any]) -> list[Any]:
    """Return a closed list with the unanswered choice first."""
    return [("", NOT_STATED), *[pair for pair in choices if pair[0] != ""]]


class PersonChoice(forms.ModelChoiceField):
    """An account, shown as a person."""

    def label_from_instance(self, obj: Any) -> str:
        """Return name and account."""
        return person(obj)


def person(account: Any) -> str:
    """Return the name of who has an account, with the account after it."""
    name, account_name = account.get_full_name(), account.get_username()
    return f"{name} ({account_name})" if name else account_name
