"""What residents see otherwise when a draft is published, under the headings they read."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from .. import notice, profiles, publishing
from ..models import ProcessingActivity
from ..publishing import Published
from ..record import Audience, view
from ..record import ProcessingActivity as Record


@dataclass(frozen=True)
class Difference:
    """One heading of the table or the notice, before and after."""

    heading: str
    old: tuple[Any, ...]
    new: tuple[Any, ...]
    """Blocks, as the templates render them."""


def newest(activity: ProcessingActivity) -> Published | None:
    """Return the newest row of the ledger about the activity."""
    return publishing.find(activity.slug, Audience.DRAFT)


def public_differences(draft: Record, before: Published | None) -> list[Difference]:
    """Return what residents will see otherwise, under the headings of the table and of the notice."""
    now = view(draft, Audience.PUBLIC)
    shown = before.record if before and not before.is_withdrawn else None
    was = view(shown, Audience.PUBLIC) if shown else None
    with override("sv"):
        old, new = _headings(was), _headings(now)
    return [
        Difference(heading, old.get(heading, ()), new.get(heading, ()))
        for heading in dict.fromkeys([*new, *old])
        if old.get(heading, ()) != new.get(heading, ())
    ]


def _headings(record: Any) -> dict[str, tuple[Any, ...]]:
    """Return heading -> blocks of title and summary, of every row of the table and every section of the notice."""
    if record is None:
        return {}
    table = {
        _("Table: %(heading)s") % {"heading": row.heading}: row.blocks for row in profiles.table(record, "sv").rows
    }
    text = notice.compose(record, "sv")
    told = {_("Notice: %(heading)s") % {"heading": part.heading}: part.blocks for part in text.sections}
    title = (notice.Block(text=text.title), *([notice.Block(text=text.summary)] if text.summary else []))
    return {_("Title and summary"): title, **table, **told}


def public_address(activity: ProcessingActivity) -> str:
    """Return the address of the public page."""
    return reverse("notice", args=[activity.slug])
