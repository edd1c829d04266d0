"""What differs between two days: the end of the first against the end of the last (Europe/Stockholm)."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from .. import snapshot
from ..models import Publication
from ..record import Audience
from .reading import (
    LOCAL,
    Published,
    end_of,
    newest_rows,
    of_unit,
    place,
    published_rows,
    select,
    stands_under,
    unit_slugs,
)

KINDS = ("added", "moved-in", "changed", "moved-out", "withdrawn", "passing")
"""moved-in, moved-out: to and from the unit or controller asked for. passing: published or moved in, and withdrawn, in between."""


@dataclass(frozen=True)
class Change:
    """One activity that is not as it was."""

    kind: str
    """One of `KINDS`."""
    before: Published | None
    """What was public on the first day; None: nothing."""
    after: Published | None
    """What is public on the last day, or was last for a while; None: nothing."""
    ended: Published | None = None
    """The withdrawal, where there is one."""
    reasons: tuple[str, ...] = ()
    """Why, each reason once, oldest first: of an addition or a withdrawal its own. None for the public."""

    @property
    def shown(self) -> Published:
        """The version that tells its name: the newest of the two."""
        told = self.after or self.before
        assert told is not None
        return told

    @property
    def is_public(self) -> bool:
        """Whether residents see a difference."""
        both = self.before, self.after
        return not all(both) or len({x.row.public_sha256 for x in both if x}) > 1


@dataclass(frozen=True)
class Changes:
    """All that differs between two days."""

    first: date
    last: date
    changes: tuple[Change, ...]
    standing: frozenset[UUID]
    """Keys of the activities that are public on the last day, of all that was asked for."""

    @property
    def count_before(self) -> int:
        """How many were public on the first day."""
        plus = sum(change.kind in {"added", "moved-in"} for change in self.changes)
        minus = sum(change.kind in {"withdrawn", "moved-out"} for change in self.changes)
        return len(self.standing) - plus + minus

    def only(self, activities: Container[UUID]) -> "Changes":
        """Return what is left when only these activities, by key, may be told of."""
        changes = tuple(change for change in self.changes if change.shown.row.activity in activities)
        return replace(self, changes=changes, standing=frozenset(key for key in self.standing if key in activities))


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Return the changes by unit and name in Swedish order; those whose name is hidden come last."""
    return sorted(changes, key=_place)


def _place(change: Change) -> tuple[bool, tuple[str, ...]]:
    outline = change.shown.outline
    return outline is None, place(outline) if outline else (change.shown.slug,)


def began(organisations: Iterable[UUID] | None = None) -> date | None:
    """Return the day of the first event in these organisations' ledgers; None before there is one."""
    rows = Publication.objects.all()
    if organisations is not None:
        rows = rows.filter(organisation__in=list(organisations))
    at = rows.order_by("at").values_list("at", flat=True).first()
    return at.astimezone(LOCAL).date() if at else None


def changes_between(
    first_day: date,
    last_day: date,
    *,
    organisations: Iterable[UUID] | None = None,
    unit: str = "",
    controller: str = "",
    audience: Audience = Audience.PUBLIC,
) -> Changes:
    """Return what differs, in at most four queries whatever the size, five for staff; only what changed is read whole.

    `unit` (with those below it) and `controller` are slugs, as the records of each day name them; a unit is
    known by its old ones too, which takes up to two queries more.
    What was changed and changed back says nothing; nor does, to the public, what it cannot see.
    """
    keys = None if organisations is None else list(organisations)
    asked = _Asked(first_day, last_day, keys, unit, controller, audience)
    return Changes(first_day, last_day, tuple(asked.changes()), asked.standing())


