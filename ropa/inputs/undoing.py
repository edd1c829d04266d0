"""A saved import taken back as a whole: what it made is removed, what it changed is as it was before.

`outcome` of an `Import` tells what was saved: key of each draft -> its revision right after, under
"new" and "changed"; what each said then, under "marks"; and the moment under "at".
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models as db
from django.db import transaction

from .. import drafts, models, record, snapshot
from ..history import remove
from ..models import Change, Import, ProcessingActivity, Publication, ReviewStep


class Obstacle(NamedTuple):
    """A draft that cannot be taken back, and why: changed, submitted or published since."""

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
        "marks": _marks([*new, *changed]),
        "at": at.isoformat(),
    }


def obstacles(saved: Import, *, locked: bool = False) -> list[Obstacle]:
    """Return the drafts that somebody has changed, submitted or published since they were imported.

    Who changed a draft and took all of it back, as another import that was undone does, stands in no way.
    """
    keys = [*saved.outcome["new"], *saved.outcome["changed"]]
    rows = _drafts(keys, locked=locked)
    at = datetime.fromisoformat(saved.outcome["at"])
    published = set(Publication.objects.filter(activity__in=keys, at__gte=at).values_list("activity", flat=True))
    submitted = set(ReviewStep.objects.filter(activity__in=rows, at__gte=at).values_list("activity", flat=True))
    changed = _changed(saved, rows)
    found = []
    for row in rows:
        if row.key in published:
            found.append(Obstacle(row, "published"))
        elif row in changed:
            found.append(Obstacle(row, "changed"))
        elif row.pk in submitted:
            found.append(Obstacle(row, "submitted"))
    return found


def _changed(saved: Import, rows: list[ProcessingActivity]) -> set[ProcessingActivity]:
    """Return the drafts that no longer say what they said after the import; only those at another revision are read."""
    revisions = saved.outcome["new"] | saved.outcome["changed"]
    moved = [row for row in rows if row.revision != revisions[str(row.key)]]
    then, now = saved.outcome.get("marks", {}), _marks(moved)
    return {row for row in moved if now[str(row.key)] != then.get(str(row.key))}


def _marks(rows: list[ProcessingActivity]) -> dict[str, str]:
    """Return key of each draft -> a text that is another when it says anything else, or was reviewed."""
    if not rows:
        return {}
    found = drafts.load_many(ProcessingActivity.objects.filter(pk__in=[row.pk for row in rows]))
    return {str(one.key): f"{snapshot.fingerprint(one)} {one.reviewed_on or ''}" for one in found}


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
    ProcessingActivity.objects.filter(pk__in=[activity.pk for activity in activities]).delete()


def _take_back(row: ProcessingActivity, changeset: UUID | None) -> None:
    """Take a draft back to before a change, the day of its review as well; one without that change stays."""
    past = drafts.Past(row)
    if changeset is None or changeset not in past.changes:
        return
    before = past.before(changeset)
    if before is None:
        return
    was = past.at(before)
    then, _gone = drafts.revived(was, drafts.load(row), row.organisation)
    drafts.save(record.replace(then, reviewed_on=was.reviewed_on))


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
