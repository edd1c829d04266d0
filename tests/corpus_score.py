"""How far a reading of a document agrees with the facts that stand beside it (tests/corpus/README.md)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any
from uuid import UUID

from ropa.inputs.reading import Imported
from ropa.record import ProcessingActivity
from tests.corpus.documents import Stated, bare, entries
from tests.corpus_values import empty, fits, said_by, words

RIGHT, UNPLACED, WRONG, LOST = "right", "unplaced", "wrong", "lost"
WORST = (RIGHT, UNPLACED, WRONG, LOST)
PARTS = {"value", "wording", "or", "unplaced"}
"""Keys of an entry that are no further fields of its row."""


@dataclass(frozen=True)
class Fact:
    """One fact and how it came out."""

    document: str
    shape: str
    path: str
    verdict: str
    told: str = ""
    """The fact in short, for those who look for what went wrong."""


class Read:
    """An activity as it was read, with all that is kept of its text."""

    def __init__(self, activity: ProcessingActivity, common: str) -> None:
        self.activity, self.common = activity, common

    @cached_property
    def unplaced(self) -> str:
        """What is in `unplaced`, in `notes` and in what the file has in common."""
        left = (f"{u.label}: {u.text}" for u in self.activity.unplaced)
        return "\n".join([*left, self.activity.notes, self.common])

    @cached_property
    def kept(self) -> str:
        """All the words it came from that became something."""
        return "\n".join(w.text for w in self.activity.original_wording)

    @cached_property
    def whole(self) -> str:
        """All words of the record, labels and keys left out."""
        return "\n".join([self.unplaced, self.kept, *said_by(self.activity)])

    def rows(self, name: str) -> Sequence[Any]:
        """Return the rows of a list."""
        rows = getattr(self.activity, name, ())
        return rows if isinstance(rows, tuple) else ()

    def said(self, name: str, value: Any) -> Any:
        """Return a field's value, with the codes of the rows in place of keys that name them."""
        keys = value if isinstance(value, tuple) and value and isinstance(value[0], UUID) else ()
        rows = {row.key: row for row in self.rows(name)}
        codes = tuple(rows[key].category.code for key in keys if key in rows and rows[key].category)
        return codes if keys else value

    def where(self, wording: str) -> str:
        """Return what became of words: unplaced, wrong (they became something else) or lost."""
        if stands(wording, self.unplaced):
            return UNPLACED
        return WRONG if stands(wording, self.whole) else LOST


def stands(wording: str, text: str) -> bool:
    """Return whether words stand in a text: as they are, or most of them in it."""
    if _unbroken(wording) in _unbroken(text):
        return True
    wanted, there = words(wording), set(words(text))
    return bool(wanted) and sum(word in there for word in wanted) > len(wanted) * 0.6


def _unbroken(text: str) -> str:
    """Return a text without white space and hyphens: a line may have been broken in a word."""
    return bare(text).replace("-", "").casefold()


def score(one: Stated, read: Imported) -> list[Fact]:
    """Return how each fact of a document came out, one line for each activity too many included."""
    return [Fact(one.path.name.partition(".")[0], str(one.facts["shape"]), *rest) for rest in _scored(one, read)]


def _scored(one: Stated, read: Imported) -> Iterator[tuple[str, str, str]]:
    common = "\n".join(u.text for u in read.unplaced)
    first = "\n".join(u.text for u in read.activities[0].unplaced) if read.activities else ""
    got = [Read(activity, f"{common}\n{first}") for activity in read.activities]
    pairs = _paired(one.facts["activity"], got)
    for stated, activity in pairs:
        yield from _activity(stated, activity, one.facts.get("must_not", []))
    extra = len(got) - sum(activity is not None for _stated, activity in pairs)
    yield from [("activity", WRONG, "one too many")] * max(0, extra)
    yield from _shared(one.facts.get("shared", {}).get("facts", {}), [a for _s, a in pairs if a])
    whole = "\n".join([common, *(a.whole for a in got)])
    yield from (("kept", RIGHT if stands(x, whole) else LOST, x) for x in one.facts.get("kept", []))


