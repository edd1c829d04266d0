"""The flow picture as geometry: boxes, lines of text and arrows in the units of an SVG's `viewBox`.

Nothing can measure text here: no font is on the server, and a browser may take any.
Widths are estimated on the wide side, so that words stay in their box.
"""

import re
import textwrap
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .flow import Flow, Station, Way
from .record import Value

SHOWN = 8
"""Names in one box; of more, the last line says how many. The text twin has them all."""

SIZE, PAD, LEADING, BETWEEN, HEAD = 14, 12, 19, 7, 10
"""Size of the type; space inside a box, from line to line, and between names; length of an arrow's head."""

_NARROW, _BROAD = set("iljtfrI.,:;'’|()[]!- /"), set("mwMW@%&ÆŒæœ—")


class Line(Value):
    """One line of text."""

    x: int
    y: int
    """Of its baseline."""
    text: str
    kind: str
    """heading, name or quiet."""


class Box(Value):
    """A box with its text."""

    code: str
    x: int
    y: int
    width: int
    height: int
    lines: tuple[Line, ...]

    @property
    def right(self) -> int:
        """Where its right side is."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Where its lower side is."""
        return self.y + self.height

    @property
    def middle(self) -> int:
        """Half way down."""
        return self.y + self.height // 2


class Arrow(NamedTuple):
    """A line with a head at its end."""

    path: str
    """Of the line, as SVG writes it."""
    head: str
    """Corners of the head."""
    way: Way
    """sure or unsure: an arrow that is not sure is dashed."""


class Drawing(Value):
    """A picture; an SVG shows it as large as its place is wide."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def wide(flow: Flow) -> Drawing:
    """Return the picture from left to right, for a screen with room."""
    column, gap = 212, 32
    left, middle = _box(flow.sources, 0, 0, column), _box(flow.inside, column + gap, 0, column)
    right = _stack(flow.outward, 0, 2 * (column + gap), column, 16)
    height = max(left.bottom, middle.bottom, right[-1].bottom)
    left, middle = (_lowered(box, (height - box.bottom) // 2) for box in (left, middle))
    right = tuple(_lowered(box, (height - right[-1].bottom) // 2) for box in right)
    ends = [(left, middle, flow.sources), *((middle, box, x) for box, x in zip(right, flow.outward, strict=True))]
    arrows = tuple(_across(start, end, x.way) for start, end, x in ends if not x.never)
    return Drawing(width=3 * column + 2 * gap, height=height, boxes=(left, middle, *right), arrows=arrows)


def narrow(flow: Flow) -> Drawing:
    """Return the picture from top to bottom, for a telephone or a large text."""
    width, gap, indent = 280, 32, 32
    first = _box(flow.sources, 0, 0, width)
    second = _box(flow.inside, 0, first.bottom + gap, width)
    others = _stack(flow.outward, second.bottom + gap // 2, indent, width - indent, gap // 2)
    boxes = (first, second, *others)
    ways = zip(others, flow.outward, strict=True)
    arrows = (_down(first, second, flow.sources.way), *(_round(second, box, x.way) for box, x in ways if not x.never))
    return Drawing(width=width, height=others[-1].bottom, boxes=boxes, arrows=arrows)


def _stack(stations: Iterable[Station], top: int, x: int, width: int, gap: int) -> tuple[Box, ...]:
    boxes: list[Box] = []
    for station in stations:
        boxes.append(_box(station, x, boxes[-1].bottom + gap if boxes else top, width))
    return tuple(boxes)


def _lowered(box: Box, by: int) -> Box:
    lines = tuple(line.model_copy(update={"y": line.y + by}) for line in box.lines)
    return box.model_copy(update={"y": box.y + by, "lines": lines})


# --- arrows -----------------------------------------------------------------------------------------------------------


def _across(start: Box, end: Box, way: Way) -> Arrow:
    """Return an arrow from the right side of a box to the left side of another, round one corner."""
    x, y, to_x, to_y = start.right, start.middle, end.x, end.middle
    to_y = y if abs(to_y - y) <= PAD // 2 else to_y
    turn = x + (to_x - x) // 2
    return Arrow(f"M{x} {y}H{turn}V{to_y}H{to_x - HEAD}", _head_right(to_x, to_y), way)


def _down(start: Box, end: Box, way: Way) -> Arrow:
    x = start.x + start.width // 2
    corners = f"{x},{end.y} {x - HEAD // 2},{end.y - HEAD} {x + HEAD // 2},{end.y - HEAD}"
    return Arrow(f"M{x} {start.bottom}V{end.y - HEAD}", corners, way)


def _round(start: Box, end: Box, way: Way) -> Arrow:
    """Return an arrow from the bottom of a box, down its left side, to one that is indented."""
    x = start.x + PAD
    return Arrow(f"M{x} {start.bottom}V{end.middle}H{end.x - HEAD}", _head_right(end.x, end.middle), way)


def _head_right(x: int, y: int) -> str:
    return f"{x},{y} {x - HEAD},{y - HEAD // 2} {x - HEAD},{y + HEAD // 2}"


# --- text -------------------------------------------------------------------------------------------------------------


def _box(station: Station, x: int, y: int, width: int) -> Box:
    """Return the box of a station, as high as its text."""
    lines: list[Line] = []
    bottom = y + PAD - BETWEEN
    for words, kind in _entries(station):
        bottom += BETWEEN
        for text in wrapped(words, (width - 2 * PAD) / SIZE):
            bottom += LEADING
            lines.append(Line(x=x + PAD, y=bottom - LEADING // 4, text=text, kind=kind))
    return Box(code=station.code, x=x, y=y, width=width, height=bottom + PAD - y, lines=tuple(lines))


def _entries(station: Station) -> Iterable[tuple[str, str]]:
    """Return what a box says and how each is set: heading, names, how many more there are, and what is left open."""
    names = [stop for stop in station.stops if not stop.unstated]
    shown = names if len(names) <= SHOWN else names[: SHOWN - 1]
    more = len(names) - len(shown)
    gaps = [stop for stop in station.stops if stop.unstated]
    seldom = [stop for stop in (*shown, *gaps) if stop.sometimes]
    yield station.heading.text, "heading"
    if station.lead:
        yield station.lead.text, "quiet"
    yield from ((stop.name.text, "name") for stop in shown if not stop.sometimes)
    if seldom:
        yield _("At times:"), "quiet"
    yield from ((stop.name.text, "quiet" if stop.unstated else "name") for stop in seldom)
    if more:
        yield ngettext("and {n} more", "and {n} more", more).format(n=more), "quiet"
    yield from ((stop.name.text, "quiet") for stop in gaps if not stop.sometimes)


def wrapped(text: str, ems: float) -> list[str]:
    """Return the text as lines of at most `ems` times the size of the type; a word that is longer is parted."""
    average = sum(map(_em, text)) / len(text) if text else 1
    most = max(4, int(ems / average))
    parted = re.sub(rf"(\S{{{most - 1}}})(?=\S{{2}})", r"\1- ", text)
    return textwrap.wrap(parted, most) or [""]


def _em(character: str) -> float:
    """Return how wide a character is at most in common fonts, in parts of the size of the type."""
    if unicodedata.east_asian_width(character) in "WF" or character in _BROAD:
        return 1.0
    if character in _NARROW:
        return 0.38
    return 0.74 if character.isupper() else 0.61
