"""Words and what is left of them when endings go, in Swedish and in English.

A light stemmer: it takes the endings of number, definiteness, case and of what verbs become, and leaves more
than a linguist would. That is enough, since words are compared from their beginnings too.
"""

import re
import unicodedata
from functools import lru_cache

from ..swedish import fold

WORD = re.compile(r"[^\W_]+")

_BARE = str.maketrans("åäö", "aao")

_S = re.compile(r"(?<=[a-rt-zåäö])s$")
"""A genitive's or a passive's s; words such as "process" keep theirs."""

_SV_ENDINGS = (
    *("ningarna", "ningens", "ningen", "ningar", "ning", "ingarna", "ingen", "ingar", "ing"),
    *("andena", "andet", "anden", "ande", "elserna", "elser", "elsen", "else"),
    *("arna", "erna", "orna", "aren", "are", "ades", "ade", "ats", "at", "ad"),
    *("ena", "en", "et", "an", "na", "ar", "er", "or", "as", "a", "e"),
)
_SV_SHORT = {"et": 3, "en": 3, "ar": 3, "er": 3, "or": 3, "a": 3, "e": 3}
"""How much an ending must leave, where that is less than `_LEFT`."""
_LEFT = 4

_SV_CHANGES = (
    (re.compile(r"(?<=[aeiouyåäö])n$|(?<=el)n$"), "", 5),  # ekonomin, regeln
    (re.compile(r"(?<=sk|ig|al|iv|el)t$"), "", 4),  # ekonomiskt, socialt
    (re.compile(r"iska?$"), "", 4),  # ekonomisk, to meet ekonomi
    (re.compile(r"(?<=[tm])r$"), "", 3),  # registret, numret, to meet register, nummer
    (re.compile(r"(?<=[^aeiouyåäö])el$"), "l", 3),  # regel, to meet regler
    (re.compile(r"(?<=ll)d$"), "", 5),  # anställd, to meet anställning
    (re.compile(r"(?<=m)m$"), "", 3),  # rummet, to meet rum
)
_SV_OTHERWISE = {"böck": "bok", "städ": "stad", "länd": "land", "händ": "hand", "mödr": "mor", "fäd": "far"}
"""Plurals with another vowel."""
_SV_WHOLE = dict.fromkeys(("papper", "pappers", "papperet", "papperets"), "papper")
"""Words that would else be left with the stem of quite another: "pappa"."""

_EN_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ying",
    "ing",
    "ies",
    "ied",
    "ers",
    "er",
    "es",
    "ed",
    "ly",
    "s",
    "y",
    "e",
)
_EN_LEFT = 3


def words(text: str) -> list[str]:
    """Return the words of a text, folded: lower case, no accents but å, ä and ö."""
    return WORD.findall(fold(unicodedata.normalize("NFC", text)))


def bare(word: str) -> str:
    """Return a folded word as somebody types it who has no å, ä or ö."""
    return word.translate(_BARE)


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """Return what is left of a folded word without its endings; numbers stay as they are."""
    if not word.isalpha() or len(word) <= _EN_LEFT:
        return word
    return _swedish(word) if language == "sv" else _english(word)


def _swedish(word: str) -> str:
    if word in _SV_WHOLE:
        return _SV_WHOLE[word]
    left = _without(_genitive(word), _SV_ENDINGS, _SV_SHORT, _LEFT)
    for pattern, instead, least in _SV_CHANGES:
        changed = pattern.sub(instead, left)
        left = changed if len(changed) >= least else left
    left = _genitive(left)
    return _SV_OTHERWISE.get(left, left)


def _genitive(word: str) -> str:
    return _S.sub("", word) if len(word) > _LEFT else word


def _english(word: str) -> str:
    return word if word.endswith("ss") else _without(word, _EN_ENDINGS, {}, _EN_LEFT)


def _without(word: str, endings: tuple[str, ...], short: dict[str, int], left: int) -> str:
    """Return the word without the longest ending that leaves enough of it."""
    for ending in sorted(endings, key=len, reverse=True):
        if word.endswith(ending) and len(word) - len(ending) >= short.get(ending, left):
            return word[: -len(ending)]
    return word
