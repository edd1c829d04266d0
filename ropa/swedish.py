"""Swedish order and folding of text, the same on every database."""

import unicodedata

_LAST = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}
"""Å, Ä and Ö sort after Z: replaced by the characters that follow z in ASCII."""


def fold(text: str) -> str:
    """Return lower-cased text without accents; å, ä and ö stay letters of their own."""
    folded = text.casefold()
    return folded if folded.isascii() else "".join(c if c in "åäö" or c < "\x80" else _bare(c) for c in folded)


def sort_key(text: str) -> str:
    """Return ASCII text that sorts as Swedish does (A … Z Å Ä Ö), for a stored column."""
    folded = text.casefold()
    if folded.isascii():
        return folded[:200]
    folded = "".join(c if c < "\x80" else _LAST.get(c) or _bare(c) for c in folded)
    return folded.encode("ascii", "replace").decode()[:200]


def _bare(character: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
