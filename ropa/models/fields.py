"""Columns that several tables share."""

from typing import Any

from django import forms
from django.db import models


class LineField(models.TextField):
    """Text of any length that is written on one line."""

    def formfield(self, **kwargs: Any) -> Any:
        """Offer an ordinary text box rather than a text area."""
        return super().formfield(**{"widget": forms.TextInput(attrs={"size": 60}), **kwargs})


class KeysField(models.JSONField):
    """UUID keys of other rows of the same activity, as a JSON list of strings.

    A list in a plain column, not a many-to-many: history keeps it with the row.
    """

    def __init__(self, *args: Any, refers_to: str = "", **kwargs: Any) -> None:
        """`refers_to` names the activity's list that the keys are from, as in "purposes"."""
        self.refers_to = refers_to
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})


class KeyField(models.UUIDField):
    """UUID key of one other row of the same activity, or NULL for the whole activity."""

    def __init__(self, *args: Any, refers_to: str = "", **kwargs: Any) -> None:
        """`refers_to` names the lists the key may be from, separated by blanks."""
        self.refers_to = refers_to
        super().__init__(*args, **{"null": True, "blank": True, **kwargs})


def prose(label: Any, help_text: Any = "", **kwargs: Any) -> models.TextField:
    """Return a column for prose; empty means not stated."""
    return models.TextField(label, blank=True, default="", help_text=help_text, **kwargs)


def line(label: Any, help_text: Any = "", **kwargs: Any) -> LineField:
    """Return a column for one line; empty means not stated."""
    return LineField(label, blank=True, default="", help_text=help_text, **kwargs)


def code(closed_list: Any, label: Any, help_text: Any = "") -> models.CharField:
    """Return a column for a member of a closed list. No default: unanswered stays empty."""
    return models.CharField(
        label,
        max_length=40,
        choices=closed_list.choices,
        blank=True,
        default="",
        help_text=help_text,
    )


def answer(label: Any, help_text: Any = "") -> models.BooleanField:
    """Return a yes/no column that starts as unanswered."""
    return models.BooleanField(label, null=True, blank=True, help_text=help_text)


def day(label: Any, help_text: Any = "") -> models.DateField:
    """Return a date column that may be unanswered."""
    return models.DateField(label, null=True, blank=True, help_text=help_text)
