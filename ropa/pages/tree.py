"""The published register as residents find their way in it: organisation, controller, unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from ..publishing import Published
from ..record import Controller, ProcessingActivity, Text, Unit
from ..site import PublicSite
from ..swedish import sort_key


@dataclass
class UnitNode:
    """A unit with those below it that have something published."""

    slug: str
    name: Text
    count: int = 0
    """Activities in it and in the units below."""
    below: dict[str, "UnitNode"] = field(default_factory=dict)

    @property
    def units(self) -> list["UnitNode"]:
        """The units below, in Swedish order."""
        return in_order(self.below.values())


@dataclass
class ControllerBranch:
    """A controller with its units; `controller` is None where the register names none."""

    controller: Controller | None
    count: int = 0
    below: dict[str, UnitNode] = field(default_factory=dict)
    loose: list[ProcessingActivity] = field(default_factory=list)
    """Activities that no unit is stated for."""

    @property
    def units(self) -> list[UnitNode]:
        """The outermost units, in Swedish order."""
        return in_order(self.below.values())

    @property
    def activities(self) -> list[ProcessingActivity]:
        """Activities that no unit is stated for, in Swedish order."""
        return sorted(self.loose, key=lambda activity: sort_key(activity.name.sv))


@dataclass
class OrganisationBranch:
    """An organisation with its controllers."""

    site: PublicSite
    branches: list[ControllerBranch]

    @property
    def count(self) -> int:
        """Activities that are public."""
        return sum(branch.count for branch in self.branches)


def tree(sites: Sequence[PublicSite], entries: Iterable[Published]) -> list[OrganisationBranch]:
    """Return the organisations with all that stands under them, in Swedish order."""
    found: dict[UUID, dict[UUID | None, ControllerBranch]] = {site.key: {} for site in sites}
    for entry in sorted(entries, key=lambda entry: entry.row.sequence):  # the newest names win
        if entry.outline is not None:
            _place(found[entry.row.organisation], entry.outline)
    return [OrganisationBranch(site, _unnamed_last(found[site.key].values())) for site in sites]


def _unnamed_last(branches: Iterable[ControllerBranch]) -> list[ControllerBranch]:
    return sorted(
        branches, key=lambda b: (b.controller is None, sort_key(b.controller.name.sv if b.controller else ""))
    )


def _place(branches: dict[UUID | None, ControllerBranch], activity: ProcessingActivity) -> None:
    controller = activity.controller
    branch = branches.setdefault(controller.key if controller else None, ControllerBranch(controller))
    branch.controller = controller
    branch.count += 1
    if activity.unit is None:
        branch.loose.append(activity)
        return
    below = branch.below
    for slug, name in lineage(activity.unit):
        node = below.setdefault(slug, UnitNode(slug, name))
        node.name = name
        node.count += 1
        below = node.below


def lineage(unit: Unit) -> list[tuple[str, Text]]:
    """Return (slug, name) of the units above and of the unit, outermost first."""
    return [*unit.path, (unit.slug, unit.name)]


def in_order(units: Iterable[UnitNode]) -> list[UnitNode]:
    """Return the units in Swedish order."""
    return sorted(units, key=lambda unit: sort_key(unit.name.sv))
