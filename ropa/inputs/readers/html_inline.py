"""The text of a heading, a cell or another small part of a web page."""

import re
from collections.abc import Iterable

from lxml import etree

from . import limits
from .building import Run
from .html_furniture import is_furniture
from .refused import Refused

BLOCKS = {
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
    ),
    *("fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "li", "main", "menu"),
    *("ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
}
"""Elements that begin and end a line."""

CELLS = {"td", "th"}
BOLD = {"b", "strong"}
SPACE = re.compile(r"[ \t\n\r\f]+")
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def heading_level(element: etree._Element, last: int) -> int:
    """Return an element's level as a heading, or 0; `last` is the level of the heading before it.

    What opens a part of the page when it is pressed is that part's heading.
    """
    if element.tag in HEADINGS:
        return HEADINGS[element.tag]
    stated = element.get("aria-level", "2")
    if element.get("role") == "heading":
        return min(int(stated), 6) if re.fullmatch(r"[1-9]", stated) else 2
    if element.tag == "summary" or (element.tag == "button" and element.get("aria-expanded") is not None):
        inner = (HEADINGS[part.tag] for part in element.iter(*HEADINGS))
        return next(inner, min(last + 1, 6))
    return 0


def inline_runs(element: etree._Element, bold: bool = False) -> list[Run]:
    """Return the text in an element in pieces, a line for each paragraph, list entry and row of a table in it."""
    runs: list[Run] = []
    _gather(element, bold or element.tag in BOLD, runs, 0)
    return collapsed(runs)


def inline_text(element: etree._Element) -> str:
    """Return the text in an element as one line."""
    return " ".join("".join(text for text, _ in inline_runs(element)).split())


def text_run(text: str | None, bold: bool, kept: bool = False) -> list[Run]:
    """Return a text as pieces; line breaks of the source are blanks unless `kept`."""
    return [(text if kept else SPACE.sub(" ", text), bold)] if text else []


def address_run(element: etree._Element, bold: bool) -> list[Run]:
    """Return the mail address that a link leads to, where the page does not show it."""
    href = element.get("href", "") if element.tag == "a" else ""
    address = href[7:].split("?")[0].strip() if href.lower().startswith("mailto:") else ""
    shown = "".join(element.itertext())
    return [(f" ({address})", bold)] if "@" in address and address.lower() not in shown.lower() else []


def collapsed(runs: Iterable[Run]) -> list[Run]:
    """Return pieces without blanks at the beginning of lines and beside other blanks."""
    kept: list[Run] = []
    before = "\n"
    for text, bold in runs:
        text = text.lstrip(" ") if before in " \n" else text
        if text:
            kept.append((text, bold))
            before = text[-1]
    return kept


def _gather(element: etree._Element, bold: bool, runs: list[Run], depth: int) -> None:
    if depth > limits.DEPTH:
        raise Refused("too_deep", place="")
    kept = element.tag == "pre"
    runs += text_run(element.text, bold, kept)
    for part in element:
        if isinstance(part.tag, str):
            _part(part, bold, runs, depth + 1)
        runs += text_run(part.tail, bold, kept)


def _part(part: etree._Element, bold: bool, runs: list[Run], depth: int) -> None:
    opens = part.tag == "button" and part.get("aria-expanded") is not None
    if is_furniture(part) and not opens:
        return
    if part.tag == "br":
        runs.append(("\n", bold))
        return
    edge = [("\t", bold)] if part.tag in CELLS else [("\n", bold)] if part.tag in BLOCKS else []
    runs += edge
    _gather(part, bold or part.tag in BOLD, runs, depth)
    runs += [*address_run(part, bold), *(edge if part.tag not in CELLS else ())]
