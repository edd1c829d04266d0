"""Which day a period has run out: earliest and latest day of what happens then.

A period does not count the day of the event. Its last day bears the event's number in
the month; where that month has no such day, its last day (lag 1930:173, 1 §; Regulation
1182/71, Art. 3, says the same): five years after 29 February end with 28 February. What
happens may happen from the day after. Years and months are counted before weeks and days.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from ..record import RetentionRule
from ..vocabulary import PeriodEnd
from .period import Duration, parse_period


class Window(NamedTuple):
    """The days between which something may happen."""

    earliest: date | None = None
    latest: date | None = None
    """None = no latest day is stated."""


def last_day(event: date, period: Duration) -> date:
    """Return the last day of a period; the event's own day for a period of nothing.

    Raises `OverflowError` beyond the year 9999.
    """
    months = event.year * 12 + event.month - 1 + period.years * 12 + period.months
    year, month = months // 12, months % 12 + 1
    if year > date.max.year:
        raise OverflowError
    day = min(event.day, monthrange(year, month)[1])
    return date(year, month, day) + timedelta(weeks=period.weeks, days=period.days)


def window(rule: RetentionRule, event: date) -> Window:
    """Return the days on which what the rule says may happen, counted from the day of its event.

    Raises `OverflowError` where they lie beyond the year 9999.

    "At the latest in the following calendar year" is read from the year of the period's last
    day (LSS 21 c §): where a period ends on 31 December another reading gives a year more,
    and the earlier day keeps to both.
    """
    period = parse_period(rule.period)
    last = last_day(event, period)
    if rule.period_end is PeriodEnd.CALENDAR_YEAR:
        return Window(_after(date(last.year, 12, 31)))
    earliest = _after(last) if any(period) else last
    if rule.period_end is PeriodEnd.NEXT_CALENDAR_YEAR:
        return Window(earliest, _end_of_next_year(last))
    return Window(earliest)


def _after(day: date) -> date:
    return day + timedelta(days=1)


def _end_of_next_year(day: date) -> date:
    if day.year == date.max.year:
        raise OverflowError
    return date(day.year + 1, 12, 31)
