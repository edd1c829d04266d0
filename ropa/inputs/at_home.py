"""An imported activity in its place: who answers for it is what the organisation says, not what a file says.

What a file says otherwise of organisation, controller or DPO is kept as a text that nobody has placed.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import override

from .. import drafts, models
from ..record import NoticeText, OriginalWording, Party, ProcessingActivity, Text, Unplaced, Value, replace
from ..vocabulary import NoticeLevel
from .rekeying import Keys, normal

STATED = {
    "organisation": models.Organisation,
    "controller": models.Controller,
    "dpo": models.DataProtectionOfficer,
}
"""Field -> its table: what a file may say otherwise."""

OWN = {"key", "slug", "path", "headings", "controller_key", "county"}
"""Fields of a party that no file states."""


def at_home(given: ProcessingActivity, held: dict[str, Any]) -> ProcessingActivity:
    """Return a record with the parties it has in its place.

    `held` is what `drafts.placed_in` returns: its key and address are the record's as well.
    """
    texts = texts_at_home(given, held["notice_texts"])
    return replace(contradicted(given, held), **{**held, "notice_texts": texts})


def texts_at_home(given: ProcessingActivity, held: Iterable[NoticeText]) -> tuple[NoticeText, ...]:
    """Return the texts an activity inherits in its place, then its own: a file writes none that others inherit."""
    inherited = tuple(text for text in held if text.level is not NoticeLevel.ACTIVITY)
    taken = {text.key for text in inherited}
    own = (t for t in given.notice_texts if t.level is NoticeLevel.ACTIVITY and t.key not in taken)
    return (*inherited, *own)


def contradicted(given: ProcessingActivity, held: dict[str, Any]) -> ProcessingActivity:
    """Return a record in which words of a file that contradict a party are texts nobody has placed."""
    other = {name for name in STATED if (said := getattr(given, name)) and not _agrees(said, held.get(name))}
    moved = [w for w in given.original_wording if w.about is None and w.field in other]
    if not moved:
        return given
    keys, kept = Keys(given.key), [w for w in given.original_wording if w not in moved]
    texts = tuple(_kept(word, keys) for word in moved)
    return replace(given, original_wording=tuple(kept), unplaced=(*given.unplaced, *texts))


def _kept(word: OriginalWording, keys: Keys) -> Unplaced:
    made = Unplaced(label=_called(word.field), text=word.text, file=word.file, place=word.place)
    return replace(made, key=keys.unplaced(made))


def _called(field: str) -> str:
    """Return what a party is called in Swedish, whoever imports: the text is known again by it."""
    with override("sv"):
        return str(STATED[field]._meta.verbose_name)


def _agrees(said: Value, held: Any) -> bool:
    """Return whether all that is said of a party is what is known of it."""
    if held is None:
        return False
    return all(_same(value, getattr(held, name)) for name, value in said if name not in OWN)


def _same(said: Any, held: Any) -> bool:
    if isinstance(said, Text):
        return not said or normal(said.sv) == normal(held.sv)
    if isinstance(said, Value):
        return _agrees(said, held)
    return not said or normal(str(said)) == normal(str(held))


def is_anothers(given: ProcessingActivity, organisation: models.Organisation) -> bool:
    """Return whether a file says of a record that it is another organisation's: neither key nor name is this one's."""
    said = given.organisation
    if said is None or said.key == organisation.key or not said.name.sv:
        return False
    return normal(said.name.sv) != normal(organisation.name)


def unit_named(names: tuple[str, ...], units: list[models.Unit]) -> models.Unit | None:
    """Return the unit that a file names, last of `names`; of several so called the one below the others it names."""
    alike = [u for u in units if names and normal(u.name) == normal(names[-1])]
    above = [u for u in alike if len(names) > 1 and u.parent and normal(u.parent.name) == normal(names[-2])]
    return next(iter([*above, *alike]), None)


def party_named(said: Party | None, rows: list[Any]) -> Any:
    """Return the row of the party that a file names, or None."""
    return next((row for row in rows if said and normal(row.name) == normal(said.name.sv)), None)


def held_by(
    around: drafts.Surroundings,
    organisation: models.Organisation,
    unit: models.Unit | None,
    controller: models.Controller | None = None,
    **own: Any,
) -> dict[str, Any]:
    """Return what an activity has in a unit, or in none: its parties and inherited texts."""
    row = models.ProcessingActivity(organisation=organisation, unit=unit, controller=controller, **own)
    return drafts.placed_in(row, around)
