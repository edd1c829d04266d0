"""A day as people type it: 2024-05-31, 20240531, 31/5 2024, 31 maj 2024, May 31, 2024.

Names of months are read in both languages on every page. Two numbers before a year are
day and month in Swedish; in English they can be month and day as well, so that a day is
only read out of them where there is one way to read it.
"""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

YEARS = range(1900, 2101)
"""Years that people ask about: what lies outside is mistyped."""

_YEAR_FIRST = re.compile(r"([0-9]{4})(?:([-/. ])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))")
_NUMBERS = re.compile(r"([0-9]{1,2})(?: ?[-/.] ?| )([0-9]{1,2})[-/., ] ?([0-9]{4})")
_DAY_MONTH = re.compile(r"(?:den |the )?([0-9]{1,2})(?:st|nd|rd|th|:[ae]|\.)? ?(?:of )?([^\W\d_]{3,})[., ] ?([0-9]{4})")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.? ([0-9]{1,2})(?:st|nd|rd|th)?[, ] ?([0-9]{4})")


def read_day(typed: str) -> date:
    """Return the day that was typed. Raises `ValueError`, with what to write instead, where there is none."""
    text = " ".join(typed.casefold().split())
    readings = set(_readings(text))
    if not readings:
        raise ValueError(_("Write the day like this: 2024-05-31. You may also write 31 May 2024."))
    if all(year not in YEARS for year, _month, _day in readings):
        raise ValueError(_("Write a year between {first} and {last}.").format(first=YEARS[0], last=YEARS[-1]))
    days = {day for reading in readings if (day := _day(*reading))}
    if not days:
        raise ValueError(_("There is no such day. Check the month and the day."))
    if len(days) > 1:
        raise ValueError(_("This can be read as two different days. Write the month as a word, as in 31 May 2024."))
    return days.pop()


def _readings(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield year, month and day, each way that the text can be read."""
    if found := _YEAR_FIRST.fullmatch(text):
        yield int(found[1]), int(found[3] or found[5]), int(found[4] or found[6])
    elif found := _NUMBERS.fullmatch(text):
        yield int(found[3]), int(found[2]), int(found[1])
        if get_language() != "sv":
            yield int(found[3]), int(found[1]), int(found[2])
    elif (found := _DAY_MONTH.fullmatch(text)) and (month := _month(found[2])):
        yield int(found[3]), month, int(found[1])
    elif (found := _MONTH_DAY.fullmatch(text)) and (month := _month(found[1])):
        yield int(found[3]), month, int(found[2])


def _month(word: str) -> int | None:
    """Return the number of a month by its name or the beginning of it, in either language."""
    for language in ("sv", "en"):
        with override(language):
            for number, name in MONTHS.items():
                if str(name).casefold().startswith(word):
                    return number
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
