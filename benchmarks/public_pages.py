"""How many requests a second public pages take, beside the smallest answer of the same server and a file of the same bytes.

    ./dev bench public_pages [--activities N] [--rounds N] [--seconds S] [--connections N]

Pages are asked in turn, round after round, so that whatever else the machine does falls on all
alike; the ratio to /healthz is what can be compared between machines. Each aim is judged at the end.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

from _site import data_folder, environment, machine, manage, server

LOAD = Path(__file__).with_name("_load.py")
SEED = 1
NOTICE, UNIT = f"/behandlingar/gen-{SEED}-1/", f"/enheter/gen-{SEED}-enhet-1/"
PAGES = {
    "/healthz": ("/healthz", False),
    "home": ("/", False),
    "unit": (UNIT, False),
    "notice": (NOTICE, False),
    "search": ("/sok/?q=uppgift", False),
    "overview": ("/oversikt/", False),
    "unit, 304": (UNIT, True),
    "notice, 304": (NOTICE, True),
    "register.json": ("/register.json", False),
    "unit as a file": ("/static/unit.html", False),
    "notice as a file": ("/static/notice.html", False),
}
"""Name -> (address, asked with its ETag)."""

PAGE, NOT_MODIFIED, STEADY, SMALL = 0.5, 0.9, 3.0, 50_000
"""Aims: rate of a page and of a 304 beside /healthz; p99 beside p50; bytes of a page with its styles, as sent."""


def fetch(port: int, path: str) -> bytes:
    """Return a body as it is sent, unpacked where it is packed."""
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        body = answer.read()
        return gzip.decompress(body) if answer.headers.get("Content-Encoding") == "gzip" else body


def write_files(port: int, folder: Path) -> None:
    """Lay the same bytes where static files are served from, packed beforehand as a deployment packs them."""
    for name, path in (("unit", UNIT), ("notice", NOTICE)):
        body = fetch(port, path)
        (folder / f"{name}.html").write_bytes(body)
        (folder / f"{name}.html.gz").write_bytes(gzip.compress(body))


def with_styles(port: int, path: str) -> int:
    """Return the bytes of a page and of the style sheets it links, each packed."""
    page = fetch(port, path)
    sheets = re.findall(rb'<link rel="stylesheet" href="([^"]+)"', page)
    return sum(len(gzip.compress(body)) for body in (page, *(fetch(port, sheet.decode()) for sheet in sheets)))


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


def report(figures: dict[str, list[dict]]) -> dict[str, tuple[float, float]]:
    """Print one line a page; return name -> (rate beside /healthz, the middle round's p99 beside its p50)."""
    rates = {name: sum(len(f["times"]) for f in fs) / sum(f["took"] for f in fs) for name, fs in figures.items()}
    print(
        f"{'page':<18}{'requests/s':>12}{'of /healthz':>13}{'p50 ms':>9}{'p99 ms':>9}{'p99/p50':>9}{'bytes':>9}  status"
    )
    found = {}
    for name, rounds in figures.items():
        statuses = {tuple(s) for f in rounds for s in f["seen"]}
        p50, p99 = sorted((times_of(f["times"]) for f in rounds), key=lambda t: t[1] / t[0])[len(rounds) // 2]
        size, status = max(s[1] for s in statuses), "/".join(str(s) for s in sorted({s[0] for s in statuses}))
        found[name] = (rates[name] / rates["/healthz"], p99 / p50)
        line = f"{name:<18}{rates[name]:>12.0f}{found[name][0]:>13.2f}{p50:>9.1f}{p99:>9.1f}{found[name][1]:>9.2f}"
        print(f"{line}{size:>9}  {status}")
    return found


def times_of(seconds: list[float]) -> tuple[float, float]:
    """Return the middle and the 99th of a hundred, in milliseconds."""
    ordered = sorted(seconds)
    return ordered[len(ordered) // 2] * 1000, ordered[int(len(ordered) * 0.99)] * 1000


def judge(found: dict[str, tuple[float, float]], sizes: dict[str, int]) -> None:
    """Say of each aim whether it is met."""
    pages = {name: figures for name, figures in found.items() if name in sizes}
    kept = {name: figures for name, figures in found.items() if name.endswith("304")}
    say(f"a page at {PAGE} of /healthz or more", {n: f[0] for n, f in pages.items()}, lambda x: x >= PAGE)
    say(f"a 304 at {NOT_MODIFIED} of /healthz or more", {n: f[0] for n, f in kept.items()}, lambda x: x >= NOT_MODIFIED)
    say(f"p99 under {STEADY} x p50", {n: f[1] for n, f in (pages | kept).items()}, lambda x: x < STEADY)
    say(f"a page with its styles under {SMALL} bytes", dict(sizes), lambda x: x < SMALL)


def say(aim: str, values: dict[str, float], met: Callable[[float], bool]) -> None:
    """Print whether all values meet an aim, and those that do not."""
    missed = ", ".join(f"{name} {value:.2f}" for name, value in values.items() if not met(value))
    print(f"{'missed' if missed else 'met':<8}{aim}{': ' + missed if missed else ''}")


def main() -> None:
    """Make a site, start it, load it, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--activities", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2.0, help="for each page in each round")
    parser.add_argument("--connections", type=int, default=50)
    asked = parser.parse_args()
    with data_folder() as folder:
        static = Path(folder) / "static"
        env = environment(folder) | {"STATIC_ROOT": str(static)}
        manage(env, "migrate", "--verbosity", "0")
        manage(env, "collectstatic", "--noinput", "--verbosity", "0")
        manage(env, "generate_register", "--activities", str(asked.activities), "--seed", str(SEED), "--publish")
        with server(env) as port:
            write_files(port, static)
        with server(env) as port:  # which files there are is read at the start
            figures, sizes = loaded(port, asked)
    print(f"{asked.activities} activities, {asked.connections} connections, {machine()}")
    judge(report(figures), sizes)


def loaded(port: int, asked: argparse.Namespace) -> tuple[dict[str, list[dict]], dict[str, int]]:
    """Load each page in each round; return the figures, and the sizes of pages with their styles."""
    tags = {name: etag_of(port, path) if tagged else "" for name, (path, tagged) in PAGES.items()}
    html = [name for name in ("home", "unit", "notice", "search", "overview") if name in PAGES]
    sizes = {name: with_styles(port, PAGES[name][0]) for name in html}
    for path, _tagged in PAGES.values():
        etag_of(port, path)
    figures: dict[str, list[dict]] = {name: [] for name in PAGES}
    for _round in range(asked.rounds):
        for name, (path, _tagged) in PAGES.items():
            figures[name].append(measure(port, path, tags[name], asked.seconds, asked.connections))
    return figures, sizes


if __name__ == "__main__":
    main()
