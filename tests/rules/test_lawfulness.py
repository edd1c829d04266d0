"""What makes it lawful: what fires, what just does not, and what has nothing to do with it."""

from typing import Any

import pytest
from django.utils.translation import override

from ropa.record import (
    Controller,
    Law,
    LegalProvision,
    ProcessingActivity,
    Purpose,
    PurposeBasis,
    SpecialCategoryBasis,
    replace,
)
from ropa.rules import check
from ropa.vocabulary import ControllerKind, LegalBasis, OrganisationRole, Sector, SpecialCategoryCondition
from tests.demo_fixture import LAST, record
from tests.rules.sound import DAY, found, sound
from tests.worlds import key

A, B = key("purpose a"), key("purpose b")
CONSENT, CONTRACT, TASK, AUTHORITY, INTERESTS = (
    LegalBasis.CONSENT,
    LegalBasis.CONTRACT,
    LegalBasis.PUBLIC_INTEREST,
    LegalBasis.OFFICIAL_AUTHORITY,
    LegalBasis.LEGITIMATE_INTERESTS,
)
PURPOSES = (
    Purpose(key=A, text="Hålla kurser för vuxna."),
    Purpose(key=B, text="Skicka brev om nya kurser."),
)
FREE = "Den som säger nej får gå kursen ändå."
DESCRIBED = {"consent_given": "Ja på blankett, som sparas.", "consent_withdrawn": "Mejla oss."}


def basis(point: LegalBasis | None, *purposes: Any, name: str = "", **more: Any) -> PurposeBasis:
    return PurposeBasis(key=key(name or f"basis {point}"), basis=point, purposes=purposes, **more)


def resting_on(*rows: PurposeBasis, **changes: Any) -> ProcessingActivity:
    """Return an activity with two purposes and nothing in law but what is given."""
    return sound("bygglov", **{"purposes": PURPOSES, "provisions": (), "legal_bases": rows, **changes})


def controlled(kind: ControllerKind | None) -> dict[str, Any]:
    return {"controller": Controller(key=key("c"), slug="c", name="Någon", kind=kind)}


def names(activity: ProcessingActivity, code: str) -> list[str]:
    """Return the record's Swedish words, or our own English ones, that each finding names."""
    places = [x.place for x in check(activity, DAY) if x.rule.code == code]
    with override("en"):
        return [", ".join(getattr(name, "sv", str(name)) for name in place.names) for place in places]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ((), ["the whole activity"]),
        ((basis(None),), ["the whole activity"]),
        ((basis(TASK, A),), ["”Skicka brev om nya kurser”"]),
        ((basis(TASK, A), basis(None, B)), ["”Skicka brev om nya kurser”"]),
        ((basis(TASK, key("gone")),), ["”Hålla kurser för vuxna”, ”Skicka brev om nya kurser”"]),
        ((basis(TASK, A), basis(CONSENT, B)), []),
        ((basis(TASK),), []),
    ],
)
def test_r08_each_purpose_has_a_basis(rows: tuple[PurposeBasis, ...], named: list[str]) -> None:
    assert names(resting_on(*rows), "R08") == named
    assert found(resting_on(*rows), "R08") == [("legal_bases", None, "")] * len(named)


@pytest.mark.parametrize(
    ("kind", "fires"),
    [
        (ControllerKind.BOARD, True),
        (ControllerKind.JOINT_BOARD, True),
        (ControllerKind.ASSOCIATION, True),
        (ControllerKind.OTHER_AUTHORITY, True),
        (ControllerKind.MUNICIPALITY, True),
        (ControllerKind.DEPARTMENT, True),
        (ControllerKind.COMPANY, False),
        (ControllerKind.OTHER_BODY, False),
        (None, True),
    ],
)
def test_r09_an_authority_has_no_legitimate_interests(kind: ControllerKind | None, fires: bool) -> None:
    activity = resting_on(basis(INTERESTS), **controlled(kind))
    assert found(activity, "R09") == ([("legal_bases", key("basis 6.1.f"), "basis")] if fires else [])
    assert found(replace(activity, controller=None), "R09")
    assert found(resting_on(basis(TASK), **controlled(kind)), "R09") == []


def test_r09_names_purposes_even_where_they_are_gone() -> None:
    board = controlled(ControllerKind.BOARD)
    assert names(resting_on(basis(INTERESTS, B), **board), "R09") == ["”Skicka brev om nya kurser”"]
    assert names(resting_on(basis(INTERESTS, key("gone")), **board), "R09") == ["the whole activity"]
    (said,) = names(resting_on(basis(INTERESTS, B), **controlled(None)), "R09")
    assert said == "”Skicka brev om nya kurser”, it is not stated whether the controller is an authority"


LIBRARIES = Law(code="law-2013-801", sfs="2013:801")
DATA_PROTECTION = Law(code="law-2018-218", sfs="2018:218")


