"""The ledger only grows, and whoever alters it is found out."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import DatabaseError

from ropa import ledger_guard, publishing
from ropa.models import Erasure, Payload, Publication, Seal
from tests.ledgers import HOME, NOON, draft, edit, publish

WRITES = [
    "UPDATE ropa_publication SET by = 'x'",
    "DELETE FROM ropa_publication",
    "UPDATE ropa_payload SET text = 'x'",
    "DELETE FROM ropa_payload",
    "UPDATE ropa_seal SET reason = 'x'",
    "DELETE FROM ropa_seal",
]


@pytest.mark.django_db
class TestGuard:
    @pytest.mark.parametrize("statement", WRITES)
    def test_the_database_refuses(self, statement: str) -> None:
        publishing.seal(publish(draft()), by="a", reason="r")
        with pytest.raises(DatabaseError, match="insert-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        assert publishing.verify() == []

    @pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
    @pytest.mark.parametrize("table", ["ropa_publication", "ropa_payload"])
    def test_postgresql_refuses_to_truncate(self, table: str) -> None:
        with pytest.raises(DatabaseError, match="insert-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")

    def test_the_check_sees_that_a_guard_is_missing(self) -> None:
        from ropa.checks import ledger_is_guarded

        assert ledger_is_guarded() == []
        ledger_guard.lift()
        assert [e.id for e in ledger_is_guarded()] == ["ropa.E001"]
        ledger_guard.install()
        assert ledger_is_guarded() == []


@pytest.mark.django_db
class TestVerify:
    @pytest.fixture(autouse=True)
    def three_rows(self) -> None:
        row = draft()
        publish(row, at=NOON)
        publish(edit(row, name="B"), at=NOON)
        publishing.withdraw(row, by="a", at=NOON)
        ledger_guard.lift()

    def run(self, statement: str) -> list[tuple[int, str]]:
        with connection.cursor() as cursor:
            cursor.execute(statement)
        return [(p.sequence, p.what) for p in publishing.verify()]

    def test_an_untouched_chain_verifies(self) -> None:
        assert publishing.verify() == []

    def test_an_altered_byte_of_the_content(self) -> None:
        first = Publication.objects.get(sequence=1)
        altered = first.payload.text.replace("Lån", "Lan").replace("'", "''")
        assert self.run(f"UPDATE ropa_payload SET text = '{altered}' WHERE publication_id = {first.pk}") == [
            (1, "payload")
        ]

    def test_an_altered_column(self) -> None:
        assert self.run("UPDATE ropa_publication SET by = 'b' WHERE sequence = 2") == [(2, "hash")]

    def test_a_missing_row(self) -> None:
        second = Publication.objects.get(sequence=2)
        Payload.objects.filter(publication=second).delete()
        assert self.run(f"DELETE FROM ropa_publication WHERE id = {second.pk}") == [(3, "sequence"), (3, "previous")]

    def test_a_missing_content(self) -> None:
        assert self.run("DELETE FROM ropa_payload") == [(1, "missing-payload"), (2, "missing-payload")]

    def test_a_cut_tail_is_found_by_the_head_printed_earlier(self) -> None:
        head = publishing.head(HOME.key)
        assert publishing.verify(head) == []
        assert self.run("DELETE FROM ropa_publication WHERE sequence = 3") == []
        assert [p.what for p in publishing.verify(head)] == ["head"]


@pytest.mark.django_db
def test_what_was_hidden_before_the_chain_told_of_it_is_told_by_a_migration() -> None:
    row = draft()
    first, second = publish(row, at=NOON), publish(edit(row, name="B"), at=NOON + timedelta(days=1))
    third = publish(edit(row, name="C"), at=NOON + timedelta(days=9))
    publishing.seal(third, by="a", reason="Ny")
    Erasure.objects.create(publication=second, reason="Lag", by="b", at=NOON + timedelta(days=4))
    Payload.objects.filter(publication=second).delete()
    Seal.objects.create(publication=first, reason="Dom", by="b", at=NOON + timedelta(days=2))
    assert [p.what for p in publishing.verify()] == ["seal", "erasure"]
    for _time in ("once", "and once more"):
        import_module("ropa.migrations.0007_hidden_before_it_was_told").tell(apps, None)
        told = Publication.objects.filter(sequence__gt=4).values_list("kind", "version", "note")
        assert list(told) == [("sealed", 1, "Dom"), ("erased", 2, "Lag")]
    publishing.withdraw(row, by="a")
    assert publishing.verify() == []


@pytest.mark.django_db
def test_a_row_older_than_what_was_made_before_it_is_found_behind_a_hiding_too() -> None:
    row = draft()
    publish(row, at=NOON)
    first = Publication.objects.get()
    Seal.objects.create(publication=first, reason="Dom", by="b", at=NOON - timedelta(days=2))
    import_module("ropa.migrations.0007_hidden_before_it_was_told").tell(apps, None)
    publishing.withdraw(row, by="a", at=NOON - timedelta(days=1))
    assert [p.what for p in publishing.verify()] == ["time"]
