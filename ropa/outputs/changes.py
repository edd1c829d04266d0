"""What differs between two days, in words of one language: what page, PDF and data are made from."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Literal

from ..record import Audience, Value

FORMAT: Literal["ropa-changes/1"] = "ropa-changes/1"


class Column(Value):
    """A field before and after; empty = nothing stated."""

    label: str
    old: str = ""
    new: str = ""


class Row(Value):
    """What became of one row of the activity, or of its own fields (`label` empty)."""

    label: str = ""
    verb: str = ""
    name: str = ""
    columns: tuple[Column, ...] = ()


class Change(Value):
    """One activity that is not as it was."""

    kind: str
    """added, moved-in, changed, moved-out, withdrawn or passing."""
    key: str
    """Key of the activity."""
    slug: str
    name: str
    unit: str = ""
    """Its unit with those above; of a withdrawn one, where it was."""
    version_before: int | None = None
    version: int | None = None
    day: str = ""
    """When it became as it is."""
    note: str = ""
    """What residents are told of a withdrawal."""
    why: str = ""
    """The reasons given inside the organisation, one a line, oldest first; never for the public."""
    hidden: str = ""
    """Why a version's content cannot be compared."""
    is_public: bool = True
    """Whether residents see a difference."""
    rows: tuple[Row, ...] = ()


class Report(Value):
    """The changes between the ends of two days."""

    format: Literal["ropa-changes/1"] = FORMAT
    audience: Audience
    first: date
    last: date
    title: str
    """Whose register it is."""
    count_before: int
    count: int
    began: date | None = None
    """The day of the ledger's first event."""
    heads: dict[str, str] = {}
    """Name of an organisation -> hash of the last link of its ledger."""
    entries: tuple[Change, ...] = ()

    @property
    def day(self) -> date:
        """The day it shows."""
        return self.last

    @property
    def activities(self) -> Sequence[object]:
        """No record whole: what it holds of them was cut to its audience when it was put in words."""
        return ()

    def of(self, *kinds: str) -> list[Change]:
        """Return the changes of some kinds."""
        return [change for change in self.entries if change.kind in kinds]


def data(report: Report, language: str = "sv") -> bytes:
    """Return the report as indented UTF-8; it is in one language already."""
    return (json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n").encode()


def read(content: bytes) -> Report:
    """Return the report in what `data` made."""
    return Report.model_validate_json(content)
