"""The one immutable value: a processing activity (GDPR Art. 30), and a register of them."""

from datetime import date
from uuid import UUID, uuid4

from pydantic import Field

from ..vocabulary import (
    ActivityStatus,
    ClassificationLevel,
    DpiaCriterion,
    DpiaStatus,
    DutyToProvide,
    NoticeException,
    OrganisationRole,
    Sector,
    Statement,
)
from .base import Key, Text, Value
from .data import DataSubject, PersonalData, Secrecy, Source, SpecialCategoryBasis
from .keeping import AutomatedDecision, NoticeText, OriginalWording, Unplaced, Withheld
from .parties import (
    Contact,
    Controller,
    DataProtectionOfficer,
    JointController,
    OnBehalfOf,
    Organisation,
    Unit,
)
from .purposes import LegalProvision, Purpose, PurposeBasis
from .retention import CarrierSystem, RetentionRule, SecurityMeasure
from .sharing import (
    InternalAccess,
    Processor,
    Recipient,
    SubProcessor,
    Transfer,
)


class ProcessingActivity(Value):
    """One processing activity, whole. An unanswered question is None or empty.

    Order of the fields follows Art. 30(1)(a)-(g), then what Art. 6, 9, 10, 13 and 14 add.
    """

    key: Key = Field(default_factory=uuid4)
    """Identity of the activity in every table and export."""

    # identity
    reference: str = ""
    """The organisation's own number, as in SN-017."""
    slug: str = ""
    """Last part of its public address; unique in the installation, kept on rename."""
    name: Text = Text()
    summary: Text = Text()
    """Two or three sentences a resident reads first."""
    role: OrganisationRole | None = None
    sector: Sector | None = None
    status: ActivityStatus | None = None
    started_on: date | None = None
    ended_on: date | None = None
    process_code: str = ""
    """Internal: code in the records management classification."""
    tags: tuple[str, ...] = ()
    examples_only: bool | None = None
    """True when lists name examples, not everything."""

    # parties, Art. 30(1)(a)
    organisation: Organisation | None = None
    controller: Controller | None = None
    """The activity's own controller, else its unit's; None = not stated."""
    dpo: DataProtectionOfficer | None = None
    unit: Unit | None = None
    responsible_role: Text = Text()
    """The function in charge, as in "head of the unit". Never a person's name."""
    contact: Contact = Contact()
    """Where to ask about just this activity, where it differs from the unit's."""
    joint_controllers: tuple[JointController, ...] = ()
    on_behalf_of: tuple[OnBehalfOf, ...] = ()

    # purposes and legal bases, Art. 30(1)(b), 6
    purposes: tuple[Purpose, ...] = ()
    legal_bases: tuple[PurposeBasis, ...] = ()
    provisions: tuple[LegalProvision, ...] = ()

    # persons and data, Art. 30(1)(c), 9, 10
    data_subjects: tuple[DataSubject, ...] = ()
    personal_data: tuple[PersonalData, ...] = ()
    special_category_bases: tuple[SpecialCategoryBasis, ...] = ()
    indirect_special_position: Text = Text()
    """Position taken on data that reveal special categories indirectly."""
    offence_support: Text = Text()
    """What allows data on offences (Art. 10)."""
    identity_number_justification: Text = Text()
    """Why personal identity numbers are needed (Art. 87)."""
    monitoring_technology: bool | None = None
    """Whether monitoring, sensor or positioning technology is used in care."""
    monitoring_consent: Text = Text()
    """How the consent is obtained that such technology takes."""

    # sources, Art. 14(2)(f)
    sources: tuple[Source, ...] = ()
    notice_exception: NoticeException | None = None
    notice_exception_reason: Text = Text()

    # recipients and access, Art. 30(1)(d), 28
    recipients: tuple[Recipient, ...] = ()
    disclosure: Statement | None = None
    """Whether data are disclosed at all; NEVER = explicitly not disclosed."""
    internal_access: tuple[InternalAccess, ...] = ()
    processors: tuple[Processor, ...] = ()
    sub_processors: tuple[SubProcessor, ...] = ()
    secrecy: tuple[Secrecy, ...] = ()

    # transfers, Art. 30(1)(e)
    transfers: tuple[Transfer, ...] = ()
    third_country: Statement | None = None
    """Whether data leave the EU/EEA; NEVER = explicitly never."""

    # carriers and retention, Art. 30(1)(f)
    carriers: tuple[CarrierSystem, ...] = ()
    retention_rules: tuple[RetentionRule, ...] = ()
    no_retention_reason: Text = Text()
    """Why no period is set, or what decides it."""

    # security, Art. 30(1)(g), 35
    security_measures: tuple[SecurityMeasure, ...] = ()
    confidentiality: ClassificationLevel | None = None
    integrity: ClassificationLevel | None = None
    availability: ClassificationLevel | None = None
    traceability: ClassificationLevel | None = None
    dpia_criteria: tuple[DpiaCriterion, ...] = ()
    dpia_status: DpiaStatus | None = None
    dpia_date: date | None = None
    dpia_reference: str = ""
    dpia_justification: Text = Text()
    """Why no impact assessment is needed."""

    # what the notice adds, Art. 13(2)(e)-(f)
    duty_to_provide: DutyToProvide | None = None
    duty_consequences: Text = Text()
    """What happens when data are not provided."""
    automation: Statement | None = None
    automated_decisions: tuple[AutomatedDecision, ...] = ()
    notice_texts: tuple[NoticeText, ...] = ()

    # keeping of the record
    withheld: tuple[Withheld, ...] = ()
    review_owner: str = ""
    """Internal: the function that reviews the record."""
    reviewed_on: date | None = None
    review_interval_months: int | None = Field(default=None, ge=1, le=120)
    notes: str = ""
    """Internal notes."""
    original_wording: tuple[OriginalWording, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()

    def provisions_of(self, key: UUID | None) -> tuple[LegalProvision, ...]:
        """Return the provisions that support the row `key`; None = the whole activity."""
        return tuple(x for x in self.provisions if x.about == key)

    def bases_of(self, purpose: UUID) -> tuple[PurposeBasis, ...]:
        """Return the legal bases claimed for a purpose, those for all purposes included."""
        return tuple(b for b in self.legal_bases if not b.purposes or purpose in b.purposes)
