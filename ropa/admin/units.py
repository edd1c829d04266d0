"""Units as a person chooses and reads them: each named with those above it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from .. import policy
from ..models import Organisation, Unit

Place = tuple[int, int | None]
"""Organisation and unit; None = in no unit."""


def unit_choices(user: Any) -> list[tuple[int, str]]:
    """Return the units a user may edit, each named with those above it, in Swedish order: two queries."""
    mine = list(policy.units(user).order_by("sort_key"))
    every = {u.pk: u for u in Unit.objects.filter(organisation__in={u.organisation_id for u in mine})}
    lines = in_order([lineage(unit, every) for unit in mine])
    return [(line[-1].pk, " › ".join(u.name for u in line)) for line in lines]


def lineage(unit: Unit, every: dict[int, Unit]) -> list[Unit]:
    """Return the unit after those above it, outermost first; `every` holds them by id."""
    line: list[Unit] = []
    above: Unit | None = unit
    while above is not None and above not in line:
        line.insert(0, above)
        above = every.get(above.parent_id) if above.parent_id else None
    return line


def in_order(lines: list[list[Unit]]) -> list[list[Unit]]:
    """Return lineages in Swedish order, those above before those below."""
    return sorted(lines, key=lambda line: [unit.sort_key for unit in line])


def places() -> dict[Place, tuple[str, ...]]:
    """Return every place there is -> its name after those above it, in Swedish order: two queries."""
    units = {u.pk: u for u in Unit.objects.all()}
    ways = in_order([lineage(unit, units) for unit in units.values()])
    found: dict[Place, tuple[str, ...]] = {}
    for organisation in Organisation.objects.all():
        for line in (way for way in ways if way[-1].organisation_id == organisation.pk):
            found[organisation.pk, line[-1].pk] = (organisation.name, *(u.name for u in line))
        found[organisation.pk, None] = (organisation.name, _("In no unit"))
    return found


def activities_at(place: Place | None, asked: Mapping[str, str]) -> str:
    """Return the address of the list of activities, of one place or of all, filtered."""
    query = urlencode({**_where(*place), **asked} if place else asked)
    return f"{reverse('admin:ropa_processingactivity_changelist')}{'?' if query else ''}{query}"


def _where(organisation: int, unit: int | None) -> dict[str, Any]:
    return {"unit": unit} if unit else {"unit": "none", "organisation": organisation}
