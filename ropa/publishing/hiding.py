"""Take a version from sight: seal it for the public, or erase what it said."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from .. import models
from ..models import Publication


def seal(publication: Publication, *, by: Any, reason: str) -> models.Seal:
    """Hide a version from the public; `reason` is shown in its place."""
    return models.Seal.objects.create(publication=publication, reason=reason, by=str(by), at=timezone.now())


def erase(publication: Publication, *, by: Any, reason: str) -> models.Erasure:
    """Remove what a version said, where the law demands it; the chain still verifies."""
    with transaction.atomic():
        erasure = models.Erasure.objects.create(publication=publication, reason=reason, by=str(by), at=timezone.now())
        models.Payload.objects.filter(publication=publication).delete()
        return erasure
