"""Registers that somebody brings from elsewhere: the files, what was read in them, and what came of it.

These rows are no drafts and have no history: the drafts they become have. What a file holds is
deleted when the import is saved or undone, or after some weeks.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import line
from .organisation import Organisation


class Import(models.Model):
    """Some files that one person brings into one organisation, and what is chosen about them."""

    class State(models.TextChoices):
        READING = "reading", _("Being read")
        READY = "ready", _("To be looked at")
        SAVED = "saved", _("Saved as drafts")
        UNDONE = "undone", _("Undone")
        FAILED = "failed", _("Could not be read")

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="imports", verbose_name=_("Organisation")
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by = models.TextField(_("By"))
    """Who, in words that stay when the account goes."""
    at = models.DateTimeField(_("At"))
    """When the files were sent."""
    state = models.CharField(_("State"), max_length=10, choices=State.choices, default=State.READING)
    seen_alive = models.DateTimeField(null=True)
    """When whoever reads the files was last heard of."""
    claim = models.UUIDField(null=True)
    """Who reads them: see `ropa.admin.imports.claims`."""
    choices = models.JSONField(default=dict)
    """What is chosen about units and activities: see `ropa.admin.imports.choosing`."""
    changeset = models.UUIDField(null=True)
    """The change of the history in which the drafts were saved."""
    reason = line(_("Reason"))
    outcome = models.JSONField(default=dict)
    """What was saved: see `ropa.inputs.undoing`."""

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("Import")
        verbose_name_plural = _("Imports")

    def __str__(self) -> str:
        return ", ".join(self.files.values_list("name", flat=True)) or "–"


class ImportFile(models.Model):
    """A file of an import."""

    part_of = models.ForeignKey(Import, models.CASCADE, related_name="files")
    position = models.PositiveIntegerField(default=0)
    name = models.TextField(_("File"))
    content = models.BinaryField(null=True)
    """The file itself; None once it is deleted."""
    size = models.PositiveIntegerField(default=0)
    """Bytes."""
    sha256 = models.CharField(max_length=64)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    """How far it is read; 0 = not known how long it is."""
    is_read = models.BooleanField(default=False)
    refusal = models.JSONField(null=True)
    """Why it cannot be read: `code` and `params` of `ropa.inputs.refusals`, or `words`; None where it can."""
    document = models.JSONField(null=True)
    """What was read, `ropa.inputs.documents`; None where the file is ropa's own, and once it is deleted."""
    outline = models.JSONField(null=True)
    """The document taken apart, `ropa.inputs.passages`: made anew when labels are corrected."""
    understood = models.JSONField(null=True)
    """Its activities as records, and by which corrections of labels: see `ropa.admin.imports.items`."""
    register = models.JSONField(null=True)
    """What a file of ropa's own holds: its audience and its records."""

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("File of an import")
        verbose_name_plural = _("Files of imports")

    def __str__(self) -> str:
        return self.name


class LabelCorrection(models.Model):
    """What a label means in an organisation's files, where ropa does not know it or takes it for something else."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+", verbose_name=_("Organisation"))
    label = line(_("Label in the files"), _("As it stands in the files, as in: Kostnadsställe"))
    normal = models.TextField(editable=False)
    """The label without what differs between files: case, colons, blanks."""
    topic = models.CharField(_("Means"), max_length=60)
    """Value of `ropa.inputs.topics.Topic`."""
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    by = models.TextField(_("By"), default="", editable=False)
    """Who said it last, in words that stay when the account goes."""
    at = models.DateTimeField(_("At"), null=True, editable=False)
    """When that was."""

    class Meta:
        ordering = ["normal", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "normal"],
                name="label_once",
                violation_error_message=_("It is said already what this label means."),
            )
        ]
        verbose_name = _("Label in files")
        verbose_name_plural = _("Labels in files")

    def __str__(self) -> str:
        return self.label
