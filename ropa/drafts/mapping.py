"""How a column of a table becomes a field of a value, and back.

Tables and values name their fields alike, so the kind of a field decides how it
is carried over: text with translations, term, closed list, keys, or as it is.
"""

import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

from .. import models, record
from ..vocabulary import Code

SPECIAL = frozenset({"key", "slug", "organisation", "controller", "dpo", "unit", "contact", "level", "path"})
"""Fields that `loading` and `saving` carry by hand."""


@cache
def parts_of_activity() -> dict[str, tuple[type[record.Part], type[models.Row]]]:
    """Return list name -> (value, table), for every list of rows the record has."""
    found = {}
    for name, field in record.ProcessingActivity.model_fields.items():
        if _is_list(field.annotation):
            relation = models.ProcessingActivity._meta.get_field(name)
            found[name] = (_tuple_of(field.annotation), relation.related_model)
    return found  # type: ignore[return-value]


class _Parts(Mapping[str, tuple[type[record.Part], type[models.Row]]]):
    """The same, read when first asked: the tables are not there while modules load."""

    def __getitem__(self, name: str) -> tuple[type[record.Part], type[models.Row]]:
        return parts_of_activity()[name]

    def __iter__(self) -> Any:
        return iter(parts_of_activity())

    def __len__(self) -> int:
        return len(parts_of_activity())


PARTS = _Parts()


def _tuple_of(annotation: Any) -> type | None:
    args = get_args(annotation)
    if get_origin(annotation) is tuple and len(args) == 2 and args[1] is Ellipsis:
        inner = get_args(args[0])[0] if get_origin(args[0]) is Annotated else args[0]
        return inner if isinstance(inner, type) else None
    return None


@cache
def kinds(value_type: type[record.Value]) -> dict[str, str]:
    """Return field name -> text, term, code, keys, codes, list or plain."""
    return {
        name: _kind(field.annotation)
        for name, field in value_type.model_fields.items()
        if name not in SPECIAL and not _is_list(field.annotation)
    }


def _is_list(annotation: Any) -> bool:
    """Return whether a field is a list of rows, which has a table of its own instead of a column."""
    inner = _tuple_of(annotation)
    return inner is not None and issubclass(inner, record.Part)


def _kind(annotation: Any) -> str:
    inner = _tuple_of(annotation)
    if inner is not None:
        return "keys" if inner is UUID else "codes" if issubclass(inner, Enum) else "list"
    options = [annotation]
    if get_origin(annotation) in (Union, types.UnionType):
        options = [a for a in get_args(annotation) if a is not type(None)]
    first = options[0]
    if not isinstance(first, type):
        return "plain"
    if issubclass(first, record.Text):
        return "text"
    if issubclass(first, record.Term):
        return "term"
    return "code" if issubclass(first, Code) else "plain"
