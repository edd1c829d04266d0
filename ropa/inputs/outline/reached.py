"""Rows that go on with the row above: number, address and telephone of the body or officer that it names."""

import re
from collections.abc import Iterable

from ..passages import Passage
from ..topics import Topic
from .labels import Corrections, is_weak, topics_of

_PARTY = {Topic.CONTROLLER, Topic.DPO}
_SOMEBODY = re.compile(r"person|punkt|point", re.I)
"""In a label that names somebody else to ask."""


def with_party(passages: Iterable[Passage], corrections: Corrections) -> list[Passage]:
    """Return passages, where "Telefon" and "E-post" right below "Dataskyddsombud" stand with it."""
    result: list[Passage] = []
    for passage in passages:
        last = result[-1] if result else None
        if last and passage.text and _goes_on(last, passage, corrections):
            result[-1] = Passage(last.label, f"{last.text}\n{passage.label}: {passage.text}", last.place)
        else:
            result.append(passage)
    return result


def _goes_on(last: Passage, passage: Passage, corrections: Corrections) -> bool:
    named = bool(last.text) and topics_of(last.label, corrections)[:1] in {(topic,) for topic in _PARTY}
    ways = topics_of(passage.label, corrections) == (Topic.CONTACT,) and is_weak(passage.label)
    return named and ways and not _SOMEBODY.search(passage.label)
