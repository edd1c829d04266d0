"""When drafts were changed last, read from their history."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max

from ..models import ProcessingActivity
from .mapping import PARTS


def last_changes(activities: Iterable[int] | None = None) -> dict[int, datetime]:
    """Return activity -> when it or a row of it was changed last, in one query over all history tables; None = all."""
    ids = None if activities is None else list(activities)
    own = ProcessingActivity.history.filter(**_among("id", ids)).order_by()
    rows = [
        table.history.filter(**_among("activity_id", ids))
        .order_by()
        .values_list("activity_id")
        .annotate(Max("history_date"))
        for _value, table in PARTS.values()
    ]
    found = own.values_list("id").annotate(Max("history_date")).union(*rows, all=True)
    latest: dict[int, datetime] = {}
    for pk, moment in found:
        latest[pk] = max(moment, latest.get(pk, moment))
    return latest


def _among(column: str, ids: list[int] | None) -> dict[str, list[int]]:
    return {} if ids is None else {f"{column}__in": ids}
