"""Where the data come from, where they are and who gets them: what the flow picture shows (GDPR Art. 13(1)(e)-(f)).

Pure: a record in, four lists of names out. `drawing` makes a picture of them; the
text twin of the picture says the same names, so that neither can know more than the other.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from .notice import details
from .notice.sharing import third_country
from .record import ProcessingActivity, Said, Source, Value
from .vocabulary import Occurrence, Statement
from .wording import NOT_STATED_YET, Template, Words, ours, say

_SOMETIMES = {Occurrence.MAY_OCCUR, Occurrence.CONDITIONAL, Occurrence.OPTIONAL}


class Stop(Value):
    """One name in a list: somebody who gives or gets data, or a place where they are."""

    name: Said
    sometimes: bool = False
    """Whether it is said to happen only at times or under conditions."""
    unstated: bool = False
    """Whether the words stand where an answer would."""


class Station(Value):
    """A box of the picture: a heading and the names below it."""

    code: str
    """sources, inside, recipients, processors or transfers."""
    heading: Said
    stops: tuple[Stop, ...]


class Flow(Value):
    """The way of the data through one activity."""

    sources: Station
    inside: Station
    """The unit, with the systems and files that hold the data."""
    outward: tuple[Station, ...]
    """Recipients always; processors and places outside the EU/EEA where there are any."""
    outside: Said | None
    """What is stated about places outside the EU/EEA, where none is named."""

    @property
    def stations(self) -> tuple[Station, ...]:
        """All boxes, in the order the data take."""
        return (self.sources, self.inside, *self.outward)


def flow(activity: ProcessingActivity, language: str) -> Flow:
    """Return the way of the data in `language`; what never happens is no part of it.

    The record must be cut to its audience already (`record.view`).
    """
    with override(language):
        return Flow(
            sources=_sources(activity),
            inside=_inside(activity),
            outward=tuple(x for x in (_recipients(activity), _processors(activity), _transfers(activity)) if x),
            outside=third_country(activity),
        )


def _sources(activity: ProcessingActivity) -> Station:
    stops = _stops(activity.sources, _giver)
    return _station("sources", _("From"), stops or _missing(activity, "sources"))


def _giver(row: Source) -> Words | None:
    return ours(_("You yourself")) if row.category and row.category.from_data_subject else row.category


def _inside(activity: ProcessingActivity) -> Station:
    body = activity.unit or activity.controller
    heading = say(body.name) if body else ours(_("With us"))
    stops = _stops(activity.carriers, lambda row: row.system)
    return Station(code="inside", heading=heading, stops=stops or _missing(activity, "carriers"))


def _recipients(activity: ProcessingActivity) -> Station:
    stops = _stops(activity.recipients, lambda row: row.category)
    if not stops and activity.disclosure is Statement.NEVER:
        stops = (Stop(name=ours(_("Nobody outside our own work"))),)
    return _station("recipients", _("To"), stops or _missing(activity, "recipients", "disclosure"))


def _processors(activity: ProcessingActivity) -> Station | None:
    stops = _stops((*activity.processors, *activity.sub_processors), lambda row: row.supplier)
    hidden = _missing(activity, "processors") if activity.withheld_in("processors") else ()
    return _station("processors", _("Work for us"), stops or hidden) if stops or hidden else None


def _transfers(activity: ProcessingActivity) -> Station | None:
    stops = _stops(activity.transfers, lambda row: details.destination(row) or None)
    hidden = _missing(activity, "transfers") if activity.withheld_in("transfers") else ()
    return _station("transfers", _("Outside the EU/EEA"), stops or hidden) if stops or hidden else None


def _stops(rows: Iterable[Any], name: Callable[[Any], Words | None]) -> tuple[Stop, ...]:
    """Return a name once for each that rows give it; one that is always there is not there at times."""
    found: dict[Said, bool] = {}
    for row in rows:
        occurrence = getattr(row, "occurrence", None)
        if occurrence is not Occurrence.NEVER and (words := name(row)):
            said = say(words)
            found[said] = found.get(said, True) and occurrence in _SOMETIMES
    return tuple(Stop(name=said, sometimes=sometimes) for said, sometimes in found.items())


def _missing(activity: ProcessingActivity, *fields: str) -> tuple[Stop, ...]:
    words = _("Not shown") if activity.withheld_in(*fields) else NOT_STATED_YET
    return (Stop(name=ours(words), unstated=True),)


def _station(code: str, heading: Template, stops: tuple[Stop, ...]) -> Station:
    return Station(code=code, heading=ours(heading), stops=stops)
