"""What rules compare between activities: few facts of each, so that a whole register is cheap to hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..record import Party, ProcessingActivity, RetentionRule
from ..vocabulary import PurposeRank


class Peer(NamedTuple):
    """An activity as others see it."""

    activity: str
    """Its key."""
    organisation: str
    """Key of its organisation; activities are compared within one."""
    controller: str
    """Key of its controller, or empty."""
    kinds: tuple[str, ...]
    """Codes of the common purposes it is for, further uses left out."""
    bases: tuple[str, ...]
    """Points of Art. 6(1), sorted."""
    periods: tuple[str, ...]
    """Action, period and trigger of each retention rule, sorted."""


def peer(activity: ProcessingActivity) -> Peer:
    """Return what others may compare of the activity."""
    main = [x.category.code for x in activity.purposes if x.category and x.rank is not PurposeRank.SECONDARY]
    return Peer(
        activity=str(activity.key),
        organisation=_key(activity.organisation),
        controller=_key(activity.controller),
        kinds=tuple(sorted(set(main))),
        bases=tuple(sorted({x.basis.value for x in activity.legal_bases if x.basis})),
        periods=tuple(sorted({_period(x) for x in activity.retention_rules})),
    )


def _key(party: Party | None) -> str:
    return str(party.key) if party else ""


def _period(rule: RetentionRule) -> str:
    action, trigger = rule.action.value if rule.action else "", rule.trigger.code if rule.trigger else ""
    return f"{action} {rule.period} {trigger}"


class Peers:
    """The activities of a register, found by kind."""

    def __init__(self, peers: Iterable[Peer] = ()) -> None:
        self._by_kind: dict[tuple[str, str], list[Peer]] = defaultdict(list)
        for one in peers:
            for kind in one.kinds:
                self._by_kind[one.organisation, kind].append(one)

    def like(self, one: Peer) -> Iterator[Peer]:
        """Yield the others of the same organisation that are for a common purpose of `one`."""
        found = {x.activity: x for kind in one.kinds for x in self._by_kind.get((one.organisation, kind), ())}
        return (x for key, x in found.items() if key != one.activity)
