"""What a line of plain text is by its signs: heading, entry of a list, row of a table, drawn line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .wrapping import across_pages

ITEM = re.compile(r"\s*(?:[•·‣▪◦●○■□*\-–—]|\(?(?P<number>\d{1,3}|[a-zåäö])[.)])\s+(?P<text>\S.*)")
RULE = re.compile(r"\s*(?:[-=_*~—–]\s*){3,}|\s*:?-+:?\s*")
MARKED = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
CAPTION = re.compile(r"(?:tabell|table|taulukko|figur|figure|bild|sida|page|sid)\.?\s*\d+\b.*", re.IGNORECASE)
"""A caption or page number: it stands by itself as a heading does."""

SHOUTED = re.compile(r"[^\W\d_]{5}")
"""A word in capitals that is longer than abbreviations are (IVO, GDPR)."""

HEADING_CHARS = 120
"""Characters: longer lines are sentences, also without a full stop."""

LONGEST = 10_000
"""Characters of a line in which Markdown's signs are looked for: a hostile one takes time by the square of its length."""

PLAIN, QUESTION, LED, CAPITALS = 2, 3, 3, 1
"""Levels of headings whose only mark is how they stand. A question asks within a topic that was named before."""


@dataclass(frozen=True)
class Entry:
    """An entry of a list."""

    text: str
    numbered: bool


def item(line: str) -> Entry | None:
    """Return a line as an entry, or None."""
    found = ITEM.fullmatch(line)
    return Entry(found["text"], found["number"] is not None) if found and not is_rule(line) else None


def is_rule(line: str) -> bool:
    """Return whether a line is drawn: dashes, equals signs, or what parts a Markdown table's header."""
    return bool(RULE.fullmatch(line))


def heading_mark(line: str) -> tuple[int, str] | None:
    """Return level and text of a Markdown heading, or None."""
    found = MARKED.fullmatch(line) if len(line) <= LONGEST else None
    return (len(found[1]), found[2]) if found else None


def underlined(line: str, following: str) -> int:
    """Return 1 or 2 for a line that is underlined with equals signs or hyphens, else 0."""
    line, mark = line.strip(), following.strip()
    fits = len(mark) >= 3 and len(line) <= HEADING_CHARS and any(c.isalpha() for c in line)
    if not fits or item(line) or len(set(mark)) != 1:
        return 0
    return {"=": 1, "-": 2}.get(mark[0], 0)


def looks_like_heading(text: str, alone: bool) -> int:
    """Return the level of a line that looks like a heading, or 0; `alone` tells whether empty lines stand around it."""
    if len(text) > HEADING_CHARS or not any(c.isalpha() for c in text) or CAPTION.fullmatch(text):
        return 0
    if text.endswith("?") and text[0].isupper() and text.count("?") == 1 and not re.search(r"[.!:] ", text):
        return QUESTION
    if text.isupper() and SHOUTED.search(text) and text[-1] not in ".,;:":
        return CAPITALS
    begins = text[0].isupper() or text[0].isdigit()
    return PLAIN if alone and begins and text[-1] not in ".,;:!…" and not re.search(r"[:.] ", text[4:]) else 0


LED_BLOCKS, LED_SHARE = 4, 0.6
"""How many paragraphs of several lines, and what share of them, begin with a heading where that is the file's habit."""


def leads(line: str, following: str) -> bool:
    """Return whether a line may be the heading of the one right below it."""
    begins = bool(following.strip()) and not following.strip()[0].islower() and "\t" not in line + following
    return begins and item(line) is None and looks_like_heading(line.strip(), alone=True) > 0


def paragraphs_are_led(lines: Sequence[str]) -> bool:
    """Return whether the paragraphs of a file begin with a heading each, without an empty line below it."""
    firsts = [n for n, line in enumerate(lines[:-1]) if line and lines[n + 1] and (n == 0 or not lines[n - 1])]
    led = sum(leads(lines[n], lines[n + 1]) for n in firsts)
    return led >= max(LED_BLOCKS, LED_SHARE * len(firsts))


def tab_cells(line: str) -> list[str]:
    """Return a line's cells where tabs part it; tabs before the text only move it in."""
    text = line.strip(" ").rstrip("\t")
    return [part.strip() for part in text.split("\t")] if "\t" in text.lstrip("\t") else []


def pipe_cells(line: str) -> list[str]:
    """Return the cells of a row of a Markdown table."""
    text = line.strip()
    if not text.startswith("|") or text.count("|") < 2:
        return []
    inner = text[1:-1] if text.endswith("|") and not text.endswith(r"\|") else text[1:]
    return [re.sub(r"<br\s*/?>", "\n", part.strip().replace(r"\|", "|")) for part in re.split(r"(?<!\\)\|", inner)]


def plain(text: str) -> str:
    """Return a text without Markdown's signs for bold."""
    return EMPHASIS.sub(r"\2", text.strip()) if len(text) <= LONGEST else text.strip()


NUMBERED = re.compile(r"\(?(?P<number>\d{1,2})(?:[.)]|\s*[.)]?\s)\s*(?P<text>\S.*)")
NUMBERED_LEAST = 2


def numbered_heads(lines: Sequence[str]) -> frozenset[int]:
    """Return which lines are headings with a number: above each an empty line, right below it its text or list.

    They count up, there are several, and no list of numbers is one of them: there the next number follows.
    """
    heads = [(n, int(found["number"])) for n, line in enumerate(lines[:-1]) if (found := _numbered_head(lines, n))]
    rising = [n for (n, number), (_m, before) in zip(heads, [(-1, 0), *heads], strict=False) if number > before]
    return frozenset(rising) if len(rising) >= max(NUMBERED_LEAST, len(heads) * LED_SHARE) else frozenset()


def _numbered_head(lines: Sequence[str], number: int) -> re.Match[str] | None:
    line, below = lines[number], lines[number + 1]
    found = NUMBERED.fullmatch(line) if number == 0 or not lines[number - 1] else None
    if found is None or not below.strip() or below[0].isspace() or NUMBERED.fullmatch(below):
        return None
    return (
        found
        if not across_pages(line, below) and "\t" not in line + below and looks_like_heading(found["text"], alone=True)
        else None
    )
