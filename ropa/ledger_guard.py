"""Triggers that let the ledger's tables only grow, on SQLite and PostgreSQL.

Installed after every migrate, because SQLite loses a table's triggers when it
rebuilds the table. `checks` looks whether they are there. Only the command that
erases a payload by legal duty gets a deletion through, by writing its `Erasure`
row first; only a test fixture may lift them.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

PREFIX = "ropa_ledger_"
MESSAGE = "the publication ledger is insert-only"

_POSTGRES_FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION {PREFIX}refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE OR REPLACE FUNCTION {PREFIX}erase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM ropa_erasure e WHERE e.publication_id = OLD.publication_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""


def _tables() -> list[str]:
    from .models import LEDGER  # apps are not loaded when this module is

    return [model._meta.db_table for model in LEDGER]


def install(sender: Any = None, using: str = "default", **kwargs: Any) -> None:
    """Create the triggers on every ledger table that exists in database `using`."""
    connection = connections[using]
    there = set(connection.introspection.table_names())
    tables = [table for table in _tables() if table in there]
    if not tables or "ropa_erasure" not in there:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRES_FUNCTIONS)
        for table in tables:
            for statement in _statements(connection, table):
                cursor.execute(statement)


def _statements(connection: BaseDatabaseWrapper, table: str) -> Iterator[str]:
    make = _postgres if connection.vendor == "postgresql" else _sqlite
    yield from make(table, "UPDATE")
    yield from make(table, "DELETE")
    if connection.vendor == "postgresql":
        yield from _postgres(table, "TRUNCATE")


def _sqlite(table: str, event: str) -> Iterator[str]:
    erased = "SELECT 1 FROM ropa_erasure e WHERE e.publication_id = OLD.publication_id"
    may_go = table == "ropa_payload" and event == "DELETE"
    when = f"WHEN NOT EXISTS ({erased}) " if may_go else ""
    yield (
        f"CREATE TRIGGER IF NOT EXISTS {_name(table, event)} BEFORE {event} ON {table} "
        f"{when}BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    )


def _postgres(table: str, event: str) -> Iterator[str]:
    name = _name(table, event)
    function = "erase" if table == "ropa_payload" and event == "DELETE" else "refuse"
    level = "STATEMENT" if event == "TRUNCATE" else "ROW"
    yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
    yield (f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {level} EXECUTE FUNCTION {PREFIX}{function}()")


def _name(table: str, event: str) -> str:
    return f"{PREFIX}{table.removeprefix('ropa_')}_{event.lower()}"


def missing(using: str = "default") -> list[str]:
    """Return the names of triggers that should be in the database and are not.

    Before the first migrate there are no tables, and nothing is missing.
    """
    connection = connections[using]
    there = set(connection.introspection.table_names())
    events = ["UPDATE", "DELETE"] + ["TRUNCATE"] * (connection.vendor == "postgresql")
    wanted = {_name(table, event) for table in _tables() if table in there for event in events}
    query = (
        "SELECT tgname FROM pg_trigger"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return sorted(wanted - {row[0] for row in cursor.fetchall()})


def lift(using: str = "default") -> None:
    """Remove the triggers. For test fixtures only: they must be able to empty the tables."""
    connection = connections[using]
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in (t for t in _tables() if t in there):
            for event in ["UPDATE", "DELETE", "TRUNCATE"]:
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {_name(table, event)}{on}")
