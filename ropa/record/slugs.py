"""Names -> the words by which addresses and short names are made of them."""

import re
import unicodedata

LONGEST = 70
"""Characters."""

_PLAIN = str.maketrans(
    {
        **dict(zip("åäöéüøðłđ", "aaoeuodld", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
"""Letters that are no other letter with an accent, and would be left out; ß is two s when it is folded."""


def slug_from(name: str) -> str:
    """Return a name in small Latin letters, digits and hyphens; empty where it has none of these."""
    latin = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN)).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", latin)).strip("-_")[:LONGEST]
