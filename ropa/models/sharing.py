"""Rows of an activity: others who get or handle the data (Art. 30(1)(d)-(e), 26, 28)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..vocabulary import Agreement, DisclosureGround, TransferMechanism
from . import terms
from .base import Row
from .fields import KeyField, KeysField, code, day, line, prose
from .fields_of_rows import belongs, condition, country, occurrence, term
from .organisation import organisation_number


class JointController(Row):
    """Another controller with whom purposes and means are decided (GDPR Art. 26)."""

    activity = belongs("joint_controllers")
    name = line(_("Name"))
    organisation_number = organisation_number()
    email = models.EmailField(_("E-mail"), blank=True, default="")
    responsibility = prose(_("Answers for"))
    agreement = code(Agreement, _("Regulated by"))
    agreement_date = day(_("Date of the arrangement"))
    agreement_reference = line(_("Where it is filed"), _("Internal."))
    essence = prose(_("The essence of the arrangement"), _("Published (Art. 26(2))."))

    class Meta(Row.Meta):
        verbose_name = _("Joint controller")
        verbose_name_plural = _("Joint controllers")


class OnBehalfOf(Row):
    """A controller for whom the organisation is processor (GDPR Art. 30(2))."""

    activity = belongs("on_behalf_of")
    name = line(_("Controller"))
    organisation_number = organisation_number()
    email = models.EmailField(_("E-mail"), blank=True, default="")
    task = prose(_("Categories of processing"))

    class Meta(Row.Meta):
        verbose_name = _("Controller it works for")
        verbose_name_plural = _("Controllers it works for (as processor)")


class Recipient(Row):
    """Someone outside the board that gets data (GDPR Art. 30(1)(d))."""

    activity = belongs("recipients")
    category = term(
        terms.RecipientCategory,
        _("Recipient"),
        _("Someone outside the board. Suppliers that work for you are processors, further down."),
    )
    purpose = line(_("For what"), _("Example: so that you are paid the right amount"))
    ground = code(
        DisclosureGround,
        _("What allows it"),
        _("Consent that lifts secrecy is stated here. It is not a legal basis in Article 6."),
    )
    personal_data = KeysField(_("Which data"), refers_to="personal_data")
    occurrence = occurrence()
    condition = condition()
    note = line(_("Explanation"))

    class Meta(Row.Meta):
        verbose_name = _("Recipient")
        verbose_name_plural = _("Recipients")

    def __str__(self) -> str:
        return str(self.category or self.note)


class InternalAccess(Row):
    """Who inside the board works with the data."""

    activity = belongs("internal_access")
    who = line(_("Who"), _("A role. Example: caseworkers who work with your case"))
    purpose = line(_("For what"))
    condition = condition()

    class Meta(Row.Meta):
        verbose_name = _("Internal access")
        verbose_name_plural = _("Internal access")

    def __str__(self) -> str:
        return self.who


class Processor(Row):
    """Someone who processes on the board's behalf (GDPR Art. 28)."""

    activity = belongs("processors")
    supplier = term(terms.Supplier, _("Processor"))
    task = line(_("Task"), _("Example: runs the case management system"))
    occurrence = occurrence()
    country = country()
    agreement = code(
        Agreement,
        _("Regulated by"),
        _("Boards of one municipality cannot contract with each other: choose regulation."),
    )
    agreement_date = day(_("Date of the agreement"))
    agreement_reference = line(_("Where it is filed"), _("Internal."))
    note = line(_("Note"), _("Internal."))

    class Meta(Row.Meta):
        verbose_name = _("Processor")
        verbose_name_plural = _("Processors")

    def __str__(self) -> str:
        return str(self.supplier or self.task)


class SubProcessor(Row):
    """A processor's processor (GDPR Art. 28(4))."""

    activity = belongs("sub_processors")
    processor = KeyField(_("Engaged by"), refers_to="processors")
    supplier = term(terms.Supplier, _("Sub-processor"))
    task = line(_("Task"))
    country = country()

    class Meta(Row.Meta):
        verbose_name = _("Sub-processor")
        verbose_name_plural = _("Sub-processors")


class Transfer(Row):
    """A transfer outside the EU/EEA (GDPR Chapter V)."""

    activity = belongs("transfers")
    country = country()
    international_organisation = line(_("International organisation"))
    importer = line(_("Who receives the data there"))
    personal_data = KeysField(_("Which data"), refers_to="personal_data")
    mechanism = code(TransferMechanism, _("Rests on"))
    safeguards = prose(_("Safeguards"))
    copy_from = line(_("How to get a copy"), _("Published (Art. 13(1)(f))."))
    assessment_date = day(_("Date of the transfer assessment"))
    assessment_reference = line(_("Where it is filed"), _("Internal."))
    note = line(_("Note"), _("Internal."))

    class Meta(Row.Meta):
        verbose_name = _("Transfer outside the EU/EEA")
        verbose_name_plural = _("Transfers outside the EU/EEA")