class _Asked:
    def __init__(self, first: date, last: date, keys: list[UUID] | None, unit: str, controller: str, to: Audience):
        self.start, self.end = end_of(first), end_of(last)
        self.keys, self.unit, self.controller, self.audience = keys, unit, controller, to
        self.slugs = unit_slugs(unit) if unit else frozenset()

    def changes(self) -> Iterator[Change]:
        after = self.read(newest_rows(self.end).filter(at__gte=self.start))
        touched = self.within(Publication.objects.deciding()).order_by().values("activity")
        before = self.read(newest_rows(self.start).filter(activity__in=touched))
        gone = {key for key, row in after.items() if row.is_withdrawn and not self.was(before.get(key))}
        told = self.within(published_rows(self.end)).filter(kind=Publication.Kind.PUBLISHED, activity__in=gone)
        passing = self.read(told.order_by("sequence"))
        rows = self.rows_in_between()
        for key, row in after.items():
            change = self.change(_public(before.get(key)), row, passing.get(key))
            if change and (self.audience is not Audience.PUBLIC or change.is_public):
                yield replace(change, reasons=_reasons(change.kind, rows.get(key, [])))

    def rows_in_between(self) -> dict[UUID, list[Publication]]:
        """Return activity -> what decided in between what is public of it, oldest first; the public is told no reasons."""
        rows: dict[UUID, list[Publication]] = {}
        if self.audience is not Audience.PUBLIC:
            for row in self.within(Publication.objects.deciding()).order_by("sequence"):
                rows.setdefault(row.activity, []).append(row)
        return rows

    def change(self, before: Published | None, row: Published, passing: Published | None) -> Change | None:
        after = _public(row)
        was, now = self.was(before), self.was(after)
        if was and now:
            return Change("changed", before, after) if self.differ(before, after) else None
        if now:
            return Change("moved-in" if before else "added", before, after)
        if was:
            return Change("moved-out", before, after) if after else Change("withdrawn", before, None, row)
        if passing and self.chosen(passing):
            return Change("passing", None, passing, row)
        return None

    def was(self, row: Published | None) -> bool:
        """Return whether the row makes public something of what is asked for."""
        entry = _public(row)
        return entry is not None and self.chosen(entry)

    def chosen(self, entry: Published) -> bool:
        """Return whether it is of what is asked for, as far as this audience may know."""
        if not (self.unit or self.controller):
            return True
        outline = entry.outline
        if self.controller and not (outline and outline.controller and outline.controller.slug == self.controller):
            return False
        hidden = outline is None and self.audience is not Audience.PUBLIC
        above = set(entry.row.unit_path.split("/"))
        within = bool(self.slugs & above) if hidden else stands_under(outline, self.slugs)
        return not self.unit or within

    def differ(self, before: Published | None, after: Published | None) -> bool:
        return self.mark(before) != self.mark(after)

    def mark(self, entry: Published | None) -> Any:
        """Return what is equal where this audience sees no difference; no record is made of what is stored."""
        if entry is None or entry.hidden_reason or not hasattr(entry.row, "payload"):
            return entry and entry.row.payload_sha256
        if self.audience is Audience.PUBLIC:
            return entry.row.public_sha256
        data = snapshot.upgraded(snapshot.record_data(entry.row.payload.text), entry.row.record_format)
        return {name: value for name, value in data.items() if name not in snapshot.VOLATILE}

    def standing(self) -> frozenset[UUID]:
        """Return what is public on the last day; records are read only where the ledger's columns do not tell."""
        rows = newest_rows(self.end)
        if not self.controller and self.audience is not Audience.PUBLIC:
            rows = self.of_organisations(rows).filter(kind=Publication.Kind.PUBLISHED)
            rows = of_unit(rows, self.slugs) if self.unit else rows
            return frozenset(rows.order_by().values_list("activity", flat=True))
        found = select(rows, self.keys, self.unit, self.audience)
        return frozenset(entry.row.activity for entry in found if self.chosen(entry))

    def read(self, rows: QuerySet[Publication]) -> dict[UUID, Published]:
        """Return activity -> its row, the last of several."""
        return {row.activity: Published(row, self.audience) for row in self.of_organisations(rows)}

    def within(self, rows: Any) -> Any:
        return self.of_organisations(rows).filter(at__gte=self.start, at__lt=self.end)

    def of_organisations(self, rows: Any) -> Any:
        return rows if self.keys is None else rows.filter(organisation__in=self.keys)


def _reasons(kind: str, rows: list[Publication]) -> tuple[str, ...]:
    """Return the reasons of the rows that made it so; names put in afterwards are no reason to add anything."""
    withdrawn = [place for place, row in enumerate(rows) if row.kind == Publication.Kind.WITHDRAWN]
    if kind == "added":
        start = withdrawn[-1] + 1 if withdrawn else 0
        rows = rows[start : start + 1]
    if kind == "withdrawn" and withdrawn:
        rows = rows[withdrawn[-1] :]
    return tuple(dict.fromkeys(row.note for row in rows if row.note))


def _public(row: Published | None) -> Published | None:
    return None if row is None or row.is_withdrawn else row
