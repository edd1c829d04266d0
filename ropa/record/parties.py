"""Who answers: organisation, controller, unit, DPO and others (Art. 30(1)(a), 26)."""

from datetime import date
from uuid import UUID

from ..vocabulary import Agreement, ControllerKind, Profile
from .base import Key, Part, Text, Value


class Contact(Value):
    """How to reach a function, never a private person."""

    email: str = ""
    """A function's e-mail address."""
    phone: str = ""
    """A function's telephone number."""
    visiting_address: Text = Text()
    """Where one can come: place, street, town."""
    postal_address: str = ""
    """Where letters go."""
    url: str = ""
    """A page with more information."""

    def __bool__(self) -> bool:
        return bool(self.email or self.phone or self.visiting_address or self.postal_address or self.url)


class Party(Value):
    """A named body."""

    key: Key
    name: Text
    """What the body is called."""
    contact: Contact = Contact()
    """How to reach it."""


class Heading(Value):
    """What an organisation calls one part of the table or of the notice, in place of the shipped heading."""

    profile: Profile
    """Where it stands: in the table or among the questions of the notice."""
    code: str
    """Code of the row or section it stands above."""
    text: Text
    """The organisation's own words; a language that is not given keeps the shipped heading."""


class Organisation(Party):
    """The municipality (or other body) the register is kept in."""

    slug: str
    """Short name, unique in the installation."""
    organisation_number: str = ""
    """Swedish organisation number, NNNNNN-NNNN."""
    county: str = ""
    """County code (SCB, two digits): in some counties all social services files are kept."""
    headings: tuple[Heading, ...] = ()
    """Its own headings; those it has not changed are left out."""

    def heading(self, profile: Profile, code: str, language: str) -> str:
        """Return its own heading in `language`; empty where the shipped one holds."""
        texts = (x.text for x in self.headings if (x.profile, x.code) == (profile, code))
        said = next((text.said(language) for text in texts), None)
        return said.text if said and said.lang == language else ""


class Controller(Party):
    """Who decides on purposes and means (Art. 4(7)); in Sweden each board."""

    slug: str
    """Short name, unique in the installation."""
    kind: ControllerKind | None = None
    """None = not stated."""
    organisation_number: str = ""
    """Swedish organisation number, NNNNNN-NNNN."""
    representative: Text = Text()
    """Representative under Art. 27, where there is one."""


class DataProtectionOfficer(Party):
    """The DPO's function and contact details (Art. 37-39)."""


class Unit(Party):
    """The part of the organisation that does the work."""

    slug: str
    """Last part of its public address."""
    path: tuple[tuple[str, Text], ...] = ()
    """(slug, name) of the units above it, outermost first."""
    controller_key: UUID | None = None
    """The unit's own controller, before any that the activity states."""


class JointController(Part):
    """Another body that decides together with the controller (Art. 26)."""

    name: Text = Text()
    """What the body is called."""
    organisation_number: str = ""
    """Swedish organisation number, NNNNNN-NNNN."""
    email: str = ""
    """A function's e-mail address."""
    responsibility: Text = Text()
    """What this body answers for."""
    agreement: Agreement | None = None
    """Internal: what regulates the relation."""
    agreement_date: date | None = None
    """Internal: day of the arrangement."""
    agreement_reference: str = ""
    """Internal: where the arrangement is filed."""
    essence: Text = Text()
    """The essence of the arrangement, which must be made available (Art. 26(2))."""


class OnBehalfOf(Part):
    """A controller on whose behalf the organisation processes (Art. 30(2)(a))."""

    name: Text = Text()
    """What the controller is called."""
    organisation_number: str = ""
    """Swedish organisation number, NNNNNN-NNNN."""
    email: str = ""
    """A function's e-mail address."""
    task: Text = Text()
    """The categories of processing carried out for it (Art. 30(2)(b))."""
