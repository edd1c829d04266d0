"""How many requests a second public pages take, beside the smallest answer of the same server.

    ./dev bench public_pages [--activities N] [--rounds N] [--seconds S] [--connections N]

Pages are asked in turn, round after round, so that whatever else the machine does falls on all
alike; the ratio to /healthz is what can be compared between machines.
"""

import argparse
import json
import subprocess
import sys
import urllib.request
from pathlib import Path

from _site import data_folder, environment, machine, manage, server

LOAD = Path(__file__).with_name("_load.py")
SEED = 1
NOTICE = f"/behandlingar/gen-{SEED}-1/"
PAGES = {
    "/healthz": ("/healthz", False),
    "home": ("/", False),
    "unit": (f"/enheter/gen-{SEED}-enhet-1/", False),
    "notice": (NOTICE, False),
    "notice, 304": (NOTICE, True),
    "register.json": ("/register.json", False),
}
"""Name -> (address, asked with its ETag)."""


def etag_of(port: int, path: str) -> str:
    """Return the page's ETag; asking also warms it."""
    answer = urllib.request.urlopen(
        urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": "gzip"}), timeout=60
    )
    answer.read()
    return str(answer.headers.get("ETag", ""))


def measure(port: int, path: str, etag: str, seconds: float, connections: int) -> dict:
    """Load one page from another process; return its figures."""
    command = [sys.executable, str(LOAD), str(port), path, str(seconds), str(connections), *([etag] if etag else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=seconds + 60)
    return json.loads(done.stdout)


def report(figures: dict[str, list[dict]]) -> None:
    """Print one line a page."""
    rates = {name: sum(len(f["times"]) for f in fs) / sum(f["took"] for f in fs) for name, fs in figures.items()}
    print(f"{'page':<16}{'requests/s':>12}{'of /healthz':>13}{'p50 ms':>9}{'p99 ms':>9}{'bytes':>9}  status")
    for name, found in figures.items():
        times = sorted(t for f in found for t in f["times"])
        statuses = {tuple(s) for f in found for s in f["seen"]}
        p50, p99 = times[len(times) // 2] * 1000, times[int(len(times) * 0.99)] * 1000
        size, status = max(s[1] for s in statuses), "/".join(str(s) for s in sorted({s[0] for s in statuses}))
        line = f"{name:<16}{rates[name]:>12.0f}{rates[name] / rates['/healthz']:>13.2f}{p50:>9.1f}{p99:>9.1f}{size:>9}"
        print(f"{line}  {status}")


def main() -> None:
    """Make a site, start it, load it, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--activities", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2.0, help="for each page in each round")
    parser.add_argument("--connections", type=int, default=8)
    asked = parser.parse_args()
    with data_folder() as folder:
        env = environment(folder)
        manage(env, "migrate", "--verbosity", "0")
        manage(env, "generate_register", "--activities", str(asked.activities), "--seed", str(SEED), "--publish")
        with server(env) as port:
            tags = {name: etag_of(port, path) if tagged else "" for name, (path, tagged) in PAGES.items()}
            for path, _tagged in PAGES.values():
                etag_of(port, path)
            figures: dict[str, list[dict]] = {name: [] for name in PAGES}
            for _round in range(asked.rounds):
                for name, (path, _tagged) in PAGES.items():
                    figures[name].append(measure(port, path, tags[name], asked.seconds, asked.connections))
    print(f"{asked.activities} activities, {asked.connections} connections, {machine()}")
    report(figures)


if __name__ == "__main__":
    main()
