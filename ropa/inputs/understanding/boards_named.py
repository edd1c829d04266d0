"""A board that stands by itself above all activities, as a title or part of one, and answers for them."""

import re

from ...vocabulary import ControllerKind
from .parties_names import kind_of

_PARTS = re.compile(r"\s[–—-]\s|[:|]|,\s(?!\w+-\s)|\bav\s|\bhos\s|\bvid\s|\bför\s(?=[A-ZÅÄÖ])")
_BOARD = re.compile(
    r"(?:nämnd(?:en)?|styrelse[n]?|utskott(?:et)?|direktion(?:en)?|udvalg(?:et)?|utvalg(?:et)?)$", re.IGNORECASE
)
_MORE = re.compile(r"[\d@\n]")
"""What no title has: numbers, addresses, several lines."""
_LONGEST = 8
"""Words of a board's name, with the municipality it is in."""


def board_in(title: str) -> str:
    """Return the board that a title, or all of a line, names; empty where it names none, several or more of it."""
    if _MORE.search(title) or title.rstrip().endswith((".", "?", "!")):
        return ""
    found = [part.strip() for part in _PARTS.split(title) if _is_board(part.strip())]
    return found[0] if len(found) == 1 else ""


def _is_board(part: str) -> bool:
    core = re.split(r"\s(?:i|inom|för|in|of)\s", part, flags=re.IGNORECASE)[0]
    short = 0 < len(part.split()) <= _LONGEST and part[:1].isupper()
    return short and bool(_BOARD.search(core)) and kind_of(part) is ControllerKind.BOARD
