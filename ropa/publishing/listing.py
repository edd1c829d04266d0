"""What is public now, for lists, searches and counts: names, places and what each activity can be found by.

Kept in `PublicIndex` beside the ledger, so that a list of thousands reads no records. A cache: what is
missing, or was made by other code, is made from what was published when it is read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from ..facets import Facets, Place, facets, place_of
from ..models import Payload, Publication, PublicIndex
from ..record import Audience, ProcessingActivity, Text, view
from ..search import indexed
from ..swedish import sort_key
from .reading import OfRow, Published, newest_rows

MADE_WITH = 3
"""To be raised whenever what is kept changes its meaning."""


@dataclass(frozen=True)
class Listed(OfRow):
    """One activity that is public now."""

    kept: PublicIndex
    confirmed_at: datetime | None = None
    published_at: datetime | None = None
    """When it was last published after somebody had gone through it; not when names of today were put in."""

    @property
    def gone_through_at(self) -> datetime:
        """When somebody last went through it: published it, or said that it is right still."""
        return self.confirmed_at or self.published_at or self.at

    @property
    def organisation(self) -> UUID:
        """Key of the organisation whose register it is in."""
        return self.row.organisation

    @cached_property
    def place(self) -> Place:
        """Its name, and where it stands."""
        return Place.model_validate_json(self.kept.place)

    @cached_property
    def facets(self) -> Facets:
        """What it can be found by."""
        return Facets.model_validate_json(self.kept.facets)

    @property
    def words(self) -> str:
        """What a search reads. Raises `ValueError` where it was not listed with its words: they are large."""
        if "words" in self.kept.get_deferred_fields():
            raise ValueError("listed without its words: ask for listed(words=True)")
        return self.kept.words

    @property
    def name(self) -> Text:
        """What it is called."""
        return self.place.name


def listed(organisations: Iterable[UUID] | None = None, words: bool = False) -> list[Listed]:
    """Return what is public now, by place in Swedish order: two queries at most. What is hidden is not there.

    With `words` only a search needs it: they are many times as large as all the rest.
    """
    asked = _rows(organisations)
    rows = list(asked if words else asked.defer("listed__words"))
    made = _made_now([row for row in rows if not _is_kept(row)])
    found = [_listed(row, made.get(row.pk)) for row in rows]
    return sorted(found, key=_place_to_sort_by)


def records(found: Sequence[Listed]) -> list[Published]:
    """Return what was published of some of the listed, whole, in their order: one query."""
    texts = Payload.objects.in_bulk([each.row.pk for each in found])
    shown = []
    for each in found:
        if each.row.pk in texts:
            each.row.payload = texts[each.row.pk]
            shown.append(Published(each.row, Audience.PUBLIC, each.confirmed_at))
    return shown


def keep(row: Publication, record: ProcessingActivity) -> None:
    """Keep what is listed of a version that has just been published."""
    entry = _entry(row, view(record, Audience.PUBLIC))
    columns = ["publication", "made_with", "place", "facets", "words"]
    # not `save()`: a cache has no history
    PublicIndex.objects.bulk_create([entry], update_conflicts=True, unique_fields=["activity"], update_fields=columns)


def forget(row: Publication) -> None:
    """Keep nothing of a version whose content was erased."""
    PublicIndex.objects.filter(publication=row).delete()


def relist() -> int:
    """Make the whole index anew; return how many activities are public."""
    made = list(_made_now(list(_rows(None))).values())
    with transaction.atomic():
        PublicIndex.objects.all().delete()
        PublicIndex.objects.bulk_create(made)
    return len(made)


def _rows(organisations: Iterable[UUID] | None) -> QuerySet[Publication]:
    rows = newest_rows(None).filter(kind=Publication.Kind.PUBLISHED, seal=None, erasure=None)
    rows = rows.select_related(None).select_related("listed", "seal", "erasure")
    by_hand = Publication.objects.gone_through().filter(activity=OuterRef("activity")).order_by("-sequence")
    rows = rows.annotate(published_at=Subquery(by_hand.values("at")[:1]))
    return rows if organisations is None else rows.filter(organisation__in=list(organisations))


def _listed(row: Any, made: PublicIndex | None) -> Listed:
    return Listed(row, made or row.listed, row.confirmed_at, row.published_at)


def _is_kept(row: Publication) -> bool:
    return hasattr(row, "listed") and row.listed.made_with == MADE_WITH


def _made_now(rows: Sequence[Publication]) -> dict[int, PublicIndex]:
    """Return id of the row -> what is listed of it, from what was published: one query, none for no rows."""
    if not rows:
        return {}
    texts = Payload.objects.in_bulk([row.pk for row in rows])
    made = {}
    for row in rows:
        row.payload = texts[row.pk]
        record = Published(row).record
        if record is not None:
            made[row.pk] = _entry(row, record)
    return made


def _entry(row: Publication, public: ProcessingActivity) -> PublicIndex:
    return PublicIndex(
        activity=row.activity,
        publication=row,
        made_with=MADE_WITH,
        place=place_of(public).model_dump_json(exclude_defaults=True),
        facets=facets(public).model_dump_json(exclude_defaults=True),
        words=indexed(public),
    )


def _place_to_sort_by(each: Listed) -> tuple[str, ...]:
    place = each.place
    units = "/".join(sort_key(name.sv) for _slug, name in place.units)
    return (str(each.organisation), sort_key(place.controller.sv), units, sort_key(place.name.sv))
