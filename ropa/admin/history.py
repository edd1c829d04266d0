"""What happened to an activity: one entry a change, over the activity, all its lists and the ledger.

Every history table of the activity is read once, so the number of queries does
not grow with the number of changes. Codes, keys and ids are told as labels.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from .. import drafts
from ..diff import Column, Difference, diff
from ..labels import FORM_LABELS
from ..models import ProcessingActivity, Publication, ReviewStep
from ..publishing import Published
from ..record import Audience
from ..record import ProcessingActivity as Record
from ..wording import lower_first, yes_no
from .filters import in_words

PER_PAGE = 25
FOLD = 8
"""A change of more rows than this is folded away."""


@dataclass
class Entry:
    """One thing somebody did: who, when, why, and what came of it in the draft and in public."""

    at: datetime
    who: str
    reason: str = ""
    comment: str = ""
    """What was said of a draft when it was submitted or returned."""
    changeset: UUID | None = None
    """The change to the draft; None where it was left as it is."""
    size: int = 0
    """How many rows of history it wrote."""
    ledger: list[Publication] = field(default_factory=list)
    """What it wrote in the ledger."""
    events: list[str] = field(default_factory=list)
    """What else it was than a save, in words."""
    differences: tuple[Difference, ...] = ()
    findings: list[str] = field(default_factory=list)
    """The errors it was published with, in words."""
    has_before: bool = False
    """Whether there is a state before it to take back."""
    is_now: bool = False
    """Whether the draft is as it left it."""

    @property
    def subjects(self) -> list[str]:
        """The kinds of rows it touched, each once."""
        return list(dict.fromkeys(d.label or _("The activity itself") for d in self.differences))

    @property
    def is_long(self) -> bool:
        """Whether it is better folded away: an import, or a new activity."""
        return len(self.differences) > FOLD or sum(len(d.columns) for d in self.differences) > 5 * FOLD

    @property
    def versions(self) -> list[int]:
        """The versions it published."""
        return [row.version for row in self.ledger if row.kind == Publication.Kind.PUBLISHED]


class History:
    """All that happened to one activity."""

    def __init__(self, activity: ProcessingActivity) -> None:
        self.activity, self.past = activity, drafts.Past(activity)

    @cached_property
    def entries(self) -> list[Entry]:
        """Everything that happened, newest first; `tell` says what differs."""
        found = {changeset: _saved(changeset, rows) for changeset, rows in self.past.changes.items()}
        others: list[Entry] = []
        rows = list(Publication.objects.filter(activity=self.activity.key).order_by("sequence"))
        people = _called({row.by for row in rows})
        for row in rows:
            entry = found.get(row.changeset) if row.changeset else None
            if entry is None:
                others.append(entry := Entry(at=row.at, who=people.get(row.by, row.by)))
            entry.reason = entry.reason or row.note
            entry.ledger.append(row)
            entry.events.append(_event(row))
        steps = [_step(step) for step in ReviewStep.objects.filter(activity=self.activity).select_related("user")]
        self._mark_ends(found)
        return sorted([*found.values(), *others, *steps], key=lambda entry: entry.at, reverse=True)

    def _mark_ends(self, found: dict[UUID, Entry]) -> None:
        for place, entry in enumerate(found.values()):
            entry.has_before, entry.is_now = place > 0, place == len(found) - 1

    def tell(self, entries: list[Entry]) -> list[Entry]:
        """Let entries say what differs, and which errors stood in what they published; return them."""
        rows = Publication.objects.filter(pk__in=[row.pk for entry in entries for row in entry.ledger])
        published = {
            row.pk: Published(row, Audience.DRAFT) for row in rows.select_related("payload", "seal", "erasure")
        }
        for entry in entries:
            entry.findings = [said for row in entry.ledger for said in in_words(published[row.pk].findings)]
            if entry.changeset:
                entry.differences = tuple(self._differences(entry.changeset))
        return entries

    def _differences(self, changeset: UUID) -> Iterator[Difference]:
        before = self.past.before(changeset)
        after = self.past.at(changeset)
        was = self.past.at(before) if before else Record(key=after.key)
        about = tuple(self._about_the_work(before, changeset))
        found = diff(was, after, FORM_LABELS)
        own = [d for d in found if not d.field]
        if about:
            columns = (*(own[0].columns if own else ()), *about)
            own = [Difference("", "", "changed", "", columns)]
        yield from [*own, *(d for d in found if d.field)]

    def _about_the_work(self, before: UUID | None, changeset: UUID) -> Iterator[Column]:
        """Return what differs in the columns that are no part of the record."""
        was, now = self.past.own_at(before) if before else None, self.past.own_at(changeset)
        for name, words in (("owner_id", self._owner), ("is_standard", yes_no)):
            old, new = getattr(was, name, None), getattr(now, name)
            if (old or None) != (new or None):
                column = ProcessingActivity._meta.get_field(name.removesuffix("_id"))
                yield Column(name, str(column.verbose_name), words(old), words(new))  # type: ignore[union-attr]

    @cached_property
    def _people(self) -> dict[int, Any]:
        ids = {entry.owner_id for entry in self.past.rows[""]} - {None}
        return get_user_model().objects.in_bulk(ids)

    def _owner(self, pk: int | None) -> str:
        return "" if pk is None else name_of(self._people[pk]) if pk in self._people else _("(removed)")


def since(activity: ProcessingActivity, revisions: int) -> list[Entry]:
    """Return the newest changes that together raised the revision by so much."""
    history, newest, left = History(activity), [], revisions
    for entry in (e for e in history.entries if e.changeset):
        if left <= 0:
            break
        newest.append(entry)
        left -= entry.size
    return history.tell(newest)


def page_of(request: Any, entries: list[Entry]) -> dict[str, Any]:
    """Return the page of a history that is asked for, and the numbers of those there are."""
    paginator = Paginator(entries, PER_PAGE)
    page = paginator.get_page(request.GET.get("p"))
    return {"page": page, "entries": list(page), "numbers": paginator.get_elided_page_range(page.number)}


def _called(accounts: set[str]) -> dict[str, str]:
    """Return account -> what the person is called, of those that there are: the ledger keeps the account's name alone."""
    table = get_user_model()
    known = table._default_manager.filter(**{f"{table.USERNAME_FIELD}__in": accounts})
    return {user.get_username(): name_of(user) for user in known}


def name_of(user: Any) -> str:
    """Return what a person is called."""
    return str(user.get_full_name() or user.get_username())


def who_did(entry: Any) -> str:
    """Return who made a change, of a row of history."""
    return name_of(entry.history_user) if entry.history_user else entry.history_by or _("unknown")


def _saved(changeset: UUID, rows: list[Any]) -> Entry:
    last = rows[-1]
    reason = next((row.history_change_reason for row in rows if row.history_change_reason), "")
    return Entry(at=last.history_date, who=who_did(last), reason=reason, changeset=changeset, size=len(rows))


def _event(row: Publication) -> str:
    return _("Version %(n)d: %(kind)s") % {"n": row.version, "kind": lower_first(row.get_kind_display())}


def _step(step: ReviewStep) -> Entry:
    who = name_of(step.user) if step.user else step.by
    return Entry(at=step.at, who=who, comment=step.comment, events=[step.get_kind_display()])
