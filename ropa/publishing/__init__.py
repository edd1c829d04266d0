"""Publish, withdraw, and what was public on any day: the ledger and its readers.

`ledger` writes, `reading` reads, `verify` recomputes the chain, `index` and
`findings` keep what lists of drafts filter by. Everything a resident can receive comes from `reading`.
"""

from .findings import compared, counted, held, neighbours, standing
from .index import reindex
from .ledger import (
    CannotPublish,
    FindingsStand,
    StaleRevision,
    Unchanged,
    erase,
    publish,
    seal,
    withdraw,
)
from .reading import Published, as_of, current, find, head, in_order, place, register, stamp, versions
from .verify import Problem, verify

__all__ = [
    "CannotPublish",
    "FindingsStand",
    "Problem",
    "Published",
    "StaleRevision",
    "Unchanged",
    "as_of",
    "compared",
    "counted",
    "current",
    "erase",
    "find",
    "head",
    "held",
    "in_order",
    "neighbours",
    "place",
    "publish",
    "register",
    "reindex",
    "seal",
    "stamp",
    "standing",
    "verify",
    "versions",
    "withdraw",
]
