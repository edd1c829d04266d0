"""Publish, withdraw, and what was public on any day: the ledger and its readers.

`ledger`, `again` and `confirming` write, `hiding` takes from sight, `review` is what goes before, `reading`
reads (`events` one by one, `between` two days, `stamping` whether anything is new), `verify` recomputes the
chain, `index` and `findings` keep what lists of drafts filter by, `listing` what lists of what is public do. What a resident can receive comes from `reading`;
`codes` are the short addresses that are printed.
"""

from . import between, events, review, steps
from .again import Outdated, named_otherwise, outdated, reissue, restore
from .back import bring_back
from .between import Change, Changes, began, changes_between
from .codes import code_of, slug_of
from .confirming import confirm
from .findings import compared, counted, held, neighbours, standing
from .hiding import erase, seal
from .index import reindex
from .ledger import (
    CannotPublish,
    FindingsStand,
    NeedsTwo,
    StaleRevision,
    Unchanged,
    Withdrawn,
    publish,
    refuse_alone,
    withdraw,
)
from .listing import Listed, listed, records, relist
from .reading import (
    Published,
    as_of,
    current,
    find,
    head,
    in_order,
    place,
    register,
    successor,
    unit_slugs,
    versions,
)
from .stamping import stamp
from .verify import Problem, verify

__all__ = [
    "CannotPublish",
    "Change",
    "Changes",
    "FindingsStand",
    "Listed",
    "NeedsTwo",
    "Outdated",
    "Problem",
    "Published",
    "StaleRevision",
    "Unchanged",
    "Withdrawn",
    "as_of",
    "began",
    "between",
    "bring_back",
    "changes_between",
    "code_of",
    "compared",
    "confirm",
    "counted",
    "current",
    "erase",
    "events",
    "find",
    "head",
    "held",
    "in_order",
    "listed",
    "named_otherwise",
    "neighbours",
    "outdated",
    "place",
    "publish",
    "records",
    "refuse_alone",
    "register",
    "reindex",
    "reissue",
    "relist",
    "restore",
    "review",
    "seal",
    "slug_of",
    "stamp",
    "standing",
    "steps",
    "successor",
    "unit_slugs",
    "verify",
    "versions",
    "withdraw",
]
