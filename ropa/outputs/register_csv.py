"""The register as a flat table for reading and counting: an activity a line, a column for each thing it states.

UTF-8 with a byte order mark and semicolons, as the disposal plan. Rows of an activity are told by what they are
called; it cannot be read back, `register_xlsx` can.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ..record import Entry, LegalProvision, Party, ProcessingActivity, Register, Term, Text, Value
from ..retention import sentences
from ..vocabulary import Code, Occurrence
from ..wording import Template, here, lower_first, not_shown, provision, say, yes_no
from ..workbook import sheets
from ..workbook.layout import ACTIVITIES, list_label
from .plan_csv import BOM, STATE, safe
from .refusal import refuse_internal
from .workbook_names import row_said

LEFT_OUT = {"notice_texts", "withheld", "original_wording", "unplaced", "slug"}
"""What is no statement about the processing: it stands in the workbook."""

BETWEEN = "; "
"""Comes between several values of a cell."""


def render(register: Register, language: str = "sv") -> bytes:
    """Return the register as CSV in `language`, with the fields that its audience may see.

    Raises `NotPublic` for a public register that was not cut down to the public view.
    """
    refuse_internal(register)
    file = io.StringIO(newline="")
    with override(language):
        columns = list(_columns(register))
        lines = csv.writer(file, delimiter=";")
        lines.writerow(safe(str(heading)) for heading, _cell in columns)
        for entry in register.entries:
            lines.writerow(safe(_one_line(cell(entry))) for _heading, cell in columns)
    return (BOM + file.getvalue()).encode()


def _one_line(text: str) -> str:
    return " ".join(text.split())


Cell = Callable[[Entry], str]


def _columns(register: Register) -> Iterator[tuple[Template, Cell]]:
    """Yield heading and cell of each column: first which record it is, then what it states in the record's order."""
    for heading, cell in STATE:
        yield heading, lambda entry, cell=cell: cell(register, entry)  # type: ignore[misc]
    there = {sheet.code: sheet for sheet in sheets(register.audience)}
    yield _("Processing activity"), lambda entry: _said(entry.activity.name)
    own = {column.name: column.label for column in there[ACTIVITIES].columns}
    for name in ProcessingActivity.model_fields:
        if name in there and name not in LEFT_OUT:
            yield list_label(name), _of_list(name)
        elif name == "contact":
            yield from ((own[f"contact.{part}"], _of_contact(part)) for part in ("email", "phone", "url"))
        elif name in own and name not in {*LEFT_OUT, "name"}:
            yield own[name], _of_field(name)
    yield _("Key"), lambda entry: str(entry.activity.key)


def _of_field(name: str) -> Cell:
    return lambda entry: BETWEEN.join(
        [*filter(None, [_said(getattr(entry.activity, name))]), *_withheld(entry.activity, name)]
    )


def _of_contact(name: str) -> Cell:
    return lambda entry: _said(getattr(entry.activity.contact, name))


def _of_list(name: str) -> Cell:
    if name == "retention_rules":
        return lambda entry: BETWEEN.join([*_retention(entry.activity), *_withheld(entry.activity, name)])
    return lambda entry: BETWEEN.join([*_rows(getattr(entry.activity, name)), *_withheld(entry.activity, name)])


def _retention(activity: ProcessingActivity) -> Iterable[str]:
    return (str(said).rstrip(".") for said in sentences(activity, here()))


def _rows(rows: Iterable[Value]) -> Iterator[str]:
    """Return what each row is called, the whole of it, and whether it never occurs."""
    for row in rows:
        said = str(provision(row)) if isinstance(row, LegalProvision) else row_said(row, 2000)
        never = getattr(row, "occurrence", None) is Occurrence.NEVER
        yield f"{said.rstrip('.')} ({lower_first(Occurrence.NEVER.text)})" if never else said.rstrip(".")


def _withheld(activity: ProcessingActivity, name: str) -> list[str]:
    return [str(not_shown(marker)) for marker in activity.withheld_in(name)]


def _said(value: Any) -> str:
    """Return a value in words of the active language."""
    if value is None:
        return ""
    if isinstance(value, Party):
        above = [name for _slug, name in getattr(value, "path", ())]
        return " › ".join(str(say(name)) for name in (*above, value.name))
    if isinstance(value, (Text, Term)):
        return str(say(value))
    if isinstance(value, tuple):
        return BETWEEN.join(map(_said, value))
    if isinstance(value, bool):
        return yes_no(value)
    return value.text if isinstance(value, Code) else str(value)
