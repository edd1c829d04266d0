"""Text as the rest of the house can keep it: the same letters, without what no database and no XML takes."""

import re
import unicodedata

BREAKS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
UNKEEPABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of surrogate pairs, and what Unicode says is no character."""
HINTS = re.compile("[\u00ad\ufeff]")
"""Where a word may be broken, and a byte order mark inside the text: nothing that is read."""

BULLET = re.compile(r"^[^\S\n]*([•·‣▪◦●○■□–—*\-\uf0b7\uf0a7])[^\S\n]+(?=\S)")
"""The sign before an entry of a list that was typed by hand; Word's symbol fonts put theirs in the private area."""

BOXES = {"\uf0fe": "☒", "\uf0a8": "☐", "\uf06f": "☐", "\uf0fd": "☒", "\uf0fc": "✓", "\uf0a3": "☐", "\uf052": "☑"}
"""Check boxes and ticks of the font Wingdings -> the Unicode character that looks like it."""


def clean(text: str) -> str:
    """Return a text with `\\n` for all line breaks, composed letters (å as one) and "�" for what cannot be kept.

    Zero-width joiners and marks of writing direction belong to the text and stay; soft hyphens go.
    """
    text = UNKEEPABLE.sub("\ufffd", BREAKS.sub("\n", HINTS.sub("", text)))
    return unicodedata.normalize("NFC", text)


def trimmed(text: str) -> str:
    """Return a text without blanks around it and its lines, and without empty lines."""
    lines = (line.strip(" \t\xa0") for line in text.split("\n"))
    return "\n".join(line for line in lines if line).strip()


def without_bullet(text: str) -> str | None:
    """Return the text after a typed bullet, or None where there is none."""
    found = BULLET.match(text)
    return text[found.end() :] if found else None
