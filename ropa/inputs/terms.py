"""The open lists as understanding sees them: terms by list, shipped ones and an organisation's own."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from .. import record

Terms = Mapping[type[record.Term], tuple[Any, ...]]
"""Kind of term -> the terms of that list."""

FIXTURE = Path(__file__).parents[2] / "fixtures" / "vocabulary.json"


@cache
def shipped() -> Terms:
    """Return the terms that come with ropa, without a database."""
    from .vocabulary import LISTS, term_value

    data = json.loads(FIXTURE.read_text("utf-8"))
    kinds = {name: getattr(record, table.__name__) for name, table in LISTS.items()}
    return {kind: tuple(term_value(LISTS[name], t) for t in data.get(name, ())) for name, kind in kinds.items()}
