"""Rows of an activity: others who get or handle the data (Art. 30(1)(d)-(e), 26, 28)."""

from datetime import date
from uuid import UUID

from ..vocabulary import Agreement, DisclosureGround, Occurrence, TransferMechanism
from .base import Country, Keys, Part, Text
from .terms import RecipientCategory, Supplier


class Recipient(Part):
    """Someone outside the controller to whom data are disclosed (Art. 4(9), 30(1)(d))."""

    category: RecipientCategory | None = None
    """Who gets data."""
    purpose: Text = Text()
    """What the recipient gets the data for."""
    ground: DisclosureGround | None = None
    """What allows the disclosure."""
    personal_data: Keys = ()
    """Keys of the data disclosed; empty = all."""
    occurrence: Occurrence | None = None
    """How often it occurs; None = not stated."""
    condition: Text = Text()
    """When it occurs, as words that follow “only if”."""
    note: Text = Text()
    """What the category leaves out."""


class InternalAccess(Part):
    """Who inside the controller works with the data; no recipients in the law's sense."""

    who: Text = Text()
    """A role, never a name."""
    purpose: Text = Text()
    """What they need the data for."""
    condition: Text = Text()
    """When they may see the data."""


class Processor(Part):
    """Someone who processes on the controller's behalf (Art. 4(8), 28)."""

    supplier: Supplier | None = None
    """Who it is, or what kind of company."""
    task: Text = Text()
    """What it does."""
    occurrence: Occurrence | None = None
    """How often it occurs; None = not stated."""
    country: Country = ""
    """Where the data are processed; empty = not stated."""
    agreement: Agreement | None = None
    """Internal: what regulates it (Art. 28(3))."""
    agreement_date: date | None = None
    """Internal: day of the agreement."""
    agreement_reference: str = ""
    """Internal: where the agreement is filed."""
    note: Text = Text()
    """Internal."""


class SubProcessor(Part):
    """A processor engaged by a processor (Art. 28(2), 28(4))."""

    processor: UUID | None = None
    """Key of the processor that engages it."""
    supplier: Supplier | None = None
    """Who it is."""
    task: Text = Text()
    """What it does."""
    country: Country = ""
    """Where the data are processed, ISO 3166-1 alpha-2."""


class Transfer(Part):
    """A transfer to a third country or international organisation (Art. 30(1)(e), 44-49)."""

    country: Country = ""
    """Where to, ISO 3166-1 alpha-2."""
    international_organisation: str = ""
    """Which organisation, where it is no country."""
    importer: Text = Text()
    """Who receives the data there."""
    personal_data: Keys = ()
    """Keys of the data transferred; empty = all."""
    mechanism: TransferMechanism | None = None
    """The rule in Chapter V it rests on."""
    safeguards: Text = Text()
    """What protects the data there."""
    copy_from: Text = Text()
    """How to get a copy of the safeguards (Art. 13(1)(f))."""
    assessment_date: date | None = None
    """Internal: day of the transfer impact assessment."""
    assessment_reference: str = ""
    """Internal: transfer impact assessment."""
    note: Text = Text()
    """Internal."""
