"""Lines that carry their label with them: "Ändamål: …", and a label before a tab."""

import re
from dataclasses import dataclass

from ..topics import Topic
from .labels import Corrections, is_listed, is_question, is_weak, normal, topics_of

_COLON = re.compile(r"(?P<label>[^:=\n\t]{2,90}?)\s*(?::(?=\s|$)|=(?=\s))\s*(?P<value>.*)", re.S)
_TAB = re.compile(r"(?P<label>[^\n\t]{2,120}?)[ ]*\t\s*(?P<value>.*)", re.S)
_DASH = re.compile(r"(?P<label>[^:\n\t]{3,60}?)\s+[–—-]\s+(?P<value>.+)", re.S)
_DATED = re.compile(r"(?P<label>[^\W\d]+(?: [^\W\d]+){0,3}?),?\s+(?P<value>(?:den\s+)?\d[\w./ -]{3,20}\d)\s*\.?")
"""The day a document was made: "Uppdaterad 2025-03-14"."""
_INSIDE = re.compile(r"(?<=[.;!])\s+(?=[A-ZÅÄÖÆØ][^.:;!?\n]{2,60}:\s)")
MOST_INSIDE = 40
"""Labels in one line; where more seem to be, it is a text."""
_WORDS_BY_PATTERN = 5
"""A longer beginning that stands in no list is a sentence."""


@dataclass(frozen=True)
class Labelled:
    """A text that begins with a label."""

    label: str
    value: str
    topics: tuple[Topic, ...]


def labelled(text: str, corrections: Corrections, *, dashes: bool = True) -> Labelled | None:
    """Return the label a text begins with and the rest; None where it begins with none that is known."""
    for shape in (_TAB, _COLON, _DASH) if dashes else (_TAB, _COLON):
        found = shape.match(text)
        if found and (topics := _topics(found["label"], shape is _DASH, corrections)):
            return Labelled(found["label"], found["value"], topics)
    dated = _DATED.fullmatch(text)
    if dated and topics_of(dated["label"], corrections) == (Topic.REVIEW,):
        return Labelled(dated["label"], dated["value"], (Topic.REVIEW,))
    return None


def labels_inside(text: str, corrections: Corrections) -> list[str]:
    """Return a line in pieces, each of which but the first begins with a label: "… kommun. Dataskyddsombud: …"."""
    parts = _INSIDE.split(text, MOST_INSIDE)
    if len(parts) > MOST_INSIDE:
        return [text]
    pieces: list[str] = []
    for piece in parts:
        if pieces and not ((said := labelled(piece, corrections, dashes=False)) and _is_sure(said.label)):
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    return pieces


def _is_sure(label: str) -> bool:
    return is_listed(label) and not is_weak(label)


def anything_before_colon(text: str) -> Labelled | None:
    """Return the same for any short beginning, known or not: others around it say that it is a label."""
    found = _COLON.match(text) or _TAB.match(text)
    if found is None or len(found["label"].split()) > _WORDS_BY_PATTERN or not found["label"][0].isupper():
        return None
    return Labelled(found["label"], found["value"], ())


def _topics(label: str, strictly: bool, corrections: Corrections) -> tuple[Topic, ...]:
    topics = topics_of(label, corrections)
    if normal(label) in corrections:
        return topics
    if not topics or (strictly and (is_weak(label) or not is_listed(label))):
        return ()
    short = len(label.split()) <= _WORDS_BY_PATTERN and label[:1].isupper()
    return topics if is_listed(label) or short or is_question(label) else ()
