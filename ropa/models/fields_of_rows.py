"""Columns that several rows of an activity share."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..vocabulary import Occurrence
from . import terms
from .activity import ProcessingActivity
from .fields import code, line


def belongs(related_name: str) -> Any:
    """Return the foreign key to the activity, whose list is called `related_name`."""
    return models.ForeignKey(ProcessingActivity, models.CASCADE, related_name=related_name)


def term(table: type[terms.Term], label: Any, help_text: Any = "") -> Any:
    """Return a foreign key to a term of an open list."""
    return models.ForeignKey(
        table,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=label,
        help_text=help_text,
    )


def country() -> models.CharField:
    """Return a column for a country's two-letter code."""
    return models.CharField(_("Country"), max_length=2, blank=True, default="")


def occurrence() -> models.CharField:
    """Return a column for how often it holds."""
    return code(Occurrence, _("Occurs"))


def condition() -> models.TextField:
    """Return a column for the condition under which it holds."""
    return line(_("Condition"), _("Only if … Example: if it matters for your case"))
