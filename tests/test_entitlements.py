"""Which rights apply: a table over all legal bases, alone and in pairs, and what sector law changes."""

from itertools import combinations
from typing import Any

import pytest
from django.utils.translation import override

from ropa.notice.entitlements import rights_of
from ropa.notice.rights import sentence
from ropa.record import (
    AutomatedDecision,
    CarrierSystem,
    Law,
    LegalProvision,
    OnBehalfOf,
    ProcessingActivity,
    Purpose,
    PurposeBasis,
    Recipient,
    RetentionRule,
    SpecialCategoryBasis,
    replace,
)
from ropa.vocabulary import (
    AutomationKind,
    LegalBasis,
    Medium,
    OrganisationRole,
    RetentionAction,
    Sector,
    SpecialCategoryCondition,
    Statement,
)
from ropa.vocabulary import DataSubjectRight as R
from ropa.vocabulary import RightReason as Why
from ropa.vocabulary import RightStanding as How
from tests.demo_fixture import LAST, record
from tests.notices import section, text
from tests.worlds import bare_activity, key

A, B, C, D, AI, MU, F = LegalBasis
DECISION = (AutomatedDecision(kind=AutomationKind.DECISION),)


def resting_on(*bases: LegalBasis, **fields: Any) -> ProcessingActivity:
    fields = {"automated_decisions": DECISION, **fields}
    return bare_activity(legal_bases=tuple(PurposeBasis(basis=x) for x in bases), **fields)


def stands(activity: ProcessingActivity) -> dict[R, How]:
    return {x.right: x.standing for x in rights_of(activity)}


def reasons(activity: ProcessingActivity, right: R) -> tuple[Why, ...]:
    return next(x.reasons for x in rights_of(activity) if x.right is right)


# One row for each point of Art. 6(1): erasure 17, objection 21, moving data 20, withdrawal 7(3), human review 22.
# y = applies, n = does not, l = limited.
ALONE = {A: "ynyyy", B: "ynyny", C: "lnnnl", D: "ynnnl", AI: "lynnl", MU: "lynnl", F: "yynnl"}
DECIDED_BY_BASIS = (R.ERASURE, R.OBJECTION, R.PORTABILITY, R.WITHDRAWAL, R.HUMAN_REVIEW)
LETTERS = {"y": How.APPLIES, "n": How.DOES_NOT_APPLY, "l": How.LIMITED, "p": How.IN_PART}


@pytest.mark.parametrize("basis", LegalBasis)
def test_each_basis_alone(basis: LegalBasis) -> None:
    found = stands(resting_on(basis))
    assert list(found) == list(R)
    assert {found[x] for x in (R.ACCESS, R.RECTIFICATION, R.RESTRICTION)} == {How.APPLIES}
    assert [found[x] for x in DECIDED_BY_BASIS] == [LETTERS[x] for x in ALONE[basis]]


@pytest.mark.parametrize(("one", "other"), list(combinations(LegalBasis, 2)))
def test_two_bases_give_a_right_in_part_where_one_of_them_gives_it(one: LegalBasis, other: LegalBasis) -> None:
    found = stands(resting_on(one, other))
    for right, *pair in zip(DECIDED_BY_BASIS, ALONE[one], ALONE[other], strict=True):
        letters = set(pair)
        mixed = pair[0] if len(letters) == 1 else "p" if "y" in letters else "l"
        assert found[right] is LETTERS[mixed], right
    assert stands(resting_on(other, one)) == found


@pytest.mark.parametrize(
    ("bases", "right", "why"),
    [
        ((A,), R.PORTABILITY, (Why.CONSENT_OR_CONTRACT,)),
        ((MU,), R.PORTABILITY, (Why.PUBLIC_TASK,)),
        ((A, MU), R.PORTABILITY, (Why.CONSENT_OR_CONTRACT, Why.PUBLIC_TASK)),
        ((C,), R.ERASURE, (Why.TASK_IN_LAW,)),
        ((C,), R.OBJECTION, (Why.OBJECTION,)),
        ((), R.OBJECTION, (Why.NOT_STATED,)),
    ],
)
def test_the_reason_is_an_article(bases: tuple[LegalBasis, ...], right: R, why: tuple[Why, ...]) -> None:
    assert reasons(resting_on(*bases), right) == why


