"""What staff and the supervisory authority see of an activity beside its eight rows (Art. 30(1)(g), 30(4))."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from ..notice.values import Block, Item
from ..profiles import TableRow
from ..record import ProcessingActivity, Said, Text
from ..wording import Template, ours, say, told

Lines = Iterable[Said]


def internal_rows(activity: ProcessingActivity, language: str) -> tuple[TableRow, ...]:
    """Return the internal rows of an activity in `language`, those that say nothing included."""
    with override(language):
        return tuple(_row(activity, *heading) for heading in HEADINGS)


def _row(activity: ProcessingActivity, code: str, heading: Template, answer: Callable[..., Lines]) -> TableRow:
    items = tuple(Item(text=said) for said in answer(activity))
    blocks = (Block(items=items),) if items else (Block(text=ours(_("Not stated"))),)
    return TableRow(code=code, heading=str(heading), blocks=blocks, stated=bool(items))


def _measures(activity: ProcessingActivity) -> Iterator[Said]:
    for row in activity.security_measures:
        if row.category and row.note:
            yield told("{category}: {note}", category=row.category, note=row.note)
        elif row.category or row.note:
            yield say(row.category or row.note)


def _classification(activity: ProcessingActivity) -> Iterator[Said]:
    levels = (
        (_("Confidentiality: {level}"), activity.confidentiality),
        (_("Integrity: {level}"), activity.integrity),
        (_("Availability: {level}"), activity.availability),
        (_("Traceability: {level}"), activity.traceability),
    )
    yield from (ours(template, level=level.text) for template, level in levels if level)


def _impact(activity: ProcessingActivity) -> Iterator[Said]:
    if activity.dpia_status:
        yield ours("{status}", status=activity.dpia_status.text)
    yield from _plain((_("Date: {value}"), activity.dpia_date), (_("Filed as: {value}"), activity.dpia_reference))
    yield from (ours(_("Criterion: {label}"), label=criterion.text) for criterion in activity.dpia_criteria)
    yield from _texts((_("Reason: {value}"), activity.dpia_justification))


def _agreements(activity: ProcessingActivity) -> Iterator[Said]:
    for processor in activity.processors:
        yield from _agreement(processor, processor.supplier)
        yield from _texts(("{value}", processor.note))
    for party in activity.joint_controllers:
        yield from _agreement(party, party.name)


def _agreement(row: Any, name: Any) -> Iterator[Said]:
    facts = [row.agreement.text if row.agreement else "", row.agreement_date, row.agreement_reference]
    said = ", ".join(str(fact) for fact in facts if fact)
    if said:
        yield told("{name}: {said}", name=name or str(_("Not stated")), said=said)


def _assessments(activity: ProcessingActivity) -> Iterator[Said]:
    for row in activity.transfers:
        place = row.country or row.international_organisation
        facts = ", ".join(str(fact) for fact in (place, row.assessment_date, row.assessment_reference) if fact)
        if row.assessment_date or row.assessment_reference:
            yield ours("{facts}", facts=facts)
        yield from _texts(("{value}", row.note))


def _positions(activity: ProcessingActivity) -> Iterator[Said]:
    yield from _texts(
        (_("Data that can reveal special categories: {value}"), activity.indirect_special_position),
        (_("Why persons are not informed: {value}"), activity.notice_exception_reason),
    )


def _withheld(activity: ProcessingActivity) -> Iterator[Said]:
    for marker in activity.withheld:
        field = marker.field or str(_("a row"))
        if marker.reason:
            yield told(_("{field}: {reason}"), field=field, reason=marker.reason)
        else:
            yield ours("{field}", field=field)


def _references(activity: ProcessingActivity) -> Iterator[Said]:
    decisions = dict.fromkeys(rule.decision_reference for rule in activity.retention_rules)
    yield from _plain(
        (_("Process code: {value}"), activity.process_code),
        *((_("Disposal decision: {value}"), reference) for reference in decisions),
    )


def _review(activity: ProcessingActivity) -> Iterator[Said]:
    yield from _plain(
        (_("By: {value}"), activity.review_owner),
        (_("Last on: {value}"), activity.reviewed_on),
        (_("Every {value} months"), activity.review_interval_months),
    )


def _notes(activity: ProcessingActivity) -> Iterator[Said]:
    yield from _plain(("{value}", activity.notes))


def _plain(*pairs: tuple[Template, Any]) -> Iterator[Said]:
    yield from (ours(template, value=str(value)) for template, value in pairs if value)


def _texts(*pairs: tuple[Template, Text]) -> Iterator[Said]:
    yield from (told(template, value=value) for template, value in pairs if value)


HEADINGS: tuple[tuple[str, Template, Callable[..., Lines]], ...] = (
    ("security-measures", _("Security measures"), _measures),
    ("classification", _("Information classification"), _classification),
    ("dpia", _("Impact assessment"), _impact),
    ("agreements", _("Agreements"), _agreements),
    ("transfer-assessments", _("Transfer assessments"), _assessments),
    ("positions", _("Positions taken"), _positions),
    ("withheld", _("Withheld from the public"), _withheld),
    ("references", _("Filed as"), _references),
    ("review", pgettext_lazy("of the record", "Review"), _review),
    ("notes", _("Notes"), _notes),
)
"""Code, heading, and what stands beside it."""
