"""Who is to be told of what by mail: reviews that are overdue, drafts that wait to be published, drafts returned.

Nobody is told twice of the same thing. A `Reminder` is written before the mail is sent and
taken away when it could not be sent: a run that is killed between the two has one person not
told, never told twice, and the first page of the workplace shows the same things. Two runs at
once wait for each other at each person's account.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from . import policy
from .models import Membership, ProcessingActivity, Reminder, ReviewStep

Kind = Reminder.Kind
Drafts = QuerySet[ProcessingActivity]


@dataclass(frozen=True)
class Matter:
    """One thing a person is to be told of."""

    kind: Reminder.Kind
    activity: ProcessingActivity
    about: str
    """The day the review was due, or the id of the step: see `Reminder`."""
    step: ReviewStep | None = None
    """The submission or the return, with its comment."""

    @property
    def url(self) -> str:
        """Where to see to it."""
        return settings.SITE_URL + reverse("admin:ropa_processingactivity_change", args=[self.activity.pk])


@dataclass(frozen=True)
class Letter:
    """All that is new to one person."""

    user: Any
    matters: tuple[Matter, ...]

    def of(self, kind: str) -> list[Matter]:
        """Return the matters of one kind, in Swedish order."""
        return [matter for matter in self.matters if matter.kind == kind]

    def message(self) -> EmailMessage:
        """Return the mail, in the language of the installation."""
        with translation.override(settings.LANGUAGE_CODE):
            n = len(self.matters)
            said = ngettext(
                "%(n)d processing activity waits for you in the register",
                "%(n)d processing activities wait for you in the register",
                n,
            )
            parts = {"reviews": Kind.REVIEW, "submissions": Kind.SUBMISSION, "returns": Kind.RETURN}
            told = {name: self.of(kind) for name, kind in parts.items()}
            body = render_to_string("mail/reminder.txt", {**told, "site": settings.SITE_URL + reverse("admin:index")})
        to = [self.user.email]
        return EmailMessage(said % {"n": n}, body, to=to)


def letters(day: date | None = None) -> Iterator[Letter]:
    """Yield what each person is to be told of and was not told of yet, on a day, today if not given."""
    waiting = Waiting(day or timezone.localdate())
    for user in people():
        matters = _not_told(user, waiting.of(user))
        if matters:
            yield Letter(user, matters)


def people() -> Iterator[Any]:
    """Yield the active accounts that have a membership, each as what its memberships make of it.

    Who runs the installation is told of what is theirs, not of everybody's.
    """
    accounts = get_user_model()._default_manager.filter(is_active=True, memberships__isnull=False)
    for user in map(policy.as_member, accounts.distinct().order_by("username")):
        if policy.can_enter(user):
            yield user


class Waiting:
    """What waits on a day, read once for all people."""

    def __init__(self, day: date) -> None:
        rows = ProcessingActivity.objects.select_related("index", "unit").order_by("sort_key", "pk")
        self.overdue = rows.filter(index__review_due__lte=day).exclude(index__state="withdrawn")
        self.submitted = rows.filter(index__review="submitted")
        self.returned = rows.filter(index__review="returned")
        self.unkept = set(self.overdue.values_list("pk", flat=True)) - self._kept()

    def _kept(self) -> set[int]:
        """Return the overdue ones whose owner still edits them."""
        owners = set(self.overdue.values_list("owner", flat=True))
        theirs = (policy.editable(user, self.overdue.filter(owner=user.pk)) for user in people() if user.pk in owners)
        return {row.pk for rows in theirs for row in rows}

    def of(self, user: Any) -> Iterator[Matter]:
        """Yield what waits for a person, by what `policy` lets them do."""
        for row in self._reviews(user):
            yield Matter(Kind.REVIEW, row, str(row.index.review_due))
        submitted = policy.publishable(user, self.submitted)
        for row, step in _with_steps(submitted):
            if step.user_id != user.pk:
                yield Matter(Kind.SUBMISSION, row, str(step.pk), step)
        returned = policy.editable(user, self.returned)
        for row, step in _with_steps(returned):
            if user.pk in {row.owner_id, _submitter(step)}:
                yield Matter(Kind.RETURN, row, str(step.pk), step)

    def _reviews(self, user: Any) -> Drafts:
        """Return the overdue reviews that the person keeps, or watches over as DPO."""
        mine = Q(owner=user.pk) | Q(pk__in=self.unkept, unit__in=_units(user))
        kept = policy.editable(user, self.overdue).filter(mine)
        watched = policy.visible(user, self.overdue).filter(organisation__in=_watched(user))
        pks = {*kept.values_list("pk", flat=True), *watched.values_list("pk", flat=True)}
        return self.overdue.filter(pk__in=pks)


def _units(user: Any) -> set[int]:
    """Return the units whose activities the person keeps, for lack of an owner: those of their own memberships."""
    own = (m.unit for m in policy.memberships(user) if m.unit)
    return {pk for unit in own for pk in unit.branch()}


def _watched(user: Any) -> list[int]:
    return [m.organisation_id for m in policy.memberships(user) if m.role == Membership.Role.DPO]


def _with_steps(rows: Drafts) -> list[tuple[ProcessingActivity, ReviewStep]]:
    """Return the drafts, each with its newest step."""
    there = list(rows)
    newest = {step.activity_id: step for step in ReviewStep.objects.filter(activity__in=there).order_by("pk")}
    return [(row, newest[row.pk]) for row in there if row.pk in newest]


def _submitter(returned: ReviewStep) -> int | None:
    """Return the account that submitted what was returned."""
    earlier = ReviewStep.objects.filter(activity=returned.activity_id, kind=ReviewStep.Kind.SUBMITTED)
    return earlier.filter(pk__lt=returned.pk).order_by("-pk").values_list("user", flat=True).first()


def _not_told(user: Any, matters: Iterable[Matter]) -> tuple[Matter, ...]:
    told = set(Reminder.objects.filter(user=user).values_list("kind", "activity", "about"))
    return tuple(m for m in matters if (str(m.kind), m.activity.pk, m.about) not in told)


def send(letter: Letter, connection: Any) -> Letter | None:
    """Mail what the person was still not told of; None where another run was faster.

    Raises what the mail server raises; then nobody counts as told.
    """
    claimed, rows = _claimed(letter)
    if not claimed.matters:
        return None
    message = claimed.message()
    message.connection = connection
    try:
        message.send()
    except Exception:
        Reminder.objects.filter(pk__in=[row.pk for row in rows]).delete()
        raise
    return claimed


def _claimed(letter: Letter) -> tuple[Letter, list[Reminder]]:
    """Write down that the person is told, and return what nobody had written down before."""
    accounts = get_user_model()._default_manager.select_for_update(no_key=True)
    with transaction.atomic():
        accounts.get(pk=letter.user.pk)
        matters, now = _not_told(letter.user, letter.matters), timezone.now()
        rows = [
            Reminder.objects.create(user=letter.user, activity=m.activity, kind=m.kind, about=m.about, at=now)
            for m in matters
        ]
        return Letter(letter.user, matters), rows
