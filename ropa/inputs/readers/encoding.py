"""Bytes -> text. A file of plain text does not say how its letters are kept: it is seen from what they look like."""

import codecs
import re
import unicodedata
from collections import Counter
from encodings.aliases import aliases

from .refused import Refused

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order mark -> encoding. UTF-32 before UTF-16, whose mark begins it."""

SINGLE = ("cp1252", "cp850", "mac_roman")
"""Windows; DOS and what old systems export; old Macs and Excel for Mac. The first wins where two fit as well."""

TABLES = (
    *SINGLE,
    *("utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "cp437", "cp865", "cp1250", "cp1251", "cp1253"),
    *("cp1254", "cp1257", "iso8859_2", "iso8859_4", "iso8859_5", "iso8859_9", "iso8859_10", "iso8859_13", "iso8859_15"),
)
"""All encodings that are read, as Python's modules are named: where no file can be opened they must be loaded before."""

LETTERS = set("åäöÅÄÖéÉüÜæøÆØ")
"""Letters of Nordic words; those of other languages are likely in names alone."""
SIGNS = set("“”„‘’–—•…§°´·«»½¼€£©®\u00a0¨²³")

HIGH = re.compile("[^\x00-\x7f]")
SEEN = 100_000
"""Characters that the guess looks at, from the first that is not ASCII: enough for a long document."""

NULS = 0.4
"""Share of NUL bytes at even or odd places from which text is UTF-16 without its mark."""


def decode(content: bytes, stated: str = "") -> str:
    """Return a file's text; `stated` is the encoding that it says it has, if it does.

    Bytes that fit nowhere become "�". Raises `Refused` for what is no text.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if b"\0" in content:
        return _wide(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _narrow(content, stated)


def _wide(content: bytes) -> str:
    """Return UTF-16 text without a byte order mark, told by the NULs beside its Latin letters."""
    half = max(len(content) // 2, 1)
    even, odd = content[::2].count(0) / half, content[1::2].count(0) / half
    if max(even, odd) < NULS or min(even, odd) > NULS / 4:
        raise Refused("not_text")
    return content.decode("utf-16-le" if odd > even else "utf-16-be", "replace")


def _narrow(content: bytes, stated: str) -> str:
    if _mostly_utf8(content):
        return content.decode("utf-8", WINDOWS_HERE_AND_THERE)
    if (text := _as_stated(content, stated)) is not None:
        return text
    return content.decode(guess(content), "replace")


def _mostly_utf8(content: bytes) -> bool:
    """Return whether most letters beyond ASCII are UTF-8: pieces of another file were pasted in, or the end is cut."""
    text = content.decode("utf-8", "replace")
    strange = text.count("\ufffd")
    return len(HIGH.findall(text)) - strange > strange


def _windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


WINDOWS_HERE_AND_THERE = "ropa_windows"
codecs.register_error(WINDOWS_HERE_AND_THERE, _windows)


def _as_stated(content: bytes, stated: str) -> str | None:
    """Return the text in the encoding that it states, read as browsers do: Latin-1 is Windows-1252."""
    name = stated.lower().replace("-", "_").replace(":", "_").strip("_")
    name = aliases.get(name, name)
    name = "cp1252" if name in {"latin_1", "iso8859_1", "ascii"} else name
    return content.decode(name, "replace") if name in TABLES else None


def guess(content: bytes) -> str:
    """Return which of the single-byte encodings gives words and quotation marks that look like such."""
    first = re.search(b"[\x80-\xff]", content)
    start = max(first.start() - 1, 0) if first else 0
    seen = content[start : start + SEEN]
    return max(SINGLE, key=lambda encoding: _likeness(seen.decode(encoding, "replace")))


def _likeness(text: str) -> float:
    """Return how much a text looks like one: each kind of place counts once for each time it is there."""
    places = Counter(
        text[max(m.start() - 1, 0) : m.end() + 1] if m.start() else f" {text[: m.end() + 1]}"
        for m in HIGH.finditer(text)
    )
    return sum(times * _fits(place[0], place[1], place[2:]) for place, times in places.items())


def _fits(before: str, sign: str, after: str) -> float:
    """Return 1 for a sign in its place down to -1 for one that makes no sense there."""
    inside = before.isalpha() and after.isalpha()
    if sign in LETTERS:
        if sign.isupper() and before.islower():
            return -1
        return 1 if before.isalpha() or after.isalpha() or not (before + after).strip() else 0
    if sign in SIGNS:
        return -1 if inside and sign not in "’–\u00a0´·" else 0.9
    if sign in "áíóúàèêëç":
        return 0.7 if before.isalpha() or after.isalpha() else 0
    return -0.3 if unicodedata.category(sign).startswith("L") else -1
