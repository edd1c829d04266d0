"""A record on its way: rows with the words they came from, and what was not understood.

Keys follow from what a row says, not from chance: the same text gives the same record in every run.
"""

from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from ..record import OriginalWording, Part, ProcessingActivity, Unplaced
from .passages import Passage

IMPORTED = uuid5(NAMESPACE_URL, "ropa:import")
"""The root of all keys of imported activities."""


def key_of(*path: str) -> UUID:
    """Return the key that stands for a path of words: the same in every run."""
    return uuid5(IMPORTED, "\n".join(path))


class Making:
    """One activity on its way from passages to a record."""

    def __init__(self, key: UUID, file: str) -> None:
        self.key, self.file = key, file
        self.fields: dict[str, Any] = {}
        """Field of the activity -> value, for fields that are no lists of rows."""
        self.rows: dict[str, list[Any]] = {}
        """List -> its rows, in the order in which they came."""
        self.wordings: list[OriginalWording] = []
        self.unplaced: list[Unplaced] = []
        self.about: list[Any] = []
        """What waits until all passages are read: rows that tell of rows that may come later."""
        self._times: dict[tuple[str, str], int] = {}

    def add(self, name: str, row: Part, passage: Passage, wording: str, *, field: str = "") -> Any:
        """Put a row at the end of a list and return it with its key.

        `wording` is the words it came from, as they stand in the passage; `field` the row's field they tell
        of ("" = the row as a whole). The key follows from list and wording: rows that a changed file says
        as before keep theirs.
        """
        made = row.model_copy(update={"key": self._free_key(name, wording)})
        self.rows.setdefault(name, []).append(made)
        self.word(made.key, field, passage, wording)
        return made

    def change(self, name: str, key: UUID, **fields: Any) -> None:
        """Change fields of a row that is there."""
        rows = self.rows[name]
        place = next(i for i, row in enumerate(rows) if row.key == key)
        rows[place] = type(rows[place]).model_validate({**dict(rows[place]), **fields})

    def row(self, name: str, **fields: Any) -> Any:
        """Return the first row of a list whose fields have these values, or None."""
        found = (r for r in self.rows.get(name, ()) if all(getattr(r, n) == v for n, v in fields.items()))
        return next(found, None)

    def set(self, field: str, value: Any, passage: Passage, wording: str) -> bool:
        """Set a field of the activity that is not set yet; return whether it was, or says the same already.

        What contradicts the value that is there is not laid over it: the caller leaves it (`leave`).
        """
        value = getattr(ProcessingActivity.model_validate({field: value}), field)
        if self.fields.get(field, value) != value:
            return False
        self.fields[field] = value
        self.word(None, field, passage, wording)
        return True

    def word(self, about: UUID | None, field: str, passage: Passage, wording: str) -> None:
        """Keep the words a value came from."""
        kept = {"about": about, "field": field, "text": wording, "file": self.file, "place": passage.place}
        key = self._free_key("original_wording", f"{about}\n{field}\n{wording}")
        self.wordings.append(OriginalWording(key=key, **kept))

    def leave(self, passage: Passage, text: str) -> None:
        """Keep a text that was not understood, under the label it stands under."""
        kept = {"label": passage.label, "text": text, "file": self.file, "place": passage.place}
        key = self._free_key("unplaced", f"{passage.label}\n{text}")
        self.unplaced.append(Unplaced(key=key, **kept))

    def state(self) -> tuple[Any, ...]:
        """Return what is there now, for `restore`."""
        rows = {name: [*rows] for name, rows in self.rows.items()}
        return {**self.fields}, rows, [*self.wordings], [*self.unplaced], [*self.about], {**self._times}

    def restore(self, state: tuple[Any, ...]) -> None:
        """Make it again what it was at `state`: what was half said since is forgotten."""
        self.fields, self.rows, self.wordings, self.unplaced, self.about, self._times = state

    def _free_key(self, name: str, identity: str) -> UUID:
        """Return the key for the n-th row of a list that is made from the same words."""
        said = " ".join(identity.casefold().split())
        self._times[name, said] = self._times.get((name, said), 0) + 1
        return key_of(str(self.key), name, said, str(self._times[name, said]))

    def record(self, **parties: Any) -> ProcessingActivity:
        """Return the activity as a record; `parties` are fields such as organisation and unit."""
        rows = {name: tuple(rows) for name, rows in self.rows.items()}
        kept = {"original_wording": tuple(self.wordings), "unplaced": tuple(self.unplaced)}
        return ProcessingActivity.model_validate({"key": self.key, **self.fields, **rows, **kept, **parties})
