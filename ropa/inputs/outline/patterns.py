"""Patterns of words, as fixtures/reading/labels.toml writes them: "käll*|källa uppgift* -känslig*"."""

from collections.abc import Sequence
from dataclasses import dataclass

Words = Sequence[str]
"""Folded words of a label."""


@dataclass(frozen=True)
class Pattern:
    """Words that must stand in a label, in any order, and words that must not."""

    needed: tuple[tuple[str, ...], ...]
    barred: tuple[str, ...]

    def fits(self, words: Words) -> bool:
        """Return whether a label has the words."""
        return all(_one_of(words, choice) for choice in self.needed) and not _one_of(words, self.barred)


def pattern(written: str) -> Pattern:
    """Return the pattern that is written so: "a b" both, "a|b" either, "a*" what begins so, "*a" what ends so, "-a" not there."""
    choices = written.split()
    needed = tuple(tuple(c.split("|")) for c in choices if not c.startswith("-"))
    return Pattern(needed, tuple(c[1:] for c in choices if c.startswith("-")))


def _one_of(words: Words, choice: tuple[str, ...]) -> bool:
    return any(_is(word, wanted) for wanted in choice for word in words)


def _is(word: str, wanted: str) -> bool:
    bare = wanted.strip("*")
    if wanted.startswith("*"):
        return bare in word if wanted.endswith("*") else word.endswith(bare)
    return word.startswith(bare) if wanted.endswith("*") else word == bare
