"""Word documents (.docx, .docm): body, tables, text boxes, notes, comments, page headers and footers.

Macros are neither run nor read. Pictures and embedded files are not read; a document that lies inside the file as
another one (`altChunk`) is refused, as its text would be missing.
"""

from collections.abc import Iterator

from lxml import etree

from ..documents import Document, LineKind
from . import progress
from .archive import Archive
from .building import Building
from .refused import Refused
from .trees import child, local, parsed, value
from .word_styles import Styles
from .word_tables import Tables, blocks
from .word_text import Paragraphs, Read

NOTE_NAMES = {"footnotes": "fotnot", "endnotes": "slutnot", "comments": "kommentar"}
"""Kind of part -> the place, in words."""

MARKED = "ropa"
"""Name of the property of its own by which a file says what it is."""


def read(content: bytes, file: str) -> Document:
    """Return a Word document as it reads, page headers and footers first. Raises `Refused`."""
    archive = Archive(content)
    return _Reading(archive, _main_part(archive), file).document()


def _main_part(archive: Archive) -> str:
    named = [name for kind, name in archive.relations("").values() if kind == "officeDocument" and name in archive]
    main = next(iter(named), "word/document.xml")
    if main not in archive:
        raise Refused("part_missing", part=main)
    return main


class _Reading:
    """One document being read."""

    def __init__(self, archive: Archive, main: str, file: str) -> None:
        self.archive, self.main = archive, main
        self.building = Building(file)
        self.parts = list(archive.relations(main).values())
        self.styles = Styles.of(next(self._roots("styles"), None))
        self.paragraphs = Paragraphs(self.styles)
        self.tables = Tables(self.paragraphs)
        self.counts: dict[str, int] = {}
        self.notes: dict[tuple[str, str], etree._Element] = {}

    def document(self) -> Document:
        self.building.title, self.building.mark = self._title(), self._mark()
        self.notes = {(kind, value(note, "id")): note for kind in NOTE_NAMES for note in self._notes(kind)}
        self._page_edges("header", "sidhuvud")
        self._page_edges("footer", "sidfot")
        self._body()
        self._diagrams()
        for kind, identity in list(self.notes):  # those that nothing refers to
            self._note(kind, identity)
        return self.building.document()

    def _body(self) -> None:
        body = child(parsed(self.archive.part(self.main), self.main), "body")
        found = list(blocks(body)) if body is not None else []
        for index, block in enumerate(found):
            self._block(block, "")
            progress.tell(index + 1, len(found))

    def _block(self, block: etree._Element, where: str) -> None:
        if local(block) == "p":
            self._paragraph(block, where)
        elif local(block) == "altChunk":
            raise Refused("document_inside")
        else:
            self._table(block)

    def _paragraph(self, paragraph: etree._Element, where: str) -> None:
        found = Read()
        self.paragraphs.read(paragraph, found)
        if any(text.strip() for text, _ in found.runs):
            kind, level = self._look(paragraph)
            self.building.runs(found.runs, where or self._paragraph_place(paragraph), kind, level)
        self._asides(found)

    def _paragraph_place(self, paragraph: etree._Element) -> str:
        place = self._next("stycke")
        return f"innehållsförteckning, {place}" if self.styles.in_contents(paragraph) else place

    def _look(self, paragraph: etree._Element) -> tuple[LineKind, int]:
        if level := self.styles.heading(paragraph):
            return LineKind.HEADING, level
        depth = self.styles.entry(paragraph)
        return (LineKind.PARAGRAPH, 0) if depth is None else (LineKind.ITEM, depth)

    def _table(self, table: etree._Element) -> None:
        if self.tables.is_frame(table):
            for block in self.tables.framed(table):
                self._block(block, "")
            return
        place = self._next("tabell")
        rows, found = self.tables.read(table, place)
        self.building.table(rows, place)
        self._asides(found)

    def _asides(self, found: Read) -> None:
        """Put text boxes and notes after the block that they belong to."""
        for box in found.boxes:
            place = self._next("textruta")
            for block in blocks(box):
                self._block(block, place)
        for kind, identity in found.notes:
            self._note(kind, identity)

    def _note(self, kind: str, identity: str) -> None:
        note = self.notes.pop((kind, identity), None)
        place = self._next(NOTE_NAMES[kind]) if note is not None else ""
        for block in blocks(note) if note is not None else ():
            self._block(block, place)

    def _notes(self, kind: str) -> Iterator[etree._Element]:
        """Yield notes with text of their own; the lines that separate them from the page are notes to Word, too."""
        for root in self._roots(kind):
            yield from (note for note in root if value(note, "type", "normal") == "normal")

    def _page_edges(self, kind: str, place: str) -> None:
        """Read what stands on every page; the same words on first, even and odd pages once."""
        seen: set[bytes] = set()
        for root in self._roots(kind):
            words = " ".join("".join(root.itertext()).split()).encode("utf-8", "replace")
            if words not in seen:
                seen.add(words)
                for block in blocks(root):
                    self._block(block, place)

    def _diagrams(self) -> None:
        for root in self._roots("diagramData"):
            place = self._next("diagram")
            for paragraph in root.iter("{*}p"):
                self.building.line("".join(e.text or "" for e in paragraph.iter("{*}t")), place)

    def _title(self) -> str:
        for kind, name in self.archive.relations("").values():
            if kind == "core-properties" and name in self.archive:
                title = child(parsed(self.archive.part(name), name), "title")
                return (title.text or "") if title is not None else ""
        return ""

    def _mark(self) -> str:
        for kind, name in self.archive.relations("").values():
            if kind == "custom-properties" and name in self.archive:
                properties = parsed(self.archive.part(name), name).iter("{*}property")
                return next(("".join(p.itertext()) for p in properties if p.get("name") == MARKED), "")
        return ""

    def _roots(self, kind: str) -> Iterator[etree._Element]:
        for found, name in self.parts:
            if found == kind and name in self.archive:
                yield parsed(self.archive.part(name), name)

    def _next(self, word: str) -> str:
        self.counts[word] = self.counts.get(word, 0) + 1
        return f"{word} {self.counts[word]}"
