"""The same content as another record: new keys for the activity and all its rows, and references that follow them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from ..vocabulary import NoticeLevel
from .activity import ProcessingActivity
from .base import Part, is_list, replace
from .keeping import NoticeText


def with_new_keys(activity: ProcessingActivity) -> ProcessingActivity:
    """Return the activity under new keys: nothing of it is mistaken for the other, and its rows name each other still.

    Inherited texts keep their keys: they are written elsewhere and the same for both.
    """
    rows = {name: value for name, value in activity if is_list(value)}
    keys = {row.key: uuid4() for value in rows.values() for row in value if not _is_inherited(row)}
    renewed = {name: tuple(_renewed(row, keys) for row in value) for name, value in rows.items()}
    return replace(activity, key=uuid4(), **renewed)


def _is_inherited(row: Part) -> bool:
    return isinstance(row, NoticeText) and row.level is not NoticeLevel.ACTIVITY


def _renewed(row: Part, keys: Mapping[UUID, UUID]) -> Part:
    return replace(row, **{name: _mapped(value, keys) for name, value in row})


def _mapped(value: Any, keys: Mapping[UUID, UUID]) -> Any:
    if isinstance(value, UUID):
        return keys.get(value, value)
    return tuple(_mapped(one, keys) for one in value) if isinstance(value, tuple) else value
