"""The texts that rules rest on, and whether we have read them.

A rule that rests on a text nobody here has read asks the DPO to check; it
states nothing as fact. What was read, where and when: docs/decisions/0010-laws-verified.md.
"""

from typing import NamedTuple


class Source(NamedTuple):
    """A legal text or a guidance."""

    name: str
    """Its name, in Swedish where it is Swedish law."""
    url: str = ""
    """Where it can be read; empty = no address that we know of."""
    read: bool = True
    """Whether the provisions that the rules name were read in a stored copy of the text."""


def _sfs(number: str) -> str:
    return f"https://rkrattsbaser.gov.se/sfst?bet={number}"


GDPR = Source("GDPR (EU) 2016/679", "https://eur-lex.europa.eu/eli/reg/2016/679/oj")