def test_what_rests_on_a_public_task_cannot_be_moved_from_paper_or_anything() -> None:
    assert reasons(resting_on(MU, **ON_PAPER), R.PORTABILITY) == (Why.PUBLIC_TASK,)
    assert reasons(resting_on(B, **ON_PAPER), R.PORTABILITY) == (Why.AUTOMATED_MEANS,)


def test_without_a_basis_nothing_is_said_to_apply_or_not() -> None:
    found = stands(resting_on())
    assert {found[x] for x in DECIDED_BY_BASIS} == {How.NOT_KNOWN}


DATA_ACT = LegalProvision(law=Law(code="x", sfs="2001:454"))
OWN_TERM = LegalProvision(law=Law(code="own", labels={"sv": "Lagen (2001:454) om socialtjänsten"}))
TO_SOCIAL_SERVICES = Recipient(key=key("recipient"))
TASK = Purpose(key=key("purpose"))


@pytest.mark.parametrize(
    ("fields", "standing", "why"),
    [
        ({"sector": Sector.SOCIAL_SERVICES}, How.DOES_NOT_APPLY, Why.SOCIAL_SERVICES),
        ({"sector": Sector.DISABILITY_SERVICES}, How.DOES_NOT_APPLY, Why.SOCIAL_SERVICES),
        ({"sector": Sector.TRAFFIC, "provisions": (DATA_ACT,)}, How.DOES_NOT_APPLY, Why.SOCIAL_SERVICES),
        ({"sector": Sector.TRAFFIC, "provisions": (OWN_TERM,)}, How.DOES_NOT_APPLY, Why.SOCIAL_SERVICES),
        (
            {"purposes": (TASK,), "provisions": (replace(DATA_ACT, about=TASK.key),)},
            How.DOES_NOT_APPLY,
            Why.SOCIAL_SERVICES,
        ),
        (
            {"recipients": (TO_SOCIAL_SERVICES,), "provisions": (replace(DATA_ACT, about=TO_SOCIAL_SERVICES.key),)},
            How.APPLIES,
            Why.OBJECTION,
        ),
        ({"sector": Sector.HEALTH_CARE}, How.LIMITED, Why.PATIENT_DATA),
        ({"sector": Sector.SCHOOL_HEALTH}, How.LIMITED, Why.PATIENT_DATA),
        ({"sector": Sector.SCHOOL}, How.APPLIES, Why.OBJECTION),
        ({"sector": Sector.TRAFFIC}, How.APPLIES, Why.OBJECTION),
        ({}, How.APPLIES, Why.OBJECTION),
    ],
)
def test_sector_law_takes_away_the_right_to_object(fields: dict[str, Any], standing: How, why: Why) -> None:
    activity = resting_on(MU, **fields)
    assert stands(activity)[R.OBJECTION] is standing
    assert reasons(activity, R.OBJECTION) == (why,)
    assert reasons(resting_on(C, **fields), R.OBJECTION) == (Why.OBJECTION,)


def test_parking_permits_are_social_services() -> None:
    parking = record(LAST["parkeringstillstand"])
    assert parking.sector is Sector.TRAFFIC
    assert reasons(parking, R.OBJECTION) == (Why.SOCIAL_SERVICES,)


def test_law_enforcement_is_outside_the_gdpr() -> None:
    activity = resting_on(A, sector=Sector.LAW_ENFORCEMENT)
    assert stands(activity)[R.PORTABILITY] is How.DOES_NOT_APPLY
    assert stands(activity)[R.ERASURE] is How.LIMITED
    told = text(activity, "rights")
    assert "brottsdatalagen (2018:1177), inte dataskyddsförordningen" in told
    assert "prövar beslutet på nytt" in told
    assert "samhället" not in told


