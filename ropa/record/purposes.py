"""Rows of an activity: purposes, legal bases and what they rest on (Art. 30(1)(b), 6)."""

from uuid import UUID

from ..vocabulary import LegalBasis, PurposeRank
from .base import Keys, Part, Text
from .terms import Law, PurposeCategory


class Purpose(Part):
    """Why the data are processed (Art. 5(1)(b), 30(1)(b))."""

    text: Text = Text()
    """Why the data are needed, in plain words."""
    category: PurposeCategory | None = None
    """The common purpose it is one of."""
    rank: PurposeRank | None = None
    """Whether data were collected for it, or are used for it as well."""


class PurposeBasis(Part):
    """A legal basis claimed for one, several or all purposes (Art. 6(1))."""

    basis: LegalBasis | None = None
    """The point of Art. 6(1)."""
    purposes: Keys = ()
    """Keys of the purposes it is claimed for; empty = all."""
    motivation: Text = Text()
    """Why this basis holds here, in plain words."""
    consent_given: Text = Text()
    """How consent is given and recorded (Art. 7(1))."""
    consent_withdrawn: Text = Text()
    """How consent is withdrawn (Art. 7(3))."""
    contract_party: Text = Text()
    """Who is party to the contract (Art. 6(1)(b))."""
    legitimate_interest: Text = Text()
    """Which interest is pursued (Art. 6(1)(f), 13(1)(d))."""


class LegalProvision(Part):
    """A place in an act that something rests on (Art. 6(3), 9(2), 10; archive law)."""

    law: Law | None = None
    """The act or ordinance."""
    pinpoint: str = ""
    """Chapter and section, as in "16 kap. 4 §"; empty = the act as a whole."""
    about: UUID | None = None
    """Key of the row it supports (basis, Art. 9 condition, retention rule, secrecy …);
    None = the activity as a whole."""
    note: Text = Text()
    """What the provision says, or why it is named."""

    def is_in(self, number: str) -> bool:
        """Return whether it is a place in the act of that number."""
        return self.law is not None and self.law.is_act(number)
