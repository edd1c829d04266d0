"""Working tables -> record."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from .. import models, record
from ..vocabulary import NoticeLevel
from .mapping import PARTS, kinds
from .terms import term_value


def _with_parts(activities: QuerySet[models.ProcessingActivity]) -> QuerySet[Any]:
    """Return the query set with everything `load_many` reads: a constant number of queries."""
    around = activities.select_related("organisation", "controller", "unit__controller", "unit__organisation")
    return around.prefetch_related(*(Prefetch(name, queryset=_rows(table)) for name, (_v, table) in PARTS.items()))


def _rows(table: type[models.Row]) -> QuerySet[Any]:
    """Return a list's rows with their terms, in no order: to ask for one costs more than to sort the few (`_parts`)."""
    terms = [f.name for f in table._meta.get_fields() if _is_term(f)]
    rows = table._default_manager.order_by()
    return rows.select_related(*terms) if terms else rows


def _is_term(field: Any) -> bool:
    return bool(field.many_to_one and field.related_model and issubclass(field.related_model, models.Term))


def load(activity: models.ProcessingActivity) -> record.ProcessingActivity:
    """Return the draft as a record. Raises `ProcessingActivity.DoesNotExist` if it is gone."""
    found = load_many(models.ProcessingActivity.objects.filter(pk=activity.pk))
    if not found:
        raise models.ProcessingActivity.DoesNotExist(activity.pk)
    return found[0]


def load_many(
    activities: QuerySet[models.ProcessingActivity],
) -> list[record.ProcessingActivity]:
    """Return the drafts as records, in the query set's order."""
    rows = list(_with_parts(activities))
    around = Surroundings({row.organisation_id for row in rows})
    return [activity_value(row, _parts(row), around) for row in rows]


def _parts(row: models.ProcessingActivity) -> dict[str, list[record.Part]]:
    return {name: [part_value(name, part) for part in sorted(getattr(row, name).all(), key=_place)] for name in PARTS}


def _place(part: models.Row) -> tuple[int, int]:
    return part.position, part.pk


Place = tuple[models.Unit | None, models.Controller | None]
"""A unit, and the controller of the activity's own."""


def load_parties(
    activities: QuerySet[models.ProcessingActivity], places: Mapping[UUID, Place] | None = None
) -> list[record.ProcessingActivity]:
    """Return address, parties and inherited texts of the drafts and nothing more, in the query set's order.

    What is edited in another place than the activity: four queries, for one or a thousand. `places` is
    key -> the place to take instead of the draft's own.
    """
    rows = list(activities.select_related("organisation", "controller"))
    for row in rows:
        if places and row.key in places:
            row.unit, row.controller = places[row.key]
    around = Surroundings({row.organisation_id for row in rows})
    return [record.ProcessingActivity.model_validate(_from_elsewhere(row, around)) for row in rows]


class Surroundings:
    """Units, DPOs and inherited texts of some organisations: one query each."""

    def __init__(self, organisations: set[int]) -> None:
        units = models.Unit.objects.filter(organisation__in=organisations)
        self.units = {u.pk: u for u in units.select_related("controller")}
        self.dpos = list(models.DataProtectionOfficer.objects.filter(organisation__in=organisations))
        self.texts = list(
            models.NoticeText.objects.filter(activity=None)
            .select_related("organisation", "controller", "unit")
            .order_by("position", "pk")
        )

    def dpo(self, organisation: int, controller: int | None) -> Any:
        """Return the controller's own DPO, else the organisation's."""
        own = [d for d in self.dpos if controller and d.controller_id == controller]
        general = [d for d in self.dpos if not d.controller_id and d.organisation_id == organisation]
        return next(iter(own + general), None)

    def lineage(self, unit: models.Unit | None) -> list[models.Unit]:
        """Return the unit and those above it, outermost first."""
        line: list[models.Unit] = []
        while unit is not None and unit not in line:
            line.insert(0, unit)
            unit = self.units.get(unit.parent_id) if unit.parent_id else None
        return line


def activity_value(
    row: Any, parts: Mapping[str, Iterable[record.Part]], around: Surroundings
) -> record.ProcessingActivity:
    """Return an activity with its rows, list by list in their order, as a record."""
    elsewhere = _from_elsewhere(row, around)
    return record.ProcessingActivity.model_validate(
        {
            **fields(row, record.ProcessingActivity),
            "contact": contact(row, "contact_"),
            **{name: list(rows) for name, rows in parts.items()},
            **elsewhere,
            "notice_texts": [*elsewhere["notice_texts"], *parts["notice_texts"]],
        }
    )


def placed_in(row: models.ProcessingActivity, around: Surroundings) -> dict[str, Any]:
    """Return key, address, parties and inherited texts that an activity has in its place, saved or not."""
    return _from_elsewhere(row, around)


