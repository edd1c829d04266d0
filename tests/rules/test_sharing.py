"""Who gets and handles data: what fires, what just does not, and what has nothing to do with it."""

from typing import Any

import pytest

from ropa.record import Controller, Processor, Recipient, RecipientCategory, SubProcessor, Supplier
from ropa.vocabulary import Agreement, ControllerKind, Occurrence, OrganisationRole, RecipientKind, Sector, Statement
from tests.rules.sound import found, sound
from tests.worlds import key

OWN_NUMBER = "999900-0004"
RECIPIENT = Recipient(key=key("r"), category="skatteverket")
NEVER = Recipient(key=key("r"), category="skatteverket", occurrence=Occurrence.NEVER)


@pytest.mark.parametrize(
    ("changes", "fires"),
    [
        ({"recipients": (), "disclosure": None}, True),
        ({"recipients": (), "disclosure": Statement.OCCURS}, True),
        ({"recipients": (NEVER,), "disclosure": None}, True),
        ({"recipients": (Recipient(),), "disclosure": None}, True),
        ({"recipients": (Recipient(note="Grannar"),), "disclosure": None}, False),
        ({"recipients": (), "disclosure": Statement.NEVER}, False),
        ({"recipients": (RECIPIENT,), "disclosure": None}, False),
        ({"recipients": (), "disclosure": None, "role": OrganisationRole.PROCESSOR}, False),
        ({}, False),
    ],
)
def test_r07_recipients_are_stated(changes: dict[str, Any], fires: bool) -> None:
    assert found(sound(**changes), "R07") == ([("recipients", None, "")] if fires else [])


def engaged(agreement: Agreement | None, number: str = "", name: str = "Firman AB", **fields: Any) -> dict[str, Any]:
    supplier = Supplier(code="s", labels={"sv": name}, organisation_number=number)
    return {"processors": (Processor(key=key("p"), supplier=supplier, agreement=agreement, **fields),)}


AMONG_RECIPIENTS = Recipient(key=key("r"), category=RecipientCategory(code="x", kind=RecipientKind.PROCESSOR))
ENGAGED_BY_P = SubProcessor(key=key("s"), processor=key("p"))


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        (engaged(None), [("processors", key("p"), "agreement")]),
        (engaged(Agreement.MISSING), [("processors", key("p"), "agreement")]),
        (engaged(None) | {"role": OrganisationRole.PROCESSOR}, [("processors", key("p"), "agreement")]),
        (engaged(None) | {"sector": Sector.LAW_ENFORCEMENT}, [("processors", key("p"), "agreement")]),
        ({"processors": (Processor(key=key("p")),)}, [("processors", key("p"), "agreement")]),
        ({"recipients": (AMONG_RECIPIENTS,)}, [("recipients", key("r"), "category")]),
        (engaged(None, occurrence=Occurrence.NEVER), []),
        (engaged(Agreement.CONTRACT), []),
        (engaged(Agreement.REGULATION), []),
        (engaged(Agreement.CONTRACT) | {"sub_processors": (ENGAGED_BY_P,)}, []),
        ({"processors": ()}, []),
        ({}, []),
    ],
)
def test_r23_processors_have_an_agreement(changes: dict[str, Any], where: list[Any]) -> None:
    assert found(sound(**changes), "R23") == where


COMPANY = Controller(
    key=key("c"), slug="bolag", name="Bolaget", kind=ControllerKind.COMPANY, organisation_number="556000-0001"
)


@pytest.mark.parametrize(
    ("changes", "fires"),
    [
        (engaged(Agreement.CONTRACT, OWN_NUMBER), True),
        (engaged(Agreement.CONTRACT, "9999000004"), True),
        (engaged(Agreement.CONTRACT, name="Kommunstyrelsens kontaktcenter"), True),
        (engaged(Agreement.CONTRACT, OWN_NUMBER) | {"controller": None}, True),
        (engaged(Agreement.REGULATION, OWN_NUMBER), False),
        (engaged(None, OWN_NUMBER), False),
        (engaged(Agreement.CONTRACT, "212000-0142"), False),
        (engaged(Agreement.CONTRACT, "212000-0142", name="Socialnämnden"), False),
        (engaged(Agreement.CONTRACT, name="Socialnämnden i Sala kommun"), False),
        (engaged(Agreement.CONTRACT, name="Gemensamma servicenämnden"), False),
        (engaged(Agreement.CONTRACT, OWN_NUMBER) | {"controller": COMPANY}, False),
        (engaged(Agreement.CONTRACT, OWN_NUMBER, occurrence=Occurrence.NEVER), False),
        ({}, False),
    ],
)
def test_r24_boards_of_one_municipality_have_no_agreements(changes: dict[str, Any], fires: bool) -> None:
    assert found(sound(**changes), "R24") == ([("processors", key("p"), "agreement")] if fires else [])
