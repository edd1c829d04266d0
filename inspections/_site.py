"""The site that is inspected: one that runs somewhere, or a demo of this checkout in a folder of its own."""

import os
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks import _site as made

FOLDER = Path(os.environ["ROPA_DATA"]) / "inspections"
"""What the programs that inspect leave behind: pictures, tools."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Show the answer as it is."""


OPENER = urllib.request.build_opener(_NoRedirect)


@contextmanager
def site(address: str = "") -> Iterator[str]:
    """Yield the address of the site, without a slash at its end."""
    if address:
        yield address.rstrip("/")
        return
    with made.data_folder() as folder:
        env = made.environment(folder)
        for command in ("migrate", "load_vocabulary", "load_demo"):
            made.manage(env, command)
        with made.server(env) as port:
            yield f"http://127.0.0.1:{port}"


def fetcher(base: str) -> Any:
    """Return what `tests.crawl` fetches with."""
    from tests.crawl import Answer

    def get(address: str, data: dict[str, str] | None) -> Answer:
        try:
            found = OPENER.open(base + address, data=urlencode(data).encode() if data else None, timeout=60)
        except urllib.error.HTTPError as error:
            found = error
        with found:
            return Answer(found.status, {name.lower(): said for name, said in found.headers.items()}, found.read())

    return get


def gone_over(base: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Crawl the site: its pages by their address, and what else it has. Names views, hence Django."""
    import django

    django.setup()
    from tests import crawl

    pages, others = crawl.crawl(fetcher(base))
    print(f"{len(pages)} pages, {len({crawl.kind_of(address) for address in pages})} kinds", file=sys.stderr)
    return pages, others
