"""A picture that somebody uploads: taken when a browser can show it and it can do nothing else."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from xml.etree import ElementTree

from django.utils.translation import gettext as _

LARGEST = 50_000
"""Bytes. A page with all that belongs to it is meant to be small."""

WIDEST = 2_000
"""Pixels in either direction: a few hundred bytes may unpack to gigabytes."""

RASTER = {"PNG": "png", "JPEG": "jpeg", "WEBP": "webp"}
"""What Pillow calls a format -> what we call it."""

SVG = "http://www.w3.org/2000/svg"
EDITORS = {
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
}
"""Namespaces of what drawing programs write beside the drawing: a browser shows nothing of it."""

ELEMENTS = {
    *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
    *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern"),
}
"""The elements of SVG that draw. Not here: scripts, links, animation, foreign content, filters that load."""

_DOCTYPE = re.compile(r"<!(DOCTYPE|ENTITY)")
_INSTRUCTION = re.compile(r"<\?(?!xml\s)")
_ENCODING = re.compile(r"<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"url\((?!\s*[\"']?\s*#)|@import|image-set|\\|expression\(|javascript:", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)(?:px|mm|cm|in|pt|pc)?\s*")


class Refused(ValueError):
    """The file cannot be used; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Picture:
    """A picture that can be shown."""

    content: bytes
    kind: str
    """svg, png, jpeg or webp; what its address ends with as well."""
    width: int
    height: int

    @property
    def sha256(self) -> str:
        """Hash of its bytes, in hexadecimal."""
        return sha256(self.content).hexdigest()


def picture(content: bytes) -> Picture:
    """Return the picture in some bytes. Raises `Refused` for what is none, is too large, or could do more than be seen."""
    if len(content) > LARGEST:
        raise Refused(_("The file is too large: at most %(n)d kB will do.") % {"n": LARGEST // 1000})
    return _drawing(content) if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else _raster(content)


def _raster(content: bytes) -> Picture:
    from PIL import Image  # comes with WeasyPrint, and takes a while to load

    try:
        with _halves_refused(), Image.open(io.BytesIO(content), formats=list(RASTER)) as image:
            _refuse_odd(image)
            image.load()  # reads it all: half a file has a whole header
            return Picture(content, RASTER[str(image.format)], *image.size)
    except Refused:
        raise
    except Image.DecompressionBombError as error:
        raise _too_wide() from error
    except (OSError, SyntaxError, ValueError) as error:
        raise Refused(_("The file is not a picture that can be shown. Use SVG, PNG, JPEG or WebP.")) from error


@contextmanager
def _halves_refused() -> Iterator[None]:
    """Have half a picture refused: WeasyPrint, once loaded, lets Pillow take them in the whole process."""
    from PIL import ImageFile

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _refuse_odd(image: Any) -> None:
    if max(image.size) > WIDEST:
        raise _too_wide()
    if getattr(image, "is_animated", False):
        raise Refused(_("The picture moves. Use one that stands still."))


def _too_wide() -> Refused:
    return Refused(_("The picture is too wide or too high: at most %(n)d pixels will do.") % {"n": WIDEST})


# --- SVG --------------------------------------------------------------------------------------------------------------


def _drawing(content: bytes) -> Picture:
    root = _tree(content)
    for reason in _reasons(root):
        raise Refused(reason)
    return Picture(content, "svg", *_size(root))


def _tree(content: bytes) -> Any:
    """Return the root of a drawing. Entities are refused before anything is parsed, so none can grow."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(_("The SVG file is not written in UTF-8.")) from error
    if _ENCODING.search(text):
        raise Refused(_("The SVG file is not written in UTF-8."))
    if _DOCTYPE.search(text):
        raise Refused(_("The SVG file has a DOCTYPE. Save it as plain SVG."))
    if _INSTRUCTION.search(text):
        raise Refused(_("The SVG file has instructions to other programs. Save it as plain SVG."))
    try:
        return ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        raise Refused(_("The SVG file is broken: it is not well-formed XML.")) from error


def _reasons(root: Any) -> Iterator[str]:
    """Yield why a drawing cannot be used."""
    if root.tag != f"{{{SVG}}}svg":
        yield _("The file is not a picture that can be shown. Use SVG, PNG, JPEG or WebP.")
    for element in root.iter():
        space, name = _split(element.tag)
        if not (name in ELEMENTS if space == SVG else space in EDITORS):
            yield _("The SVG file has the element <%(name)s>, which a logo may not have.") % {"name": name[:60]}
        if name == "style" and _ELSEWHERE.search("".join(element.itertext())):
            yield _("The SVG file has a style that fetches something from elsewhere.")
        for attribute, value in element.attrib.items():
            yield from _reasons_of_attribute(_split(attribute)[1], value)


def _reasons_of_attribute(name: str, value: str) -> Iterator[str]:
    if name.lower().startswith("on"):
        yield _("The SVG file has the event handler %(name)s, which a logo may not have.") % {"name": name[:60]}
    elif (name in {"href", "src", "base"} and not value.strip().startswith("#")) or _ELSEWHERE.search(value):
        yield _("The SVG file leads to something outside itself (%(name)s).") % {"name": name[:60]}


def _split(tag: str) -> tuple[str, str]:
    """Return namespace and name."""
    space, _brace, name = tag.removeprefix("{").rpartition("}")
    return space, name


def _size(root: Any) -> tuple[int, int]:
    """Return width and height: of the box it is drawn in, else as it says."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    said = box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    found = [_LENGTH.fullmatch(value) for value in said]
    sides = [float(match[1]) for match in found if match]
    if len(sides) != 2 or not all(0 < side < 1e6 for side in sides):
        raise Refused(_("The SVG file does not say how large it is. Give it a viewBox."))
    return max(1, round(sides[0])), max(1, round(sides[1]))
