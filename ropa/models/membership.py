"""Who works here, and what is kept beside the drafts."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .activity import ProcessingActivity
from .organisation import Controller, Organisation, Unit, refuse_foreign


class Membership(models.Model):
    """A user's role in an organisation, in what one controller answers for, or in one unit and those below it."""

    class Role(models.TextChoices):
        DPO = "dpo", _("Data protection officer")
        EDITOR = "editor", _("Editor")
        READER = "reader", _("Reader")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("User")
    )
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="memberships", verbose_name=_("Organisation")
    )
    controller = models.ForeignKey(
        Controller,
        models.CASCADE,
        related_name="memberships",
        null=True,
        blank=True,
        verbose_name=_("Controller"),
        help_text=_("Only what this controller answers for."),
    )
    unit = models.ForeignKey(
        Unit,
        models.CASCADE,
        related_name="memberships",
        null=True,
        blank=True,
        verbose_name=_("Unit"),
        help_text=_("With the units below it. Empty: the whole organisation, or all that the controller answers for."),
    )
    role = models.CharField(_("Role"), max_length=10, choices=Role.choices)
    publishes = models.BooleanField(
        _("May publish"),
        null=True,
        blank=True,
        help_text=_("Left open, the role decides: data protection officers publish, others do not."),
    )
    """A capability of its own: who watches over the register need not decide on it (Art. 38(6))."""
    until = models.DateField(_("Until"), null=True, blank=True, help_text=_("Last day it holds."))

    class Meta:
        verbose_name = _("Membership")
        verbose_name_plural = _("Memberships")

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"

    def clean(self) -> None:
        """Refuse another organisation's controller or unit, and both at once."""
        refuse_foreign(self, "controller", "unit")
        if self.controller_id and self.unit_id:
            raise ValidationError({"unit": _("Choose a controller or a unit, not both.")})


class DraftIndex(models.Model):
    """What lists filter drafts by. A cache: `publishing.reindex` makes it again at any time."""

    activity = models.OneToOneField(ProcessingActivity, models.CASCADE, related_name="index", primary_key=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    public_fingerprint = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=12, blank=True, db_index=True)
    """draft, published, changed or withdrawn: derived from the ledger and the fingerprint."""
    review = models.CharField(max_length=10, blank=True, db_index=True)
    """submitted, returned or empty: derived from the steps, the revision and the ledger."""
    review_due = models.DateField(null=True, db_index=True)
    """First day on which a review is overdue; None where there is nothing to count from."""
    search = models.TextField(blank=True)
    """Lower-cased text of the whole draft."""
    peer = models.JSONField(default=dict, blank=True)
    """`rules.Peer`: what the rules compare of it with others."""

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.state}"


class DraftFinding(models.Model):
    """What a rule finds in a draft, for lists to filter by. A cache as `DraftIndex` is, made with it."""

    activity = models.ForeignKey(ProcessingActivity, models.CASCADE, related_name="findings")
    rule = models.CharField(max_length=8)
    """Code of the rule."""
    severity = models.CharField(max_length=10)
    field = models.CharField(max_length=60)
    row = models.CharField(max_length=36, blank=True)
    """Key of the row; empty = the field as a whole."""
    column = models.CharField(max_length=60, blank=True)
    since = models.DateField(null=True)
    """First day it holds; None = always. It is kept before that day, so that no list needs to be made anew at midnight."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "rule", "field", "row", "column"], name="finding_place"),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.rule} {self.field}"
