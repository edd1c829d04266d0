"""Colours that can be seen, pictures that do nothing but be seen, links that lead somewhere."""

import io
import re
import struct
import zlib
from itertools import product
from pathlib import Path

import pytest
from django.utils.translation import override
from PIL import Image

from ropa import look
from ropa.look import BAR, DARK, LIGHT, LINK

CSS = (Path(__file__).parents[1] / "static" / "ropa" / "site.css").read_text("utf-8")

# --- colours ----------------------------------------------------------------------------------------------------------


def test_contrast_is_counted_against_the_grounds_of_the_pages() -> None:
    light, dark = CSS.split("@media (prefers-color-scheme: dark)")[:2]
    for scheme, css in ((LIGHT, light), (DARK, dark)):
        for name in ("paper", "tint", "notice"):
            assert re.search(rf"--{name}: (#\w+);", css)[1] == getattr(scheme, name)  # type: ignore[index]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.478),
        ("#767676", "#ffffff", 4.542),
        ("#123456", "#123456", 1),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert look.contrast(one, other) == pytest.approx(ratio, abs=0.001)
    assert look.contrast(other, one) == look.contrast(one, other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("#14405A", "#14405a"), ("14405a", "#14405a"), (" #abc ", "#aabbcc"), ("#FFF", "#ffffff")],
)
def test_a_colour_is_read(typed: str, meant: str) -> None:
    assert look.read(typed) == meant


@pytest.mark.parametrize("typed", ["", "red", "#12345", "#1234567", "#12345g", "rgb(1,2,3)", "#fff;}", "#fff\n}"])
def test_what_is_no_colour_is_refused(typed: str) -> None:
    with pytest.raises(look.NoColour):
        look.read(typed)


@pytest.mark.parametrize(
    ("colour", "use", "scheme", "seen"),
    [
        ("#14405a", LINK, LIGHT, True),
        ("#0066cc", LINK, LIGHT, True),
        ("#3f8f4f", LINK, LIGHT, False),  # enough for a bar, not for words
        ("#3f8f4f", BAR, LIGHT, True),
        ("#ffcc00", BAR, LIGHT, False),
        ("#ffcc00", BAR, DARK, True),
        ("#ffcc00", LINK, DARK, True),
        ("#14405a", BAR, DARK, False),
        ("#14405a", LINK, DARK, False),
    ],
)
def test_which_colours_can_be_seen(colour: str, use: look.Use, scheme: look.Scheme, seen: bool) -> None:
    assert (look.shortfall(colour, use, scheme) is None) is seen
    assert (look.nearest(colour, use, scheme) == colour) is seen


COLOURS = ["#ffcc00", "#00aa66", "#14405a", "#ff0000", "#000000", "#ffffff", "#808080"]


@pytest.mark.parametrize(("colour", "use", "scheme"), list(product(COLOURS, (BAR, LINK), (LIGHT, DARK))))
def test_the_nearest_colour_will_do_and_only_just(colour: str, use: look.Use, scheme: look.Scheme) -> None:
    found = look.nearest(colour, use, scheme)
    lowest = min(look.contrast(found, ground) for ground in use.grounds(scheme))
    assert lowest >= use.needed
    assert found == colour or lowest < use.needed * 1.1


def test_a_style_sheet_sets_what_the_pages_ask_for_and_makes_dark_from_light() -> None:
    css = look.stylesheet(look.Colours(bar="#2f6b3a", link="#1d6132", bar_dark="#88cc99"))
    light, dark = css.split("@media screen and (prefers-color-scheme: dark)")
    assert light.startswith("@media screen {"), "paper is black on white"
    assert "--bar: #2f6b3a;" in light
    assert all(f"--{name}: #1d6132;" in light for name in ("link", "brand", "focus"))
    assert "--bar: #88cc99;" in dark
    made = re.search(r"--link: (#\w+);", dark)
    assert made is not None
    assert look.shortfall(made[1], LINK, DARK) is None
    assert {name for use in (BAR, LINK) for name in use.properties} <= set(re.findall(r"--([\w-]+):", CSS))


# --- links ------------------------------------------------------------------------------------------------------------


def test_links_are_written_one_a_line() -> None:
    found = look.links("Om webbplatsen https://example.se/om\n\n  Start   https://example.se \n")
    assert found == [look.Link("Om webbplatsen", "https://example.se/om"), look.Link("Start", "https://example.se")]


@pytest.mark.parametrize(
    "line",
    [
        "https://example.se",
        "Om",
        "Om http://example.se",
        "Om javascript:alert(1)",
        "Om https://",
        "Om https://[x",
        "x //y.se",
    ],
)
def test_a_line_that_is_no_link_is_named(line: str) -> None:
    with pytest.raises(look.NoLink, match=re.escape(line)):
        look.links(f"Bra https://example.se\n{line}")


