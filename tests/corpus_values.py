"""Whether a value of a record is what a fact states, as tests/corpus/README.md says."""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from ropa.record import Term, Text
from ropa.record.base import Value
from tests.corpus.documents import bare

_PINPOINT = re.compile(r"kap|§+|\.|\s+")


def words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return re.findall(r"\w+", text.casefold())


def empty(value: Any) -> bool:
    """Return whether a field says nothing."""
    return value is None or value == "" or value == () or (isinstance(value, Text) and not value.sv)


def fits(there: Any, stated: Any, row: Any = None) -> bool:
    """Return whether a field has one of the stated values; `row` is the row it stands in, whose note counts too."""
    if isinstance(stated, list) and not _is_numbers(there):
        return any(fits(there, one, row) for one in stated)
    if there is None and row is not None:
        return _contains(_note(row), str(stated)) and not isinstance(stated, bool)
    if isinstance(there, Term):
        return there.code == stated or _contains(_labels(there, row), str(stated))
    if isinstance(there, Text):
        return _contains(f"{there.sv}\n{_note(row)}", str(stated))
    return _is(there, stated, row)


def _is(there: Any, stated: Any, row: Any) -> bool:
    if isinstance(there, Enum):
        return bool(there.value == stated)
    if isinstance(there, date):
        return there.isoformat() == str(stated)
    if isinstance(there, tuple):
        return list(there) == stated if isinstance(stated, list) else any(fits(one, stated, row) for one in there)
    if isinstance(there, bool) or isinstance(stated, bool):
        return there is stated
    return _is_text(there, str(stated))


def _is_text(there: Any, stated: str) -> bool:
    if not isinstance(there, str) or not there:
        return str(there) == stated
    if re.search(r"§|kap", stated):
        return _place(there) == _place(stated)
    return bare(there).casefold() == bare(stated).casefold() or (
        not re.fullmatch(r"P\d.*|[A-Z]{2}|\S+@\S+|[\d-]+", stated) and _contains(there, stated)
    )


def _place(pinpoint: str) -> str:
    """Return chapter and section, whatever the writing: "7 kap. 33–34 §§" and "7 kap 33-34 §"."""
    chapter, _kap, section = pinpoint.replace("–", "-").casefold().rpartition("kap")
    return f"{_PINPOINT.sub('', chapter)}:{_PINPOINT.sub('', section)}"


def _contains(text: str, stated: str) -> bool:
    return bare(stated).casefold() in bare(text).casefold()


def _labels(term: Term, row: Any) -> str:
    return "\n".join([*term.labels.values(), getattr(term, "sfs", ""), _note(row)])


def _note(row: Any) -> str:
    note = getattr(row, "note", "")
    return note.sv if isinstance(note, Text) else str(note or "")


def _is_numbers(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(one, int) for one in value)


def said_by(value: Any) -> Iterator[str]:
    """Yield all texts of a value and of what is in it."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, Value):
        for _name, inner in value:
            yield from said_by(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from said_by(inner)
    elif isinstance(value, (tuple, list)) and not isinstance(value, UUID):
        for inner in value:
            yield from said_by(inner)
