"""Periods of time in running text: "fem år", "18 månader", "ett halvt år", "10-årig" -> ISO 8601."""

import re
from dataclasses import dataclass
from functools import cache

from .retention_words import words

_RANGE = r"(?<![\w.,/])(?:\d+|{numbers})\s*(?:-|–|—|/|till|to|til|eller|or|och|and)\s*"
_NOT_AN_AGE = r"(?!\s+(?:ålder|alder|fyllda|gammal|gamla|gammel|of age|old))"
_FYLLER = r"(?:fyll\w*|fylt|turn\w*|reach\w*|uppnå\w*|åldern?)"


@dataclass(frozen=True)
class FoundPeriod:
    """A period that a text names."""

    period: str
    """ISO 8601; empty where the words do not settle on one, as in "2-5 år"."""
    start: int
    end: int


@cache
def _pattern() -> re.Pattern[str]:
    numbers = "|".join(sorted(map(re.escape, words().numbers), key=len, reverse=True))
    units = "|".join(sorted(map(re.escape, words().units), key=len, reverse=True))
    number = rf"(?:\d{{1,3}}(?:[.,]5|½)?|½|{numbers})"
    aside = r"(?:\s*\(\s*[\wåäö]+\s*\))?"
    tail = r"(?:period\w*|frist\w*|tid|lång\w*)?"
    return re.compile(
        rf"(?P<range>{_RANGE.format(numbers=numbers)})?(?<![\w.,:§])(?P<age>{_FYLLER}\s+)?"
        rf"(?P<number>{number}){aside}[\s-]*(?P<unit>{units}){tail}(?!\w){_NOT_AN_AGE}"
        rf"(?:\s*(?:och|,|og|and)?\s+(?P<more>\d{{1,2}})\s*(?P<months>mån\w*|måneder|months?)(?!\w))?",
        re.IGNORECASE,
    )


def periods(text: str) -> list[FoundPeriod]:
    """Return the periods a text names, in its order; an age ("fyller 18 år") is none."""
    said = [FoundPeriod(p, m.start(), m.end()) for p, words_ in words().periods for m in words_.finditer(text)]
    counted = [FoundPeriod(_iso(m), m.start(), m.end()) for m in _pattern().finditer(text) if not m["age"]]
    found: list[FoundPeriod] = []
    for period in sorted(said, key=lambda x: x.start - x.end) + counted:
        if not any(x.start < period.end and period.start < x.end for x in found):
            found.append(period)
    return sorted(found, key=lambda x: x.start)


def _iso(match: re.Match[str]) -> str:
    if match["range"]:
        return ""
    number, unit = match["number"].casefold(), words().units[match["unit"].casefold()]
    if number.endswith(("5", "½")) and not number.isdigit():
        return _half(number, unit)
    count = int(number) if number.isdigit() else words().numbers[number]
    if unit == "H":
        return f"P{count // 24}D" if count % 24 == 0 and count else ""
    return f"P{count}{unit}" + (f"{match['more']}M" if match["more"] and unit == "Y" else "")


def _half(number: str, unit: str) -> str:
    """Return a period of so many and a half years; half a month or week has no writing."""
    whole = int(re.match(r"\d*", number)[0] or 0)  # type: ignore[index]
    return f"P{whole * 12 + 6}M" if unit == "Y" else ""
