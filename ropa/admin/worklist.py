"""What waits for a user: the first page of the workplace. From where the drafts stand to lines in words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from .. import drafts, policy
from ..models import ProcessingActivity, ReviewStep
from .standing import Standing, ids
from .units import activities_at

AT_FIRST = 10
"""How many lines of a section the first page shows."""


@dataclass(frozen=True)
class Duty:
    """Something to be done with drafts."""

    name: str
    title: Any
    holds: Callable[[Standing], bool]
    asked: Mapping[str, str]
    """How the list of activities is filtered likewise."""
    first: Callable[[Standing], Any] = lambda draft: ()
    """What it is sorted by, before the name."""


@dataclass(frozen=True)
class Task:
    """One line: a draft, and what is to be known before it is opened."""

    name: str
    address: str
    unit: str
    said: str
    """Since when and by whom, or how many."""
    comment: str
    mine: bool


@dataclass(frozen=True)
class Section:
    """The drafts of one duty: the first of them, and how many there are."""

    name: str
    title: str
    n: int
    tasks: list[Task]
    address: str
    """Where all of them are listed."""


def _submitted(title: Any) -> Duty:
    return Duty("submitted", title, lambda x: x.submitted, {"review": "submitted"}, lambda x: x.step)


def _returned(title: Any) -> Duty:
    return Duty("returned", title, lambda x: x.returned, {"review": "returned"}, lambda x: x.step)


def _open(name: str, title: Any, *states: str) -> Duty:
    """Return what is to be submitted or published, of one state or of both."""
    asked = {"review": "open"} | ({"state": states[0]} if len(states) == 1 else {})
    return Duty(name, title, lambda x: x.open and x.state in states, asked)


OVERDUE = Duty(
    "overdue", _("Review overdue"), lambda x: x.overdue, {"review": "overdue"}, lambda x: x.review_due or date.max
)
ERRORS = Duty("errors", _("With errors"), lambda x: x.errors > 0, {"findings": "errors"}, lambda x: -x.errors)

PUBLISHERS: tuple[Duty, ...] = (
    _submitted(_("Submitted: publish or return")),
    _returned(_("Returned: waiting for the editors")),
    OVERDUE,
    ERRORS,
    _open("changed", _("Changed since publication, not submitted"), "changed"),
    _open("never", _("Never published, not submitted"), "draft"),
)
"""What there is to do for those who publish, the most urgent first."""

EDITORS: tuple[Duty, ...] = (
    _returned(_("Returned to you")),
    OVERDUE,
    ERRORS,
    _open("open", _("Not submitted yet"), "draft", "changed"),
    _submitted(_("Submitted: waiting to be published")),
)
"""The same for those who edit what others publish."""


def sections(user: Any, standings: Iterable[Standing]) -> list[Section]:
    """Return what waits for the user among the drafts, empty sections left out: six queries at most.

    What the user may publish comes first, then what the user edits and others publish.
    """
    mine = ids(policy.publishable(user, ProcessingActivity.objects.order_by()))
    edited = ids(policy.editable(user, ProcessingActivity.objects.order_by())) - mine
    known = list(standings)
    found = _chosen(PUBLISHERS, [x for x in known if x.pk in mine], {"mine": "publish"})
    found += _chosen(EDITORS, [x for x in known if x.pk in edited], {"mine": "edit"}, owner=user.pk)
    words = _Words(user, found)
    return [_section(duty, waiting, whose, words) for duty, waiting, whose in found]


def has_duties(user: Any) -> bool:
    """Return whether anything can wait for the user at all: a reader only reads."""
    return policy.can_edit(user) or policy.can_publish(user)


Chosen = tuple[Duty, list[Standing], dict[str, str]]
"""A duty, all drafts it concerns in order, and how the list is asked for those that are the user's in that way."""


