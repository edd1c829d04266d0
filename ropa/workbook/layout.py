"""The sheets of the workbook and their order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .. import record
from ..labels import FORM_LABELS
from ..record import Audience
from .columns import Column, Kind, bare_type, columns, inner_type, is_list_of_rows

MARK = "ropa-workbook/1"
"""Says in the file that it is such a workbook, and in which form."""

FOR_READING = "ropa-reading/1"
"""Says in a file that it is made to be read, and is no workbook to edit."""

ACTIVITIES, ORGANISATIONS, CONTROLLERS, UNITS, OFFICERS = "activities", "organisations", "controllers", "units", "dpos"
HEADINGS, ABOVE, TERMS = "headings", "above", "terms"
ABOUT, CHOICES = "about", "choices"

PARTY_SHEETS: dict[type[record.Value], str] = {
    record.Organisation: ORGANISATIONS,
    record.Controller: CONTROLLERS,
    record.Unit: UNITS,
    record.DataProtectionOfficer: OFFICERS,
}
"""Kind of party -> its sheet."""

TERM_KINDS: tuple[type[record.Term], ...] = tuple(record.Term.__subclasses__())

ENTRY = ("version", "published_at", "confirmed_at", "sha256")
"""What an entry of the register says beside its activity; for reading only."""


@dataclass(frozen=True)
class Sheet:
    """A sheet with one kind of row."""

    code: str
    """Its name in the file, whatever its title: a list of the activity, or one of the names above."""
    kind: type[record.Value]
    """What a row of it is."""
    columns: tuple[Column, ...]
    leads: tuple[str, ...]
    """Columns before those of the value: which activity or party a row belongs to, and what it is called here."""
    has_key: bool = True

    @property
    def title(self) -> str:
        """What it is called, in the active language; at most 31 characters, none of those that no sheet may bear."""
        return title(self.code)

    @property
    def is_list(self) -> bool:
        """Whether it is a list of the activity's rows."""
        return self.code in lists()


def title(code: str) -> str:
    """Return what a sheet is called in the active language, as far as a tab can hold it."""
    said = str(_TITLES.get(code) or FORM_LABELS.field(record.ProcessingActivity, code))
    return said.replace("/", "\N{DIVISION SLASH}")[:31]


_TITLES = {
    ABOUT: _("About the file"),
    ACTIVITIES: _("Processing activities"),
    ORGANISATIONS: _("Organisations"),
    CONTROLLERS: _("Controllers"),
    UNITS: _("Units"),
    OFFICERS: _("Data protection officers"),
    HEADINGS: _("Own headings"),
    ABOVE: pgettext_lazy("sheet", "Units above"),
    TERMS: pgettext_lazy("sheet", "Terms"),
    CHOICES: pgettext_lazy("sheet", "Choices"),
    "joint_controllers": pgettext_lazy("sheet", "Joint controllers"),
    "on_behalf_of": pgettext_lazy("sheet", "Controllers it works for"),
    "special_category_bases": pgettext_lazy("sheet", "Special categories"),
    "unplaced": pgettext_lazy("sheet", "Texts not placed"),
}
"""Titles that are not those of the form: there is none, or it is too long for a tab."""

LEADS = {
    "activity": _("Processing activity"),
    "id": pgettext_lazy("sheet", "Row"),
    "party": pgettext_lazy("sheet", "Called here"),
    "list": pgettext_lazy("sheet", "List"),
}
"""Column before those of the value -> its heading."""

KEEPING = {"order": pgettext_lazy("sheet", "Order"), "key": _("Key"), "marks": pgettext_lazy("sheet", "Marks")}
"""Columns after those of the value, for the program: hidden."""


_ROWS = {
    "data_subjects": pgettext_lazy("row", "Group"),
    "personal_data": pgettext_lazy("row", "Data"),
    "special_category_bases": pgettext_lazy("row", "Condition"),
    "retention_rules": pgettext_lazy("row", "Rule"),
    "carriers": pgettext_lazy("row", "Carrier"),
    "processors": pgettext_lazy("row", "Processor"),
}
"""List -> what a row of it is called before its number; the others as on the form."""


def list_label(name: str) -> str:
    """Return what the form calls a list of the activity."""
    return FORM_LABELS.field(record.ProcessingActivity, name)


def row_word(name: str) -> str:
    """Return what a row of a list is called before its number, in the active language."""
    return str(_ROWS.get(name) or FORM_LABELS.row(name))


@cache
def lists() -> dict[str, type[record.Part]]:
    """Return the lists of an activity: name -> kind of row."""
    fields = record.ProcessingActivity.model_fields.items()
    return {name: inner_type(f.annotation) for name, f in fields if is_list_of_rows(bare_type(f.annotation))}


@cache
def sheets(audience: Audience) -> tuple[Sheet, ...]:
    """Return all sheets with rows, in their order, as far as the audience sees them."""
    return tuple(_sheets(audience))


def _sheets(audience: Audience) -> Iterator[Sheet]:
    own = columns(record.ProcessingActivity, audience)
    entry = (replace(c, name=f"entry.{c.name}") for c in columns(record.Entry, Audience.DRAFT) if c.name in ENTRY)
    yield Sheet(ACTIVITIES, record.ProcessingActivity, (*own, *entry), ("activity",))
    for name, kind in lists().items():
        if _shown(record.ProcessingActivity, name, audience):
            yield Sheet(name, kind, columns(kind, audience), ("activity", "id"))
    for party, code in PARTY_SHEETS.items():
        yield Sheet(code, party, columns(party, audience), ("party",))
    yield Sheet(HEADINGS, record.Heading, columns(record.Heading, audience), ("party",), has_key=False)
    yield Sheet(ABOVE, record.Unit, _above(), ("party",), has_key=False)
    yield Sheet(TERMS, record.Term, _of_terms(audience), ("list", "party"), has_key=False)


def _shown(kind: type[record.Value], name: str, audience: Audience) -> bool:
    return audience is not Audience.PUBLIC or name in record.audience.PUBLIC[kind]


def _above() -> tuple[Column, ...]:
    """Return the columns of a unit above another: its address and its name."""
    return tuple(c for c in columns(record.Unit, Audience.DRAFT) if c.name in {"slug", "name"})


def _of_terms(audience: Audience) -> tuple[Column, ...]:
    """Return the columns of all kinds of terms; those that some share are one."""
    found: dict[tuple[str, Kind, Any], Column] = {}
    for kind in TERM_KINDS:
        for column in columns(kind, audience):
            found.setdefault((column.name, column.kind, column.of), column)
    return tuple(_told_apart(list(found.values())))


def _told_apart(found: list[Column]) -> Iterator[Column]:
    """Yield the columns, those of one name and several lists under the name of the list as well."""
    for column in found:
        shared = sum(c.name == column.name for c in found) > 1
        yield replace(column, name=f"{column.owner.__name__}.{column.name}") if shared else column


def names_of(column: Column, kind: type[record.Term]) -> str:
    """Return the field of a kind of term that a column of the sheet of terms stands for; empty where it has none."""
    owner, _dot, field = column.name.rpartition(".")
    return field if field in kind.model_fields and owner in {"", kind.__name__} else ""
