"""Words in the form in which two spellings or inflections of the same thing meet."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ...search.words import stem
from ...swedish import fold

_WORD = re.compile(r"[^\W_]+(?:(?<=\b[^\W\d_])-(?=[^\W\d_])[^\W_]+)?")
"""Letters and digits; "e-post" is one word, "kontakt-uppgift" two."""

_FAMILIES = (
    (re.compile(r"ning(?:s|en|ens|ar|ars|arna|arnas)?$"), "ning"),
    (re.compile(r"[ae]nde(?:s|t|ts|n|ns|na|nas)?$"), "ande"),
    (re.compile(r"are(?:s|n|ns)?$"), "are"),
    (re.compile(r"else(?:s|n|ns|r|rs|rna|rnas)?$"), "else"),
)
"""Endings that make another word, and no other form of the same: "förvaltning" is no "förvaltare"."""

_HET = re.compile(r"(\w{2,}het)(?:s|en|ens|er|ers|erna|ernas)?")
"""Fastighet, verksamhet: their end looks like the article of a neuter word."""

_ABBREVIATION = re.compile(r"(?=(?:.*[^\W\d_a-zåäöæø]){2})[^\W_]{2,5}")
"""Two to five letters, two of them capitals: IVO, SiS, MFoF."""


@dataclass(frozen=True)
class Token:
    """A word of a text."""

    form: str
    """Lower case, without accents but å, ä and ö; the hyphen in "e-post" gone."""
    raw: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words of a text with their places in it."""
    return [Token(_form(m[0]), m[0], m.start(), m.end()) for m in _WORD.finditer(text)]


@lru_cache(maxsize=65_536)
def _form(word: str) -> str:
    return fold(unicodedata.normalize("NFC", word)).replace("-", "")


@lru_cache(maxsize=65_536)
def uninflected(form: str) -> str:
    """Return what the inflected forms of a word have in common, and no other word has."""
    if found := _HET.fullmatch(form):
        return found[1]
    family = next((name for pattern, name in _FAMILIES if pattern.search(form)), "")
    return f"{stem(form, 'sv')}~{family}" if family else stem(form, "sv")


def readings(form: str) -> tuple[str, ...]:
    """Return what a word may be a form of: "-arna" ends "anmälarna" and "ungdomarna", one of "-are" and one not."""
    plain = uninflected(form)
    return (plain, f"{plain}~are") if form.endswith(("arna", "arnas")) else (plain,)


def is_abbreviation(word: str) -> bool:
    """Return whether a word is written as an abbreviation is: it then means itself in capitals only."""
    return bool(_ABBREVIATION.fullmatch(word))
