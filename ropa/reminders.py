"""Who is to be told of what by mail: reviews that are overdue, drafts that wait to be published, drafts returned.

Nobody is told twice of the same thing. A `Reminder` is written before the mail is sent and
taken away when it could not be sent: a run that is killed between the two has one person not
told, never told twice, and the first page of the workplace shows the same things. Two runs at
once wait for each other at each person's account.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from . import policy
from .models import ProcessingActivity, Reminder, ReviewStep
from .rules.keeping import ORDINARY_INTERVAL, months_later

Kind = Reminder.Kind
Drafts = QuerySet[ProcessingActivity]


@dataclass(frozen=True)
class Matter:
    """One thing a person is to be told of."""

    kind: Reminder.Kind
    activity: ProcessingActivity
    about: str
    """The month the review is counted from, or the id of the step: see `Reminder`."""
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
    for user in waiting.people:
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
    """What waits on a day, and whom it concerns, read once for all people."""

    def __init__(self, day: date) -> None:
        rows = ProcessingActivity.objects.select_related("index", "unit").order_by("sort_key", "pk")
        self.people = list(people())
        self.overdue = rows.filter(index__review_due__lte=day).exclude(index__state="withdrawn")
        self.submitted = rows.filter(index__review="submitted")
        self.returned = rows.filter(index__review="returned")
        self.unkept = self._left({row.pk: {row.owner_id} for row in self.overdue})
        self.awaiting = _awaiting(self.returned)
        self.unheard = self._left(self.awaiting)

    def _left(self, concerned: Mapping[int, set[int | None]]) -> set[int]:
        """Return the activities that none of the accounts they concern edits any more."""
        left = set(concerned)
        for user in self.people:
            theirs = [pk for pk in left if user.pk in concerned[pk]]
            rows = ProcessingActivity.objects.filter(pk__in=theirs)
            left -= set(policy.editable(user, rows).values_list("pk", flat=True))
        return left

    def of(self, user: Any) -> Iterator[Matter]:
        """Yield what waits for a person, by what `policy` lets them do. Nobody is told of their own step."""
        for row in self._reviews(user):
            yield Matter(Kind.REVIEW, row, _counted_from(row))
        submitted = policy.publishable(user, self.submitted)
        for kind, rows in ((Kind.SUBMISSION, submitted), (Kind.RETURN, self._returns(user))):
            for row, step in _with_steps(rows):
                if step.user_id != user.pk:
                    yield Matter(kind, row, str(step.pk), step)

    def _reviews(self, user: Any) -> Drafts:
        """Return the overdue reviews that the person keeps, or watches over as DPO."""
        mine = policy.editable(user, self.overdue.filter(owner=user.pk))
        left = policy.editable_by_unit(user, self.overdue.filter(pk__in=self.unkept))
        return _any_of(self.overdue, mine, left, policy.overseen(user, self.overdue))

    def _returns(self, user: Any) -> Drafts:
        """Return what was returned to the person, or to nobody who is there and so to all of the unit."""
        theirs = [pk for pk, concerned in self.awaiting.items() if user.pk in concerned]
        mine = policy.editable(user, self.returned.filter(pk__in=theirs))
        left = policy.editable_by_unit(user, self.returned.filter(pk__in=self.unheard))
        return _any_of(self.returned, mine, left)


def _any_of(rows: Drafts, *some: Drafts) -> Drafts:
    """Return the rows that are in any of some others, in their order."""
    return rows.filter(pk__in={pk for theirs in some for pk in theirs.values_list("pk", flat=True)})


def _counted_from(overdue: ProcessingActivity) -> str:
    """Return the month that an overdue review is counted from: with another interval it is the same review still.

    `DraftIndex` alone decides what is counted from, so this goes back from there. To the month,
    as days do not lead back: a month after 31 January is 28 February.
    """
    due = overdue.index.review_due
    assert due is not None  # it is overdue
    last_day = due - timedelta(days=1)
    return str(months_later(last_day, -(overdue.review_interval_months or ORDINARY_INTERVAL)))[:7]


def _awaiting(returned: Drafts) -> dict[int, set[int | None]]:
    """Return activity -> its owner and who submitted what was returned: two queries."""
    concerned: dict[int, set[int | None]] = {row.pk: {row.owner_id} for row in returned}
    submitted = ReviewStep.objects.filter(activity__in=concerned, kind=ReviewStep.Kind.SUBMITTED)
    newest = dict(submitted.order_by("pk").values_list("activity", "user"))
    for pk, submitter in newest.items():
        concerned[pk].add(submitter)
    return concerned


def _with_steps(rows: Drafts) -> list[tuple[ProcessingActivity, ReviewStep]]:
    """Return the drafts, each with its newest step."""
    there = list(rows)
    newest = {step.activity_id: step for step in ReviewStep.objects.filter(activity__in=there).order_by("pk")}
    return [(row, newest[row.pk]) for row in there if row.pk in newest]


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
