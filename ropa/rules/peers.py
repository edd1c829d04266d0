"""What rules compare between activities: few facts of each, so that a whole register is cheap to hold and to ask."""

from collections.abc import Iterable
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


ANYBODYS = {"p-handlagga", "p-diarium", "p-arkiv", "p-utlamnande", "p-statistik", "p-rattigheter", "p-behorighet"}
"""Common purposes of any board: that two activities share one of them does not make them alike."""


class Peers:
    """What the controllers of each organisation state, by common purpose."""

    def __init__(self, peers: Iterable[Peer] = ()) -> None:
        self._stated: dict[tuple[str, str], dict[str, dict[str, set[tuple[str, ...]]]]] = {}
        for one in peers:
            for kind in set(one.kinds) - ANYBODYS:
                by_controller = self._stated.setdefault((one.organisation, kind), {})
                fields = by_controller.setdefault(one.controller, {"bases": set(), "periods": set()})
                fields["bases"].add(one.bases)
                fields["periods"].add(one.periods)

    def differ(self, one: Peer, field: str) -> bool:
        """Return whether another controller of the same organisation states `field` otherwise for a purpose of `one`.

        `field` is "bases" or "periods"; what is not stated differs from nothing. Takes a step per controller.
        """
        mine = getattr(one, field)
        others = (
            stated[field]
            for kind in one.kinds
            for controller, stated in self._stated.get((one.organisation, kind), {}).items()
            if controller and one.controller and controller != one.controller
        )
        return bool(mine) and any(value and value != mine for values in others for value in values)
