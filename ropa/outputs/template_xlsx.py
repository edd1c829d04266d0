"""An empty workbook to hand out to units: an activity a row under headings in the words of the law.

What comes back is read as any document is. The columns are data: fixtures/reading/template.toml.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from .workbook_file import append, printed
from .workbook_looks import Looks
from .workbook_zip import same_bytes

FILE = Path(__file__).parents[2] / "fixtures" / "reading" / "template.toml"

ROWS = 300
"""Rows in which help is shown; more may be written."""

GUIDE = 100
"""Characters a line of the explanations holds."""

MARK = "ropa-template/1"


@cache
def stated() -> dict[str, Any]:
    """Return what the file states."""
    return tomllib.loads(FILE.read_text("utf-8"))


def columns() -> list[dict[str, Any]]:
    """Return the columns as the file states them."""
    found: list[dict[str, Any]] = stated()["column"]
    return found


def render(language: str = "sv") -> bytes:
    """Return the empty template with headings and help in `language`."""
    with override(language):
        book = Workbook(write_only=True)
        looks = Looks(book)
        _form(book, looks, language)
        _guide(book, looks, language)
        return same_bytes(book, title=_("Template for processing activities"), day=None, language=language, mark=MARK)


def _form(book: Workbook, looks: Looks, language: str) -> None:
    """Write the sheet that is filled in: headings, and help that shows where one writes."""
    table = book.create_sheet(stated()["sheets"][f"form_{language}"])
    table.freeze_panes, table.row_dimensions[1].height = "B2", 32
    table.print_title_rows = "1:1"
    printed(table, sum(column["width"] for column in columns()))
    for number, column in enumerate(columns(), 1):
        letter = get_column_letter(number)
        table.column_dimensions[letter].width = column["width"]
        table.data_validations.append(_help(column, language, f"{letter}2:{letter}{ROWS + 1}"))
    table.append([looks.heading(column[language], None) for column in columns()])
    table.auto_filter.ref = f"A1:{get_column_letter(len(columns()))}{ROWS + 1}"


def _help(column: dict[str, Any], language: str, where: str) -> DataValidation:
    """Return what is shown beside a cell that somebody stands in; it refuses nothing."""
    made = DataValidation(allow_blank=True, showInputMessage=True)
    made.promptTitle, made.prompt = column[language][:32], column[f"help_{language}"][:255]
    made.add(where)
    return made


def _guide(book: Workbook, looks: Looks, language: str) -> None:
    """Write the sheet that explains the columns. It is known by its name, and so never read as an activity."""
    table = book.create_sheet(stated()["sheets"][f"guide_{language}"])
    table.column_dimensions["A"].width = GUIDE
    printed(table)
    table.row_dimensions[1].height = 24
    table.append([looks.title(_("How to fill it in"))])
    for number, line in enumerate(_lines(language), 2):
        append(table, number, [looks.cell(line)], (GUIDE,))


def _lines(language: str) -> Iterator[str]:
    yield _("Write one processing activity on each row of the first sheet. Leave empty what you do not know.")
    yield _("You may add rows and columns, and copy in text you already have. Send the file back when you are done.")
    for number, column in enumerate(columns(), 1):
        words = _("In column {letter}, “{heading}”, belongs the following. {help} An example is “{example}”.")
        yield words.format(
            letter=get_column_letter(number),
            heading=column[language],
            help=column[f"help_{language}"],
            example=column[f"example_{language}"],
        )
