"""What the pages of an import show, for their templates."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count

from ... import policy
from ...inputs import files
from ...inputs.passages import Passage
from ...models import Import, ProcessingActivity
from . import labels, reading
from .items import Gathered
from .limits import ALTOGETHER, AT_ONCE, KEPT
from .looking import Looked
from .showing import Rest, rests
from .upload import HEAVY


def of_upload() -> dict[str, Any]:
    """Return how much is taken, and for how long it is kept."""
    limits = {"each": files.LARGEST // 1024 // 1024, "all": ALTOGETHER // 1024 // 1024, "n": AT_ONCE}
    return {"limits": limits, "days": KEPT.days}


def of_reading(found: Import) -> dict[str, Any]:
    """Return how far each file is read, or why it is not."""
    rows = list(found.files.defer(*HEAVY))
    stale = reading.is_stale(found)
    return {
        "found": found,
        "files": [(row, files.refusal_words(row.refusal)) for row in rows],
        "done": sum(row.is_read for row in rows),
        "stale": stale,
        "waits": found.state == Import.State.READING and not stale,
    }


def of_looking(looked: Looked) -> dict[str, Any]:
    """Return one page of activities, and what is asked about all of them."""
    gathered = looked.gathered
    outlines = [outline for _file, outline in gathered.outlines]
    fixed = labels.fixed(gathered.organisation, looked.choices.user)
    known = labels.labels_of(outlines, gathered.corrections, fixed)
    return {
        "looked": looked,
        "refused": [(file, files.refusal_words(file.refusal)) for file in gathered.files if file.refusal],
        "unknown": [label for label in known if labels.is_unknown(label)],
        "known": [label for label in known if not labels.is_unknown(label)],
        "topics": labels.choices(),
        "headings": looked.choices.headings(looked.items),
        "rests": [*rests(outlines), *_beside(gathered)],
    }


def _beside(gathered: Gathered) -> Iterator[Rest]:
    """Yield what the files of ropa's own hold beside their activities."""
    for file in gathered.files:
        if texts := files.beside_of(file.register or {}):
            yield Rest(file.name, tuple(Passage(text.label, text.text, text.place) for text in texts), has_none=False)


def of_result(found: Import, user: Any) -> dict[str, Any]:
    """Return the drafts that were saved, as far as the user sees them."""
    rows = _saved(found).select_related("unit").order_by("sort_key")
    seen = policy.visible(user, rows).annotate(waiting=Count("unplaced"))
    return {
        "rows": [(row, str(row.key) in found.outcome["new"]) for row in seen],
        "files": list(found.files.defer(*HEAVY)),
        **of_outcome(found),
    }


def of_outcome(found: Import) -> dict[str, Any]:
    """Return how many drafts were saved, and how many were not."""
    said = found.outcome
    counted = {name: len(said.get(name, ())) for name in ("new", "changed")}
    return {"found": found, **counted, "unchanged": said.get("unchanged", 0), "left": said.get("left", 0)}


def not_editable(user: Any, found: Import) -> list[ProcessingActivity]:
    """Return the drafts that an import saved and the user may not edit."""
    mine = policy.editable(user, ProcessingActivity.objects.order_by())
    return list(_saved(found).exclude(pk__in=mine.values("pk")))


def _saved(found: Import) -> Any:
    keys = [*found.outcome["new"], *found.outcome["changed"]]
    return ProcessingActivity.objects.filter(key__in=keys)
