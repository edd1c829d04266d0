"""Who else gets or handles the data (GDPR Art. 13(1)(e)-(f), 28, 44-49, 86)."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _

from ..record import ProcessingActivity, Recipient, Said, Secrecy
from ..vocabulary import ControllerKind, Occurrence, SecrecyStrength, Statement
from ..wording import Template, here, ours, say
from . import details
from .blocks import Blocks, Items, entries, entry, lead, listing, paragraph, supports, withheld
from .values import Block, Item


def recipients(activity: ProcessingActivity) -> Blocks:
    """Tell who gets the data and when, who works for us, and what anyone may ask for."""
    return (
        *_disclosure(activity),
        *_always(activity),
        *_sometimes(activity),
        *_never(activity),
        *withheld(activity, "recipients", "disclosure"),
        *_processors(activity),
        *withheld(activity, "processors", "sub_processors"),
        *public_documents(activity),
        *secrecy(activity),
        *withheld(activity, "secrecy"),
    )


def _disclosure(activity: ProcessingActivity) -> Blocks:
    listed = bool(activity.recipients)
    if activity.disclosure is Statement.NEVER:
        return paragraph(ours(_("We do not disclose the data to anyone outside our own work.")))
    if activity.disclosure is Statement.OCCURS and not listed:
        return paragraph(ours(_("We do disclose data, but to whom is not stated yet.")))
    hidden = withheld(activity, "recipients", "disclosure")
    return paragraph(ours(_("Whom we disclose data to is not stated yet."))) if not listed and not hidden else ()


_SOMETIMES = (Occurrence.MAY_OCCUR, Occurrence.CONDITIONAL, Occurrence.OPTIONAL)


def _always(activity: ProcessingActivity) -> Blocks:
    rows = [x for x in activity.recipients if x.occurrence in (None, Occurrence.ALWAYS)]
    return _group(activity, rows, _("We share data with"), _("We share data with, for example"))


def _sometimes(activity: ProcessingActivity) -> Blocks:
    rows = [x for x in activity.recipients if x.occurrence in _SOMETIMES]
    return _group(activity, rows, _("We may share data with"), _("We may share data with, for example"))


def _never(activity: ProcessingActivity) -> Blocks:
    rows = [x for x in activity.recipients if x.occurrence is Occurrence.NEVER]
    return listing(ours(_("We never share data with:")), entries(activity, rows, "category", details.recipient))


def _group(activity: ProcessingActivity, rows: Iterable[Recipient], whole: Template, examples: Template) -> Blocks:
    """Return rows under one lead-in, but those that share all their terms under one that names these once."""
    text = str(lead(activity, whole, examples))
    shared: dict[tuple[Said, ...], list[Recipient]] = {}
    for row in rows:
        shared.setdefault(_terms(activity, row), []).append(row)
    alone = [x for terms, group in shared.items() for x in group if not _is_shared(terms, group)]
    blocks = listing(ours("{text}:", text=text), entries(activity, alone, "category", details.recipient))
    common = ((terms, group) for terms, group in shared.items() if _is_shared(terms, group))
    return (*blocks, *(_together(activity, text, terms, group) for terms, group in common))


def _terms(activity: ProcessingActivity, row: Recipient) -> tuple[Said, ...]:
    """Return what is said about a recipient; nothing where its lines need more than one language."""
    if activity.provisions_of(row.key) or any(x.about == row.key for x in activity.withheld):
        return ()
    language = say(row.category).lang if row.category else here()
    terms = tuple(details.recipient(activity, row))
    return terms if all(x.lang == language == here() for x in terms) else ()


def _is_shared(terms: Sequence[Said], group: Sequence[Recipient]) -> bool:
    return bool(terms) and len(group) > 1


def _together(activity: ProcessingActivity, text: str, terms: Iterable[Said], rows: Iterable[Recipient]) -> Block:
    words = "; ".join(x.text.rstrip(".") for x in terms)
    whole = ours(_("{text} those listed here. For all of them: {terms}."), text=text, terms=words)
    return Block(text=whole, items=entries(activity, rows, "category"))


def _processors(activity: ProcessingActivity) -> Blocks:
    explained = lead(
        activity,
        _("These work with the data on our behalf (processors). They may only do what we have decided:"),
        _("These, for example, work with the data on our behalf (processors). They may only do what we have decided:"),
    )
    never = [x for x in activity.processors if x.occurrence is Occurrence.NEVER]
    engaged = [x for x in activity.processors if x not in never]
    further = ours(_("The processors in turn engage others (sub-processors):"))
    return (
        *listing(explained, entries(activity, engaged, "supplier", details.processor)),
        *listing(ours(_("We do not engage:")), entries(activity, never, "supplier", details.processor)),
        *listing(further, entries(activity, activity.sub_processors, "supplier", details.processor)),
    )


def public_documents(activity: ProcessingActivity) -> Blocks:
    """Tell that documents of public bodies are open unless secret (Art. 86)."""
    if activity.controller and activity.controller.kind is ControllerKind.OTHER_BODY:
        return ()
    text = _(
        "Anyone may ask to read public documents, and your data may be in them. "
        "First we check whether the data are secret. Secret data are not disclosed."
    )
    return paragraph(ours(text))


_STRENGTHS = {
    SecrecyStrength.ABSOLUTE: _("The data are secret (absolute secrecy)."),
    SecrecyStrength.PRESUMED: _("We start from the data being secret (secrecy is presumed)."),
    SecrecyStrength.PUBLIC_PRESUMED: _("We start from the data being open (openness is presumed)."),
    None: _("Secrecy may apply to the data."),
}


def secrecy(activity: ProcessingActivity) -> Blocks:
    """Tell how strongly the data are secret, and under which provision."""
    return tuple(block for row in activity.secrecy for block in _secret(activity, row))


def _secret(activity: ProcessingActivity, row: Secrecy) -> Blocks:
    lines = [*details.of_data(activity, row.personal_data), *details.noted(row.note)]
    items = (*(Item(text=line) for line in lines), *supports(activity, row.key))
    return (Block(text=ours(_STRENGTHS[row.strength]), items=items),)


def transfers(activity: ProcessingActivity) -> Blocks:
    """Tell of transfers outside the EU/EEA, that there are none, or that nothing is stated."""
    items = transfer_items(activity)
    hidden = withheld(activity, "transfers", "third_country")
    blocks = (
        *paragraph(third_country(activity)),
        *listing(ours(_("Data are transferred to:")), items),
        *hidden,
    )
    return blocks or paragraph(ours(_("It is not stated whether data leave the EU and the EEA.")))


def third_country(activity: ProcessingActivity) -> Said | None:
    """Return the statement made about transfers, or None."""
    if activity.third_country is Statement.NEVER:
        return ours(_("We never transfer your data to a country outside the EU and the EEA."))
    if activity.third_country is Statement.OCCURS and not activity.transfers:
        return ours(_("Data are transferred outside the EU and the EEA, but where to is not stated yet."))
    return None


def transfer_items(activity: ProcessingActivity) -> Items:
    """Return the transfers, each with what protects the data there."""
    rows = ((row, details.destination(row)) for row in activity.transfers)
    return tuple(item for row, place in rows for item in entry(activity, row, place or None, details.transfer))
