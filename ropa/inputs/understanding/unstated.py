"""What says that nothing is said, as "Inte angivet" in our own tables: it is read as an empty cell is."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from ..passages import Outline, Passage, Section
from .law_clauses import phrases
from .synonyms import setting


def without_unstated(outline: Outline) -> Outline:
    """Return an outline without the passages, and names of units, that only say that nothing is stated."""
    sections = tuple(map(_section, outline.sections))
    return replace(outline, sections=sections, shared=_stated(outline.shared))


def _section(section: Section) -> Section:
    units = tuple(name for name in section.units if not is_unstated(name))
    return replace(section, units=units, passages=_stated(section.passages))


def _stated(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if not is_unstated(passage.text))


def is_unstated(text: str) -> bool:
    """Return whether a text only says that nothing is stated."""
    return bool(_pattern().fullmatch(text.strip().strip(".!()[]–—- ")))


@cache
def _pattern() -> re.Pattern[str]:
    return phrases(setting("answers")["unstated"])
