"""What the overview counts: each picture sorts the public activities in its own way, and each bar knows which they are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..facets import Facet
from ..publishing import Listed
from ..record import Text
from ..swedish import sort_key
from ..vocabulary import DataLevel, LegalBasis, Statement
from .side import DATA, IDENTITY

Name = Text | Facet | str

UNSTATED = "unstated"
FRESH, OLDER = "within-a-year", "older"


@dataclass
class Bar:
    """One line of a picture: the activities that are of a sort."""

    code: str
    name: Name
    out_of: int
    """How many activities there are in all: a bar as long as the picture is wide."""
    found: list[Listed] = field(default_factory=list)

    @property
    def n(self) -> int:
        """How many they are."""
        return len(self.found)

    @property
    def share(self) -> str:
        """How long the bar is, in per cent of the width."""
        return f"{100 * self.n / (self.out_of or 1):.2f}%"

    @property
    def is_unstated(self) -> bool:
        """Whether it counts those of which the register does not say."""
        return self.code == UNSTATED


Sorts = Iterable[tuple[str, Name]]


@dataclass(frozen=True)
class Kind:
    """A picture: what it is about, and how an activity is sorted."""

    code: str
    title: str | Promise
    explained: str | Promise
    sentence: str | Promise
    """What it comes to: {n} of {all}; n are those with a bar named in `told`, or in the longest one where none is."""
    sorts: Callable[[Listed, date], Sorts]
    """The (code, name) of each bar an activity belongs to."""
    always: tuple[tuple[str, str | Promise], ...] = ()
    """Bars that are drawn though nothing is of their sort, in this order and before others."""
    told: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Picture:
    """A kind of picture with its bars."""

    kind: Kind
    bars: Sequence[Bar]
    all: int

    @property
    def sentence(self) -> str:
        """Return in words what the picture shows."""
        counted = [bar for bar in self.bars if bar.code in self.kind.told] or self.bars[:1]
        n = len({each.slug for bar in counted for each in bar.found})
        named = sum(not bar.is_unstated for bar in self.bars)
        return str(self.kind.sentence).format(n=n, all=self.all, bars=named, first=_plain(self.bars[0].name))


def _plain(name: Name) -> str:
    return name.said(get_language() or "sv").text if isinstance(name, Text | Facet) else str(name)


def pictures(found: Sequence[Listed], today: date) -> list[Picture]:
    """Return every picture of the public activities; one that would be empty is left out."""
    drawn = [picture(kind, found, today) for kind in KINDS.values()]
    return [each for each in drawn if any(bar.n for bar in each.bars)]


def picture(kind: Kind, found: Sequence[Listed], today: date) -> Picture:
    """Return one picture: its set bars in their order, then others with the longest first, then what is not stated."""
    bars = {code: Bar(code, str(name), len(found)) for code, name in kind.always}
    places = {code: place for place, code in enumerate(bars)}
    for each in found:
        for code, name in kind.sorts(each, today):
            bars.setdefault(code, Bar(code, name, len(found))).found.append(each)
    last = len(places)
    ordered = sorted(bars.values(), key=lambda bar: (bar.is_unstated, places.get(bar.code, last), -bar.n, _order(bar)))
    return Picture(kind, [bar for bar in ordered if bar.n or not bar.is_unstated], len(found))


def _order(bar: Bar) -> str:
    return sort_key(_plain(bar.name))


def within_a_year(each: Listed, today: date) -> bool:
    """Return whether somebody published it, or said that it is right still, less than a year ago.

    To publish it once more with new names is neither: nobody went through it.
    """
    day = timezone.localdate(each.gone_through_at)
    return (today.year - day.year, today.month, today.day) < (1, day.month, day.day)


def unit_of(each: Listed) -> str:
    """Return the slug of the unit an activity stands under, empty where none is stated."""
    return each.place.units[-1][0] if each.place.units else ""


# --- how each picture sorts -------------------------------------------------------------------------------------------


def _controller(each: Listed, _today: date) -> Sorts:
    place = each.place
    return [(place.controller_key, place.controller) if place.controller_key else (UNSTATED, str(_("Not stated")))]


def _bases(each: Listed, _today: date) -> Sorts:
    return [(code, LegalBasis(code).text) for code in each.facets.bases] or [(UNSTATED, str(_("Not stated")))]


def _data(each: Listed, _today: date) -> Sorts:
    """Sort by the kinds that the law protects more; one that has none of them is ordinary."""
    groups = {DATA.group_of(facet) for facet in each.facets.data if not facet.never}
    if not groups:
        return [(UNSTATED, str(_("Not stated")))]
    return [(code, "") for code in _PROTECTED if code in groups] or [(_NONE, "")]


def _outside(each: Listed, _today: date) -> Sorts:
    facets = each.facets
    if facets.transfers or facets.third_country == Statement.OCCURS:
        return [(Statement.OCCURS, "")]
    return [(Statement.NEVER, "")] if facets.third_country == Statement.NEVER else [(UNSTATED, str(_("Not stated")))]


def _receivers(each: Listed, _today: date) -> Sorts:
    return [(facet.code, facet) for facet in each.facets.transfers]


def _age(each: Listed, today: date) -> Sorts:
    return [(FRESH if within_a_year(each, today) else OLDER, "")]


_PROTECTED = (DataLevel.SPECIAL_CATEGORY, DataLevel.OFFENCES, IDENTITY, DataLevel.SPECIALLY_PROTECTED)
_NONE = "none-of-these"

KINDS = {
    kind.code: kind
    for kind in (
        Kind(
            "controllers",
            _("Who is responsible"),
            _("The board or body that decides on and answers for how the data are used."),
            _("There are {all} published activities. They are divided among {bars} controllers."),
            _controller,
        ),
        Kind(
            "legal-bases",
            _("Legal bases"),
            _("What in the General Data Protection Regulation allows the activity. It may be more than one thing."),
            _("The most common legal basis is “{first}”. It allows {n} of {all} activities."),
            _bases,
        ),
        Kind(
            "data",
            _("Data with extra protection"),
            _("An activity that uses several kinds is counted with each of them."),
            _("Sensitive data or data about crimes are used in {n} of {all} activities."),
            _data,
            always=(*((code, DATA.headings[code][0]) for code in _PROTECTED), (_NONE, _("None of these"))),
            told=frozenset({DataLevel.SPECIAL_CATEGORY, DataLevel.OFFENCES}),
        ),
        Kind(
            "transfers",
            _("Transfers outside the EU and EEA"),
            _("Outside the EU and EEA the General Data Protection Regulation does not protect data by itself."),
            _("Data are transferred outside the EU and EEA in {n} of {all} activities."),
            _outside,
            always=((Statement.OCCURS, _("It occurs")), (Statement.NEVER, _("Never"))),
            told=frozenset({Statement.OCCURS}),
        ),
        Kind(
            "destinations",
            _("Where data are transferred"),
            _("Countries and international organisations outside the EU and EEA."),
            _("Activities that name “{first}”: {n} of {all}."),
            _receivers,
        ),
        Kind(
            "age",
            _("How current the register is"),
            _("When the activity was last published, or somebody confirmed that what is published is right still."),
            _("In the last year {n} of {all} activities were published or confirmed."),
            _age,
            always=((FRESH, _("In the last year")), (OLDER, _("Longer ago"))),
            told=frozenset({FRESH}),
        ),
    )
}
"""Code -> kind, in the order they are drawn."""
