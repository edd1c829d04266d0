"""Records that cannot become drafts, and why."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import DataError, IntegrityError
from django.utils.translation import gettext as _


class CannotSave(ValueError):
    """The record cannot become a draft; the message says why, in words for the user."""


def refuse_too_long(row: Any) -> None:
    """Raise `CannotSave` where a text is longer than its column: PostgreSQL would stop, SQLite would keep it."""
    table: Any = type(row)
    for column, most in _bounded(table):
        given = getattr(row, column)
        if given and len(given) > most:
            words = _("{table}: “{given}…” is longer than {most} characters.")
            raise CannotSave(words.format(table=row._meta.verbose_name, given=given[:40], most=most))


@cache
def _bounded(table: Any) -> list[tuple[str, int]]:
    """Return the columns that hold so many characters; the order is made to fit, and an empty slug is made later."""
    fields = [f for f in table._meta.concrete_fields if isinstance(f.max_length, int) and f.name != "sort_key"]
    return [(f.attname, f.max_length) for f in fields if f.get_internal_type() != "UUIDField"]


@contextmanager
def what_no_table_holds() -> Iterator[None]:
    """Tell what the database refuses as a `CannotSave`: a number too large, a row that somebody else has just made."""
    try:
        yield
    except (DataError, IntegrityError, OverflowError) as error:
        words = _("The database does not take this: {reason}")
        raise CannotSave(words.format(reason=str(error).partition("\n")[0])) from error
