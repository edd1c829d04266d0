"""Organisation, controller, DPO and unit: found by key, made when missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .. import models, record
from ..vocabulary import NoticeLevel
from .addresses import of_another_unit
from .refusing import refuse_too_long


@dataclass
class Around:
    """The rows an activity's record speaks of."""

    organisation: models.Organisation | None
    own_controller: models.Controller | None
    """None when the activity takes its unit's controller."""
    unit: models.Unit | None


def resolve(activity: record.ProcessingActivity) -> Around:
    """Return the rows for a record's parties; a missing one is made from the record."""
    organisation = _organisation(activity.organisation)
    if organisation is None:
        return Around(None, None, None)
    controller = _controller(organisation, activity.controller)
    unit = _unit(organisation, activity.unit)
    _dpo(organisation, activity.dpo)
    _inherited_texts(activity, organisation, controller, unit)
    inherits = unit is not None and unit.controller == controller
    return Around(organisation, None if inherits else controller, unit)


def _organisation(value: record.Organisation | None) -> models.Organisation | None:
    if value is None:
        return None
    row = models.Organisation.objects.filter(key=value.key).first()
    return row or _make(
        models.Organisation,
        value,
        slug=_free_slug(models.Organisation, value.slug),
        organisation_number=value.organisation_number,
        county=value.county,
        headings=headings_data(value.headings),
    )


def headings_data(headings: Iterable[record.Heading]) -> list[dict[str, Any]]:
    """Return own headings as the table keeps them: as in the record."""
    return [heading.model_dump(mode="json") for heading in headings]


def _controller(organisation: models.Organisation, value: record.Controller | None) -> models.Controller | None:
    if value is None:
        return None
    found = models.Controller.objects.filter(key=value.key).first()
    return found or make_controller(organisation, value)


def make_controller(organisation: models.Organisation, value: record.Controller) -> models.Controller:
    """Make a controller from its value."""
    row: models.Controller = _make(
        models.Controller,
        value,
        organisation=organisation,
        slug=_free_slug(models.Controller, value.slug),
        kind=value.kind or "",
        organisation_number=value.organisation_number,
    )
    if value.representative:
        set_words(row, "representative", value.representative)
        row.save()
    return row


def _unit(organisation: models.Organisation, value: record.Unit | None) -> models.Unit | None:
    if value is None:
        return None
    found = models.Unit.objects.filter(key=value.key).select_related("controller").first()
    return found or make_unit(organisation, value)


def make_unit(organisation: models.Organisation, value: record.Unit) -> models.Unit:
    """Make a unit from its value, and the units above it where they are missing."""
    row: models.Unit = _make(
        models.Unit,
        value,
        organisation=organisation,
        slug=_free_slug(models.Unit, value.slug),
        controller=_own_controller(value),
        parent=_path(organisation, value.path),
    )
    return row


def _own_controller(value: record.Unit) -> models.Controller | None:
    if value.controller_key is None:
        return None
    return models.Controller.objects.filter(key=value.controller_key).first()


def _path(organisation: models.Organisation, path: Any) -> models.Unit | None:
    """Return the innermost unit of a path of (slug, name), made where missing."""
    parent = None
    for slug, name in path:
        row = models.Unit.objects.filter(slug=slug, organisation=organisation).first()
        if row is None:
            row = models.Unit(organisation=organisation, parent=parent, slug=_free_slug(models.Unit, slug))
            set_words(row, "name", name)
            row.save()
        parent = row
    return parent


def _dpo(organisation: models.Organisation, value: record.DataProtectionOfficer | None) -> None:
    """Make the DPO as the whole organisation's, if nobody has that key."""
    if value and not models.DataProtectionOfficer.objects.filter(key=value.key).exists():
        make_dpo(organisation, value)


def make_dpo(organisation: models.Organisation, value: record.DataProtectionOfficer) -> None:
    """Make an organisation's DPO from its value."""
    _make(models.DataProtectionOfficer, value, organisation=organisation)


def _inherited_texts(activity: record.ProcessingActivity, *owners: Any) -> None:
    levels = {
        NoticeLevel.ORGANISATION: ("organisation", owners[0]),
        NoticeLevel.CONTROLLER: ("controller", owners[1]),
        NoticeLevel.UNIT: ("unit", owners[2]),
    }
    for position, text in enumerate(activity.notice_texts):
        name, owner = levels.get(text.level, ("", None))
        if owner is None or models.NoticeText.objects.filter(key=text.key).exists():
            continue
        row = models.NoticeText(
            key=text.key,
            position=position,
            section=text.section or "",
            for_children=text.for_children,
            **{name: owner},
        )
        set_words(row, "text", text.text)
        row.save()


def _make(table: Any, value: record.Party, **columns: Any) -> Any:
    row = table(key=value.key, **columns)
    set_words(row, "name", value.name)
    fill_contact(row, value.contact)
    refuse_too_long(row)
    row.save()
    return row


def fill_contact(row: Any, contact: record.Contact, prefix: str = "") -> None:
    """Set the contact columns, which bear `prefix` before their names."""
    for name in ("email", "phone", "postal_address", "url"):
        setattr(row, prefix + name, getattr(contact, name))
    set_words(row, f"{prefix}visiting_address", contact.visiting_address)


def set_words(row: Any, column: str, said: record.Text) -> None:
    """Set a column and its translations; the mark of what was translated comes along."""
    setattr(row, column, said.sv)
    others = {k: v.model_dump() for k, v in said.other.items()}
    kept = {k: v for k, v in row.translations.items() if k != column}
    row.translations = {**kept, column: others} if others else kept


def _free_slug(table: Any, slug: str) -> str:
    """Return the slug, with a number after it when another body has it, or had it in public."""
    tried, number = slug, 1
    while _is_taken(table, tried):
        number += 1
        tried = f"{slug[:75]}-{number}"
    return tried


def _is_taken(table: Any, slug: str) -> bool:
    return of_another_unit(slug, None) if table is models.Unit else table._default_manager.filter(slug=slug).exists()
