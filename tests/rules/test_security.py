"""Protection and risk: what fires, what just does not, and what has nothing to do with it."""

from typing import Any

import pytest

from ropa.record import SecurityMeasure
from ropa.vocabulary import DpiaCriterion, DpiaStatus, OrganisationRole, Sector
from tests.rules.sound import found, sound

ONE = (DpiaCriterion.SENSITIVE,)
TWO = (*ONE, DpiaCriterion.VULNERABLE)


@pytest.mark.parametrize(
    ("changes", "fires"),
    [
        ({"security_measures": ()}, True),
        ({"security_measures": (SecurityMeasure(),)}, True),
        ({"security_measures": (SecurityMeasure(), SecurityMeasure(note="Lås"))}, False),
        ({"security_measures": (), "role": OrganisationRole.PROCESSOR}, True),
        ({"security_measures": (), "sector": Sector.LAW_ENFORCEMENT}, True),
        ({}, False),
    ],
)
def test_r39_security_is_described(changes: dict[str, Any], fires: bool) -> None:
    assert found(sound(**changes), "R39") == ([("security_measures", None, "")] if fires else [])


@pytest.mark.parametrize(
    ("criteria", "status", "justification", "where"),
    [
        (TWO, None, "", "dpia_status"),
        (TWO, DpiaStatus.NOT_STARTED, "", "dpia_status"),
        (TWO, DpiaStatus.STARTED, "Vi ska göra den", "dpia_status"),
        (TWO, DpiaStatus.NOT_NEEDED, "", "dpia_justification"),
        (TWO, DpiaStatus.NOT_NEEDED, "Få personer", None),
        (TWO, DpiaStatus.DONE, "", None),
        (ONE, None, "", None),
        (ONE * 2, None, "", None),
        ((), None, "", None),
    ],
)
def test_r34_two_criteria_need_an_assessment(
    criteria: tuple[DpiaCriterion, ...], status: DpiaStatus | None, justification: str, where: str | None
) -> None:
    changes: dict[str, Any] = {
        "dpia_criteria": criteria,
        "dpia_status": status,
        "dpia_justification": justification,
    }
    assert found(sound(**changes), "R34") == ([(where, None, "")] if where else [])
    assert found(sound(**changes, role=OrganisationRole.PROCESSOR), "R34") == []
    assert found(sound(**changes, sector=Sector.LAW_ENFORCEMENT), "R34") == []
