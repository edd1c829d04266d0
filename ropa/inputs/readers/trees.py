"""XML of parts: parsed without entities, document types, addresses or files."""

import io
from collections.abc import Iterator

from lxml import etree

from . import limits
from .refused import Refused, check

SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "remove_comments": True}
"""Without `huge_tree` libxml2 stops at 256 elements inside one another and at texts of 10 MB."""

NO_MEMORY, OVER_LIMIT = 2, 114
"""libxml2's numbers for its errors `XML_ERR_NO_MEMORY` and `XML_ERR_RESOURCE_LIMIT`."""


def parsed(content: bytes, part: str) -> etree._Element:
    """Return a part's tree. Raises `Refused`."""
    check("too_many_tags", content.count(b"<"), limits.TAGS, part)
    try:
        root = etree.fromstring(content, etree.XMLParser(**SAFE, remove_pis=True))
    except etree.XMLSyntaxError as error:
        raise _refusal(error, part) from error
    _no_type(root, part)
    return root


def streamed(content: bytes, part: str, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of these local names as each one ends; each is emptied after it was looked at."""
    events = etree.iterparse(io.BytesIO(content), events=("end",), tag=[f"{{*}}{n}" for n in names], **SAFE)
    try:
        for index, (_, element) in enumerate(events):
            if index == 0:
                _no_type(element, part)
            yield element
            _forget(element)
    except etree.XMLSyntaxError as error:
        raise _refusal(error, part) from error


def _forget(element: etree._Element) -> None:
    """Give back what an element and those before it hold: a sheet's tree would be ten times the sheet."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace: there are two of each (ISO 29500 strict and transitional)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: etree._Element | None, name: str = "val", default: str = "") -> str:
    """Return an attribute by its local name."""
    if element is None:
        return default
    if (plain := element.get(name)) is not None:
        return plain
    return next((v for k, v in element.attrib.items() if k.endswith(f"}}{name}")), default)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant along a path of local names."""
    for name in path:
        element = next((e for e in element if local(e) == name), None) if element is not None else None
    return element


def _no_type(element: etree._Element, part: str) -> None:
    """A document type has no place in these formats: it is there to define entities."""
    if element.getroottree().docinfo.doctype:
        raise Refused("has_document_type", part=part)


def _refusal(error: etree.XMLSyntaxError, part: str) -> Refused:
    return over_limit(error.code, str(error), part) or Refused("broken_part", part=part)


def over_limit(code: int, message: str, place: str) -> Refused | None:
    """Return the refusal for libxml2's errors about size, None for others."""
    if code == NO_MEMORY:
        return Refused("too_much_memory")
    if code != OVER_LIMIT:
        return None
    if "amplification" in message.lower():  # entities that stand for ever more of themselves
        return Refused("has_document_type", part=place)
    if "depth" in message.lower():
        return Refused("too_deep", place=place)
    return Refused("text_too_long", most=limits.LINE_CHARS, place=place)
