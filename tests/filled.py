"""A record with words of its own in every place, to look for them in what is made from it."""

from typing import Any, get_args

from ropa.record import (
    Part,
    ProcessingActivity,
    Term,
    Text,
)
from tests.strategies import LISTS
from tests.worlds import financial_assistance, term


def full_activity() -> ProcessingActivity:
    """Return an activity with one row in every list and words of their own in every text, name and term."""
    rows = {name: (_filled(name, kind),) for name, kind in LISTS.items() if name not in {"withheld", "unplaced"}}
    own = {
        name: Text(sv=f"Ord om {name}")
        for name, field in ProcessingActivity.model_fields.items()
        if field.annotation is Text and name not in {"name", "summary"}
    }
    return financial_assistance(**rows, **own)


def _filled(name: str, kind: type[Part]) -> Part:
    said = {field: _word(f"{name} {field}", info.annotation) for field, info in kind.model_fields.items()}
    if "organisation_number" in said:
        said["organisation_number"] = f"Ord {name}"[:20]  # its column holds no more
    left_out = {"key", "period", "country", "email"}
    return kind.model_validate({field: word for field, word in said.items() if word and field not in left_out})


def _word(words: str, annotation: Any) -> Any:
    """Return `words` as a text, a string or the label of a term; None for other kinds of field."""
    for kind in (annotation, *get_args(annotation)):
        if kind is Text or kind is str:
            return f"Ord om {words}"
        if isinstance(kind, type) and issubclass(kind, Term):
            return term(kind, words.replace(" ", "-"), f"Namn på {words}")
    return None
