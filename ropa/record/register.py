"""A register: activities of one or more organisations on one day, for one audience."""

from datetime import date
from enum import StrEnum
from typing import Literal

from .activity import ProcessingActivity
from .base import Value

FORMAT: Literal["ropa-register/1"] = "ropa-register/1"


class Audience(StrEnum):
    """Who a record is shown to."""

    PUBLIC = "public"
    """Residents: allow-listed fields of published records."""
    AUTHORITY = "authority"
    """The supervisory authority: published records, whole."""
    DRAFT = "draft"
    """Staff: working tables, whole."""


class Entry(Value):
    """One activity in a register, with the publication it was read from."""

    activity: ProcessingActivity
    """The record, as the audience may see it."""
    version: int | None = None
    """Number of the publication; None for a draft."""
    published_at: str = ""
    """Date and time of the publication, ISO 8601 with offset."""
    confirmed_at: str = ""
    """Date and time when those who do the work last said that this version is right still; empty: not since."""
    sha256: str = ""
    """Hash of the published payload, in hexadecimal."""


class Register(Value):
    """What every export is made from."""

    format: Literal["ropa-register/1"] = FORMAT
    """Name and number of this format."""
    audience: Audience
    """Whom it was made for; it holds what they may see."""
    as_of: date | None = None
    """The day it shows, at its end in Europe/Stockholm; None = now."""
    ledger_day: date | None = None
    """Day of the newest event, publication or withdrawal, in the ledger it was read from."""
    title: str = ""
    """Whose register it is, as printed on the cover."""
    heads: dict[str, str] = {}
    """Organisation slug -> hash of the last link in its publication ledger."""
    entries: tuple[Entry, ...] = ()
    """The activities, by controller, unit and name in Swedish order."""

    @property
    def day(self) -> date | None:
        """The day it shows: the one asked for, else that of the ledger's newest event."""
        return self.as_of or self.ledger_day

    @property
    def activities(self) -> tuple[ProcessingActivity, ...]:
        """The records alone."""
        return tuple(entry.activity for entry in self.entries)
