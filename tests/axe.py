"""What axe finds on a page that is open in a browser."""

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

WCAG_22_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
GOOD_HABITS = (*WCAG_22_AA, "best-practice")


def violations(page: Any, *rules: str, tags: Sequence[str] = WCAG_22_AA) -> list[str]:
    """List what breaks the rules, one line for each element; without `rules`, all rules of the `tags`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options = {"runOnly": list(rules or tags), "resultTypes": ["violations"], "preload": False}
    found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]
