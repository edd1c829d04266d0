"""Days as people write them: "2021-03-03", "3 mars 2021", "3/3 2021", "210303"."""

import re
from datetime import date

from .parties_words import table

_MONTHS = (
    "jan feb mar apr maj jun jul aug sep okt nov dec".split(),
    "jan feb mar apr mai jun jul aug sep okt nov des".split(),
    "jan feb mar apr may jun jul aug sep oct nov dec".split(),
)
_NAMES = {name: number for months in _MONTHS for number, name in enumerate(months, 1)} | {"mars": 3, "marts": 3}

_MONTH = r"(?:jan(?:uar[iy]?)?|feb(?:ruar[iy]?)?|mar(?:s|ts|ch)?|apr(?:il)?|ma[ijy]|jun[ie]?|jul[iy]?|aug(?:ust[i]?)?|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cs](?:ember)?)\.?"
DAY = (
    r"(?:(?<!\d)(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:\.|:e|:a|st|nd|rd|th)?\s+{_MONTH},?\s+(?:19|20)\d\d(?!\d)"
    rf"|(?<!\w){_MONTH}\s+(?:0?[1-9]|[12]\d|3[01]),?\s+(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])[\s/-]+(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<!\d)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d-]))"
)
"""A regular expression for a whole day; a month and a year are none."""


def day_of(text: str) -> date | None:
    """Return the day that is written in `text`, the first if there are several; None where none is."""
    for match in re.finditer(DAY, text, re.IGNORECASE):
        try:
            return _day(match[0])
        except ValueError:
            continue
    return None


def _day(written: str) -> date:
    """Raise `ValueError` where there is no such day."""
    numbers = [int(x) for x in re.findall(r"\d+", written)]
    if name := re.search(_MONTH, written, re.IGNORECASE):
        key = name[0].casefold().rstrip(".")
        day, year = numbers[0], numbers[-1]
        return date(year, _NAMES.get(key) or _NAMES[key[:3]], day)
    if len(numbers) == 1:
        return _compact(re.sub(r"\D", "", written))
    first, month, last = numbers
    return date(first, month, last) if first > 31 else date(last, month, first)


def _compact(digits: str) -> date:
    if len(digits) == 8:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    year = int(digits[:2])
    return date(1900 + year if year > 69 else 2000 + year, int(digits[2:4]), int(digits[4:]))


def of_page(label: str, said: str) -> bool:
    """Return whether a day is the page's and not the activity's: below no label, or "Sidan senast uppdaterad"."""
    page = table("review")["page"]
    return bool(page.search(label) or page.search(said) or (not label and table("review")["edited"].match(said)))
