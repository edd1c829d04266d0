"""A page in each of its looks, loaded once: emulated widths and schemes cost a tenth of a load."""

from collections.abc import Callable
from typing import Any

Axe = Callable[..., list[str]]

CONTRAST = ("color-contrast",)
"""What a scheme alone can break. Each width is asked for everything in one scheme."""
WIDE = (("light", 1280, ()), ("dark", 1280, CONTRAST))
EVERY = (*WIDE, ("dark", 320, ()), ("light", 320, CONTRAST))
EACH_ONCE = (("light", 1280, CONTRAST), ("dark", 320, ()))
"""For the largest pages, where a look takes seconds."""
NARROW = (("light", 320, ()),)
"""For a page in another language: other words, the same colours."""


SETTLE = "document.getAnimations().forEach((a) => a.finish())"
"""A colour on its way to another is nobody's contrast."""


WIDE_SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"


def check(page: Any, axe: Axe, looks: Any = EVERY) -> None:
    """Look at the open page in each of `looks`. Raises `AssertionError` for what breaks WCAG or runs off the screen."""
    for scheme, width, rules in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(SETTLE)
        assert axe(page, *rules) == [], (page.url, scheme, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (page.url, width)


def space_out(page: Any) -> None:
    """Space the text as a reader may (WCAG 1.4.12); stays until the page is left."""
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s] }", WIDE_SPACING
    )


def unfold(page: Any) -> None:
    """Open everything that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")


def free_the_bar(page: Any) -> None:
    """Put the bar for saving below the form: what it happens to half cover is no smaller target when one scrolls."""
    page.evaluate("document.querySelectorAll('.submit-row').forEach((r) => { r.style.position = 'static'; })")


def told(page: Any) -> list[dict[str, Any]]:
    """Return what the browser tells a screen reader: its accessibility tree, flat, in the order of the page."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return [node for node in tree["nodes"] if not node["ignored"]]
