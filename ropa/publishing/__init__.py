"""Publish, withdraw, and what was public on any day: the ledger and its readers.

`ledger` and `again` write, `hiding` takes from sight, `review` is what goes before, `reading`
reads, `verify` recomputes the chain, `index` and `findings` keep what lists of drafts filter by. Everything a resident can receive comes from `reading`.
"""

from . import review, steps
from .again import outdated, reissue, restore
from .findings import compared, counted, held, neighbours, standing
from .hiding import erase, seal
from .index import reindex
from .ledger import (
    CannotPublish,
    FindingsStand,
    NeedsTwo,
    StaleRevision,
    Unchanged,
    confirm,
    publish,
    withdraw,
)
from .reading import Published, as_of, current, find, head, in_order, place, register, stamp, versions
from .verify import Problem, verify

__all__ = [
    "CannotPublish",
    "FindingsStand",
    "NeedsTwo",
    "Problem",
    "Published",
    "StaleRevision",
    "Unchanged",
    "as_of",
    "compared",
    "confirm",
    "counted",
    "current",
    "erase",
    "find",
    "head",
    "held",
    "in_order",
    "neighbours",
    "outdated",
    "place",
    "publish",
    "register",
    "reindex",
    "reissue",
    "restore",
    "review",
    "seal",
    "stamp",
    "standing",
    "steps",
    "verify",
    "versions",
    "withdraw",
]
