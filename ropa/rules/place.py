"""Where in a record a rule found something."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ..wording import Template, Words


class Place(NamedTuple):
    """Where in the record a rule found something."""

    field: str
    """Field of `ProcessingActivity`."""
    row: UUID | None = None
    """Key of the row in that list; None = the field as a whole."""
    column: str = ""
    """Field of the row."""
    names: tuple[Words | Template, ...] = ()
    """What is named in the message, where its text asks for {names}."""
    since: date | None = None
    """First day it holds, where that depends on the day; None = always."""


Places = Iterable[Place]
