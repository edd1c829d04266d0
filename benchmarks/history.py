"""How long a register's past takes: the ledger beside simple-history's `as_of`, for two sizes in one run.

    ./dev bench history [--sizes 200 2000] [--versions 50] [--rounds 3] [--folder FOLDER]

Asked is the register as it was on one day, whole: every activity, all its rows, and the names it mentions
as they were. The ledger gives records, checked and in order. simple-history gives it the way its documentation
tells: `as_of` for the activities, for the rows of each, and for what each row refers to; asked of the first
activities only and reckoned up, for it takes minutes. Put together by hand, all rows of a table at once and
without the names, is the third line. Also timed: the lists and pages that rest on the past, and `verify`.
`--folder` keeps the databases for the next run. Exits 1 when queries grow with the register, or when the ledger
is less than a hundred times as fast.
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
PAST = "register of a day: ledger"
OTHER = "register of a day: simple-history"
BY_HAND = "… its rows alone, a table at a time"
SAMPLE = 20
"""Activities that the documented way is asked for."""
ENOUGH = 100
"""How many times as fast the ledger is to be."""


def measured(rounds: int, versions: int) -> dict[str, Any]:
    """Return name -> (CPU seconds of the quickest run, queries) for the site that is there."""
    from ropa.models import ProcessingActivity, Publication

    day = (FIRST + STEP * (versions // 2)).date()
    found: dict[str, Any] = {name: cost(rounds, run) for name, run in claims(day).items()}
    found[OTHER] = documented(day)
    found[BY_HAND] = cost(1, lambda: by_hand(day))
    found["activities"] = ProcessingActivity.objects.count()
    found["rows in the ledger"] = Publication.objects.count()
    found["verify, peak MB more"] = grown_by(found)
    return found


def claims(day: date) -> dict[str, Callable[[], Any]]:
    """Return what is measured."""
    from django.contrib.auth.models import User
    from django.test import Client

    from ropa import publishing, registers
    from ropa.record import Audience

    user = User.objects.filter(username="bench").first() or User.objects.create_superuser("bench")
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)

    def entries() -> list[Any]:
        return publishing.as_of(day, audience=Audience.AUTHORITY)

    def page(address: str) -> None:
        assert client.get(address).status_code == 200, address

    return {
        PAST: lambda: registers.published(audience=Audience.AUTHORITY, day=day),
        "… names and parties": lambda: [entry.outline for entry in entries()],
        "… entries, not read yet": entries,
        "now: names and parties": lambda: [entry.outline for entry in publishing.current()],
        "work list": lambda: page("/admin/"),
        "between two days": lambda: publishing.changes_between(day - timedelta(days=90), day),
    }


def documented(day: date) -> tuple[float, int]:
    """Return CPU seconds and queries of the register by simple-history's own `as_of`, reckoned up from a sample."""
    from ropa.models import ProcessingActivity
    from ropa.publishing.reading import end_of

    whole = ProcessingActivity.objects.count()
    seconds, queries = cost(1, lambda: [_whole(row, end_of(day)) for row in _activities(day)[:SAMPLE]])
    times = whole / min(SAMPLE, whole)
    return seconds * times, round(queries * times)


def _activities(day: date) -> Any:
    from ropa.models import ProcessingActivity
    from ropa.publishing.reading import end_of

    return ProcessingActivity.history.as_of(end_of(day)).order_by("id")


def _whole(activity: Any, moment: Any) -> list[Any]:
    """Return an activity's rows as they were, each with what it refers to as it was."""
    from ropa.drafts.mapping import PARTS

    parts = [row for _v, table in PARTS.values() for row in table.history.as_of(moment).filter(activity_id=activity.pk)]
    return [(row, _referred(row, moment)) for row in (activity, *parts)]


def _referred(row: Any, moment: Any) -> list[Any]:
    fields = [f for f in row._meta.concrete_fields if f.many_to_one and hasattr(f.related_model, "history")]
    return [
        field.related_model.history.as_of(moment).filter(pk=getattr(row, field.attname)).first()
        for field in fields
        if field.name != "activity" and getattr(row, field.attname) is not None
    ]


def by_hand(day: date) -> list[Any]:
    """Return all rows of every table an activity has rows in, as they were; not put together, and without names."""
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
    is_new = not (Path(folder) / "ropa.sqlite3").exists()
    manage(env, "migrate", "--verbosity", "0")  # a kept one may be from before a change of the tables
    if is_new:
        manage(env, "generate_register", "--activities", str(size), "--seed", str(SEED))
    options = ["--measure", "--versions", str(asked.versions), "--rounds", str(asked.rounds)]
    done = subprocess.run([sys.executable, __file__, *options], env=env, check=True, stdout=subprocess.PIPE, text=True)
    *told, figures = done.stdout.splitlines()
    print(*told, sep="\n", file=sys.stderr)
    return dict(json.loads(figures))


def report(found: list[dict[str, Any]]) -> list[str]:
    """Print a line for each claim, and return those whose queries grow."""
    print(f"{'CPU seconds (queries)':<36}" + "".join(f"{column['activities']:>18}" for column in found))
    for name in found[0]:
        cells = [column[name] for column in found]
        print(f"{name:<36}" + "".join(f"{_cell(cell):>18}" for cell in cells))
    for name in (OTHER, BY_HAND):
        print(f"{name.strip('… ') + ' / ledger':<48}"[:48] + "".join(f"{r:>18.1f}x" for r in ratios(found, name)))
    counted = [n for n, c in found[0].items() if isinstance(c, list) and n not in {OTHER, BY_HAND}]
    return [n for n in counted if len({column[n][1] for column in found}) > 1]


def ratios(found: list[dict[str, Any]], name: str) -> list[float]:
    """Return how many times as long as the ledger something takes for the same day, a size each."""
    return [column[name][0] / column[PAST][0] for column in found]


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
    if grown := report(found):
        raise SystemExit(f"queries grow: {', '.join(sorted(grown))}")
    if min(ratios(found, OTHER)) < ENOUGH:
        raise SystemExit(f"the ledger is not {ENOUGH} times as fast")


if __name__ == "__main__":
    main()
