"""How long the rules take over a whole register, and how many queries: time grows in proportion, queries not at all.

    ./dev bench check_register [--sizes 200 1000] [--rounds N]

Loading and checking are timed apart, the best of some rounds; then each rule by itself, and the five
slowest are printed. Exits 1 when the number of queries differs between the sizes.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from _site import data_folder, environment, machine, manage

SEED = 1
DAY = date(2026, 11, 21)
SLOWEST = 5


def best(rounds: int, run: Callable[[], Any]) -> float:
    """Return the seconds of CPU that the quickest of some runs takes."""
    times = []
    for _round in range(rounds):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def measured(rounds: int) -> dict[str, float]:
    """Return the figures of the register that is there."""
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from ropa import registers
    from ropa.rules import check_all

    activities = registers.of_drafts().activities
    errors = suppress(SystemExit)  # some are found, as they should be
    with CaptureQueriesContext(connection) as queries, open(os.devnull, "w") as nowhere, errors:
        call_command("check_register", on=DAY.isoformat(), stdout=nowhere)
    return {
        "activities": len(activities),
        "queries": len(queries),
        "loading s": best(rounds, registers.of_drafts),
        "checking s": best(rounds, lambda: list(check_all(activities, DAY))),
        "findings": len(list(check_all(activities, DAY))),
    }


def slowest(rounds: int) -> list[tuple[float, str]]:
    """Return (milliseconds an activity, rule) of the slowest rules."""
    from ropa import registers
    from ropa.rules import RULES, Case, Peers, Rule, peer

    activities = registers.of_drafts().activities
    peers = Peers(map(peer, activities))
    cases = [Case(activity, DAY, peers) for activity in activities]

    def seconds(rule: Rule) -> float:
        return best(rounds, lambda: [list(rule.find(case)) for case in cases])

    views = best(rounds, lambda: [Case(activity, DAY).public for activity in activities])
    each = [(views / len(cases) * 1000, "(what the public sees, made once for the rules on public texts)")]
    each += [(seconds(rule) / len(cases) * 1000, f"{rule.code} {rule.find.__name__}") for rule in RULES]
    return sorted(each, reverse=True)[: SLOWEST + 1]


def report(found: Sequence[dict[str, float]]) -> None:
    """Print a column for each size, and what the largest costs beside the smallest."""
    for name in found[0]:
        print(f"{name:<16}" + "".join(f"{column[name]:>10.4g}" for column in found))
    for name in ("loading s", "checking s"):
        ms = [column[name] / column["activities"] * 1000 for column in found]
        print(f"{name[:-2] + ' ms each':<16}" + "".join(f"{x:>10.3f}" for x in ms))
        print(
            f"  {found[-1][name] / found[0][name]:.2f} times as long for {found[-1]['activities'] / found[0]['activities']:.2f} times as many"
        )


def main() -> None:
    """Fill one site more and more, and measure at each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1000])
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with data_folder() as folder:
        env = environment(folder)
        manage(env, "migrate", "--verbosity", "0")
        os.environ |= env
        sys.path.insert(0, env["PYTHONPATH"])
        import django

        django.setup()
        found = []
        for size in sorted(asked.sizes):
            manage(env, "generate_register", "--activities", str(size), "--seed", str(SEED))
            found.append(measured(asked.rounds))
        print(f"CPU seconds, best of {asked.rounds}, {machine()}")
        report(found)
        print("slowest rules, ms an activity:")
        for ms, rule in slowest(asked.rounds):
            print(f"  {ms:.4f}  {rule}")
    if len({column["queries"] for column in found}) > 1:
        raise SystemExit("the number of queries grows with the register")


if __name__ == "__main__":
    main()
