"""Records of the demo in which no rule finds anything, to take facts out of one at a time."""

from datetime import date
from typing import Any
from uuid import UUID

from ropa.record import ProcessingActivity, replace
from ropa.rules import BY_CODE, check
from tests.demo_fixture import LAST, record

DAY = date(2026, 11, 21)
"""The day the tests check on."""


def sound(slug: str = "bygglov", **changes: Any) -> ProcessingActivity:
    """Return one of the demo's complete activities as it reads last, with some fields changed."""
    return replace(record(LAST[slug]), **changes)


def found(activity: ProcessingActivity, code: str, on: date = DAY, **more: Any) -> list[tuple[str, UUID | None, str]]:
    """Return (field, row, column) of what one rule finds. Fails on a rule that nobody listed."""
    assert code in BY_CODE
    places = [x.place for x in check(activity, on, **more) if x.rule.code == code]
    return [(x.field, x.row, x.column) for x in places]


def codes(activity: ProcessingActivity, on: date = DAY, **more: Any) -> list[str]:
    """Return the codes of all that is found, each once, in the order of the rules."""
    return list(dict.fromkeys(x.rule.code for x in check(activity, on, **more)))
