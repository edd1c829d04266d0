"""The words of a text that answer a search, marked, with a little of what stands around them."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from .text import PLACES, Indexed, Line
from .words import WORD, words

AROUND = 90
"""Characters before and after the first word that is marked."""


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
    pieces, at = [], 0
    for word in WORD.finditer(text):
        if set(words(word[0])) & set(found):
            pieces += [Piece(text[at : word.start()]), Piece(word[0], True)]
            at = word.end()
    return [piece for piece in (*pieces, Piece(text[at:])) if piece.text]


def excerpts(text: Indexed, found: Mapping[str, Collection[str]], at_most: int, language: str) -> list[Excerpt]:
    """Return where the words stand: the places that count most first, each word at least once if there is room.

    The name is left out: it is shown whole. `language` is the one preferred where both say the same.
    """
    lines = [line for line in text.lines if line.place != "name" and _has(line, found)]
    order = list(PLACES)
    lines.sort(key=lambda line: (line.language != language, order.index(line.place)))
    kept: list[Line] = []
    said: set[str] = set()
    for line in lines:
        new = set(words(line.text)) & set(found[line.language]) - said
        if new and len(kept) < at_most and line.place not in {x.place for x in kept}:
            kept.append(line)
            said |= new
    return [Excerpt(x.place, x.language, cut(marked(x.text, found[x.language]))) for x in kept]


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


def _has(line: Line, found: Mapping[str, Collection[str]]) -> bool:
    return not set(words(line.text)).isdisjoint(found.get(line.language, ()))
