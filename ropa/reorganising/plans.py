"""A reorganisation as a value: looked at before it is carried out, by carrying it out and undoing it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from .. import history, policy, publishing
from ..models import DraftIndex, Organisation, ProcessingActivity, Publication
from ..publishing import Outdated


class CannotReorganise(ValueError):
    """It cannot be done so; the message says why, in the user's language."""


@dataclass(frozen=True)
class Plan:
    """What is to be done within one organisation."""

    organisation: Organisation

    def check_rights(self, by: AbstractBaseUser) -> None:
        """Raise `CannotReorganise` where the plan gives somebody what `by`, who manages the organisation, may not give."""

    def change(self) -> Iterable[int]:
        """Change drafts and parties; return the ids of the activities whose records may say something else after it.

        Runs inside a transaction that holds the organisation's chain. Raises `CannotReorganise`.
        """
        raise NotImplementedError

    def moved(self, touched: set[int]) -> set[int]:
        """Return those of the activities that are published where their drafts are: what the plan itself put there."""
        return set()

    def check_published(self, made: list[Publication]) -> None:
        """Raise `CannotReorganise` where what was published anew is not what the plan cannot do without."""


@dataclass(frozen=True)
class RenewNames(Plan):
    """Publish what the forms of the parties say by now; nothing else."""

    def change(self) -> Iterable[int]:
        """Return those that are public under other names."""
        every = ProcessingActivity.objects.filter(organisation=self.organisation)
        return [row.pk for row in publishing.outdated(every)]


@dataclass(frozen=True)
class Foreseen:
    """What a plan would come to."""

    activities: list[ProcessingActivity]
    """Drafts whose records may say something else after it, as they are now."""
    public: list[Outdated]
    """What residents would see otherwise."""
    answered_otherwise: int
    """How many drafts would have another controller."""
    left: int
    """How many of what residents would see otherwise they would not, because who does it may not publish them."""


@dataclass(frozen=True)
class Done:
    """What a plan came to."""

    activities: int
    """How many drafts may say something else."""
    published: list[Publication]
    """What was published anew."""
    left: int
    """How many are public and still named as before, because who did it may not publish them."""


def foresee(plan: Plan, *, by: Any = None) -> Foreseen:
    """Return what the plan would come to if `by` did it; nothing of it stays. Raises `CannotReorganise`."""
    every = ProcessingActivity.objects.filter(organisation=plan.organisation)
    with transaction.atomic():
        hold(plan.organisation)
        before, answered = every.in_bulk(), _answering(every)
        touched = _change(plan, by)
        public = publishing.named_otherwise(_rows(touched), plan.moved(touched))
        mine = _publishable(by, _rows({one.activity.pk for one in public})).count()
        otherwise = len(answered - _answering(every))
        transaction.set_rollback(True)
    drafts = sorted((before[pk] for pk in touched), key=lambda row: (row.sort_key, row.pk))
    return Foreseen(drafts, public, otherwise, len(public) - mine)


def _answering(rows: QuerySet[ProcessingActivity]) -> set[tuple[int, int | None]]:
    """Return each draft with the id of the controller that answers for it."""
    answers = Coalesce("controller_id", "unit__controller_id")
    return set(rows.order_by().values_list("pk", answers))


def carry_out(plan: Plan, *, by: Any, reason: str) -> Done:
    """Do it, and publish anew what is public of it and `by` may publish: all or nothing, as one change.

    `by` is an account, or words where none acts (then all is published). Raises `CannotReorganise`.
    """
    with transaction.atomic(), history.change(by=by, reason=reason):
        touched = _change(plan, by)
        moved = plan.moved(touched)
        made = publishing.reissue(_publishable(by, _rows(touched)), by=by, reason=reason, moved=moved)
        plan.check_published(made)
        publishing.reindex(_rows(touched).exclude(key__in=[row.activity for row in made]))
        return Done(len(touched), made, len(publishing.outdated(_rows(touched), moved)))


def hold(organisation: Organisation) -> None:
    """Keep others from reorganising, publishing and editing in an organisation until the transaction ends.

    All at once, and in the order in which all who lock many take them: its chain, its drafts, what
    is kept beside them. Who has some of them and waits for the rest would meet who has the rest.
    """
    list(Organisation.objects.select_for_update(no_key=True).filter(pk=organisation.pk))
    locked(ProcessingActivity.objects.filter(organisation=organisation))
    beside = DraftIndex.objects.filter(activity__organisation=organisation).order_by("activity")
    list(beside.select_for_update(of=("self",)).values_list("activity"))


def _change(plan: Plan, by: Any) -> set[int]:
    hold(plan.organisation)
    if isinstance(by, AbstractBaseUser):
        plan.check_rights(by)
    submitted = ProcessingActivity.objects.filter(organisation=plan.organisation, index__review="submitted")
    with publishing.steps.kept(submitted):  # where it stands says nothing of what was submitted
        return set(plan.change())


def _rows(activities: set[int]) -> QuerySet[ProcessingActivity]:
    return ProcessingActivity.objects.filter(pk__in=activities)


def _publishable(by: Any, rows: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    """Return what `by` may publish as the units are now: an account remembers which were below its own."""
    if not isinstance(by, AbstractBaseUser):
        return rows
    return policy.publishable(get_user_model()._default_manager.get(pk=by.pk), rows)


def locked(activities: QuerySet[ProcessingActivity]) -> list[ProcessingActivity]:
    """Return the drafts as they are under a lock, in the one order in which all who lock many take them."""
    return list(activities.order_by("pk").select_for_update(no_key=True))


def refuse_foreign(organisation: Organisation, *owned: Any) -> None:
    """Raise `CannotReorganise` for what belongs to another organisation."""
    if any(one is not None and one.organisation_id != organisation.pk for one in owned):
        raise CannotReorganise(_("Nothing is moved to another organisation: each keeps a register of its own."))
