"""Record -> working tables: saves what differs, inside one change."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import models as db
from django.db import transaction

from .. import models, record
from ..history import change, create
from ..vocabulary import NoticeLevel
from . import parties
from .addresses import of_another_activity
from .mapping import PARTS, kinds
from .refusing import CannotSave, refuse_too_long, what_no_table_holds
from .terms import TermBook


def save(activity: record.ProcessingActivity, *, by: Any = "", reason: str = "") -> models.ProcessingActivity:
    """Make the draft equal to the record and return its row; nothing is half saved.

    The activity is found by key, else made. Organisation, controller, unit and
    DPO are found by key and made when missing, but never altered: they are
    edited in their own place. History gets one change with `reason`, by `by`
    (an account, or words).

    Raises `CannotSave` without an organisation or when a key belongs to another
    activity, and `UnknownTerm` for a code nobody has.
    """
    return save_many([activity], by=by, reason=reason)[0]


def save_many(
    activities: Sequence[record.ProcessingActivity], *, by: Any = "", reason: str = ""
) -> list[models.ProcessingActivity]:
    """Do as `save` with different activities, all or none: terms and drafts are read, and new rows written, together."""
    with what_no_table_holds(), transaction.atomic(), change(reason=reason, by=by):
        rows = _Batch(activities).save()
        fresh = models.ProcessingActivity.objects.in_bulk([row.pk for row in rows])
        return [fresh[row.pk] for row in rows]


class _Batch:
    """Records on their way into the tables. New rows wait until all of them are known."""

    def __init__(self, activities: Sequence[record.ProcessingActivity]) -> None:
        self.activities = activities
        drafts = models.ProcessingActivity.objects.filter(key__in=[a.key for a in activities]).order_by("pk")
        drafts = drafts.select_for_update(no_key=True)  # before their rows are read: others may be saving them
        self.there = {row.key: row for row in drafts.prefetch_related(*PARTS)}
        self.books: dict[int, TermBook] = {}
        self.around: dict[tuple[UUID | None, ...], parties.Around] = {}
        self.slugs: set[str] = set()
        self.new: defaultdict[Any, list[Any]] = defaultdict(list)

    def save(self) -> list[models.ProcessingActivity]:
        """Save the activities' own columns, then the rows of their lists that differ."""
        rows = [self._own_columns(activity) for activity in self.activities]
        self._write_new_rows()
        for activity, row in zip(self.activities, rows, strict=True):
            self._save_lists(activity, row)
        self._write_new_rows()
        return rows

    def _own_columns(self, activity: record.ProcessingActivity) -> models.ProcessingActivity:
        around = self._resolved(activity)
        row = self.there.get(activity.key) or models.ProcessingActivity(key=activity.key)
        before = _state(row) if row.pk else None
        row.organisation = around.organisation  # type: ignore[assignment]
        row.controller, row.unit = around.own_controller, around.unit
        row.slug = row.slug if row.pk else _free_slug(activity, self.slugs)
        fill(row, activity, None)
        parties.fill_contact(row, activity.contact, "contact_")
        if before is None:
            self.new[models.ProcessingActivity].append(row)
        elif before != _state(row):
            row.save()
        return row

    def _resolved(self, activity: record.ProcessingActivity) -> parties.Around:
        """Return the rows for a record's parties, which are found, or made, by their keys alone."""
        bodies = (activity.organisation, activity.controller, activity.unit, activity.dpo)
        inherited = (t.key for t in activity.notice_texts if t.level is not NoticeLevel.ACTIVITY)
        keys = (*(body.key if body else None for body in bodies), *inherited)
        if keys not in self.around:
            self.around[keys] = parties.resolve(activity)
        if self.around[keys].organisation is None:
            raise CannotSave("The activity belongs to no organisation.")
        return self.around[keys]

    def _save_lists(self, activity: record.ProcessingActivity, row: models.ProcessingActivity) -> None:
        book = self.books.setdefault(row.organisation_id, TermBook(row.organisation))
        there = self.there.get(activity.key)
        for name in PARTS:
            rows = {part.key: part for part in getattr(there, name).all()} if there else {}
            self._save_rows(row, name, rows, _own_rows(activity, name), book)

    def _save_rows(
        self, activity: Any, name: str, there: dict[UUID, Any], values: tuple[Any, ...], book: TermBook
    ) -> None:
        table: Any = PARTS[name][1]
        for position, value in enumerate(values):
            row = there.pop(value.key, None)
            if row is None:
                row = table(activity=activity, key=value.key, position=position)
                self.new[table].append(fill(row, value, book))
                continue
            before, row.position = _state(row), position
            if _state(fill(row, value, book)) != before:
                row.save()
        for row in there.values():
            row.delete()

    def _write_new_rows(self) -> None:
        """Insert the rows that nobody has yet, a table at a time."""
        for table, rows in self.new.items():
            _refuse_taken_keys(table, [row.key for row in rows])
            create(rows)
        self.new.clear()


def _free_slug(activity: record.ProcessingActivity, taken: set[str]) -> str:
    """Return the record's slug, with the organisation before it when it is taken; it is among `taken` from then on."""
    organisation = activity.organisation.slug if activity.organisation else ""
    for slug in (activity.slug, f"{organisation}-{activity.slug}"[:80], f"b-{activity.key.hex[:12]}"):
        if slug and slug not in taken and not of_another_activity(slug, activity.key):
            taken.add(slug)
            return slug
    raise CannotSave(f"The address is taken: {activity.slug}")


def _own_rows(activity: record.ProcessingActivity, name: str) -> tuple[Any, ...]:
    """Return the rows of a list that are the activity's own, inherited texts left out."""
    rows = getattr(activity, name)
    if name == "notice_texts":
        return tuple(t for t in rows if t.level is NoticeLevel.ACTIVITY)
    return tuple(rows)


def _refuse_taken_keys(table: Any, keys: list[UUID]) -> None:
    taken = set(table._default_manager.filter(key__in=keys).values_list("key", flat=True))
    for key in keys:
        if key in taken:
            raise CannotSave(f"The key {key} belongs to another activity.")
        taken.add(key)


def fill(row: Any, value: record.Value, book: TermBook | None) -> Any:
    """Set a row's columns from the fields of a value that bear the same names; return the row."""
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
    refuse_too_long(row)
    return row


def _state(row: db.Model) -> dict[str, Any]:
    columns = [f for f in row._meta.concrete_fields if f.name not in {"revision", "sort_key"}]
    return {f.attname: f.value_from_object(row) for f in columns}
