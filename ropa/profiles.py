"""The table profile: one activity under eight headings."""

from uuid import UUID

from .notice.values import Block
from .record import Said, Value


class TableRow(Value):
    """One heading of the table and what stands beside it."""

    code: str
    """legal-basis, purposes, data-subjects, personal-data, sources, recipients, retention or carriers."""
    heading: str
    blocks: tuple[Block, ...]
    stated: bool
    """False when the register says nothing; then the block says so."""


class ActivityTable(Value):
    """An activity as a table of eight rows."""

    key: UUID
    slug: str
    name: Said
    rows: tuple[TableRow, ...]
