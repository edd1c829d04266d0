"""A document -> its activities, each with its texts under their labels. Pure: what it knows of labels is data.

By shape: tables with labels in the first column (`label_value`), with labels on top (`records`), with an activity a
column (`transposed`), sheets (`sheets`), and text under headings and labels (`marks` -> `tree` -> `headed`).
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from ..documents import Document, Table
from ..passages import Outline, Passage
from ..topics import Topic
from . import headed, sheets
from .boxes import ticked
from .collecting import Found
from .complete import forgotten
from .labels import topics_of
from .marks import marks
from .reached import with_party
from .rows import LABEL_LENGTH

_SIGNS = re.compile(r"(?:(?<=\S)\s+|^)[|¦•‣▪·](?=\s)\s+")


def outline(document: Document, corrections: Mapping[str, Topic] | None = None) -> Outline:
    """Return a document taken apart; every word of it stands in a section, in `shared` or in `furniture`.

    `corrections` are labels in their `labels.normal` form with what a user said they ask for.
    """
    known = corrections or {}
    if any(isinstance(block, Table) and block.sheet for block in document.blocks):
        found = sheets.read(document, known)
    else:
        found = headed.read(marks(document, known), known)
    found.shared = [*with_party(found.shared, known), *forgotten(document, found)]
    for group in found.groups:
        group.passages = with_party(group.passages, known)
    _under_shared_units(found, known)
    return _outline(document.file, found)


def _under_shared_units(found: Found, corrections: Mapping[str, Topic]) -> None:
    """Put the activities under the unit that is named once for all of them."""
    shared = [
        p.text for p in found.shared if topics_of(p.label, corrections) == (Topic.UNIT,) and len(p.text) <= LABEL_LENGTH
    ]
    for group in found.groups:
        group.units = (*shared, *group.units)


def _outline(file: str, found: Found) -> Outline:
    """Return what was found: empty texts and choices that nobody ticked say nothing of an activity."""
    shared, unticked = ticked(_with_signs_as_lines(p) for p in found.shared if p.text)
    for group in found.groups:
        group.passages, open_ = ticked(map(_with_signs_as_lines, group.passages))
        unticked += open_
    all_of = [*found.shared, *(p for group in found.groups for p in group.passages)]
    empty = [p for p in all_of if not p.text]
    furniture = (*found.furniture, *empty, *unticked)
    return Outline(file, tuple(group.section() for group in found.groups), tuple(shared), furniture)


def _with_signs_as_lines(passage: Passage) -> Passage:
    """Return a passage whose entries, set apart by signs that no sentence has, stand one a line."""
    text = _SIGNS.sub("\n", passage.text)
    return replace(passage, text=text.lstrip("\n")) if text != passage.text else passage
