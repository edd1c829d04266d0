"""Parts of a Word document that python-docx has no words for: languages, fields, header rows, page numbers."""

from datetime import datetime
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from openpyxl.packaging.custom import CustomPropertyList, StringProperty
from openpyxl.xml.functions import tostring

from ..record import Said, legible

FONT = "Calibri"

SPOKEN = {"sv": "sv-SE", "en": "en-GB"}
"""Language -> the tag by which Word checks its spelling."""

SIZES = {
    "Normal": 10.5,
    "Title": 22,
    "Heading 1": 16,
    "Heading 2": 14,
    "Heading 3": 13,
    "Heading 4": 12,
    "Heading 5": 11,
    "Heading 6": 11,
    "TOC Heading": 14,
    "Caption": 9,
}
"""Style -> its letters, in points."""

DARK = RGBColor(0x1F, 0x4E, 0x5F)


def prepare(document: Any, *, language: str) -> None:
    """Set fonts and the language of the whole document."""
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # they would go before the name
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        if name != "Normal":
            style.font.color.rgb = DARK
    spoken = document.styles.element.find(".//" + qn("w:rPrDefault")).find(".//" + qn("w:lang"))
    spoken.set(qn("w:val"), SPOKEN.get(language, language))


def describe(document: Any, title: str, moment: datetime, language: str) -> None:
    """Set what the document says of itself."""
    said = document.core_properties
    said.title, said.author, said.last_modified_by, said.comments = legible(title)[:255], "ropa", "ropa", ""
    said.created, said.modified, said.language, said.revision = moment, moment, SPOKEN.get(language, language), 1


def mark(document: Any, said: str) -> None:
    """Let the file say what it is to programs, as a property of its own: Word keeps it when the file is saved anew."""
    properties = CustomPropertyList()
    properties.append(StringProperty(name="ropa", value=said))
    package, content = document.part.package, tostring(properties.to_tree())
    part = Part(PackURI("/docProps/custom.xml"), CT.OFC_CUSTOM_PROPERTIES, content, package)
    package.relate_to(part, RT.CUSTOM_PROPERTIES)


def page(section: Any, top: str, word_for_page: str) -> None:
    """Make the pages A4, with a line at the top and their number at the bottom."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(25), Mm(20)
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    section.header.paragraphs[0].text = legible(top)
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{word_for_page} ")
    _field(foot, "PAGE", "1")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES", "1")


def _field(paragraph: Any, name: str, shown: str) -> None:
    """Add what Word works out by itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = shown
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def table(document: Any, rows: int, widths: tuple[Any, ...], title: str) -> Any:
    """Return an empty table with columns of these widths; `title` is read to those who do not see it."""
    made = document.add_table(rows=rows, cols=len(widths), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for row in made._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = width
    said = OxmlElement("w:tblCaption")
    said.set(qn("w:val"), legible(title))
    made._tbl.tblPr.append(said)
    return made


def header_row(row: Any, headings: tuple[str, ...]) -> None:
    """Write the row that is repeated on each page and read with each cell."""
    marked = OxmlElement("w:tblHeader")
    marked.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(marked)
    for cell, heading in zip(row.cells, headings, strict=True):
        shade = OxmlElement("w:shd")
        for name, value in {"val": "clear", "color": "auto", "fill": "E2E8EA"}.items():
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
        cell.paragraphs[0].add_run(heading).bold = True


def write(paragraph: Any, said: Said, *, bold: bool = False, small: bool = False) -> None:
    """Write words in the language they are in; line breaks in them stay."""
    run = paragraph.add_run(legible(said.text))
    run.bold = bold or None
    if small:
        run.font.size = Pt(8.5)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), SPOKEN.get(said.lang, said.lang))
    run._r.get_or_add_rPr().append(spoken)
