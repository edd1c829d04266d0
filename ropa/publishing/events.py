"""What residents could see happen, one thing at a time: for the change list of an activity and for feeds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from ..models import Publication
from ..record import ProcessingActivity
from .reading import Published, of_unit, published_rows, stands_under, unit_slugs


@dataclass(frozen=True)
class Event:
    """A version that says something new to residents, or a withdrawal."""

    entry: Published
    before: Published | None
    """The newest version before it whose content is shown; of a withdrawal, the one that was withdrawn."""
    again: bool = False
    """Whether it makes public what was withdrawn."""
    skips: bool = False
    """Whether a version between the two is no longer shown."""
    confirmed: Published | None = None
    """The row that bears the last confirmation of what it says, where there is one."""

    @property
    def kind(self) -> str:
        """withdrawn, again, first or changed."""
        if self.entry.is_withdrawn:
            return "withdrawn"
        if self.again:
            return "again"
        return "first" if self.entry.version == 1 else "changed"

    @property
    def told(self) -> Published | None:
        """The version it is about: its own, or the one that was withdrawn."""
        return self.before if self.entry.is_withdrawn else self.entry

    @property
    def updated(self) -> datetime:
        """When what is told of it became other words: it happened, or a version it speaks of was hidden."""
        hidden = [row.hiding.at for row in (self.entry, self.before) if row and row.hiding]
        return max([self.entry.at, *hidden])

    @property
    def outline(self) -> ProcessingActivity | None:
        """Name and parties of that version; None where they are hidden."""
        return self.told.outline if self.told else None


def of_activity(rows: Sequence[Published]) -> list[Event]:
    """Return what happened, from all rows of an activity, newest first."""
    places = [place for place, row in enumerate(rows) if row.row.changes_public]
    ends = [0, *(place + 1 for place in places)]
    return [_event(rows, start, place) for start, place in zip(ends, places, strict=False)]


def _event(rows: Sequence[Published], start: int, place: int) -> Event:
    """Return the event at a place; the rows from `start` on say the same to residents."""
    entry, older = rows[place], rows[place + 1 :]
    said = [row for row in older if not row.is_withdrawn]
    shown = next((row for row in said if not row.hidden_reason), None)
    same = [row for row in rows[start : place + 1] if row.confirmed_at]
    return Event(
        entry,
        said[0] if entry.is_withdrawn and said else shown,
        again=bool(older and older[0].is_withdrawn),
        skips=bool(said) and said[0] is not shown,
        confirmed=same[0] if same else None,
    )


def newest(organisations: Iterable[UUID], unit: str = "", limit: int = 50) -> list[Event]:
    """Return what happened last, of these organisations or of a unit and those below it: at most three queries."""
    slugs = unit_slugs(unit) if unit else frozenset()
    rows = _with_before().filter(changes_public=True, organisation__in=list(organisations))
    if unit:
        rows = of_unit(rows, slugs)
    found: list[Any] = list(rows.order_by("-at", "-pk")[:limit])
    before = published_rows().in_bulk([row.before_id for row in found if row.before_id])
    made = [_found(row, before.get(row.before_id)) for row in found]
    return [event for event in made if not unit or stands_under(event.outline, slugs)]


def _with_before() -> QuerySet[Publication]:
    older = Publication.objects.deciding().filter(activity=OuterRef("activity"), sequence__lt=OuterRef("sequence"))
    older = older.order_by("-sequence")
    said = older.filter(kind=Publication.Kind.PUBLISHED)
    return published_rows().annotate(
        follows=Subquery(older.values("kind")[:1]), before_id=Subquery(said.values("pk")[:1])
    )


def _found(row: Any, before: Publication | None) -> Event:
    told = Published(before) if before else None
    again = row.follows == Publication.Kind.WITHDRAWN
    return Event(Published(row), told, again=again, skips=bool(told and told.hidden_reason))
