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
from .base import Key, Part, Text, Value
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
    """What it is called, in the residents' words."""
    summary: Text = Text()
    """Two or three sentences a resident reads first."""
    role: OrganisationRole | None = None
    """Whether the organisation is controller, joint controller or processor (Art. 4, 26)."""
    sector: Sector | None = None
    """The area of work: decides which special data protection law applies."""
    status: ActivityStatus | None = None
    """Whether it is planned, goes on, rests or has ended."""
    started_on: date | None = None
    """First day of the processing."""
    ended_on: date | None = None
    """Last day of the processing."""
    process_code: str = ""
    """Internal: code in the records management classification."""
    tags: tuple[str, ...] = ()
    """Words to find it by."""
    examples_only: bool | None = None
    """True when lists name examples, not everything."""

    # parties, Art. 30(1)(a)
    organisation: Organisation | None = None
    """Whose register it stands in."""
    controller: Controller | None = None
    """The activity's own controller, else its unit's; None = not stated."""
    dpo: DataProtectionOfficer | None = None
    """The controller's own data protection officer, else the organisation's."""
    unit: Unit | None = None
    """The unit that does the work, with the units above it."""
    responsible_role: Text = Text()
    """The function in charge, as in "head of the unit". Never a person's name."""
    contact: Contact = Contact()
    """Where to ask about just this activity, where it differs from the unit's."""
    joint_controllers: tuple[JointController, ...] = ()
    """Others who decide together with the controller (Art. 26)."""
    on_behalf_of: tuple[OnBehalfOf, ...] = ()
    """Controllers it is done for, when the role is processor (Art. 30(2))."""

    # purposes and legal bases, Art. 30(1)(b), 6
    purposes: tuple[Purpose, ...] = ()
    """Why the data are processed (Art. 30(1)(b))."""
    legal_bases: tuple[PurposeBasis, ...] = ()
    """What makes it lawful (Art. 6(1))."""
    provisions: tuple[LegalProvision, ...] = ()
    """Places in law that the activity or a row of it rests on (Art. 6(3))."""

    # persons and data, Art. 30(1)(c), 9, 10
    data_subjects: tuple[DataSubject, ...] = ()
    """Whom the data are about (Art. 30(1)(c))."""
    personal_data: tuple[PersonalData, ...] = ()
    """Which kinds of data (Art. 30(1)(c))."""
    special_category_bases: tuple[SpecialCategoryBasis, ...] = ()
    """What allows special categories (Art. 9(2))."""
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
    """Where data come from (Art. 14(2)(f)); empty = not stated."""
    notice_exception: NoticeException | None = None
    """Which exception from informing is used (Art. 14(5))."""
    notice_exception_reason: Text = Text()
    """Internal: why the exception holds."""

    # recipients and access, Art. 30(1)(d), 28
    recipients: tuple[Recipient, ...] = ()
    """Who outside the controller gets data (Art. 30(1)(d))."""
    disclosure: Statement | None = None
    """Whether data are disclosed at all; NEVER = explicitly not disclosed."""
    internal_access: tuple[InternalAccess, ...] = ()
    """Who inside the controller works with them."""
    processors: tuple[Processor, ...] = ()
    """Who processes on the controller's behalf (Art. 28)."""
    sub_processors: tuple[SubProcessor, ...] = ()
    """Whom the processors engage (Art. 28(4))."""
    secrecy: tuple[Secrecy, ...] = ()
    """That secrecy applies, and how strongly."""

    # transfers, Art. 30(1)(e)
    transfers: tuple[Transfer, ...] = ()
    """Transfers outside the EU/EEA (Art. 30(1)(e))."""
    third_country: Statement | None = None
    """Whether data leave the EU/EEA; NEVER = explicitly never."""

    # carriers and retention, Art. 30(1)(f)
    carriers: tuple[CarrierSystem, ...] = ()
    """Systems, paper files and other things that hold the data."""
    retention_rules: tuple[RetentionRule, ...] = ()
    """How long what is kept, and what happens then (Art. 30(1)(f))."""
    no_retention_reason: Text = Text()
    """Why no period is set, or what decides it."""

    # security, Art. 30(1)(g), 35
    security_measures: tuple[SecurityMeasure, ...] = ()
    """Internal: measures in general terms (Art. 30(1)(g))."""
    confidentiality: ClassificationLevel | None = None
    """Internal: information classification."""
    integrity: ClassificationLevel | None = None
    """Internal: information classification."""
    availability: ClassificationLevel | None = None
    """Internal: information classification."""
    traceability: ClassificationLevel | None = None
    """Internal: information classification."""
    dpia_criteria: tuple[DpiaCriterion, ...] = ()
    """Internal: which of the nine risk criteria hold (WP 248)."""
    dpia_status: DpiaStatus | None = None
    """Internal: how far the impact assessment has come (Art. 35)."""
    dpia_date: date | None = None
    """Internal: day of the impact assessment."""
    dpia_reference: str = ""
    """Internal: where the impact assessment is filed."""
    dpia_justification: Text = Text()
    """Why no impact assessment is needed."""

    # what the notice adds, Art. 13(2)(e)-(f)
    duty_to_provide: DutyToProvide | None = None
    """Whether the person must provide the data (Art. 13(2)(e))."""
    duty_consequences: Text = Text()
    """What happens when data are not provided."""
    automation: Statement | None = None
    """Whether there are automated decisions or profiling; NEVER = explicitly not."""
    automated_decisions: tuple[AutomatedDecision, ...] = ()
    """Each automated decision or profiling (Art. 22)."""
    notice_texts: tuple[NoticeText, ...] = ()
    """Authored texts, inherited ones first."""

    # keeping of the record
    withheld: tuple[Withheld, ...] = ()
    """What is kept from the public, with the reason."""
    review_owner: str = ""
    """Internal: the function that reviews the record."""
    reviewed_on: date | None = None
    """Day somebody last confirmed that the record is right."""
    review_interval_months: int | None = Field(default=None, ge=1, le=120)
    """Internal: months between reviews."""
    notes: str = ""
    """Internal notes."""
    original_wording: tuple[OriginalWording, ...] = ()
    """Internal: the words imported values came from."""
    unplaced: tuple[Unplaced, ...] = ()
    """Internal: imported text that nobody has placed yet."""

    def provisions_of(self, key: UUID | None) -> tuple[LegalProvision, ...]:
        """Return the provisions that support the row `key`; None = the whole activity."""
        return tuple(x for x in self.provisions if x.about == key)

    def bases_of(self, purpose: UUID) -> tuple[PurposeBasis, ...]:
        """Return the legal bases claimed for a purpose, those for all purposes included."""
        return tuple(b for b in self.legal_bases if not b.purposes or purpose in b.purposes)

    def row_keys(self) -> set[UUID]:
        """Return the keys of all rows."""
        lists = (getattr(self, name) for name in type(self).model_fields)
        return {row.key for rows in lists if isinstance(rows, tuple) for row in rows if isinstance(row, Part)}

    def withheld_in(self, *names: str) -> tuple[Withheld, ...]:
        """Return the markers that stand for these fields, or for rows that are gone from these lists."""
        there = self.row_keys()
        return tuple(w for w in self.withheld if w.field in names and w.about not in there)
