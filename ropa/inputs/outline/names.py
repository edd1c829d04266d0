"""Lines that name what stands below them, though they are no headings: names, units above them, captions."""

from collections.abc import Sequence
from dataclasses import replace

from .headings import is_title, is_unit
from .labels import normal
from .mark import Mark, Use, after, caption_words, looks_like_name


def named(found: Sequence[Mark]) -> list[Mark]:
    """Return the marks with lines as headings that look like one and stand right above labels or a table."""
    result = _captioned(found)
    names = _leading(result)
    names |= _above_tables(result) if sum(_is_table(result, i + 1) for i in names) > 1 else set()
    for index in sorted(names, reverse=True):
        result[index] = replace(result[index], use=Use.HEADING)
        above = _before(result, index)
        while above is not None and _may_lead(result, above):
            result[above] = replace(result[above], use=Use.HEADING)
            above = _before(result, above)
    return result


def _captioned(found: Sequence[Mark]) -> list[Mark]:
    """Return the marks with captions as headings where they alone name the tables below, or above, them."""
    result = list(found)
    tables_at = [i for i, mark in enumerate(found) if mark.found and any(not g.name for g in mark.found.groups)]
    above = bool(tables_at) and _caption(found, tables_at[0] - 1) != ""
    for index in tables_at:
        at = index - 1 if above else index + 1
        if (words := _caption(found, at)) and not _is_headed(found, index, above):
            heading = replace(found[at], use=Use.HEADING, text=words, whole=found[at].text)
            result[at], result[index] = (heading, found[index]) if above else (found[index], heading)
    return result


def _caption(found: Sequence[Mark], index: int) -> str:
    """Return the words of the caption at a place; empty where there is none."""
    caption = 0 <= index < len(found) and found[index].use is Use.FURNITURE
    words, numbered = caption_words(found[index].text) if caption else ("", False)
    return words if numbered else ""


def _is_headed(found: Sequence[Mark], index: int, above: bool) -> bool:
    """Return whether a heading, or a line that may be one, stands above a table and its caption."""
    before = index - 2 if above else index - 1
    if before < 0 or found[before].use in {Use.TABLE, Use.FURNITURE, Use.RULE}:
        return False
    return found[before].use is not Use.TEXT or looks_like_name(found[before])


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


def _above_tables(found: Sequence[Mark]) -> set[int]:
    """Return the lines between a heading and a table: where other tables have such lines, these name them too."""
    between = (i for i in range(1, len(found)) if found[i - 1].use is Use.HEADING and _is_table(found, i + 1))
    return {i for i in between if found[i].use is Use.TEXT and looks_like_name(found[i])}


def _is_table(found: Sequence[Mark], index: int) -> bool:
    return index < len(found) and found[index].use is Use.TABLE


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
