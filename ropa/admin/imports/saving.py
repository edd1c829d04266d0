"""An import saved as drafts, and taken back: each time one transaction, one change, one reason."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ... import drafts, publishing
from ...history import change
from ...inputs import bringing, importing, undoing
from ...inputs.undoing import CannotUndo, Obstacle
from ...models import Import, ProcessingActivity
from .choosing import Choices
from .looking import Looked
from .upload import forget

NAMED = 5
"""How many activities a message names."""


class CannotSave(Exception):
    """Nothing was saved; the message says why, in words for the user."""


def save(pk: int, user: Any, posted: Any, shown: list[str], number: int, reason: str = "") -> Import:
    """Save the activities that are not left out as drafts. Raises `CannotSave`.

    The page was looked at as `posted["seen"]` says: where a draft has changed since, or what is chosen
    on the page itself comes to something that nobody saw, it has to be looked at once more.
    """
    with transaction.atomic():
        found = Import.objects.select_for_update(no_key=True, of=("self",)).select_related("organisation").get(pk=pk)
        if found.state != Import.State.READY:
            raise CannotSave(_("This import is saved already."))
        importing.lock([found.organisation_id])
        before = Looked.at(found, user, number, locked=True)
        if before.gathered.is_outdated:
            raise NotSeen(_("Something has changed since you looked. Look through it once more."))
        mark, told = before.mark, before.told
        Choices(found, user).take(posted, before.items, shown)
        now = Looked(before.gathered, Choices(found, user), number, locked=True)
        if mark != posted.get("seen"):
            raise NotSeen(_("Something has changed since you looked. Look through it once more."))
        if not now.told <= told:
            raise NotSeen(_("What you chose changes what is saved. Look through it once more."))
        _refuse(now)
        if now.doubts and posted.get("sure") != " ".join(now.doubts):
            raise NotSure(now.doubts)
        return _save(found, now, user, reason or _("Import: %(files)s") % {"files": found})


class NotSure(CannotSave):
    """What would be saved is easily overlooked, and nobody has confirmed it; `doubts` says what it is."""

    def __init__(self, doubts: list[str]) -> None:
        super().__init__(_("Nothing is saved yet. %(doubts)s") % {"doubts": " ".join(doubts)})
        self.doubts = doubts


class NotSeen(CannotSave):
    """What would be saved is not what was looked at; the choices of the page are kept all the same."""


def _refuse(now: Looked) -> None:
    if now.blocked:
        said = _("These cannot be saved as they are; choose a unit or leave them out: %(names)s")
        raise CannotSave(said % {"names": _named([now.items[n].record.name.sv or "–" for n in now.blocked])})
    if not now.wanted:
        raise CannotSave(_("All activities are left out. There is nothing to save."))


def _named(names: list[str]) -> str:
    """Return the first names of several, and how many more there are."""
    first, more = ", ".join(names[:NAMED]), len(names) - NAMED
    if more <= 0:
        return first
    return ngettext("%(names)s and %(n)d more", "%(names)s and %(n)d more", more) % {"names": first, "n": more}


def _save(found: Import, now: Looked, user: Any, reason: str) -> Import:
    foreseen = now.foreseen(now.wanted)
    at = timezone.now()
    try:
        with change(by=user, reason=reason) as made:
            rows = bringing.save(foreseen)
            publishing.reindex(rows)
    except (drafts.CannotSave, drafts.UnknownTerm) as error:
        raise CannotSave(str(error)) from error
    new = {f.record.key for f in foreseen if f.kind == "new"}
    was = {f.there.pk: f.there.revision for f in foreseen if f.there}
    fresh = ProcessingActivity.objects.in_bulk([row.pk for row in rows])
    rows = [row for row in fresh.values() if row.revision != was.get(row.pk)]
    found.outcome = undoing.outcome_of([r for r in rows if r.key in new], [r for r in rows if r.key not in new], at)
    found.outcome["unchanged"] = len(foreseen) - len(rows)
    found.outcome["left"] = len(now.items) - len(now.wanted)
    found.state, found.changeset, found.reason = Import.State.SAVED, made.id, reason
    found.save()
    forget(found)
    return found


def undo(pk: int, user: Any, reason: str) -> Import:
    """Take back what an import saved. Raises `CannotUndo` with what stands in the way; then nothing is done."""
    with transaction.atomic():
        found = Import.objects.select_for_update(no_key=True, of=("self",)).select_related("organisation").get(pk=pk)
        if found.state != Import.State.SAVED:
            return found
        beside = _compared_with(found)
        with change(by=user, reason=reason):
            stay = undoing.undo(found)
        publishing.reindex(ProcessingActivity.objects.filter(pk__in={*beside, *(row.pk for row in stay)}))
        found.state = Import.State.UNDONE
        found.save(update_fields=["state"])
    return found


def _compared_with(found: Import) -> set[int]:
    """Return the drafts whose findings rest on a comparison with those that are removed."""
    going = set(ProcessingActivity.objects.filter(key__in=found.outcome["new"]).values_list("pk", flat=True))
    known = publishing.compared([found.organisation.key])
    return publishing.neighbours([known[pk] for pk in going if pk in known], known) - going


__all__ = ["CannotSave", "CannotUndo", "NotSeen", "NotSure", "Obstacle", "save", "undo"]
