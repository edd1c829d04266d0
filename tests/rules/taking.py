"""Taking one fact out of a complete record. A change returns None where the record has no such fact."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ropa.record import ProcessingActivity, replace

Change = Callable[[ProcessingActivity], ProcessingActivity | None]
Test = Callable[[Any], Any]


@dataclass(frozen=True)
class Fact:
    """A fact that a rule misses, and the other rules that rest on it."""

    take: Change
    also: Mapping[str, Test] = field(default_factory=dict)
    """Code of a rule that rests on it too -> in which activities."""

    def codes(self, code: str, activity: ProcessingActivity) -> set[str]:
        """Return what is found in the complete activity when the fact is gone."""
        return {code, *(other for other, where in self.also.items() if where(activity))}


def empty(*names: str) -> Change:
    """Empty fields that hold something."""

    def change(activity: ProcessingActivity) -> ProcessingActivity | None:
        nothing = {name: type(activity).model_fields[name].get_default() for name in names}
        return replace(activity, **nothing) if all(getattr(activity, name) for name in names) else None

    return change


def state(**changes: Any) -> Change:
    """State something else in fields of the activity."""
    return lambda activity: replace(activity, **changes)


def when(where: Test, change: Change) -> Change:
    """Make the change where the activity is so."""
    return lambda activity: change(activity) if where(activity) else None


def row(name: str, where: Test = bool, **changes: Any) -> Change:
    """Change the first row of a list that is so."""

    def change(activity: ProcessingActivity) -> ProcessingActivity | None:
        rows = getattr(activity, name)
        found = next((x for x in rows if where(x)), None)
        changed = tuple(replace(x, **changes) if x is found else x for x in rows)
        return replace(activity, **{name: changed}) if found else None

    return change


def drop(name: str, where: Callable[[ProcessingActivity, Any], Any]) -> Change:
    """Take all rows of a list that are so."""

    def change(activity: ProcessingActivity) -> ProcessingActivity | None:
        kept = tuple(x for x in getattr(activity, name) if not where(activity, x))
        return replace(activity, **{name: kept}) if len(kept) < len(getattr(activity, name)) else None

    return change


def add(name: str, made: Any) -> Change:
    """Add a row that does not belong there."""
    return lambda activity: replace(activity, **{name: (*getattr(activity, name), made)})


def both(*changes: Change) -> Change:
    """Make several changes: one fact that stands in several places."""

    def change(activity: ProcessingActivity) -> ProcessingActivity | None:
        made: ProcessingActivity | None = activity
        for one in changes:
            made = one(made) if made else None
        return made

    return change


def party(name: str, **changes: Any) -> Change:
    """Change something about a party."""

    def change(activity: ProcessingActivity) -> ProcessingActivity | None:
        value = getattr(activity, name)
        return replace(activity, **{name: replace(value, **changes)}) if value else None

    return change
