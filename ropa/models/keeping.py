"""Rows of an activity: what the notice adds, and what keeps the record honest."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..vocabulary import AutomationKind, NoticeSection
from .activity import ProcessingActivity
from .base import Row
from .fields import KeyField, code, line, prose
from .fields_of_rows import belongs


class AutomatedDecision(Row):
    """An automated decision or profiling (GDPR Art. 22)."""

    activity = belongs("automated_decisions")
    kind = code(AutomationKind, _("Kind"))
    what = line(_("What is decided"))
    logic = prose(_("The logic involved"))
    consequences = prose(_("What it means for the person"))
    review = prose(_("How to have a person look at it"))

    class Meta(Row.Meta):
        verbose_name = _("Automated decision")
        verbose_name_plural = _("Automated decisions")


class NoticeText(Row):
    """An authored text, at exactly one level; lower levels inherit it."""

    activity = models.ForeignKey(ProcessingActivity, models.CASCADE, related_name="notice_texts", null=True, blank=True)
    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="notice_texts", null=True, blank=True)
    controller = models.ForeignKey("Controller", models.CASCADE, related_name="notice_texts", null=True, blank=True)
    unit = models.ForeignKey("Unit", models.CASCADE, related_name="notice_texts", null=True, blank=True)
    section = code(NoticeSection, _("Section"))
    text = prose(
        _("Text"),
        _("Plain Swedish, short sentences. It stands first in its section of the notice."),
    )
    for_children = models.BooleanField(_("For children"), default=False)

    class Meta(Row.Meta):
        verbose_name = _("Text in the notice")
        verbose_name_plural = _("Texts in the notice")


class Withheld(Row):
    """A field or row kept from the public, with the reason shown instead."""

    activity = belongs("withheld")
    about = KeyField(_("Row"), refers_to="*", help_text=_("Empty: the activity itself."))
    field = line(_("Field"), _("Empty: the whole row."))
    reason = line(_("Reason"), _("Shown to the public instead of the value."))

    class Meta(Row.Meta):
        verbose_name = _("Withheld value")
        verbose_name_plural = _("Withheld values")


class OriginalWording(Row):
    """The words an imported value came from."""

    activity = belongs("original_wording")
    about = KeyField(_("Row"), refers_to="*")
    field = line(_("Field"))
    text = prose(_("Original wording"))
    file = line(_("File"))
    place = line(_("Place"))

    class Meta(Row.Meta):
        verbose_name = _("Original wording")
        verbose_name_plural = _("Original wording")


class Unplaced(Row):
    """A text from an import that nobody has placed yet."""

    activity = belongs("unplaced")
    label = line(_("Label"))
    text = prose(_("Text"))
    file = line(_("File"))
    place = line(_("Place"))

    class Meta(Row.Meta):
        verbose_name = _("Text not placed yet")
        verbose_name_plural = _("Texts not placed yet")
