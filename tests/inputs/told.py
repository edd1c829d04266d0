"""A text under a label, read by the function of a topic, as the record it becomes."""

from collections.abc import Callable
from functools import cache
from uuid import UUID

from ropa import record
from ropa.inputs.making import Making
from ropa.inputs.passages import Passage
from ropa.inputs.terms import shipped
from ropa.inputs.understanding.knowledge import Knowledge

Reads = Callable[[Passage, Making, Knowledge], list[str]]


@cache
def knowledge() -> Knowledge:
    """Return what understanding knows of the shipped terms."""
    return Knowledge(shipped())


def told(read: Reads, text: str, label: str = "") -> tuple[record.ProcessingActivity, list[str]]:
    """Return the record that a text becomes, and what was left."""
    making = Making(UUID(int=1), "register.docx")
    left = read(Passage(label, text, "line 1"), making, knowledge())
    return making.record(), left


def kept(activity: record.ProcessingActivity, left: list[str]) -> str:
    """Return all words that are still there: wordings and what was left."""
    return " ".join([*(w.text for w in activity.original_wording), *left])
