"""The ledger's rows as they are stored, byte by byte: what `verify` needs and nobody else.

Django would read a key in capitals as the same key, which no query finds any more, and would stop at
bytes that are no text, where the row is to be named.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F, Func, QuerySet

from ..models import Publication

AT_ONCE = 500
"""Rows that are held in memory."""

Row = dict[str, Any]


class NotAsWritten(ValueError):
    """A column holds something that ropa never writes; the message is its name."""


def rows(found: QuerySet[Any], *columns: str) -> Iterator[Row]:
    """Yield column -> what is stored there, of each row of a query set: one query, bounded memory."""
    sql, values = found.values_list(*map(_as_stored, columns)).query.sql_with_params()
    with _any_bytes(), connection.chunked_cursor() as cursor:
        cursor.execute(sql, values)
        while portion := cursor.fetchmany(AT_ONCE):
            for one in portion:
                yield dict(zip(columns, one, strict=True))


def _as_stored(column: str) -> Func:
    """Return an expression that is the column: of a column itself Python's driver for SQLite makes moments and truths."""
    return Func(F(column), template="+%(expressions)s" if connection.vendor == "sqlite" else "%(expressions)s")


@contextmanager
def _any_bytes() -> Iterator[None]:
    """Let SQLite hand out bytes that are no UTF-8; PostgreSQL lets none in."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    before, connection.connection.text_factory = connection.connection.text_factory, _text
    try:
        yield
    finally:
        connection.connection.text_factory = before


def _text(stored: bytes) -> str:
    return stored.decode(errors="surrogateescape")


def reader(*columns: str) -> Callable[[Row], Row]:
    """Return a function that makes values of what is stored in these columns of a publication, the others as they are.

    It raises `NotAsWritten` where a database stores the same value in more than one way, and not in ours.
    """
    fields = {name: Publication._meta.get_field(name) for name in columns}
    read = {name: _reading(field) for name, field in fields.items()}

    def values(row: Row) -> Row:
        return row | {name: read[name](name, row[name]) for name in columns}

    return values


def _reading(field: Any) -> Callable[[str, Any], Any]:
    column = field.get_col(Publication._meta.db_table)
    converters = [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]

    def read(name: str, stored: Any) -> Any:
        try:
            value = stored
            for convert in converters:
                value = convert(value, column, connection)
            if field.get_db_prep_value(value, connection) == stored:
                return value
        except (ValueError, TypeError, AttributeError, ValidationError) as error:
            raise NotAsWritten(name) from error
        raise NotAsWritten(name)

    return read
