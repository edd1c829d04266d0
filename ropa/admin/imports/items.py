"""Activities made of what was read: from the outlines of documents, and from files of ropa's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from ... import snapshot
from ...inputs import files
from ...inputs.corrections import corrections_of, meanings
from ...inputs.own_terms import known_to
from ...inputs.passages import Outline, Passage
from ...inputs.terms import Terms
from ...inputs.topics import Topic
from ...models import Import, ImportFile
from ...record import Audience, ProcessingActivity


@dataclass(frozen=True)
class Item:
    """An activity as it was read in one of the files."""

    id: str
    """Names it in forms and choices; the same when the file is taken apart anew."""
    file: str
    record: ProcessingActivity
    units: tuple[str, ...] = ()
    """Names of the units it stands under in the file, outermost first."""
    passages: tuple[Passage, ...] = ()
    """The original text."""
    place: str = ""
    audience: Audience | None = None
    """Of a file of ropa's own; None = a document."""

    @cached_property
    def heading(self) -> str:
        """The units it stands under, as one name."""
        return " › ".join(self.units)


def stamp(meant: Mapping[str, Topic]) -> str:
    """Return a text that is another when the meanings of labels are."""
    return sha256(repr(sorted((label, topic.value) for label, topic in meant.items())).encode()).hexdigest()


class Gathered:
    """All activities of an import, as they were understood when they were read: to understand a long file takes long."""

    def __init__(self, found: Import) -> None:
        self.found, self.organisation = found, found.organisation
        self.corrections = corrections_of(found.organisation)
        self.files: list[ImportFile] = list(found.files.defer("content", "document"))

    @property
    def is_outdated(self) -> bool:
        """Whether somebody has said what labels mean since the files were understood."""
        today = stamp(meanings(self.corrections))
        return any(file.understood["stamp"] != today for file in self.files if file.understood)

    @cached_property
    def terms(self) -> Terms:
        """The organisation's terms: a query a list."""
        return known_to(self.organisation)

    @cached_property
    def outlines(self) -> list[tuple[ImportFile, Outline]]:
        """The documents, taken apart."""
        return [(file, files.outline_of(file.outline)) for file in self.files if file.outline]

    @cached_property
    def items(self) -> list[Item]:
        """The activities, file by file."""
        found: list[Item] = []
        for file in self.files:
            found += self._of_register(file) if file.register else self._of_document(file) if file.understood else []
        return found

    def _of_document(self, file: ImportFile) -> Iterator[Item]:
        outline = next(outline for one, outline in self.outlines if one.pk == file.pk)
        plain = file.understood["records"] if file.understood else []
        for section, record in zip(outline.sections, map(snapshot.thaw, plain), strict=True):
            yield Item(
                id=_id(file, section.place, section.name),
                file=file.name,
                record=record,
                units=section.units,
                passages=(*section.passages, *outline.shared),
                place=section.place,
            )

    def _of_register(self, file: ImportFile) -> Iterator[Item]:
        register = files.register_of(file.register or {})
        for record in register.activities:
            names = (*(str(name.sv) for _slug, name in record.unit.path), record.unit.name.sv) if record.unit else ()
            yield Item(_id(file, str(record.key)), file.name, record, names, audience=register.audience)


def _id(file: ImportFile, *said: str) -> str:
    return sha256("\n".join([str(file.pk), *said]).encode()).hexdigest()[:16]
