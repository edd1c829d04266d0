"""A text that is understood piece by piece: what was understood is masked, and the rest stays to be seen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .retention_words import MASK, words

PUNCTUATION = " \t\n,.;:–—-•*·()[]\"”“»«'?!"


@dataclass(frozen=True)
class Chunk:
    """A stretch of text that nothing has understood."""

    text: str
    start: int
    end: int
    lead: str = ""
    """The filler right before it: "i", "av"."""


class Scan:
    """A text and which of it is understood."""

    def __init__(self, text: str) -> None:
        self.said = self.text = text.replace(MASK, " ")

    def mask(self, start: int, end: int) -> str:
        """Mark a stretch as understood and return its words."""
        self.text = self.text[:start] + MASK * (end - start) + self.text[end:]
        return self.said[start:end]

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Find a pattern in what is left, mark it and return it; None where it does not stand there."""
        match = pattern.search(self.text)
        if match and match.end() > match.start():
            self.mask(match.start(), match.end())
            return match
        return None

    def take_all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Mark all places of a pattern and return them."""
        found = [m for m in pattern.finditer(self.text) if m.end() > m.start()]
        for match in found:
            self.mask(match.start(), match.end())
        return found

    def chunks(self) -> Iterator[Chunk]:
        """Yield the stretches that are left, without fillers and punctuation at their ends."""
        for match in re.finditer(rf"[^{MASK}]+", self.text):
            start, end = trimmed(self.said, match.start(), match.end())
            if start < end:
                lead = re.findall(r"[\w-]+", self.said[match.start() : start])
                yield Chunk(self.said[start:end], start, end, lead[-1] if lead else "")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of a stretch without the fillers and punctuation at its ends."""
    while True:
        before = start, end
        while start < end and text[start] in PUNCTUATION and not _opens_bracket(text, start, end):
            start += 1
        while start < end and text[end - 1] in PUNCTUATION and not _closes_bracket(text, start, end):
            end -= 1
        start = _without_first_filler(text, start, end)
        end = _without_last_filler(text, start, end)
        if (start, end) == before:
            return start, end


def _opens_bracket(text: str, start: int, end: int) -> bool:
    return text[start] == "(" and ")" in text[start:end]


def _closes_bracket(text: str, start: int, end: int) -> bool:
    return text[end - 1] == ")" and "(" in text[start:end]


def _without_first_filler(text: str, start: int, end: int) -> int:
    match = re.compile(r"[^\s,.;:()]+").match(text, start, end)
    return match.end() if match and words().fillers.fullmatch(match[0]) else start


def _without_last_filler(text: str, start: int, end: int) -> int:
    match = re.search(r"[^\s,.;:()]+$", text[start:end])
    return start + match.start() if match and words().fillers.fullmatch(match[0]) else end


def is_generic(text: str) -> bool:
    """Return whether a text names nothing of its own: "dina personuppgifter", "handlingarna"."""
    tokens = re.findall(r"[\w-]+", text)
    return all(words().generic.fullmatch(x) or words().fillers.fullmatch(x) for x in tokens)
