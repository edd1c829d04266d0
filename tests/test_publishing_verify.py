"""Whatever single thing is altered in the ledger, `verify` finds it and says where."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.utils import IntegrityError

from ropa import history, ledger_guard, publishing, record
from ropa.models import LEDGER, Payload, Publication
from tests.ledgers import HOME, NOON, draft, edit, publish

pytestmark = pytest.mark.django_db

NEIGHBOUR = record.Organisation(key=uuid4(), slug="grannby", name="Grannby kommun")
NUMBERS_OF_ROWS = {"ropa_publication.id", "ropa_seal.id", "ropa_erasure.id"}
"""They say nothing. A publication's is altered below where something hangs on it."""
COLUMNS = [
    (table._meta.db_table, field.column)
    for table in LEDGER
    for field in table._meta.concrete_fields
    if f"{table._meta.db_table}.{field.column}" not in NUMBERS_OF_ROWS
]


@pytest.fixture(autouse=True, scope="module")
def ledger(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Two chains with a row of every kind; the guards lifted. Made once: what a test does to it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        _make()
        yield
        transaction.set_rollback(True)


def _make() -> None:
    row = draft()
    with history.change(by="a"):
        first = publish(row, at=NOON)
    publish(edit(row, name="Bibliotekslån"), at=NOON + timedelta(days=1), reason="Nytt namn – «ö»")
    publishing.confirm(row, by="b")
    publishing.seal(first, by="Registrator", reason="Dom i kammarrätten")
    beside = draft(organisation=NEIGHBOUR, slug="beside")
    gone = publish(beside, at=NOON)
    publishing.withdraw(beside, by="a", public_note="Upphört")
    publishing.erase(gone, by="Registrator", reason="Lag")
    assert publishing.verify() == []
    ledger_guard.lift()


def sql(statement: str, *values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def found_after(statement: str, *values: Any) -> list[publishing.Problem] | None:
    """Return what is found after a statement, which is undone; None where the database itself refuses it."""
    try:
        with transaction.atomic():
            sql(statement, *values)
            found = publishing.verify()
            transaction.set_rollback(True)
            return found
    except IntegrityError:
        return None


# --- one bit of any column ---


def flipped(value: Any, place: float, bit: int) -> Any:
    """Return a stored value with one bit altered, as this database can hold it."""
    if value is None:
        return str(uuid4()) if connection.vendor == "postgresql" else uuid4().hex
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value ^ (1 << bit % 5)
    if isinstance(value, UUID):
        return UUID(int=value.int ^ (1 << int(place * 127)))
    if isinstance(value, datetime):
        return value + timedelta(microseconds=1 << bit)
    return _flipped_text(value, place, bit)


def _flipped_text(value: str, place: float, bit: int) -> Any:
    if not value:
        return "x"
    if connection.vendor == "sqlite":  # any byte, so that it need not be text any more
        stored = bytearray(value.encode())
        stored[int(place * (len(stored) - 1))] ^= 1 << bit
        return bytes(stored)
    at = int(place * (len(value) - 1))
    return value[:at] + chr(ord(value[at]) ^ (1 << bit % 4)) + value[at + 1 :]


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[".".join(one) for one in COLUMNS])
def test_an_altered_bit_is_found(table: str, column: str) -> None:
    chosen, key = random.Random(f"{table}.{column}"), "publication_id" if table == "ropa_payload" else "id"
    rows = sql(f"SELECT {key}, {column} FROM {table}")
    assert rows
    for pk, value in rows:
        for place in (0.0, chosen.random(), 1.0):
            new = flipped(value, place, chosen.randrange(8))
            to = "CAST(%s AS TEXT)" if isinstance(new, bytes) else "%s"
            found = found_after(f"UPDATE {table} SET {column} = {to} WHERE {key} = %s", new, pk)
            assert found is None or found, f"{value!r} -> {new!r}"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps a key as a number")
@pytest.mark.parametrize("column", ["organisation", "activity", "changeset"])
def test_a_key_in_capitals_is_found_because_no_query_finds_it(column: str) -> None:
    found = found_after(f"UPDATE ropa_publication SET {column} = upper({column}) WHERE sequence = 1")
    assert found
    assert "hash" in {p.what for p in found}


def test_a_moved_row_number_is_found_where_content_hangs_on_it() -> None:
    row = Publication.objects.get(version=2, kind="published")
    found = found_after("UPDATE ropa_publication SET id = 900 WHERE id = %s", row.pk)
    assert found is None or {(p.sequence, p.what) for p in found} == {(2, "missing-payload"), (0, "orphan")}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL lets no other kind of value in")
@pytest.mark.parametrize(
    "column", [field.column for field in Publication._meta.concrete_fields if field.column != "id"]
)
@pytest.mark.parametrize(
    "value", ["CAST(coalesce({}, '') AS BLOB)", "1.5", "9e999", "'2026'"], ids=["bytes", "1.5", "inf", "text"]
)
def test_another_kind_of_value_is_named_and_the_other_rows_are_checked(column: str, value: str) -> None:
    sql(
        "UPDATE ropa_payload SET text = '{}' WHERE publication_id = (SELECT id FROM ropa_publication WHERE version = 2)"
    )
    found = found_after(
        f"UPDATE ropa_publication SET {column} = {value.format(column)} WHERE slug = 'beside' AND sequence = 1"
    )
    assert found is None or any(p.what == "hash" for p in found)
    assert found is None or any((p.version, p.what) == (2, "payload") for p in found)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL lets no other kind of value in")
@pytest.mark.parametrize(("table", "column"), [one for one in COLUMNS if one[0] != "ropa_publication"], ids=str)
def test_bytes_beside_the_chains_are_found(table: str, column: str) -> None:
    found = found_after(f"UPDATE {table} SET {column} = CAST({column} || 'x' AS BLOB)")
    assert found is None or found


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL lets no other kind of value in")
@pytest.mark.parametrize(("column", "value"), [("sequence", "x"), ("slug", b"\xff"), ("organisation", b"")])
def test_the_command_names_a_row_that_cannot_be_read(column: str, value: Any, capsys: Any) -> None:
    sql(f"UPDATE ropa_publication SET {column} = %s WHERE kind = 'confirmed'", value)
    with pytest.raises(CommandError):
        call_command("verify_publications")
    assert f"version 2): i kolumnen {column} står" in capsys.readouterr().out


# --- whole rows ---


@pytest.mark.parametrize("sequence", [1, 2, 3])
def test_a_missing_row_is_found(sequence: int) -> None:
    pk = Publication.objects.get(organisation=HOME.key, sequence=sequence).pk
    for table in ("payload", "seal"):
        sql(f"DELETE FROM ropa_{table} WHERE publication_id = %s", pk)
    found = found_after("DELETE FROM ropa_publication WHERE id = %s", pk)
    assert found
    assert {"sequence", "previous"} <= {p.what for p in found if p.sequence == sequence + 1}
    assert {p.organisation for p in found} <= {HOME.key.hex, str(HOME.key)}


def test_a_missing_last_row_is_found_by_the_printed_head() -> None:
    head = publishing.head(HOME.key)
    assert publishing.verify(head) == []
    last = Publication.objects.filter(organisation=HOME.key).last()
    assert last
    sql("DELETE FROM ropa_seal")  # the last row tells of it
    assert found_after("DELETE FROM ropa_publication WHERE id = %s", last.pk) == []
    sql("DELETE FROM ropa_publication WHERE id = %s", last.pk)
    assert [p.what for p in publishing.verify(head)] == ["head"]


@pytest.mark.parametrize(("one", "other"), [(1, 2), (2, 3), (1, 4)])
def test_two_rows_in_another_order_are_found(one: int, other: int) -> None:
    for was, now in ((one, 99), (other, one), (99, other)):
        sql("UPDATE ropa_publication SET sequence = %s WHERE sequence = %s", now, was)
    assert {one, other} <= {p.sequence for p in publishing.verify() if p.what == "hash"}


def test_swapped_contents_are_found() -> None:
    one, other = Payload.objects.all()
    for place, text in ((one, other.text), (other, one.text)):
        sql("UPDATE ropa_payload SET text = %s WHERE publication_id = %s", text, place.pk)
    assert [p.what for p in publishing.verify()] == ["payload", "payload"]


def test_an_added_row_is_found_although_it_bears_the_next_number_and_hangs_on_the_last() -> None:
    last = Publication.objects.filter(organisation=HOME.key).last()
    assert last
    last.pk, last.previous_hash, last.sequence, last.kind = None, last.hash, last.sequence + 1, "confirmed"
    last.hash = "0" * 64
    last.save(force_insert=True)
    assert [(p.sequence, p.what) for p in publishing.verify()] == [(5, "hash")]


# --- what lies beside the chains ---


def test_content_that_is_gone_is_found() -> None:
    found = found_after("DELETE FROM ropa_payload")
    assert found
    assert [(p.sequence, p.what) for p in found] == [(1, "missing-payload"), (2, "missing-payload")]


@pytest.mark.parametrize("table", ["seal", "erasure"])
def test_a_version_cannot_be_hidden_past_the_chain(table: str) -> None:
    pk = Publication.objects.get(version=2, kind="published").pk
    if table == "erasure":
        sql("DELETE FROM ropa_payload WHERE publication_id = %s", pk)
    found = found_after(
        f"INSERT INTO ropa_{table} (publication_id, reason, by, at) VALUES (%s, 'r', 'b', '2026-01-01')", pk
    )
    assert found
    assert [(p.sequence, p.what) for p in found] == [(2, table)]


@pytest.mark.parametrize("table", ["seal", "erasure"])
def test_a_version_cannot_be_shown_again_past_the_chain(table: str) -> None:
    found = found_after(f"DELETE FROM ropa_{table}")
    assert found
    assert table in {p.what for p in found}


def test_erased_content_that_is_put_back_is_found() -> None:
    gone = Publication.objects.get(slug="beside", kind="published")
    found = found_after("INSERT INTO ropa_payload (publication_id, text) VALUES (%s, '{}')", gone.pk)
    assert found
    assert [(p.sequence, p.what) for p in found] == [(1, "payload")]


def test_content_of_a_row_that_has_none_is_found() -> None:
    withdrawn = Publication.objects.get(kind="withdrawn")
    found = found_after("INSERT INTO ropa_payload (publication_id, text) VALUES (%s, '{}')", withdrawn.pk)
    assert found
    assert [p.what for p in found] == ["payload"]


# --- what it costs and what it says ---


def test_the_number_of_queries_does_not_grow(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(8):
        publishing.verify()
    for n in range(5):
        publish(draft(slug=f"mer-{n}", name=f"Mer {n}"))
    with django_assert_num_queries(8):
        assert publishing.verify() == []
