"""How many queries each public page and export costs, for registers of different sizes: the figures of a row are alike.

    ./dev bench query_counts [--sizes 3 30 300]

Counted cold (nothing kept from an earlier request) and warm. Exits 1 when a count grows with the register.
"""

import argparse
import os
import re
import sys
from collections.abc import Callable

from _site import data_folder, environment, manage

SEED = 1
PAGES = {
    "home": "/",
    "unit": f"/enheter/gen-{SEED}-enhet-1/",
    "notice": f"/behandlingar/gen-{SEED}-1/",
    "version": f"/behandlingar/gen-{SEED}-1/version/1/",
    "changes": f"/behandlingar/gen-{SEED}-1/andringar/",
    "search": "/sok/?q=uppgift",
    "search, a word in no text": "/sok/?q=zebra",
    "recipients": "/mottagare/",
    "overview": "/oversikt/",
    "overview, a bar": "/oversikt/age/within-a-year/",
    "register": "/register/",
    "rights": "/dina-rattigheter/",
    "sitemap": "/sitemap.xml",
    "register.json": "/register.json",
}


def count(ask: Callable[[], object]) -> int:
    """Return the queries that something costs."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as found:
        ask()
    return len(found)


def counts() -> dict[str, int]:
    """Return name -> queries, of every page cold and warm and of every export."""
    from django.test import Client

    from ropa import registers
    from ropa.pages.ready import BODIES
    from ropa.record import Audience

    client, found = Client(SERVER_NAME="127.0.0.1"), {}
    (basis, *_others) = re.findall(r"/lagar/grund/[^/]+/", client.get("/lagar/").content.decode())
    for name, path in (PAGES | {"legal basis": basis}).items():
        assert client.get(path).status_code == 200, path
        BODIES.clear()
        found[name] = count(lambda path=path: client.get(path))
        found[f"{name}, again"] = count(lambda path=path: client.get(path))
    for audience in (Audience.PUBLIC, Audience.AUTHORITY):
        found[f"export {audience}"] = count(lambda audience=audience: registers.published(audience=audience))
    found["export draft"] = count(registers.of_drafts)
    return found


def main() -> None:
    """Fill one site more and more, and count at each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[3, 30, 300])
    sizes = sorted(parser.parse_args().sizes)
    with data_folder() as folder:
        env = environment(folder)
        manage(env, "migrate", "--verbosity", "0")
        os.environ |= env
        sys.path.insert(0, env["PYTHONPATH"])
        import django

        django.setup()
        found = []
        for size in sizes:
            manage(env, "generate_register", "--activities", str(size), "--seed", str(SEED), "--publish")
            found.append(counts())
    print(f"{'queries':<22}" + "".join(f"{size:>8}" for size in sizes))
    for name in found[0]:
        print(f"{name:<22}" + "".join(f"{column[name]:>8}" for column in found))
    grown = [name for name in found[0] if len({column[name] for column in found}) > 1]
    if grown:
        raise SystemExit(f"grows with the register: {', '.join(grown)}")


if __name__ == "__main__":
    main()
