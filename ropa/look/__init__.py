"""How an organisation makes the public pages its own: colours, logo, links of the footer. Pure: no tables, no clock."""

from .colours import BAR, DARK, LIGHT, LINK, Colours, NoColour, Use, contrast, nearest, shortfall, stylesheet
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
    "Use",
    "contrast",
    "links",
    "nearest",
    "picture",
    "shortfall",
    "stylesheet",
]
