"""The register as a Word document: a heading a unit, and for each activity the table under the unit's own headings.

Made to be mailed and worked on: real heading styles, a marked header row, the language of each text, numbered tables,
page numbers. Equal registers give equal bytes.
"""

import io
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any

import docx
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from docx.shared import Mm, Pt

from ..profiles import TableRow
from ..record import Audience, Contact, Party, Register, Said, Unit, legible
from ..wording import here, lower_first, say
from ..workbook import FOR_READING
from . import word_parts as word
from .chapters import Chapter, Section, Sheet, chapters
from .refusal import refuse_internal
from .word_contents import Contents
from .workbook_zip import moment_of, rezipped

DEEPEST = 6
"""The lowest level of a heading."""

LEFT, RIGHT = Mm(55), Mm(115)
"""Widths of the two columns; together the text of an A4 page. The longest heading of ours fits in the left one."""

LONG = 4
"""Activities beyond which a document has a table of contents."""


def render(register: Register, language: str = "sv") -> bytes:
    """Return the register as .docx in `language`, as its audience may see it.

    Raises `NotPublic` for a public register that was not cut down to the public view.
    """
    refuse_internal(register)
    with override(language):
        paper = _Paper(register)
        for chapter in chapters(register, language):
            paper.chapter(chapter)
        return paper.content()


