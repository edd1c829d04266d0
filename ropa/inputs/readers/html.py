"""Saved web pages (.html, .htm). Nothing that a page refers to is fetched, and no script is run or read."""

import re
from contextlib import suppress

from lxml import etree

from ..documents import Document, LineKind
from . import limits
from .building import Building, Run
from .encoding import decode
from .html_furniture import is_furniture
from .html_inline import BLOCKS, BOLD, address_run, collapsed, heading_level, inline_text, text_run
from .html_tables import caption_of, is_layout, listed_pairs, loose_text, table_rows
from .refused import Refused, check
from .trees import over_limit

META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})""", re.IGNORECASE)
META_WITHIN = 4096
"""Bytes: browsers look at the first 1 024, and saved pages have a comment of their own before."""

UNPARSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What libxml2 ends its reading at, or UTF-8 does not take."""

LISTS = {"ul", "ol", "menu", "dir"}
DEEPEST = 5
"""The deepest level of a list that is told apart."""


def read(content: bytes, file: str) -> Document:
    """Return a page as it reads, without menus, search boxes and cookie banners. Raises `Refused`."""
    root = tree_of(content)
    building = Building(file)
    title = root.find(".//head/title")
    building.title = inline_text(title) if title is not None else ""
    walk = _Walk(building)
    walk.walk(root)
    walk.flush()
    return building.document()


def tree_of(content: bytes) -> etree._Element:
    """Return a page's tree. Raises `Refused` where there is none, or it is nested too deeply."""
    check("too_many_tags", content.count(b"<"), limits.TAGS)
    meta = META.search(content[:META_WITHIN])
    text = UNPARSABLE.sub("\ufffd", decode(content, meta[1].decode("ascii") if meta else ""))
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = None
    with suppress(etree.XMLSyntaxError):  # what is wrong stands in the log, too
        root = etree.fromstring(text.encode("utf-8"), parser)
    for entry in parser.error_log:
        if refused := over_limit(entry.type, entry.message, ""):
            raise refused
    if root is None:
        raise Refused("empty")
    return root


class _Walk:
    """Goes through a page and gathers pieces of text until a block ends the paragraph."""

    def __init__(self, building: Building) -> None:
        self.building = building
        self.runs: list[Run] = []
        self.kind, self.level = LineKind.PARAGRAPH, 0
        self.heading = 0
        """Level of the last heading."""
        self.lists = 0
        """Lists that are open around what is read."""
        self.counts: dict[str, int] = {}

    def walk(self, element: etree._Element, bold: bool = False, depth: int = 0) -> None:
        """Read an element and what is in it."""
        if not isinstance(element.tag, str):
            return
        if depth > limits.DEPTH:
            raise Refused("too_deep", place=self._next("stycke"))
        if level := heading_level(element, self.heading):
            self._heading(element, level)
        elif not is_furniture(element):
            self._content(element, bold, depth)

    def _content(self, element: etree._Element, bold: bool, depth: int) -> None:
        if element.tag == "br":
            self.runs.append(("\n", bold))
        elif element.tag == "dl" or (element.tag == "table" and not is_layout(element)):
            self._table(element)
        elif element.tag == "li":
            self._entry(element, bold, depth)
        else:
            self._within(element, bold, depth)

    def _table(self, element: etree._Element) -> None:
        self.flush()
        if loose := loose_text(element):
            self.building.line(loose, self._next("stycke"))
        place = self._next("tabell")
        rows = listed_pairs(element, place) if element.tag == "dl" else table_rows(element, place)
        self.building.table(rows, place, caption=caption_of(element))

    def _heading(self, element: etree._Element, level: int) -> None:
        self.flush()
        if element.tag not in {"summary", "button"}:
            self.heading = level
        self.building.line(inline_text(element), self._next("stycke"), LineKind.HEADING, level)

    def _entry(self, element: etree._Element, bold: bool, depth: int) -> None:
        self.flush()
        before = self.kind, self.level
        self.kind, self.level = LineKind.ITEM, min(max(self.lists - 1, 0), DEEPEST)
        self._within(element, bold, depth)
        self.flush()
        self.kind, self.level = before

    def _within(self, element: etree._Element, bold: bool, depth: int) -> None:
        bold, kept = bold or element.tag in BOLD, element.tag == "pre"
        self._edge(element)
        self.lists += element.tag in LISTS
        self.runs += text_run(element.text, bold, kept)
        for part in element:
            self.walk(part, bold, depth + 1)
            self.runs += text_run(part.tail, bold, kept)
        self.runs += address_run(element, bold)
        self._edge(element)
        self.lists -= element.tag in LISTS

    def _edge(self, element: etree._Element) -> None:
        """End the paragraph where an element does; the paragraphs of a list entry are lines of it."""
        if element.tag in LISTS or (element.tag in BLOCKS and self.kind is not LineKind.ITEM):
            self.flush()
        elif element.tag in BLOCKS:
            self.runs.append(("\n", False))

    def flush(self) -> None:
        """End the paragraph that is being gathered."""
        runs, self.runs = collapsed(self.runs), []
        if any(text.strip() for text, _ in runs):
            self.building.runs(runs, self._next("stycke"), self.kind, self.level)

    def _next(self, word: str) -> str:
        self.counts[word] = self.counts.get(word, 0) + 1
        return f"{word} {self.counts[word]}"
