"""The register somebody asks for: which activities, on which day, for whom. Downloads and commands ask here."""

from collections.abc import Collection, Container, Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from . import drafts, models, publishing
from .record import Audience, Entry, ProcessingActivity, Register
from .swedish import sort_key


def published(
    *,
    audience: Audience = Audience.PUBLIC,
    organisations: Iterable[UUID] | None = None,
    unit: str = "",
    controller: str = "",
    day: date | None = None,
    activities: Container[UUID] | None = None,
) -> Register:
    """Return what is published now or was at the end of `day`, cut to the audience.

    `unit` (with those below it) and `controller` are slugs, `activities` are keys to keep. A
    constant number of queries.
    """
    organisations = None if organisations is None else list(organisations)
    if day is None:
        entries = publishing.current(organisations=organisations, unit=unit, audience=audience)
    else:
        entries = publishing.as_of(day, organisations=organisations, unit=unit, audience=audience)
    chosen = [e for e in entries if e.record and _answers(e.record, controller)]
    if activities is not None:
        chosen = [e for e in chosen if e.record and e.record.key in activities]
    records = [e.record for e in chosen if e.record]
    title = _title(records, _slugs(unit), controller) or names_of(organisations)
    return publishing.register(chosen, audience=audience, title=title, day=day, organisations=organisations)


def ever_published(*, organisations: Iterable[UUID] | None = None, unit: str = "", controller: str = "") -> bool:
    """Return whether anything was ever published of a unit, or is published now of a controller."""
    if controller:
        return bool(published(organisations=organisations, unit=unit, controller=controller).entries)
    rows = publishing.reading.of_unit(models.Publication.objects.all(), _slugs(unit))
    if organisations is not None:
        rows = rows.filter(organisation__in=list(organisations))
    return rows.exists()


def of_drafts(
    *,
    unit: str = "",
    controller: str = "",
    day: date | None = None,
    activities: QuerySet[models.ProcessingActivity] | None = None,
) -> Register:
    """Return the working tables, or these activities of them, as a register; `day` is only printed on it."""
    found = drafts.load_many(models.ProcessingActivity.objects.all() if activities is None else activities)
    records = sorted((r for r in found if stands_in(r, unit=unit, controller=controller)), key=publishing.place)
    return Register(
        audience=Audience.DRAFT,
        as_of=day,
        title=_title(records, {unit} - {""}, controller) or names_of(None),
        entries=tuple(Entry(activity=record) for record in records),
    )


def narrowed(register: Register, unit: str, controller: str = "") -> Register:
    """Return the part of a register that is the controller's and of the unit or one below it, titled with its name."""
    slugs = _slugs(unit)
    theirs = (e for e in register.entries if _answers(e.activity, controller))
    entries = tuple(e for e in theirs if not unit or publishing.reading.stands_under(e.activity, slugs))
    title = _title([e.activity for e in entries], slugs, controller)
    named = {e.activity.organisation.slug for e in entries if e.activity.organisation}
    heads = {slug: head for slug, head in register.heads.items() if slug in named}
    return register.model_copy(update={"entries": entries, "title": title, "heads": heads})


def changes_after_review() -> dict[UUID, date]:
    """Return key -> day of the last change of each draft after its review was entered, where there is one."""
    keys = dict(models.ProcessingActivity.objects.values_list("pk", "key"))
    return {keys[pk]: timezone.localdate(at) for pk, at in drafts.changes_after_review().items() if pk in keys}


def stands_in(record: ProcessingActivity, *, unit: str = "", controller: str = "") -> bool:
    """Return whether the record is the controller's and of the unit or one below it; an empty slug asks nothing."""
    return _answers(record, controller) and (not unit or publishing.reading.stands_under(record, {unit}))


def _answers(record: ProcessingActivity, controller: str) -> bool:
    return not controller or bool(record.controller and record.controller.slug == controller)


def _slugs(unit: str) -> Collection[str]:
    return publishing.unit_slugs(unit) if unit else frozenset()


def _title(records: list[ProcessingActivity], units: Collection[str], controller: str) -> str:
    """Return whose register it is: the unit's or controller's name when asked for one, else the organisations'."""
    for record in records:
        if units and record.unit:
            above = [(record.unit.slug, record.unit.name), *record.unit.path]
            return next(name.sv for slug, name in above if slug in units)
        if controller and record.controller:
            return record.controller.name.sv
    names = {r.organisation.name.sv for r in records if r.organisation}
    return ", ".join(sorted(names, key=sort_key))


def names_of(organisations: Iterable[UUID] | None) -> str:
    """Return the names of organisations, for a register that is empty."""
    rows = models.Organisation.objects.all()
    if organisations is not None:
        rows = rows.filter(key__in=list(organisations))
    return ", ".join(rows.order_by("sort_key").values_list("name", flat=True))
