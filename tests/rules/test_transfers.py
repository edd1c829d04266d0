"""Whether data leave the EU/EEA: what fires, what just does not, and what has nothing to do with it."""

from typing import Any

import pytest
from django.utils.translation import override

from ropa.record import Processor, PurposeBasis, SubProcessor, Supplier, Transfer
from ropa.rules import check
from ropa.vocabulary import LegalBasis, Occurrence, OrganisationRole, Sector, Statement, TransferMechanism
from tests.rules.sound import DAY, found, sound
from tests.worlds import key

OCCURS, NEVER = Statement.OCCURS, Statement.NEVER
PROCESSOR, CRIME = {"role": OrganisationRole.PROCESSOR}, {"sector": Sector.LAW_ENFORCEMENT}


def moved(**fields: Any) -> dict[str, Any]:
    row = {"country": "US", "mechanism": TransferMechanism.ADEQUACY, **fields}
    return {"third_country": OCCURS, "transfers": (Transfer(key=key("t"), **row),)}


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"third_country": OCCURS}, [(None, "")]),
        (moved(country=""), [(key("t"), "country")]),
        (moved(mechanism=None), [(key("t"), "mechanism")]),
        (moved(country="", mechanism=None), [(key("t"), "country"), (key("t"), "mechanism")]),
        (moved(country="") | PROCESSOR, [(key("t"), "country")]),
        (moved(country="", international_organisation="WHO"), []),
        (moved(), []),
        (moved(country="") | CRIME, []),
        ({"third_country": None}, []),
        ({}, []),
    ],
)
def test_r31_a_transfer_is_described(changes: dict[str, Any], columns: list[Any]) -> None:
    assert found(sound(**changes), "R31") == [("transfers", row, column) for row, column in columns]


AUTHORITY = {"legal_bases": (PurposeBasis(basis=LegalBasis.OFFICIAL_AUTHORITY),)}
INTEREST = {"legal_bases": (PurposeBasis(basis=LegalBasis.PUBLIC_INTEREST),)}
BARRED = {"49.1.a", "49.1.b", "49.1.c", "49.1.second"}


@pytest.mark.parametrize("mechanism", TransferMechanism)
def test_r32_authorities_may_not_use_consent_or_contract(mechanism: TransferMechanism) -> None:
    where = [("transfers", key("t"), "mechanism")] if mechanism.value in BARRED else []
    assert found(sound(**moved(mechanism=mechanism), **AUTHORITY), "R32") == where
    assert found(sound(**moved(mechanism=mechanism), **INTEREST), "R32") == []


def handled(country: str = "", established: str = "", **fields: Any) -> dict[str, Any]:
    supplier = Supplier(code="s", country=established)
    return {"processors": (Processor(key=key("p"), supplier=supplier, country=country, **fields),)}


SUB = {"sub_processors": (SubProcessor(key=key("s"), country="IN"),)}


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        (handled("US"), [("processors", key("p"), "country")]),
        (handled("", "US"), [("processors", key("p"), "country")]),
        (handled("US", "SE") | PROCESSOR, [("processors", key("p"), "country")]),
        (SUB, [("sub_processors", key("s"), "country")]),
        (moved() | {"third_country": NEVER}, [("transfers", key("t"), "country")]),
        (handled("NO"), []),
        (handled("SE", "US"), []),
        (handled(), []),
        (handled("US", occurrence=Occurrence.NEVER), []),
        (handled("US") | moved(), []),
        (handled("US") | {"third_country": None}, []),
        (handled("US") | CRIME, []),
        ({}, []),
    ],
)
def test_r33_never_means_nobody_outside(changes: dict[str, Any], where: list[Any]) -> None:
    assert found(sound(**{"third_country": NEVER, **changes}), "R33") == where


@pytest.mark.parametrize(
    ("changes", "fires"),
    [
        ({"third_country": None}, True),
        ({"third_country": None} | PROCESSOR, True),
        (moved() | {"third_country": None}, False),
        ({"third_country": OCCURS}, False),
        ({"third_country": None} | CRIME, False),
        ({}, False),
    ],
)
def test_r46_silence_is_seen(changes: dict[str, Any], fires: bool) -> None:
    assert found(sound(**changes), "R46") == ([("third_country", None, "")] if fires else [])


@pytest.mark.parametrize(
    ("changes", "fires"),
    [
        (moved(country="DE"), True),
        (moved(country="NO"), True),
        (moved(country="CH"), False),
        (moved(country="FR", international_organisation="Interpol"), False),
        (moved(country=""), False),
        ({}, False),
    ],
)
def test_r47_within_the_eea_is_no_transfer(changes: dict[str, Any], fires: bool) -> None:
    assert found(sound(**changes), "R47") == ([("transfers", key("t"), "country")] if fires else [])


@pytest.mark.parametrize(("language", "country"), [("sv", "Tyskland"), ("en", "Germany")])
def test_countries_are_named_in_the_language_of_the_message(language: str, country: str) -> None:
    (finding,) = [x for x in check(sound(**moved(country="DE")), DAY) if x.rule.code == "R47"]
    with override(language):
        assert country in str(finding.message)
