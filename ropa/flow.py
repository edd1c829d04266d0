"""Where the data come from, where they are and who gets them: what the flow picture shows (GDPR Art. 13(1)(e)-(f)).

Pure: a record in, lists of names out. `drawing` makes a picture of them; the text twin of the
picture and the box in short say the same names, so that none can know more than another.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from .notice import details
from .notice.sharing import third_country
from .record import ProcessingActivity, Said, Source, Value
from .vocabulary import Code, Occurrence, Statement
from .wording import NOT_STATED_YET, Template, Words, ours, say, told

_SOMETIMES = {Occurrence.MAY_OCCUR, Occurrence.CONDITIONAL, Occurrence.OPTIONAL}

Way = Literal["sure", "unsure", "none"]
"""Whether data go that way: somebody is named, nobody is, or it is stated that none do."""


class Stop(Value):
    """One name in a list: somebody who gives or gets data, or a place where they are."""

    name: Said
    sometimes: bool = False
    """Whether it is said to happen only at times or under conditions."""
    unstated: bool = False
    """Whether the words stand where an answer, or the rest of one, would."""


class Station(Value):
    """A box of the picture: a heading and the names below it."""

    code: str
    """sources, inside, recipients, processors or transfers."""
    heading: Said
    stops: tuple[Stop, ...]
    lead: Said | None = None
    """What must be known before the names: that they are examples, or contradict what is stated."""
    never: bool = False
    """Whether it is stated that no data go there."""

    @property
    def way(self) -> Way:
        """How sure it is that data go there, or come from there."""
        if self.never:
            return "none"
        return "unsure" if all(stop.unstated for stop in self.stops) else "sure"


class Flow(Value):
    """The way of the data through one activity."""

    sources: Station
    inside: Station
    """The unit, with the systems and files that hold the data."""
    outward: tuple[Station, ...]
    """Recipients always; processors and places outside the EU/EEA where there are any."""
    outside: Said | None
    """What is said about places outside the EU/EEA, where these have no box."""

    @property
    def stations(self) -> tuple[Station, ...]:
        """All boxes, in the order the data take."""
        return (self.sources, self.inside, *self.outward)


def flow(activity: ProcessingActivity, language: str) -> Flow:
    """Return the way of the data in `language`; what never happens is no part of it.

    The record must be cut to its audience already (`record.view`).
    """
    with override(language):
        abroad = transfers(activity)
        return Flow(
            sources=_sources(activity),
            inside=_inside(activity),
            outward=tuple(x for x in (recipients(activity), _processors(activity), abroad) if x),
            outside=None if abroad else _outside(activity),
        )


def _sources(activity: ProcessingActivity) -> Station:
    stops = _stops(activity, activity.sources, _giver, ("category",), ("note",))
    return _station(activity, "sources", _("From"), stops, ("sources",))


def _giver(row: Source) -> Words | None:
    return ours(_("You yourself")) if row.category and row.category.from_data_subject else row.category


def _inside(activity: ProcessingActivity) -> Station:
    body = activity.unit or activity.controller
    stops = _stops(activity, activity.carriers, lambda row: row.system, ("system",), ("note", "medium"))
    return _station(activity, "inside", say(body.name) if body else ours(_("With us")), stops, ("carriers",))


def recipients(activity: ProcessingActivity) -> Station:
    """Return who gets data, in the active language."""
    stops = _stops(activity, activity.recipients, lambda row: row.category, ("category",), ("note", "purpose"))
    never = activity.disclosure is Statement.NEVER
    found = _station(activity, "recipients", _("To"), stops, ("recipients", "disclosure"), _undisclosed(activity))
    lead = (
        ours(_("Nobody outside our own work, it is stated. Yet these are listed:")) if never and stops else found.lead
    )
    return found.model_copy(update={"never": never, "lead": lead})


def _undisclosed(activity: ProcessingActivity) -> Stop | None:
    """Return what is stated about disclosure as a whole."""
    if activity.disclosure is Statement.NEVER:
        helped = any(x.occurrence is not Occurrence.NEVER for x in activity.processors) or activity.sub_processors
        others = _("Nobody outside our own work, except those who work for us")
        return Stop(name=ours(others if helped else _("Nobody outside our own work")))
    if activity.disclosure is Statement.OCCURS:
        return Stop(name=ours(_("We do disclose data, but to whom is not stated yet.")), unstated=True)
    return None


def _processors(activity: ProcessingActivity) -> Station | None:
    rows = (*activity.processors, *activity.sub_processors)
    stops = _stops(activity, rows, lambda row: row.supplier, ("supplier",), ("task",))
    fields = ("processors", "sub_processors")
    there = stops or hidden(activity, *fields)
    return _station(activity, "processors", _("Work for us"), stops, fields) if there else None


def transfers(activity: ProcessingActivity) -> Station | None:
    """Return the places outside the EU/EEA, in the active language; None where there is nothing to put in a box."""
    fields, named = ("transfers", "third_country"), ("country", "international_organisation")
    stops = _stops(activity, activity.transfers, lambda row: details.destination(row) or None, named, ("importer",))
    never = activity.third_country is Statement.NEVER
    if not (stops or activity.third_country is Statement.OCCURS or hidden(activity, *fields)):
        return None
    said = third_country(activity)
    whole = Stop(name=said, unstated=not never) if said else None
    found = _station(activity, "transfers", _("Outside the EU/EEA"), stops, fields, whole)
    lead = ours(_("Never, it is stated. Yet these are listed:")) if never and stops else None
    return found.model_copy(update={"never": never, "lead": lead})


def _outside(activity: ProcessingActivity) -> Said:
    return third_country(activity) or ours(_("It is not stated whether data are taken outside the EU/EEA."))


# --- what every box is made of ----------------------------------------------------------------------------------------


def hidden(activity: ProcessingActivity, *fields: str) -> bool:
    """Return whether anything of these fields is withheld: the whole, a row of it, or a cell of a row."""
    keys = {row.key for name in fields if isinstance(rows := getattr(activity, name), tuple) for row in rows}
    return bool(activity.withheld_in(*fields)) or any(x.about in keys for x in activity.withheld)


def rest(activity: ProcessingActivity, stops: Sequence[Stop], *fields: str) -> tuple[Stop, ...]:
    """Return what stands where an answer would: that all or some of it is not shown, or that nothing is stated."""
    if hidden(activity, *fields):
        words = _("Some of it is not shown") if stops else _("Not shown")
        return (Stop(name=ours(words), unstated=True),)
    return () if stops else (Stop(name=ours(NOT_STATED_YET), unstated=True),)


def _station(
    activity: ProcessingActivity,
    code: str,
    heading: Template,
    stops: tuple[Stop, ...],
    fields: Sequence[str],
    whole: Stop | None = None,
) -> Station:
    """Return a box; `whole` is what stands in it where no row does."""
    told_ = stops or ((whole,) if whole else ())
    examples = activity.examples_only and any(not stop.unstated for stop in stops)
    return Station(
        code=code,
        heading=heading if isinstance(heading, Said) else ours(heading),
        stops=(*told_, *rest(activity, told_, *fields)),
        lead=ours(_("For example:")) if examples else None,
    )


def _stops(
    activity: ProcessingActivity,
    rows: Iterable[Any],
    name: Callable[[Any], Words | None],
    named: Sequence[str],
    beside: Sequence[str],
) -> tuple[Stop, ...]:
    """Return a name once for each that rows give it; one that is always there is not there at times.

    `named` are the fields of the name, `beside` those that tell something of a row without one.
    """
    found: dict[tuple[Said, bool], bool] = {}
    for row in rows:
        if getattr(row, "occurrence", None) is Occurrence.NEVER:
            continue
        words = name(row)
        if words or not _name_is_hidden(activity, row, named):
            key = (say(words) if words else _unnamed(row, beside), not words)
            found[key] = found.get(key, True) and _at_times(row)
    return tuple(Stop(name=x, unstated=unstated, sometimes=at_times) for (x, unstated), at_times in found.items())


def _at_times(row: Any) -> bool:
    return getattr(row, "occurrence", None) in _SOMETIMES or bool(getattr(row, "condition", None))


def _name_is_hidden(activity: ProcessingActivity, row: Any, named: Sequence[str]) -> bool:
    return any(x.about == row.key and x.field in named for x in activity.withheld)


def _unnamed(row: Any, beside: Sequence[str]) -> Said:
    """Return what is told of a row that has no name."""
    texts = [value for field in beside if (value := getattr(row, field))]
    if not texts:
        return ours(_("Not named"))
    return told(_("Not named: {text}"), text=texts[0].text if isinstance(texts[0], Code) else texts[0])
