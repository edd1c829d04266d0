"""How one row of the ledger hangs on the one before it."""

from datetime import UTC

from .. import snapshot
from ..models import Publication

_LINKED = (
    "organisation", "sequence", "activity", "slug", "unit_path", "kind", "version", "record_format",
    "payload_sha256", "public_sha256", "changes_public", "by", "note", "public_note",
    "previous_hash",
)  # fmt: skip


def link_hash(row: Publication) -> str:
    """Return the sha256 over everything the row says, the previous row's hash included."""
    said = {name: getattr(row, name) for name in _LINKED}
    said["organisation"], said["activity"] = str(row.organisation), str(row.activity)
    if row.changeset:  # a column that came later: the links made before it keep their hash
        said["changeset"] = str(row.changeset)
    said["at"] = row.at.astimezone(UTC).isoformat(timespec="microseconds")
    return snapshot.sha256(snapshot.canonical(said))
