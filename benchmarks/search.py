"""What a search finds of what it should, kind by kind, and how many milliseconds it takes.

    ./dev bench search [--sizes 300 2000]

The first table asks the demo's register what tests/search/queries.toml lists. The second asks generated registers:
reading and indexing once after something was published, then a search with all its page.
"""

import argparse
import os
import sys
import time
import tomllib
import tracemalloc
from collections import defaultdict
from collections.abc import Callable
from functools import partial

from _site import ROOT, data_folder, environment, machine, manage

TYPED = ("gallringar", "barn hälsa", "försäkringkassan", "ekonomist bistand", "hemtjänstbeslut", "zebra")
"""A word in another form, two words, two slips, a compound that is not there, and nothing at all."""


def recall() -> None:
    """Print how much of what should be found is found, by kind of query."""
    from ropa import publishing
    from ropa.search import Index

    listed = publishing.listed(words=True)
    index, slugs = Index([each.words for each in listed]), [each.slug for each in listed]
    queries = tomllib.loads((ROOT / "tests/search/queries.toml").read_text("utf-8"))["queries"]
    figures: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0, 0])
    for query in queries:
        found = [slugs[hit.number] for hit in index.find(query["q"], query.get("language", "sv")).hits]
        wanted, unwanted = set(query.get("find", ())), set(query.get("not", ()))
        unwanted |= set(found) if query.get("none") else set()
        counts = (1, len(wanted), len(wanted & set(found)), "first" in query, found[:1] == [query.get("first")])
        row = figures[query["kind"]]
        for place, n in enumerate((*counts, len(unwanted & set(found)))):
            row[place] += n
    print(f"{'kind':<12}{'queries':>8}{'recall':>8}{'first':>8}{'unwanted':>10}")
    for kind, (asked, wanted, hit, ranked, first, wrong) in figures.items():
        shares = f"{hit / wanted if wanted else 1:>8.2f}{first / ranked if ranked else 1:>8.2f}"
        print(f"{kind:<12}{asked:>8}{shares}{wrong:>10}")


def took(ask: Callable[[], object]) -> float:
    """Return milliseconds."""
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1000


def times(size: int) -> None:
    """Print what a search takes in the register there is."""
    from django.test import Client

    from ropa.pages import catalogue
    from ropa.pages.ready import BODIES
    from ropa.site import sites

    shown = sites()
    tracemalloc.start()
    catalogue.catalogue(shown)
    kept = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    catalogue._made.clear()
    made = took(lambda: catalogue.catalogue(shown))
    index, client = catalogue.catalogue(shown).index, Client(SERVER_NAME="127.0.0.1")
    print(f"{size} activities: read and indexed in {made:.0f} ms, {kept:.0f} MB kept")

    def page(typed: str) -> object:
        BODIES.clear()
        return client.get("/sok/", {"q": typed})

    for typed in TYPED:
        alone = min(took(partial(index.find, typed, "sv")) for _ in range(5))
        whole = min(took(partial(page, typed)) for _ in range(5))
        print(f"  {typed:<20}{alone:>8.1f} ms found, {whole:>7.1f} ms with the page")


def main() -> None:
    """Ask the demo, then registers of each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 2000])
    sizes = sorted(parser.parse_args().sizes)
    with data_folder() as folder:
        env = environment(folder)
        manage(env, "migrate", "--verbosity", "0")
        manage(env, "load_demo")
        os.environ |= env
        sys.path.insert(0, env["PYTHONPATH"])
        import django

        django.setup()
        print(machine())
        recall()
        for size in sizes:
            manage(env, "generate_register", "--activities", str(size), "--seed", "1", "--publish")
            times(size)


if __name__ == "__main__":
    main()
