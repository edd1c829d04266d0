"""Excel workbooks (.xlsx, .xlsm): every sheet a table, hidden sheets, rows and columns included.

Cells hold what the workbook last showed; a formula that was never calculated stands as its text. Macros are neither
run nor read, other workbooks never looked for. Notes stand in their cell on a line of their own.
"""

import re
from collections.abc import Iterator

from lxml import etree

from ..documents import Document
from .archive import Archive
from .building import Building
from .excel_values import Looks, Text, shared_texts, text_of
from .refused import Refused
from .sheet import Sheet, position
from .trees import child, parsed, value

MAIN = "xl/workbook.xml"
THREADED = "tc="
"""How the author of a note begins that only repeats a conversation for older programs."""
ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")


def read(content: bytes, file: str) -> Document:
    """Return a workbook's sheets as tables, text boxes of a sheet after it. Raises `Refused`."""
    archive = Archive(content)
    named = [name for kind, name in archive.relations("").values() if kind == "officeDocument"]
    main = next((name for name in named if name in archive), MAIN)
    return _Workbook(archive, main, file).document()


class _Workbook:
    """One workbook being read."""

    def __init__(self, archive: Archive, main: str, file: str) -> None:
        self.archive = archive
        self.building = Building(file)
        self.root = parsed(archive.part(main), main)
        self.parts = archive.relations(main)
        styles = next(self._parts("styles"), "")
        self.looks = Looks(parsed(archive.part(styles), styles) if styles else None)
        texts = next(self._parts("sharedStrings"), "")
        self.texts: list[Text] = shared_texts(archive.part(texts), texts) if texts else []

    def _parts(self, kind: str) -> Iterator[str]:
        return (name for found, name in self.parts.values() if found == kind and name in self.archive)

    def document(self) -> Document:
        sheets = [(title, part, self.archive.part(part)) for title, part in self._sheets()]
        total, done = sum(len(ROW.findall(content)) for _, _, content in sheets), 0
        from_1904 = value(child(self.root, "workbookPr"), "date1904") in {"1", "true"}
        for title, part, content in sheets:
            sheet = Sheet(title, self.texts, self.looks, from_1904)
            done = sheet.read(content, part, done, total)
            for row, column, text in self._notes(part):
                sheet.grid.put(row, column, text)
            self.building.table(sheet.rows(), title, sheet=title)
            self._text_boxes(title, part)
        return self.building.document()

    def _sheets(self) -> Iterator[tuple[str, str]]:
        """Yield names and parts of the sheets; those of charts, dialogues and old macros hold no cells to read."""
        listed = child(self.root, "sheets")
        for element in listed if listed is not None else ():
            kind, part = self.parts.get(_relation(element), ("worksheet", ""))
            if kind == "worksheet":
                title = value(element, "name") or "?"
                if part not in self.archive:
                    raise Refused("part_missing", part=part or title)
                yield title, part

    def _notes(self, part: str) -> Iterator[tuple[int, int, str]]:
        """Yield rows, columns and texts of notes and conversations."""
        related = self.archive.relations(part).values()
        for kind, name in related:
            if kind in {"comments", "threadedComment"} and name in self.archive:
                for element, text in _remarks(self.archive.part(name), name):
                    row, column = position(value(element, "ref"), name)
                    yield row, column, text

    def _text_boxes(self, title: str, part: str) -> None:
        drawings = [name for kind, name in self.archive.relations(part).values() if kind == "drawing"]
        for name in drawings:
            root = parsed(self.archive.part(name), name)
            for index, box in enumerate(root.iter("{*}txBody")):
                place = f"{title}, textruta {index + 1}"
                for paragraph in box.iter("{*}p"):
                    self.building.line("".join(e.text or "" for e in paragraph.iter("{*}t")), place)


def _relation(sheet: etree._Element) -> str:
    """Return the relation's id; the attribute is the only `id` in a namespace."""
    return next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")


def _remarks(content: bytes, part: str) -> Iterator[tuple[etree._Element, str]]:
    root = parsed(content, part)
    authors = [e.text or "" for e in root.iter("{*}author")]
    for element in root.iter("{*}comment", "{*}threadedComment"):
        author = value(element, "authorId")
        index = int(author) if author.isdecimal() and len(author) < 6 else len(authors)
        if index < len(authors) and authors[index].startswith(THREADED):
            continue
        text = child(element, "text")
        if text is not None:
            yield element, text_of(text)[0] or (text.text or "")
