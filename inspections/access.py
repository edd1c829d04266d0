"""Look at every page of the demo with axe in a browser, and at each kind of page in every look.

    ./dev access [--site http://127.0.0.1:8000] [--only TEXT] [--quick]

Axe's rules are those of WCAG 2.0 to 2.2, A and AA, and its good habits. Status 1 when anything is found.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from inspections import _keyboard
from inspections._site import gone_over, site
from tests import axe
from tests.journeys import looks


class Findings(defaultdict[str, list[str]]):
    """What is wrong -> where."""

    def add(self, found: list[str], address: str, look: str = "") -> None:
        """Take in what was found on a page; what is new is told at once, for the whole takes minutes."""
        for wrong in found:
            self[f"{look}{wrong}"].append(address)
            if len(self[f"{look}{wrong}"]) == 1:
                print(f"{look}{wrong}\n  {address}", flush=True)


CALM = "document.getAnimations().filter((a) => a.playState === 'running').map((a) => a.animationName)"
KEPT = """() => [...document.querySelectorAll('body *:not(svg, svg *)')].filter((e) => e.checkVisibility()
    && getComputedStyle(e).forcedColorAdjust === 'none').map((e) => `own colours: ${e.outerHTML.slice(0, 120)}`)"""
SAID = "document.querySelector('main').innerText"


def wide(page: Any) -> list[str]:
    """Return whether the page runs off the screen (1.4.10)."""
    width, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [f"runs off the screen: {width} px of {room}"] if width > room else []


def whole(page: Any) -> list[str]:
    """Return all that axe finds, and whether it fits."""
    return [*axe.violations(page, tags=axe.GOOD_HABITS), *wide(page)]


def coloured(page: Any) -> list[str]:
    """Return what colours alone can break, and whether it fits."""
    return [*axe.violations(page, *looks.CONTRAST), *wide(page)]


def forced(page: Any) -> list[str]:
    """Return what keeps its own colours where the visitor chose all of them. Drawings may: they name the visitor's.

    Not axe's contrast: it reads `-webkit-text-fill-color`, which tells the author's colour and not what is painted.
    """
    return page.evaluate(KEPT) + wide(page)  # type: ignore[no-any-return]


def spaced(page: Any) -> list[str]:
    """Return what wide spacing of text breaks (1.4.12). It stays for the page's later looks."""
    looks.space_out(page)
    return [*wide(page), *cut_off(page)]


def cut_off(page: Any) -> list[str]:
    """Return elements whose text is wider or higher than they show."""
    return page.evaluate("""() => [...document.querySelectorAll('main *')].filter((e) => {
        const s = getComputedStyle(e);
        return e.offsetWidth > 1 && e.tagName !== 'INPUT' && (s.overflowX === 'hidden' || s.overflowX === 'clip')
            && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
    }).map((e) => `cut off: ${e.outerHTML.slice(0, 120)}`)""")  # type: ignore[no-any-return]


def printed(page: Any) -> list[str]:
    """Return whether paper shows the heading and leaves out what one cannot follow there."""
    seen = [] if page.locator("h1").first.is_visible() else ["no heading on paper"]
    return seen + [f"{part} on paper" for part in (".masthead nav", ".skip") if page.locator(part).first.is_visible()]


def calm(page: Any) -> list[str]:
    """Return what moves although the visitor asked for stillness."""
    return [f"moves: {name}" for name in page.evaluate(CALM)]


Look = tuple[str, dict[str, Any], tuple[int, int], Callable[[Any], list[str]]]
LOOKS: tuple[Look, ...] = (
    ("dark", {"color_scheme": "dark"}, (1280, 800), coloured),
    ("forced colours", {"color_scheme": "light", "forced_colors": "active"}, (1280, 800), forced),
    ("forced colours, dark", {"color_scheme": "dark", "forced_colors": "active"}, (320, 640), forced),
    ("320 px", {"color_scheme": "light", "forced_colors": "none"}, (320, 640), whole),
    ("320 px, dark", {"color_scheme": "dark"}, (320, 640), coloured),
    ("more contrast", {"contrast": "more"}, (1280, 800), coloured),
    ("still", {"contrast": "no-preference", "reduced_motion": "reduce"}, (1280, 800), calm),
    ("keyboard", {"color_scheme": "light", "reduced_motion": "no-preference"}, (1280, 800), _keyboard.walk),
    ("keyboard, 400 %", {}, (320, 200), _keyboard.walk),
    ("paper", {"media": "print"}, (1280, 800), printed),
    ("wide spacing", {"media": "screen"}, (320, 640), spaced),
)
"""Name, what the browser is told, its size, what is asked. 1280 by 800 at 400 per cent is 320 by 200."""


@contextmanager
def browser() -> Iterator[Any]:
    """Yield the browser of the tests."""
    from playwright.sync_api import sync_playwright

    from tests.conftest import CHROMIUM, CHROMIUM_ARGUMENTS

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


def opened(page: Any, base: str, found: Any) -> None:
    """Open a page as it was crawled; what answers a form is shown again, not sent again."""
    if found.sent_with is None:
        page.goto(base + found.address)
        return
    page.route(
        base + found.address,
        lambda route: route.fulfill(body=found.answer.body, content_type="text/html; charset=utf-8"),
    )
    page.goto(base + found.address)
    page.unroute(base + found.address)


def every_page(chromium: Any, base: str, pages: dict[str, Any], found: Findings) -> None:
    """Ask axe about each page once."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    for address, each in pages.items():
        opened(page, base, each)
        found.add(whole(page), address)


def every_look(chromium: Any, base: str, chosen: dict[str, Any], found: Findings) -> None:
    """Look at a page of each kind in every look, and without scripts."""
    page = chromium.new_page()
    bare = chromium.new_context(java_script_enabled=False).new_page()
    for address, each in chosen.items():
        page.set_viewport_size({"width": 1280, "height": 800})
        opened(page, base, each)
        said = page.evaluate(SAID)
        opened(bare, base, each)
        if bare.evaluate(SAID) != said:
            found.add(["says something else without scripts"], address)
        for name, media, (width, height), ask in LOOKS:
            page.emulate_media(**media)
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate(looks.SETTLE)
            found.add(ask(page), address, f"{name}: ")


def one_of_each(pages: dict[str, Any]) -> dict[str, Any]:
    """Return the largest page of each kind and status."""
    from tests.crawl import kind_of

    ordered = sorted(pages, key=lambda address: len(pages[address].answer.body))
    largest = {(kind_of(address), pages[address].answer.status): address for address in ordered}
    return {address: pages[address] for address in largest.values()}


def main() -> None:
    """Crawl, look, tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", default="", help="a site that runs; without it, a demo is made")
    parser.add_argument("--only", default="", help="pages whose address holds this")
    parser.add_argument("--quick", action="store_true", help="only the largest page of each kind, in every look")
    asked = parser.parse_args()
    found = Findings(list)
    with site(asked.site) as base:
        pages = {a: page for a, page in gone_over(base)[0].items() if asked.only in a}
        chosen = one_of_each(pages)
        with browser() as chromium:
            every_look(chromium, base, chosen, found)
            every_page(chromium, base, {} if asked.quick else pages, found)
    print()
    for wrong, where in found.items():
        print(f"{len(where)} times {wrong}")
    print(f"{len(pages)} pages, {len(chosen)} in {len(LOOKS)} looks, {len(found)} kinds of findings")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
