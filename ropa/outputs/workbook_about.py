"""The first sheet of the workbook: what the file is, how to edit it, and which register it holds."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..record import Audience, Register
from ..workbook import MARK, cells
from ..workbook.layout import ABOUT
from .workbook_file import append

AUDIENCES = {
    Audience.PUBLIC: _("What the public may see of what is published"),
    Audience.AUTHORITY: _("What is published, whole: it holds what is internal"),
    Audience.DRAFT: _("Drafts as they are now: they hold what is internal"),
}

HOW = (
    _("Each part of the register has a sheet of its own. A row says which processing activity it belongs to."),
    _("Change what stands in the cells, add rows below the others and delete rows that are wrong. An empty cell says that nothing is stated."),
    _("Where there is a list to choose from, choose from it. Several values in one cell stand on a line each."),
    _("A new processing activity is a new row in the sheet of processing activities; its rows in other sheets bear the same name in the first column."),
    _("A new row needs no number: leave the column “Row” empty, unless other rows are to point to it. Then call it what you like."),
    _("Rows point to others by what stands in the column “Row”, as in “Purpose 2”; what comes after the dash is there to be read."),
    _("You may sort, move columns and rename headings and sheets. Leave the hidden row above the headings and the hidden columns as they are: by them the file is read."),
    _("Columns and sheets that you add yourself are kept as texts that are not placed."),
    _(
        "A processing activity that you take out of the file, with its rows in all sheets, stays as it is in the"
        " register. It is withdrawn or deleted in the workplace."
    ),
    _("Bring the file in again in the workplace, and see there what it would change before anything is saved."),
    _("Organisations, controllers, units, data protection officers and terms that exist already are edited in the workplace; what you change of them here is not taken over."),
    _("A character that no spreadsheet can hold is written as ⟦U+0007⟧, with its number."),
)  # fmt: skip

PUBLIC_ONLY = _("This file holds public fields only. Bringing it in leaves everything internal as it is.")


WIDTHS = (34, 110, 20)


def write_about(file: Any, register: Register) -> None:
    """Write the first sheet."""
    table, looks = file.about(WIDTHS), file.looks
    table.append([looks.technical(f"{ABOUT}/{name}") for name in ("label", "value", "name")])
    table.append([looks.title(register.title or str(_("Register of processing activities")))])
    table.append([])
    facts = list(_facts(register))
    for number, (label, value, name) in enumerate(facts, 4):
        table.row_dimensions[number].hidden = name == "audience"  # the line above says it in words
        table.append([looks.cell(label), looks.cell(cells.escaped(value)), looks.technical(cells.escaped(name))])
    table.append([])
    table.append([looks.title(str(_("How to edit it")))])
    lines = (PUBLIC_ONLY, *HOW) if register.audience is Audience.PUBLIC else HOW
    for number, line in enumerate(lines, 1):
        row = [looks.cell(f"{number}."), looks.cell(str(line))]
        append(table, 5 + len(facts) + number, row, WIDTHS)


def _facts(register: Register) -> Iterator[tuple[str, str, str]]:
    """Yield label, value and name of all that the register says of itself."""
    yield str(_("Kind of file")), MARK, "mark"
    yield str(_("Format of the content")), register.format, "format"
    yield str(_("What it holds")), str(AUDIENCES[register.audience]), ""
    yield str(_("For whom")), register.audience.value, "audience"
    yield str(_("Whose register")), register.title, "title"
    yield str(_("The day it shows")), register.as_of.isoformat() if register.as_of else "", "as_of"
    yield str(_("Newest event in it")), register.ledger_day.isoformat() if register.ledger_day else "", "ledger_day"
    yield str(_("Number of processing activities")), str(len(register.entries)), ""
    for organisation, head in sorted(register.heads.items()):
        said = str(_("Seal of the ledger of {organisation}"))
        yield said.format(organisation=organisation), head, f"head:{organisation}"
