"""Several people at once: the ledger's chain has no gaps, and what is frozen is what was looked at."""

import threading
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.db.utils import OperationalError

from ropa import models, publishing
from ropa.models import Publication
from ropa.publishing import ledger
from tests.ledgers import draft


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_at_once_share_one_gapless_chain() -> None:
    rows = [draft(slug=f"a{n}", name=f"Aktivitet {n}") for n in range(8)]

    def publish(row: models.ProcessingActivity) -> None:
        publishing.publish(row, by="a", reason="Prov")
        connections.close_all()

    threads = [threading.Thread(target=publish, args=[row]) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(Publication.objects.values_list("sequence", flat=True)) == list(range(1, 9))
    assert publishing.verify() == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True)
def test_nobody_saves_a_row_while_its_activity_is_being_frozen() -> None:
    """The revision was checked: from then on an editor's save waits, so no other words slip in."""
    row = draft(purposes=[{"text": "Som dataskyddsombudet läste det"}])
    waited: list[bool] = []

    def edit_meanwhile() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '300ms'")
        purpose = models.Purpose.objects.get()
        purpose.text = "Något annat"
        try:
            with transaction.atomic():
                purpose.save()
            waited.append(False)
        except OperationalError:
            waited.append(True)
        connections.close_all()

    with transaction.atomic():
        ledger.locked(row)
        thread = threading.Thread(target=edit_meanwhile)
        thread.start()
        thread.join()
    assert waited == [True]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True)
def test_who_saves_a_neighbour_waits_before_anything_is_written() -> None:
    """Two who had each written half of what the other writes next would wait for ever."""
    category = models.PurposeCategory.objects.create(code="own-x", label="Samma slags ändamål")
    mine, beside = rows = [draft(slug=slug) for slug in ("ett", "tva")]
    for row in rows:
        models.Purpose.objects.create(activity=row, category=category)
    publishing.reindex(rows)
    sent: list[str] = []
    waited: list[bool] = []

    def noting(execute: Any, sql: str, *rest: Any) -> Any:
        sent.append(sql.split()[0])
        return execute(sql, *rest)

    def save_beside() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '300ms'")
        try:
            with connection.execute_wrapper(noting):
                publishing.reindex([beside])
            waited.append(False)
        except OperationalError:
            waited.append(True)
        connections.close_all()

    with transaction.atomic():
        models.PurposeBasis.objects.create(activity=mine, basis="6.1.a")
        publishing.reindex([mine])
        thread = threading.Thread(target=save_beside)
        thread.start()
        thread.join()
    assert waited == [True]
    assert not {"INSERT", "UPDATE", "DELETE"} & set(sent)
