"""Registers that the tests of outputs share."""

from datetime import date
from typing import Any
from uuid import UUID

from ropa.record import Audience, Entry, ProcessingActivity, Register, view
from tests.worlds import advice_only, financial_assistance, labour_market

HEAD = "ab" * 32


def register(*activities: ProcessingActivity, audience: Audience = Audience.PUBLIC, **fields: Any) -> Register:
    """Return a register of the activities as the audience may see them."""
    version = None if audience is Audience.DRAFT else 3
    published = "" if audience is Audience.DRAFT else "2026-02-10T12:00:00+01:00"
    return Register.model_validate(
        {
            "audience": audience,
            "title": "Järfälla kommun",
            "heads": {"jarfalla-kommun": HEAD},
            "entries": [
                Entry(activity=view(a, audience), version=version, published_at=published, sha256="cd" * 32)
                for a in activities
            ],
            **fields,
        }
    )


def seeds(**fields: Any) -> Register:
    """Return the notice of seed 001 and two tables of seed 000."""
    advice = advice_only().model_copy(update={"key": UUID(int=9), "slug": "rad"})
    return register(financial_assistance(), labour_market(), advice, as_of=date(2026, 3, 1), **fields)
