"""An organisation's colours: whether they can be seen on the pages (WCAG 2.2, 1.4.3 and 1.4.11), and as a style sheet."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Scheme:
    """The grounds that text stands on, as static/ropa/site.css names them."""

    paper: str
    tint: str
    notice: str


LIGHT = Scheme(paper="#fffefc", tint="#f3f0e9", notice="#fdf3d8")
DARK = Scheme(paper="#151719", tint="#1e2225", notice="#2b2515")


@dataclass(frozen=True)
class Use:
    """What a colour is for."""

    needed: float
    """Lowest contrast to each ground."""
    on: tuple[str, ...]
    """Names of the grounds it is seen on."""
    properties: tuple[str, ...]
    """Custom properties of site.css that it sets."""

    def grounds(self, scheme: Scheme) -> list[str]:
        """Return the colours it is seen on."""
        return [getattr(scheme, name) for name in self.on]


BAR = Use(3.0, ("paper",), ("bar",))
LINK = Use(4.5, ("paper", "tint", "notice"), ("link", "brand", "focus"))


class NoColour(ValueError):
    """The text is no colour."""


@dataclass(frozen=True)
class Colours:
    """An organisation's colours, each `#rrggbb`, or empty for the shipped one; empty in the dark: made from the light."""

    bar: str = ""
    link: str = ""
    bar_dark: str = ""
    link_dark: str = ""

    def __bool__(self) -> bool:
        return any((self.bar, self.link, self.bar_dark, self.link_dark))


def read(text: str) -> str:
    """Return a colour as `#rrggbb`; `#rgb` and a missing # are understood. Raises `NoColour`."""
    found = re.fullmatch(r"#?([0-9a-f]{6}|[0-9a-f]{3})", text.strip().lower())
    if found is None:
        raise NoColour(text)
    digits = found[1]
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))


def shortfall(colour: str, use: Use, scheme: Scheme) -> float | None:
    """Return the lowest contrast to what the colour is seen on, None where all are high enough."""
    worst = min(contrast(colour, ground) for ground in use.grounds(scheme))
    return worst if worst < use.needed else None


def nearest(colour: str, use: Use, scheme: Scheme) -> str:
    """Return the colour itself where it can be seen, else one of its hue, no darker or lighter than it takes."""
    end = 0.0 if scheme is LIGHT else 1.0
    steps = (_towards(colour, end, step / 100) for step in range(101))
    return next(made for made in steps if shortfall(made, use, scheme) is None)


def _towards(colour: str, end: float, share: float) -> str:
    mixed = (part + (end - part) * share for part in _parts(colour))
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)


def stylesheet(colours: Colours) -> str:
    """Return the style sheet that sets an organisation's colours on a screen, light and dark; paper is black on white."""
    light, dark = _rule(colours.bar, colours.link), _rule(_dark(colours, "bar"), _dark(colours, "link"))
    return f"@media screen {{\n{light}}}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"


def _dark(colours: Colours, name: str) -> str:
    given: str = getattr(colours, f"{name}_dark")
    light: str = getattr(colours, name)
    use = replace(USES[name], needed=USES[name].needed * EASY)
    return given or (nearest(light, use, DARK) if light else "")


EASY = 1.5
"""A colour that nobody chose is not made as faint as would just do."""

USES = {"bar": BAR, "link": LINK}
"""Name of a colour -> what it is for."""


def _rule(bar: str, link: str) -> str:
    return ":root {\n" + "".join([*_set(BAR, bar), *_set(LINK, link)]) + "}\n"


def _set(use: Use, colour: str) -> Iterable[str]:
    return (f"  --{name}: {colour};\n" for name in use.properties if colour)
