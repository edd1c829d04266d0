"""Units as a person chooses them: each named with those above it."""

from typing import Any

from .. import policy
from ..models import Unit


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
