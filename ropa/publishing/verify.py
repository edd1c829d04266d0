"""Recompute the ledger's chains and say which row does not hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from .. import snapshot
from ..models import Publication
from .chain import link_hash


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the ledger."""

    organisation: UUID
    sequence: int
    what: str
    """sequence, previous, hash, payload, missing-payload, time or head."""
    detail: str


def verify(head: str = "") -> list[Problem]:
    """Return everything wrong in all chains, oldest first; empty when all verifies.

    With `head` (a hash printed in an earlier export) also finds a cut tail:
    that link must still be in some chain.
    """
    problems: list[Problem] = []
    last: Publication | None = None
    rows = Publication.objects.select_related("payload", "erasure")
    for row in rows.order_by("organisation", "sequence").iterator(chunk_size=500):
        if last is not None and last.organisation != row.organisation:
            last = None
        problems.extend(_problems(row, last))
        last = row
    if head and not Publication.objects.filter(hash=head).exists():
        problems.append(Problem(UUID(int=0), 0, "head", f"no link has the hash {head}"))
    return problems


def _problems(row: Publication, last: Publication | None) -> Iterator[Problem]:
    expected = last.sequence + 1 if last else 1
    if row.sequence != expected:
        yield _problem(row, "sequence", f"expected row {expected}, found {row.sequence}")
    if row.previous_hash != (last.hash if last else ""):
        yield _problem(row, "previous", "does not hang on the row before it")
    if row.hash != link_hash(row):
        yield _problem(row, "hash", "a column was altered")
    if last and row.at < last.at:
        yield _problem(row, "time", "is older than the row before it")
    yield from _payload_problems(row)


def _payload_problems(row: Publication) -> Iterator[Problem]:
    payload = getattr(row, "payload", None)
    if row.kind != Publication.Kind.PUBLISHED:
        return
    if payload is None:
        if not hasattr(row, "erasure"):
            yield _problem(row, "missing-payload", "the published content is gone")
    elif snapshot.sha256(payload.text) != row.payload_sha256:
        yield _problem(row, "payload", "the published content was altered")


def _problem(row: Publication, what: str, detail: str) -> Problem:
    return Problem(row.organisation, row.sequence, what, f"{row.slug} {row.version}: {detail}")
