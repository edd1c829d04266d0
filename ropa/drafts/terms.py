"""Terms of the open lists: rows <-> values."""

from typing import Any

from django.db import models as db

from .. import models, record
from ..history import create
from .refusing import refuse_too_long

_EXTRA = {
    record.DataSubjectCategory: ("vulnerable",),
    record.PersonalDataCategory: ("level", "may_reveal"),
    record.SourceCategory: ("from_data_subject", "publicly_accessible"),
    record.RecipientCategory: ("kind",),
    record.System: ("medium",),
    record.Supplier: ("organisation_number", "country"),
    record.Law: ("sfs", "url", "repealed"),
    record.SecurityMeasureCategory: ("kind",),
}
"""Value type -> attributes beyond code, labels and IRI."""

_PHRASES = ("after", "when")
"""Columns of a retention trigger that are words per language."""


class UnknownTerm(ValueError):
    """A record names a code that is in no list and brings no label to make it from."""


def value_type(table: type[models.Term]) -> type[record.Term]:
    """Return the value that stands for a row of `table`; both bear the same name."""
    found: type[record.Term] = getattr(record, table.__name__)
    return found


def term_value(row: Any) -> Any:
    """Return the frozen value of a term's row, or None."""
    if row is None:
        return None
    kind = value_type(type(row))
    data: dict[str, Any] = {
        "code": row.code,
        "labels": words(row, "label"),
        "iri": row.iri,
    }
    for name in _EXTRA.get(kind, ()):
        value = getattr(row, name)
        data[name] = None if value == "" and name in {"level", "kind", "medium"} else value
    if kind is record.RetentionTrigger:
        data |= {name: words(row, name) for name in _PHRASES}
    return kind.model_validate(data)


def words(row: Any, column: str) -> dict[str, str]:
    """Return language -> words of a column, Swedish first; empty ones left out."""
    other = {k: v["text"] for k, v in row.translations.get(column, {}).items()}
    return {k: v for k, v in {"sv": getattr(row, column), **other}.items() if v}


def set_words(row: Any, column: str, said: Any) -> None:
    """Set a column and its translations from language -> words."""
    swedish = said.get("sv", "")
    setattr(row, column, swedish)
    other = {k: {"text": v, "source": record.source_hash(swedish)} for k, v in said.items() if k != "sv"}
    row.translations = {**row.translations, column: other} if other else row.translations


class TermBook:
    """The terms one organisation may use, looked up by code; makes its own new ones."""

    def __init__(self, organisation: models.Organisation | None) -> None:
        self.organisation = organisation
        self._rows: dict[type[models.Term], dict[str, models.Term]] = {}

    def row(self, table: type[models.Term], value: record.Term | None) -> Any:
        """Return the row for a value, made as the organisation's own when it is new.

        Raises `UnknownTerm` when nobody has the code and the value brings no label.
        """
        if value is None:
            return None
        rows = self._load(table)
        if value.code not in rows:
            if not value.labels.get("sv"):
                raise UnknownTerm(f"{table._meta.verbose_name}: {value.code}")
            rows[value.code] = self._make(table, value)
        return rows[value.code]

    def knows(self, table: type[models.Term], code: str) -> bool:
        """Return whether the organisation has a term with that code."""
        return code in self._load(table)

    def _load(self, table: type[models.Term]) -> dict[str, models.Term]:
        if table not in self._rows:
            mine = db.Q(organisation=None) | db.Q(organisation=self.organisation)
            found = table._default_manager.filter(mine).order_by(db.F("organisation_id").asc(nulls_first=True))
            self._rows[table] = {row.code: row for row in found}
        return self._rows[table]

    def _make(self, table: type[models.Term], value: record.Term) -> models.Term:
        row = table(organisation=self.organisation, code=value.code, iri=value.iri)
        fill(row, value)
        refuse_too_long(row)
        row.save()
        return row


def write_new(rows: list[models.Term]) -> None:
    """Insert terms of one table, with their history."""
    if rows:
        create(rows)


def fill(row: models.Term, value: record.Term) -> None:
    """Set a term row's labels and attributes from its value."""
    set_words(row, "label", value.labels)
    for name in _EXTRA.get(type(value), ()):
        given = getattr(value, name)
        column = row._meta.get_field(name)
        setattr(row, name, "" if given is None and not column.null else given)
    if isinstance(value, record.RetentionTrigger):
        for name in _PHRASES:
            set_words(row, name, getattr(value, name))
