"""Publish once more what was published: with the names and places that hold now, or after a withdrawal.

What the drafts say meanwhile stays a draft: only the address, who answers for the activity, which
unit does the work, how to reach them and the texts inherited from them are taken from the tables.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from .. import drafts, history, models, record, snapshot
from ..models import Publication
from ..record import ProcessingActivity
from ..vocabulary import NoticeLevel
from .index import reindex
from .ledger import CannotPublish, append_version, broken_by, locked, newest_of, public_record, refuse_stale

ELSEWHERE = ("slug", "organisation", "controller", "dpo", "unit")
"""Fields that are edited in their own place, not in the activity; so are inherited texts."""


@dataclass(frozen=True)
class Outdated:
    """A published activity that names its parties otherwise than they are named now."""

    activity: models.ProcessingActivity
    published: ProcessingActivity
    """Address, parties and inherited texts as they are public; nothing else of it."""
    now: ProcessingActivity
    """The same as they would be published now."""


def outdated(activities: Iterable[models.ProcessingActivity]) -> list[models.ProcessingActivity]:
    """Return the activities whose published record names its parties otherwise than they are named now."""
    return [one.activity for one in named_otherwise(activities)]


def named_otherwise(activities: Iterable[models.ProcessingActivity]) -> list[Outdated]:
    """Return what is public and says otherwise now who answers, who does the work, and how to reach them.

    Six queries, for one activity or a thousand. What is hidden from sight is left out.
    """
    rows = models.ProcessingActivity.objects.filter(pk__in=[a.pk for a in activities]).order_by("sort_key", "pk")
    there = list(rows)
    public = _published_elsewhere([row.key for row in there])
    now = {draft.key: draft for draft in drafts.load_parties(rows)}
    return [
        Outdated(row, ProcessingActivity.model_validate(public[row.key]), now[row.key])
        for row in there
        if row.key in public and public[row.key] != _elsewhere(snapshot.freeze(now[row.key]))
    ]


def _published_elsewhere(keys: list[UUID]) -> dict[UUID, dict[str, Any]]:
    """Return key -> those fields of what is public: the payloads are read as data, not made values of."""
    rows = Publication.objects.deciding().filter(activity__in=keys)
    later = Publication.objects.deciding().filter(activity=OuterRef("activity"), sequence__gt=OuterRef("sequence"))
    newest = rows.filter(~Exists(later), kind=Publication.Kind.PUBLISHED, seal=None, payload__isnull=False)
    found = newest.order_by().values_list("activity", "record_format", "payload__text")
    return {
        key: _elsewhere(snapshot.upgraded(snapshot.record_data(text), format))
        for key, format, text in found.iterator(chunk_size=200)
    }


def _elsewhere(data: dict[str, Any]) -> dict[str, Any]:
    inherited = [text for text in data.get("notice_texts", ()) if text.get("level")]
    kept = {name: data[name] for name in ("key", *ELSEWHERE) if name in data}
    return {**kept, "notice_texts": inherited} if inherited else kept


def _brought_up_to_date(published: ProcessingActivity, now: ProcessingActivity) -> ProcessingActivity:
    """Return the published record with what is edited elsewhere as it is `now`."""
    own = [text for text in published.notice_texts if text.level is NoticeLevel.ACTIVITY]
    inherited = [text for text in now.notice_texts if text.level is not NoticeLevel.ACTIVITY]
    taken = {name: getattr(now, name) for name in ELSEWHERE}
    return record.replace(published, **taken, notice_texts=(*inherited, *own))


def reissue(activities: Iterable[models.ProcessingActivity], *, by: Any, reason: str) -> list[Publication]:
    """Publish the last *published* record of each with the parties of today, as one change; all or none.

    What is not public, is hidden from sight, or names its parties as they are, is passed by.
    """
    with transaction.atomic(), history.change(by=by, reason=reason):
        made = [row for row in (_reissued(one, by, reason) for one in outdated(activities)) if row]
        keys = [row.activity for row in made]
        reindex(models.ProcessingActivity.objects.filter(key__in=keys))
        return made


def _reissued(activity: models.ProcessingActivity, by: Any, reason: str) -> Publication | None:
    organisation, row = locked(activity)
    newest = newest_of(row)
    published = public_record(newest)
    if newest is None or published is None or hasattr(newest, "seal"):
        return None
    (parties,) = drafts.load_parties(models.ProcessingActivity.objects.filter(pk=row.pk))
    now = _brought_up_to_date(published, parties)
    if now == published:
        return None
    return append_version(organisation, now, newest, broken=broken_by(newest), by=by, note=reason)


def restore(
    activity: models.ProcessingActivity, *, by: Any, reason: str = "", seen_revision: int | None = None
) -> Publication:
    """Make a withdrawn activity public again, as it was, with the parties of today.

    Raises `StaleRevision` when its draft is no longer at `seen_revision`, and `CannotPublish`
    when it is not withdrawn, or what it said is erased or hidden.
    """
    with transaction.atomic(), history.change(by=by, reason=reason):
        organisation, row = locked(activity)
        refuse_stale(row, seen_revision)
        newest = newest_of(row)
        if newest is None or newest.kind != Publication.Kind.WITHDRAWN:
            raise CannotPublish(_("The activity is not withdrawn."))
        versions = Publication.objects.filter(activity=row.key, kind=Publication.Kind.PUBLISHED)
        last = versions.select_related("payload").order_by("-sequence").first()
        was = public_record(last)
        if was is None:
            raise CannotPublish(_("What was published is erased. Publish the draft instead."))
        if hasattr(last, "seal"):
            raise CannotPublish(_("What was published is hidden from sight. Publish the draft instead."))
        now = _brought_up_to_date(was, drafts.load(row))
        made = append_version(organisation, now, newest, broken=broken_by(last), by=by, note=reason)
        reindex([row])
        return made
