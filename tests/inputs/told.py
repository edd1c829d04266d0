"""A text under a label, read by the function of a topic, as the record it becomes."""

from collections.abc import Callable
from functools import cache
from uuid import UUID

from ropa import record
from ropa.inputs import Imported, files, understanding
from ropa.inputs.documents import Document
from ropa.inputs.making import Making
from ropa.inputs.passages import Passage
from ropa.inputs.terms import shipped
from ropa.inputs.understanding.knowledge import Knowledge

Reads = Callable[[Passage, Making, Knowledge], list[str]]


@cache
def knowledge() -> Knowledge:
    """Return what understanding knows of the shipped terms."""
    return Knowledge(shipped())


def whole(content: bytes, name: str) -> Imported:
    """Return all that a file holds, a document as it is understood with the shipped terms."""
    got = files.read(content, name)
    return got.register or understood(got.document)  # type: ignore[arg-type]


def understood(document: Document) -> Imported:
    """Return what a document holds, understood with the shipped terms."""
    return understanding.understand(files.outlined(document), knowledge())


def told(read: Reads, text: str, label: str = "") -> tuple[record.ProcessingActivity, list[str]]:
    """Return the record that a text becomes, and what was left."""
    making = Making(UUID(int=1), "register.docx")
    left = read(Passage(label, text, "line 1"), making, knowledge())
    return making.record(), left


def kept(activity: record.ProcessingActivity, left: list[str]) -> str:
    """Return all words that are still there: wordings and what was left."""
    return " ".join([*(w.text for w in activity.original_wording), *left])
