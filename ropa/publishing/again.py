"""Publish once more what was published: with the names and places that hold now, or after a withdrawal.

What the drafts say meanwhile stays a draft: only who answers for the activity, which unit does the
work and how to reach them are taken from the tables.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from .. import drafts, history, models, record
from ..models import Publication
from ..record import ProcessingActivity
from .index import reindex
from .ledger import CannotPublish, append_version, broken_by, locked, newest_of, public_record

PARTIES = ("organisation", "controller", "dpo", "unit")
"""Fields that are edited in their own place, not in the activity."""


def outdated(activities: Iterable[models.ProcessingActivity]) -> list[models.ProcessingActivity]:
    """Return the activities whose published record names its parties otherwise than they are named now."""
    rows = models.ProcessingActivity.objects.filter(pk__in=[a.pk for a in activities]).order_by("sort_key", "pk")
    there = list(rows)
    loaded = dict(zip((row.pk for row in there), drafts.load_many(rows), strict=True))
    newest = _newest_of(there)
    return [row for row in there if _differs(public_record(newest.get(row.key)), loaded[row.pk])]


def _newest_of(rows: Iterable[models.ProcessingActivity]) -> dict[Any, Publication]:
    found = Publication.objects.deciding().filter(activity__in=[row.key for row in rows]).select_related("payload")
    return {row.activity: row for row in found.order_by("sequence")}


def _differs(published: ProcessingActivity | None, draft: ProcessingActivity) -> bool:
    return published is not None and _with_parties(published, draft) != published


def _with_parties(published: ProcessingActivity, draft: ProcessingActivity) -> ProcessingActivity:
    return record.replace(published, **{name: getattr(draft, name) for name in PARTIES})


def reissue(activities: Iterable[models.ProcessingActivity], *, by: Any, reason: str) -> list[Publication]:
    """Publish the last *published* record of each with the parties of today, as one change; all or none.

    What is not public, or names its parties as they are, is passed by.
    """
    with transaction.atomic(), history.change(by=by, reason=reason):
        made = [row for row in (_reissued(a, by, reason) for a in activities) if row]
        keys = [row.activity for row in made]
        reindex(models.ProcessingActivity.objects.filter(key__in=keys))
        return made


def _reissued(activity: models.ProcessingActivity, by: Any, reason: str) -> Publication | None:
    organisation, row = locked(activity)
    newest = newest_of(row)
    published = public_record(newest)
    if published is None:
        return None
    now = _with_parties(published, drafts.load(row))
    if now == published:
        return None
    return append_version(organisation, now, newest, broken=broken_by(newest), by=by, note=reason)


def restore(activity: models.ProcessingActivity, *, by: Any, reason: str = "") -> Publication:
    """Make a withdrawn activity public again, as it was, with the parties of today.

    Raises `CannotPublish` when it is not withdrawn, or what it said is erased.
    """
    with transaction.atomic(), history.change(by=by, reason=reason):
        organisation, row = locked(activity)
        newest = newest_of(row)
        if newest is None or newest.kind != Publication.Kind.WITHDRAWN:
            raise CannotPublish(_("The activity is not withdrawn."))
        versions = Publication.objects.filter(activity=row.key, kind=Publication.Kind.PUBLISHED)
        last = versions.select_related("payload").order_by("-sequence").first()
        was = public_record(last)
        if was is None:
            raise CannotPublish(_("What was published is erased. Publish the draft instead."))
        now = _with_parties(was, drafts.load(row))
        made = append_version(organisation, now, newest, broken=broken_by(last), by=by, note=reason)
        reindex([row])
        return made
