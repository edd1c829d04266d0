"""The sides that the register can be seen from, each a row: what is counted, under which headings, and what is told."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..facets import Facet, Facets
from ..notice.lawfulness import PLAIN
from ..vocabulary import DataLevel, LegalBasis, Medium, RecipientKind
from ..wording import here
from . import life, told
from .shelves import RULED_OUT

Headings = Mapping[str, tuple[Any, Any]]
"""Code of a group -> its heading, and what that means; in the order they are shown."""

_RULED_OUT = {RULED_OUT: (_("Ruled out"), _("The register says that this never occurs."))}


def _nothing(_code: str) -> str:
    return ""


@dataclass(frozen=True)
class Side:
    """One sort of thing that activities can be found by."""

    route: str
    way: str
    """The index it stands in."""
    of: Callable[[Facets], Iterable[Facet]]
    teller: told.Teller
    headings: Headings
    group_of: Callable[[Facet], str]
    parameter: str = ""
    """What the search calls it."""
    phrase: Callable[[str], str] = _nothing
    """Code -> what stands for the label, where something does."""
    explained: Callable[[str], str] = _nothing
    """Code -> what the thing itself means, where that is the law's."""


@dataclass(frozen=True)
class Way:
    """An index: its name, and what it is for."""

    route: str
    title: str | Promise
    ingress: str | Promise
    sides: tuple[Side, ...]


# --- who are you? -----------------------------------------------------------------------------------------------------

PERSON = Side(
    route="person",
    way="people",
    of=lambda facets: facets.people,
    teller=told.person,
    headings={code: (name, "") for code, name in life.AREAS.items()} | _RULED_OUT,
    group_of=lambda facet: life.area_of(facet.code),
    parameter="vem",
    phrase=life.phrase_of,
)

# --- who gets data, and who handles them for us -----------------------------------------------------------------------

_KINDS: Headings = {
    RecipientKind.AUTHORITY: (_("Government agencies"), ""),
    RecipientKind.COURT: (_("Courts"), ""),
    RecipientKind.REGION: (_("Regions and care providers"), ""),
    RecipientKind.MUNICIPALITY: (_("Other municipalities"), ""),
    RecipientKind.OWN_BOARD: (_("Boards of the municipality"), _("By law each board is a body of its own.")),
    RecipientKind.WITHIN_CONTROLLER: (_("Within the same board"), ""),
    RecipientKind.PROVIDER: (_("Private providers"), _("They do work that the municipality answers for.")),
    RecipientKind.PRIVATE_CONTROLLER: (_("Companies and organisations"), ""),
    RecipientKind.PROCESSOR: (_("Suppliers"), ""),
    RecipientKind.INDIVIDUAL: (_("Individuals"), ""),
    RecipientKind.PUBLIC: (_("The public"), ""),
    "": (_("Other recipients"), ""),
}

RECIPIENT = Side(
    route="recipient",
    way="recipients",
    of=lambda facets: facets.recipients,
    teller=told.recipient,
    headings={**_KINDS, **_RULED_OUT},
    group_of=lambda facet: facet.kind if facet.kind in _KINDS else "",
    parameter="mottagare",
)

_WORKS_FOR_US = _(
    "They handle data on our behalf and may only do what we have decided. The law calls them processors. "
    "Those that they engage in turn stand here too."
)

PROCESSOR = Side(
    route="processor",
    way="recipients",
    of=lambda facets: facets.processors,
    teller=told.processor,
    headings={"": (_("Those who handle data for us"), _WORKS_FOR_US), **_RULED_OUT},
    group_of=lambda _facet: "",
)

# --- which data -------------------------------------------------------------------------------------------------------

IDENTITY = "identity"
_IDENTITY_NUMBER = re.compile(r"personnummer|personnr|samordningsnummer|lma-nummer", re.IGNORECASE)

