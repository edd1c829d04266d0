"""The few things the corpus's Word documents are made of."""

from collections.abc import Iterable
from typing import Any

import docx
from docx.enum.section import WD_ORIENT

Pair = tuple[str, str]


def new(*, landscape: bool = False) -> Any:
    """Return an empty document, upright or lying."""
    document = docx.Document()
    if landscape:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    return document


def pairs(document: Any, rows: Iterable[Pair], *, heading: Pair | None = None) -> None:
    """Add a table of two columns, label and text; a line break in a text becomes a paragraph."""
    everything = [*([heading] if heading else []), *rows]
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for label, text in everything:
        cells = table.add_row().cells
        fill(cells[0], label)
        fill(cells[1], text)
    document.add_paragraph()


def grid(document: Any, rows: Iterable[Iterable[str]]) -> Any:
    """Add a table of rows of texts, and return it."""
    listed = [list(row) for row in rows]
    table = document.add_table(rows=0, cols=len(listed[0]), style="Table Grid")
    for row in listed:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            fill(cell, text)
    return table


def fill(cell: Any, text: str) -> None:
    """Write a text into a cell, a paragraph for each of its lines; "- " starts a bullet."""
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if line.startswith("- "):
            paragraph.style = "List Bullet"
        paragraph.add_run(line.removeprefix("- "))


def bullets(document: Any, *lines: str) -> None:
    """Add a list with bullets."""
    for line in lines:
        document.add_paragraph(line, style="List Bullet")


def labelled(document: Any, label: str, text: str) -> None:
    """Add a paragraph that starts with its label in bold."""
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{label}:").bold = True
    paragraph.add_run(f" {text}")
