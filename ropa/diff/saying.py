"""What a field of a record holds, in words of the active language."""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import gettext as _

from ..record import Party, Term, Text, Value
from ..vocabulary import Code, Profile, country_name
from ..wording import here, period_words, yes_no


class Labels(Protocol):
    """What fields and lists are called. The forms' labels are with the tables, which nothing pure may read."""

    def field(self, kind: type[Value], name: str) -> str:
        """Return the label of a field of `kind`."""

    def row(self, name: str) -> str:
        """Return what one row of a list is called, as in "Purpose"."""

    def heading(self, profile: Profile, code: str) -> str:
        """Return what an organisation's own heading is called: by the shipped one that it stands for."""


Rows = Callable[[UUID], str]
"""Names the row that has a key."""


def said(name: str, value: Any, rows: Rows) -> str:
    """Return what a field called `name` holds; empty when nothing is stated."""
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, (Text, Term)):
        return value.said(here()).text
    if isinstance(value, tuple):
        return ", ".join(said(name, item, rows) for item in value)
    if isinstance(value, Party):
        return said("", value.name, rows)
    return _plain(name, value, rows)


def _plain(name: str, value: Any, rows: Rows) -> str:
    if isinstance(value, UUID):
        return rows(value)
    if isinstance(value, Code):
        return value.text
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, date):
        return value.isoformat()
    if name == "period":
        return period_words(value)
    return country_name(value, here()) if name == "country" else str(value)


def translation(value: Text, language: str) -> str:
    """Return the text in another language; empty where there is none."""
    there = value.other.get(language)
    return there.text if there else ""


def made_from(value: Text, language: str) -> str:
    """Return what is known of the Swedish text that a translation was made from."""
    there = value.other.get(language)
    if there is None or not there.source:
        return ""
    return _("Made from an older Swedish text") if value.is_stale(language) else _("Matches the Swedish text")