# --- pictures ---------------------------------------------------------------------------------------------------------

SHAPE = '<path d="M0 0h9v9z" fill="#123"/>'


def svg(inside: str = SHAPE, attributes: str = 'viewBox="0 0 30 20"', before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def raster(kind: str, size: tuple[int, int] = (30, 20), **options: object) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, "green").save(made, kind, **options)
    return made.getvalue()


def moving(kind: str) -> bytes:
    made = io.BytesIO()
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(made, kind, save_all=True, append_images=frames[1:], duration=100)
    return made.getvalue()


def bomb() -> bytes:
    """A picture of a few bytes that says it is enormous."""
    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    packed = (struct.pack(">I", len(c)) + n + c + struct.pack(">I", zlib.crc32(n + c)) for n, c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (raster("PNG"), "png"),
        (raster("JPEG"), "jpeg"),
        (raster("WEBP"), "webp"),
        (svg(), "svg"),
        (svg(attributes='width="30px" height="20"'), "svg"),
        (svg(before='﻿<?xml version="1.0" encoding="UTF-8"?>\n<!-- ritad -->\n'), "svg"),
        (svg('<defs><g id="a"/></defs><use href="#a" style="fill:url(#b)"/>'), "svg"),
        (svg("<style>.a { fill: #123; clip-path: url('#c') }</style>"), "svg"),
        (svg(f'{SHAPE}<i:grid xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:type="xy"/>'), "svg"),
    ],
)
def test_a_picture_is_taken_with_its_size(content: bytes, kind: str) -> None:
    found = look.picture(content)
    assert (found.kind, found.width, found.height, found.content) == (kind, 30, 20, content)


OUTSIDE = "leads to something outside"
BROKEN = "not a picture that can be shown"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (svg("<script>alert(1)</script>"), "<script>"),
        (svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>'), "<script>"),
        (svg("<foreignObject/>"), "<foreignObject>"),
        (svg('<image href="a.png"/>'), "<image>"),
        (svg('<a href="#x"/>'), "<a>"),
        (svg('<animate attributeName="href" to="javascript:1"/>'), "<animate>"),
        (svg(attributes='viewBox="0 0 1 1" onload="x()"'), "onload"),
        (svg('<path OnClick="x()"/>'), "OnClick"),
        (svg('<use href="https://example.com/a.svg#b"/>'), OUTSIDE),
        (svg('<use xmlns:l="http://www.w3.org/1999/xlink" l:href=" //example.com#b"/>'), OUTSIDE),
        (svg('<use href="data:image/svg+xml,x"/>'), OUTSIDE),
        (svg('<g xml:base="https://example.com/"/>'), OUTSIDE),
        (svg('<path fill="url(https://example.com/a)"/>'), OUTSIDE),
        (svg('<path style="fill:u\\72l(x)"/>'), OUTSIDE),
        (svg("<style>@import 'x';</style>"), "a style that fetches"),
        (svg("<style>a{fill:URL( 'http://x')}</style>"), "a style that fetches"),
        (svg("<style>a{fill:<g>u</g>rl(x)}</style>"), "a style that fetches"),
        (svg(before='<!DOCTYPE svg [<!ENTITY a "aaaa">]>'), "DOCTYPE"),
        (svg(before='<?xml-stylesheet href="x.css"?>'), "instructions"),
        (svg(before='<?xml version="1.0" encoding="UTF-7"?>'), "UTF-8"),
        (svg().decode().encode("utf-16"), BROKEN),
        (b"<\xff" + svg(), "UTF-8"),
        (svg("<g>"), "broken"),
        (svg(attributes=""), "viewBox"),
        (svg(attributes='viewBox="0 0 0 20"'), "viewBox"),
        (svg(attributes='width="100%" height="100%"'), "viewBox"),
        (svg(attributes='viewBox="0 0 1e9 1"'), "viewBox"),
        (b"<html><script>1</script></html>", BROKEN),
        (raster("GIF"), BROKEN),
        (raster("PNG")[:60], BROKEN),
        (b"", BROKEN),
        (b"%PDF-1.7 ...", BROKEN),
        (bomb(), "too wide"),
        (raster("PNG", (2001, 1)), "too wide"),
        (moving("PNG"), "moves"),
        (moving("WEBP"), "moves"),
        (svg("<!--" + "x" * look.LARGEST + "-->"), "too large"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[:60].decode("ascii", "replace"),
)
def test_a_picture_that_could_do_more_than_be_seen_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with override("en"), pytest.raises(look.Refused, match=re.escape(reason)):
        look.picture(content)


def test_half_a_picture_is_refused_where_others_let_pillow_take_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)
    with override("en"), pytest.raises(look.Refused, match=BROKEN):
        look.picture(raster("PNG")[:60])
