"""Where a draft stands on its way to publication. Never stored, so that it cannot be wrong.

A submission stands as long as the draft is at the revision that was submitted and nothing was
published or withdrawn after it: any change to the draft cancels it by itself.
"""

from datetime import datetime
from typing import Any

from .. import models
from ..models import Publication, ReviewStep

Kind = ReviewStep.Kind


def latest(activity: models.ProcessingActivity) -> ReviewStep | None:
    """Return the newest step that nothing was published or withdrawn after; None without one."""
    step = activity.steps.order_by("-pk").first()
    rows = Publication.objects.deciding().filter(activity=activity.key)
    return newer(step, rows.order_by("-sequence").values_list("at", flat=True).first())


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
