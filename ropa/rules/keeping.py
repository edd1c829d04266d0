"""That the record stays true, and agrees with others like it (Art. 5(2), 24(1))."""

from calendar import monthrange
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from ..vocabulary import Severity
from .base import Case, Place, Places, rule
from .peers import peer
from .sources import GDPR

ORDINARY_INTERVAL = 12
"""Months between reviews where none is stated."""


@rule(
    "R41",
    Severity.WARNING,
    title=_("Review is due"),
    article=_("Art. 5(2), 24(1), 30(3)"),
    sources=(GDPR,),
    condition=_(
        "The record has not been reviewed within the interval stated, twelve months if none is, or it was changed after the last review and not published since."
    ),
    message=_("The record needs a review: {names}."),
    advice=_("Read the record through with those who do the work. Correct it, and enter the day of the review."),
    for_processors=True,
)
def review_is_due(case: Case) -> Places:
    reviewed = case.activity.reviewed_on
    if reviewed is None:
        yield Place("reviewed_on", names=(_("it has never been reviewed"),))
    elif case.changed_on and case.changed_on > reviewed:
        yield Place("reviewed_on", names=(_("it was changed after the last review"),))
    else:
        last_day = months_later(reviewed, case.activity.review_interval_months or ORDINARY_INTERVAL)
        yield Place("reviewed_on", names=(_("too long has passed since the last one"),), since=day_after(last_day))


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year, month = min(year, date.max.year), month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def day_after(day: date) -> date:
    """Return the next day; the last there is has none."""
    return day + timedelta(days=1) if day < date.max else day


@rule(
    "R42",
    Severity.INFO,
    title=_("Others state otherwise"),
    article=_("Art. 5(2)"),
    sources=(GDPR,),
    condition=_(
        "Another controller of the organisation has an activity for the same common purpose, with another legal basis or period."
    ),
    message=_("Another controller of yours does the same kind of work, but states this otherwise: {names}."),
    advice=_("Compare the two. If both are right, nothing needs to be done."),
)
def others_state_otherwise(case: Case) -> Places:
    mine = peer(case.activity)
    if case.peers.differ(mine, "bases"):
        yield Place("legal_bases", names=(_("the legal basis"),))
    if case.peers.differ(mine, "periods"):
        yield Place("retention_rules", names=(_("how long the data are kept"),))
