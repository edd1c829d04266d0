"""A saved import taken back as a whole: what it made is removed, what it changed is as it was before.

`outcome` of an `Import` tells what was saved: key of each draft -> its revision right after, under
"new" and "changed", and the moment under "at".
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models as db
from django.db import transaction

from .. import drafts, models
from ..history import remove
from ..models import Change, Import, ProcessingActivity, Publication


class Obstacle(NamedTuple):
    """A draft that cannot be taken back, and why: changed or published since."""

    activity: ProcessingActivity
    why: str


class CannotUndo(Exception):
    """Something stands in the way; nothing was taken back."""

    def __init__(self, obstacles: list[Obstacle]) -> None:
        super().__init__(obstacles)
        self.obstacles = obstacles


def outcome_of(new: list[ProcessingActivity], changed: list[ProcessingActivity], at: datetime) -> dict[str, Any]:
    """Return what is kept of a save, to undo it by."""
    return {
        "new": {str(row.key): row.revision for row in new},
        "changed": {str(row.key): row.revision for row in changed},
        "at": at.isoformat(),
    }


def obstacles(saved: Import, *, locked: bool = False) -> list[Obstacle]:
    """Return the drafts that somebody has changed or published since they were imported: two queries."""
    revisions = saved.outcome["new"] | saved.outcome["changed"]
    rows = _drafts(list(revisions), locked=locked)
    since = Publication.objects.filter(
        activity__in=list(revisions), at__gte=datetime.fromisoformat(saved.outcome["at"])
    )
    published = set(since.values_list("activity", flat=True))
    found = []
    for row in rows:
        if row.key in published:
            found.append(Obstacle(row, "published"))
        elif row.revision != revisions[str(row.key)]:
            found.append(Obstacle(row, "changed"))
    return found


def _drafts(keys: list[str], *, locked: bool = False) -> list[ProcessingActivity]:
    rows = ProcessingActivity.objects.filter(key__in=keys).order_by("pk")
    return list(rows.select_for_update(no_key=True) if locked else rows)


def undo(saved: Import) -> list[ProcessingActivity]:
    """Take back what an import saved, inside the caller's change, and return the drafts that stay.

    Those that somebody has removed meanwhile are gone and no obstacle. Raises `CannotUndo`; then nothing is done.
    """
    with transaction.atomic():
        if found := obstacles(saved, locked=True):
            raise CannotUndo(found)
        _remove(_drafts(list(saved.outcome["new"])))
        changed = _drafts(list(saved.outcome["changed"]))
        for row in changed:
            _take_back(row, saved.changeset)
        if saved.changeset:
            _remove_made(saved.changeset)
        return changed


def _remove(activities: list[ProcessingActivity]) -> None:
    """Remove drafts with all their rows, a list at a time: an import has thousands."""
    for _value, table in drafts.PARTS.values():
        rows = list(table._default_manager.filter(activity__in=activities))  # type: ignore[misc]
        if rows:
            remove(rows)
    for activity in activities:
        activity.delete()


def _take_back(row: ProcessingActivity, changeset: UUID | None) -> None:
    past = drafts.Past(row)
    before = past.before(changeset) if changeset else None
    if before is None:
        return
    then, _gone = drafts.revived(past.at(before), drafts.load(row), row.organisation)
    drafts.save(then)


def _remove_made(changeset: UUID) -> None:
    """Remove own terms and units that the import made, that nobody has touched since and nothing else uses."""
    for table in (*models.TERMS, models.Unit):
        made: Any = table
        ids = made.history.filter(changeset=changeset, history_type="+").values_list("id", flat=True)
        for row in made._default_manager.filter(pk__in=list(ids)).order_by("-pk"):
            if made.history.filter(id=row.pk).count() == 1 and not any(_uses(row)):
                row.delete()


def _uses(row: db.Model) -> Iterator[bool]:
    """Yield for each table whether it names the row; history and imports do not count."""
    for relation in row._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and (relation.one_to_many or relation.one_to_one)):
            continue
        table: Any = relation.related_model
        if not issubclass(table, (Change, Import)):
            yield table._default_manager.filter(**{relation.field.name: row}).exists()  # type: ignore[union-attr]
