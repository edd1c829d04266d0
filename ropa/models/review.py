"""What is said of a draft before it is published, and what people were told by mail. Rows are only added."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .activity import ProcessingActivity


class ReviewStep(models.Model):
    """One step between draft and publication: submitted, taken back by its editors, or returned by who publishes."""

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", _("Submitted")
        TAKEN_BACK = "taken-back", _("Taken back")
        RETURNED = "returned", _("Returned")

    activity = models.ForeignKey(ProcessingActivity, models.CASCADE, related_name="steps")
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind.choices)
    revision = models.PositiveIntegerField()
    """The revision it is said of. A submission stands as long as the draft is at it."""
    at = models.DateTimeField(_("At"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by = models.TextField(_("By"))
    """Who, in words that stay when the account goes."""
    comment = models.TextField(_("Comment"), blank=True)

    class Meta:
        verbose_name = _("Review step")
        verbose_name_plural = _("Review steps")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.get_kind_display()}"


class Reminder(models.Model):
    """A person was told of something by mail, and is not told of it again."""

    class Kind(models.TextChoices):
        REVIEW = "review", _("Review is due")
        SUBMISSION = "submission", _("Submitted")
        RETURN = "return", _("Returned")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    activity = models.ForeignKey(ProcessingActivity, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    about = models.CharField(max_length=20)
    """Which one: the month the review is counted from, as in 2026-01, or the id of the step."""
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "activity", "kind", "about"], name="reminder_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.kind} {self.activity_id} {self.about}"
