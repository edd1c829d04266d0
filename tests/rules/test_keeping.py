"""Reviews and comparisons: what fires on which day, and with which neighbours."""

from datetime import date
from typing import Any

import pytest

from ropa.record import Controller, ProcessingActivity, Purpose, PurposeBasis, RetentionRule
from ropa.rules import Peers, foresee, peer
from ropa.rules.keeping import months_later
from ropa.vocabulary import LegalBasis, OrganisationRole, PurposeRank, RetentionAction
from tests.rules.sound import found, sound
from tests.worlds import key

REVIEWED = date(2025, 11, 21)
WHERE = [("reviewed_on", None, "")]


@pytest.mark.parametrize(
    ("reviewed", "interval", "on", "fires"),
    [
        (None, None, date(2026, 11, 21), True),
        (None, 24, date(2026, 11, 21), True),
        (REVIEWED, None, date(2026, 11, 21), False),
        (REVIEWED, None, date(2026, 11, 22), True),
        (REVIEWED, 12, date(2026, 11, 22), True),
        (REVIEWED, 24, date(2026, 11, 22), False),
        (REVIEWED, 6, date(2026, 5, 22), True),
        (REVIEWED, 6, date(2026, 5, 21), False),
        (date(2024, 2, 29), 12, date(2025, 2, 28), False),
        (date(2024, 2, 29), 12, date(2025, 3, 1), True),
        (date(2024, 2, 29), 48, date(2028, 2, 29), False),
        (date(2024, 2, 29), 48, date(2028, 3, 1), True),
        (date(2025, 8, 31), 1, date(2025, 9, 30), False),
        (date(2025, 8, 31), 1, date(2025, 10, 1), True),
    ],
)
def test_r41_a_review_grows_old(reviewed: date | None, interval: int | None, on: date, fires: bool) -> None:
    activity = sound(reviewed_on=reviewed, review_interval_months=interval)
    assert found(activity, "R41", on) == (WHERE if fires else [])
    assert found(sound(reviewed_on=reviewed, role=OrganisationRole.PROCESSOR), "R41", date(2030, 1, 1)) == WHERE


@pytest.mark.parametrize(
    ("changed_on", "fires"),
    [(None, False), (date(2025, 11, 20), False), (REVIEWED, False), (date(2025, 11, 22), True)],
)
def test_r41_a_change_after_the_review_is_seen(changed_on: date | None, fires: bool) -> None:
    activity = sound(reviewed_on=REVIEWED)
    assert found(activity, "R41", date(2026, 1, 1), changed_on=changed_on) == (WHERE if fires else [])


def test_r41_can_be_foreseen() -> None:
    (finding,) = [x for x in foresee(sound(reviewed_on=REVIEWED), REVIEWED) if x.rule.code == "R41"]
    assert finding.place.since == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 12, 15), 1, date(2024, 1, 15)),
        (date(2024, 11, 30), 3, date(2025, 2, 28)),
        (date(2024, 5, 5), 120, date(2034, 5, 5)),
        (date(9999, 12, 31), 12, date(9999, 12, 31)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


def lending(name: str, board: str = "a", kind: str = "p-bibliotek", **changes: Any) -> ProcessingActivity:
    """Return an activity for a common purpose, of one of the boards."""
    fields: dict[str, Any] = {
        "key": key(name),
        "controller": Controller(key=key(board), slug=board, name=board) if board else None,
        "purposes": (Purpose(category=kind),),
        "legal_bases": (PurposeBasis(basis=LegalBasis.PUBLIC_INTEREST),),
        "retention_rules": (RetentionRule(action=RetentionAction.DISPOSE, period="P2Y"),),
    }
    return sound(**{**fields, **changes})


MINE = lending("mine")
CONTRACT = {"legal_bases": (PurposeBasis(basis=LegalBasis.CONTRACT),)}
LONGER = {"retention_rules": (RetentionRule(action=RetentionAction.DISPOSE, period="P3Y"),)}
ASIDE = (Purpose(category="p-bibliotek", rank=PurposeRank.SECONDARY),)


@pytest.mark.parametrize(
    ("mine", "other", "fields"),
    [
        (MINE, lending("other", "b", **CONTRACT), ["legal_bases"]),
        (MINE, lending("other", "b", **LONGER), ["retention_rules"]),
        (MINE, lending("other", "b", **CONTRACT, **LONGER), ["legal_bases", "retention_rules"]),
        (MINE, lending("other", "b"), []),
        (MINE, lending("other", "a", **CONTRACT), []),
        (MINE, lending("other", "", **CONTRACT), []),
        (lending("mine", ""), lending("other", "b", **CONTRACT), []),
        (MINE, lending("other", "b", "p-kamera", **CONTRACT), []),
        (MINE, lending("other", "b", purposes=ASIDE, **CONTRACT), []),
        (MINE, lending("other", "b", legal_bases=(), retention_rules=()), []),
        (lending("mine", legal_bases=(), retention_rules=()), lending("other", "b"), []),
        (lending("mine", kind="p-handlagga"), lending("other", "b", "p-handlagga", **CONTRACT), []),
    ],
)
def test_r42_compares_with_other_controllers(
    mine: ProcessingActivity, other: ProcessingActivity, fields: list[str]
) -> None:
    peers = Peers([peer(mine), peer(other)])
    assert [x[0] for x in found(mine, "R42", peers=peers)] == fields
    assert found(mine, "R42") == []


def test_r42_compares_within_one_organisation() -> None:
    other = peer(lending("other", "b", **CONTRACT))._replace(organisation="another")
    assert found(MINE, "R42", peers=Peers([peer(MINE), other])) == []


def test_r42_looks_at_each_controller_once_however_large_the_register() -> None:
    """2,000 alike, each of the own board with periods of its own: a pass over all of them for each would be 4 million."""
    base = peer(MINE)
    crowd = [base._replace(activity=str(n), periods=(f"dispose P{n}D ",)) for n in range(2000)]
    peers = Peers([*crowd, base._replace(activity="x", controller="b", periods=())])
    steps = 0

    class Counting(tuple[str, ...]):
        def __eq__(self, other: object) -> bool:
            nonlocal steps
            steps += 1
            return super().__eq__(other)

        __hash__ = tuple.__hash__

    mine = base._replace(periods=Counting(("dispose P1D ",)))
    assert not peers.differ(mine, "periods")
    assert steps < 10
