"""Files from outside -> what they hold, whatever kind they are; and that as plain data, to be kept until it is saved.

A document is read in a process of its own (`apart`), taken apart (`outline`) and understood
(`understanding`); a file of ropa's own holds records as they are.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from .. import snapshot
from ..record import Audience, ProcessingActivity, Unplaced
from . import apart, for_reading, register_json, register_xlsx, understanding
from .documents import Document
from .outline import outline
from .passages import Outline, Passage, Section
from .readers import READERS, limits, wire
from .readers.refused import Refused
from .readers.sniffing import ending_of
from .reading import CannotRead, Imported
from .refusals import said
from .topics import Topic
from .understanding.knowledge import Knowledge

LARGEST = limits.FILE_BYTES
"""Bytes a file may have."""

Told = Callable[[int, int], None]


class CannotReadFile(Exception):
    """A file that is not read; `data` is kept and `refusal_words` says why, in the reader's language."""

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(data)
        self.data = data


@dataclass(frozen=True)
class Got:
    """What a file holds: one of the two."""

    document: Document | None = None
    register: Imported | None = None


def endings() -> list[str]:
    """Return the endings of the names of files that are read."""
    return sorted({*READERS, ".json"})


def read(content: bytes, name: str, told: Told | None = None) -> Got:
    """Return what a file holds. Raises `CannotReadFile`."""
    try:
        if ending_of(name) == ".json":
            return Got(register=register_json.read(content, name))
        if ending_of(name) == ".xlsx" and (ours := register_xlsx.read_ours(content, name)):
            return Got(register=ours)
        document = apart.read_apart(content, name, told=told)
        for_reading.refuse(document)
        return Got(document=document)
    except Refused as refused:
        raise CannotReadFile({"code": refused.code, "params": refused.params}) from refused
    except CannotRead as error:
        raise CannotReadFile({"words": list(error.problems)}) from error


def refusal_words(data: dict[str, Any] | None) -> str:
    """Return why a file is not read, in words, each reason on a line of its own; empty for one that is."""
    if not data:
        return ""
    if "words" in data:
        return "\n".join(" ".join(words.split()) for words in data["words"])
    return str(said(Refused(data["code"], **data["params"])))


def outlined(document: Document, corrections: Mapping[str, Topic] | None = None) -> Outline:
    """Return a document taken apart; `corrections` as in `outline.labels`."""
    return outline(document, corrections)


# --- as plain data ----------------------------------------------------------------------------------------------------


def document_data(document: Document) -> dict[str, Any]:
    """Return a document as JSON data."""
    return {"file": document.file, "plain": wire.plain(document)}


def document_of(data: dict[str, Any]) -> Document:
    """Return the document that `document_data` was given."""
    return wire.document(data["plain"], data["file"])


def outline_data(made: Outline) -> dict[str, Any]:
    """Return an outline as JSON data."""
    return asdict(made)


def outline_of(data: dict[str, Any]) -> Outline:
    """Return the outline that `outline_data` was given."""
    return Outline(
        data["file"],
        tuple(_section(s) for s in data["sections"]),
        _passages(data["shared"]),
        _passages(data["furniture"]),
    )


def _section(data: dict[str, Any]) -> Section:
    return Section(data["name"], data["place"], tuple(data["units"]), _passages(data["passages"]))


def _passages(data: list[dict[str, str]]) -> tuple[Passage, ...]:
    return tuple(Passage(**passage) for passage in data)


def register_data(imported: Imported) -> dict[str, Any]:
    """Return the records of a file of ropa's own as JSON data."""
    return {
        "audience": imported.audience.value,
        "activities": [snapshot.freeze(activity) for activity in imported.activities],
        "unplaced": [text.model_dump(mode="json") for text in imported.unplaced],
    }


def register_of(data: dict[str, Any]) -> Imported:
    """Return the records that `register_data` was given."""
    return Imported(Audience(data["audience"]), tuple(map(snapshot.thaw, data["activities"])), beside_of(data))


def beside_of(data: dict[str, Any]) -> tuple[Unplaced, ...]:
    """Return the texts of a file of ropa's own that belong to no activity; `data` as of `register_data`."""
    return tuple(map(Unplaced.model_validate, data.get("unplaced", ())))


def records(made: Outline, known: Knowledge) -> Iterator[tuple[Section, ProcessingActivity]]:
    """Yield each activity of a document with its record."""
    yield from understanding.records(made, known)


def left_of(made: Outline, known: Knowledge) -> tuple[Unplaced, ...]:
    """Return the texts of a document in which there is no activity; empty for one that has activities."""
    return understanding.understand(made, known).unplaced
