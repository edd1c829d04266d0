"""Forms with boxes to tick: only what is ticked is said."""

import re
from collections.abc import Iterable

from ..passages import Passage

_TICKED = r"☒|☑|☓|✓|✔|✗|✘|■|◼|\[[xX]\]|\([xX]\)"
_OPEN = r"☐|\[ ?\]"
_DRAWN = r"□|▢|◻|❏|❑|\( ?\)"
"""Open boxes too, where others are ticked; else they may be bullets."""
_ANY = re.compile(f"(?P<ticked>{_TICKED})|(?P<open>{_OPEN}|{_DRAWN})")
_SURE = re.compile(f"(?:{_TICKED})|(?:{_OPEN})")


def ticked(passages: Iterable[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Return passages with the ticked choices alone, and the choices that were not made."""
    said: list[Passage] = []
    left: list[Passage] = []
    for passage in passages:
        if not _SURE.search(passage.text):
            said.append(passage)
            continue
        chosen, open_ = _parted(passage.text)
        said += [Passage(passage.label, chosen, passage.place)] if chosen else []
        left += [Passage(passage.label, open_, passage.place)] if open_ else []
    return said, left


def _parted(text: str) -> tuple[str, str]:
    """Return a text without its boxes and what stands after open ones, and that."""
    chosen: list[str] = []
    left: list[str] = []
    for line in text.splitlines():
        boxes = [*_ANY.finditer(line)]
        chosen.append(line[: boxes[0].start()] if boxes else line)
        ends = [box.start() for box in boxes[1:]] + [len(line)]
        for box, end in zip(boxes, ends, strict=False):
            (chosen if box["ticked"] else left).append(line[box.end() : end])
    return _lines(chosen), _lines(left)


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(text for part in parts if (text := part.strip(" \t,;")))
