"""What stands in a cell, and back: texts that a spreadsheet would bend, lists, periods, and the marks of translations."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from django.utils.translation import override

from ..wording import period_words

LIMIT = 32_000
"""Characters of a cell as a spreadsheet counts them (UTF-16); Excel holds 32,767."""

CONTINUED = "~"
"""Comes before the number of a column that goes on where another was full, as in "note~2"."""

LANGUAGE = "@"
"""Comes before the language of a column, as in "note@en"."""

_RISKY = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\u27e6]"
    "|_(?=x[0-9A-Fa-f]{4}_)|x(?=005F_)"
)  # fmt: skip
_BENT = re.compile("[\u27e6\r]|_x000D_")
_ESCAPED = re.compile("\u27e6U\\+([0-9A-F]{4})\u27e7")


def escaped(text: str) -> str:
    """Return a text with ⟦U+0007⟧ for each character that XML or a spreadsheet would drop or bend."""
    return _RISKY.sub(_escape, text)


def unescaped(text: str) -> str:
    """Return the text that `escaped` was given. Line breaks are those of the record, however the program writes them."""
    if not _BENT.search(text):
        return text
    return _ESCAPED.sub(
        lambda found: chr(int(found[1], 16)), text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    )


def _escape(found: re.Match[str]) -> str:
    return f"\u27e6U+{ord(found[0]):04X}\u27e7"


def pieces(text: str) -> Iterator[str]:
    """Yield the text in pieces that a cell can hold, one at least; no character is cut in two."""
    if len(text) * 2 <= LIMIT:
        yield text
        return
    start = size = 0
    for place, letter in enumerate(text):
        size += 1 + (letter > "\uffff")
        if size > LIMIT:
            yield text[start:place]
            start, size = place, 1 + (letter > "\uffff")
    yield text[start:]


# --- lists ------------------------------------------------------------------------------------------------------------


def listed(items: Iterable[str]) -> str:
    """Return texts one a line; an empty one and line breaks inside one are written out."""
    return "\n".join(item.replace("\n", "\u27e6U+000A\u27e7") or "\u27e6\u27e7" for item in map(escaped, items))


def unlisted(text: str) -> list[str]:
    """Return the texts of a cell that has one a line; lines with nothing on them are none."""
    lines = (line.strip() for line in text.replace("\r\n", "\n").split("\n"))
    return [unescaped(line) if line != "\u27e6\u27e7" else "" for line in lines if line]


# --- periods ----------------------------------------------------------------------------------------------------------

_UNITS = {
    "Y": "år year years",
    "M": "månad månader mån month months",
    "W": "vecka veckor week weeks",
    "D": "dag dagar dygn day days",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_WORDS = re.compile(r"(\d+)\s*([a-zåäö]+)\.?(?:\s+|$)")


def period_said(period: str) -> str:
    """Return a period in words, as in "5 år"; as it is where the words would say another."""
    words = period_words(period)
    return words if period_read(words) == period else period


def period_read(text: str) -> str:
    """Return the ISO 8601 duration of "5 år", "1 year 6 months" or "P5Y"; the text itself where it is none of them."""
    plain = re.sub(r"\s+(?:och|and)\s+|,\s*", " ", text.casefold().strip())
    found = _WORDS.findall(plain)
    units = [_UNIT_OF.get(word, "") for _number, word in found]
    in_order = sorted(set(units), key="YMWD".find) == units
    if not found or "" in units or not in_order or _WORDS.sub("", plain):
        return text.strip().upper() if re.fullmatch(r"[pP][\dymwdYMWD]+", text.strip()) else text
    return "P" + "".join(f"{int(number)}{unit}" for (number, _word), unit in zip(found, units, strict=True))


def in_languages(*languages: str) -> Iterator[str]:
    """Yield the languages, each active while it is looked at."""
    for language in languages:
        with override(language):
            yield language


# --- marks ------------------------------------------------------------------------------------------------------------


def fingerprint(text: str) -> str:
    """Return a short mark of a translation, by which one sees that somebody wrote another."""
    return sha256(text.encode()).hexdigest()[:8]