def _paired(stated: Sequence[Any], got: Sequence[Read]) -> list[tuple[Any, Read | None]]:
    """Return each stated activity with the one that has its name, in their order; two of one name stay in order."""
    free, pairs = list(got), []
    for activity in stated:
        alike = (r for r in free if bare(activity["name"]).casefold() in bare(r.activity.name.sv).casefold())
        found = next(alike, None)
        if found:
            free.remove(found)
        pairs.append((activity, found))
    if free and len(stated) == len(got):  # the same number: what has another name stands at the same place
        left = iter(free)
        return [(activity, found or next(left)) for activity, found in pairs]
    return pairs


def _activity(stated: Any, read: Read | None, refused: Iterable[Any]) -> Iterator[tuple[str, str, str]]:
    facts = stated["facts"]
    if read is None:
        yield "name", LOST, stated["name"]
        yield from ((path, LOST, str(entry)) for path, entry in entries(facts) for _ in range(_count(entry)))
        return
    named = bare(stated["name"]).casefold() in bare(read.activity.name.sv).casefold()
    yield "name", RIGHT if named else read.where(stated["name"]), stated["name"]
    if "unit" in stated:
        yield "unit", _unit(stated["unit"], read), " / ".join(stated["unit"])
    for path in facts:
        yield from _path(path, [entry for p, entry in entries({path: facts[path]})], read)
    yield from (("kept", RIGHT if stands(x, read.whole) else LOST, x) for x in stated.get("kept", []))
    yield from (("must not", WRONG, str(x)) for x in (*refused, *stated.get("must_not", [])) if _is_set(x, read))


def _count(entry: Mapping[str, Any]) -> int:
    return max(1, ("value" in entry) + len(set(entry) - PARTS))


def _unit(names: Sequence[str], read: Read) -> str:
    unit = read.activity.unit
    path = [*(name.sv for _slug, name in unit.path), unit.name.sv] if unit else []
    if [n.casefold() for n in path] == [n.casefold() for n in names]:
        return RIGHT
    return WRONG if path else read.where(" ".join(names))


def _shared(facts: Mapping[str, Any], got: Sequence[Read]) -> Iterator[tuple[str, str, str]]:
    """A fact stated once is right if every activity has it."""
    for path in facts:
        runs = [list(_path(path, [e for _p, e in entries({path: facts[path]})], read)) for read in got]
        for same in zip(*runs, strict=True):
            worst = max((verdict for _path, verdict, _told in same), key=WORST.index)
            yield path, worst, same[0][2]


# --- the entries of one path ------------------------------------------------------------------------------------------


def _path(path: str, stated: Sequence[Any], read: Read) -> Iterator[tuple[str, str, str]]:
    name, _dot, field = path.partition(".")
    if not isinstance(getattr(read.activity, name, None), tuple) or path in {"tags", "dpia_criteria"}:
        yield from ((path, _single(path, entry, read), str(entry)) for entry in stated)
        return
    pairs = _rows(stated, read.rows(name), field, read)
    for entry, row in zip(stated, pairs, strict=True):
        yield from _entry(path, field, entry, row, read)


def _single(path: str, entry: Any, read: Read) -> str:
    value: Any = read.activity
    for step in path.split("."):
        value = getattr(value, step, None)
    if "value" in entry and fits(value, entry["value"]):
        return RIGHT
    return _otherwise(entry, read)


