"""A document's blocks as they are used: which line is a label, which a heading, which a text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ..documents import Cell, Document, Line, LineKind, Table
from ..topics import Topic
from . import broken_labels, tables
from .collecting import Found
from .colon import Labelled, anything_before_colon, labelled, labels_inside
from .headings import is_title, is_unit
from .labels import Corrections, is_listed, is_question, is_weak, normal, topics_of
from .rows import as_text, distinct

LABEL_LENGTH, NAME_LENGTH, NAME_WORDS = 110, 100, 14
"""Characters and words: what is longer is a text."""

_NAMING = {Topic.NAME, Topic.UNIT, Topic.REFERENCE, Topic.FURNITURE}
"""What a weak label is not taken for as a heading: "Register" may be a title, "Verksamhet" a unit."""

_RULE = re.compile(r"[\W_]{3,}")
_CAPTION = re.compile(r"(?:tabell|table|tabel|figur|bild)\s*\d+\b[.:]?\s*(?P<words>.{0,80})", re.I)
_DAY = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b")
_INNER = re.compile(r"[.:;]\s")
"""Inside a name there are no sentences."""
_PAGE = re.compile(r"(?:sida|side|page|s\.)?\s*\d{1,4}\s*(?:(?:av|of|/|\(|af)\s*\d{1,4}\)?)?", re.I)


class Use(Enum):
    """What a line is used for."""

    HEADING = "heading"
    LABEL = "label"
    TEXT = "text"
    TABLE = "table"
    RULE = "rule"
    FURNITURE = "furniture"


@dataclass(frozen=True)
class Mark:
    """A line, a piece of one, or a table."""

    use: Use
    text: str
    place: str
    topics: tuple[Topic, ...] = ()
    level: int = 0
    """Of a real heading; 0 where it only looks like one."""
    value: str = ""
    """What stands on the label's own line."""
    whole: str = ""
    """That line as it stands."""
    inline: bool = False
    """Whether the label stands on the line of its value."""
    alone: bool = True
    """Whether it is no entry of a list."""
    bold: bool = False
    found: Found | None = None
    """What the table holds."""


def after(found: Sequence[Mark], index: int) -> Iterator[Mark]:
    """Yield the marks after one of them."""
    return (found[i] for i in range(index + 1, len(found)))


def marks(document: Document, corrections: Corrections) -> list[Mark]:
    """Return the marks of a document in its order."""
    blocks = broken_labels.mended(document.blocks, corrections)
    first = [mark for block in blocks for mark in _marks_of(block, corrections)]
    return _named(_with_neighbours(_known_by_neighbours(first, corrections), corrections))


def _marks_of(block: Line | Table, corrections: Corrections) -> Iterator[Mark]:
    if isinstance(block, Line):
        yield from _marks_of_line(block, corrections)
    else:
        yield from _marks_of_table(block, corrections)


def _marks_of_table(table: Table, corrections: Corrections) -> Iterator[Mark]:
    found = tables.read_table(table, corrections)
    if found is not None:
        yield Mark(Use.TABLE, table.caption, table.place, found=found)
    elif all(len(distinct(row)) < 2 for row in table.rows):
        for cell in (cell for row in table.rows for cell in distinct(row)):
            yield from _marks_of_line(Line(cell.text, cell.place, bold=cell.bold), corrections)
    else:
        head, body = _headed(table)
        if head:
            yield Mark(Use.FURNITURE, "\n".join(cell.text for cell in head), table.place)
        yield Mark(Use.TEXT, as_text(body), table.place, alone=False)
    if table.caption and found is None:
        yield Mark(Use.FURNITURE, table.caption, table.place)


def _headed(table: Table) -> tuple[list[Cell], Table]:
    """Return the cells of a table's first row where they are its headers, set in bold, and the rest of the table."""
    head, *rows = (distinct(row) for row in table.rows)
    bold = len(head) > 1 and all(cell.bold for cell in head)
    body = [cell for row in rows for cell in row]
    if not bold or not body or all(cell.bold for cell in body):
        return [], table
    return head, replace(table, rows=table.rows[1:])


