"""What every draft table has: a key, translations, and a history of changes."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class Change(models.Model):
    """One row of history. Rows with the same `changeset` are one change to the DPO."""

    changeset = models.UUIDField(null=True, db_index=True, editable=False)
    history_by = models.TextField(blank=True, default="", editable=False)
    """Who, as text: set where no user account acts (commands, imports)."""

    class Meta:
        abstract = True


class History(HistoricalRecords):
    """History that leaves out those columns of `excluded_fields` that a table has: stock expects all in every table."""

    def create_history_model(self, model: type[models.Model], inherited: bool) -> Any:
        """Return the table of history."""
        made = super().create_history_model(model, inherited)
        columns = {field.name for field in model._meta.fields}
        made._history_excluded_fields = [name for name in self.excluded_fields if name in columns]
        return made


class Draft(models.Model):
    """A table that people edit. Nothing here is public until it is published."""

    key = models.UUIDField(_("Key"), default=uuid4, unique=True, editable=False)
    translations = models.JSONField(_("Translations"), default=dict, blank=True, editable=False)
    """Column -> language -> {"text", "source"}: other languages beside the Swedish column."""
    history = History(
        inherit=True,
        bases=[Change],
        history_change_reason_field=models.TextField(null=True),
        excluded_fields=["revision"],
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Complete the row and write it."""
        self.complete()
        super().save(*args, **kwargs)

    def complete(self) -> None:
        """Set the columns that follow from others. Called whenever the row is written, alone or with many."""


class Row(Draft):
    """A row that belongs to an activity: it has a place in its list."""

    position = models.PositiveIntegerField(_("Order"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.key)[:8]
