"""Whom data are about, in the words of the person who asks: "You are a guardian", by area of life.

All of it stands here to be read through. What is not here, an organisation's own terms, says its label.
"""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

EVERYBODY, FAMILY, CARE, HOME, LEISURE, WORK, OTHERS = (
    "everybody",
    "family",
    "care",
    "home",
    "leisure",
    "work",
    "others",
)

AREAS: dict[str, Any] = {
    EVERYBODY: _("Everyone who lives here or gets in touch"),
    FAMILY: _("Children, school and studies"),
    CARE: _("Care and support"),
    HOME: _("Homes, building and neighbours"),
    LEISURE: _("Library, leisure and associations"),
    WORK: _("Work, business and commissions"),
    OTHERS: _("Others"),
}
"""Area of life -> its heading, in the order they are shown."""


class Person(NamedTuple):
    """How somebody knows themselves again."""

    area: str
    phrase: Any


PEOPLE: dict[str, Person] = {
    "ds-sokande": Person(EVERYBODY, _("You have applied for something")),
    "ds-allmanhet": Person(EVERYBODY, _("You visit us or get in touch")),
    "ds-anmalare": Person(EVERYBODY, _("You have reported something or given information")),
    "ds-ombud": Person(EVERYBODY, _("You represent somebody, or are their contact")),
    "ds-rostberattigad": Person(EVERYBODY, _("You are entitled to vote")),
    "ds-skyddad": Person(EVERYBODY, _("Your personal data are protected")),
    "ds-asylsokande": Person(EVERYBODY, _("You seek asylum or are new in Sweden")),
    "ds-avliden": Person(EVERYBODY, _("You ask about somebody who has died")),
    "ds-barn": Person(FAMILY, _("You are a child")),
    "ds-elev": Person(FAMILY, _("You are a pupil")),
    "ds-vardnadshavare": Person(FAMILY, _("You are a parent or guardian")),
    "ds-vuxenstuderande": Person(FAMILY, _("You study as an adult")),
    "ds-klient": Person(CARE, _("You get support or help")),
    "ds-patient": Person(CARE, _("You are a patient")),
    "ds-aldre": Person(CARE, _("You are older and get care")),
    "ds-funktion": Person(CARE, _("You have a disability")),
    "ds-anhorig": Person(CARE, _("You are close to somebody we are in contact with")),
    "ds-hushall": Person(CARE, _("You share a household with somebody we are in contact with")),
    "ds-huvudman": Person(CARE, _("You have a legal guardian or an administrator")),
    "ds-godman": Person(CARE, _("You are a legal guardian or administrator")),
    "ds-fastighetsagare": Person(HOME, _("You own property")),
    "ds-hyresgast": Person(HOME, _("You are a tenant")),
    "ds-granne": Person(HOME, _("You are a neighbour, or a case concerns you")),
    "ds-lantagare": Person(LEISURE, _("You borrow at the library")),
    "ds-forening": Person(LEISURE, _("You represent an association")),
    "ds-anstalld": Person(WORK, _("You are employed by us")),
    "ds-arbetssokande": Person(WORK, _("You are looking for work")),
    "ds-uppdragstagare": Person(WORK, _("You have a commission, as a foster home for example")),
    "ds-fortroendevald": Person(WORK, _("You are an elected representative")),
    "ds-foretagare": Person(WORK, _("You run a business")),
    "ds-leverantor": Person(WORK, _("You are our contact at a supplier")),
}
"""Code of a shipped category of data subjects -> where in life, and what they say of themselves."""


def area_of(code: str) -> str:
    """Return the area of life of a category."""
    return PEOPLE[code].area if code in PEOPLE else OTHERS


def phrase_of(code: str) -> str:
    """Return what the persons of a category say of themselves; empty for an organisation's own."""
    return str(PEOPLE[code].phrase) if code in PEOPLE else ""
