"""Small drafts for the tests of publishing. Errors stand in them, so publishing them takes a reason."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from ropa import drafts, models, publishing, record
from ropa.models import Publication
from ropa.record import ProcessingActivity

HOME = record.Organisation(key=uuid4(), slug="exempelby", name="Exempelby kommun")
NOON = datetime(2026, 3, 1, 11, tzinfo=UTC)


def draft(**fields: object) -> models.ProcessingActivity:
    return drafts.save(
        ProcessingActivity.model_validate({"organisation": HOME, "slug": "lan", "name": "Lån", **fields})
    )


def edit(row: models.ProcessingActivity, **fields: object) -> models.ProcessingActivity:
    return drafts.save(record.replace(drafts.load(row), **fields))


def publish(row: models.ProcessingActivity, **said: Any) -> Publication:
    return publishing.publish(row, **{"by": "a", "reason": "Prov", **said})
