"""A record that was read in a document, laid over the draft that is there.

Three things are compared: what the document says now, what it said when it was imported last, and the
draft. What it said last stands in the draft's `original_wording`, also for rows that somebody has
removed since; of texts that were not placed the words are kept there too, under the field
"unplaced", so that a text somebody has dealt with does not come back.

Where the document says what it said, the draft stays as people left it. Where its words are new or
gone, what an import made follows. What people added has no words of a document, and stays.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any
from uuid import UUID

from ..record import OriginalWording, Part, ProcessingActivity, Unplaced, is_list, replace
from .rekeying import KEPT_LISTS, Keys, normal, rekeyed

MEMORY = "unplaced"
"""Field of the kept wording of a text that was not placed."""

PLACE = ("key", "slug", "organisation", "controller", "dpo", "unit")
"""Fields that no document decides about a draft that is there."""

NEVER_EMPTIED = ("name",)
"""Fields that stay when the document has no words for them any more."""

EDITION = 0.5
"""How much of what was said before a document must say again to be a later edition of the same."""


def remembered(activity: ProcessingActivity) -> ProcessingActivity:
    """Return the record with the words of its unplaced texts kept, so that it is known later that they were there."""
    known = {_words(w) for w in activity.original_wording}
    keys = Keys(activity.key)
    memories = [_memory(u) for u in activity.unplaced]
    new = [replace(m, key=keys.word(m)) for m in memories if _words(m) not in known]
    return replace(activity, original_wording=(*activity.original_wording, *new)) if new else activity


def _memory(text: Unplaced) -> OriginalWording:
    return OriginalWording(field=MEMORY, text=_called(text), file=text.file, place=text.place)


def _called(text: Unplaced) -> str:
    return f"{text.label}: {text.text}" if text.label else text.text


def _words(wording: OriginalWording) -> tuple[UUID | None, str, str]:
    """Return what identifies a wording, whatever file and place it stands in."""
    return wording.about, wording.field, normal(wording.text)


def laid(draft: ProcessingActivity, given: ProcessingActivity) -> ProcessingActivity:
    """Return the draft with what the document says otherwise than before.

    Equal to the draft where it says what it said, under whatever name the file bears. A document that
    repeats little of what was said before is another one, no later edition: it adds to what is there.
    """
    return _Laying(draft, remembered(rekeyed(given, draft.key))).record()


class _Laying:
    def __init__(self, draft: ProcessingActivity, given: ProcessingActivity) -> None:
        self.draft, self.given = draft, given
        self.before = {_words(w) for w in draft.original_wording}
        self.now = {_words(w) for w in given.original_wording}
        self.lists = {n for r in (draft, given) for n, v in r if n not in KEPT_LISTS and is_list(v)}
        self.left: list[Unplaced] = []
        """Words that cannot stand in their field, because somebody wrote something else there."""

    def record(self) -> ProcessingActivity:
        lists = {name: self.rows(name) for name in sorted(self.lists)}
        fields = dict(self.fields())
        left = {"unplaced": self.unplaced(), "original_wording": self.wordings()}
        whole = {name: self.without_gone(name, rows, lists) for name, rows in lists.items()}
        changes = {n: v for n, v in {**whole, **fields, **left}.items() if getattr(self.draft, n) != v}
        return replace(self.draft, **changes) if changes else self.draft

    # --- what was said before, and what is said now ---

    @cached_property
    def is_edition(self) -> bool:
        """Whether the document is the same as before or a later edition, so that what it lacks is gone."""
        files = {w.file for w in self.draft.original_wording if w.file}
        if files & {w.file for w in self.given.original_wording if w.file}:
            return True
        before, now = ({text for _about, _field, text in words} for words in (self.before, self.now))
        return bool(before) and len(before & now) >= EDITION * len(before)

    @cached_property
    def not_understood(self) -> list[str]:
        return [normal(u.text) for u in self.given.unplaced]

    def still_there(self, text: str) -> bool:
        """Return whether words that are placed no longer stand in the document all the same."""
        return any(text in other for other in self.not_understood)

    def texts(self, words: set[tuple[UUID | None, str, str]], field: str) -> set[str]:
        return {text for about, name, text in words if about is None and name == field}

    # --- rows ---

    def rows(self, name: str) -> tuple[Part, ...]:
        there: list[Any] = [row for row in getattr(self.draft, name) if row.key not in self.gone]
        given = getattr(self.given, name)
        made = [self.told_more(row, given) for row in there]
        for place, row in enumerate(given):
            if row.key in self.new:
                made.insert(_where(made, given, place), row)
        return tuple(made)

    @cached_property
    def gone(self) -> set[UUID]:
        """Rows of the draft that the document has no more."""
        return {row.key for name in self.lists for row in getattr(self.draft, name) if self.is_gone(name, row.key)}

    @cached_property
    def new(self) -> set[UUID]:
        """Rows of the document that were never in the draft."""
        there = {row.key for name in self.lists for row in getattr(self.draft, name)}
        known = there | {about for about, _field, _text in self.before if about}
        return {row.key for name in self.lists for row in getattr(self.given, name)} - known

    def is_gone(self, name: str, key: UUID) -> bool:
        """Return whether an import made the row from words that the document has no more."""
        words = [text for about, _field, text in self.before if about == key]
        return (
            bool(words)
            and self.is_edition
            and key not in {row.key for row in getattr(self.given, name)}
            and not any(map(self.still_there, words))
        )

    def told_more(self, row: Any, given: Iterable[Any]) -> Any:
        """Return a row with what words tell of it that are new or gone; what no such words are about stays.

        Words about the row as a whole (field "") are about all that the document says of it: a row made
        of several words is another one when one of them is. A row that names others which are gone, or
        none yet, names those that are new.
        """
        other = next((g for g in given if g.key == row.key), None)
        if other is None:
            return row
        told, lost = self.told_now.get(row.key, set()), self.told_before.get(row.key, set())
        follow = told | lost | {n for n, value in row if n != "key" and self.is_moved(value, getattr(other, n))}
        if told or lost:
            blank, is_other = type(row)(key=row.key), self.is_edition and "" in told | lost
            follow |= {n for n, value in blank if getattr(row, n) == value}
            follow |= {n for n, value in blank if is_other and (lost or getattr(other, n) != value)}
        return replace(row, **{n: value for n, value in other if n in follow})

    def is_moved(self, value: Any, other: Any) -> bool:
        """Return whether a field names rows that are gone, or the document names new ones beside them."""
        named, now = _keys_in(value), _keys_in(other)
        return named - self.gone <= now and bool(named & self.gone or now & self.new)

    @cached_property
    def told_now(self) -> dict[UUID, set[str]]:
        """Row -> fields that new words are about."""
        return _by_row(self.now - self.before)

    @cached_property
    def told_before(self) -> dict[UUID, set[str]]:
        """Row -> fields that words were about which an edition has no more."""
        gone = self.before - self.now if self.is_edition else set()
        return _by_row(words for words in gone if not self.still_there(words[2]))

    def without_gone(self, name: str, rows: tuple[Part, ...], lists: dict[str, tuple[Part, ...]]) -> tuple[Part, ...]:
        """Return rows that name none that are gone: of those that stay as they were, none that goes now."""
        there = {row.key for made in lists.values() for row in made}
        before = {row.key for n in self.lists for row in getattr(self.draft, n)}
        every = before | {row.key for n in self.lists for row in getattr(self.given, n)}
        old = {row.key: row for row in getattr(self.draft, name)}
        return tuple(_without(row, (before if old.get(row.key) == row else every) - there) for row in rows)

    # --- the activity's own fields ---

    def fields(self) -> Iterator[tuple[str, Any]]:
        names = [f for about, f, _t in self.before | self.now if about is None and f and f != MEMORY]
        for name in sorted(set(names) & set(ProcessingActivity.model_fields) - set(PLACE)):
            yield name, self.field(name)

    def field(self, name: str) -> Any:
        before, now = self.texts(self.before, name), self.texts(self.now, name)
        old, new = getattr(self.draft, name), getattr(self.given, name)
        empty = getattr(ProcessingActivity(key=self.draft.key), name)
        if not now:
            return empty if self.is_field_gone(name) else old
        if now <= before or old == new:
            return old
        if old == empty or (before and self.is_edition):
            return new
        self.left += [_as_unplaced(w) for w in self.given.original_wording if w.about is None and w.field == name]
        return old

    def is_field_gone(self, name: str) -> bool:
        texts = self.texts(self.before, name)
        return name not in NEVER_EMPTIED and self.is_edition and not any(map(self.still_there, texts))

    # --- words ---

    def unplaced(self) -> tuple[Unplaced, ...]:
        said = self.texts(self.now, MEMORY)
        remembered_texts = self.texts(self.before, MEMORY)
        there = [u for u in self.draft.unplaced if not self._is_dropped(u, said, remembered_texts)]
        known = {normal(_called(u)) for u in there} | remembered_texts
        placed = {text for about, field, text in self.before if about or field != MEMORY}
        new = [u for u in self.given.unplaced if normal(u.text) not in placed]
        new += [u for u in self.left if normal(u.text) not in placed]
        return (*there, *(u for u in _each_once(new) if normal(_called(u)) not in known))

    def _is_dropped(self, text: Unplaced, said: set[str], before: set[str]) -> bool:
        called = normal(_called(text))
        return self.is_edition and called in before and called not in said | {normal(_called(u)) for u in self.left}

    def wordings(self) -> tuple[OriginalWording, ...]:
        """Return the words that are kept: those that are gone would else be taken for known when they come back."""
        kept = [w for w in self.draft.original_wording if not self._is_forgotten(w)]
        known = {_words(w) for w in self.draft.original_wording}
        left = {(u.place, u.text) for u in self.left}
        new = [w for w in self.given.original_wording if _words(w) not in known and (w.place, w.text) not in left]
        memories = [m for m in map(_memory, self.left) if _words(m) not in known]
        keys = Keys(self.draft.key)
        return (*kept, *new, *(replace(m, key=keys.word(m)) for m in memories))

    def _is_forgotten(self, wording: OriginalWording) -> bool:
        about, field, text = _words(wording)
        if not self.is_edition or (about, field, text) in self.now:
            return False
        if about is None and field == MEMORY:
            return text not in {normal(_called(u)) for u in self.left}
        return not self.still_there(text)


def _by_row(words: Iterable[tuple[UUID | None, str, str]]) -> dict[UUID, set[str]]:
    found: defaultdict[UUID, set[str]] = defaultdict(set)
    for about, field, _text in words:
        if about:
            found[about].add(field)
    return found


def _as_unplaced(wording: OriginalWording) -> Unplaced:
    return Unplaced(key=wording.key, text=wording.text, file=wording.file, place=wording.place)


def _each_once(texts: Iterable[Unplaced]) -> list[Unplaced]:
    found: defaultdict[str, list[Unplaced]] = defaultdict(list)
    for text in texts:
        found[normal(_called(text))].append(text)
    return [same[0] for same in found.values()]


def _where(made: list[Any], given: tuple[Any, ...], place: int) -> int:
    """Return where a new row goes: after the row that it follows in the document, else before the one it precedes."""
    at = {row.key: n for n, row in enumerate(made)}
    before = next((at[row.key] + 1 for row in reversed(given[:place]) if row.key in at), None)
    if before is not None:
        return before
    return next((at[row.key] for row in given[place + 1 :] if row.key in at), len(made))


def _keys_in(value: Any) -> set[UUID]:
    """Return the keys of rows that a field names."""
    return {one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, UUID)}


def _without(row: Any, gone: set[UUID]) -> Any:
    """Return a row that names none of the rows that are gone."""
    changes: dict[str, Any] = {}
    for name, value in row:
        if name == "key":
            continue
        if isinstance(value, UUID) and value in gone:
            changes[name] = None
        elif isinstance(value, tuple) and gone & {one for one in value if isinstance(one, UUID)}:
            changes[name] = tuple(one for one in value if one not in gone)
    return replace(row, **changes) if changes else row
