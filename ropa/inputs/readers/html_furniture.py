"""What a web page is furnished with: menus, search boxes, banners. Not what it says.

What is hidden until somebody opens it (accordions, tabs) is part of the page and read.
"""

import re

from lxml import etree

UNSEEN = {
    *("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "audio", "video", "map"),
    *("select", "input", "textarea", "option", "datalist", "head", "button", "nav", "base", "link", "meta"),
}
"""Elements without words of the page: programs, pictures, controls, menus."""

ROLES = {"navigation", "search", "banner", "contentinfo", "menu", "menubar", "toolbar"}
EDGES = {"header", "footer", "aside"}
"""Furniture at the edges of a page; inside the main text they belong to it."""
TEXT = {"main", "article", "section"}

NAMED = re.compile(
    r"cookie[-_]?(?:banner|consent|bar|notice|notification|dialog|law|modal|popup|message|info|disclaimer)"
    r"|(?:banner|consent|notice|dialog|modal)[-_]cookies?|cookiebot|cookiehub|onetrust|klaro|cky-|cc-(?:window|banner)"
    r"|skip[-_]?(?:link|nav|to)|breadcrumb|brodsmul",
    re.IGNORECASE,
)
"""What the programs that put cookie banners, jump links and paths into pages call them."""


def is_furniture(element: etree._Element) -> bool:
    """Return whether an element belongs to the page and not to its text."""
    if element.tag in UNSEEN or element.get("role", "").lower() in ROLES:
        return True
    if element.tag in EDGES and not _in_text(element):
        return not _holds_the_heading(element)
    marks = f"{element.get('id', '')} {element.get('class', '')}"
    return element.tag not in {"html", "body", "main"} and NAMED.search(marks) is not None


def _in_text(element: etree._Element) -> bool:
    return any(above.tag in TEXT or above.get("role") == "main" for above in element.iterancestors())


def _holds_the_heading(element: etree._Element) -> bool:
    """Return whether the page's only topmost heading stands in it."""
    return element.find(".//h1") is not None and len(list(element.getroottree().iter("h1"))) == 1
