"""Authored texts in a privacy notice: which section, and from which level they come."""

from django.utils.translation import gettext_lazy as _

from .base import Code


class NoticeSection(Code):
    """The sections of a notice, in the order a resident reads them (GDPR Art. 13 and 14)."""

    INTRODUCTION = "introduction", _("Introduction")
    PURPOSES = "purposes", _("Purposes")
    LEGAL_BASIS = "legal-basis", _("Legal basis")
    HANDLING = "handling", _("How the data are handled, and by whom")
    DATA = "data", _("Kinds of personal data")
    SOURCES = "sources", _("Sources")
    RECIPIENTS = "recipients", _("Recipients")
    TRANSFERS = "transfers", _("Transfers outside the EU/EEA")
    RETENTION = "retention", _("How long data are kept")
    DUTY = "duty", _("Whether data must be provided")
    AUTOMATION = "automation", _("Automated decisions")
    RIGHTS = "rights", _("Rights")
    COMPLAINT = "complaint", _("Complaint")
    CONTACT = "contact", _("Contact")


class NoticeLevel(Code):
    """Where an authored text was written; lower levels inherit it."""

    ORGANISATION = "organisation", _("Organisation")
    CONTROLLER = "controller", _("Controller")
    UNIT = "unit", _("Unit")
    ACTIVITY = "activity", _("Processing activity")


class Profile(Code):
    """Under which headings an activity is shown; an organisation may word them its own way."""

    TABLE = "table", _("The table on the unit's page")
    QUESTIONS = "questions", _("The questions of the notice")
