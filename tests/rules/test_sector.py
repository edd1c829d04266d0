"""What the law of a sector adds: what fires, what just does not, and what has nothing to do with it."""

from typing import Any

import pytest

from ropa.record import Law, LegalProvision, ProcessingActivity, replace
from ropa.vocabulary import OrganisationRole, Sector
from tests.demo_fixture import LAST, record
from tests.rules.sound import found, sound
from tests.worlds import key

SOCIAL = Law(code="law-2001-454", sfs="2001:454")
PATIENT = Law(code="law-2008-355", sfs="2008:355")
TRAFFIC = Law(code="law-1998-1276", sfs="1998:1276")


def within(sector: Sector | None, *provisions: LegalProvision) -> ProcessingActivity:
    return sound("bygglov", sector=sector, provisions=provisions)


def cited(law: Law, pinpoint: str = "", **more: Any) -> LegalProvision:
    return LegalProvision(law=law, pinpoint=pinpoint, **more)


@pytest.mark.parametrize(
    ("sector", "provisions", "fires"),
    [
        (Sector.SOCIAL_SERVICES, (), True),
        (Sector.DISABILITY_SERVICES, (cited(PATIENT),), True),
        (Sector.HEALTH_CARE, (cited(SOCIAL),), True),
        (Sector.SCHOOL_HEALTH, (), True),
        (Sector.SOCIAL_SERVICES, (cited(Law(code="law-2001-454", sfs="2001:453")),), True),
        (Sector.TRAFFIC, (cited(TRAFFIC, "13 kap. 8 §"),), True),
        (None, (cited(TRAFFIC, "13 kap. 8 §"),), True),
        (Sector.SOCIAL_SERVICES, (cited(SOCIAL, about=key("any row")),), False),
        (Sector.SOCIAL_SERVICES, (cited(Law(code="law-2001-454")),), False),
        (Sector.SOCIAL_SERVICES, (cited(Law(code="own-x", labels={"sv": "Lagen (2001:454)"})),), False),
        (Sector.HEALTH_CARE, (cited(PATIENT),), False),
        (Sector.SCHOOL_HEALTH, (cited(PATIENT, "3 kap."),), False),
        (Sector.TRAFFIC, (cited(TRAFFIC, "13 kap. 8 §"), cited(SOCIAL, "2 §")), False),
        (Sector.TRAFFIC, (cited(TRAFFIC, "13 kap. 3 §"),), False),
        (Sector.TRAFFIC, (cited(TRAFFIC, "10 kap. 8 §"),), False),
        (Sector.SCHOOL, (), False),
        (Sector.LABOUR_MARKET, (), False),
        (None, (), False),
    ],
)
def test_r21_the_sectors_own_data_act(
    sector: Sector | None, provisions: tuple[LegalProvision, ...], fires: bool
) -> None:
    assert found(within(sector, *provisions), "R21") == ([("provisions", None, "")] if fires else [])


@pytest.mark.parametrize("slug", ["parkeringstillstand", "hemtjanst", "elevhalsans-medicinska-del"])
def test_r21_fires_when_the_act_is_taken_out(slug: str) -> None:
    activity = sound(slug)
    left = [x for x in activity.provisions if x.law and x.law.sfs not in {"2001:454", "2008:355"}]
    assert found(activity, "R21") == []
    assert found(replace(activity, provisions=left), "R21")


@pytest.mark.parametrize(
    ("slug", "fires"),
    [
        ("individ-och-familjeomsorg", True),
        ("budget-och-skuldradgivning", True),
        ("ekonomiskt-bistand-jarfalla", True),
        ("arbetsmarknads-och-integrationsenhet", False),
    ],
)
def test_r21_in_the_seeds(slug: str, fires: bool) -> None:
    assert bool(found(record(LAST[slug]), "R21")) == fires


@pytest.mark.parametrize(
    ("changes", "fires"),
    [
        ({"monitoring_consent": ""}, True),
        ({"monitoring_consent": "", "sector": None}, True),
        ({"monitoring_consent": "", "role": OrganisationRole.PROCESSOR}, False),
        ({"monitoring_consent": "", "monitoring_technology": None}, False),
        ({"monitoring_consent": "", "monitoring_technology": False}, False),
        ({}, False),
    ],
)
def test_r22_technology_takes_consent(changes: dict[str, Any], fires: bool) -> None:
    assert found(sound("hemtjanst", **changes), "R22") == ([("monitoring_consent", None, "")] if fires else [])
