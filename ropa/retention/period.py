"""When it happens: the period, and the event it is counted from."""

import re
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from ..record import RetentionRule, RetentionTrigger
from ..vocabulary import PeriodEnd
from ..wording import here, join, lower_first, say


class Duration(NamedTuple):
    """A retention period taken apart, ready to be said or to be added to a date."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0


def parse_period(period: str) -> Duration:
    """Return the parts of an ISO 8601 duration such as P5Y or P1Y6M."""
    parts = {unit: int(number) for number, unit in re.findall(r"(\d+)([YMWD])", period)}
    return Duration(*(parts.get(unit, 0) for unit in "YMWD"))


def spoken_period(period: str) -> str:
    """Return the period in words of the active language, as in "five years"."""
    length = parse_period(period)
    parts = [
        (length.years, ngettext("one year", "{number} years", length.years)),
        (length.months, ngettext("one month", "{number} months", length.months)),
        (length.weeks, ngettext("one week", "{number} weeks", length.weeks)),
        (length.days, ngettext("one day", "{number} days", length.days)),
    ]
    return join([words.format(number=_number(count)) for count, words in parts if count])


_NUMBERS = (
    pgettext_lazy("number", "two"),
    pgettext_lazy("number", "three"),
    pgettext_lazy("number", "four"),
    pgettext_lazy("number", "five"),
    pgettext_lazy("number", "six"),
    pgettext_lazy("number", "seven"),
    pgettext_lazy("number", "eight"),
    pgettext_lazy("number", "nine"),
    pgettext_lazy("number", "ten"),
    pgettext_lazy("number", "eleven"),
    pgettext_lazy("number", "twelve"),
)


def _number(count: int) -> str:
    return str(_NUMBERS[count - 2]) if 2 <= count <= 12 else str(count)


_ENDS = {
    PeriodEnd.CALENDAR_YEAR: _(", at the end of that calendar year"),
    PeriodEnd.NEXT_CALENDAR_YEAR: _(", at the latest in the following calendar year"),
    None: "",
}


def time(rule: RetentionRule) -> str:
    """Return when it happens, or "" when nothing is stated."""
    happens = _from_event(rule, rule.trigger) if rule.trigger else _from_nothing(rule)
    return happens + str(_ENDS[rule.period_end])


def _from_event(rule: RetentionRule, trigger: RetentionTrigger) -> str:
    after, when = trigger.after.get(here()), trigger.when.get(here())
    label = lower_first(str(say(trigger)))
    if any(parse_period(rule.period)):
        template = _("{period} after {event}") if after else _("{period} counted from {event}")
        return str(template).format(period=spoken_period(rule.period), event=after or label)
    return str(_("when {event}") if when else _("upon {event}")).format(event=when or label)


def _from_nothing(rule: RetentionRule) -> str:
    if any(parse_period(rule.period)):
        return str(_("after {period}")).format(period=spoken_period(rule.period))
    if rule.period:
        return str(_("at once"))
    return "" if rule.action or rule.period_end else str(_("or when"))