def _rows(stated: Sequence[Any], rows: Sequence[Any], field: str, read: Read) -> list[Any]:
    """Return the row that answers each entry, so that most facts come right; a row answers once for each value."""
    ranked = sorted(
        (
            (_agreement(entry, row, field, read), i, j)
            for (i, entry), (j, row) in product(enumerate(stated), enumerate(rows))
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    chosen: dict[int, int] = {}
    for agreement, i, j in ranked:
        taken = [k for k, row in chosen.items() if row == j]
        if agreement > 0 and i not in chosen and all(_may_share(stated[i], stated[k], rows[j], read) for k in taken):
            chosen[i] = j
    return [rows[chosen[i]] if i in chosen else None for i in range(len(stated))]


def _agreement(entry: Any, row: Any, field: str, read: Read) -> float:
    """Return how many of an entry's facts a row has right; 0 where its main value is another."""
    if "value" in entry and not fits(getattr(row, field, None), entry["value"], row):
        return 0
    further = sum(fits(read.said(k, getattr(row, k, None)), v, row) for k, v in entry.items() if k not in PARTS)
    return 10 * ("value" in entry) + further + 0.5 * stands(str(entry["wording"]), _of(row, read))


def _of(row: Any, read: Read) -> str:
    """Return the words a row came from, its note and labels included."""
    kept = [w.text for w in read.activity.original_wording if w.about == row.key]
    return "\n".join([*kept, *said_by(row)])


def _may_share(one: Any, other: Any, row: Any, read: Read) -> bool:
    """Return whether a row may answer two entries: they have a value in common, and it has the words of both."""
    same = bool(_values(one) & _values(other))
    return same and stands(str(one["wording"]), _of(row, read))


def _values(entry: Any) -> set[str]:
    value = entry.get("value", ())
    return set(map(str, value)) if isinstance(value, list) else {str(value)} if value != () else set()


def _entry(path: str, field: str, entry: Any, row: Any, read: Read) -> Iterator[tuple[str, str, str]]:
    told = str(entry)
    if "value" in entry or not set(entry) - PARTS:
        there = row is not None and not entry.get("unplaced")
        yield path, RIGHT if there else _otherwise(entry, read), told
    for name, value in entry.items():
        if name not in PARTS:
            yield f"{path.partition('.')[0]}.{name}", _further(name, value, entry, row, read), told


def _further(name: str, value: Any, entry: Any, row: Any, read: Read) -> str:
    if row is None:
        return _otherwise(entry, read)
    there = read.said(name, getattr(row, name, None))
    if fits(there, value, row):
        return RIGHT
    return UNPLACED if empty(there) else WRONG


def _otherwise(entry: Any, read: Read) -> str:
    """Return how a fact came out that does not stand in its field."""
    wording = str(entry["wording"])
    ways = entry.get("or", [])
    may_wait = entry.get("unplaced") or "unplaced" in ways
    if may_wait and (stands(wording, read.unplaced) or stands(wording, "\n".join(_notes(read)))):
        return RIGHT
    if any(_is_set(way, read) for way in ways if way != "unplaced"):
        return RIGHT
    return read.where(wording)


def _notes(read: Read) -> Iterator[str]:
    lists = (value for value in dict(read.activity).values() if isinstance(value, tuple))
    notes = (getattr(row, "note", None) for rows in lists for row in rows)
    return (note.sv for note in notes if note)


def _is_set(claim: Any, read: Read) -> bool:
    """Return whether a row or field has what a claim names: a path, "path:value" or a table with `unless`."""
    table = claim if isinstance(claim, dict) else {}
    path, _colon, value = (table["field"], "", table["value"]) if table else claim.partition(":")
    name, _dot, field = path.partition(".")
    there = getattr(read.activity, name, None)
    if not isinstance(there, tuple):
        for step in field.split(".") if field else ():
            there = getattr(there, step, None)
        return fits(there, value) if value else not empty(there)
    found = [row for row in there if _has(row, field, value)]
    excuses = table.get("unless", {})
    return any(not excuses or not _all_fit(row, excuses) for row in found)


def _all_fit(row: Any, stated: Mapping[str, Any]) -> bool:
    return all(fits(getattr(row, name, None), value, row) for name, value in stated.items())


def _has(row: Any, field: str, value: str) -> bool:
    if not field:
        return True
    there = getattr(row, field, None)
    return fits(there, value, row) if value else not empty(there)


def share(facts: Iterable[Fact], *verdicts: str) -> float:
    """Return how many of the facts came out so, in per cent."""
    found = [fact.verdict in verdicts for fact in facts]
    return 100 * sum(found) / len(found) if found else 0.0
