"""Which things and bars have a page, with how many activities: kept in the process, so that a made-up address is cheap."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from .. import publishing
from ..publishing import Listed
from ..site import PublicSite
from .kept import Kept, Keys
from .pictures import KINDS, unit_of
from .side import SIDES


@dataclass(frozen=True)
class Known:
    """What the pages of some organisations count."""

    things: Mapping[tuple[str, str], int]
    """(side, code) -> activities that have it; 0 where all that name it say that it never occurs."""
    bars: Mapping[tuple[str, str, str], int]
    """(picture, code, unit) -> activities; every unit together stands under the empty one."""


def known(sites: Sequence[PublicSite]) -> Known:
    """Return what there is of these organisations today: one query when it is there, two more when it is made."""
    return _made.of(tuple(site.key for site in sites), f"{publishing.stamp()} {timezone.localdate()}")


def _make(keys: Keys) -> Known:
    things, bars = Counter[tuple[str, str]](), Counter[tuple[str, str, str]]()
    for each in publishing.listed(keys):
        for route, code, has in _things(each):
            things[route, code] += has
        bars.update(_bars(each))
    return Known(things, bars)


def _things(each: Listed) -> Iterator[tuple[str, str, bool]]:
    for route, side in SIDES.items():
        yield from ((route, facet.code, not facet.never) for facet in side.of(each.facets) if facet.code)


def _bars(each: Listed) -> Iterator[tuple[str, str, str]]:
    today = timezone.localdate()
    for code, kind in KINDS.items():
        for bar, _name in kind.sorts(each, today):
            yield from ((code, bar, unit) for unit in {"", unit_of(each)})


_made = Kept(_make)
