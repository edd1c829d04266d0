"""The table profile: one activity under the eight headings of a unit's table.

Terse where the notice explains: the same facts and details, in lists. The
record must be cut to its audience already (`record.view`).
"""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from . import retention
from .notice import details
from .notice.blocks import Blocks, Items, entries, entry, listing, paragraph, supports, withheld
from .notice.handling import decision_items, monitoring
from .notice.lawfulness import basis, general_acts, purpose
from .notice.persons import exception
from .notice.sharing import secrecy, third_country, transfer_items
from .notice.values import Block, Item
from .record import Part, ProcessingActivity, Said, Value
from .vocabulary import DataLevel, Profile, Statement
from .wording import Template, heading_of, here, lower_first, ours, say, told


class TableRow(Value):
    """One heading of the table and what stands beside it."""

    code: str
    """legal-basis, purposes, data-subjects, personal-data, sources, recipients, retention or carriers."""
    heading: str
    blocks: Blocks
    stated: bool
    """False when the register says nothing; then the first block says so."""


class ActivityTable(Value):
    """An activity as a table of eight rows."""

    key: UUID
    slug: str
    name: Said
    rows: tuple[TableRow, ...]


def table(activity: ProcessingActivity, language: str) -> ActivityTable:
    """Return the eight rows of an activity in `language`."""
    with override(language):
        name = say(activity.name) if activity.name else ours(_("Processing activity without a name"))
        rows = tuple(_row(activity, *heading) for heading in HEADINGS)
        return ActivityTable(key=activity.key, slug=activity.slug, name=name, rows=rows)


Answer = Callable[[ProcessingActivity], Blocks]


def _row(activity: ProcessingActivity, code: str, heading: Template, main: Answer, beside: Answer | None) -> TableRow:
    """Return a row: its own facts, else "not stated", then what has no heading of its own."""
    facts = main(activity)
    said = facts or (Block(text=ours(_("Not stated"))),)
    return TableRow(
        code=code,
        heading=heading_of(activity, Profile.TABLE, code, heading),
        blocks=(*said, *(beside(activity) if beside else ())),
        stated=bool(facts),
    )


def _list(activity: ProcessingActivity, items: Items) -> Blocks:
    return listing(ours(_("For example:")) if activity.examples_only else None, items)


# --- lawfulness and purposes ------------------------------------------------------------------------------------------


def _legal_basis(activity: ProcessingActivity) -> Blocks:
    return (
        *(block for row in activity.legal_bases for block in _basis(activity, row)),
        *listing(ours(_("Acts and provisions:")), general_acts(activity, "notice_texts")),
        *(block for row in activity.special_category_bases for block in _condition(activity, row)),
        *_labelled(_("Data on offences: {text}."), activity.offence_support),
        *_labelled(_("Personal identity number: {text}."), activity.identity_number_justification),
        *withheld(activity, "legal_bases", "provisions", "special_category_bases", "offence_support"),
        *withheld(activity, "identity_number_justification"),
    )


def _labelled(template: Template, text: Any) -> Blocks:
    return paragraph(told(template, text=text) if text else None)


def _named(activity: ProcessingActivity, row: Part, name: str, lines: Iterable[Said]) -> Blocks:
    items = (*(Item(text=line) for line in lines), *supports(activity, row.key))
    return (Block(text=ours(name or _("Not stated")), items=items),)


def _basis(activity: ProcessingActivity, row: Any) -> Blocks:
    return _named(activity, row, row.basis.text if row.basis else "", basis(activity, row))


def _condition(activity: ProcessingActivity, row: Any) -> Blocks:
    lines = [*details.of_data(activity, row.personal_data), *details.noted(row.motivation)]
    return _named(activity, row, row.condition.text if row.condition else "", lines)


def _roles(activity: ProcessingActivity) -> Blocks:
    """Name those who share the responsibility or have given the task (Art. 26, 30(2))."""
    role = activity.role.text if activity.role else ""
    return (
        *paragraph(ours(_("Role: {role}."), role=role) if role else None),
        *_parties(activity, ours(_("Jointly with:")), activity.joint_controllers, ("responsibility", "essence")),
        *_parties(activity, ours(_("On behalf of:")), activity.on_behalf_of, ("task",)),
        *monitoring(activity),
        *withheld(activity, "role", "joint_controllers", "on_behalf_of", "monitoring_technology"),
    )


def _parties(activity: ProcessingActivity, lead: Said, rows: Iterable[Any], fields: Iterable[str]) -> Blocks:
    def told_of(_activity: ProcessingActivity, row: Any) -> list[Said]:
        number = [ours("{number}", number=row.organisation_number)] if row.organisation_number else []
        texts = [said for field in fields for said in details.noted(getattr(row, field))]
        return [*texts, *number, *([ours("{email}", email=row.email)] if row.email else [])]

    return listing(lead, tuple(item for row in rows for item in entry(activity, row, row.name, told_of)))


def _purposes(activity: ProcessingActivity) -> Blocks:
    rows = activity.purposes
    items = tuple(item for row in rows for item in entry(activity, row, row.category or row.text, _purpose))
    return (*listing(None, items), *withheld(activity, "purposes"))


def _purpose(activity: ProcessingActivity, row: Any) -> list[Said]:
    return [*purpose(activity, row), *([ours("{rank}", rank=lower_first(row.rank.text))] if row.rank else [])]


def _standing(activity: ProcessingActivity) -> Blocks:
    """Tell whether the activity goes on, and what a machine decides in it."""
    status = activity.status.text if activity.status else ""
    days = ((_("Start: {day}."), activity.started_on), (_("End: {day}."), activity.ended_on))
    return (
        *paragraph(ours(_("Status: {status}."), status=status) if status else None),
        *(Block(text=ours(template, day=day.isoformat())) for template, day in days if day),
        *_automation(activity),
        *withheld(activity, "status", "started_on", "ended_on", "automation", "automated_decisions"),
    )


