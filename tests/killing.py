"""A process that does one thing with the database and is killed on the way; and what must hold afterwards."""

import os
import signal
import warnings
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import connection, connections

from ropa import publishing
from ropa.models import DraftFinding, DraftIndex

Verb = Callable[[], object]
COMMIT = "COMMIT"
WRITES = ("INSERT", "UPDATE", "DELETE", COMMIT)


def statements(verb: Verb) -> list[str]:
    """Return what a verb tells the database up to its first commit, which is not made."""
    out, into = os.pipe()

    def note(sql: str, _n: int) -> None:
        os.write(into, (sql.split()[0] + "\n").encode())
        if sql == COMMIT:
            _die()

    ended = _forked(lambda: _listening(note, verb))
    os.close(into)
    with os.fdopen(out) as told:
        said = told.read().split()
    assert ended == -signal.SIGKILL, f"it wrote nothing in a transaction: {said}"
    return said


def killed_before(n: int, verb: Verb) -> None:
    """Do the verb in a process that is killed just before its n-th statement, counted from 1."""

    def count(_sql: str, number: int) -> None:
        if number == n:
            _die()

    assert _forked(lambda: _listening(count, verb)) == -signal.SIGKILL


def undisturbed(verb: Verb) -> int:
    """Do the verb in a process of its own; return in how many transactions it wrote to our tables."""
    ours = [False]
    """For each transaction, the one that is open last, whether it did."""

    def note(sql: str, _n: int) -> None:
        if sql == COMMIT:
            ours.append(False)
        elif sql.startswith(WRITES) and '"ropa_' in sql:
            ours[-1] = True

    def run() -> int:
        _listening(note, verb)
        return sum(ours)

    return _forked(run)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _listening(listener: Callable[[str, int], None], verb: Verb) -> None:
    """Do the verb and tell the listener of each statement, and of each commit, before it is sent."""
    told, commit = [0], connection._commit

    def tell(sql: str) -> None:
        told[0] += 1
        listener(sql, told[0])

    def sending(execute: Any, sql: str, *rest: Any) -> Any:
        tell(sql)
        return execute(sql, *rest)

    def committing() -> None:
        tell(COMMIT)
        commit()

    connection._commit = committing
    with connection.execute_wrapper(sending):
        verb()


def _forked(run: Callable[[], object]) -> int:
    """Return what `run` returns, made an exit code, or minus the signal that ended its process."""
    connections.close_all()  # two processes must not talk over one connection
    if hasattr(connection, "close_pool"):
        connection.close_pool()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other tests' threads, which hold nothing of ours
        pid = os.fork()
    if pid == 0:
        try:
            os._exit(int(run() or 0))  # type: ignore[call-overload]
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


# --- what must hold ---


def tables() -> dict[str, list[Any]]:
    """Return table -> all its rows: a half-written state cannot hide in any."""
    return {
        model._meta.db_table: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_app_config("ropa").get_models()
    }


def faults() -> list[str]:
    """Return all that does not fit together in the database; empty when it does."""
    return [*map(str, publishing.verify()), *_unlike_history(), *_index_differs()]


def _unlike_history() -> list[str]:
    """Return the rows whose newest history says something else than the table, or that have none."""
    found = []
    for model in apps.get_app_config("ropa").get_models():
        if hasattr(model, "history"):
            told = {row.id: row for row in model.history.order_by("history_date", "history_id")}
            there = model._base_manager.in_bulk()
            live = {pk for pk, row in told.items() if row.history_type != "-"}
            found += [f"{model._meta.db_table} {pk}: only in one of table and history" for pk in live ^ set(there)]
            found += [
                f"{model._meta.db_table} {pk}: differs" for pk in live & set(there) if _differ(told[pk], there[pk])
            ]
    return found


def _differ(told: Any, row: Any) -> bool:
    columns = [f.attname for f in row._meta.concrete_fields if f.attname != "revision" and hasattr(told, f.attname)]
    return any(getattr(told, name) != getattr(row, name) for name in columns)


def _index_differs() -> list[str]:
    stored = _index()
    publishing.reindex()
    return [] if _index() == stored else ["the index is not what it would be made of anew"]


def _index() -> list[Any]:
    columns = [f.attname for f in DraftFinding._meta.concrete_fields if not f.primary_key]
    found = sorted(map(str, DraftFinding.objects.values_list(*columns)))
    return [*DraftIndex.objects.order_by("pk").values_list(), *found]
