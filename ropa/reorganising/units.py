"""Units that come under another one or another controller, become one, or get another address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .. import drafts, policy
from ..models import Address, Controller, Membership, NoticeText, ProcessingActivity, Unit
from . import members
from .plans import CannotReorganise, Plan, locked, refuse_foreign


def in_branches(*units: Unit) -> list[int]:
    """Return the ids of the activities of units and of those below them."""
    below = {pk for unit in units for pk in unit.branch()}
    return list(ProcessingActivity.objects.filter(unit__in=below).values_list("pk", flat=True))


def _locked(*units: Unit) -> Sequence[Unit]:
    """Return the units as they are under a lock, in the order given: nobody puts anything into them meanwhile."""
    there = Unit.objects.filter(pk__in=[unit.pk for unit in units]).order_by("pk").select_for_update()
    found = {unit.pk: unit for unit in there}
    if any(unit.pk not in found for unit in units):
        raise CannotReorganise(_("The unit is gone: somebody has merged or removed it."))
    return [found[unit.pk] for unit in units]


@dataclass(frozen=True)
class MoveUnit(Plan):
    """Put a unit, with all below it, under another unit, another controller, or both.

    What has the unit's old controller below it follows to the new one; what has some other keeps that.
    """

    unit: Unit
    parent: Unit | None
    """None: it is part of no other unit."""
    controller: Controller | None
    """None: not stated."""

    def change(self) -> Iterable[int]:
        """Move the unit."""
        refuse_foreign(self.organisation, self.unit, self.parent, self.controller)
        unit, *parents = _locked(self.unit, *([self.parent] if self.parent else []))
        parent = parents[0] if parents else None
        if (unit.parent, unit.controller) == (parent, self.controller):
            raise CannotReorganise(_("It is there already: nothing would change."))
        self._follow(unit)
        unit.parent, unit.controller = parent, self.controller
        try:
            unit.clean()
        except ValidationError as error:
            raise CannotReorganise(" ".join(error.messages)) from error
        unit.save()
        return in_branches(unit)

    def _follow(self, unit: Unit) -> None:
        """Give what is below the unit, and had its controller, the new one."""
        below = unit.branch()
        if unit.controller_id in {None, self.controller.pk if self.controller else None}:
            return
        for each in Unit.objects.filter(pk__in=below - {unit.pk}, controller=unit.controller_id):
            each.controller = self.controller
            each.save()
        for row in locked(ProcessingActivity.objects.filter(unit__in=below, controller=unit.controller_id)):
            row.controller = None
            row.save()


@dataclass(frozen=True)
class ChangeUnitAddress(Plan):
    """Give a unit another public address; the old one leads to it."""

    unit: Unit
    slug: str

    def change(self) -> Iterable[int]:
        """Change the address, and keep the old one if anybody can have seen it."""
        refuse_foreign(self.organisation, self.unit)
        (unit,) = _locked(self.unit)
        if unit.slug == self.slug:
            raise CannotReorganise(_("It has this address already."))
        if drafts.of_another_unit(self.slug, unit.pk):
            raise CannotReorganise(_("The address is, or was, another unit's."))
        Address.objects.filter(slug=self.slug).delete()  # its own old one, which it takes back
        _keep_address(unit.slug, unit)
        unit.slug = self.slug
        unit.save()
        return in_branches(unit)


def _keep_address(slug: str, unit: Unit) -> None:
    """Let an address that was public lead to a unit from now on."""
    if drafts.unit_was_public(slug):
        Address.objects.update_or_create(slug=slug, defaults={"unit": unit})


@dataclass(frozen=True)
class MergeUnits(Plan):
    """Put all that one unit has into another, and remove it. Its history and its old address stay."""

    source: Unit
    target: Unit
    texts: frozenset[int] = frozenset()
    """Ids of the texts of `source` that `target` takes over; the others are removed, and stay in the history."""

    def check_rights(self, by: Any) -> None:
        """Refuse to let who publishes in the one unit publish in all of the other, where `by` may not give that."""
        widened = policy.carrying(Membership.objects.filter(unit=self.source.pk))
        if widened and not policy.can_give_publishing(by, self.organisation):
            said = _(
                "%(who)s may publish in “%(source)s”, and could then publish in all of “%(target)s”. You may not publish in all of the organisation, so you cannot let others do it. End that membership first, or ask somebody to merge who may publish."
            )
            raise CannotReorganise(said % {"who": widened[0].user, "source": self.source, "target": self.target})

    def change(self) -> Iterable[int]:
        """Merge the units. Those who work in the one work in the other after it; the other's history tells of it."""
        refuse_foreign(self.organisation, self.source, self.target)
        source, target = self._both()
        touched = in_branches(source, target) if self.texts else in_branches(source)
        for row in locked(ProcessingActivity.objects.filter(unit=source)):
            row.unit = target
            row.save()
        for child in Unit.objects.filter(parent=source):
            child.parent = target
            child.save()
        self._take_texts(source, target)
        members.move(source, target)
        _take_addresses(source, target)
        source.delete()
        target.save()
        return touched

    def _both(self) -> Sequence[Unit]:
        if self.source.pk == self.target.pk:
            raise CannotReorganise(_("Choose another unit: a unit cannot be merged with itself."))
        source, target = _locked(self.source, self.target)
        if target.pk in source.branch():
            raise CannotReorganise(
                _("“%(target)s” is part of “%(source)s”. Move it out first, or merge it into the other one instead.")
                % {"target": target, "source": source}
            )
        return source, target

    def _take_texts(self, source: Unit, target: Unit) -> None:
        after = NoticeText.objects.filter(unit=target).count()
        for place, text in enumerate(NoticeText.objects.filter(unit=source).order_by("position", "pk")):
            if text.pk not in self.texts:
                text.delete()
                continue
            text.unit, text.position = target, after + place
            text.save()


def _take_addresses(source: Unit, target: Unit) -> None:
    for address in Address.objects.filter(unit=source):
        address.unit = target
        address.save()
    _keep_address(source.slug, target)
