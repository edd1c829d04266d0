"""How one row of the ledger hangs on the one before it."""

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from .. import snapshot
from ..models import Publication

_LINKED = (
    "organisation", "sequence", "activity", "slug", "unit_path", "kind", "version", "record_format",
    "payload_sha256", "public_sha256", "changes_public", "by", "note", "public_note",
    "previous_hash",
)  # fmt: skip


def link_hash(row: Publication) -> str:
    """Return the sha256 over everything the row says, the previous row's hash included."""
    return hash_of({name: getattr(row, name) for name in (*_LINKED, "changeset", "again", "at")})


def hash_of(columns: Mapping[str, Any]) -> str:
    """Return what `link_hash` does, of a row that is given as column -> value; other columns are passed by."""
    said = {name: columns[name] for name in _LINKED}
    said["organisation"], said["activity"] = str(columns["organisation"]), str(columns["activity"])
    # Columns that came later: the links made before them keep their hash.
    if columns["changeset"]:
        said["changeset"] = str(columns["changeset"])
    if columns["again"]:
        said["again"] = True
    said["at"] = columns["at"].astimezone(UTC).isoformat(timespec="microseconds")
    return snapshot.sha256(snapshot.canonical(said))
