"""Starter terms: fixtures/vocabulary.json and an organisation's own lists -> term rows.

Loading again adds what is new and changes nothing: labels belong to those who edit them.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from .. import drafts, models, record
from ..drafts.terms import fill, write_new

LISTS: dict[str, type[models.Term]] = {
    "purpose_categories": models.PurposeCategory,
    "data_subject_categories": models.DataSubjectCategory,
    "personal_data_categories": models.PersonalDataCategory,
    "source_categories": models.SourceCategory,
    "recipient_categories": models.RecipientCategory,
    "systems": models.System,
    "suppliers": models.Supplier,
    "laws": models.Law,
    "retention_triggers": models.RetentionTrigger,
    "security_measures": models.SecurityMeasureCategory,
}
"""Name of a list in the file -> its table."""


def load(data: Mapping[str, Iterable[dict[str, Any]]], organisation: models.Organisation | None = None) -> int:
    """Add the terms that are not there yet; return how many were added.

    Raises `ValueError` for a list nobody knows or a term that is no valid one.
    """
    if unknown := set(data) - set(LISTS):
        raise ValueError(f"unknown lists: {', '.join(sorted(unknown))}")
    added = 0
    for name, terms in data.items():
        table = LISTS[name]
        there = {row.code: row for row in table._default_manager.filter(organisation=organisation)}
        new = {term["code"]: _made(table, term, organisation) for term in terms if term["code"] not in there}
        write_new([*new.values()])
        _link_replaced(there | new, terms)
        added += len(new)
    return added


def term_value(table: type[models.Term], term: dict[str, Any]) -> record.Term:
    """Return the value for a term as the file writes it: labels and phrases by language suffix."""
    data = {k: v for k, v in term.items() if k not in {"sv", "en", "area", "short_sv", "replaced_by"}}
    data["labels"] = {k: term[k] for k in ("sv", "en") if term.get(k)}
    for phrase in ("after", "when"):
        words = {k: data.pop(f"{phrase}_{k}") for k in ("sv", "en") if f"{phrase}_{k}" in data}
        if words:
            data[phrase] = words
    return drafts.value_type(table).model_validate(data)


def _made(table: type[models.Term], term: dict[str, Any], organisation: models.Organisation | None) -> models.Term:
    value = term_value(table, term)
    owner = organisation.slug if organisation else ""
    key = uuid5(NAMESPACE_URL, f"ropa:{table.__name__}:{owner}:{value.code}")
    row = table(organisation=organisation, code=value.code, iri=value.iri, key=key)
    fill(row, value)
    return row


def _link_replaced(rows: dict[str, models.Term], terms: Iterable[dict[str, Any]]) -> None:
    for term in terms:
        row = rows[term["code"]]
        newer = rows.get(term.get("replaced_by", ""))
        if newer and row.replaced_by_id is None:  # type: ignore[attr-defined]
            row.replaced_by = newer
            row.save()
