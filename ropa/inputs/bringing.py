"""Activities that were read in documents -> drafts of an organisation: what it would come to, and doing it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import transaction

from .. import drafts, models, record
from ..record import Audience, ProcessingActivity, replace
from .at_home import at_home, contradicted, held_by, texts_at_home, unit_named
from .future import past_only
from .identity import Asked, Drafts, There, all_of, recognised
from .laying import PLACE, laid, remembered
from .making import key_of
from .merge import merged
from .own_terms import ByLabel, known_to
from .rekeying import normal, rekeyed
from .terms import Terms


@dataclass(frozen=True)
class Brought:
    """An activity that was read, and where it is to be kept if it is new."""

    record: ProcessingActivity
    unit: models.Unit | None = None
    new_unit: tuple[str, ...] = ()
    """Names of a unit that is to be made, after those above it; empty = none."""
    controller: models.Controller | None = None
    """Its own controller, where it is in no unit or not its unit's."""
    as_new: bool = False
    """Whether it is none of the drafts that are there, whatever it is called."""
    anywhere: bool = False
    """Whether nobody has said where it is to be kept: then it may be a draft in any unit."""
    audience: Audience | None = None
    """Of a file of ropa's own, whose rows are known by their keys; None = a document."""


@dataclass(frozen=True)
class Foreseen:
    """What becomes of an activity that was read."""

    there: There | None
    """The draft it is."""
    draft: ProcessingActivity | None
    """That draft as it stands."""
    record: ProcessingActivity
    """The draft as it becomes."""

    @property
    def kind(self) -> str:
        """new, changed or unchanged."""
        return "new" if self.draft is None else "unchanged" if self.record == self.draft else "changed"


class Plan:
    """Activities that were read, and the drafts of one organisation that they are."""

    def __init__(
        self,
        organisation: models.Organisation,
        brought: Sequence[Brought],
        *,
        terms: Terms | None = None,
        among: Drafts | None = None,
        locked: bool = False,
        today: date | None = None,
    ) -> None:
        """`terms` are the organisation's, where they are read already; `locked` keeps others from saving the drafts.

        `today`: the last day on which a review can have taken place; None = any day is taken.
        `among`: the drafts that may be proposed where nobody has said which unit an activity is for; None = all.
        """
        self.organisation, self.brought, self._terms, self._today = organisation, brought, terms, today
        asked = [self._asked(one) for one in brought]
        self.known = recognised(organisation, asked, all_of(organisation, locked=locked), among)
        """Key and draft of each."""

    def _asked(self, one: Brought) -> Asked:
        key = self._new_unit(one).key if one.new_unit else one.unit.key if one.unit else None
        unit = one.unit.pk if one.unit else None
        is_ours = one.audience is not None
        return Asked(one.record, unit, key, one.as_new, one.anywhere and not is_ours, has_own_key=is_ours)

    def known_by(self, place: int) -> str:
        """Return what the activity at a place shares with the draft it is: key, reference, name or words; empty if new."""
        row, one = self.known[place][1], self.brought[place]
        if row is None:
            return ""
        if one.audience is not None and row.key == one.record.key:
            return "key"
        if row.reference and normal(row.reference) == normal(one.record.reference):
            return "reference"
        unit = one.unit.pk if one.unit else None
        is_so_called = unit == row.unit and normal(row.name) == normal(one.record.name.sv)
        return "name" if is_so_called else "words"

    @cached_property
    def around(self) -> drafts.Surroundings:
        """The organisation's units, DPOs and texts."""
        return drafts.Surroundings({self.organisation.pk})

    @cached_property
    def terms(self) -> ByLabel:
        """The terms the organisation may use, by what they are called."""
        return ByLabel(self._terms or known_to(self.organisation))

    def foreseen(self, places: Iterable[int] | None = None) -> list[Foreseen]:
        """Return what becomes of the activities at these places, or of all: a constant number of queries."""
        chosen = range(len(self.brought)) if places is None else list(places)
        there = self._drafts([t.pk for n in chosen if (t := self.known[n][1])])
        return [self._foreseen(n, there) for n in chosen]

    def _drafts(self, pks: list[int]) -> dict[UUID, ProcessingActivity]:
        found = drafts.load_many(models.ProcessingActivity.objects.filter(pk__in=pks)) if pks else []
        return {draft.key: draft for draft in found}

    def _foreseen(self, place: int, there: dict[UUID, ProcessingActivity]) -> Foreseen:
        (key, row), one = self.known[place], self.brought[place]
        draft = there.get(key)
        given = rekeyed(self.terms.used_in(one.record), key)
        given = past_only(given, self._today, draft.reviewed_on if draft else None)
        if draft is not None:
            return Foreseen(row, draft, _laid(draft, given, one.audience))
        return Foreseen(None, None, self._new(one, given))

    def alone(self, place: int) -> Foreseen:
        """Return what the activity at a place says by itself, for who may not know what a draft says."""
        one = self.brought[place]
        given = past_only(self.terms.used_in(one.record), self._today, None)
        return Foreseen(None, None, self._new(one, given))

    def _new(self, one: Brought, given: ProcessingActivity) -> ProcessingActivity:
        new = at_home(given, self._held(one, given.key))
        return remembered(new) if one.audience is None else new

    def _held(self, one: Brought, key: UUID) -> dict[str, Any]:
        held = held_by(self.around, self.organisation, one.unit, one.controller, key=key)
        if one.new_unit:
            held["unit"] = self._new_unit(one)
        return held

    def _new_unit(self, one: Brought) -> record.Unit:
        """Return a unit that a file names, below those of its names that there are."""
        key = key_of(str(self.organisation.key), "unit", *map(normal, one.new_unit))
        units = list(self.around.units.values())
        path = [unit_named(one.new_unit[: n + 1], units) or name for n, name in enumerate(one.new_unit[:-1])]
        above = tuple((_slug(u), record.Text(sv=str(u))) for u in path)
        name = one.new_unit[-1]
        answers = one.controller.key if one.controller else None
        return record.Unit(key=key, slug=_slug(name), name=record.Text(sv=name), path=above, controller_key=answers)


def _laid(draft: ProcessingActivity, given: ProcessingActivity, audience: Audience | None) -> ProcessingActivity:
    """Return the draft with what a file says; where it is kept, and which texts it inherits, no file decides."""
    if audience is None:
        return laid(draft, contradicted(given, dict(draft)))
    kept = {name: getattr(draft, name) for name in PLACE}
    return merged(draft, replace(given, **kept, notice_texts=texts_at_home(given, draft.notice_texts)), audience)


def _slug(unit: models.Unit | str) -> str:
    """Return the address of a unit, or one made of its name."""
    if isinstance(unit, models.Unit):
        return unit.slug
    return record.slug_from(unit) or "enhet"


def save(foreseen: Iterable[Foreseen], *, by: Any = "", reason: str = "") -> list[models.ProcessingActivity]:
    """Save what is new or changed, as one change or none of it, and return its rows. Raises `drafts.CannotSave`."""
    chosen = [f for f in foreseen if f.kind != "unchanged"]
    with transaction.atomic():
        taken: set[str] = set()
        made = [f.record if f.draft else _with_slug(f.record, taken) for f in chosen]
        return drafts.save_many(made, by=by, reason=reason)


def _with_slug(new: ProcessingActivity, taken: set[str]) -> ProcessingActivity:
    base = slug = drafts.free_slug(new.name.sv, new.key)
    number = 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return replace(new, slug=slug)
