"""A walk through a page with the Tab key alone."""

from typing import Any

LONGEST = 60
"""Stops that are looked at: a table of contents has hundreds that are alike."""

STOP = """() => {
    const e = document.activeElement;
    if (e === document.body || e === document.documentElement) return null;
    const s = getComputedStyle(e), boxes = [...e.getClientRects()].filter((b) => b.width && b.height);
    const seen = boxes.some((b) => [[b.left + 2, b.top + 2], [b.left + b.width / 2, b.top + b.height / 2],
        [b.right - 2, b.bottom - 2]].some(([x, y]) => {
            const top = document.elementFromPoint(x, y);
            return top && (e.contains(top) || top.contains(e));
        }));
    const nodes = (window.__stops ||= []);
    const back = nodes.length && nodes[nodes.length - 1] !== e
        && !(nodes[nodes.length - 1].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING);
    const inside = nodes[nodes.length - 1] === e, again = !inside && nodes.includes(e);
    if (!inside) nodes.push(e);
    return {html: e.outerHTML.slice(0, 160), seen, back, again, count: nodes.length,
        outlined: inside || s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2};
}"""
START = """() => {
    window.__stops = [];
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    window.scrollTo(0, 0);
}"""
"""Where a page begins: a focus that was only taken away would still be gone on from."""
REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.type !== 'hidden').length"""


def walk(page: Any) -> list[str]:
    """Return what is wrong with the stops: not seen (2.4.7, 2.4.11), out of order (2.4.3), no way on (2.1.2)."""
    page.evaluate(START)
    reachable = page.evaluate(REACHABLE)
    wrong: list[str] = []
    count = 0
    for _ in range(LONGEST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["again"]:
            return [*wrong, f"only {count} stops of {reachable}"] if count < reachable else wrong
        count = stop["count"]
        wrong += judged(stop)
    return wrong


def judged(stop: dict[str, Any]) -> list[str]:
    """Return what is wrong with one stop."""
    said = {
        "focus is not seen": not stop["outlined"],
        "focus is covered": not stop["seen"],
        "focus goes back": stop["back"],
    }
    return [f"{what}: {stop['html']}" for what, holds in said.items() if holds]