def _automation(activity: ProcessingActivity) -> Blocks:
    answers = {Statement.NEVER: _("No automated decisions."), Statement.OCCURS: _("Automated decisions occur.")}
    answer = ours(answers[activity.automation]) if activity.automation else None
    rows = activity.automated_decisions
    kinds = ((ours("{kind}", kind=x.kind.text if x.kind else str(_("Not stated"))), x) for x in rows)
    return (*paragraph(answer), *(Block(text=kind, items=decision_items(activity, x)) for kind, x in kinds))


# --- persons, data, sources -------------------------------------------------------------------------------------------


def _data_subjects(activity: ProcessingActivity) -> Blocks:
    items = entries(activity, activity.data_subjects, "category", details.occurrence)
    return (*_list(activity, items), *withheld(activity, "data_subjects"))


_LEVELS = {
    DataLevel.SPECIAL_CATEGORY: _("Sensitive (special categories):"),
    DataLevel.OFFENCES: _("Offences:"),
}


def _personal_data(activity: ProcessingActivity) -> Blocks:
    rows = activity.personal_data
    plain = [x for x in rows if not (x.category and x.category.level in _LEVELS)]
    apart = ((lead, _of_level(activity, level)) for level, lead in _LEVELS.items())
    return (
        *_plain_data(activity, plain),
        *(block for lead, found in apart for block in listing(ours(lead), _data_lines(activity, found))),
        *withheld(activity, "personal_data"),
    )


def _plain_data(activity: ProcessingActivity, rows: list[Any]) -> Blocks:
    groups = details.shared_subjects(activity, rows)
    if not groups:
        return _list(activity, _data_lines(activity, rows))
    lead = told(_("About {groups}, for example:") if activity.examples_only else _("About {groups}:"), groups=groups)
    return listing(lead, entries(activity, rows, "category", details.data_alone))


def _of_level(activity: ProcessingActivity, level: DataLevel) -> list[Any]:
    return [x for x in activity.personal_data if x.category and x.category.level is level]


def _data_lines(activity: ProcessingActivity, rows: Iterable[Any]) -> Items:
    return entries(activity, rows, "category", details.personal_data)


def _duty(activity: ProcessingActivity) -> Blocks:
    duty = activity.duty_to_provide
    return (
        *paragraph(ours(_("Must the data be given? {answer}."), answer=duty.text) if duty else None),
        *_labelled(_("Without the data: {text}."), activity.duty_consequences),
        *withheld(activity, "duty_to_provide", "duty_consequences"),
    )


def _sources(activity: ProcessingActivity) -> Blocks:
    items = entries(activity, activity.sources, "category", details.source)
    return (*_list(activity, items), *withheld(activity, "sources"))


def _exception(activity: ProcessingActivity) -> Blocks:
    return (*exception(activity), *withheld(activity, "notice_exception"))


# --- recipients, retention, carriers ----------------------------------------------------------------------------------


def _recipients(activity: ProcessingActivity) -> Blocks:
    items = entries(activity, activity.recipients, "category", details.with_occurrence(details.recipient))
    answers = {Statement.NEVER: _("Not disclosed.")}
    if not items:  # a list of those who receive says by itself that it occurs
        answers[Statement.OCCURS] = _("Disclosed.")
    return (
        *_list(activity, items),
        *paragraph(ours(answers[activity.disclosure]) if activity.disclosure in answers else None),
        *withheld(activity, "recipients", "disclosure"),
    )


def _others(activity: ProcessingActivity) -> Blocks:
    """Name processors, those inside, transfers and secrecy, which have no heading of their own."""
    lists = (
        (_("Processors:"), entries(activity, activity.processors, "supplier", details.processor)),
        (_("Sub-processors:"), entries(activity, activity.sub_processors, "supplier", details.processor)),
        (_("Access within the organisation:"), entries(activity, activity.internal_access, "who", details.access)),
        (_("Transfers outside the EU/EEA:"), transfer_items(activity)),
    )
    return (
        *(block for lead, items in lists for block in listing(ours(lead), items)),
        *paragraph(third_country(activity)),
        *secrecy(activity),
        *withheld(activity, "processors", "sub_processors", "internal_access", "transfers", "third_country", "secrecy"),
    )


def _retention(activity: ProcessingActivity) -> Blocks:
    items = tuple(Item(text=said) for said in retention.sentences(activity, here()))
    return (
        *listing(None, items),
        *_labelled(_("No fixed time: {text}."), activity.no_retention_reason),
        *withheld(activity, "retention_rules", "no_retention_reason"),
    )


def _carriers(activity: ProcessingActivity) -> Blocks:
    items = entries(activity, activity.carriers, "system", details.carrier)
    return (*_list(activity, items), *withheld(activity, "carriers"))


HEADINGS: tuple[tuple[str, Template, Answer, Answer | None], ...] = (
    ("legal-basis", pgettext_lazy("table", "Lawfulness"), _legal_basis, _roles),
    ("purposes", pgettext_lazy("table", "Purposes"), _purposes, _standing),
    ("data-subjects", pgettext_lazy("table", "Data subjects"), _data_subjects, None),
    ("personal-data", pgettext_lazy("table", "Personal data"), _personal_data, _duty),
    ("sources", pgettext_lazy("table", "Collected from"), _sources, _exception),
    ("recipients", pgettext_lazy("table", "Sent to"), _recipients, _others),
    ("retention", pgettext_lazy("table", "Disposal"), _retention, None),
    ("carriers", pgettext_lazy("table", "Information carriers"), _carriers, None),
)
"""Code, heading, the facts that make a row stated, and what else stands in it."""
