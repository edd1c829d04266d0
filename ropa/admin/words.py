"""What a column holds, in words: for row summaries, read-only pages and the history."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .. import record
from ..drafts import PARTS
from ..drafts.mapping import kinds
from ..models import KeyField, KeysField, ProcessingActivity, Term
from ..record.audience import PUBLIC
from ..vocabulary import DpiaCriterion, country_name
from ..wording import here, period_words, yes_no


def moment(at: datetime) -> str:
    """Return day and time in Stockholm."""
    return localtime(at).strftime("%Y-%m-%d %H:%M")


def shown(
    field: models.Field,
    value: Any,
    *,
    related: Callable[[models.Field, Any], str] = lambda field, value: str(value),
    rows: Callable[[str], str] = str,
) -> str:
    """Return the content of a column in words; empty when nothing is stated.

    `related` names what a foreign key leads to; `rows` names the row with a key.
    """
    if value is None or value == "" or value == []:
        return ""
    if isinstance(field, models.ForeignKey):
        return related(field, value)
    if isinstance(field, (KeysField, KeyField)):
        return ", ".join(rows(str(key)) for key in (value if isinstance(value, list) else [value]))
    if isinstance(field, models.BooleanField):
        return yes_no(value)
    if isinstance(field, models.DateTimeField):
        return moment(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _by_name(field.name, value)


def _by_name(name: str, value: Any) -> str:
    if name == "period":
        return period_words(value)
    if name == "country":
        return country_name(value, here())
    if name == "dpia_criteria":
        return "; ".join(str(DpiaCriterion(code).label) for code in value if code in DpiaCriterion.values)
    if name == "field":
        return field_label(value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def stored(row: models.Model, name: str) -> Any:
    """Return a column as `shown` wants it: the related object of a foreign key, if it is there."""
    field: Any = row._meta.get_field(name)
    return getattr(row, name) if isinstance(field, models.ForeignKey) else field.value_from_object(row)


def list_of(table: type[models.Model]) -> str:
    """Return the name of the activity's list that is kept in `table`; empty for any other table."""
    return next((name for name, (_value, part) in PARTS.items() if part is table), "")


def translated(table: type[models.Model]) -> tuple[str, ...]:
    """Return the columns of a table that can be said in other languages."""
    if table is ProcessingActivity:
        own = kinds(record.ProcessingActivity)
        return (*[n for n, kind in own.items() if kind == "text"], "contact_visiting_address")
    if issubclass(table, Term):
        return tuple(n for n in ("label", "after", "when") if n in _columns(table))
    if name := list_of(table):
        return tuple(n for n, kind in kinds(PARTS[name][0]).items() if kind == "text")
    party = ("name", "visiting_address", "representative", "rights_text", "accessibility_text")
    look = ("logo_text", "footer_text", "footer_links")
    return tuple(n for n in (*party, *look) if n in _columns(table))


def _columns(table: type[models.Model]) -> set[str]:
    return {field.name for field in table._meta.concrete_fields}


def public_fields() -> dict[str, str]:
    """Return the fields a resident may see, of the activity and of its rows, with their labels.

    A name that several tables share has one label, the words joined.
    """
    labels: dict[str, list[str]] = {}
    for table, names in _public_tables():
        for name in names:
            label = _label(table, name)
            if label and label not in labels.setdefault(name, []):
                labels[name].append(label)
    return {name: " / ".join(words) for name, words in labels.items() if words}


def _public_tables() -> Iterable[tuple[type[models.Model], list[str]]]:
    hidden = {"key", "slug", "withheld"}
    own = record.ProcessingActivity
    yield ProcessingActivity, [n for n in own.model_fields if n in PUBLIC[own] - hidden]
    for name, (value, part) in PARTS.items():
        if name != "withheld":
            yield part, [n for n in value.model_fields if n in PUBLIC.get(value, set()) - hidden]


def _label(table: type[models.Model], name: str) -> str:
    if name in PARTS and table is ProcessingActivity:
        return str(PARTS[name][1]._meta.verbose_name_plural)
    if name == "dpo":
        return _("Data protection officer")
    if name == "contact":
        return _("Contact for questions")
    column: Any = table._meta.get_field(name) if name in _columns(table) else None
    return str(column.verbose_name) if column else ""


def field_label(name: str) -> str:
    """Return the label of a field that is kept from the public, or that an import filled."""
    return public_fields().get(name, name)


def fields_of(name: str) -> set[str]:
    """Return the public fields of the rows of a list; of the activity itself for an empty name."""
    for table, fields in _public_tables():
        if list_of(table) == name:
            return set(fields)
    return set()


def as_id(text: Any) -> int | None:
    """Return the number of a row, or None for what no table can hold: "²" is a digit to Python, and none to a database."""
    word = str(text or "")
    return int(word) if word.isascii() and word.isdigit() and len(word) < 19 else None


def as_uuid(text: Any) -> UUID | None:
    """Return the key, or None for what is none."""
    try:
        return text if isinstance(text, UUID) else UUID(str(text))
    except ValueError:
        return None