def _chosen(
    duties: Iterable[Duty], known: list[Standing], whose: dict[str, str], owner: int | None = None
) -> list[Chosen]:
    """Return the duties there are drafts for; what the `owner` keeps up to date comes first."""
    found = []
    for duty in duties:
        waiting = sorted(filter(duty.holds, known), key=duty.first)
        if waiting:
            found.append((duty, sorted(waiting, key=lambda draft: bool(owner) and draft.owner != owner), whose))
    return found


def _section(duty: Duty, waiting: list[Standing], whose: dict[str, str], words: "_Words") -> Section:
    tasks = [words.task(duty, draft) for draft in waiting[:AT_FIRST]]
    return Section(duty.name, str(duty.title), len(waiting), tasks, activities_at(None, {**duty.asked, **whose}))


class _Words:
    """What the lines say, of the few drafts that are shown: read at once."""

    def __init__(self, user: Any, found: Iterable[Chosen]) -> None:
        self.user = user
        shown = {draft.pk: draft for _duty, waiting, _whose in found for draft in waiting[:AT_FIRST]}
        self.rows = ProcessingActivity.objects.select_related("unit").in_bulk(shown)
        self.steps = ReviewStep.objects.in_bulk({draft.step for draft in shown.values() if draft.step})
        self.changes = drafts.last_changes_by(shown)
        self.people = get_user_model()._default_manager.in_bulk(self._accounts(shown.values()))

    def _accounts(self, shown: Iterable[Standing]) -> set[int]:
        named = {draft.owner for draft in shown} | {step.user_id for step in self.steps.values()}
        return {pk for pk in named | {change.user for change in self.changes.values()} if pk}

    def who(self, account: int | None, otherwise: str = "") -> str:
        """Return a person's name, else the account's."""
        person = self.people.get(account)
        return (person.get_full_name() or person.get_username()) if person else otherwise

    def task(self, duty: Duty, draft: Standing) -> Task:
        """Return the line of a draft."""
        row = self.rows[draft.pk]
        return Task(
            name=str(row),
            address=reverse("admin:ropa_processingactivity_change", args=[row.pk]),
            unit=str(row.unit or ""),
            said=SAID[duty.name](self, draft),
            comment=self.steps[draft.step].comment if draft.step and duty.name in {"submitted", "returned"} else "",
            mine=draft.owner == self.user.pk,
        )

    def stepped(self, draft: Standing) -> str:
        """Return when it was submitted or returned, and by whom."""
        step = self.steps[draft.step or 0]
        said = {"day": localdate(step.at), "who": self.who(step.user_id, step.by)}
        if draft.submitted:
            return gettext("submitted %(day)s by %(who)s") % said
        return gettext("returned %(day)s by %(who)s") % said

    def due(self, draft: Standing) -> str:
        """Return since when the review is overdue, and who keeps it up to date."""
        said = {"day": draft.review_due, "who": self.who(draft.owner)}
        if draft.owner:
            return gettext("since %(day)s, kept up to date by %(who)s") % said
        return gettext("since %(day)s") % said

    def errors(self, draft: Standing) -> str:
        """Return how many errors there are."""
        return ngettext("%(n)d error", "%(n)d errors", draft.errors) % {"n": draft.errors}

    def changed(self, draft: Standing) -> str:
        """Return when it was changed last, and by whom."""
        change = self.changes.get(draft.pk)
        if change is None:
            return ""
        said = {"day": localdate(change.at), "who": self.who(change.user, change.by)}
        return (gettext("changed %(day)s by %(who)s") if said["who"] else gettext("changed %(day)s")) % said


SAID: Mapping[str, Callable[[_Words, Standing], str]] = {
    "submitted": _Words.stepped,
    "returned": _Words.stepped,
    "overdue": _Words.due,
    "errors": _Words.errors,
    "changed": _Words.changed,
    "never": _Words.changed,
    "open": _Words.changed,
}
"""Duty -> what its lines say after the unit."""
