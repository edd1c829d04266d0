"""How an organisation makes the public pages its own: colours, logo, links of the footer. Pure: no tables, no clock."""

from .colours import (
    BAR,
    DARK,
    LIGHT,
    LINK,
    Colours,
    NoColour,
    Scheme,
    Use,
    contrast,
    nearest,
    read,
    shortfall,
    stylesheet,
)
from .links import Link, NoLink, links
from .pictures import LARGEST, Picture, Refused, picture

__all__ = [
    "BAR",
    "DARK",
    "LARGEST",
    "LIGHT",
    "LINK",
    "Colours",
    "Link",
    "NoColour",
    "NoLink",
    "Picture",
    "Refused",
    "Scheme",
    "Use",
    "contrast",
    "links",
    "nearest",
    "picture",
    "read",
    "shortfall",
    "stylesheet",
]
