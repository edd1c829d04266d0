"""The yearly review: those who do the work say that what is public of it is right still."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import drafts, history, models, snapshot
from ..models import Publication
from .again import up_to_date
from .index import reindex
from .ledger import CannotPublish, locked, public_record, published_row, refuse_stale, repeat


def confirm(
    activity: models.ProcessingActivity,
    *,
    by: Any,
    reason: str = "",
    at: datetime | None = None,
    seen_revision: int | None = None,
) -> Publication:
    """Say that what is public is right still: the yearly review of a unit, in public with its day.

    The draft is marked as reviewed that day. Raises `StaleRevision` when it is no longer at
    `seen_revision`, and `CannotPublish` when the activity is not public, and where its draft
    says something else: nobody could tell which of the two is meant. New names and contact
    details, which wait to be published, are nothing that the draft says.
    """
    with transaction.atomic(), history.change(by=by, at=at, reason=reason):
        organisation, row = locked(activity)
        refuse_stale(row, seen_revision)
        newest = published_row(row)
        before = public_record(newest)
        if before is None or snapshot.fingerprint(up_to_date(before, row)) != snapshot.fingerprint(drafts.load(row)):
            raise CannotPublish(_("The draft says something else than what is public. Submit the draft instead."))
        said = {"by": by, "note": reason, "at": at}
        made = repeat(organisation, newest, Publication.Kind.CONFIRMED, changes_public=False, **said)
        row.reviewed_on = timezone.localdate(made.at)
        row.save()
        reindex([row])
        return made
