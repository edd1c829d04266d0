"""The ledger's rows as they are stored, byte by byte: what `verify` needs and nobody else.

Django would read a key in capitals as the same key, which no query finds any more, and would stop at
bytes that are no text, where the row is to be named.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F, Func, Model, QuerySet

AT_ONCE = 500
"""Rows that are held in memory."""

Row = dict[str, Any]

ODD = object()
"""In place of a value that ropa never writes."""


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


def reader(table: type[Model], *columns: str) -> Callable[[Row], tuple[Row, list[str]]]:
    """Return a function that makes values of what is stored in these columns of a table, the others as they are.

    Beside the values it names the columns that hold what ropa never writes, None standing in their place: another
    kind of value, or the same value in another way than ours.
    """
    read = {name: _reading(table._meta.get_field(name)) for name in columns}

    def values(row: Row) -> tuple[Row, list[str]]:
        made = {name: read[name](row[name]) for name in columns}
        odd = [name for name, value in made.items() if value is ODD]
        return row | made | dict.fromkeys(odd), odd

    return values


def _reading(field: Any) -> Callable[[Any], Any]:
    column = field.get_col(field.model._meta.db_table)
    converters = [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]

    def read(stored: Any) -> Any:
        try:
            value = stored
            for convert in converters:
                value = convert(value, column, connection)
            return value if field.get_db_prep_value(value, connection) == stored else ODD
        except (ValueError, TypeError, AttributeError, OverflowError, ValidationError):
            return ODD

    return read


def shown(stored: Any) -> str:
    """Return what is stored in words that every screen can show."""
    return str(stored).encode(errors="backslashreplace").decode()
