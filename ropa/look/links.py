"""The links of a footer, written one a line: what it is called, then where it leads."""

from dataclasses import dataclass
from urllib.parse import urlsplit


class NoLink(ValueError):
    """The line does not say what the link is called and where it leads."""


@dataclass(frozen=True)
class Link:
    """A link as it is shown."""

    label: str
    href: str


def links(text: str) -> list[Link]:
    """Return the links of a text, one for each line that says something. Raises `NoLink` with the line that is none."""
    return [_link(line.strip()) for line in text.splitlines() if line.strip()]


def _link(line: str) -> Link:
    label, _blank, href = line.rpartition(" ")
    if not label.strip() or not _leads_somewhere(href):
        raise NoLink(line)
    return Link(label.strip(), href)


def _leads_somewhere(href: str) -> bool:
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname)
