"""Who else gets or handles the data (GDPR Art. 13(1)(e)-(f), 28, 44-49, 86)."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from ..record import ProcessingActivity, Recipient, Said, Secrecy
from ..vocabulary import ControllerKind, Occurrence, SecrecyStrength, Statement
from ..wording import Template, here, ours, row_notes, say
from . import details
from .blocks import Blocks, Items, entries, entry, lead, listing, paragraph, run_on, supports, withheld
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


class _Lead(NamedTuple):
    """What introduces a list of recipients: each with its own terms, or all with the same."""

    own: Said
    alike: Template


def _always(activity: ProcessingActivity) -> Blocks:
    rows = [x for x in activity.recipients if x.occurrence in (None, Occurrence.ALWAYS)]
    own = lead(activity, _("We share data with:"), _("We share data with, for example:"))
    shared = _("We share data with those in the list ({terms}).")
    examples = _("We share data with, for example, those in the list ({terms}).")
    return _group(activity, rows, _Lead(own, examples if activity.examples_only else shared))


def _sometimes(activity: ProcessingActivity) -> Blocks:
    rows = [x for x in activity.recipients if x.occurrence in _SOMETIMES]
    own = lead(activity, _("We may share data with:"), _("We may share data with, for example:"))
    shared = _("We may share data with those in the list ({terms}).")
    examples = _("We may share data with, for example, those in the list ({terms}).")
    return _group(activity, rows, _Lead(own, examples if activity.examples_only else shared))


def _never(activity: ProcessingActivity) -> Blocks:
    rows = [x for x in activity.recipients if x.occurrence is Occurrence.NEVER]
    return listing(ours(_("We never share data with:")), entries(activity, rows, "category", details.recipient))


def _group(activity: ProcessingActivity, rows: Iterable[Recipient], leads: _Lead) -> Blocks:
    """Return rows under one lead-in, but those with the same terms under one that names these once."""
    alike: dict[tuple[Said, ...], list[Recipient]] = {}
    for row in rows:
        alike.setdefault(_terms(activity, row), []).append(row)
    shared = {terms: group for terms, group in alike.items() if terms and len(group) > 1}
    alone = [row for terms, group in alike.items() if terms not in shared for row in group]
    return (
        *listing(leads.own, entries(activity, alone, "category", details.recipient)),
        *(_together(activity, leads.alike, terms, group) for terms, group in shared.items()),
    )


def _terms(activity: ProcessingActivity, row: Recipient) -> tuple[Said, ...]:
    """Return what is said about a recipient, where that can be said once for several."""
    if row_notes(activity, row.key) or row.category is None or say(row.category).lang != here():
        return ()
    terms = tuple(details.recipient(activity, row))
    return terms if all(x.lang == here() for x in terms) else ()


def _together(activity: ProcessingActivity, text: Template, terms: Iterable[Said], rows: Iterable[Recipient]) -> Block:
    words = run_on([x.text for x in terms]).rstrip(".")
    return Block(text=ours(text, terms=words), items=entries(activity, rows, "category"))


def _processors(activity: ProcessingActivity) -> Blocks:
    explained = lead(
        activity,
        _("These work with the data on our behalf (processors). They may only do what we have decided:"),
        _("These, among others, work with the data on our behalf (processors). They may only do what we have decided:"),
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
        *listing(ours(_("Data are taken to these places outside the EU/EEA:")), items),
        *hidden,
    )
    return blocks or paragraph(ours(_("It is not stated whether data are taken outside the EU/EEA.")))


def third_country(activity: ProcessingActivity) -> Said | None:
    """Return the statement made about transfers, or None."""
    if activity.third_country is Statement.NEVER:
        return ours(_("Your data are never taken outside the EU/EEA."))
    if activity.third_country is Statement.OCCURS and not activity.transfers:
        return ours(_("Data are taken outside the EU/EEA, but where to is not stated yet."))
    return None


def transfer_items(activity: ProcessingActivity) -> Items:
    """Return the transfers, each with what protects the data there."""
    rows = ((row, details.destination(row)) for row in activity.transfers)
    return tuple(item for row, place in rows for item in entry(activity, row, place or None, details.transfer))
