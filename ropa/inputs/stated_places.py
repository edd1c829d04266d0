"""Where documents say that their activities belong: units and controllers by their names, made where they are missing."""

from collections.abc import Iterable

from .. import models
from ..drafts.parties import make_controller
from ..record import Controller, ProcessingActivity
from .at_home import party_named, unit_named
from .bringing import Brought


class Stated:
    """The units and controllers of an organisation, as documents name them."""

    def __init__(self, organisation: models.Organisation) -> None:
        self.organisation = organisation
        rows = models.Unit.objects.filter(organisation=organisation).select_related("controller", "parent")
        self.units = list(rows)
        self.controllers = list(models.Controller.objects.filter(organisation=organisation))

    def brought(self, read: Iterable[tuple[tuple[str, ...], ProcessingActivity]]) -> list[Brought]:
        """Return activities, each with the names of the units it stands under, as they are brought in."""
        return [self._one(names, record) for names, record in read]

    def _one(self, names: tuple[str, ...], record: ProcessingActivity) -> Brought:
        unit = unit_named(names, self.units)
        answers = None if unit and unit.controller else self.controller(record.controller)
        return Brought(record, unit, names if unit is None else (), answers, anywhere=not names)

    def controller(self, said: Controller | None) -> models.Controller | None:
        """Return the controller of that name, made now if there is none."""
        if said is None:
            return None
        found: models.Controller | None = party_named(said, self.controllers)
        if found is None:
            found = make_controller(self.organisation, said)
            self.controllers.append(found)
        return found


def in_unit(unit: models.Unit, records: Iterable[ProcessingActivity]) -> list[Brought]:
    """Return activities as they are brought into one unit, whatever they say of others."""
    return [Brought(record, unit) for record in records]
