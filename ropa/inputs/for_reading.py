"""Files that ropa made to be read: they hold less than the register, so that reading them back would lose some of it.

A Word document says so itself. A table is known by its headings, also where a spreadsheet has saved it anew.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ..workbook import FOR_READING, codes
from .documents import Document, Table
from .readers.refused import Refused

FIRST = (_("State"), _("Version"), _("As of"))
"""Headings that our tables begin with (`outputs.plan_csv.STATE`)."""

ALSO = _("Processing activity")
"""A heading that they have besides."""


def refuse(document: Document) -> None:
    """Raise `Refused` for a document that ropa made to be read."""
    if document.mark == FOR_READING or any(map(_is_ours, _headings(document))):
        raise Refused("for_reading")


def _headings(document: Document) -> Iterator[list[str]]:
    """Yield the first row of each table."""
    tables = (block for block in document.blocks if isinstance(block, Table))
    yield from ([cell.text.strip() for cell in table.rows[0]] for table in tables if table.rows)


def _is_ours(headings: list[str]) -> bool:
    for language in codes.LANGUAGES:
        with override(language):
            if headings[: len(FIRST)] == list(map(str, FIRST)) and str(ALSO) in headings:
                return True
    return False
