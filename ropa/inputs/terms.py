"""The open lists as understanding sees them: terms by list, shipped ones and an organisation's own."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.db import models as db

from .. import models, record
from ..drafts.terms import term_value

Terms = Mapping[type[record.Term], tuple[Any, ...]]
"""Kind of term -> the terms of that list."""

FIXTURE = Path(__file__).parents[2] / "fixtures" / "vocabulary.json"


@cache
def shipped() -> Terms:
    """Return the terms that come with ropa, without a database."""
    from .vocabulary import LISTS, term_value

    data = json.loads(FIXTURE.read_text("utf-8"))
    kinds = {name: getattr(record, table.__name__) for name, table in LISTS.items()}
    return {kind: tuple(term_value(LISTS[name], t) for t in data.get(name, ())) for name, kind in kinds.items()}


def of(organisation: models.Organisation | None) -> Terms:
    """Return the terms that an organisation may use, read from the tables: its own first, then the shipped ones.

    A merged term stands last, as another name of the term that replaced it. Acts that were replaced are none
    of these: they keep their place, since registers still name them.
    """
    from .vocabulary import LISTS

    return {getattr(record, table.__name__): _of(table, organisation) for table in LISTS.values()}


def _of(table: type[models.Term], organisation: models.Organisation | None) -> tuple[Any, ...]:
    mine = db.Q(organisation=None) | db.Q(organisation=organisation)
    rows = table._default_manager.filter(mine).select_related("replaced_by")
    own_first = sorted(rows, key=lambda row: (row.organisation_id is None, row.pk))
    merged = [row for row in own_first if row.replaced_by_id and table is not models.Law]  # type: ignore[attr-defined]
    values = tuple(term_value(row) for row in own_first if row not in merged)
    return values + tuple(_renamed(row) for row in merged)


def _renamed(row: Any) -> Any:
    """Return the term that replaced a merged one, under the label of the merged one."""
    newest = row
    while newest.replaced_by:
        newest = newest.replaced_by
    return record.replace(term_value(newest), labels={"sv": row.label})
