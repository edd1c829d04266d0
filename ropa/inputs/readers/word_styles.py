"""What the styles of a Word document say of a paragraph: heading, list, bold. By what a style does, else by its name."""

import re
from dataclasses import dataclass
from typing import Self

from lxml import etree

from .trees import child, local, value

HEADING = re.compile(r"(?:heading|rubrik|overskrift|otsikko|überschrift)\s*([1-9])", re.IGNORECASE)
"""Built-in headings in English, Swedish, Norwegian and Danish, Finnish and German: what a copied style may be called."""
TITLE = re.compile(r"title|rubrik|tittel|titel|otsikko", re.IGNORECASE)
LIST = re.compile(
    r"(?:list (?:bullet|number)|punktlista|numrerad lista|punktliste|punktmerket liste|nummerert liste"
    r"|opstilling - (?:punkttegn|talopstilling)|(?:merkitty|numeroitu) luettelo)\s*([1-5]?)",
    re.IGNORECASE,
)
CONTENTS = re.compile(
    r"(?:toc|innehåll|innehållsförteckning|indholdsfortegnelse|innhold) ?(?:[1-9]|heading)", re.IGNORECASE
)

BODY_TEXT = 9
"""The outline level that says "no heading"."""
OFF = {"0", "false", "off", "none"}
HOPS = 20
"""Styles that a style may be based on, one after the other; Word stops at ten."""


@dataclass(frozen=True)
class Style:
    """What one style states itself."""

    name: str
    based_on: str = ""
    outline: int | None = None
    numbered: int | None = None
    """Depth of the list its paragraphs belong to, from 0."""
    bold: bool | None = None


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Return whether a property is switched on; None where nothing is said of it."""
    found = child(properties, name)
    return None if found is None else value(found, default="1").lower() not in OFF


def number(element: etree._Element | None, default: int | None = None) -> int | None:
    """Return an element's value as a number, within what a document can need."""
    text = value(element)
    return int(text) if re.fullmatch(r"\d{1,6}", text) else default


class Styles:
    """The styles of a document by their id."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self._styles = styles

    @classmethod
    def of(cls, root: etree._Element | None) -> Self:
        """Return the styles of a styles part."""
        found = [e for e in root if local(e) == "style"] if root is not None else []
        return cls({value(e, "styleId"): _style(e) for e in found})

    def name(self, paragraph: etree._Element) -> str:
        """Return the name of a paragraph's style."""
        used = value(child(paragraph, "pPr", "pStyle"))
        return self._styles[used].name if used in self._styles else used

    def heading(self, paragraph: etree._Element) -> int:
        """Return a paragraph's level as a heading, 1 to 6, or 0."""
        properties = child(paragraph, "pPr")
        level = number(child(properties, "outlineLvl"), self._said(properties, "outline"))
        if level is not None:
            return 0 if level >= BODY_TEXT else min(level + 1, 6)
        return self._heading_by_name(properties)

    def entry(self, paragraph: etree._Element) -> int | None:
        """Return how deep the list of a list paragraph lies, from 0; None for other paragraphs."""
        properties = child(paragraph, "pPr")
        numbering = child(properties, "numPr")
        if numbering is not None and value(child(numbering, "numId")):
            depth = number(child(numbering, "ilvl"), 0)
            return None if value(child(numbering, "numId")) == "0" else depth
        # Word's own "List Bullet 2" lies at level 0 of a numbering of its own: the name tells.
        if found := self._named(properties, LIST):
            return max(int(found[1] or 1) - 1, 0)
        return self._said(properties, "numbered")

    def in_contents(self, paragraph: etree._Element) -> bool:
        """Return whether a paragraph belongs to a table of contents."""
        return self._named(child(paragraph, "pPr"), CONTENTS) is not None

    def bold(self, properties: etree._Element | None, style: str, default: bool) -> bool:
        """Return whether text with these properties is bold; `style` names the element that names its style."""
        here = is_on(properties, "b")
        said = self._said(properties, "bold", style) if here is None else here
        return default if said is None else bool(said)

    def _heading_by_name(self, properties: etree._Element | None) -> int:
        if found := self._named(properties, HEADING):
            return min(int(found[1]), 6)
        return 1 if self._named(properties, TITLE) else 0

    def _named(self, properties: etree._Element | None, pattern: re.Pattern[str]) -> re.Match[str] | None:
        used = value(child(properties, "pStyle"))
        names = [self._styles[used].name, used] if used in self._styles else [used]
        return next((m for m in map(pattern.fullmatch, names) if m), None)

    def _said(self, properties: etree._Element | None, what: str, style: str = "pStyle") -> int | bool | None:
        """Return what a style or one of those it is based on states."""
        used = value(child(properties, style))
        for _ in range(HOPS):
            if used not in self._styles:
                return None
            if (said := getattr(self._styles[used], what)) is not None:
                return said
            used = self._styles[used].based_on
        return None


def _style(element: etree._Element) -> Style:
    paragraph = child(element, "pPr")
    numbering = child(paragraph, "numPr")
    listed = numbering is not None and value(child(numbering, "numId"), default="1") != "0"
    return Style(
        name=value(child(element, "name")),
        based_on=value(child(element, "basedOn")),
        outline=number(child(paragraph, "outlineLvl")),
        numbered=number(child(numbering, "ilvl"), 0) if listed else None,
        bold=is_on(child(element, "rPr"), "b"),
    )
