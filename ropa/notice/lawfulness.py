"""Why the data are needed and what allows it (GDPR Art. 6, 13(1)(c)-(d))."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from ..record import ProcessingActivity, Purpose, PurposeBasis, Said
from ..vocabulary import LegalBasis, PurposeRank
from ..wording import NOT_STATED_YET, ours, say, told
from .blocks import Blocks, Items, entry, listing, or_not_stated, supports, withheld
from .details import labelled
from .details import purposes as purpose_names
from .values import Block, Item


def purposes(activity: ProcessingActivity) -> Blocks:
    """Tell what the data are for, further uses apart (Art. 5(1)(b))."""
    first = [x for x in activity.purposes if x.rank is not PurposeRank.SECONDARY]
    further = [x for x in activity.purposes if x.rank is PurposeRank.SECONDARY]
    blocks = (
        *listing(ours(_("This is what we need the data for:")), _lines(activity, first)),
        *listing(ours(_("The data may also be used for this:")), _lines(activity, further)),
        *withheld(activity, "purposes"),
    )
    return or_not_stated(blocks)


def _lines(activity: ProcessingActivity, rows: Iterable[Purpose]) -> Items:
    return tuple(item for row in rows for item in entry(activity, row, row.category or row.text, purpose))


def purpose(activity: ProcessingActivity, row: Purpose) -> list[Said]:
    """Return a purpose in its own words, and its legal basis where purposes differ."""
    own = [say(row.text)] if row.text and row.category else []
    bases = [x.basis.text for x in activity.bases_of(row.key) if x.basis] if _differ(activity) else []
    return [*own, *(ours(_("legal basis: {basis}"), basis=basis) for basis in bases)]


def _differ(activity: ProcessingActivity) -> bool:
    return any(x.purposes for x in activity.legal_bases)


PLAIN = {
    LegalBasis.CONSENT: _("Consent (Article 6(1)(a)): you have said yes. You may change your mind at any time."),
    LegalBasis.CONTRACT: _(
        "Contract (Article 6(1)(b)): we need the data to keep a contract with you, or to prepare one that you asked for."
    ),
    LegalBasis.LEGAL_OBLIGATION: _("Legal obligation (Article 6(1)(c)): a law requires us to handle the data."),
    LegalBasis.VITAL_INTERESTS: _("Vital interests (Article 6(1)(d)): the data are needed to protect somebody's life."),
    LegalBasis.PUBLIC_INTEREST: _(
        "Public interest (Article 6(1)(e)): we have a task that is good for society as a whole. We need the data to do it."
    ),
    LegalBasis.OFFICIAL_AUTHORITY: _(
        "Official authority (Article 6(1)(e)): the law gives us the right to decide in matters that concern you, "
        "for example what you may get or what you must do. We need the data to be able to decide."
    ),
    LegalBasis.LEGITIMATE_INTERESTS: _(
        "Legitimate interests (Article 6(1)(f)): we have weighed our need of the data against your interests. "
        "We found that our need weighs more."
    ),
}
"""What each legal basis means to the person, in words that need no lawyer."""


def legal_basis(activity: ProcessingActivity) -> Blocks:
    """Tell what allows the processing, for which purposes, and the acts behind it."""
    bases = tuple(block for row in activity.legal_bases for block in _basis(activity, row))
    hidden = withheld(activity, "legal_bases", "provisions")
    return (*(bases if bases or hidden else or_not_stated(())), *_acts(activity), *hidden)


def _basis(activity: ProcessingActivity, row: PurposeBasis) -> Blocks:
    text = ours(PLAIN[row.basis]) if row.basis else ours(NOT_STATED_YET)
    lines = tuple(Item(text=line) for line in basis(activity, row))
    return (Block(text=text, items=(*lines, *supports(activity, row.key))),)


def basis(activity: ProcessingActivity, row: PurposeBasis) -> list[Said]:
    """Return what is stated about a legal basis, each thing with its label."""
    return [
        *(told(_("For the purpose: {value}"), value=name) for name in purpose_names(activity, row.purposes)),
        *([say(row.motivation)] if row.motivation else []),
        *labelled(_("How you give your consent: {value}"), row.consent_given),
        *labelled(_("How you withdraw your consent: {value}"), row.consent_withdrawn),
        *labelled(_("Party to the contract: {value}"), row.contract_party),
        *labelled(_("Our interest: {value}"), row.legitimate_interest),
    ]


def _acts(activity: ProcessingActivity) -> Blocks:
    return listing(ours(_("The work rests on these acts and provisions:")), general_acts(activity))


def general_acts(activity: ProcessingActivity, *left_out: str) -> Items:
    """Return the acts behind the activity as a whole, and those whose row is not there.

    `left_out` names lists that are not shown, so that what their rows rest on is not lost.
    """
    names = set(type(activity).model_fields) - set(left_out)
    lists = [getattr(activity, name) for name in names if isinstance(getattr(activity, name), tuple)]
    keys = {getattr(row, "key", None) for rows in lists for row in rows} - {None}
    orphans = {x.about for x in activity.provisions if x.about and x.about not in keys}
    return tuple(item for key in (None, *sorted(orphans, key=str)) for item in supports(activity, key))
