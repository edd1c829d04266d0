"""Whether two words are the same, or one a part of the other."""

from dataclasses import dataclass

from .words import bare
from .words import stem as stem_of

WHOLE, STEM, BEGINS, ENDS, WITHIN, CUT = 1.0, 0.95, 0.7, 0.65, 0.5, 0.35
"""How well a word answers: as it was typed, in another form, as the first or last part of a longer one, inside it.

`CUT` is what begins as the stem does, yet not as it was typed: "skolskjuts" for "skola", but "papper" for "pappa" too.
"""

LEAST = 3
"""Letters that a part must have to be found in a longer word."""

BEFORE = 3
"""Letters that must stand before the last part of a compound: else "elev" would be found in words that only end so."""

FIRST = 4
"""Letters that the first part of a compound must have to be looked for alone, and what follows it too."""

INSIDE = 5
"""Letters that a part must have to be found inside a word, and the last part to be looked for alone."""


@dataclass(frozen=True)
class Form:
    """A word with what it is compared by."""

    word: str
    stem: str
    bare_word: str
    """The word without the dots and rings of å, ä and ö."""
    bare_stem: str
    letters: frozenset[str]
    """Those of the bare word: what shares few of them is not worth a closer look."""

    @property
    def is_bare(self) -> bool:
        """Whether it has no å, ä or ö, so that somebody may have typed it who has none."""
        return self.word == self.bare_word


def form(word: str, language: str) -> Form:
    """Return a folded word ready to be compared in a language."""
    left, plain = stem_of(word, language), bare(word)
    return Form(word, left, plain, bare(left), frozenset(plain))


def grade(asked: Form, found: Form, language: str) -> float:
    """Return how well a word of the register answers the one asked for; 0 where it does not."""
    return _grade(asked, found.word, found.stem, language)


def bare_grade(asked: Form, found: Form, language: str) -> float:
    """Return the same for somebody who types no å, ä or ö. Who types one of them means it: 0."""
    return _grade(asked, found.bare_word, found.bare_stem, language) if asked.is_bare else 0


def _grade(asked: Form, word: str, stem: str, language: str) -> float:
    if word == asked.word:
        return WHOLE
    if stem == asked.stem:
        return STEM
    if len(asked.stem) < LEAST:
        return 0
    if word.startswith(asked.word):
        return BEGINS
    part = _compound(asked.stem, stem) if language == "sv" and asked.word.isalpha() else 0
    return part or (CUT if word.startswith(asked.stem) else 0)


def is_first_part(asked: Form, found: Form) -> bool:
    """Return whether a word of the register, or its stem, begins a compound that was asked for: "hälsa", "hälsouppgift"."""
    return FIRST <= len(found.stem) <= len(asked.word) - FIRST and asked.word.startswith(found.stem)


def is_last_part(asked: Form, found: Form) -> bool:
    """Return whether a word of the register ends a compound that was asked for."""
    return INSIDE <= len(found.stem) <= len(asked.stem) - BEFORE and asked.stem.endswith(found.stem)


def _compound(part: str, whole: str) -> float:
    at = whole.rfind(part)
    if at < BEFORE:
        return 0
    if at + len(part) == len(whole):
        return ENDS
    return WITHIN if len(part) >= INSIDE else 0
