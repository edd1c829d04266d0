"""Take an old state back as a draft: what was once saved or published becomes what is to be published next."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from .. import drafts, history, models
from ..record import ProcessingActivity
from .index import reindex
from .ledger import Unchanged, refuse_stale


def bring_back(
    activity: models.ProcessingActivity,
    was: ProcessingActivity,
    *,
    by: Any,
    reason: str,
    seen_revision: int | None = None,
) -> None:
    """Make the draft say what `was` says, as one change; see `drafts.revived` for what stays as it is.

    Nothing is published. Raises `StaleRevision` when the draft is no longer at `seen_revision`,
    and `Unchanged` when it says all of it already.
    """
    with transaction.atomic(), history.change(by=by, reason=reason):
        rows = models.ProcessingActivity.objects.select_for_update(no_key=True)
        row = rows.get(pk=activity.pk)
        refuse_stale(row, seen_revision)
        now = drafts.load(row)
        then, _gone = drafts.revived(was, now, row.organisation)
        if then == now:
            raise Unchanged(_("The draft says this already."))
        drafts.save(then)
        reindex([row])
