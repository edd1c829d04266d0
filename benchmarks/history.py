"""How long a register's past takes: the ledger beside simple-history's `as_of`, for two sizes in one run.

    ./dev bench history [--sizes 200 2000] [--versions 50] [--rounds 3] [--folder FOLDER]

Both give every activity with all its rows as of one day: the ledger its published records, simple-history
the rows of all history tables (not yet put together to records, which the ledger's are). Also timed: the
lists and pages that rest on the past, and `verify`. `--folder` keeps the databases for the next run. Exits 1
when queries grow with the register.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from _past import FIRST, STEP, grow
from _site import environment, machine, manage

SEED = 1
HELD = "as of a day: entries, as text"
PAST = "as of a day: records"
OTHER = "as of a day: simple-history"


def measured(rounds: int, versions: int) -> dict[str, Any]:
    """Return name -> (CPU seconds of the quickest run, queries) for the site that is there."""
    from ropa.models import ProcessingActivity, Publication

    day = (FIRST + STEP * (versions // 2)).date()
    found: dict[str, Any] = {name: cost(rounds, run) for name, run in claims(day).items()}
    found[OTHER] = cost(1, lambda: simple_history(day))
    found["activities"] = ProcessingActivity.objects.count()
    found["rows in the ledger"] = Publication.objects.count()
    found["verify, peak MB more"] = grown_by(found)
    return found


def claims(day: date) -> dict[str, Callable[[], Any]]:
    """Return what is measured."""
    from django.contrib.auth.models import User
    from django.test import Client

    from ropa import publishing, registers, snapshot
    from ropa.record import Audience

    user = User.objects.filter(username="bench").first() or User.objects.create_superuser("bench")
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)

    def entries() -> list[Any]:
        return publishing.as_of(day, audience=Audience.AUTHORITY)

    def page(address: str) -> None:
        assert client.get(address).status_code == 200, address

    return {
        HELD: entries,
        PAST: lambda: [snapshot.record_data(entry.row.payload.text) for entry in entries()],
        "as of a day: names and parties": lambda: [entry.outline for entry in entries()],
        "as of a day: checked records": lambda: registers.published(audience=Audience.AUTHORITY, day=day),
        "now: names and parties": lambda: [entry.outline for entry in publishing.current()],
        "work list": lambda: page("/admin/"),
        "between two days": lambda: publishing.changes_between(day - timedelta(days=90), day),
    }


def simple_history(day: date) -> list[Any]:
    """Return all rows as they were at the end of the day, the documented way, of every table an activity has rows in."""
    from ropa.drafts.mapping import PARTS
    from ropa.models import ProcessingActivity
    from ropa.publishing.reading import end_of

    tables = [ProcessingActivity, *(table for _value, table in PARTS.values())]
    return [row for table in tables for row in table.history.as_of(end_of(day))]


def cost(rounds: int, run: Callable[[], Any]) -> tuple[float, int]:
    """Return the CPU seconds of the quickest of some runs, and how many queries it takes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        run()
    asked, times = len(queries), []  # counted now: the next request empties the log
    for _round in range(rounds):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times), asked


def grown_by(found: dict[str, Any]) -> int:
    """Verify the ledger, note what it costs, and return by how many MB the process grew with it."""
    from ropa import publishing

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found["verify"] = cost(1, publishing.verify)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024


def one_size(folder: str, size: int, asked: argparse.Namespace) -> dict[str, Any]:
    """Make the site unless it is there, and measure it in a process of its own."""
    env = environment(folder)
    if not (Path(folder) / "ropa.sqlite3").exists():
        manage(env, "migrate", "--verbosity", "0")
        manage(env, "generate_register", "--activities", str(size), "--seed", str(SEED))
    options = ["--measure", "--versions", str(asked.versions), "--rounds", str(asked.rounds)]
    done = subprocess.run([sys.executable, __file__, *options], env=env, check=True, stdout=subprocess.PIPE, text=True)
    *told, figures = done.stdout.splitlines()
    print(*told, sep="\n", file=sys.stderr)
    return dict(json.loads(figures))


def report(found: list[dict[str, Any]]) -> list[str]:
    """Print a line for each claim, and return those whose queries grow."""
    print(f"{'CPU seconds (queries)':<34}" + "".join(f"{column['activities']:>18}" for column in found))
    for name in found[0]:
        cells = [column[name] for column in found]
        print(f"{name:<34}" + "".join(f"{_cell(cell):>18}" for cell in cells))
    for name in (HELD, PAST):
        ratios = [column[OTHER][0] / column[name][0] for column in found]
        print(f"{'simple-history / ' + name.split(': ')[1]:<34}" + "".join(f"{ratio:>17.1f}x" for ratio in ratios))
    return [n for n, c in found[0].items() if isinstance(c, list) and len({column[n][1] for column in found}) > 1]


def _cell(cell: Any) -> str:
    return f"{cell[0]:.3f} ({cell[1]})" if isinstance(cell, list) else str(cell)


def main() -> None:
    """Measure each size in turn."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 2000])
    parser.add_argument("--versions", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", help="keeps the databases")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        import django

        django.setup()
        grow(asked.versions)
        print(json.dumps(measured(asked.rounds, asked.versions)))
        return
    with tempfile.TemporaryDirectory(prefix="ropa-bench-") as scratch:
        found = []
        for size in sorted(asked.sizes):
            folder = Path(asked.folder or scratch) / str(size)
            folder.mkdir(parents=True, exist_ok=True)
            found.append(one_size(str(folder), size, asked))
    print(f"CPU seconds, best of {asked.rounds}, {asked.versions} versions each, {machine()}")
    if grown := set(report(found)) - {OTHER}:
        raise SystemExit(f"queries grow: {', '.join(sorted(grown))}")


if __name__ == "__main__":
    main()