_LEVELS: Headings = {
    DataLevel.SPECIAL_CATEGORY: (
        _("Sensitive data"),
        _(
            "The law forbids us to handle these data unless there is a special reason, such as care, school or social "
            "services. They are about health, origin, faith, opinions, trade union, genes, biometrics or sex life "
            "(Article 9)."
        ),
    ),
    DataLevel.OFFENCES: (
        _("Data about crimes"),
        _("These data are about crimes, suspicions, sentences or coercive measures. We need support in law to handle them (Article 10)."),
    ),
    IDENTITY: (
        _("Personal identity numbers"),
        _("We may only use such a number when there is a good reason, such as knowing for certain who you are."),
    ),
    DataLevel.SPECIALLY_PROTECTED: (
        _("Data that deserve extra protection"),
        _("The law does not call these data sensitive, but they are private and we handle them with extra care."),
    ),
    DataLevel.ORDINARY: (_("Ordinary data"), ""),
    "": (_("Other data"), ""),
}  # fmt: skip


def _level(facet: Facet) -> str:
    """Return the group of a kind of data; a number that identifies a person has one of its own."""
    if facet.kind not in (DataLevel.SPECIAL_CATEGORY, DataLevel.OFFENCES) and is_identity_number(facet):
        return IDENTITY
    return facet.kind if facet.kind in _LEVELS else ""


def is_identity_number(facet: Facet) -> bool:
    """Return whether a kind of data is a number that tells who somebody is."""
    return bool(_IDENTITY_NUMBER.search(str(facet.said("sv"))))


DATA = Side(
    route="data_kind",
    way="data",
    of=lambda facets: facets.data,
    teller=told.data,
    headings={**_LEVELS, **_RULED_OUT},
    group_of=_level,
    parameter="uppgift",
)

# --- in which system --------------------------------------------------------------------------------------------------

_MEDIA: Headings = {
    Medium.DIGITAL: (_("Systems and other digital places"), ""),
    Medium.PAPER: (_("Paper"), ""),
    Medium.OTHER: (_("In another form"), ""),
    "": (_("Form not stated"), ""),
}

SYSTEM = Side(
    route="system",
    way="systems",
    of=lambda facets: facets.systems,
    teller=told.system,
    headings={**_MEDIA, **_RULED_OUT},
    group_of=lambda facet: facet.kind if facet.kind in _MEDIA else "",
    parameter="system",
)

# --- by which law -----------------------------------------------------------------------------------------------------


def _bases(facets: Facets) -> Iterable[Facet]:
    for code in facets.bases:
        yield Facet(code=code, labels={here(): LegalBasis(code).text})


LEGAL_BASIS = Side(
    route="legal_basis",
    way="laws",
    of=_bases,
    teller=told.legal_basis,
    headings={"": (_("Legal bases"), _("The General Data Protection Regulation wants one of these for all we do."))},
    group_of=lambda _facet: "",
    parameter="grund",
    explained=lambda code: str(PLAIN[LegalBasis(code)]),
)

LAW = Side(
    route="law",
    way="laws",
    of=lambda facets: facets.laws,
    teller=told.law,
    headings={"": (_("Acts and other rules"), "")},
    group_of=lambda _facet: "",
    parameter="lag",
)

SIDES = {side.route: side for side in (PERSON, RECIPIENT, PROCESSOR, DATA, SYSTEM, LEGAL_BASIS, LAW)}

WAYS = {
    way.route: way
    for way in (
        Way(
            "people",
            _("Who are you?"),
            _("Choose what fits you. You see what we do with data about you, who gets them and how long we keep them."),
            (PERSON,),
        ),
        Way(
            "recipients",
            _("Who gets data?"),
            _("Choose somebody who gets data from us. You see which data they get, when and why."),
            (RECIPIENT, PROCESSOR),
        ),
        Way(
            "data",
            _("Which data do we have?"),
            _("Choose a kind of data. You see what we use it for, whom it is about and who gets it."),
            (DATA,),
        ),
        Way(
            "systems",
            _("Where are the data?"),
            _("Choose a system or another place. You see which data are there, and whose they are."),
            (SYSTEM,),
        ),
        Way(
            "laws",
            _("Which law allows it?"),
            _("Choose a legal basis or an act. You see which activities rest on it."),
            (LEGAL_BASIS, LAW),
        ),
    )
}
"""Name of an index -> the index, in the order that pages name them."""