def _from_elsewhere(row: models.ProcessingActivity, around: Surroundings) -> dict[str, Any]:
    """Return the fields that are not edited in the activity: key and address, parties, inherited texts."""
    unit = around.units.get(row.unit_id) if row.unit_id else None
    controller = row.controller or (unit.controller if unit else None)
    dpo = around.dpo(row.organisation_id, controller.pk if controller else None)
    line = around.lineage(unit)
    return {
        "key": row.key,
        "slug": row.slug,
        "organisation": organisation_value(row.organisation),
        "controller": controller and controller_value(controller),
        "unit": unit and unit_value(unit, line[:-1]),
        "dpo": dpo and dpo_value(dpo),
        "notice_texts": _inherited_texts(row, controller, line, around),
    }


def part_value(name: str, row: Any) -> record.Part:
    """Return a row of a list as its value."""
    if name == "notice_texts":
        return notice_text_value(row)
    value = PARTS[name][0]
    return value.model_validate({"key": row.key, **fields(row, value)})


def fields(row: Any, value: type[record.Value]) -> dict[str, Any]:
    """Return a row's columns as the fields of `value`."""
    return {name: _field(row, name, kind) for name, kind in kinds(value).items()}


def _field(row: Any, name: str, kind: str) -> Any:
    if kind == "text":
        return text(row, name)
    if kind == "term":
        return term_value(getattr(row, name))
    stored = getattr(row, name)
    if kind == "code":
        return stored or None
    return tuple(stored) if kind in {"keys", "codes", "list"} else stored


def text(row: Any, name: str) -> record.Text:
    """Return a column with its translations."""
    return record.Text(sv=getattr(row, name), other=row.translations.get(name, {}))


def contact(row: Any, prefix: str = "") -> record.Contact:
    """Return the contact columns of a row as one value."""
    return record.Contact(
        email=getattr(row, f"{prefix}email"),
        phone=getattr(row, f"{prefix}phone"),
        visiting_address=text(row, f"{prefix}visiting_address"),
        postal_address=getattr(row, f"{prefix}postal_address"),
        url=getattr(row, f"{prefix}url"),
    )


def organisation_value(row: models.Organisation) -> record.Organisation:
    """Return an organisation's facts as a record freezes them."""
    return record.Organisation(
        key=row.key,
        slug=row.slug,
        name=text(row, "name"),
        contact=contact(row),
        organisation_number=row.organisation_number,
        county=row.county,
        headings=row.headings,
    )


def controller_value(row: models.Controller) -> record.Controller:
    """Return a controller's facts."""
    return record.Controller.model_validate(
        {
            "key": row.key,
            "slug": row.slug,
            "name": text(row, "name"),
            "contact": contact(row),
            "kind": row.kind or None,
            "organisation_number": row.organisation_number,
            "representative": text(row, "representative"),
        }
    )


def dpo_value(row: models.DataProtectionOfficer) -> record.DataProtectionOfficer:
    """Return a DPO's facts."""
    return record.DataProtectionOfficer(key=row.key, name=text(row, "name"), contact=contact(row))


def unit_value(row: models.Unit, above: list[models.Unit]) -> record.Unit:
    """Return a unit's facts, with the units above it, outermost first."""
    return record.Unit(
        key=row.key,
        slug=row.slug,
        name=text(row, "name"),
        contact=contact(row),
        path=tuple((u.slug, text(u, "name")) for u in above),
        controller_key=row.controller.key if row.controller else None,
    )


def _inherited_texts(
    row: models.ProcessingActivity,
    controller: models.Controller | None,
    lineage: list[models.Unit],
    around: Surroundings,
) -> list[record.NoticeText]:
    """Return the texts of those above the activity, outermost first."""
    units: dict[int, int] = {unit.pk: place for place, unit in enumerate(lineage)}
    inherited = sorted(
        (t for t in around.texts if _reaches(t, row, controller, units)),
        key=lambda t: (
            0 if t.organisation_id else 1 if t.controller_id else 2,
            units.get(t.unit_id or 0, 0),
        ),
    )
    return [notice_text_value(t) for t in inherited]


def _reaches(
    text_row: models.NoticeText,
    row: models.ProcessingActivity,
    controller: models.Controller | None,
    units: dict[int, int],
) -> bool:
    return (
        text_row.organisation_id == row.organisation_id
        or bool(controller and text_row.controller_id == controller.pk)
        or text_row.unit_id in units
    )


def notice_text_value(row: models.NoticeText) -> record.NoticeText:
    """Return an authored text, with the level it was written at."""
    level = (
        NoticeLevel.ORGANISATION
        if row.organisation_id
        else NoticeLevel.CONTROLLER
        if row.controller_id
        else NoticeLevel.UNIT
        if row.unit_id
        else NoticeLevel.ACTIVITY
    )
    return record.NoticeText.model_validate({"key": row.key, "level": level, **fields(row, record.NoticeText)})
