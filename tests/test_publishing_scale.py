"""A register of thirty costs as many queries as one of three, on any day."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ropa import publishing, registers
from ropa.models import Payload, Publication
from ropa.publishing.chain import link_hash
from ropa.record import Audience
from tests.ledgers import NOON, draft, publish

pytestmark = pytest.mark.django_db

DAY = NOON.date()
ASKED: dict[str, Callable[[], Any]] = {
    "as of a day": lambda: [entry.record for entry in publishing.as_of(DAY)],
    "the register as of a day": lambda: registers.published(audience=Audience.AUTHORITY, day=DAY).entries,
    "names now": lambda: [entry.outline for entry in publishing.current()],
    "verify": lambda: publishing.verify() or Publication.objects.all(),
}


def test_the_number_of_queries_does_not_grow() -> None:
    first = publish(draft(), at=NOON)
    _grow_to(3, first)
    few = {name: _cost(ask, 3) for name, ask in ASKED.items()}
    _grow_to(30, first)
    many = {name: _cost(ask, 30) for name, ask in ASKED.items()}
    assert few == many
    assert publishing.as_of(DAY - timedelta(days=1)) == []


def _cost(ask: Callable[[], Any], rows: int) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert len(ask()) == rows
    return len(queries)


def _grow_to(rows: int, first: Publication) -> None:
    """Publish the same content as further activities: what publishing itself costs is no matter here."""
    text = Payload.objects.values_list("text", flat=True)[0]
    for number in range(Publication.objects.count() + 1, rows + 1):
        last = Publication.objects.order_by("-sequence")[0]
        first.pk, first.activity, first.slug = None, uuid4(), f"lan-{number}"
        first.sequence, first.previous_hash = number, last.hash
        first.hash = link_hash(first)
        first.save(force_insert=True)
        Payload.objects.create(publication_id=first.pk, text=text)
