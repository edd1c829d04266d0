"""Who reads the files of an import: whoever took them last, and what any other reader finds is not kept.

A reader may be slow to tell that it lives, two people may ask at the same time, and the web has
several processes. So each reader has a claim, and writes only while it is the one that stands.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from ...models import Import

STALE = timedelta(seconds=20)
"""How long nothing may be heard of whoever reads."""

S = Import.State


class Lost(Exception):
    """Somebody else reads the files by now, or they need no reading any more."""


def is_stale(found: Import) -> bool:
    """Return whether nobody reads the files any more, although they are not read."""
    heard = found.seen_alive
    return found.state == S.READING and (heard is None or timezone.now() - heard > STALE)


def take(pk: int, **anew: Any) -> UUID | None:
    """Claim the files of an import that are not read, and those that `anew` picks out, which are read once more.

    Returns None where somebody reads them already, or what they hold is saved: then nothing is changed.
    """
    with transaction.atomic():
        found = Import.objects.select_for_update(no_key=True).filter(pk=pk).first()
        if found is None or not _is_free(found):
            return None
        for file in found.files.filter(**anew).only("refusal", "is_read") if anew else ():
            file.refusal, file.is_read = None, False
            file.save(update_fields=["refusal", "is_read"])
        found.claim, found.state, found.seen_alive = uuid4(), S.READING, timezone.now()
        found.save(update_fields=["claim", "state", "seen_alive"])
    return found.claim


def _is_free(found: Import) -> bool:
    if found.state == S.READING:
        return found.claim is None or is_stale(found)
    return found.state in {S.READY, S.FAILED}


@contextmanager
def held(pk: int, claim: UUID) -> Iterator[Import]:
    """Write for the reader with this claim, and keep all others from it meanwhile. Raises `Lost`."""
    with transaction.atomic():
        mine = Import.objects.select_for_update(no_key=True).filter(pk=pk, claim=claim, state=S.READING)
        found = mine.first()
        if found is None:
            raise Lost
        yield found


def being_read(user: Any) -> int:
    """Return how many imports of a user are being read, or wait for it."""
    heard = timezone.now() - STALE
    return Import.objects.filter(user=user, state=S.READING, seen_alive__gt=heard).count()
