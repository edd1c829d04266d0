"""Rows of an activity: what the notice adds, and what keeps the record honest."""

from uuid import UUID

from ..vocabulary import AutomationKind, NoticeLevel, NoticeSection
from .base import Part, Text


class AutomatedDecision(Part):
    """An automated decision or profiling (Art. 13(2)(f), 22)."""

    kind: AutomationKind | None = None
    """Decision or profiling."""
    what: Text = Text()
    """What is decided."""
    logic: Text = Text()
    """The logic involved."""
    consequences: Text = Text()
    """What it means for the person."""
    review: Text = Text()
    """How one gets a person to look at it."""


class NoticeText(Part):
    """An authored text in the notice, inherited downwards (Art. 12(1))."""

    section: NoticeSection | None = None
    """The section it stands first in."""
    text: Text = Text()
    """The text."""
    level: NoticeLevel = NoticeLevel.ACTIVITY
    """Where it was written; lower levels inherit it."""
    for_children: bool = False
    """Written for children (Art. 12(1))."""


class Withheld(Part):
    """A field that is kept from the public, said openly instead of left out silently."""

    about: UUID | None = None
    """Key of the row; None = the activity itself."""
    field: str = ""
    """Name of the withheld field."""
    reason: Text = Text()
    """Why, in words a resident can read. The provision is a `LegalProvision`."""


class OriginalWording(Part):
    """The words an imported value came from. Internal."""

    about: UUID | None = None
    """Key of the row; None = the activity itself. The row may be gone: then it is known that a file said it."""
    field: str = ""
    """Name of the field; "unplaced" for a text, after its label, that was not placed when it was imported."""
    text: str = ""
    """The words as they stood."""
    file: str = ""
    """Name of the file."""
    place: str = ""
    """Where in the file: page, table, row, cell, or sheet and cell."""


class Unplaced(Part):
    """A text from an import that was not understood, kept until someone deals with it."""

    label: str = ""
    """The heading or label it stood under."""
    text: str = ""
    """The words as they stood."""
    file: str = ""
    """Name of the file."""
    place: str = ""
    """Where in the file."""
