"""The processing activity as the DPO edits it."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..swedish import sort_key
from ..vocabulary import (
    ActivityStatus,
    ClassificationLevel,
    DpiaStatus,
    DutyToProvide,
    NoticeException,
    OrganisationRole,
    Sector,
    Statement,
)
from .base import Draft
from .fields import answer, code, day, line, prose
from .organisation import Controller, Organisation, Unit


class ProcessingActivity(Draft):
    """One activity's own columns; its lists are rows in `parts`. Same names as the record."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="activities", verbose_name=_("Organisation")
    )
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        related_name="activities",
        null=True,
        blank=True,
        verbose_name=_("Unit"),
        help_text=_("The unit that does the work. Its page shows the activity."),
    )
    controller = models.ForeignKey(
        Controller,
        models.PROTECT,
        related_name="activities",
        null=True,
        blank=True,
        verbose_name=_("Controller"),
        help_text=_("Leave empty to take the unit's controller. Always a board, not a department."),
    )

    reference = line(_("Reference"), _("The register's own number, as in SN-017."))
    slug = models.SlugField(
        _("Address"),
        max_length=80,
        unique=True,
        help_text=_("Last part of the public address. Kept when the activity is renamed."),
    )
    name = line(
        _("Name"),
        _("What it is about, in the residents' words. Example: Financial assistance"),
    )
    summary = prose(
        _("Summary"),
        _("Two or three short sentences that a resident reads first: what you do and for whom."),
    )
    role = code(
        OrganisationRole,
        _("Role"),
        _("Controller: the board decides why and how. Processor: it works for someone else."),
    )
    sector = code(Sector, _("Sector"), _("Decides which special data protection law applies."))
    status = code(ActivityStatus, _("Status"))
    started_on = day(_("Started on"))
    ended_on = day(_("Ended on"))
    process_code = line(_("Process code"), _("Internal. Code in the classification structure."))
    tags = models.JSONField(_("Tags"), default=list, blank=True, help_text=_("One word a line."))
    examples_only = answer(_("Lists name examples"), _("Yes: the lists below name examples, not everything."))
    responsible_role = line(_("Responsible function"), _("A role, never a name. Example: Head of the unit"))
    contact_email = models.EmailField(
        _("E-mail for questions"),
        blank=True,
        default="",
        help_text=_("Only where it differs from the unit's. A function's address."),
    )
    contact_phone = line(_("Telephone for questions"))
    contact_visiting_address = line(_("Visiting address for questions"))
    contact_postal_address = line(_("Postal address for questions"))
    contact_url = models.URLField(_("Web page for questions"), blank=True, default="")

    indirect_special_position = prose(
        _("Position on indirect special categories"),
        _(
            "Internal. If data such as a special diet can reveal health or religion: "
            "what you concluded about Article 9."
        ),
    )
    offence_support = prose(
        _("Support for data on offences"),
        _("What allows you to process data on criminal offences (Art. 10)."),
    )
    identity_number_justification = prose(
        _("Why personal identity numbers are needed"),
        _(
            "Clearly justified by the purpose, by the need of secure identification, or by another "
            "strong reason. Example: To be sure that the decision concerns the right person."
        ),
    )
    monitoring_technology = answer(
        _("Monitoring technology in care"), _("Alarms, sensors, cameras or positioning in care.")
    )
    monitoring_consent = prose(_("Consent to monitoring technology"), _("How consent is asked for and kept."))

    notice_exception = code(
        NoticeException,
        _("Exception from informing"),
        _("Only if the persons are not informed although data come from others (Art. 14(5))."),
    )
    notice_exception_reason = prose(_("Reason for the exception"), _("Internal."))

    disclosure = code(
        Statement,
        _("Are data disclosed?"),
        _("“No, never” is published as a promise. Leave empty if you do not know."),
    )
    third_country = code(
        Statement,
        _("Do data leave the EU/EEA?"),
        _("“No, never” is published as a promise: check remote access and sub-processors first."),
    )
    no_retention_reason = prose(_("Why there is no period"), _("If no rule can be given: what decides how long."))

    confidentiality = code(ClassificationLevel, _("Confidentiality"), _("Internal."))
    integrity = code(ClassificationLevel, _("Integrity"), _("Internal."))
    availability = code(ClassificationLevel, _("Availability"), _("Internal."))
    traceability = code(ClassificationLevel, _("Traceability"), _("Internal."))
    dpia_criteria = models.JSONField(
        _("Risk criteria"),
        default=list,
        blank=True,
        help_text=_("If two or more hold, IMY's list asks for an impact assessment."),
    )
    dpia_status = code(DpiaStatus, _("Impact assessment"))
    dpia_date = day(_("Date of the impact assessment"))
    dpia_reference = line(_("Where the impact assessment is filed"), _("Internal."))
    dpia_justification = prose(_("Why no impact assessment is needed"), _("Internal."))

    duty_to_provide = code(DutyToProvide, _("Must the person provide the data?"), _("Art. 13(2)(e)."))
    duty_consequences = prose(
        _("What happens otherwise"),
        _("Example: Without details of your income we cannot assess your application."),
    )
    automation = code(
        Statement,
        _("Automated decisions or profiling?"),
        _("“No, never” is published. Leave empty if you do not know."),
    )

    review_owner = line(_("Who reviews"), _("Internal. A function, as in: Head of the unit"))
    reviewed_on = day(_("Last reviewed on"))
    review_interval_months = models.PositiveSmallIntegerField(
        _("Months between reviews"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
    )
    notes = prose(_("Notes"), _("Internal. Never shown to the public."))

    # about the work with the record, and no part of it
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="owned_activities",
        null=True,
        blank=True,
        verbose_name=_("Who keeps it up to date"),
        help_text=_("Internal. Gets reminders of reviews. Empty: those who edit in the unit."),
    )
    is_standard = models.BooleanField(
        _("Standard activity"),
        default=False,
        help_text=_("Internal. Others in the organisation may make theirs from it."),
    )

    revision = models.PositiveIntegerField(default=0, editable=False)
    """Rises with every change to the activity or a row of it; says what an editor saw."""
    sort_key = models.CharField(max_length=200, editable=False, default="", db_index=True)

    class Meta:
        verbose_name = _("Processing activity")
        verbose_name_plural = _("Processing activities")
        ordering = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.name or self.reference or self.slug

    def complete(self) -> None:
        """Keep the stored Swedish order in step with the name."""
        self.sort_key = sort_key(self.name)
