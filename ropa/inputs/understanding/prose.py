"""Documents without labels: a text that tells why, on what grounds and for how long is an activity all the same."""

from dataclasses import replace

from ..passages import Outline, Passage, Section
from ..topics import Topic
from .knowledge import Knowledge
from .routing import routed

_TELLING = {
    *(Topic.PURPOSES, Topic.LEGAL_BASES, Topic.DATA_SUBJECTS, Topic.PERSONAL_DATA),
    *(Topic.SOURCES, Topic.RECIPIENTS, Topic.RETENTION, Topic.PROCESSORS, Topic.TRANSFERS),
}
_LEAST = 3
"""How many of them a text tells of, its purpose or its legal basis among them."""


def with_told(outline: Outline, known: Knowledge) -> Outline:
    """Return an outline with the activities that its texts tell of, where it has none."""
    if outline.sections:
        return outline
    told = [passage for passage in outline.shared if _tells(passage, known)]
    sections = tuple(Section(p.label, p.place, (), (Passage("", p.text, p.place),)) for p in told)
    return replace(outline, sections=sections, shared=tuple(p for p in outline.shared if p not in told))


def _tells(passage: Passage, known: Knowledge) -> bool:
    topics = {topic for _part, topic in routed(passage, (), known)} & _TELLING
    return len(topics) >= _LEAST and bool(topics & {Topic.PURPOSES, Topic.LEGAL_BASES})
