"""What only the lines around a line tell: unknown beginnings that are labels, and labels that are content."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..topics import Topic
from .colon import anything_before_colon
from .labels import is_weak, normal
from .mark import INNER, NAME_LENGTH, Mark, Use, after


def with_neighbours(found: Sequence[Mark]) -> list[Mark]:
    """Return the marks as the lines around them have them be."""
    return _without_content(_known_by_neighbours(found))


def _known_by_neighbours(found: Sequence[Mark]) -> list[Mark]:
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


def _without_content(found: Sequence[Mark]) -> list[Mark]:
    """Return the marks without labels that are content: weak ones alone, and those of the topic they stand under."""
    result: list[Mark] = []
    current: Mark | None = None
    again = Counter(normal(m.text) for m in found if _names(m))
    for index, mark in enumerate(found):
        loose = mark.use is Use.LABEL and mark.inline and not mark.level
        loose = loose and not (_names(mark) and again[normal(mark.text)] > 1)
        if loose and _is_content(mark, current, next(after(found, index), None)):
            mark = replace(mark, use=Use.TEXT, text=mark.whole, value="", inline=False, topics=())
        if mark.use in {Use.LABEL, Use.HEADING, Use.TABLE}:
            current = mark if mark.use is Use.LABEL else None
        result.append(mark)
    return result


def _names(mark: Mark) -> bool:
    """Return whether a line by itself names an activity: where several do, each begins one."""
    line = mark.use is Use.LABEL and mark.inline and mark.alone
    return line and mark.topics[:1] == (Topic.NAME,) and 0 < len(mark.value) <= NAME_LENGTH


def _is_content(mark: Mark, current: Mark | None, following: Mark | None) -> bool:
    """Return whether a line with a label is part of the text of the label above it."""
    if current is None:
        return is_weak(mark.text) and not _names_a_party(mark) and not (following and following.use is Use.LABEL)
    if current.inline and current.value and mark.alone >= current.alone:
        return False
    same = bool(mark.topics) and set(mark.topics) <= set(current.topics)
    return same or (is_weak(mark.text) and not current.inline) or (not mark.alone and current.alone)


def _names_a_party(mark: Mark) -> bool:
    """Return whether a line above all labels says whose register it is: "Förvaltning: Tekniska kontoret"."""
    short = 0 < len(mark.value) <= NAME_LENGTH and not INNER.search(mark.value)
    return short and bool(set(mark.topics) & {Topic.UNIT, Topic.CONTROLLER})
