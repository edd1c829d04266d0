"""When drafts were changed last, read from their history."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Max, OuterRef, Subquery

from ..models import ProcessingActivity, Publication
from .mapping import PARTS

AT_ONCE = 500
"""How many activities a query names: it names them once a table, and SQLite takes some thirty thousand values."""


def last_changes(activities: Iterable[int] | None = None) -> dict[int, datetime]:
    """Return activity -> when it or a row of it was changed last, in one query over all history tables; None = all."""
    latest: dict[int, datetime] = {}
    for ids in _portions(activities):
        for pk, moment in _changes(ids):
            latest[pk] = max(moment, latest.get(pk, moment))
    return latest


class LastChange(NamedTuple):
    """When something was changed last, and by whom: the account, and in words."""

    at: datetime
    user: int | None
    by: str


def last_changes_by(activities: Iterable[int]) -> dict[int, LastChange]:
    """Return activity -> the last change to it or a row of it: one query over all history tables."""
    latest: dict[int, LastChange] = {}
    for ids in _portions(activities):
        for pk, user, by, moment in _changes(ids, "history_user", "history_by"):
            if pk not in latest or moment > latest[pk].at:
                latest[pk] = LastChange(moment, user, by)
    return latest


def changes_after_review(activities: Iterable[int] | None = None) -> dict[int, datetime]:
    """Return activity -> when it was changed last after its review was entered, where it was: three queries; None = all.

    To enter the day of a review is no change to what was reviewed, nor is what was saved in one
    go with it: so an import of what was reviewed elsewhere. Who published it went through it,
    so what was changed before that is looked at as well.
    """
    latest: dict[int, datetime] = {}
    for ids in _portions(activities):
        entered, published = _reviews(ids), _published(ids)
        for pk, changeset, moment in _changes(ids, "changeset"):
            review = entered.get(pk)
            if review is None or (changeset != review.changeset and moment > review.at):
                latest[pk] = max(moment, latest.get(pk, moment))
        latest = {pk: at for pk, at in latest.items() if pk not in published or at > published[pk]}
    return latest


def _published(ids: list[int] | None) -> dict[int, datetime]:
    """Return activity -> when somebody last published it, of those that somebody did."""
    last = Publication.objects.gone_through().filter(activity=OuterRef("key")).order_by("-sequence")
    rows = ProcessingActivity.objects.filter(**_among("pk", ids)).annotate(published=Subquery(last.values("at")[:1]))
    return dict(rows.exclude(published=None).order_by().values_list("pk", "published"))


class _Review(NamedTuple):
    """The save in which the last review was entered."""

    day: Any
    changeset: UUID | None
    at: datetime


def _reviews(ids: list[int] | None) -> dict[int, _Review]:
    own, _column = _histories()[0]
    rows = own.objects.filter(**_among("id", ids)).order_by("history_date", "history_id")
    found: dict[int, _Review] = {}
    for pk, *said in rows.values_list("id", "reviewed_on", "changeset", "history_date"):
        review = _Review(*said)
        if pk not in found or found[pk].day != review.day:
            found[pk] = review
    return found


def _changes(ids: list[int] | None, *by: str) -> Any:
    """Return rows of activity, `by`, and the last moment."""
    own, *rows = [
        table.objects.filter(**_among(column, ids)).order_by().values_list(column, *by).annotate(Max("history_date"))
        for table, column in _histories()
    ]
    return own.union(*rows, all=True)


@cache
def _histories() -> list[tuple[Any, str]]:
    """Return the history of the activity and of its lists, each with the column that names the activity.

    Kept: `.history` makes a class whenever it is asked.
    """
    rows = [(table.history.model, "activity_id") for _value, table in PARTS.values()]
    return [(ProcessingActivity.history.model, "id"), *rows]


def _portions(activities: Iterable[int] | None) -> Iterator[list[int] | None]:
    if activities is None:
        yield None
        return
    ids = list(activities)
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _among(column: str, ids: list[int] | None) -> dict[str, list[int]]:
    return {} if ids is None else {f"{column}__in": ids}
