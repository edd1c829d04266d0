"""What people are told: what fires, what just does not, and what has nothing to do with it."""

from typing import Any

import pytest

from ropa.record import AutomatedDecision, NoticeText, Source, SourceCategory
from ropa.vocabulary import (
    DutyToProvide,
    NoticeException,
    NoticeSection,
    Occurrence,
    OrganisationRole,
    Sector,
    Statement,
)
from tests.rules.sound import found, sound
from tests.worlds import key

PROCESSOR, CRIME = {"role": OrganisationRole.PROCESSOR}, {"sector": Sector.LAW_ENFORCEMENT}


def decided(**fields: Any) -> dict[str, Any]:
    row = {"what": "Avgift", "logic": "Inkomsten räknas", "consequences": "Du får en avgift", **fields}
    return {"automation": Statement.OCCURS, "automated_decisions": (AutomatedDecision(key=key("a"), **row),)}


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"automation": Statement.OCCURS}, [(None, "")]),
        (decided(what=""), [(key("a"), "what")]),
        (decided(logic=""), [(key("a"), "logic")]),
        (decided(logic="", consequences=""), [(key("a"), "logic"), (key("a"), "consequences")]),
        (decided(), []),
        (decided(logic="") | PROCESSOR, []),
        (decided(logic="") | CRIME, []),
        ({"automation": Statement.NEVER}, []),
        ({"automation": None}, []),
    ],
)
def test_r35_automated_decisions_are_explained(changes: dict[str, Any], where: list[Any]) -> None:
    assert found(sound(**changes), "R35") == [("automated_decisions", *x) for x in where]


def test_r35_never_and_yet_described() -> None:
    assert found(sound(**decided() | {"automation": Statement.NEVER}), "R35") == [("automation", None, "")]
    assert found(sound(automation=Statement.NEVER), "R35") == []


PERSON = Source(key=key("p"), category=SourceCategory(code="p", from_data_subject=True))
OTHER = Source(key=key("o"), category=SourceCategory(code="o", from_data_subject=False))
UNKNOWN = Source(key=key("u"))
NEVER = Source(key=key("n"), occurrence=Occurrence.NEVER)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"sources": ()}, [("sources", None, "")]),
        ({"sources": (NEVER,)}, [("sources", None, "")]),
        ({"sources": (PERSON, UNKNOWN)}, [("sources", key("u"), "category")]),
        ({"sources": (OTHER,), "personal_data": ()}, [("personal_data", None, "")]),
        ({"sources": (PERSON,), "personal_data": ()}, []),
        ({"sources": (PERSON, Source(note="Skatteverket"))}, []),
        ({"sources": (PERSON, OTHER, NEVER)}, []),
        ({"sources": (), "notice_exception": NoticeException.SECRECY}, []),
        ({"sources": ()} | PROCESSOR, []),
        ({"sources": ()} | CRIME, []),
    ],
)
def test_r36_sources_are_stated(changes: dict[str, Any], where: list[Any]) -> None:
    assert found(sound(**changes), "R36") == where


def duty(value: DutyToProvide | None, consequences: str = "", **fields: Any) -> dict[str, Any]:
    return {"duty_to_provide": value, "duty_consequences": consequences, **fields}


def told(section: NoticeSection) -> dict[str, Any]:
    return {"notice_texts": (NoticeText(section=section, text="Du måste inte lämna något."),)}


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        (duty(None), "duty_to_provide"),
        (duty(None, sources=()), "duty_to_provide"),
        (duty(None, sources=(UNKNOWN,)), "duty_to_provide"),
        (duty(None, **told(NoticeSection.RIGHTS)), "duty_to_provide"),
        (duty(DutyToProvide.STATUTORY), "duty_consequences"),
        (duty(DutyToProvide.CONTRACTUAL), "duty_consequences"),
        (duty(DutyToProvide.CONDITION), "duty_consequences"),
        (duty(DutyToProvide.CONDITION, "Vi kan inte besluta."), None),
        (duty(DutyToProvide.VOLUNTARY), None),
        (duty(None, sources=(OTHER,)), None),
        (duty(None, **told(NoticeSection.DUTY)), None),
        (duty(None) | PROCESSOR, None),
        (duty(None) | CRIME, None),
    ],
)
def test_r37_the_duty_to_provide_is_explained(changes: dict[str, Any], where: str | None) -> None:
    assert found(sound(**changes), "R37") == ([(where, None, "")] if where else [])