def _marks_of_line(line: Line, corrections: Corrections) -> Iterator[Mark]:
    if line.kind is LineKind.HEADING:
        yield _heading(line, corrections)
        return
    listed = line.kind is LineKind.ITEM
    lines = [piece.strip() for piece in line.text.splitlines() if piece.strip()]
    pieces = lines if listed else [piece for text in lines for piece in labels_inside(text, corrections)]
    for piece in pieces:
        yield _piece(piece, line, listed, corrections)


def _heading(line: Line, corrections: Corrections) -> Mark:
    if (said := labelled(line.text, corrections, dashes=False)) and said.value:
        if said.topics[0] is Topic.NAME:
            return Mark(Use.HEADING, said.value, line.place, level=line.level, whole=line.text)
        return Mark(Use.LABEL, said.label, line.place, said.topics, 0, said.value, line.text, True)
    topics = topics_of(line.text, corrections)
    if is_weak(line.text) and topics[:1] and topics[0] in _NAMING:
        topics = ()
    use = Use.LABEL if topics or line.text.endswith("?") else Use.HEADING
    return Mark(use, line.text, line.place, topics, level=line.level)


def _piece(text: str, line: Line, listed: bool, corrections: Corrections) -> Mark:
    alone = not listed
    if _RULE.fullmatch(text):
        return Mark(Use.RULE, text, line.place)
    if alone and ((_PAGE.fullmatch(text) and len(text) < 20) or _CAPTION.fullmatch(text)):
        return Mark(Use.FURNITURE, text, line.place)
    if said := labelled(text, corrections):
        return _inline(said, text, line, alone)
    topics = () if listed else _whole(text, line.bold, corrections)
    if topics:
        return Mark(Use.LABEL, text, line.place, topics, alone=alone, bold=line.bold)
    return Mark(Use.TEXT, text, line.place, alone=alone, bold=line.bold)


def _inline(said: Labelled, text: str, line: Line, alone: bool) -> Mark:
    mark = Mark(Use.LABEL, said.label, line.place, said.topics, 0, said.value, text)
    return replace(mark, inline=True, alone=alone, bold=line.bold)


def _whole(text: str, bold: bool, corrections: Corrections) -> tuple[Topic, ...]:
    """Return the topics of a line that is a label and nothing else."""
    if len(text) > LABEL_LENGTH or (text.endswith((".", "!", ",", ";")) and not text.endswith("…")):
        return ()
    topics = topics_of(text, corrections)
    sure = (is_question(text) and text.rstrip(" *").endswith("?")) or bold or (is_listed(text) and not is_weak(text))
    known = corrections.get(normal(text)) if corrections else None
    return topics if sure or known else ()


# what only its neighbours tell


def _known_by_neighbours(found: Sequence[Mark], corrections: Corrections) -> list[Mark]:
    """Return the marks with unknown beginnings of lines as labels, where lines around them begin with labels."""
    seen = _repeated_beginnings(found)
    result: list[Mark] = []
    for index, mark in enumerate(found):
        if mark.use is Use.TEXT and mark.alone | _in_a_run(result) and (said := anything_before_colon(mark.text)):
            following = next((m for m in after(found, index) if m.use is not Use.RULE), None)
            between = (_in_a_run(result) or normal(said.label) in seen) and (following is None or following.inline)
            if between or (_in_a_run(result) and normal(said.label) in seen):
                mark = replace(mark, use=Use.LABEL, text=said.label, value=said.value, whole=mark.text, inline=True)
        result.append(mark)
    return result


def _in_a_run(before: Sequence[Mark]) -> bool:
    """Return whether the mark before is a label with its value on its line."""
    around = (m for m in reversed(before) if m.use is not Use.RULE)
    nearest = next(around, None)
    last = nearest
    while last is not None and last.use is Use.TEXT and not last.alone:
        last = next(around, None)
    return last is not None and last.inline and (bool(last.value) or last is not nearest)


def _repeated_beginnings(found: Iterable[Mark]) -> set[str]:
    """Return beginnings of lines that occur several times: the forms of a register repeat their labels."""
    said = Counter(normal(s.label) for m in found if m.use is Use.TEXT and (s := anything_before_colon(m.text)))
    return {label for label, times in said.items() if times > 1}


