"""The terms an organisation has: for whoever reads files, and so that the same word is not made twice."""

from typing import Any

from django.db.models import Q

from .. import drafts, models
from ..models import Organisation
from ..record import Part, ProcessingActivity, Term, is_list, replace
from .rekeying import normal
from .terms import Terms, shipped


def common(organisation: Organisation | None) -> Terms:
    """Return the terms by which files are understood: those that belong to nobody.

    An organisation's own are left out: an import makes such terms, and what it has made must not let the
    same file be understood otherwise the next time. `ByLabel` finds them again by what they are called.
    Replaced ones are there: an act that is named without its number may be the repealed one.
    """
    return _terms(Q(organisation=None)) if organisation else shipped()


def known_to(organisation: Organisation) -> Terms:
    """Return the terms an organisation may use, merged ones left out: a query a list."""
    return _terms((Q(organisation=None) | Q(organisation=organisation)) & Q(replaced_by=None))


def _terms(which: Q) -> Terms:
    tables: tuple[Any, ...] = models.TERMS
    found = {table: table._default_manager.filter(which) for table in tables}
    return {drafts.value_type(table): tuple(map(drafts.term_value, rows)) for table, rows in found.items()}


class ByLabel:
    """Terms by what they are called, so that a file's new word is not made where there is one called the same."""

    def __init__(self, terms: Terms) -> None:
        every = [(kind, term) for kind, rows in terms.items() for term in rows]
        self._codes = {(kind, term.code) for kind, term in every}
        self._known: dict[tuple[type[Term], str], Term] = {}
        for kind, term in every:
            self._known.setdefault((kind, normal(term.labels.get("sv", ""))), term)

    def used_in(self, activity: ProcessingActivity) -> ProcessingActivity:
        """Return a record whose new terms are those that are there, where one is called the same."""
        lists = {n: tuple(map(self._row, rows)) for n, rows in activity if is_list(rows)}
        changed = {n: rows for n, rows in lists.items() if rows != getattr(activity, n)}
        return replace(activity, **changed) if changed else activity

    def _row(self, row: Part) -> Part:
        terms = {n: self._one(value) for n, value in row if isinstance(value, Term)}
        return replace(row, **terms) if any(getattr(row, n) != term for n, term in terms.items()) else row

    def _one(self, term: Term) -> Term:
        called = normal(term.labels.get("sv", ""))
        is_new = bool(called) and term.code.startswith("own-") and (type(term), term.code) not in self._codes
        return self._known.get((type(term), called), term) if is_new else term
