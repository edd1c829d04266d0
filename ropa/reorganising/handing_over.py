"""What somebody who leaves kept up to date, and who takes it over."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import ngettext

from .. import history, policy, publishing
from ..models import Membership, Organisation, ProcessingActivity, ReviewStep
from . import members
from .plans import CannotReorganise, locked


@dataclass(frozen=True)
class Estate:
    """What hangs on one account in one organisation."""

    owned: list[ProcessingActivity]
    """Activities it keeps up to date: they are handed over."""
    submitted: list[ProcessingActivity]
    """Activities it submitted that wait for who publishes: they wait still."""
    named: list[ProcessingActivity]
    """Activities whose “who reviews” names the person in words: only somebody who reads them can tell what to write."""
    memberships: list[Membership]


def estate(leaver: Any, organisation: Organisation) -> Estate:
    """Return what hangs on an account in an organisation."""
    rows = ProcessingActivity.objects.filter(organisation=organisation).order_by("sort_key", "pk")
    waiting = rows.filter(index__review="submitted").prefetch_related("steps")
    return Estate(
        owned=list(rows.filter(owner=leaver)),
        submitted=[row for row in waiting if _submitted_by(row) == leaver.pk],
        named=list(rows.filter(_naming(leaver))),
        memberships=list(
            Membership.objects.filter(user=leaver, organisation=organisation).select_related("unit", "controller")
        ),
    )


def _submitted_by(row: ProcessingActivity) -> int | None:
    steps = list(row.steps.all())
    return steps[-1].user_id if steps and steps[-1].kind == ReviewStep.Kind.SUBMITTED else None


def _naming(leaver: Any) -> Q:
    names = {leaver.get_full_name(), leaver.get_username(), leaver.email} - {""}
    naming = Q(pk=None)
    for name in names:
        naming |= Q(review_owner__icontains=name)
    return naming


def hand_over(
    leaver: User,
    successor: User,
    organisation: Organisation,
    *,
    by: Any,
    reason: str,
    until: date | None = None,
) -> int:
    """Let the successor keep up to date all that the leaver did in an organisation; return how many, as one change.

    With `until` that is the last day of the leaver's memberships there. Raises `CannotReorganise`
    where the successor may not edit what is handed over.
    """
    with transaction.atomic(), history.change(by=by, reason=reason):
        mine = ProcessingActivity.objects.filter(organisation=organisation, owner=leaver)
        _refuse_who_may_not_edit(successor, mine)
        rows = locked(mine)
        with publishing.steps.kept(rows):
            for row in rows:
                row.owner = successor
                row.save()
        if until is not None:
            members.end(leaver, organisation, until)
        publishing.reindex(rows)
        return len(rows)


def _refuse_who_may_not_edit(successor: User, rows: Any) -> None:
    out_of_reach = rows.exclude(pk__in=policy.editable(successor, ProcessingActivity.objects.all()).values("pk"))
    if n := out_of_reach.count():
        said = ngettext(
            "%(who)s may not edit %(n)d of them: “%(name)s”. Choose somebody who may, or give a membership first.",
            "%(who)s may not edit %(n)d of them, “%(name)s” among others. Choose somebody who may, or give a membership first.",
            n,
        )
        raise CannotReorganise(said % {"who": successor, "n": n, "name": out_of_reach.first()})
