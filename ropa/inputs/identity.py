"""Which draft of an organisation an imported activity is: by key, by reference, by name in the same unit.

Where none is, and nobody has said which unit the activity is for, it is the one draft that remembers
the same name from a file: a file that names no unit is known again wherever it was put.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from .. import models
from ..record import ProcessingActivity
from .rekeying import normal, own_key


class There(NamedTuple):
    """A draft that is there, as far as it is recognised by it."""

    pk: int
    key: UUID
    reference: str
    name: str
    unit: int | None
    revision: int


Drafts = QuerySet[models.ProcessingActivity]


@dataclass(frozen=True)
class Asked:
    """An imported activity that is looked for."""

    record: ProcessingActivity
    unit: int | None
    """The unit it is for; None = in no unit, or in one that is still to be made."""
    unit_key: UUID | None = None
    """That unit's key, also of one that is still to be made: what bears a common name in two units is two activities."""
    as_new: bool = False
    """Whether somebody says that it is none of those that are there."""
    anywhere: bool = False
    """Whether nobody has said which unit it is for."""
    has_own_key: bool = False
    """Whether its key is that of a draft, here or in another installation; else it follows from its words."""


def all_of(organisation: models.Organisation, *, locked: bool = False) -> list[There]:
    """Return the organisation's drafts, oldest first: one query."""
    rows = models.ProcessingActivity.objects.filter(organisation=organisation).order_by("pk")
    if locked:
        rows = rows.select_for_update(no_key=True)
    return [There(*row) for row in rows.values_list("pk", "key", "reference", "name", "unit", "revision")]


def recognised(
    organisation: models.Organisation, asked: Sequence[Asked], there: Sequence[There], among: Drafts | None = None
) -> list[tuple[UUID, There | None]]:
    """Return for each activity its key in the organisation, and the draft it is; no draft is two of them.

    `among` are the drafts that may be proposed where no unit is said; None = all of them.
    """
    keys = _own_keys(organisation, asked, {row.key for row in there})
    found: dict[int, There] = {}
    for marks in (_keys(keys), _references(asked), _names(asked)):
        free = _by_mark(marks[1], [row for row in there if row not in found.values()])
        for place, one in enumerate(asked):
            alike = free.get(marks[0](place)) if not one.as_new and place not in found else None
            if alike:
                found[place] = alike.pop(0)
    lost = {n: one for n, one in enumerate(asked) if one.anywhere and not one.as_new and n not in found}
    if lost:
        remember = _remembering(organisation, {row.pk: row for row in there if row not in found.values()}, among)
        found |= _only_ones(lost, remember)
    return [(found[n].key if n in found else key, found.get(n)) for n, key in enumerate(keys)]


def _own_keys(organisation: models.Organisation, asked: Sequence[Asked], taken: set[UUID]) -> list[UUID]:
    """Return a key for each: the n-th of two that were made alike has one of its own, and a new one no draft's."""
    elsewhere = _elsewhere(organisation, [one.record.key for one in asked if one.has_own_key])
    times, keys = Counter[str](), []
    for one in asked:
        if one.has_own_key and not one.as_new and one.record.key not in elsewhere:
            keys.append(one.record.key)
            continue
        made_of = f"{one.unit_key or ''} {one.record.key}"
        while True:
            times[made_of] += 1
            key = own_key(organisation.key, made_of, times[made_of])
            if not (one.as_new and key in taken):
                break
        keys.append(key)
    return keys


def _elsewhere(organisation: models.Organisation, keys: list[UUID]) -> set[UUID]:
    """Return the keys that activities of other organisations have."""
    rows = models.ProcessingActivity.objects.exclude(organisation=organisation).filter(key__in=keys)
    return set(rows.values_list("key", flat=True)) if keys else set()


def _remembering(
    organisation: models.Organisation, free: dict[int, There], among: Drafts | None
) -> dict[str, list[There]]:
    """Return the words of a file -> the drafts that got their name from them: one query."""
    rows = models.OriginalWording.objects.filter(activity__organisation=organisation, about=None, field="name")
    if among is not None:
        rows = rows.filter(activity__in=among.values("pk"))
    found: defaultdict[str, list[There]] = defaultdict(list)
    for pk, text in rows.values_list("activity", "text"):
        if pk in free and free[pk] not in found[normal(text)]:
            found[normal(text)].append(free[pk])
    return found


def _only_ones(lost: dict[int, Asked], remember: dict[str, list[There]]) -> dict[int, There]:
    """Return the drafts of those whose name one draft remembers, and no other."""
    found: dict[int, There] = {}
    for place, one in lost.items():
        said = {normal(w.text) for w in one.record.original_wording if w.about is None and w.field == "name"}
        alike = [row for text in said for row in remember.get(text, ())]
        if len(alike) == 1 and alike[0] not in found.values():
            found[place] = alike[0]
    return found


Marks = tuple[Callable[[int], Any], Callable[[There], Any]]
"""What the activity at a place is recognised by, and the same of a draft; None = by nothing."""


def _by_mark(mark: Callable[[There], Any], rows: Iterable[There]) -> dict[Any, list[There]]:
    found: defaultdict[Any, list[There]] = defaultdict(list)
    for row in rows:
        found[mark(row)].append(row)
    found.pop(None, None)
    return found


def _keys(keys: Sequence[UUID]) -> Marks:
    return lambda place: keys[place], lambda row: row.key


def _references(asked: Sequence[Asked]) -> Marks:
    """By the reference: a mere number counts in the same unit alone, as each unit may count from one."""

    def mark(reference: str, unit: int | None) -> Any:
        said = normal(reference)
        return (said if any(c.isalpha() for c in said) else (said, unit)) if said else None

    return lambda place: mark(asked[place].record.reference, asked[place].unit), lambda r: mark(r.reference, r.unit)


def _names(asked: Sequence[Asked]) -> Marks:
    def mark(name: str, unit: int | None) -> Any:
        return (normal(name), unit) if normal(name) else None

    def at(place: int) -> Any:
        one = asked[place]
        return None if one.unit_key and not one.unit else mark(one.record.name.sv, one.unit)

    return at, lambda row: mark(row.name, row.unit)
