"""A document taken apart: which activities it holds, and which text stands under which label."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """A text with the label it stands under."""

    label: str
    """The label as it stands in the file; empty where the text stands under none."""
    text: str
    """The text as it stands; entries of a list and paragraphs one a line."""
    place: str
    """Where in the file."""


@dataclass(frozen=True)
class Section:
    """What a document says of one activity."""

    name: str
    """The activity's name as it stands; empty where the document names it nowhere."""
    place: str
    """Where the name stands, or where the activity begins."""
    units: tuple[str, ...] = ()
    """Names of the units it stands under, outermost first, as far as the document says."""
    passages: tuple[Passage, ...] = ()
    """All that is said of it, in the order of the document."""


@dataclass(frozen=True)
class Outline:
    """A document taken apart. Every word of it stands in one of the three."""

    file: str
    """The file's name."""
    sections: tuple[Section, ...] = ()
    """The activities."""
    shared: tuple[Passage, ...] = ()
    """What is said of all of them: who the controller is, whom to ask, rights."""
    furniture: tuple[Passage, ...] = ()
    """What only holds a document together: its title, headers of tables, captions, page numbers."""
