"""Activities that come to another unit, controller or address."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .. import drafts, publishing
from ..models import Controller, ProcessingActivity, Publication, Unit
from .plans import CannotReorganise, Plan, locked, refuse_foreign


@dataclass(frozen=True)
class MoveActivities(Plan):
    """Give activities to another unit, another controller, or both."""

    activities: frozenset[int]
    """Ids of those that move."""
    unit: Unit | None = None
    """None: each stays in its unit."""
    controller: Controller | None = None
    """None: each keeps its own, if it has one."""
    follow_unit: bool = False
    """Whether they have no controller of their own after it, and follow their unit's."""

    def change(self) -> Iterable[int]:
        """Move those that are not there already."""
        rows = locked(ProcessingActivity.objects.filter(pk__in=self.activities))
        refuse_foreign(self.organisation, self.unit, self.controller, *rows)
        moved = [row for row in rows if self._place(row)]
        if not moved:
            raise CannotReorganise(_("They are there already: nothing would change."))
        for row in moved:
            row.save()
        return [row.pk for row in moved]

    def moved(self, touched: set[int]) -> set[int]:
        """Return all of them."""
        return touched

    def _place(self, row: ProcessingActivity) -> bool:
        before = (row.unit_id, row.controller_id)
        if self.unit:
            row.unit = self.unit
        if self.follow_unit or self.controller:
            row.controller = self.controller
        return (row.unit_id, row.controller_id) != before


@dataclass(frozen=True)
class ChangeActivityAddress(Plan):
    """Give a published activity another public address; the old one leads to it."""

    activity: int
    slug: str

    def change(self) -> Iterable[int]:
        """Change the draft's address. What is not public has nothing that the old one could lead to."""
        (row,) = locked(ProcessingActivity.objects.filter(pk=self.activity, organisation=self.organisation))
        public = publishing.find(row.slug)
        if public is None or public.is_withdrawn:
            raise CannotReorganise(
                _(
                    "Only what is public gets another address here. Publish it again first, or change a draft in its form."
                )
            )
        if row.slug == self.slug:
            raise CannotReorganise(_("It has this address already."))
        if drafts.of_another_activity(self.slug, row.key):
            raise CannotReorganise(_("The address is, or was, another activity's."))
        row.slug = self.slug
        row.save()
        return [row.pk]

    def check_published(self, made: list[Publication]) -> None:
        """Refuse a draft with another address than what is public."""
        if not made:
            raise CannotReorganise(_("It could not be published at the new address, so it keeps the old one."))
