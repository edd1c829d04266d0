"""Publish, withdraw, and what was public on any day: the ledger and its readers.

`ledger` writes, `reading` reads, `verify` recomputes the chain, `index` keeps
what lists of drafts filter by. Everything a resident can receive comes from `reading`.
"""

from .index import reindex
from .ledger import (
    CannotPublish,
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
    "Problem",
    "Published",
    "StaleRevision",
    "Unchanged",
    "as_of",
    "current",
    "erase",
    "find",
    "head",
    "in_order",
    "place",
    "publish",
    "register",
    "reindex",
    "seal",
    "stamp",
    "verify",
    "versions",
    "withdraw",
]
