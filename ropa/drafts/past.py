"""An activity as it was after any of its changes, put together from the history of its tables."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import models as db

from .. import models, record
from .loading import Surroundings, activity_value, part_value
from .mapping import PARTS, kinds
from .terms import TermBook

KEPT = ("organisation", "controller", "dpo", "unit", "slug", "reviewed_on")
"""Fields that stay as they are when the rest is taken back.

Who answers and where it stands are facts of today, decided elsewhere: a unit may be gone, and
moving an activity is a change of its own. A review that took place has taken place.
"""


class NoSuchChange(LookupError):
    """The activity has no change with that id."""


def at(activity: models.ProcessingActivity, changeset: UUID) -> record.ProcessingActivity:
    """Return the activity as it was after a change. Raises `NoSuchChange`."""
    return Past(activity).at(changeset)


class Past:
    """The history of one activity, read once: some forty queries, however many changes there are.

    Terms and parties are as they are called today, or were when they were removed.
    """

    def __init__(self, activity: models.ProcessingActivity) -> None:
        self.rows: dict[str, list[Any]] = {"": history_of(models.ProcessingActivity, id=activity.pk)}
        """List ("" = the activity itself) -> its rows of history, oldest first."""
        for name, (_value, table) in PARTS.items():
            self.rows[name] = history_of(table, activity_id=activity.pk)
        self.changes = _changes(entry for entries in self.rows.values() for entry in entries)
        """Changeset -> its rows of history, oldest change first."""
        self._rank = {changeset: rank for rank, changeset in enumerate(self.changes)}
        self._known: dict[UUID, record.ProcessingActivity] = {}
        self._values: dict[tuple[str, int], record.Part] = {}

    def at(self, changeset: UUID) -> record.ProcessingActivity:
        """Return the activity as it was after a change. Raises `NoSuchChange`."""
        if changeset not in self._rank:
            raise NoSuchChange(str(changeset))
        if changeset not in self._known:
            own, parts = self.own_at(changeset), {name: self._rows_at(name, changeset) for name in PARTS}
            self._known[changeset] = activity_value(own, parts, self._around)
        return self._known[changeset]

    def before(self, changeset: UUID) -> UUID | None:
        """Return the change before; None before the first. Raises `NoSuchChange`."""
        if changeset not in self._rank:
            raise NoSuchChange(str(changeset))
        rank = self._rank[changeset]
        return list(self.changes)[rank - 1] if rank else None

    def own_at(self, changeset: UUID) -> Any:
        """Return the activity's own row of history that held after a change."""
        return self._last("", changeset)[0]

    def _rows_at(self, name: str, changeset: UUID) -> list[record.Part]:
        entries = sorted(self._last(name, changeset), key=lambda entry: (entry.position, entry.id))
        return [self._part(name, entry) for entry in entries]

    def _part(self, name: str, entry: Any) -> record.Part:
        """Return a row of a list as its value; the states in which it was the same share it."""
        known = (name, entry.history_id)
        if known not in self._values:
            self._values[known] = part_value(name, entry)
        return self._values[known]

    def _last(self, name: str, changeset: UUID) -> list[Any]:
        """Return the newest entry of each row that was there after a change."""
        until = self._rank[changeset]
        newest = {e.id: e for e in self._related[name] if self._rank[changeset_of(e)] <= until}
        return [entry for entry in newest.values() if entry.history_type != "-"]

    @cached_property
    def _related(self) -> dict[str, list[Any]]:
        """The rows, each with the terms and parties that its foreign keys lead to: one query a table."""
        wanted: defaultdict[type[db.Model], set[int]] = defaultdict(set)
        leading = [
            (entry, column) for name, entries in self.rows.items() for column in _foreign(name) for entry in entries
        ]
        for entry, column in leading:
            wanted[column.remote_field.model] |= {getattr(entry, column.attname)} - {None}
        known = {table: found(table, ids) for table, ids in wanted.items()}
        for entry, column in leading:
            setattr(entry, column.name, known[column.remote_field.model].get(getattr(entry, column.attname)))
        return self.rows

    @cached_property
    def _around(self) -> Surroundings:
        own = self._related[""]
        around = Surroundings({entry.organisation_id for entry in own})
        around.units = {entry.unit_id: entry.unit for entry in own if entry.unit} | around.units
        return around


def revived(
    was: record.ProcessingActivity, now: record.ProcessingActivity, organisation: models.Organisation
) -> tuple[record.ProcessingActivity, tuple[record.Term, ...]]:
    """Return an old state as it can be a draft today, and the terms it named that nobody has any more.

    `KEPT` fields and inherited texts are those of `now`.
    """
    book, gone = TermBook(organisation), []
    lists: dict[str, Any] = {}
    for name, (value, table) in PARTS.items():
        columns = {column: table._meta.get_field(column).related_model for column in _terms(value)}
        rows = getattr(was, name)
        gone += [
            getattr(row, c) for row in rows for c, kind in columns.items() if _is_gone(getattr(row, c), kind, book)
        ]
        lists[name] = tuple(_without(row, columns, book) for row in rows)
    lists["notice_texts"] = (*_notice_texts(now, own=False), *_notice_texts(was, own=True))
    kept = {name: getattr(now, name) for name in KEPT}
    return record.replace(was, **lists, **kept), tuple(dict.fromkeys(gone))


def _terms(value: type[record.Part]) -> list[str]:
    return [name for name, kind in kinds(value).items() if kind == "term"]


def _is_gone(term: record.Term | None, table: Any, book: TermBook) -> bool:
    return term is not None and not book.knows(table, term.code)


def _without(row: record.Part, columns: dict[str, Any], book: TermBook) -> record.Part:
    """Return a row without the terms that are gone: nobody makes them anew in passing."""
    gone = [c for c, table in columns.items() if _is_gone(getattr(row, c), table, book)]
    return record.replace(row, **dict.fromkeys(gone)) if gone else row


def _notice_texts(activity: record.ProcessingActivity, *, own: bool) -> list[record.NoticeText]:
    return [t for t in activity.notice_texts if (t.level == "activity") == own]


def history_of(table: Any, **of: Any) -> list[Any]:
    """Return rows of history, oldest first, each with who made it."""
    return list(table.history.filter(**of).select_related("history_user").order_by("history_date", "history_id"))


def _changes(entries: Iterable[Any]) -> dict[UUID, list[Any]]:
    """Return the entries by change, oldest first; of one moment those of the activity itself come first, as given."""
    made: defaultdict[UUID, list[Any]] = defaultdict(list)
    for entry in sorted(entries, key=lambda e: e.history_date):
        made[changeset_of(entry)].append(entry)
    return dict(made)


def changeset_of(entry: Any) -> UUID:
    """Return the change an entry belongs to; one without is a change of its own."""
    return entry.changeset or UUID(int=entry.history_id)


def _foreign(name: str) -> list[Any]:
    """Return a table's foreign keys to terms and parties."""
    table: Any = PARTS[name][1] if name else models.ProcessingActivity
    own = {"organisation", "controller", "unit"} if not name else set(_terms(PARTS[name][0]))
    return [column for column in table._meta.concrete_fields if column.name in own]


def found(table: Any, ids: set[int]) -> dict[int, Any]:
    """Return the rows with these ids; those that are gone as they were last."""
    there: dict[int, Any] = table._default_manager.in_bulk(ids)
    gone = ids - set(there)
    old = table.history.filter(id__in=gone).order_by("history_date", "history_id") if gone else ()
    return {entry.id: entry.instance for entry in old} | there
