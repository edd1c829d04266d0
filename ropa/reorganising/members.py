"""Memberships that a reorganisation moves or ends; each one's page of history tells of it and why."""

from datetime import date
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db.models import Q
from django.utils.translation import gettext as _

from .. import history
from ..models import Membership, Organisation, Unit


def move(source: Unit, target: Unit) -> None:
    """Move memberships; one that somebody has in the other unit already is not needed twice."""
    there = {_says(m): m for m in Membership.objects.filter(unit=target)}
    for membership in Membership.objects.filter(unit=source).order_by("pk"):
        if same := there.get(_says(membership)):
            membership.delete()
            _tell(
                same,
                _("There was one like it in “%(unit)s”. It was removed when that unit was merged into this one."),
                unit=source,
            )
            continue
        membership.unit = target
        membership.save()
        _tell(membership, _("It was about “%(unit)s” until that unit was merged into another."), unit=source)


def end(leaver: User, organisation: Organisation, until: date) -> None:
    """Let the memberships of somebody in an organisation end on a day; what ends before that stays as it is."""
    going_on = Q(until=None) | Q(until__gt=until)
    for membership in Membership.objects.filter(going_on, user=leaver.pk, organisation=organisation).order_by("pk"):
        membership.until = until
        membership.save()
        _tell(membership, _("Ended: %(day)s was the last day."), day=until.isoformat())


def _says(membership: Membership) -> tuple[object, ...]:
    return membership.user_id, membership.role, membership.publishes, membership.until


def _tell(membership: Membership, what: str, **said: Any) -> None:
    """Keep in the admin's log what was done: memberships have no tables of history, and only accounts have a log."""
    with history.change() as made:
        if made.user is None:
            return
        words = _("%(what)s Reason: %(reason)s") % {"what": what % said, "reason": made.reason}
        LogEntry.objects.log_actions(made.user.pk, [membership], CHANGE, words, single_object=True)
