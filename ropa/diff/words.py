"""Two texts, word by word: what stayed, what was taken away, what came."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

AROUND = 30
"""So many tokens of what stayed are shown on either side of a change; a word and the blank after it are two."""
ALIKE = 1 / 3
"""Texts that share less of their words than this are shown one after the other: a mosaic reads worse."""
AT_MOST = 4_000_000
"""Pairs of tokens that are compared; above it the texts are taken as wholly different, or a page would take seconds."""

_TOKEN = re.compile(r"\w+(?:[-:./@]\w+)*|\s+|[^\w\s]")
"""A word, white space or a sign; a date, an address and a number with its parts are one word."""


class Run(NamedTuple):
    """A piece of text and what became of it."""

    kind: Literal["same", "elided", "removed", "added"]
    """`elided` stayed as well, and may be left out where only the change matters."""
    text: str


def words(old: str, new: str) -> tuple[Run, ...]:
    """Return what became of each word, white space kept.

    All runs but the added ones give the old text, all but the removed ones the new.
    """
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces = list(_pieces(a, b))
    last = len(pieces) - 1
    return tuple(run for place, piece in enumerate(pieces) for run in _runs(*piece, place == 0, place == last))


Piece = tuple[list[str], list[str], bool]
"""Old tokens, new tokens, whether they are the same."""


def _pieces(a: list[str], b: list[str]) -> Iterator[Piece]:
    start = _shared(a, b)
    end = _shared(a[start:][::-1], b[start:][::-1])
    middle = a[start : len(a) - end], b[start : len(b) - end]
    between = list(_compared(*middle)) if all(middle) else [(*middle, False)] if any(middle) else []
    edges = [(a[:start], b[:start], True)], [(a[len(a) - end :], b[len(b) - end :], True)]
    found = [piece for piece in [*edges[0], *between, *edges[1]] if piece[0] or piece[1]]
    yield from found if _are_alike(a, b, found) else [(a, b, False)]


def _shared(a: list[str], b: list[str]) -> int:
    """Return with how many equal tokens both begin."""
    pairs = zip(a, b, strict=False)
    return next((n for n, (x, y) in enumerate(pairs) if x != y), min(len(a), len(b)))


def _compared(a: list[str], b: list[str]) -> Iterator[Piece]:
    """Join what changed around blanks and commas alone, so that a phrase changes as a phrase."""
    if len(a) * len(b) > AT_MOST:
        yield a, b, False
        return
    pending: tuple[list[str], list[str]] = ([], [])
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal" and _says_something(a[i:j]):
            yield from [(*pending, False)] if any(pending) else []
            pending = ([], [])
            yield a[i:j], b[k:m], True
        else:
            pending = (pending[0] + a[i:j], pending[1] + b[k:m])
    if any(pending):
        yield *pending, pending[0] == pending[1]


def _says_something(tokens: Iterable[str]) -> bool:
    return any(token[0].isalnum() for token in tokens)


def _are_alike(a: list[str], b: list[str], found: list[Piece]) -> bool:
    most = max(_count(a), _count(b))
    return most == 0 or a == b or sum(_count(old) for old, _new, same in found if same) >= most * ALIKE


def _count(tokens: Iterable[str]) -> int:
    return sum(token[0].isalnum() for token in tokens)


def _runs(old: list[str], new: list[str], same: bool, first: bool, last: bool) -> Iterator[Run]:
    if not same:
        yield from (Run(kind, "".join(t)) for kind, t in (("removed", old), ("added", new)) if t)  # type: ignore[arg-type]
        return
    head = 0 if first else AROUND
    tail = len(old) - (0 if last else AROUND)
    if tail - head <= AROUND or (first and last):
        yield Run("same", "".join(old))
        return
    cut = (("same", old[:head]), ("elided", old[head:tail]), ("same", old[tail:]))
    yield from (Run(kind, "".join(tokens)) for kind, tokens in cut if tokens)  # type: ignore[arg-type]
