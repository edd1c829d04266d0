"""Rows of an activity: persons, data, sources and secrecy (Art. 30(1)(c), 9, 14(2)(f))."""

from django.utils.translation import gettext_lazy as _

from ..vocabulary import SecrecyStrength, SpecialCategoryCondition
from . import terms
from .base import Row
from .fields import KeysField, answer, code, line, prose
from .fields_of_rows import belongs, condition, occurrence, term


class DataSubject(Row):
    """A group of persons (GDPR Art. 30(1)(c))."""

    activity = belongs("data_subjects")
    category = term(terms.DataSubjectCategory, _("Category"))
    occurrence = occurrence()
    condition = condition()
    note = line(_("Explanation"), _("Example: everyone in the applicant's household"))

    class Meta(Row.Meta):
        verbose_name = _("Group of persons")
        verbose_name_plural = _("Whom the data are about")

    def __str__(self) -> str:
        return str(self.category or self.note)


class PersonalData(Row):
    """A kind of personal data (GDPR Art. 30(1)(c))."""

    activity = belongs("personal_data")
    category = term(terms.PersonalDataCategory, _("Category"))
    data_subjects = KeysField(_("About"), refers_to="data_subjects", help_text=_("None chosen: about all groups."))
    purposes = KeysField(_("For the purposes"), refers_to="purposes", help_text=_("None chosen: for all purposes."))
    occurrence = occurrence()
    condition = condition()
    note = line(_("Explanation"), _("Example: name, address and telephone"))

    class Meta(Row.Meta):
        verbose_name = _("Kind of personal data")
        verbose_name_plural = _("Kinds of personal data")

    def __str__(self) -> str:
        return str(self.category or self.note)


class SpecialCategoryBasis(Row):
    """What allows special categories of data (GDPR Art. 9(2))."""

    activity = belongs("special_category_bases")
    condition = code(
        SpecialCategoryCondition,
        _("Condition in Art. 9(2)"),
        _("Needed for health, ethnic origin, trade union membership and the like."),
    )
    personal_data = KeysField(
        _("For the data"), refers_to="personal_data", help_text=_("None chosen: for all such data.")
    )
    motivation = prose(_("In plain words"))

    class Meta(Row.Meta):
        verbose_name = _("Condition for special categories")
        verbose_name_plural = _("Conditions for special categories")

    def __str__(self) -> str:
        return str(self.get_condition_display())


class Source(Row):
    """Where data come from (GDPR Art. 14(2)(f))."""

    activity = belongs("sources")
    category = term(terms.SourceCategory, _("Source"))
    data_subjects = KeysField(_("About"), refers_to="data_subjects")
    personal_data = KeysField(_("Which data"), refers_to="personal_data")
    publicly_accessible = answer(_("Open to the public"))
    frequency = line(_("How often"), _("Example: every night"))
    occurrence = occurrence()
    condition = condition()
    note = line(_("Explanation"))

    class Meta(Row.Meta):
        verbose_name = _("Source")
        verbose_name_plural = _("Sources")

    def __str__(self) -> str:
        return str(self.category or self.note)


class Secrecy(Row):
    """That secrecy applies."""

    activity = belongs("secrecy")
    strength = code(SecrecyStrength, _("Strength"))
    personal_data = KeysField(_("Which data"), refers_to="personal_data")
    note = line(_("Explanation"))

    class Meta(Row.Meta):
        verbose_name = _("Secrecy")
        verbose_name_plural = _("Secrecy")
