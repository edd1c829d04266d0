"""Closed lists in cells: labels for people, in whatever language the workbook was made or is written on."""

import re
from functools import cache

from django.utils.translation import gettext, override

from ..labels import FORM_LABELS
from ..record import Part, ProcessingActivity, Term, Value
from ..vocabulary import Code, country_choices, country_name
from ..wording import here, yes_no
from .columns import Column, Kind
from .layout import TERM_KINDS, lists

LANGUAGES = ("sv", "en")
"""Languages a workbook is made in; labels are understood in all of them."""


def labels(of: type[Code]) -> list[str]:
    """Return the labels of a closed list in the active language, in its order, no two alike."""
    said = [member.text for member in of]
    return [text if said.count(text) == 1 else f"{text} ({m.value})" for text, m in zip(said, of, strict=True)]


def label(code: Code) -> str:
    """Return how a cell names a code."""
    return _labels(type(code), here())[code]


@cache
def _labels(of: type[Code], language: str) -> dict[Code, str]:
    """Return code -> label; the bare code where the label would be read as another."""
    return {m: text if _codes(of).get(plain(text)) is m else m.value for m, text in zip(of, labels(of), strict=True)}


def code(of: type[Code], text: str) -> Code | None:
    """Return the code that a label or the code itself names, whatever its case; None for neither."""
    return _codes(of).get(plain(text))


@cache
def _codes(of: type[Code]) -> dict[str, Code]:
    """Return label and code -> member. A label never stands in the way of another member's code."""
    found: dict[str, Code] = {}
    for language in LANGUAGES:
        with override(language):
            for text, member in zip(labels(of), of, strict=True):
                found.setdefault(plain(text), member)
    return found | {plain(member.value): member for member in of}


def plain(text: str) -> str:
    """Return a text as it is compared: small letters, single spaces."""
    return " ".join(text.casefold().split())


# --- yes and no -------------------------------------------------------------------------------------------------------


@cache
def _answers() -> dict[str, bool]:
    found = {"true": True, "sant": True, "1": True, "x": True, "false": False, "falskt": False, "0": False}
    for language in LANGUAGES:
        with override(language):
            found |= {plain(gettext("Yes")): True, plain(gettext("No")): False}
    return found


def answer(text: str) -> bool | None:
    """Return what an answer in words says; None for one that says neither."""
    return _answers().get(plain(text))


def said(given: bool) -> str:
    """Return yes or no in the active language."""
    return yes_no(given)


# --- countries --------------------------------------------------------------------------------------------------------


def country_said(given: str) -> str:
    """Return a country's name in the active language; its code where the name would be read as another."""
    name = country_name(given, here()) if given else ""
    return name if country(name) == given else given


def country(text: str) -> str:
    """Return the ISO code of a country's name or code; the text itself where nobody knows it."""
    return _countries().get(plain(text), text)


@cache
def _countries() -> dict[str, str]:
    codes = {plain(code): code for code, _name in country_choices()}
    return codes | {plain(name): code for language in LANGUAGES for code, name in country_choices(language)}


# --- names of fields --------------------------------------------------------------------------------------------------

_WITH_NAME = re.compile(r"(?:.*\s)?\[(\w+)\]", re.DOTALL)


def field_said(name: str) -> str:
    """Return a field's label with its name, as in "Anteckningar [notes]"; a name nobody knows as it is."""
    owner = _owner(name)
    return f"{FORM_LABELS.field(owner, name)} [{name}]" if owner else name.replace("[", "\u27e6U+005B\u27e7")


def field(text: str) -> str:
    """Return the name of the field that a cell names; the text itself where it names none that is known."""
    found = _WITH_NAME.fullmatch(text)
    return found[1] if found and _owner(found[1]) else text


@cache
def _owner(name: str) -> type[Value] | None:
    """Return a type with such a field: the activity before its rows."""
    owners: tuple[type[Value], ...] = (ProcessingActivity, *lists().values())
    return next((kind for kind in owners if name in kind.model_fields and kind is not Part), None)


# --- headings ---------------------------------------------------------------------------------------------------------


def heading(column: Column, siblings: tuple[Column, ...]) -> str:
    """Return what stands above a column, in the active language; with its owner where others are called the same."""
    alike = [c for c in siblings if c.label == column.label]
    if len(alike) < 2 or (column.name in column.owner.model_fields and column.owner not in TERM_KINDS):
        return column.label
    return f"{column.label} ({FORM_LABELS.table(column.owner)})"


def choices(column: Column) -> tuple[str, list[str]] | None:
    """Return the name of what may be chosen in a column's cells, and the words; None where anything may stand."""
    if column.kind is Kind.CODE:
        return column.of.__name__, [label(member) for member in column.of]
    if column.kind is Kind.YES_NO:
        return "yes-no", [said(True), said(False)]
    if column.kind is Kind.COUNTRY:
        return "country", [name for _code, name in country_choices(here())]
    return None


# --- lists of terms ---------------------------------------------------------------------------------------------------


def list_said(kind: type[Term]) -> str:
    """Return what a list of terms is called."""
    return FORM_LABELS.table(kind)


def term_kind(text: str) -> type[Term] | None:
    """Return the list of terms that a cell names."""
    return _term_kinds().get(plain(text))


@cache
def _term_kinds() -> dict[str, type[Term]]:
    found: dict[str, type[Term]] = {plain(kind.__name__): kind for kind in TERM_KINDS}
    for language in LANGUAGES:
        with override(language):
            found |= {plain(list_said(kind)): kind for kind in TERM_KINDS}
    return found
