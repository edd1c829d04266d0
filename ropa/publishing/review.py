"""Between draft and publication: an editor submits, who publishes may return it with a comment."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import drafts, models, snapshot
from ..models import ReviewStep
from . import steps
from .index import reindex
from .ledger import CannotPublish, Unchanged, newest_of, public_record, refuse_stale

Kind = ReviewStep.Kind


def submit(
    activity: models.ProcessingActivity,
    *,
    by: Any,
    comment: str = "",
    seen_revision: int | None = None,
    at: datetime | None = None,
) -> ReviewStep:
    """Say that the draft is ready to be published.

    Raises `StaleRevision` when it is no longer at `seen_revision`, `CannotPublish` when it is
    submitted already, and `Unchanged` when it says nothing else than what is public.
    """
    with transaction.atomic():
        row = _locked(activity)
        refuse_stale(row, seen_revision)
        if steps.standing(row):
            raise CannotPublish(_("The activity is submitted already."))
        before = public_record(newest_of(row))
        if before and snapshot.fingerprint(before) == snapshot.fingerprint(drafts.load(row)):
            raise Unchanged(_("Nothing has changed since the last version."))
        return _step(row, Kind.SUBMITTED, by, comment, at)


def take_back(
    activity: models.ProcessingActivity, *, by: Any, comment: str = "", seen_revision: int | None = None
) -> ReviewStep:
    """Undo a submission. Raises `StaleRevision`, and `CannotPublish` when none stands."""
    with transaction.atomic():
        return _step(_submitted(activity, seen_revision), Kind.TAKEN_BACK, by, comment)


def give_back(
    activity: models.ProcessingActivity,
    *,
    by: Any,
    comment: str,
    seen_revision: int | None = None,
    at: datetime | None = None,
) -> ReviewStep:
    """Return a submission to its editors.

    Raises `StaleRevision` when the draft is no longer at `seen_revision`, and `CannotPublish`
    when no submission stands, and without a comment.
    """
    if not comment.strip():
        raise CannotPublish(_("Write what is to be changed: those who submitted it must know."))
    with transaction.atomic():
        return _step(_submitted(activity, seen_revision), Kind.RETURNED, by, comment, at)


def _submitted(activity: models.ProcessingActivity, seen_revision: int | None) -> models.ProcessingActivity:
    row = _locked(activity)
    refuse_stale(row, seen_revision)
    if steps.standing(row) is None:
        raise CannotPublish(_("The activity is not submitted."))
    return row


def _locked(activity: models.ProcessingActivity) -> models.ProcessingActivity:
    return models.ProcessingActivity.objects.select_for_update(no_key=True).get(pk=activity.pk)


def _step(row: models.ProcessingActivity, kind: Kind, by: Any, comment: str, at: datetime | None = None) -> ReviewStep:
    user = by if isinstance(by, AbstractBaseUser) else None
    said = {"kind": kind, "revision": row.revision, "user": user, "by": str(by), "comment": comment.strip()}
    made = ReviewStep.objects.create(activity=row, at=at or timezone.now(), **said)
    reindex([row])
    return made
