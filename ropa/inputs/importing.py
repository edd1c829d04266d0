"""Imported records -> drafts: all of them or none, and nothing written where nothing differs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from .. import drafts, models, snapshot
from ..drafts.loading import organisation_value, unit_value
from ..record import ProcessingActivity
from ..vocabulary import NoticeLevel
from .future import past_only
from .merge import merged
from .reading import CannotRead, Imported


@dataclass
class Outcome:
    """What an import did, or would do: records as the drafts hold them."""

    new: list[ProcessingActivity] = field(default_factory=list)
    changed: list[ProcessingActivity] = field(default_factory=list)
    unchanged: list[ProcessingActivity] = field(default_factory=list)


def lock(organisations: Iterable[int] | None = None) -> None:
    """Let imports into these organisations, or into any, take turns: what two files name alike, both would make anew."""
    rows = models.Organisation.objects.select_for_update(no_key=True).order_by("pk")
    list((rows if organisations is None else rows.filter(pk__in=organisations)).values_list("pk"))


def save(
    imported: Imported,
    *,
    unit: models.Unit | None = None,
    by: Any = "",
    reason: str = "",
    today: date | None = None,
) -> Outcome:
    """Save the records as drafts and tell which were new, changed and unchanged.

    With `unit`, that is where they all belong. A draft that is there keeps what the
    file does not speak of (`merge`); a review after `today` has not taken place (`future`). Raises `CannotRead`; then nothing is saved.
    """
    outcome = Outcome()
    with transaction.atomic():
        there = _drafts_of({activity.key for activity in imported.activities})
        for number, activity in enumerate(imported.activities):
            draft = there.get(activity.key)
            given = past_only(activity, today, draft.reviewed_on if draft else None)
            given = placed(given, unit) if unit else given
            _save_one(number, given, draft, imported, outcome, by=by, reason=reason)
    return outcome


def _save_one(
    number: int,
    given: ProcessingActivity,
    draft: ProcessingActivity | None,
    imported: Imported,
    outcome: Outcome,
    **who: Any,
) -> None:
    where = f"entries[{number}].activity"
    _refuse_move(where, draft, given)
    made = merged(draft, given, imported.audience) if draft else given
    try:
        saved = drafts.load(drafts.save(made, **who))
    except drafts.UnknownTerm as error:
        words = _("{path}: a term that is in no list and has no Swedish label ({term}).")
        raise CannotRead(words.format(path=where, term=error)) from error
    except drafts.CannotSave as error:
        raise CannotRead(f"{where}: {error}") from error
    before = snapshot.fingerprint(draft) if draft else None
    same = before == snapshot.fingerprint(saved) and draft is not None and draft.reviewed_on == saved.reviewed_on
    (outcome.new if draft is None else outcome.unchanged if same else outcome.changed).append(saved)


def _refuse_move(where: str, draft: ProcessingActivity | None, given: ProcessingActivity) -> None:
    """Raise `CannotRead` when the activity is another organisation's: an import must not take it over."""
    if draft and draft.organisation and given.organisation and draft.organisation.key != given.organisation.key:
        words = _("{path}: the activity belongs to another organisation here ({name}).")
        raise CannotRead(words.format(path=where, name=draft.organisation.name.sv))


def _drafts_of(keys: set[UUID]) -> dict[UUID, ProcessingActivity]:
    """Return the drafts that are there, locked: what an editor saved meanwhile would be overwritten by what was read."""
    rows = models.ProcessingActivity.objects.filter(key__in=keys).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk"))
    found = drafts.load_many(rows)
    return {draft.key: draft for draft in found}


def placed(activity: ProcessingActivity, unit: models.Unit) -> ProcessingActivity:
    """Return the activity as one of this unit: its organisation, its controller, its inherited texts."""
    own = tuple(text for text in activity.notice_texts if text.level is NoticeLevel.ACTIVITY)
    return activity.model_copy(
        update={
            "organisation": organisation_value(unit.organisation),
            "unit": unit_value(unit, [*_above(unit)][::-1]),
            "controller": None,
            "dpo": None,
            "notice_texts": own,
        }
    )


def _above(unit: models.Unit) -> Iterator[models.Unit]:
    """Yield the units above, innermost first."""
    seen = {unit.pk}
    while unit.parent is not None and unit.parent.pk not in seen:
        unit = unit.parent
        seen.add(unit.pk)
        yield unit
