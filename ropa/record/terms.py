"""Terms of the open lists, each with the attributes the law asks about."""

import re

from ..vocabulary import DataLevel, MeasureKind, Medium, RecipientKind
from .base import Country, Term


class PurposeCategory(Term):
    """A common purpose of a municipality."""


class DataSubjectCategory(Term):
    """A group of persons the data are about (Art. 30(1)(c))."""

    vulnerable: bool | None = None
    """Whether such persons are vulnerable in the sense of WP 248; None = not assessed."""


class PersonalDataCategory(Term):
    """A kind of personal data (Art. 30(1)(c))."""

    level: DataLevel | None = None
    """How well the law protects it; None = not assessed."""
    may_reveal: bool | None = None
    """Whether it can reveal special categories indirectly (CJEU C-184/20)."""


class SourceCategory(Term):
    """Where data come from (Art. 14(2)(f))."""

    from_data_subject: bool | None = None
    """True when the person gives the data (then Art. 13 applies, not 14)."""
    publicly_accessible: bool | None = None
    """Whether the source is open to the public."""


class RecipientCategory(Term):
    """Someone data are disclosed to (Art. 4(9), 30(1)(d))."""

    kind: RecipientKind | None = None
    """What kind of body or person it is."""


class System(Term):
    """A product or other thing that carries information: an information carrier."""

    medium: Medium | None = None
    """What the data stand on."""


class Supplier(Term):
    """An organisation, or kind of organisation, that processes on the controller's behalf."""

    organisation_number: str = ""
    """Swedish organisation number, NNNNNN-NNNN."""
    country: Country = ""
    """Where it is established, ISO 3166-1 alpha-2."""


class Law(Term):
    """An act, ordinance or other rule that provisions are taken from."""

    sfs: str = ""
    """Number in the Swedish Code of Statutes, as in 2018:218; empty = not stated."""
    url: str = ""
    """Where it can be read."""
    repealed: bool | None = None
    """Whether it was no longer in force when the record was made."""

    def is_act(self, number: str) -> bool:
        """Return whether it is the act of that number, as in "2001:454"; without `sfs` its code or label tells."""
        if self.sfs:
            return self.sfs == number
        written = number.replace(":", "[:-]")
        return bool(re.search(rf"(?<!\d){written}(?!\d)", f"{self.code} {self.said('sv')}"))


class RetentionTrigger(Term):
    """The event a retention period is counted from."""

    after: dict[str, str] = {}
    """Language -> words that follow "… after", as in "five years after *the last entry*"."""
    when: dict[str, str] = {}
    """Language -> words that follow "when", used where no period is stated."""


class SecurityMeasureCategory(Term):
    """A technical, organisational or physical measure (Art. 32)."""

    kind: MeasureKind | None = None
    """Technical, organisational or physical."""
