"""Who reorganises waits for who edits before anything is taken: two who each had half would wait for ever."""

import threading
import time
from typing import Any

import pytest
from django.db import connection, connections, transaction

from ropa.models import Controller, DraftIndex, Organisation, ProcessingActivity, Unit
from ropa.publishing import reindex
from ropa.reorganising import RenewNames, carry_out
from tests.ledgers import publish

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


def until_somebody_waits() -> None:
    """Return when a lock is asked for that is not given."""
    for _n in range(100):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
        time.sleep(0.05)
    raise AssertionError("nobody waited")


@pytest.mark.parametrize(("table", "first"), [(ProcessingActivity, 1), (DraftIndex, 0)], ids=["drafts", "index"])
def test_renewed_in_the_order_in_which_all_who_lock_many_take_them(table: Any, first: int) -> None:
    """The last comes first by name, and is public where the first is not."""
    town = Organisation.objects.create(name="Exempelby", slug="exempelby")
    board = Controller.objects.create(organisation=town, name="Nämnden", slug="n")
    unit = Unit.objects.create(organisation=town, name="Enheten", slug="e", controller=board)
    rows = [
        ProcessingActivity.objects.create(organisation=town, unit=unit, name=n, slug=f"a{n}".lower()) for n in "yxc"
    ]
    reindex(rows)
    for row in rows[1:]:
        publish(row)
    board.name = "Nya nämnden"
    board.save()

    def renew() -> None:
        carry_out(RenewNames(town), by="Maria", reason="Namnbyte")
        connections.close_all()

    thread = threading.Thread(target=renew)
    with transaction.atomic():
        list(table.objects.filter(pk=rows[first].pk).select_for_update(no_key=True))
        thread.start()
        until_somebody_waits()
        assert list(table.objects.filter(pk=rows[2].pk).select_for_update(nowait=True, no_key=True))
    thread.join()
