"""Patterns of words, as fixtures/reading/labels.toml writes them: "käll*|källa uppgift* -känslig*"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Words = Sequence[str]
"""Folded words of a label."""


@dataclass(frozen=True)
class Pattern:
    """Words that must stand in a label, in any order, and words that must not."""

    needed: tuple[re.Pattern[str], ...]
    barred: re.Pattern[str] | None

    def fits(self, words: Words) -> bool:
        """Return whether a label has the words."""
        return self.fits_text(" ".join(words))

    def fits_text(self, text: str) -> bool:
        """Return the same of a label's words with blanks between them."""
        return all(choice.search(text) for choice in self.needed) and not (self.barred and self.barred.search(text))


def pattern(written: str) -> Pattern:
    """Return the pattern that is written so.

    "a b" both, "a|b" either, "a*" what begins so, "*a" what ends so, "-a" not there.
    """
    choices = written.split()
    needed = tuple(_any_of(choice.split("|")) for choice in choices if not choice.startswith("-"))
    barred = [choice[1:] for choice in choices if choice.startswith("-")]
    return Pattern(needed, _any_of(barred) if barred else None)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(word).replace(r"\*", "[^ ]*") for word in words)
    return re.compile(f"(?:^|(?<= ))(?:{either})(?= |$)")
