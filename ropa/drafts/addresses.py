"""Which addresses are free. One that was public leads to what it led to, and is never another's."""

from uuid import UUID

from .. import models
from ..record import slug_from


def of_another_activity(slug: str, key: UUID) -> bool:
    """Return whether another activity than the one with the key has the address, or was ever published at it."""
    drafts = models.ProcessingActivity.objects.filter(slug=slug).exclude(key=key)
    return drafts.exists() or was_of_another_activity(slug, key)


def was_of_another_activity(slug: str, key: UUID) -> bool:
    """Return whether another activity was ever published at the address."""
    return models.Publication.objects.filter(slug=slug).exclude(activity=key).exists()


def free_slug(name: str, key: UUID) -> str:
    """Return an address made from an activity's name that no other activity has or had."""
    base = slug_from(name) or f"b-{key.hex[:12]}"
    drafts = models.ProcessingActivity.objects.filter(slug__startswith=base).exclude(key=key)
    published = models.Publication.objects.filter(slug__startswith=base).exclude(activity=key).order_by()
    taken = {*drafts.values_list("slug", flat=True), *published.values_list("slug", flat=True).distinct()}
    tried, number = base, 1
    while tried in taken:
        number += 1
        tried = f"{base}-{number}"
    return tried


def unit_was_public(slug: str) -> bool:
    """Return whether anything was ever published below a unit of this address."""
    return models.Publication.objects.filter(unit_path__contains=f"/{slug}/").exists()


def of_another_unit(slug: str, unit: int | None) -> bool:
    """Return whether the address is, was in public, or leads to, another unit than the one with the id."""
    holder = models.Unit.objects.filter(slug=slug).values_list("pk", flat=True).first()
    if holder is not None:
        return holder != unit
    leads_to = models.Address.objects.filter(slug=slug).values_list("unit", flat=True).first()
    if leads_to is not None:
        return leads_to != unit
    was_its_own = unit is not None and models.Unit.history.filter(id=unit, slug=slug).exists()
    return unit_was_public(slug) and not was_its_own
