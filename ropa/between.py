"""The changes between two days that somebody asks for, put in words. The workplace and the command ask here."""

from collections.abc import Container, Iterable
from datetime import date
from uuid import UUID

from . import models, publishing
from .diff import Difference, diff
from .labels import FORM_LABELS
from .outputs.changes import Change, Column, Report, Row
from .publishing import Published
from .publishing.reading import LOCAL, heads
from .record import Audience, ProcessingActivity, replace
from .registers import names_of
from .wording import say


def report(
    first: date,
    last: date,
    *,
    organisations: Iterable[UUID] | None = None,
    unit: str = "",
    controller: str = "",
    audience: Audience = Audience.PUBLIC,
    activities: Container[UUID] | None = None,
) -> tuple[Report, bool]:
    """Return the changes in the active language, and whether `activities` (keys to keep) left some of them out."""
    keys = None if organisations is None else list(organisations)
    found = publishing.changes_between(
        first, last, organisations=keys, unit=unit, controller=controller, audience=audience
    )
    kept = found.only(activities) if activities is not None else found
    said = Report(
        audience=audience,
        first=first,
        last=last,
        title=_title(unit, controller) or names_of(keys),
        count_before=kept.count_before,
        count=len(kept.standing),
        began=publishing.began(keys),
        heads=_heads(keys, last),
        entries=tuple(_change(change) for change in publishing.between.in_order(kept.changes)),
    )
    return said, len(kept.standing) < len(found.standing) or len(kept.changes) < len(found.changes)


def _title(unit: str, controller: str) -> str:
    """Return the name of the unit or the controller asked for."""
    tables = ((models.Unit, unit), (models.Controller, controller))
    named = [table._default_manager.filter(slug=slug).first() for table, slug in tables if slug]
    return ", ".join(str(party) for party in named if party)


def _heads(organisations: list[UUID] | None, day: date) -> dict[str, str]:
    found = heads(organisations, day)
    named = models.Organisation.objects.filter(key__in=list(found)).order_by("sort_key")
    return {name: found[key][0] for key, name in named.values_list("key", "name")}


def _change(change: publishing.Change) -> Change:
    """Return a change in words."""
    shown, ended = change.shown, change.ended
    event = ended or shown
    sides = [entry for entry in (change.before, change.after) if entry]
    return Change(
        kind=change.kind,
        key=str(shown.row.activity),
        slug=event.slug,
        name=str(say(shown.outline.name)) if shown.outline else "",
        unit=_unit(shown.outline),
        version_before=change.before.version if change.before else None,
        version=change.after.version if change.after else None,
        day=event.at.astimezone(LOCAL).date().isoformat(),
        note=ended.public_note if ended else "",
        why="\n".join(change.reasons),
        hidden=next((entry.hidden_reason for entry in sides if entry.hidden_reason), ""),
        is_public=change.is_public,
        rows=tuple(_row(x) for x in _differences(change.before, change.after)) if len(sides) > 1 else (),
    )


def _unit(activity: ProcessingActivity | None) -> str:
    if activity is None or activity.unit is None:
        return ""
    names = [*(name for _slug, name in activity.unit.path), activity.unit.name]
    return " › ".join(str(say(name)) for name in names)


def _differences(before: Published | None, after: Published | None) -> tuple[Difference, ...]:
    """Return what differs; not the day of a review, which is no change of what is said."""
    if not (before and after and before.record and after.record):
        return ()
    return diff(replace(before.record, reviewed_on=after.record.reviewed_on), after.record, FORM_LABELS)


def _row(difference: Difference) -> Row:
    columns = tuple(Column(label=c.label, old=c.old, new=c.new) for c in difference.columns)
    return Row(label=difference.label, verb=difference.verb, name=difference.name, columns=columns)
