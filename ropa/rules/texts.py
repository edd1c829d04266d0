"""Every text of a record, wherever it stands: so that a rule on words forgets no field."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, NamedTuple
from uuid import UUID

from ..record import Part, ProcessingActivity, Term, Text, Value
from .place import Place

_CODES = {"code", "iri", "slug"}
"""Fields that hold no words."""


class Written(NamedTuple):
    """A text, and where in the record it stands."""

    field: str
    row: UUID | None
    column: str
    language: str
    """Language code; empty where the field has none."""
    text: str

    def place(self, *names: Any) -> Place:
        """Return where a rule found something in it."""
        return Place(self.field, self.row, self.column, names)


def written(activity: ProcessingActivity, *left_out: str) -> Iterator[Written]:
    """Yield each text that is not empty, in every language; `left_out` names fields of the activity."""
    for name in type(activity).model_fields:
        value = getattr(activity, name)
        if name in left_out or not value:
            continue
        if not isinstance(value, tuple):
            yield from (Written(name, None, "", *found) for found in _texts(value))
            continue
        for row in value:
            yield from _of_row(name, row)


def _of_row(name: str, row: Any) -> Iterator[Written]:
    if not isinstance(row, Part):
        yield from (Written(name, None, "", *found) for found in _texts(row))
        return
    for column in type(row).model_fields:
        yield from (Written(name, row.key, column, *found) for found in _texts(getattr(row, column)))


def _texts(value: Any) -> Iterator[tuple[str, str]]:
    """Yield (language, text) of a value and all that is in it."""
    if isinstance(value, Enum) or not value:
        return
    if isinstance(value, str):
        yield "", value
    elif isinstance(value, Text):
        yield "sv", value.sv
        yield from ((language, x.text) for language, x in value.other.items())
    elif isinstance(value, Value):
        if isinstance(value, Term):
            yield from value.labels.items()
        inside = set(type(value).model_fields) - _CODES - {"labels"}
        yield from (found for name in sorted(inside) for found in _texts(getattr(value, name)))
    elif isinstance(value, (tuple, Mapping)):
        yield from (found for one in _each(value) for found in _texts(one))


def _each(value: tuple[Any, ...] | Mapping[str, Any]) -> Iterator[Any]:
    return iter(value.values() if isinstance(value, Mapping) else value)
