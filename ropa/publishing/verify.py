"""Recompute the ledger's chains and say which row does not hold.

Found is every change to what the ledger says: a byte of any column, a row that is missing, moved,
swapped or added, content, seals and erasures included. Not found is a ledger that was made anew from some row on with
the right hashes: for that, `head` names a link that must be there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from .. import models, snapshot
from ..models import Publication
from . import stored
from .chain import hash_of
from .stored import Row

Kind = Publication.Kind


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the ledger."""

    organisation: str
    """Key of the organisation whose chain it is in; empty for what is in none."""
    sequence: int
    slug: str
    version: int
    what: str
    """sequence, previous, hash, time, payload, missing-payload, seal, erasure, orphan or head."""
    detail: str
    """The same in words."""


def verify(head: str = "") -> list[Problem]:
    """Return everything wrong in all chains, oldest first; empty when all verifies. A constant number of queries.

    With `head` (a hash printed in an earlier export) also finds a cut tail:
    that link must still be in some chain.
    """
    problems = [*_chains(), *_hidden(models.Seal, Kind.SEALED), *_hidden(models.Erasure, Kind.ERASED), *_orphans()]
    if head and not Publication.objects.filter(hash=head).exists():
        problems.append(Problem("", 0, "", 0, "head", _("no row has the hash %(hash)s") % {"hash": head}))
    return problems


# --- the chains ---

_READ = ("organisation", "activity", "changeset", "at", "changes_public")
"""Columns of which a database keeps something else than the value that is hashed."""


def _chains() -> Iterator[Problem]:
    own = [field.attname for field in Publication._meta.concrete_fields]
    beside = ("payload__publication", "payload__text", "erasure__id")
    read, last = stored.reader(*_READ), None
    for row in stored.rows(Publication.objects.order_by("organisation", "sequence"), *own, *beside):
        if last is not None and last["organisation"] != row["organisation"]:
            last = None
        yield from _place(row, last)
        yield from _link(row, last, read)
        yield from _payload(row)
        last = row


def _place(row: Row, last: Row | None) -> Iterator[Problem]:
    expected = last["sequence"] + 1 if last else 1
    if row["sequence"] == expected + 1:
        yield _problem(row, "sequence", _("row %(n)d before it is missing") % {"n": expected})
    elif row["sequence"] != expected:
        missing = {"first": expected, "last": row["sequence"] - 1}
        yield _problem(row, "sequence", _("rows %(first)d to %(last)d before it are missing") % missing)
    if row["previous_hash"] != (last["hash"] if last else ""):
        yield _problem(row, "previous", _("it does not follow the row before it: one of the two was altered or moved"))


def _link(row: Row, last: Row | None, read: Any) -> Iterator[Problem]:
    try:
        altered = row["hash"] != hash_of(read(row))
    except stored.NotAsWritten as column:
        yield _problem(row, "hash", _("its column %(name)s holds what was never written there") % {"name": column})
        return
    except ValueError:  # bytes that are no text
        altered = True
    if altered:
        yield _problem(row, "hash", _("one of its columns was altered"))
    if last and row["at"] < last["at"]:
        yield _problem(row, "time", _("it is older than the row before it"))


def _payload(row: Row) -> Iterator[Problem]:
    there = row["payload__publication"] is not None
    if row["kind"] != Kind.PUBLISHED:
        if there:
            yield _problem(row, "payload", _("it has content, which only a published version has"))
    elif row["erasure__id"] is not None:
        if there:
            yield _problem(row, "payload", _("its content is there although it is erased"))
    elif not there:
        yield _problem(row, "missing-payload", _("its content is gone"))
    elif not _is(row["payload__text"], row["payload_sha256"]):
        yield _problem(row, "payload", _("its content was altered"))


def _is(text: str, sha256: str) -> bool:
    try:
        return snapshot.sha256(text) == sha256
    except ValueError:  # bytes that are no text
        return False


# --- what lies beside the chains ---


def _hidden(table: type[models.Seal | models.Erasure], kind: Kind) -> Iterator[Problem]:
    """Yield what differs between the rows that hide versions and the links that tell of them."""
    about = ("organisation", "sequence", "activity", "slug", "version")
    links = stored.rows(Publication.objects.filter(kind=kind).order_by(), *about, "at", "by", "note")
    told = {(row["activity"], row["version"]): row for row in links}
    columns = [f"publication__{name}" for name in about]
    for found in stored.rows(table._default_manager.order_by("pk"), *columns, "at", "by", "reason"):
        row = {name.removeprefix("publication__"): value for name, value in found.items()}
        link = told.pop((row["activity"], row["version"]), None)
        if link is None:
            yield _problem(row, table._meta.model_name, _("it is hidden, and no row of the ledger tells of that"))
        elif (link["at"], link["by"], link["note"]) != (row["at"], row["by"], row["reason"]):
            yield _problem(row, table._meta.model_name, _("when, by whom or why it is hidden was altered"))
    for link in told.values():
        yield _problem(link, table._meta.model_name, _("it tells that a version is hidden, which no longer is"))


def _orphans() -> Iterator[Problem]:
    theirs = Publication.objects.filter(pk=OuterRef("publication_id"))
    for table in (models.Payload, models.Seal, models.Erasure):
        lost = table._default_manager.filter(~Exists(theirs)).order_by()
        for number in lost.values_list("publication_id", flat=True):
            said = {"what": table._meta.verbose_name, "id": number}
            detail = _("%(what)s that belongs to no row (it names number %(id)s)") % said
            yield Problem("", 0, "", 0, "orphan", detail)


def _problem(row: Row, what: str | None, detail: str) -> Problem:
    return Problem(str(row["organisation"]), row["sequence"], row["slug"], row["version"], str(what), detail)
