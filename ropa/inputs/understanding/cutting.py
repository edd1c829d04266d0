"""Texts cut into lines, sentences and what stands between separators. Places, not copies: each cut quotes its text."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from .synonyms import setting

_BULLET = re.compile(r"\s*(?:(?:[•●▪◦·*‣∙‐‑–—-]|o(?=\s)|(?:\d{1,2}|[a-zA-Z])[.)](?=\s))\s*)?")
_INLINE_BULLET = re.compile(r"\s+[•●▪◦·‣∙]\s+")
_DASH = re.compile(r"\s+[–—-]\s+")
_STOP = re.compile(r"[.!?…]+[\"”’)\]]*(?=\s|$)")
_ENDS_OPEN = re.compile(
    r"(?:&|\b(?:i|på|av|för|till|om|och|eller|samt|som|att|med|den|det|de|en|ett|vid|från|är|har|the|of|and|to)|[^.:;!?)\]\n]{60})$"
)
"""What a line ends with that goes on in the next: a word that wants another, or a long line without a stop."""


@dataclass(frozen=True)
class Span:
    """A part of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part as it stands."""
        return text[self.start : self.end]


def stripped(text: str, start: int, end: int, away: str = " \t\r\n\f\v\xa0") -> Span:
    """Return a part of a text without these characters at its ends."""
    while start < end and (text[start] in away or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in away or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def entries(text: str, *, dashed: bool = True) -> Iterator[Span]:
    """Yield the lines and entries of a text, without their bullets and numbers; a broken line is one.

    Several dashes in a line make entries too, unless `dashed` is off.
    """
    for line in _whole_lines(text):
        for part in between(text, line, _INLINE_BULLET):
            dashes = len(_DASH.findall(part.of(text)))
            for entry in between(text, part, _DASH) if dashed and dashes > 1 else (part,):
                bullet = _BULLET.match(text, entry.start, entry.end)
                if (span := stripped(text, bullet.end() if bullet else entry.start, entry.end)).of(text):
                    yield span


def _whole_lines(text: str) -> Iterator[Span]:
    """Yield lines; one that goes on in the next, which begins in lower case, is put together with it."""
    start = end = -1
    for found in re.finditer(r"[^\n\r]*\S[^\n\r]*", text):
        if start >= 0 and _goes_on(text[start:end], found[0]):
            end = found.end()
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = found.span()
    if start >= 0:
        yield Span(start, end)


def _goes_on(line: str, following: str) -> bool:
    return (
        (following.lstrip()[:1].islower() or line.rstrip().endswith("&"))
        and bool(_ENDS_OPEN.search(line.rstrip()[-80:]))
        and not _bulleted(following)
    )


def _bulleted(line: str) -> bool:
    found = _BULLET.match(line)
    return bool(found and found[0].strip())


def sentence_spans(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences of a part, their stops included; abbreviations end none."""
    start, whole = within.start, brackets(text, within)
    for stop in _STOP.finditer(text, within.start, within.end):
        if not _inside(stop.start(), whole) and _ends_sentence(text, start, stop, within.end):
            yield stripped(text, start, stop.end())
            start = stop.end()
    if (rest := stripped(text, start, within.end)).of(text):
        yield rest


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    following = text[stop.end() : min(end, stop.end() + 80)].lstrip()
    if not following or stop[0][0] != ".":
        return True
    before = text[max(start, stop.start() - 40) : stop.start()]
    if re.search(r"(?:^|\s)\d{1,2}$", before) and not following[:1].isupper():
        return False
    last = before.casefold()
    if _ends_with(last, "final_abbreviations"):
        return following[:1].isupper()
    initial = re.search(r"(?:^|[\s(])[a-zåäö]$|(?:^|\. ?)[A-ZÅÄÖ]$", before)
    short = not re.search(r"\w [A-ZÅÄÖ]$", before) and _ends_with(last, "abbreviations")
    return not (initial or short)


@cache
def _abbreviations(name: str) -> re.Pattern[str]:
    words = sorted(setting(name), key=len, reverse=True)
    return re.compile(r"(?:^|[\s(/\"”])(?:" + "|".join(re.escape(w) for w in words) + ")$")


def _ends_with(text: str, name: str) -> bool:
    return bool(_abbreviations(name).search(text[-20:]))


def brackets(text: str, within: Span) -> list[Span]:
    """Return the outermost pairs of brackets of a part; one without its fellow is none."""
    open_at: list[int] = []
    pairs: list[Span] = []
    for place in range(within.start, within.end):
        if text[place] in "([":
            open_at.append(place)
        elif text[place] in ")]" and open_at:
            pair = Span(open_at.pop(), place + 1)
            while pairs and pairs[-1].start > pair.start:
                pairs.pop()
            pairs.append(pair)
    return pairs


def between(text: str, within: Span, separator: re.Pattern[str], kept: Iterable[Span] = ()) -> Iterator[Span]:
    """Yield what stands between separators; those in brackets and in `kept` parts are none. No part is empty."""
    whole = sorted([*brackets(text, within), *kept], key=lambda span: span.start)
    start = within.start
    for found in separator.finditer(text, within.start, within.end):
        if found.start() < start or _inside(found.start(), whole):
            continue
        if (part := stripped(text, start, found.start())).of(text):
            yield part
        start = found.end()
    if (part := stripped(text, start, within.end)).of(text):
        yield part


def _inside(place: int, spans: list[Span]) -> bool:
    last = bisect_right(spans, place, key=lambda span: span.start)
    return any(span.start <= place < span.end for span in spans[max(0, last - 3) : last])
