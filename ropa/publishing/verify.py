"""Recompute the ledger's chains and say which row does not hold.

Found is every change to what the ledger says: a byte of any column, a row that is missing, moved,
swapped or added, content, seals and erasures included. Not found is a ledger that was made anew from some row on with
the right hashes: for that, `head` names a link that must be there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from .. import models, snapshot
from ..models import Publication
from . import stored
from .chain import hash_of
from .stored import Row

Kind = Publication.Kind

HIDING = (Kind.SEALED, Kind.ERASED)
"""Their time is held against what hides the version. What was hidden before the chain told of it was told later."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the ledger."""

    organisation: str
    """Key of the organisation whose chain it is in; empty for what is in none."""
    sequence: int
    """Its number in the chain; 0 where none can be read. So is the version."""
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


def _chains() -> Iterator[Problem]:
    own = [field.attname for field in Publication._meta.concrete_fields]
    beside = ("payload__publication", "payload__text", "erasure__id")
    read = stored.reader(Publication, *own)
    last: Row | None = None
    newest: datetime | None = None
    for found in stored.rows(Publication.objects.order_by("organisation", "sequence"), *own, *beside):
        row, odd = read(found)
        if last is not None and last["organisation"] != row["organisation"]:
            last = newest = None
        for name in odd:
            yield _problem(found, "hash", _("its column %(name)s holds what was never written there") % {"name": name})
        problems = [*_place(row, last), *([] if odd else _link(row)), *_time(row, newest), *_payload(row)]
        yield from (
            replace(p, organisation=_shown(found, "organisation"), slug=_shown(found, "slug")) for p in problems
        )
        last, newest = row, newest if row["at"] is None or row["kind"] in HIDING else row["at"]


def _place(row: Row, last: Row | None) -> Iterator[Problem]:
    if row["sequence"] is not None and (last is None or last["sequence"] is not None):
        yield from _number(row, last["sequence"] + 1 if last else 1)
    if row["previous_hash"] != (last["hash"] if last else ""):
        yield _problem(row, "previous", _("it does not follow the row before it: one of the two was altered or moved"))


def _number(row: Row, expected: int) -> Iterator[Problem]:
    if row["sequence"] == expected + 1:
        yield _problem(row, "sequence", _("row %(n)d before it is missing") % {"n": expected})
    elif row["sequence"] != expected:
        missing = {"first": expected, "last": row["sequence"] - 1}
        yield _problem(row, "sequence", _("rows %(first)d to %(last)d before it are missing") % missing)


def _link(row: Row) -> Iterator[Problem]:
    try:
        altered = row["hash"] != hash_of(row)
    except ValueError:  # bytes that are no text
        altered = True
    if altered:
        yield _problem(row, "hash", _("one of its columns was altered"))


def _time(row: Row, newest: datetime | None) -> Iterator[Problem]:
    if newest and row["at"] and row["kind"] not in HIDING and row["at"] < newest:
        yield _problem(row, "time", _("it is older than the row before it"))


def _payload(row: Row) -> Iterator[Problem]:
    there = row["payload__publication"] is not None
    if row["kind"] is None:
        return
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


def _is(text: Any, sha256: str) -> bool:
    try:
        return isinstance(text, str) and snapshot.sha256(text) == sha256
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
        for row in stored.rows(lost, "publication_id"):
            said = {"what": table._meta.verbose_name, "id": stored.shown(row["publication_id"])}
            detail = _("%(what)s that belongs to no row (it names number %(id)s)") % said
            yield Problem("", 0, "", 0, "orphan", detail)


def _problem(row: Row, what: str | None, detail: str) -> Problem:
    sequence, version = (row[name] if isinstance(row[name], int) else 0 for name in ("sequence", "version"))
    return Problem(_shown(row, "organisation"), sequence, _shown(row, "slug"), version, str(what), detail)


def _shown(row: Row, name: str) -> str:
    return stored.shown(row[name])
