"""A table of contents in a Word document: what its headings are, each a link, with the page that Word works out."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ..record import Said, legible
from .word_parts import write

DEEPEST = 6
"""Levels of headings; a style each."""

WIDTH, STEP = Mm(170), Mm(5)
"""Where page numbers end, and how much further in each level begins."""


class Contents:
    """The contents of one document. It stands where it is begun, and gets its lines when the headings are written."""

    def __init__(self, document: Any, title: str) -> None:
        self.document = document
        for level in range(1, DEEPEST + 1):
            _style(document, level)
        document.add_paragraph(legible(title), style="TOC Heading")
        self._end = document.add_paragraph()
        self._end.add_run().add_break(WD_BREAK.PAGE)
        self._count = 0

    def add(self, heading: Any, said: Said, level: int) -> None:
        """Add a line that leads to a paragraph."""
        self._count += 1
        name = f"_Toc{self._count:06d}"
        _mark(heading, name, self._count)
        line = self._end.insert_paragraph_before(style=f"toc {min(level, DEEPEST)}")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), name)
        line._p.append(link)
        write(line, said)
        line.add_run().add_tab()
        link.extend([*(run._r for run in line.runs), _page_of(name)])


def _style(document: Any, level: int) -> None:
    style = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.paragraph_format.left_indent, style.paragraph_format.space_after = STEP * (level - 1), Pt(2)
    style.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _mark(heading: Any, name: str, number: int) -> None:
    """Give a heading a name that lines of the contents lead to."""
    for kind in ("bookmarkStart", "bookmarkEnd"):
        mark = OxmlElement(f"w:{kind}")
        mark.set(qn("w:id"), str(number))
        if kind == "bookmarkStart":
            mark.set(qn("w:name"), name)
        heading._p.append(mark)


def _page_of(name: str) -> Any:
    """Return the field of the page where a name stands; `dirty` asks Word to work it out when the file is opened."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" PAGEREF {name} \\h ")
    field.set(qn("w:dirty"), "true")
    field.append(OxmlElement("w:r"))
    return field
