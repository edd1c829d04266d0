"""A value taken apart: the things it lists, each with how often and when it occurs."""

from dataclasses import dataclass

from ...vocabulary import Occurrence


@dataclass(frozen=True)
class Item:
    """One thing of a list."""

    text: str
    """What it is, without words that only say how often or when."""
    wording: str
    """The same as it stands in the value, those words included."""
    occurrence: Occurrence | None = None
    """What the words say of how often it occurs; None where they say nothing."""
    condition: str = ""
    """When it occurs, as words that follow "only if"."""
    note: str = ""
    """What stands in brackets after it, or tells more of it."""


def items(text: str) -> list[Item]:
    """Return what a value lists: by lines, bullets, semicolons, commas and "och", brackets kept together."""
    raise NotImplementedError


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, abbreviations ("t.ex.", "12 kap. 1 §", "SFS 2010:800") kept whole."""
    raise NotImplementedError


def is_prose(text: str) -> bool:
    """Return whether a text tells in sentences rather than lists things."""
    raise NotImplementedError
