"""What understanding knows before it reads: the open lists with their synonyms, and labels that were corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..terms import Terms
from ..topics import Topic


@dataclass(frozen=True)
class Found:
    """A term that a running text names."""

    term: Any
    start: int
    end: int


class Knowledge:
    """The terms one organisation may use, found by what people call them."""

    def __init__(self, terms: Terms, corrections: Mapping[str, Topic] | None = None) -> None:
        self.terms, self.corrections = terms, corrections or {}

    def term(self, kind: type[Any], words: str) -> Any:
        """Return the term of that list whose label, abbreviation or synonym the words are, inflected or not; else None."""
        raise NotImplementedError

    def find(self, kind: type[Any], text: str) -> list[Found]:
        """Return the terms of that list that a running text names, in its order, none inside another."""
        raise NotImplementedError

    def own(self, kind: type[Any], words: str) -> Any:
        """Return a term of the organisation's own with these words as Swedish label, its code made from them."""
        raise NotImplementedError
