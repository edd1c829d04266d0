"""The last look: what of a document stands nowhere yet is said of all its activities, whatever a shape forgot."""

import re
from collections.abc import Iterable, Iterator

from ..documents import Cell, Document, Line
from ..passages import Passage
from .collecting import Found

_WORD = re.compile(r"[^\W_]+")


def forgotten(document: Document, found: Found) -> list[Passage]:
    """Return the lines and cells of a document with a word that no name, unit, label or text has."""
    said = {word for text in _said(found) for word in _words(text)}
    return [p for p in _texts(document) if not said.issuperset(_words(p.text))]


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _said(found: Found) -> Iterator[str]:
    passages = [*found.shared, *found.furniture, *(p for group in found.groups for p in group.passages)]
    for passage in passages:
        yield from (passage.label, passage.text)
    for group in found.groups:
        yield from (group.name, *group.units)


def _texts(document: Document) -> Iterator[Passage]:
    for block in document.blocks:
        if isinstance(block, Line):
            yield Passage("", block.text, block.place)
            continue
        yield Passage("", block.caption, block.place)
        yield from (Passage("", cell.text, cell.place) for row in block.rows for cell in _own(row))


def _own(row: Iterable[Cell]) -> Iterator[Cell]:
    return (cell for cell in row if not cell.repeated)
