"""Publish once more what was published: with the names that hold now, or after a withdrawal.

What the drafts say meanwhile stays a draft: only the address, what the parties are called, how to reach
them and the texts inherited from them are taken from the tables; which unit and which controller it is
only for what was moved just now, by who may reorganise.
"""

from collections.abc import Container, Iterable, Mapping
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


def outdated(
    activities: Iterable[models.ProcessingActivity], moved: Container[int] = ()
) -> list[models.ProcessingActivity]:
    """Return the activities whose published record names its parties otherwise than they are named now."""
    return [one.activity for one in named_otherwise(activities, moved)]


def named_otherwise(activities: Iterable[models.ProcessingActivity], moved: Container[int] = ()) -> list[Outdated]:
    """Return what is public and says otherwise now who answers, who does the work, and how to reach them.

    Each is taken to stay in the unit and under the controller that it is published with: where its draft
    says otherwise, that is a draft. Only those in `moved` (ids) are taken to be where their drafts are.
    Nine queries, for one activity or a thousand. What is hidden from sight is left out.
    """
    rows = models.ProcessingActivity.objects.filter(pk__in=[a.pk for a in activities]).order_by("sort_key", "pk")
    there = list(rows)
    public = _published_elsewhere([row.key for row in there])
    stay = _places({row.key: public[row.key] for row in there if row.key in public and row.pk not in moved})
    now = {draft.key: draft for draft in drafts.load_parties(rows, stay)}
    return [
        Outdated(row, ProcessingActivity.model_validate(public[row.key]), now[row.key])
        for row in there
        if row.key in public and public[row.key] != _elsewhere(snapshot.freeze(now[row.key]))
    ]


def _places(published: Mapping[UUID, dict[str, Any]]) -> dict[UUID, drafts.Place]:
    """Return key -> the unit and the controller of its own that a record was published with, as they are today.

    A unit that was merged into another is that one. What is gone without a trace is left out.
    """
    keys = {data.get(name, {}).get("key") for data in published.values() for name in ("unit", "controller")}
    units = {str(u.key): u for u in models.Unit.objects.filter(key__in=keys - {None}).select_related("controller")}
    boards = {str(c.key): c for c in models.Controller.objects.filter(key__in=keys - {None})}
    slugs = [data["unit"]["slug"] for data in published.values() if "unit" in data]
    led = {a.slug: a.unit for a in models.Address.objects.filter(slug__in=slugs).select_related("unit__controller")}
    found = {}
    for key, data in published.items():
        unit, board = data.get("unit", {}), data.get("controller", {})
        inherited = board.get("key") == unit.get("controller_key")
        place = units.get(unit.get("key", "")) or led.get(unit.get("slug", "")), boards.get(board.get("key", ""))
        if (place[0] or not unit) and (place[1] or not board):
            found[key] = (place[0], None if inherited else place[1])
    return found


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


def up_to_date(published: ProcessingActivity, row: models.ProcessingActivity) -> ProcessingActivity:
    """Return a published record with its address, parties and inherited texts as they are today."""
    stay = _places({row.key: _elsewhere(snapshot.freeze(published))})
    (now,) = drafts.load_parties(models.ProcessingActivity.objects.filter(pk=row.pk), stay)
    return _brought_up_to_date(published, now)


def _brought_up_to_date(published: ProcessingActivity, now: ProcessingActivity) -> ProcessingActivity:
    """Return the published record with what is edited elsewhere as it is `now`."""
    own = [text for text in published.notice_texts if text.level is NoticeLevel.ACTIVITY]
    inherited = [text for text in now.notice_texts if text.level is not NoticeLevel.ACTIVITY]
    taken = {name: getattr(now, name) for name in ELSEWHERE}
    return record.replace(published, **taken, notice_texts=(*inherited, *own))


def reissue(
    activities: Iterable[models.ProcessingActivity], *, by: Any, reason: str, moved: Container[int] = ()
) -> list[Publication]:
    """Publish the last *published* record of each with the parties of today, as one change; all or none.

    What is not public, is hidden from sight, or names its parties as they are, is passed by. `moved` as in
    `named_otherwise`. All are locked first, in the one order in which all who lock many take them.
    """
    with transaction.atomic(), history.change(by=by, reason=reason):
        organisations = _lock(activities)
        made = []
        for one in named_otherwise(activities, moved):
            newest = newest_of(one.activity)
            published = public_record(newest)
            assert published is not None  # it was found to be public under the same lock
            now, broken = _brought_up_to_date(published, one.now), broken_by(newest)
            chain = organisations[one.activity.organisation_id]
            made.append(append_version(chain, now, newest, broken=broken, again=True, by=by, note=reason))
        reindex(models.ProcessingActivity.objects.filter(key__in=[row.activity for row in made]))
        return made


def _lock(activities: Iterable[models.ProcessingActivity]) -> dict[int, models.Organisation]:
    """Lock the chains, then the drafts; return the organisations by id."""
    rows = models.ProcessingActivity.objects.filter(pk__in=[a.pk for a in activities])
    chains = models.Organisation.objects.filter(pk__in=rows.values("organisation")).order_by("pk")
    organisations = {row.pk: row for row in chains.select_for_update(no_key=True)}
    list(rows.order_by("pk").select_for_update(no_key=True).values_list("pk"))
    return organisations


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
        now = up_to_date(was, row)
        made = append_version(organisation, now, newest, broken=broken_by(last), again=True, by=by, note=reason)
        reindex([row])
        return made
