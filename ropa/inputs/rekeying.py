"""An imported record under another key: its rows get the keys they would have had if it had been made under it.

Keys follow from the activity's key, the list and the words (`making`), so what a file says is known
again in whatever file it stands, and two organisations that bring the same file share no key.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID, uuid5

from ..record import OriginalWording, Part, ProcessingActivity, Unplaced, is_list, replace
from .making import key_of

KEPT_LISTS = ("original_wording", "unplaced")


def normal(text: str) -> str:
    """Return a text without what differs between files that say the same: case and blanks."""
    return " ".join(text.casefold().split())


class Keys:
    """Gives out keys under one activity: the n-th row of a list that is made from the same words has its own."""

    def __init__(self, activity: UUID) -> None:
        self.activity, self._times = activity, Counter[tuple[str, str]]()

    def free(self, name: str, identity: str) -> UUID:
        """Return the next key for a row of the list `name` that these words identify."""
        said = normal(identity)
        self._times[name, said] += 1
        return key_of(str(self.activity), name, said, str(self._times[name, said]))

    def word(self, wording: OriginalWording) -> UUID:
        """Return the key of a kept wording."""
        return self.free("original_wording", f"{wording.about}\n{wording.field}\n{wording.text}")

    def unplaced(self, text: Unplaced) -> UUID:
        """Return the key of a text that is not placed."""
        return self.free("unplaced", f"{text.label}\n{text.text}")


def own_key(organisation: UUID, made_of: str, n: int = 1) -> UUID:
    """Return the key of the n-th activity of one organisation that is made of the same words: no other's has it."""
    return uuid5(organisation, made_of if n == 1 else f"{made_of} {n}")


def rekeyed(activity: ProcessingActivity, key: UUID) -> ProcessingActivity:
    """Return the record under `key`, its rows still naming each other; the same record where it has that key."""
    if activity.key == key:
        return activity
    keys, lists = Keys(key), dict(_lists(activity))
    words = _first_words(activity)
    new = {row.key: _new_key(keys, name, row, words) for name, rows in lists.items() for row in rows}
    made = {name: tuple(_renewed(row, new) for row in rows) for name, rows in lists.items()}
    made["original_wording"] = tuple(_word(w, new, keys) for w in activity.original_wording)
    made["unplaced"] = tuple(replace(u, key=keys.unplaced(u)) for u in activity.unplaced)
    return replace(activity, key=key, **made)


def _lists(activity: ProcessingActivity) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Yield the lists that hold rows, what only keeps words left out."""
    for name, value in activity:
        if name not in KEPT_LISTS and is_list(value):
            yield name, value


def _first_words(activity: ProcessingActivity) -> dict[UUID, str]:
    return {w.about: w.text for w in reversed(activity.original_wording) if w.about}


def _new_key(keys: Keys, name: str, row: Part, words: Mapping[UUID, str]) -> UUID:
    return keys.free(name, words[row.key]) if row.key in words else uuid5(keys.activity, str(row.key))


def _word(wording: OriginalWording, new: Mapping[UUID, UUID], keys: Keys) -> OriginalWording:
    moved = replace(wording, about=new.get(wording.about, wording.about) if wording.about else None)
    return replace(moved, key=keys.word(moved))


def _renewed(row: Part, keys: Mapping[UUID, UUID]) -> Part:
    return replace(row, **{name: _mapped(value, keys) for name, value in row})


def _mapped(value: Any, keys: Mapping[UUID, UUID]) -> Any:
    if isinstance(value, UUID):
        return keys.get(value, value)
    return tuple(_mapped(one, keys) for one in value) if isinstance(value, tuple) else value
