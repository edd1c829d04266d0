"""Rows of an activity: carriers, retention and security (Art. 30(1)(f)-(g))."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..vocabulary import Medium, PeriodEnd, RetentionAction, RetentionStage, Selection, SystemRole
from . import terms
from .base import Row
from .fields import KeysField, answer, code, day, line
from .fields_of_rows import belongs, condition, term


class CarrierSystem(Row):
    """A system, a paper file or another thing that holds the data."""

    activity = belongs("carriers")
    system = term(terms.System, _("System or other carrier"))
    medium = code(Medium, _("Medium"))
    role = code(SystemRole, _("Used as"))
    supplier = term(terms.Supplier, _("Supplier"))
    note = line(_("Explanation"), _("Example: a paper copy of the digital file"))

    class Meta(Row.Meta):
        verbose_name = _("System or other carrier")
        verbose_name_plural = _("Systems and other carriers")

    def __str__(self) -> str:
        return str(self.system or self.note)


class RetentionRule(Row):
    """How long some documents are kept, and what happens then (GDPR Art. 30(1)(f))."""

    activity = belongs("retention_rules")
    documents = line(
        _("Which documents"),
        _("Empty: all of them. Example: documents entered in the public registry"),
    )
    personal_data = KeysField(_("Which data"), refers_to="personal_data")
    data_subjects = KeysField(_("About whom"), refers_to="data_subjects")
    carriers = KeysField(_("In which systems"), refers_to="carriers")
    medium = code(Medium, _("Medium"))
    selection = code(Selection, _("Selection"))
    birth_days = models.JSONField(_("Days of birth"), default=list, blank=True, help_text=_("As in: 5, 15, 25"))
    selection_note = line(_("About the selection"))
    action = code(RetentionAction, _("What happens"))
    as_a_rule = answer(_("Holds as a rule"), _("Yes: there are exceptions not listed here."))
    period = models.CharField(
        _("Period"),
        max_length=20,
        blank=True,
        default="",
        help_text=_("As in: 5 years, 18 months or 90 days"),
    )
    period_end = code(PeriodEnd, _("Drawn out"))
    trigger = term(terms.RetentionTrigger, _("Counted from"))
    condition = condition()
    exception = line(_("Exception"))
    reason = line(_("Why"), _("Example: so that researchers can use it"))
    stage = code(RetentionStage, _("Stage"))
    plan = line(_("Plan"), _("Name of the information management plan that says so."))
    plan_section = line(_("Section of the plan"))
    decision_body = line(_("Decided by"))
    decision_date = day(_("Date of the decision"))
    decision_reference = line(_("Where it is filed"), _("Internal."))
    advice = line(_("Published advice"), _("Advice is no decision. Example: Gallringsråd 5"))

    class Meta(Row.Meta):
        verbose_name = _("Retention rule")
        verbose_name_plural = _("Retention rules")


class SecurityMeasure(Row):
    """A security measure in general terms (GDPR Art. 30(1)(g))."""

    activity = belongs("security_measures")
    category = term(terms.SecurityMeasureCategory, _("Measure"))
    note = line(_("Explanation"), _("Internal. General terms only."))

    class Meta(Row.Meta):
        verbose_name = _("Security measure")
        verbose_name_plural = _("Security measures")
