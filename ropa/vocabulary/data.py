"""Levels of personal data, and what carries it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .base import Code


class DataLevel(Code):
    """How well the law protects a kind of data (GDPR Art. 9, 10, 87)."""

    ORDINARY = "ordinary", _("Ordinary")
    SPECIALLY_PROTECTED = "specially_protected", _("Deserves extra protection")
    SPECIAL_CATEGORY = "special_category", _("Special category (Art. 9)")
    OFFENCES = "offences", _("Criminal convictions and offences (Art. 10)")


class Medium(Code):
    """What the data physically stand on."""

    DIGITAL = "digital", pgettext_lazy("medium", "Digital")
    PAPER = "paper", pgettext_lazy("medium", "Paper")
    OTHER = "other", pgettext_lazy("medium", "Other medium")


class SystemRole(Code):
    """What a system or other carrier is used for."""

    CASE_SYSTEM = "case-system", _("Case management system")
    RECORDS_SYSTEM = "records-system", _("Registry of public documents")
    E_SERVICE = "e-service", _("E-service")
    FILE = "file", _("Personal file")
    ARCHIVE = "archive", _("Archive")
    COMMUNICATION = "communication", _("Communication")
    SUPPORT = "support", _("Support system")
