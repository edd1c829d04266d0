"""An imported record laid over the draft that is there.

What the file says nothing about stays as it is: internal fields when the file is a public one,
rows and cells that the draft withholds from the public, and words of terms, which are edited in
their own lists.
"""

from typing import Any

from ..record import Audience, ProcessingActivity, Term, Value, is_list, view
from ..record.audience import PUBLIC


def merged(draft: ProcessingActivity, given: ProcessingActivity, audience: Audience) -> ProcessingActivity:
    """Return the draft with what the file changes; `audience` is the file's.

    Equal to the draft when the file says what the draft says.
    """
    seen = view(draft, audience)
    made: ProcessingActivity = _value(draft, seen, given, audience)
    return made


def _value(draft: Any, seen: Any, given: Any, audience: Audience) -> Any:
    """Return what becomes of a field: what is there, what the file's audience saw of it, what the file says."""
    if given == seen:
        return draft
    if isinstance(given, Term):
        return draft if isinstance(draft, Term) and draft.code == given.code else given
    if is_list(given) or is_list(draft):
        return _merged_rows(draft, seen, given, audience)
    if _same_thing(draft, given):
        return _fields(draft, draft if seen is None else seen, given, audience)
    return given


def _same_thing(draft: Any, given: Any) -> bool:
    """Return whether both are the row, party or activity with the same key."""
    return (
        isinstance(given, Value) and type(draft) is type(given) and getattr(given, "key", 0) == getattr(draft, "key", 1)
    )


def _fields(draft: Any, seen: Any, given: Any, audience: Audience) -> Any:
    said = set(type(given).model_fields) if audience is not Audience.PUBLIC else PUBLIC[type(given)]
    changes = {n: _value(getattr(draft, n), getattr(seen, n), getattr(given, n), audience) for n in said}
    return type(draft).model_validate({**dict(draft), **changes})


def _merged_rows(draft: tuple[Any, ...], seen: tuple[Any, ...], given: tuple[Any, ...], audience: Audience) -> Any:
    """Return the file's rows, each over the row with its key, then the rows the file's audience never saw."""
    there, shown = {row.key: row for row in draft}, {row.key: row for row in seen}
    rows = [_value(there.get(row.key), shown.get(row.key), row, audience) for row in given]
    named = {row.key for row in given}
    hidden = [row for row in draft if row.key not in shown and row.key not in named]
    return tuple(rows + hidden)