def _with_neighbours(found: Sequence[Mark], corrections: Corrections) -> list[Mark]:
    """Return the marks without labels that are content: weak ones alone in a text, and those of the label's own topic."""
    result: list[Mark] = []
    current: Mark | None = None
    for index, mark in enumerate(found):
        loose = mark.use is Use.LABEL and mark.inline and not mark.level
        if loose and _is_content(mark, current, next(after(found, index), None)):
            mark = replace(mark, use=Use.TEXT, text=mark.whole, value="", inline=False, topics=())
        if mark.use in {Use.LABEL, Use.HEADING, Use.TABLE}:
            current = mark if mark.use is Use.LABEL else None
        result.append(mark)
    return result


def _is_content(mark: Mark, current: Mark | None, following: Mark | None) -> bool:
    """Return whether a line with a label is part of the text of the label above it."""
    if current is None:
        return is_weak(mark.text) and not (following and following.use is Use.LABEL)
    if current.inline and current.value and mark.alone >= current.alone:
        return False
    same = bool(mark.topics) and set(mark.topics) <= set(current.topics)
    return same or (is_weak(mark.text) and not current.inline) or (not mark.alone and current.alone)


# names


def _named(found: Sequence[Mark]) -> list[Mark]:
    """Return the marks with lines as headings that look like one and stand right above labels or a table."""
    result = list(found)
    names = _leading(result)
    for index in sorted(names, reverse=True):
        result[index] = replace(result[index], use=Use.HEADING)
        above = _before(result, index)
        while above is not None and _may_lead(result, above):
            result[above] = replace(result[above], use=Use.HEADING)
            above = _before(result, above)
    return result


def _before(found: Sequence[Mark], index: int) -> int | None:
    before = (i for i in range(index - 1, -1, -1) if found[i].use not in {Use.RULE, Use.FURNITURE})
    return next(before, None)


def _may_lead(found: Sequence[Mark], index: int) -> bool:
    """Return whether a line above a name is a heading too: of a unit or of the document."""
    mark, above = found[index], _before(found, index)
    waiting = above is not None and _waits(found[above])
    return mark.use is Use.TEXT and looks_like_name(mark) and not waiting and (above is None or is_unit(mark.text))


def _leading(found: Sequence[Mark]) -> set[int]:
    """Return where a line is the name of what its labels, the first or the same again, are about."""
    names: set[int] = set()
    seen: set[str] = set()
    for index, mark in enumerate(found):
        if mark.use is Use.LABEL:
            seen.add(normal(mark.text))
        elif mark.use in {Use.HEADING, Use.TABLE}:
            seen = set()
        elif mark.use is Use.TEXT and looks_like_name(mark) and _leads(found, index, seen) and not is_title(mark.text):
            names.add(index)
            seen = set()
    return names


def _leads(found: Sequence[Mark], index: int, seen: set[str]) -> bool:
    before = found[index - 1] if index else None
    if before is not None and not found[index].bold and (_waits(before) or _is_name_itself(before)):
        return False
    following = _first_after(found, index, 3 if found[index].bold else 0)
    if following is None or following.use is Use.TABLE:
        return following is not None
    return following.use is Use.LABEL and (not seen or normal(following.text) in seen)


def _is_name_itself(mark: Mark) -> bool:
    return mark.use is Use.HEADING and mark.level > 0 and not is_title(mark.text) and not is_unit(mark.text)


def _waits(mark: Mark) -> bool:
    """Return whether a label still has no value."""
    return mark.use is Use.LABEL and not mark.value


def _first_after(found: Sequence[Mark], index: int, texts: int) -> Mark | None:
    """Return the next mark that is no text, when no more than so many texts lie between."""
    for mark in after(found, index):
        if mark.use not in {Use.TEXT, Use.RULE, Use.FURNITURE}:
            return mark
        texts -= mark.use is Use.TEXT
        if texts < 0:
            return None
    return None


def looks_like_name(mark: Mark) -> bool:
    """Return whether a line may be the name of an activity or a unit."""
    text = mark.text
    short = len(text) <= NAME_LENGTH and len(text.split()) <= NAME_WORDS
    if _DAY.search(text):
        return False
    ends = text.endswith((".", ":", ";", ",", "?", "!"))
    return mark.alone and short and text[:1].isalnum() and not ends and "@" not in text and not _INNER.search(text)


def caption_words(text: str) -> tuple[str, bool]:
    """Return what a caption says after "Tabell 3", and whether it has such a number."""
    found = _CAPTION.fullmatch(text.strip())
    return (found["words"].strip(), True) if found else (text.strip(), False)
