"""How long, and what happens then (GDPR Art. 5(1)(e), 30(1)(f); the Archives Act)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import Code


class RetentionAction(Code):
    """What is done when the period has run out, or at once where there is none."""

    DISPOSE = "dispose", _("Dispose (destroy)")
    PRESERVE = "preserve", _("Preserve permanently")
    DELIVER = "deliver", _("Deliver to the municipal archive")
    HAND_OVER = "hand-over", _("Hand over to the deciding board")
    ANONYMISE = "anonymise", _("Anonymise")
    ASSESS = "assess", _("Assess case by case")


class Selection(Code):
    """Whose documents a rule is about."""

    ALL = "all", _("All persons")
    BIRTH_DAYS = "birth-days", _("Persons born on certain days of the month")
    OTHER_BIRTH_DAYS = "other-birth-days", _("Persons born on all other days of the month")
    OTHER = "other", _("Another selection (describe it)")


class PeriodEnd(Code):
    """How far the period is drawn out beyond its last day."""

    CALENDAR_YEAR = "calendar-year", _("To the end of that calendar year")
    NEXT_CALENDAR_YEAR = "next-calendar-year", _("At the latest in the following calendar year")


class RetentionStage(Code):
    """Where the documents are when the rule applies."""

    SYSTEM = "system", pgettext_lazy("retention stage", "In the working system")
    LOCAL_ARCHIVE = "local-archive", pgettext_lazy("retention stage", "In the board's archive")
    ARCHIVE_AUTHORITY = (
        "archive-authority",
        pgettext_lazy("retention stage", "At the archive authority"),
    )
