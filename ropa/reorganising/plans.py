"""A reorganisation as a value: looked at before it is carried out, by carrying it out and undoing it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from .. import history, policy, publishing
from ..models import Organisation, ProcessingActivity, Publication
from ..publishing import Outdated


class CannotReorganise(ValueError):
    """It cannot be done so; the message says why, in the user's language."""


@dataclass(frozen=True)
class Plan:
    """What is to be done within one organisation."""

    organisation: Organisation

    def change(self) -> Iterable[int]:
        """Change drafts and parties; return the ids of the activities whose records may say something else after it.

        Runs inside a transaction that holds the organisation's chain. Raises `CannotReorganise`.
        """
        raise NotImplementedError

    def check_published(self, made: list[Publication]) -> None:
        """Raise `CannotReorganise` where what was published anew is not what the plan cannot do without."""


@dataclass(frozen=True)
class RenewNames(Plan):
    """Publish what the forms of the parties say by now; nothing else."""

    def change(self) -> Iterable[int]:
        """Return all activities of the organisation."""
        return ProcessingActivity.objects.filter(organisation=self.organisation).values_list("pk", flat=True)


@dataclass(frozen=True)
class Foreseen:
    """What a plan would come to."""

    activities: list[ProcessingActivity]
    """Drafts whose records may say something else after it, as they are now."""
    public: list[Outdated]
    """What residents would see otherwise."""


@dataclass(frozen=True)
class Done:
    """What a plan came to."""

    activities: int
    """How many drafts may say something else."""
    published: list[Publication]
    """What was published anew."""
    left: int
    """How many are public and still named as before, because who did it may not publish them."""


def foresee(plan: Plan) -> Foreseen:
    """Return what the plan would come to; nothing of it stays. Raises `CannotReorganise`."""
    with transaction.atomic():
        before = ProcessingActivity.objects.filter(organisation=plan.organisation).in_bulk()
        touched = _change(plan)
        public = publishing.named_otherwise(_rows(touched))
        transaction.set_rollback(True)
    return Foreseen(sorted((before[pk] for pk in touched), key=lambda row: (row.sort_key, row.pk)), public)


def carry_out(plan: Plan, *, by: Any, reason: str) -> Done:
    """Do it, and publish anew what is public of it and `by` may publish: all or nothing, as one change.

    `by` is an account, or words where none acts (then all is published). Raises `CannotReorganise`.
    """
    with transaction.atomic(), history.change(by=by, reason=reason):
        touched = _change(plan)
        made = publishing.reissue(_publishable(by, _rows(touched)), by=by, reason=reason)
        plan.check_published(made)
        publishing.reindex(_rows(touched).exclude(key__in=[row.activity for row in made]))
        return Done(len(touched), made, len(publishing.outdated(_rows(touched))))


def _change(plan: Plan) -> set[int]:
    list(Organisation.objects.select_for_update(no_key=True).filter(pk=plan.organisation.pk))
    return set(plan.change())


def _rows(activities: set[int]) -> QuerySet[ProcessingActivity]:
    return ProcessingActivity.objects.filter(pk__in=activities)


def _publishable(by: Any, rows: QuerySet[ProcessingActivity]) -> QuerySet[ProcessingActivity]:
    return policy.publishable(by, rows) if isinstance(by, AbstractBaseUser) else rows


def locked(activities: QuerySet[ProcessingActivity]) -> list[ProcessingActivity]:
    """Return the drafts as they are under a lock, in the one order in which all who lock many take them."""
    return list(activities.order_by("pk").select_for_update(no_key=True))


def refuse_foreign(organisation: Organisation, *owned: Any) -> None:
    """Raise `CannotReorganise` for what belongs to another organisation."""
    if any(one is not None and one.organisation_id != organisation.pk for one in owned):
        raise CannotReorganise(_("Nothing is moved to another organisation: each keeps a register of its own."))