@pytest.mark.parametrize(
    ("point", "provision", "fires"),
    [
        (TASK, None, True),
        (AUTHORITY, None, True),
        (LegalBasis.LEGAL_OBLIGATION, None, True),
        (TASK, {"law": LIBRARIES, "about": key("another row")}, True),
        (TASK, {"law": DATA_PROTECTION, "pinpoint": "2 kap. 2 §", "about": key("row")}, True),
        (TASK, {"law": Law(code="own-dataskyddslagen-2018-218")}, True),
        (TASK, {"about": key("row")}, True),
        (TASK, {"pinpoint": "6.1 e", "about": key("row")}, True),
        (TASK, {"law": Law(code="own-gdpr"), "pinpoint": "6.1 e", "note": "Uppgift av allmänt intresse."}, True),
        (TASK, {"law": Law(code="own-1", labels={"sv": "Dataskyddsförordningen"}), "pinpoint": "6.1 e"}, True),
        (TASK, {"law": Law(code="own-2", labels={"sv": "Förordning (EU) 2016/679"})}, True),
        (TASK, {"law": Law(code="law-2009-400", sfs="2009:400"), "pinpoint": "5 kap. 1 §"}, False),
        (TASK, {"law": Law(code="x", sfs="2018:219", labels={"sv": "Förordning till dataskyddsförordningen"})}, False),
        (TASK, {"law": LIBRARIES, "about": key("row")}, False),
        (TASK, {"law": LIBRARIES}, False),
        (TASK, {"law": Law(code="own-bibliotekslagen")}, False),
        (TASK, {"note": "Beslut i fullmäktige den 3 mars 2025.", "about": key("row")}, False),
        (CONSENT, None, False),
        (CONTRACT, None, False),
        (LegalBasis.VITAL_INTERESTS, None, False),
    ],
)
def test_r10_a_task_follows_from_a_law(point: LegalBasis, provision: dict[str, Any] | None, fires: bool) -> None:
    provisions = (LegalProvision(**provision),) if provision else ()
    activity = resting_on(basis(point, name="row"), provisions=provisions)
    assert found(activity, "R10") == ([("legal_bases", key("row"), "basis")] if fires else [])


@pytest.mark.parametrize(
    ("slug", "fires"),
    [
        ("individ-och-familjeomsorg", False),
        ("budget-och-skuldradgivning", False),
        ("arbetsmarknads-och-integrationsenhet", True),
        ("ekonomiskt-bistand-jarfalla", True),
    ],
)
def test_r10_in_the_seeds(slug: str, fires: bool) -> None:
    assert bool(found(record(LAST[slug]), "R10")) == fires


ON_CONSENT = ("legal_bases", key("basis 6.1.a"), "motivation")


@pytest.mark.parametrize(
    ("rows", "changes", "where"),
    [
        ((basis(CONSENT),), {}, [ON_CONSENT]),
        ((basis(CONSENT),), {"purposes": ()}, [ON_CONSENT]),
        ((basis(CONSENT),), {"controller": None}, [ON_CONSENT]),
        ((basis(CONSENT),), controlled(None), [ON_CONSENT]),
        ((basis(CONSENT, B), basis(TASK, A)), {}, [ON_CONSENT]),
        ((basis(CONSENT), basis(None)), {}, [ON_CONSENT]),
        ((basis(CONSENT, motivation="De samtycker för att få rätt hjälp med sin fritid."),), {}, [ON_CONSENT]),
        ((basis(CONSENT, motivation="Utan samtycke blir konsekvensen att ansökan avslås."),), {}, [ON_CONSENT]),
        ((basis(CONSENT, motivation="Den som inte samtycker kan förlora sin plats."),), {}, [ON_CONSENT]),
        ((basis(CONSENT, motivation="Tjänsten är fri från kostnad."),), {}, [ON_CONSENT]),
        ((basis(CONSENT, motivation="Det får inga konsekvenser att låta bli."),), {}, []),
        ((basis(CONSENT, motivation="Ett nej påverkar inte ditt ärende."),), {}, []),
        ((basis(CONSENT, motivation=FREE),), {}, []),
        ((basis(CONSENT, motivation="Det är helt frivilligt."),), {}, []),
        ((basis(CONSENT),), controlled(ControllerKind.COMPANY), []),
        ((basis(CONSENT, A), basis(TASK)), {}, []),
        ((basis(CONSENT), basis(TASK)), {"purposes": ()}, []),
        ((basis(TASK),), {}, []),
    ],
)
def test_r11_consent_to_an_authority_is_free(
    rows: tuple[PurposeBasis, ...], changes: dict[str, Any], where: list[Any]
) -> None:
    assert found(resting_on(*rows, **changes), "R11") == where


