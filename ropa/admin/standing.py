"""Where every draft a user may see stands: one query for all that the first page and the findings by unit count."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, OuterRef, Subquery
from django.utils import timezone

from .. import policy, publishing
from ..models import ProcessingActivity, ReviewStep
from .filters import reviews
from .units import Place


class Standing(NamedTuple):
    """One draft: where it belongs, who keeps it, and what is to be done with it."""

    pk: int
    organisation: int
    unit: int | None
    owner: int | None
    state: str | None
    """As in the index; None = nobody has indexed it yet."""
    review_due: date | None
    submitted: bool
    returned: bool
    open: bool
    overdue: bool
    errors: int
    warnings: int
    step: int | None
    """Its newest step of review."""

    @property
    def place(self) -> Place:
        """Organisation and unit."""
        return self.organisation, self.unit


COLUMNS = {"state": "index__state", "review_due": "index__review_due"}
"""Field -> the column that holds it, where it is not named alike."""


def standings(user: Any, day: date | None = None) -> list[Standing]:
    """Return where the drafts a user may see stand on a day, today if not given, in the order of their names.

    What is counted is told by the very conditions that the list of activities is filtered by.
    """
    asked = reviews(day or timezone.localdate())
    told: dict[str, Any] = {
        name: ExpressionWrapper(asked[name], output_field=BooleanField())
        for name in ("submitted", "returned", "open", "overdue")
    }
    newest = ReviewStep.objects.filter(activity=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    seen = policy.visible(user, ProcessingActivity.objects.order_by("sort_key", "pk"))
    rows = publishing.counted(seen).annotate(**told, step=Subquery(newest))
    return [Standing(*row) for row in rows.values_list(*(COLUMNS.get(name, name) for name in Standing._fields))]


def ids(activities: Iterable[Any]) -> set[int]:
    """Return the ids of the drafts of a query set."""
    return set(activities.values_list("pk", flat=True))  # type: ignore[attr-defined]
