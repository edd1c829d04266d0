"""Rows of an activity: others who get or handle the data (Art. 30(1)(d)-(e), 26, 28)."""

from datetime import date
from uuid import UUID

from ..vocabulary import Agreement, DisclosureGround, Occurrence, TransferMechanism
from .base import Country, Keys, Part, Text
from .terms import RecipientCategory, Supplier


class Recipient(Part):
    """Someone outside the controller to whom data are disclosed (Art. 4(9), 30(1)(d))."""

    category: RecipientCategory | None = None
    purpose: Text = Text()
    """What the recipient gets the data for."""
    ground: DisclosureGround | None = None
    personal_data: Keys = ()
    occurrence: Occurrence | None = None
    condition: Text = Text()
    note: Text = Text()


class InternalAccess(Part):
    """Who inside the controller works with the data; no recipients in the law's sense."""

    who: Text = Text()
    purpose: Text = Text()
    condition: Text = Text()


class Processor(Part):
    """Someone who processes on the controller's behalf (Art. 4(8), 28)."""

    supplier: Supplier | None = None
    task: Text = Text()
    occurrence: Occurrence | None = None
    country: Country = ""
    """Where the data are processed; empty = not stated."""
    agreement: Agreement | None = None
    agreement_date: date | None = None
    agreement_reference: str = ""
    """Internal: where the agreement is filed."""
    note: Text = Text()


class SubProcessor(Part):
    """A processor engaged by a processor (Art. 28(2), 28(4))."""

    processor: UUID | None = None
    """Key of the processor that engages it."""
    supplier: Supplier | None = None
    task: Text = Text()
    country: Country = ""


class Transfer(Part):
    """A transfer to a third country or international organisation (Art. 30(1)(e), 44-49)."""

    country: Country = ""
    international_organisation: str = ""
    importer: Text = Text()
    """Who receives the data there."""
    personal_data: Keys = ()
    mechanism: TransferMechanism | None = None
    safeguards: Text = Text()
    copy_from: Text = Text()
    """How to get a copy of the safeguards (Art. 13(1)(f))."""
    assessment_date: date | None = None
    assessment_reference: str = ""
    """Internal: transfer impact assessment."""
    note: Text = Text()
