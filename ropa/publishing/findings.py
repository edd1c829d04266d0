"""What the rules find in drafts: whole for one draft, and in `DraftFinding` for the lists of them."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from .. import drafts, models, rules
from ..record import ProcessingActivity
from ..rules import Finding, Peer, Peers, Rule
from ..rules.peers import ANYBODYS
from ..vocabulary import Severity


def standing(draft: ProcessingActivity, day: date | None = None) -> tuple[Finding, ...]:
    """Return what is found in a draft on a day, today if not given: two queries."""
    today = day or timezone.localdate()
    return on(today, foreseen(draft, today))


def on(day: date, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those of the findings that hold on a day."""
    return tuple(x for x in found if x.place.since is None or x.place.since <= day)


def foreseen(draft: ProcessingActivity, day: date) -> tuple[Finding, ...]:
    """Return what is found in a draft on a day, and what will be later: a constant number of queries."""
    pk = models.ProcessingActivity.objects.filter(key=draft.key).values_list("pk", flat=True).first()
    others = compared([draft.organisation.key] if draft.organisation else [])
    others.pop(pk or 0, None)  # what it stated when it was saved is no other's word
    changed = _changed_on({pk: draft} if pk else {})
    return rules.foresee(draft, day, peers=Peers(others.values()), changed_on=changed.get(pk or 0))


def held() -> Q:
    """Return the condition on `DraftFinding` that it holds today."""
    return Q(since=None) | Q(since__lte=timezone.localdate())


def counted(activities: QuerySet[models.ProcessingActivity]) -> QuerySet[Any]:
    """Return the drafts with `errors` and `warnings`, how many of each hold today."""
    return activities.annotate(errors=_how_many(Severity.ERROR), warnings=_how_many(Severity.WARNING))


def _how_many(severity: Severity) -> Coalesce:
    mine = models.DraftFinding.objects.filter(held(), activity=OuterRef("pk"), severity=severity).order_by()
    return Coalesce(Subquery(mine.values("activity").annotate(n=Count("pk")).values("n")), 0)


def compared(organisations: Iterable[UUID]) -> dict[int, Peer]:
    """Return activity -> what rules compare of it, for all drafts of some organisations: one query."""
    rows = models.DraftIndex.objects.filter(activity__organisation__key__in=list(organisations))
    found = {pk: _peer(stored) for pk, stored in rows.values_list("activity", "peer")}
    return {pk: one for pk, one in found.items() if one}


def _peer(stored: dict[str, Any]) -> Peer | None:
    """Return a stored peer; None for one that an older version stored otherwise."""
    if set(stored) != set(Peer._fields):
        return None
    plain: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()}
    return Peer(**plain)


def neighbours(peers: Iterable[Peer], among: Mapping[int, Peer]) -> set[int]:
    """Return the drafts that the rules compare with any of `peers`."""
    kinds = {kind for one in peers for kind in _compared_by(one)}
    return {pk for pk, one in among.items() if kinds & _compared_by(one)}


def _compared_by(one: Peer) -> set[tuple[str, str]]:
    return {(one.organisation, kind) for kind in one.kinds if kind not in ANYBODYS}


class Renewal:
    """Finds anew in some drafts, and compares anew those whose findings rest on a comparison with them.

    `before` is what `compared` says until now: where nothing that is compared has changed, no other
    draft is read. Of those that are only compared no other finding is touched: somebody may be
    saving them. Rows are locked in one order, so two who save neighbours wait for each other once.
    """

    def __init__(self, made: Mapping[int, ProcessingActivity], before: Mapping[int, Peer]) -> None:
        self.made = made
        now = {pk: rules.peer(draft) for pk, draft in made.items()}
        changed = [pk for pk, one in now.items() if before.get(pk) != one]
        moved = chain((now[pk] for pk in changed), (before[pk] for pk in changed if pk in before))
        self.beside = neighbours(moved, before) - set(made)
        self.peers = Peers({**before, **now}.values())

    def lock(self) -> None:
        """Keep others from finding anew in the same drafts until the transaction ends."""
        rows = models.DraftIndex.objects.filter(activity__in=[*self.made, *self.beside])
        list(rows.order_by("activity").select_for_update().values_list("activity"))

    def run(self) -> None:
        """Store what is found."""
        changed, today = _changed_on(self.made), timezone.localdate()
        found = {
            pk: rules.foresee(x, today, peers=self.peers, changed_on=changed.get(pk)) for pk, x in self.made.items()
        }
        keep(found)
        if self.beside:
            self._compare(today)

    def _compare(self, today: date) -> None:
        rows = models.ProcessingActivity.objects.filter(pk__in=self.beside).order_by("pk")
        others = zip(rows.values_list("pk", flat=True), drafts.load_many(rows), strict=True)
        asked = rules.COMPARING
        keep({pk: rules.foresee(x, today, peers=self.peers, asked=asked) for pk, x in others}, asked)


def _changed_on(made: Mapping[int, ProcessingActivity]) -> dict[int, date]:
    """Return when drafts were changed last after their review; of what was never reviewed no rule asks it."""
    reviewed = [pk for pk, draft in made.items() if draft.reviewed_on]
    return {pk: timezone.localdate(moment) for pk, moment in drafts.changes_after_review(reviewed).items()}


def keep(found: Mapping[int, Iterable[Finding]], asked: Iterable[Rule] | None = None) -> None:
    """Store what was found in some drafts, in place of what was stored, of the rules `asked` if not of all."""
    rows = [_row(pk, finding) for pk, findings in found.items() for finding in findings]
    old = stored(found) if asked is None else stored(found).filter(rule__in=[rule.code for rule in asked])
    with transaction.atomic():
        old.delete()
        # not `save()`: a cache has no history. A new draft has no row to lock, so two may have found the same.
        models.DraftFinding.objects.bulk_create(rows, ignore_conflicts=True)


def stored(activities: Iterable[int]) -> QuerySet[models.DraftFinding]:
    """Return what is stored of some drafts."""
    return models.DraftFinding.objects.filter(activity__in=list(activities))


def _row(pk: int, finding: Finding) -> models.DraftFinding:
    place = finding.place
    return models.DraftFinding(
        activity_id=pk,
        rule=finding.rule.code,
        severity=finding.severity.value,
        field=place.field,
        row=str(place.row or ""),
        column=place.column,
        since=place.since,
    )
