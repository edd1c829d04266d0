"""Whether data leave the EU/EEA, and what allows it (Art. 30(1)(e), 44-49).

In law enforcement the Criminal Data Act has a chapter of its own on this, with other rules and other countries.
"""

from collections.abc import Iterator

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from ..record import ProcessingActivity, Processor, SubProcessor, Transfer
from ..vocabulary import LegalBasis, Occurrence, Severity, Statement, country_name, is_in_eea
from ..wording import Template, Words, here
from .base import Case, Place, Places, rule
from .sharing import called
from .sources import EDPB_TRANSFERS, GDPR

_named = lazy(lambda code: country_name(code, here()), str)


def _where(row: Transfer) -> Words | Template:
    if row.country:
        return _named(row.country)
    return row.international_organisation or row.importer or _("a place that is not stated")


@rule(
    "R31",
    Severity.ERROR,
    title=_("Transfer not described"),
    article=_("Art. 30(1)(e), 13(1)(f), 44–49"),
    sources=(GDPR,),
    condition=_(
        "A transfer has no country or organisation or no rule in Chapter V, or data leave the EU/EEA and no transfer is stated."
    ),
    message=_("Data leave the EU/EEA, but it is not stated where to or what allows it. What is missing: {names}."),
    advice=_(
        "State the country or the international organisation, and the rule in Chapter V that the transfer rests on."
    ),
    for_processors=True,
    in_law_enforcement=False,
)
def transfer_not_described(case: Case) -> Places:
    activity = case.activity
    if activity.third_country is Statement.OCCURS and not activity.transfers:
        yield Place("transfers", names=(_("each transfer"),))
    for row in activity.transfers:
        if not row.country and not row.international_organisation:
            yield Place("transfers", row.key, "country", (_("the country or organisation"),))
        if row.mechanism is None:
            yield Place("transfers", row.key, "mechanism", (_("the rule in Chapter V"),))


@rule(
    "R32",
    Severity.ERROR,
    title=_("Transfer barred for authorities"),
    article=_("Art. 49(3)"),
    sources=(GDPR,),
    condition=_(
        "A transfer rests on consent, a contract or compelling interests, and the activity exercises official authority."
    ),
    message=_(
        "The transfer rests on a rule that an authority may not use when it exercises official authority: {names}."
    ),
    advice=_(
        "Find another rule in Chapter V, such as an adequacy decision or standard contractual clauses. Otherwise stop the transfer."
    ),
    for_processors=True,
    in_law_enforcement=False,
)
def transfer_barred_for_authorities(case: Case) -> Places:
    if not any(x.basis is LegalBasis.OFFICIAL_AUTHORITY for x in case.activity.legal_bases):
        return
    for row in case.activity.transfers:
        if row.mechanism and row.mechanism.barred_for_authorities:
            yield Place("transfers", row.key, "mechanism", (_where(row),))


@rule(
    "R33",
    Severity.WARNING,
    title=_("“Never” and yet outside"),
    article=_("Art. 44"),
    sources=(GDPR, EDPB_TRANSFERS),
    condition=_("Data never leave the EU/EEA, it says, but a processor, sub-processor or transfer is outside it."),
    message=_("It says that data never leave the EU/EEA, but this is outside: {names}."),
    advice=_(
        "Check whether data can be read from there, also when somebody gives support. If they can, add a row under “Transfers outside the EU/EEA”. "
        "If not, note where the data are processed."
    ),
    for_processors=True,
    in_law_enforcement=False,
)
def never_yet_outside(case: Case) -> Places:
    activity = case.activity
    if activity.third_country is not Statement.NEVER:
        return
    for row in activity.transfers:
        if not _is_inside(row):
            yield Place("transfers", row.key, "country", (_where(row),))
    for name, other in _handlers(activity):
        country = other.country or (other.supplier.country if other.supplier else "")
        if country and not is_in_eea(country):
            yield Place(name, other.key, "country", (called(other.supplier), _named(country)))


def _handlers(activity: ProcessingActivity) -> Iterator[tuple[str, Processor | SubProcessor]]:
    yield from (("processors", x) for x in activity.processors if x.occurrence is not Occurrence.NEVER)
    yield from (("sub_processors", x) for x in activity.sub_processors)


def _is_inside(row: Transfer) -> bool:
    return bool(row.country) and is_in_eea(row.country) and not row.international_organisation


@rule(
    "R46",
    Severity.WARNING,
    title=_("Third countries not stated"),
    article=_("Art. 30(1)(e), 13(1)(f)"),
    sources=(GDPR,),
    condition=_("It is not stated whether data leave the EU/EEA: neither a transfer nor “No, never”."),
    message=_("It is not stated whether data leave the EU/EEA."),
    advice=_(
        "Ask your suppliers where the data are and who can read them. Then add the transfers, or choose “No, never”. "
        "The law asks only for transfers that are made, but residents want to know when there are none."
    ),
    for_processors=True,
    in_law_enforcement=False,
)
def third_country_is_open(case: Case) -> Places:
    if case.activity.third_country is None and not case.activity.transfers:
        yield Place("third_country")


@rule(
    "R47",
    Severity.WARNING,
    title=_("Transfer within the EU/EEA"),
    article=_("Art. 44"),
    sources=(GDPR,),
    condition=_("A transfer goes to a country in the EU/EEA."),
    message=_("This country belongs to the EU/EEA, so it is no transfer to a third country: {names}."),
    advice=_("Take the row away, or correct the country. Who gets the data is stated among recipients or processors."),
    for_processors=True,
    in_law_enforcement=False,
)
def transfer_within_the_eea(case: Case) -> Places:
    for row in case.activity.transfers:
        if _is_inside(row):
            yield Place("transfers", row.key, "country", (_named(row.country),))