def test_a_processor_points_to_who_answers() -> None:
    activity = resting_on(AI, role=OrganisationRole.PROCESSOR, on_behalf_of=(OnBehalfOf(name="Sala kommun"),))
    assert rights_of(activity) == ()
    (block,) = section(activity, "rights").blocks
    assert [item.text.text for item in block.items] == ["Sala kommun"]
    assert "Vänd dig till den som svarar för uppgifterna" in str(block.text)


EXPLICIT = {"special_category_bases": (SpecialCategoryBasis(condition=SpecialCategoryCondition.EXPLICIT_CONSENT),)}
ON_PAPER = {"carriers": (CarrierSystem(medium=Medium.PAPER),)}
ON_BOTH = {"carriers": (CarrierSystem(medium=Medium.PAPER), CarrierSystem(medium=Medium.DIGITAL))}
ARCHIVED = {"retention_rules": (RetentionRule(action=RetentionAction.PRESERVE),)}
DISPOSED = {"retention_rules": (RetentionRule(action=RetentionAction.DISPOSE),)}


@pytest.mark.parametrize(
    ("bases", "fields", "right", "standing"),
    [
        ((AI,), EXPLICIT, R.WITHDRAWAL, How.IN_PART),
        ((), EXPLICIT, R.WITHDRAWAL, How.IN_PART),
        ((A,), EXPLICIT, R.WITHDRAWAL, How.APPLIES),
        ((AI,), EXPLICIT, R.PORTABILITY, How.DOES_NOT_APPLY),
        ((D,), EXPLICIT, R.PORTABILITY, How.IN_PART),
        ((), EXPLICIT, R.PORTABILITY, How.NOT_KNOWN),
        ((A,), ON_PAPER, R.PORTABILITY, How.DOES_NOT_APPLY),
        ((A,), ON_BOTH, R.PORTABILITY, How.APPLIES),
        ((A,), ARCHIVED, R.ERASURE, How.IN_PART),
        ((A,), DISPOSED, R.ERASURE, How.APPLIES),
        ((MU,), ARCHIVED, R.ERASURE, How.LIMITED),
        ((A,), {"automated_decisions": (), "automation": Statement.NEVER}, R.HUMAN_REVIEW, How.DOES_NOT_APPLY),
        ((A,), {"automated_decisions": (), "automation": Statement.OCCURS}, R.HUMAN_REVIEW, How.NOT_KNOWN),
        ((A,), {"automated_decisions": ()}, R.HUMAN_REVIEW, How.NOT_KNOWN),
        (
            (A,),
            {"automated_decisions": (AutomatedDecision(kind=AutomationKind.PROFILING),)},
            R.HUMAN_REVIEW,
            How.DOES_NOT_APPLY,
        ),
    ],
)
def test_facts_of_the_activity(bases: tuple[LegalBasis, ...], fields: dict[str, Any], right: R, standing: How) -> None:
    assert stands(resting_on(*bases, **fields))[right] is standing


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("sector", [None, *Sector])
def test_what_does_not_apply_is_told_with_a_reason(sector: Sector | None, language: str) -> None:
    because = {"sv": ("eftersom", "Det står i"), "en": ("because", "takes it away")}[language]
    label = {"sv": "gäller inte", "en": "does not apply"}[language]
    for bases in (*((x,) for x in LegalBasis), *combinations(LegalBasis, 2)):
        for found in rights_of(resting_on(*bases, sector=sector)):
            with override(language):
                told = str(sentence(found))
            assert told != "None"
            assert (label in told) is (found.standing is How.DOES_NOT_APPLY)
            assert label not in told or any(word in told for word in because)


def test_every_reason_names_its_place_in_both_languages() -> None:
    for why in set(Why) - {Why.NOT_STATED}:
        with override("sv"):
            assert why.text.startswith("Artikel ") or "§" in why.text
        with override("en"):
            assert why.text.startswith("Art. ") or "Section" in why.text
