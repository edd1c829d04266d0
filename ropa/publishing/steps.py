"""Where a draft stands on its way to publication. Never stored, so that it cannot be wrong.

A submission stands as long as the draft is at the revision that was submitted and nothing was
published or withdrawn after it: any change to the draft cancels it by itself. What is only
published once more, with the names of today, decides nothing about the draft.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from .. import models
from ..models import Publication, ReviewStep

Kind = ReviewStep.Kind


def latest(activity: models.ProcessingActivity) -> ReviewStep | None:
    """Return the newest step that nothing was published or withdrawn after; None without one."""
    step = activity.steps.order_by("-pk").first()
    return newer(step, decided([activity.key]).get(activity.key))


def decided(keys: Iterable[UUID]) -> dict[UUID, datetime]:
    """Return key -> when it was decided last what is public of an activity, where it was: one query."""
    rows = Publication.objects.deciding().filter(activity__in=list(keys), again=False).order_by()
    return dict(rows.values_list("activity").annotate(Max("at")))


@contextmanager
def kept(activities: Iterable[models.ProcessingActivity]) -> Iterator[None]:
    """Let the submissions that stand now stand after what is done inside, which says nothing of what the drafts say."""
    before = {row.pk: step for row in activities if (step := standing(row))}
    yield
    for row in models.ProcessingActivity.objects.filter(pk__in=before):
        step = before[row.pk]
        step.revision = row.revision
        step.save(update_fields=["revision"])


def newer(step: ReviewStep | None, decided: datetime | None) -> ReviewStep | None:
    """Return the step if it was taken after what is public was decided."""
    return None if step is None or (decided and decided >= step.at) else step


def standing(activity: models.ProcessingActivity) -> ReviewStep | None:
    """Return the submission that waits for who publishes; None when there is none."""
    step = latest(activity)
    return step if state(step, activity.revision) == "submitted" else None


def is_by(step: ReviewStep, by: Any) -> bool:
    """Return whether the same person took the step: the same account, whatever it is called now, else the same words."""
    account = getattr(by, "pk", None)
    return step.user_id == account if account and step.user_id else step.by == str(by)


def state(step: ReviewStep | None, revision: int) -> str:
    """Return what the `latest` step makes of a draft: submitted, returned or nothing."""
    if step is None or step.kind == Kind.TAKEN_BACK:
        return ""
    if step.kind == Kind.RETURNED:
        return "returned"
    return "submitted" if step.revision == revision else ""
