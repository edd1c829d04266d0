"""`DraftIndex` and `DraftFinding`: what lists of drafts filter and search by. A cache, made again at any time."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q
from django.utils import timezone

from .. import drafts, models, rules, snapshot
from ..models import Publication, ReviewStep
from ..record import Audience, ProcessingActivity
from ..rules.keeping import ORDINARY_INTERVAL, day_after, months_later
from ..swedish import fold
from . import findings, steps

STATES = ("draft", "published", "changed", "withdrawn")
"""draft: never published. changed: the draft says something else than what is public."""


def reindex(activities: Iterable[models.ProcessingActivity] | None = None) -> int:
    """Make the index anew for some activities, or for all; return how many."""
    rows = models.ProcessingActivity.objects.all()
    if activities is not None:
        rows = rows.filter(pk__in=[a.pk for a in activities])
    rows = rows.order_by("pk")
    newest = _newest_rows(rows.values_list("key", flat=True))
    revisions = dict(rows.values_list("pk", "revision"))
    made = dict(zip(revisions, drafts.load_many(rows), strict=True))
    taken, past = _newest_steps(revisions), _Past([draft.key for draft in made.values()])
    before = findings.compared({draft.organisation.key for draft in made.values() if draft.organisation})
    entries = [
        _entry(pk, draft, newest.get(draft.key), past, step=taken.get(pk), revision=revisions[pk])
        for pk, draft in made.items()
    ]
    with transaction.atomic():
        renewal = findings.Renewal(made, before)
        renewal.lock()
        _store(entries)
        renewal.run()
    return len(made)


def index_published(activity: models.ProcessingActivity, draft: ProcessingActivity, row: Publication) -> None:
    """Index a draft that `row` has just published, and what is found in it now, without reading it again."""
    _store([_entry(activity.pk, draft, row, _Past([draft.key]), state="published")])
    findings.keep({activity.pk: findings.foreseen(draft, timezone.localdate(row.at))})


def _store(entries: list[models.DraftIndex]) -> None:
    columns = ["fingerprint", "public_fingerprint", "state", "review", "review_due", "search", "peer"]
    # not `save()`: a cache has no history
    models.DraftIndex.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["activity"], update_fields=columns
    )


def _newest_rows(keys: Iterable) -> dict:
    """Return key -> the row that decides what is public of it, with its payload, of those that have one."""
    rows = Publication.objects.deciding()
    later = rows.filter(activity=OuterRef("activity"), sequence__gt=OuterRef("sequence"))
    newest = rows.filter(~Exists(later), activity__in=list(keys)).select_related("payload")
    return {row.activity: row for row in newest}


def _newest_steps(activities: Iterable[int]) -> dict[int, ReviewStep]:
    return {step.activity_id: step for step in ReviewStep.objects.filter(activity__in=list(activities)).order_by("pk")}


class _Past:
    """When it was decided last what is public, and when somebody published after having gone through it: one query."""

    def __init__(self, keys: list[UUID]) -> None:
        rows = Publication.objects.deciding().filter(activity__in=keys, again=False).order_by()
        published = Max("at", filter=Q(kind=Publication.Kind.PUBLISHED))
        found = list(rows.values_list("activity").annotate(last=Max("at"), published=published))
        self.decided = {key: at for key, at, _published in found}
        self.gone_through = {key: at for key, _at, at in found if at}


def _entry(
    pk: int,
    draft: ProcessingActivity,
    newest: Publication | None,
    past: _Past,
    *,
    state: str = "",
    step: ReviewStep | None = None,
    revision: int = 0,
) -> models.DraftIndex:
    fingerprint = snapshot.fingerprint(draft)
    return models.DraftIndex(
        activity_id=pk,
        fingerprint=fingerprint,
        public_fingerprint=snapshot.fingerprint(draft, Audience.PUBLIC),
        state=state or _state(fingerprint, newest),
        review=steps.state(steps.newer(step, past.decided.get(draft.key)), revision),
        review_due=_review_due(draft, newest, past.gone_through.get(draft.key)),
        search=search_text(draft),
        peer=rules.peer(draft)._asdict(),
    )


def _state(fingerprint: str, newest: Publication | None) -> str:
    if newest is None:
        return "draft"
    if newest.kind == Publication.Kind.WITHDRAWN:
        return "withdrawn"
    payload = getattr(newest, "payload", None)
    if payload is None:
        return "changed"
    published = snapshot.thaw_payload(payload.text, newest.record_format)
    return "published" if snapshot.fingerprint(published) == fingerprint else "changed"


def _review_due(draft: ProcessingActivity, newest: Publication | None, published: datetime | None) -> date | None:
    """Return the first day on which a review is overdue, counted from when it was last gone through: reviewed or published.

    None where there is nothing to count from, and where it is withdrawn: nobody needs to look at that.
    """
    if newest and newest.kind == Publication.Kind.WITHDRAWN:
        return None
    days = [day for day in (draft.reviewed_on, published and timezone.localdate(published)) if day]
    return day_after(months_later(max(days), draft.review_interval_months or ORDINARY_INTERVAL)) if days else None


def search_text(draft: ProcessingActivity) -> str:
    """Return every word of the draft, folded, so that a search is a plain `contains`."""
    return fold("\n".join(_words(snapshot.freeze(draft))))


def _words(data: object) -> Iterable[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _words(value)
    elif isinstance(data, list):
        for value in data:
            yield from _words(value)
