"""The words of a text that answer a search, marked, with a little of what stands around them."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from .text import LANGUAGES, NAME, PLACES, SUMMARY, UNIT, Indexed, Line
from .words import WORD, words

AROUND = 90
"""Characters before and after the first word that is marked."""

SHOWN_WHOLE = (NAME, SUMMARY, UNIT)
"""Places that a hit shows by itself, the words marked there."""

_ORDER = list(PLACES)

Marks = Mapping[str, Collection[str]]
"""Language -> the words of the register that answer a word asked for."""


class Piece(NamedTuple):
    """Part of a text, marked or not."""

    text: str
    is_marked: bool = False


class Excerpt(NamedTuple):
    """Where in an activity words stand, and what stands there."""

    place: str
    language: str
    pieces: Sequence[Piece]


def marked(text: str, found: Collection[str]) -> list[Piece]:
    """Return the text in pieces; `found` holds the words to mark, folded."""
    # a letter and its dots may have been typed as two characters: between those no word ends
    text, pieces, at = unicodedata.normalize("NFC", text), [], 0
    for word in WORD.finditer(text):
        if set(words(word[0])) & set(found):
            pieces += [Piece(text[at : word.start()]), Piece(word[0], True)]
            at = word.end()
    return [piece for piece in (*pieces, Piece(text[at:])) if piece.text]


def excerpts(text: Indexed, asked: Sequence[Marks], at_most: int, language: str) -> list[Excerpt]:
    """Return one place for each word asked for that does not stand in `SHOWN_WHOLE`: the place that counts most.

    `language` is the page's, preferred where a word stands in several.
    """
    lines = sorted(text.lines, key=lambda line: (line.language != language, _ORDER.index(line.place)))
    whole = _shown_whole(lines, language)
    kept: list[Line] = []
    for marks in asked:
        if not any(_has(line, marks) for line in (*whole, *kept)):
            kept += [line for line in lines if line.place not in SHOWN_WHOLE and _has(line, marks)][:1]
    found = together(asked)
    return [Excerpt(x.place, x.language, cut(marked(x.text, found[x.language]))) for x in kept[:at_most]]


def together(asked: Sequence[Marks]) -> dict[str, set[str]]:
    """Return language -> all words to mark."""
    return {x: {word for marks in asked for word in marks.get(x, ())} for x in LANGUAGES}


def _shown_whole(lines: Sequence[Line], language: str) -> list[Line]:
    """Return the lines that a hit shows by itself: in the page's language, or else in Swedish."""
    in_language = {line.place for line in lines if line.language == language}
    shown = [line for line in lines if line.place in SHOWN_WHOLE]
    return [line for line in shown if line.language == language or line.place not in in_language]


def cut(pieces: Sequence[Piece]) -> list[Piece]:
    """Return what stands around the first marked piece, the cut ends shown by three dots."""
    first = next((n for n, piece in enumerate(pieces) if piece.is_marked), 0)
    before = "".join(piece.text for piece in pieces[:first])
    start = Piece(_end(before))
    rest, room = [pieces[first]], AROUND
    for piece in pieces[first + 1 :]:
        rest.append(piece if len(piece.text) <= room or piece.is_marked else Piece(_start(piece.text, room)))
        room -= len(piece.text)
        if room <= 0:
            break
    is_cut = len(rest) < len(pieces) - first and not rest[-1].text.endswith("…")
    return [piece for piece in (start, *rest, Piece("…" if is_cut else "")) if piece.text]


def _end(text: str) -> str:
    return text if len(text) <= AROUND else "… " + text[-AROUND:].partition(" ")[2]


def _start(text: str, room: int) -> str:
    return text[: max(room, 0)].rpartition(" ")[0] + " …"


def _has(line: Line, found: Marks) -> bool:
    return not set(words(line.text)).isdisjoint(found.get(line.language, ()))
