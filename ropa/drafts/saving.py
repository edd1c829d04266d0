"""Record -> working tables: saves what differs, inside one change."""

from typing import Any

from django.db import models as db
from django.db import transaction

from .. import models, record
from ..history import change
from ..vocabulary import NoticeLevel
from . import parties
from .loading import fields
from .mapping import PARTS, kinds
from .terms import TermBook


class CannotSave(ValueError):
    """The record cannot become a draft; the message says why, in words for the user."""


def save(activity: record.ProcessingActivity, *, by: Any = "", reason: str = "") -> models.ProcessingActivity:
    """Make the draft equal to the record and return its row; nothing is half saved.

    The activity is found by key, else made. Organisation, controller, unit and
    DPO are found by key and made when missing, but never altered: they are
    edited in their own place. History gets one change with `reason`, by `by`
    (an account, or words).

    Raises `CannotSave` without an organisation or when a key belongs to another
    activity, and `UnknownTerm` for a code nobody has.
    """
    with transaction.atomic(), change(reason=reason, by=by):
        around = parties.resolve(activity)
        if around.organisation is None:
            raise CannotSave("The activity belongs to no organisation.")
        book = TermBook(around.organisation)
        row = _own_columns(activity, around)
        for name in PARTS:
            _save_rows(row, name, _own_rows(activity, name), book)
        row.refresh_from_db()
        return row


def _own_columns(activity: record.ProcessingActivity, around: parties.Around) -> models.ProcessingActivity:
    row = models.ProcessingActivity.objects.filter(key=activity.key).first()
    row = row or models.ProcessingActivity(key=activity.key)
    before = _state(row) if row.pk else None
    row.organisation = around.organisation  # type: ignore[assignment]
    row.controller, row.unit = around.own_controller, around.unit
    row.slug = row.slug if row.pk else _free_slug(activity)
    fill(row, activity, None)
    parties.fill_contact(row, activity.contact, "contact_")
    if before != _state(row):
        row.save()
    return row


def _free_slug(activity: record.ProcessingActivity) -> str:
    """Return the record's slug, with the organisation before it when it is taken."""
    taken = models.ProcessingActivity.objects.exclude(key=activity.key)
    organisation = activity.organisation.slug if activity.organisation else ""
    for slug in (activity.slug, f"{organisation}-{activity.slug}"[:80], f"b-{activity.key.hex[:12]}"):
        if slug and not taken.filter(slug=slug).exists():
            return slug
    raise CannotSave(f"The address is taken: {activity.slug}")


def _own_rows(activity: record.ProcessingActivity, name: str) -> tuple[Any, ...]:
    """Return the rows of a list that are the activity's own, inherited texts left out."""
    rows = getattr(activity, name)
    if name == "notice_texts":
        return tuple(t for t in rows if t.level is NoticeLevel.ACTIVITY)
    return tuple(rows)


def _save_rows(activity: models.ProcessingActivity, name: str, values: tuple[Any, ...], book: TermBook) -> None:
    table: Any = PARTS[name][1]
    there = {row.key: row for row in getattr(activity, name).all()}
    _refuse_foreign_keys(activity, table, [v.key for v in values if v.key not in there])
    for position, value in enumerate(values):
        row = there.pop(value.key, None)
        if row is None:
            row = table(activity=activity, key=value.key)
        elif row.position == position and _same(row, value):
            continue
        row.position = position
        fill(row, value, book)
        row.save()
    for row in there.values():
        row.delete()


def _refuse_foreign_keys(activity: Any, table: type[models.Row], keys: list[Any]) -> None:
    if keys and (taken := table._default_manager.filter(key__in=keys).first()):
        raise CannotSave(f"The key {taken.key} belongs to another activity.")


def _same(row: models.Row, value: record.Part) -> bool:
    stored = type(value).model_validate({"key": row.key, **fields(row, type(value))})
    return bool(stored == value)


def fill(row: Any, value: record.Value, book: TermBook | None) -> None:
    """Set a row's columns from the fields of a value that bear the same names."""
    for name, kind in kinds(type(value)).items():
        given = getattr(value, name)
        if kind == "text":
            parties.set_words(row, name, given)
        elif kind == "term":
            table = row._meta.get_field(name).related_model
            setattr(row, name, book.row(table, given) if book else None)
        elif kind == "keys":
            setattr(row, name, [str(key) for key in given])
        elif kind in {"codes", "list"}:
            setattr(row, name, list(given))
        else:
            setattr(row, name, "" if given is None and not row._meta.get_field(name).null else given)


def _state(row: db.Model) -> dict[str, Any]:
    columns = [f for f in row._meta.concrete_fields if f.name not in {"revision", "sort_key"}]
    return {f.attname: f.value_from_object(row) for f in columns}