class _Paper:
    """A document in the making."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.document: Any = docx.Document()
        word.prepare(self.document, language=here())
        self.document.add_paragraph(legible(self._title()), style="Title")
        if not register.entries:
            self.document.add_paragraph(_("Nothing is published here."))
        self._contents = Contents(self.document, _("Contents")) if len(register.entries) > LONG else None
        self._begun = False
        self._above: list[Said] = []
        """Names of the unit whose activities are being written, after those above it."""
        self._ids = {name: self.document.styles[name].style_id for name in ("Normal", "List Bullet")}

    def _title(self) -> str:
        said = self.register.title
        return (
            _("Processing of personal data: {whose}").format(whose=said) if said else _("Processing of personal data")
        )

    def chapter(self, chapter: Chapter) -> None:
        """Write a controller's units; each controller has pages of its own, with its name at the top."""
        section = self.document.add_section() if self._begun else self.document.sections[0]
        self._begun, self._above = True, []
        word.page(section, self._at_the_top(chapter), _("Page"))
        for part in chapter.sections:
            self._unit(chapter, part)

    def _at_the_top(self, chapter: Chapter) -> str:
        parties = (chapter.controller or chapter.organisation,)
        said = [str(say(party.name)) for party in parties if party]
        if self.register.day:
            said.append(_("As of {day}").format(day=self.register.day.isoformat()))
        if self.register.audience is Audience.DRAFT:
            said.append(_("Draft"))
        return " · ".join(said)

    def _unit(self, chapter: Chapter, section: Section) -> None:
        unit = section.unit
        self._headings(_line(unit))
        self._party(_("Controller"), chapter.controller)
        self._party(_("Data protection officer"), chapter.dpo)
        self._party(_("Contact"), unit, named=False)
        for sheet in section.sheets:
            self._sheet(sheet, len(self._above) + 1)

    def _headings(self, line: list[Said]) -> None:
        """Write the names of a unit and of those above it, a level each; those that stand there already are not repeated."""
        same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(self._above, line, strict=False))))
        for depth, name in list(enumerate(line, 1))[min(same, len(line) - 1) :]:
            self._heading(name, min(depth, DEEPEST - 1))
        self._above = line

    def _party(self, label: str, party: Party | None, *, named: bool = True) -> None:
        """Write who it is and how to reach them."""
        if party is None or not (named or party.contact):
            return
        said = [str(say(party.name))] if named else []
        self._paragraph(Said(text=f"{label}: {', '.join([*said, *_reached(party.contact)])}", lang=here()), "Normal")

    def _sheet(self, sheet: Sheet, level: int) -> None:
        self._heading(sheet.table.name, min(level, DEEPEST))
        if sheet.activity.summary:
            self._paragraph(say(sheet.activity.summary), "Normal")
        self._table(sheet.table.rows, _("Table %(number)s") % {"number": sheet.number})
        self._internal(sheet)
        self._paragraph(Said(text=_about(sheet), lang=here()), "Normal", small=True)

    def _internal(self, sheet: Sheet) -> None:
        """Write the internal rows that say something, and name the others in a line."""
        if stated := [row for row in sheet.internal if row.stated]:
            self._table(stated, _("Table %(number)s, internal") % {"number": sheet.number})
        if silent := [row.heading for row in sheet.internal if not row.stated]:
            words = _("Internal, not stated: {headings}.").format(headings=", ".join(map(lower_first, silent)))
            self._paragraph(Said(text=words, lang=here()), "Normal", small=True)

    def _heading(self, said: Said, level: int) -> None:
        heading = self._paragraph(said, f"Heading {level}")
        if self._contents:
            self._contents.add(heading, said, level)

    def _table(self, rows: Iterable[TableRow], caption: str) -> None:
        rows = list(rows)
        table = word.table(self.document, len(rows) + 1, (LEFT, RIGHT), caption)
        word.header_row(table.rows[0], (pgettext("table", "Area"), pgettext("table", "Comment")))
        for line, row in zip(list(table.rows)[1:], rows, strict=True):
            left, right = line.cells
            word.write(left.paragraphs[0], Said(text=row.heading, lang=here()), bold=True)
            self._answer(right, row)
        self.document.add_paragraph(legible(caption), style="Caption")

    def _answer(self, cell: Any, row: TableRow) -> None:
        """Write what stands beside a heading; the first paragraph is there in every cell."""
        for number, (said, style) in enumerate(_lines(row)):
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            paragraph._p.style = self._ids[style]  # by its name python-docx would look through all styles each time
            paragraph.paragraph_format.space_after = Pt(2)
            word.write(paragraph, said)

    def _paragraph(self, said: Said, style: str, *, small: bool = False) -> Any:
        made = self.document.add_paragraph(style=style)
        word.write(made, said, small=small)
        return made

    def content(self) -> bytes:
        """Return the file, dated with the day that the register shows."""
        moment = moment_of(self.register.day)
        word.mark(self.document, FOR_READING)
        word.describe(self.document, self._title(), moment, here())
        made = io.BytesIO()
        self.document.save(made)
        return rezipped(made.getvalue(), {}, moment)


def _line(unit: Unit | None) -> list[Said]:
    """Return the names of the units above a unit and its own."""
    if unit is None:
        return [Said(text=_("Processing activities that name no unit"), lang=here())]
    return [say(name) for name in (*(name for _slug, name in unit.path), unit.name)]


def _lines(row: TableRow) -> Iterator[tuple[Said, str]]:
    for block in row.blocks:
        if block.text:
            yield block.text, "Normal"
        yield from ((item.text, "List Bullet") for item in block.items)


def _reached(contact: Contact) -> list[str]:
    said = [contact.email, contact.phone, str(say(contact.visiting_address)), contact.postal_address, contact.url]
    return [
        line for text in said for line in (" ".join(line.split()).rstrip(",") for line in text.splitlines()) if line
    ]


def _about(sheet: Sheet) -> str:
    """Return which record it is: its number, version and days."""
    entry = sheet.entry
    said = [sheet.activity.reference] if sheet.activity.reference else []
    if entry.version:
        said.append(_("Version {number}, published {day}").format(number=entry.version, day=entry.published_at[:10]))
    else:
        said.append(_("Draft"))
    if sheet.activity.reviewed_on:
        said.append(_("Last reviewed {day}").format(day=sheet.activity.reviewed_on.isoformat()))
    return " · ".join(said)
