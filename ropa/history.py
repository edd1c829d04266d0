"""Who changed which draft, and which rows of history are one and the same change.

simple-history writes a row for each row saved. Everything saved inside
`change()` gets the same changeset, reason and author, so that one save by a
person reads as one change.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Case, F, When
from django.utils import timezone
from simple_history.signals import post_create_historical_record, pre_create_historical_record
from simple_history.utils import bulk_create_with_history


@dataclass(frozen=True)
class Changeset:
    """One change: its id, the reason given, who made it (account or words), and when; None = now."""

    id: UUID
    reason: str
    user: AbstractBaseUser | None
    by: str
    at: datetime | None = None


AT_ONCE = 500
"""Rows that one statement removes."""

_current: ContextVar[Changeset | None] = ContextVar("changeset", default=None)


@contextmanager
def change(
    *, reason: str = "", by: AbstractBaseUser | str | None = None, at: datetime | None = None
) -> Iterator[Changeset]:
    """Make all that is saved inside one change; an inner `change` joins the outer one.

    `at` is for a past that is loaded, such as the demo's.
    """
    outer = _current.get()
    if outer is not None:
        yield outer
        return
    user = None if by is None or isinstance(by, str) else by
    made = Changeset(id=uuid4(), reason=reason, user=user, by=str(by or ""), at=at)
    token = _current.set(made)
    try:
        yield made
    finally:
        _current.reset(token)


def changeset() -> UUID | None:
    """Return the id of the change that is being made; None outside any."""
    made = _current.get()
    return made.id if made else None


def create(rows: Sequence[Any]) -> None:
    """Insert new rows of one table and their history, a statement each: what `save()` writes for one row."""
    for row in rows:
        row.complete()
    with change() as made:
        bulk_create_with_history(
            rows,
            type(rows[0]),
            default_user=made.user,
            default_change_reason=made.reason or None,
            default_date=made.at,
            custom_historical_attrs={"changeset": made.id, "history_by": made.by},
        )
    _raise_revision(_owner(row) for row in rows)


def remove(rows: Sequence[Any]) -> None:
    """Remove rows of one table that nothing refers to, and write their history, a statement each: as `delete()` for each."""
    table: Any = type(rows[0])
    kept: Any = table.history.model
    with change() as made:
        gone = {"history_type": "-", "history_date": made.at or timezone.now(), "history_user": made.user}
        said = {"history_change_reason": made.reason or None, "changeset": made.id, "history_by": made.by}
        entries = [
            kept(**{f.attname: getattr(row, f.attname) for f in kept.tracked_fields}, **gone, **said) for row in rows
        ]
        kept.objects.bulk_create(entries)  # not `save()`: simple-history has no function that removes many
        for start in range(0, len(rows), AT_ONCE):
            some = table._default_manager.filter(pk__in=[row.pk for row in rows[start : start + AT_ONCE]])
            some._raw_delete(some.db)
    _raise_revision(_owner(row) for row in rows)


def connect() -> None:
    """Listen to simple-history's signals."""
    pre_create_historical_record.connect(_stamp, dispatch_uid="ropa.history.stamp")
    post_create_historical_record.connect(_count, dispatch_uid="ropa.history.count")


def _stamp(sender: Any, history_instance: Any, **kwargs: Any) -> None:
    made = _current.get()
    history_instance.changeset = made.id if made else uuid4()
    if not made:
        return
    history_instance.history_by = made.by
    history_instance.history_date = made.at or history_instance.history_date
    history_instance.history_change_reason = made.reason or history_instance.history_change_reason
    if made.user is not None:
        history_instance.history_user = made.user


def _count(sender: Any, instance: Any, **kwargs: Any) -> None:
    _raise_revision([_owner(instance)])


def _owner(instance: Any) -> int | None:
    """Return the activity that a row belongs to, or is."""
    from .models import ProcessingActivity  # apps are not loaded when this module is

    return instance.pk if isinstance(instance, ProcessingActivity) else getattr(instance, "activity_id", None)


def _raise_revision(owners: Iterable[int | None]) -> None:
    """Tell an editor who saw an older one that there is a newer: one up for each row of history, as each save counts."""
    from .models import ProcessingActivity

    written = Counter(pk for pk in owners if pk is not None)
    alike = {n: [pk for pk, rows in written.items() if rows == n] for n in set(written.values())}
    if alike:
        raised = Case(*(When(pk__in=pks, then=F("revision") + n) for n, pks in alike.items()))
        # not `save()`: the revision is no fact about the activity and has no history
        ProcessingActivity.objects.filter(pk__in=written).update(revision=raised)
