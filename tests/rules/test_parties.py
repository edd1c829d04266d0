"""Who answers: what fires, what just does not, and what has nothing to do with it."""

from typing import Any

import pytest

from ropa.record import Contact, Controller, JointController, OnBehalfOf, ProcessingActivity, replace
from ropa.vocabulary import Agreement, ControllerKind, OrganisationRole, Sector
from tests.rules.sound import found, sound
from tests.worlds import key

BUILDING = sound("bygglov")
assert BUILDING.controller is not None
assert BUILDING.dpo is not None


def controlled(**changes: Any) -> ProcessingActivity:
    return replace(BUILDING, controller=replace(BUILDING.controller, **changes))  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("activity", "fires"),
    [
        (replace(BUILDING, controller=None), True),
        (controlled(kind=ControllerKind.MUNICIPALITY), True),
        (controlled(kind=ControllerKind.DEPARTMENT), True),
        (controlled(kind=None), False),
        (controlled(kind=ControllerKind.COMPANY), False),
        (BUILDING, False),
        (replace(BUILDING, controller=None, role=OrganisationRole.PROCESSOR), False),
    ],
)
def test_r01_a_board_answers(activity: ProcessingActivity, fires: bool) -> None:
    assert found(activity, "R01") == ([("controller", None, "")] if fires else [])


@pytest.mark.parametrize(
    ("activity", "fires"),
    [
        (controlled(kind=None), True),
        (controlled(kind=ControllerKind.DEPARTMENT), False),
        (replace(BUILDING, controller=None), False),
        (replace(controlled(kind=None), role=OrganisationRole.PROCESSOR), False),
        (BUILDING, False),
    ],
)
def test_r48_the_kind_of_controller_is_stated(activity: ProcessingActivity, fires: bool) -> None:
    assert found(activity, "R48") == ([("controller", None, "")] if fires else [])


@pytest.mark.parametrize(
    ("activity", "where"),
    [
        (controlled(contact=Contact()), ["controller"]),
        (controlled(contact=Contact(url="https://example.org")), ["controller"]),
        (replace(BUILDING, dpo=None), ["dpo"]),
        (replace(BUILDING, dpo=replace(BUILDING.dpo, contact=Contact())), ["dpo"]),
        (replace(BUILDING, dpo=replace(BUILDING.dpo, contact=Contact(phone="08-123"))), []),
        (replace(BUILDING, controller=None), []),
        (BUILDING, []),
    ],
)
def test_r02_someone_can_be_reached(activity: ProcessingActivity, where: list[str]) -> None:
    assert [place[0] for place in found(activity, "R02")] == where


ARRANGED = JointController(
    key=key("joint"), name="Region Exempel", agreement=Agreement.ARRANGEMENT, essence="Vi delar."
)
JOINT_BOARD = Controller(key=key("board"), slug="nämnd", name="Gemensam nämnd", kind=ControllerKind.JOINT_BOARD)


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"joint_controllers": (replace(ARRANGED, agreement=None),)}, ["agreement"]),
        ({"joint_controllers": (replace(ARRANGED, agreement=Agreement.MISSING),)}, ["agreement"]),
        ({"joint_controllers": (replace(ARRANGED, essence=""),)}, ["essence"]),
        ({"joint_controllers": (ARRANGED,)}, []),
        ({"joint_controllers": (replace(ARRANGED, agreement=None),), "controller": JOINT_BOARD}, []),
        ({"joint_controllers": (replace(ARRANGED, agreement=None),), "sector": Sector.LAW_ENFORCEMENT}, []),
        ({"role": OrganisationRole.JOINT_CONTROLLER}, [""]),
        ({}, []),
    ],
)
def test_r25_joint_controllers_have_an_arrangement(changes: dict[str, Any], columns: list[str]) -> None:
    assert [place[2] for place in found(replace(BUILDING, **changes), "R25")] == columns


FOR_SALA = OnBehalfOf(name="Sala kommun", task="Löner")


def behalf(*rows: OnBehalfOf, **changes: Any) -> dict[str, Any]:
    return {"role": OrganisationRole.PROCESSOR, "on_behalf_of": rows, **changes}


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"role": None}, ["role"]),
        (behalf(), ["on_behalf_of"]),
        (behalf(OnBehalfOf()), ["on_behalf_of"]),
        (behalf(OnBehalfOf(name="Sala kommun")), ["task"]),
        (behalf(OnBehalfOf(task="Löner")), ["name"]),
        (behalf(OnBehalfOf(email="info@exempel.se")), ["name", "task"]),
        (behalf(FOR_SALA, controller=None), ["controller"]),
        (behalf(FOR_SALA), []),
        (behalf(FOR_SALA, OnBehalfOf()), []),
        ({"controller": None}, []),
        ({}, []),
    ],
)
def test_r43_the_role_is_stated(changes: dict[str, Any], where: list[str]) -> None:
    assert [column or field for field, _row, column in found(replace(BUILDING, **changes), "R43")] == where
