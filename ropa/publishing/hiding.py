"""Take a version from sight: seal it for the public, or erase what it said.

The chain tells of both in a row of its own, so that nobody can hide a version, or show one again,
past the ledger.
"""

from typing import Any

from django.db import transaction

from .. import models
from ..models import Publication
from .ledger import repeat
from .listing import forget


def seal(publication: Publication, *, by: Any, reason: str) -> models.Seal:
    """Hide a version from the public; `reason` is shown in its place."""
    with transaction.atomic():
        return models.Seal.objects.create(**_told(publication, Publication.Kind.SEALED, by, reason))


def erase(publication: Publication, *, by: Any, reason: str) -> models.Erasure:
    """Remove what a version said, where the law demands it; the chain still verifies."""
    with transaction.atomic():
        erasure = models.Erasure.objects.create(**_told(publication, Publication.Kind.ERASED, by, reason))
        models.Payload.objects.filter(publication=publication).delete()
        forget(publication)
        return erasure


def _told(publication: Publication, kind: Publication.Kind, by: Any, reason: str) -> dict[str, Any]:
    """Add the row to the chain, and return what the hiding says: the same."""
    chains = models.Organisation.objects.select_for_update(no_key=True)
    organisation = chains.get(key=publication.organisation)
    row = repeat(organisation, publication, kind, by=by, note=reason, changes_public=True)
    return {"publication": publication, "reason": row.note, "by": row.by, "at": row.at}
