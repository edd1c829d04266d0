"""A text that changes with the public side: what is kept ready is kept under it."""

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Count, OuterRef, Subquery

from .. import models, snapshot
from ..models import Publication


def stamp() -> str:
    """Return a text that changes whenever anything on the public side can have: one query.

    The head of an organisation's chain tells its whole ledger, even after a backup was put
    back, and no row is committed behind one that was seen (rows are made under a lock; ids
    alone are not so orderly). Hidden versions are counted; site facts have a history.
    """
    with connection.cursor() as cursor:
        cursor.execute(*_stamp_query())
        return snapshot.sha256("\n".join(" ".join(map(str, row)) for row in cursor.fetchall()))[:32]


@cache
def _stamp_query() -> tuple[str, tuple[Any, ...]]:
    """Return the stamp's SQL and parameters: putting them together costs more than asking, so it is done once."""
    newest = Publication.objects.filter(organisation=OuterRef("key")).order_by("-sequence").values("hash")
    facts = models.Organisation.history.filter(key=OuterRef("key")).order_by("-history_id")
    hidden = [_how_many(table) for table in (models.Seal, models.Erasure)]
    told = models.Organisation.objects.order_by("pk").annotate(
        ledger=Subquery(newest[:1]),
        facts=Subquery(facts.values("history_id")[:1]),
        on=Subquery(facts.values("history_date")[:1]),
        seals=hidden[0],
        erasures=hidden[1],
    )
    rows = told.values_list("key", "ledger", "facts", "on", "seals", "erasures")
    return rows.query.sql_with_params()


def _how_many(table: type[models.Seal | models.Erasure]) -> Subquery:
    mine = table._default_manager.filter(publication__organisation=OuterRef("key")).order_by()
    return Subquery(mine.values("publication__organisation").annotate(n=Count("pk")).values("n"))