@pytest.mark.parametrize(
    ("rows", "changes", "named"),
    [
        ((basis(CONSENT), basis(AUTHORITY)), {}, ["”Hålla kurser för vuxna”, ”Skicka brev om nya kurser”"]),
        ((basis(CONSENT, B), basis(LegalBasis.LEGAL_OBLIGATION)), {}, ["”Skicka brev om nya kurser”"]),
        ((basis(CONSENT), basis(TASK, A)), {}, ["”Hålla kurser för vuxna”"]),
        ((basis(CONSENT), basis(TASK)), {"purposes": ()}, ["the whole activity"]),
        ((basis(CONSENT, B), basis(TASK, A)), {}, []),
        ((basis(CONSENT), basis(CONTRACT)), {}, []),
        ((basis(CONSENT),), {}, []),
        ((basis(TASK),), {}, []),
    ],
)
def test_r12_consent_and_task_are_not_mixed(
    rows: tuple[PurposeBasis, ...], changes: dict[str, Any], named: list[str], settings: Any
) -> None:
    activity = resting_on(*rows, **changes)
    assert names(activity, "R12") == named
    assert found(activity, "R12") == [("legal_bases", key("basis 6.1.a"), "purposes")] * len(named)


@pytest.mark.parametrize(
    ("slug", "codes"),
    [
        ("individ-och-familjeomsorg", {"R12"}),
        ("arbetsmarknads-och-integrationsenhet", {"R12"}),
        ("budget-och-skuldradgivning", {"R11"}),
        ("ekonomiskt-bistand-jarfalla", set()),
        ("nyhetsbrev-och-bilder", set()),
    ],
)
def test_r11_and_r12_in_the_demo(slug: str, codes: set[str]) -> None:
    assert {code for code in ("R11", "R12") if found(record(LAST[slug]), code)} == codes


EXPLICIT = SpecialCategoryBasis(key=key("nine"), condition=SpecialCategoryCondition.EXPLICIT_CONSENT)


@pytest.mark.parametrize(
    ("row", "changes", "columns"),
    [
        (basis(CONSENT), {}, ["consent_given", "consent_withdrawn"]),
        (basis(CONSENT, **{**DESCRIBED, "consent_given": ""}), {}, ["consent_given"]),
        (basis(CONSENT, **{**DESCRIBED, "consent_withdrawn": ""}), {}, ["consent_withdrawn"]),
        (basis(CONSENT), {"special_category_bases": (EXPLICIT,)}, ["consent_given", "consent_withdrawn"]),
        (basis(TASK), {"special_category_bases": (EXPLICIT,)}, ["condition"]),
        (basis(TASK, consent_given="Ja på blankett."), {"special_category_bases": (EXPLICIT,)}, ["condition"]),
        (basis(TASK, **DESCRIBED), {"special_category_bases": (EXPLICIT,)}, []),
        (basis(CONSENT, **DESCRIBED), {"special_category_bases": (EXPLICIT,)}, []),
        (basis(CONSENT, **DESCRIBED), {}, []),
        (basis(TASK), {}, []),
    ],
)
def test_r13_consent_is_described(row: PurposeBasis, changes: dict[str, Any], columns: list[str]) -> None:
    assert [place[2] for place in found(resting_on(row, **changes), "R13")] == columns


PARTY = {"contract_party": "Den som går kursen"}


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ((basis(CONTRACT),), ["contract_party"]),
        ((basis(CONTRACT, **PARTY), basis(AUTHORITY)), ["purposes"]),
        ((basis(CONTRACT, A), basis(AUTHORITY, A)), ["contract_party", "purposes"]),
        ((basis(CONTRACT, A, **PARTY), basis(AUTHORITY, B)), []),
        ((basis(CONTRACT, **PARTY), basis(TASK)), []),
        ((basis(CONTRACT, **PARTY),), []),
        ((basis(TASK),), []),
    ],
)
def test_r14_a_contract_has_a_party(rows: tuple[PurposeBasis, ...], columns: list[str]) -> None:
    assert [place[2] for place in found(resting_on(*rows), "R14")] == columns


@pytest.mark.parametrize("code", ["R08", "R09", "R10", "R11", "R12", "R13", "R14"])
def test_article_6_is_for_controllers_under_the_gdpr(code: str) -> None:
    rows = {
        "R08": (),
        "R09": (basis(INTERESTS),),
        "R10": (basis(TASK),),
        "R11": (basis(CONSENT),),
        "R12": (basis(CONSENT), basis(TASK)),
        "R13": (basis(CONSENT),),
        "R14": (basis(CONTRACT),),
    }[code]
    activity = resting_on(*rows)
    assert found(activity, code)
    assert not found(replace(activity, sector=Sector.LAW_ENFORCEMENT), code)
    assert not found(replace(activity, role=OrganisationRole.PROCESSOR), code)
