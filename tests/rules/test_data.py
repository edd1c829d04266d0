"""About whom and what: what fires, what just does not, and what has nothing to do with it."""

from typing import Any

import pytest

from ropa.record import (
    DataSubject,
    DataSubjectCategory,
    Law,
    LegalProvision,
    PersonalData,
    PersonalDataCategory,
    ProcessingActivity,
    SpecialCategoryBasis,
    replace,
)
from ropa.vocabulary import DataLevel, Occurrence, OrganisationRole, Sector, SpecialCategoryCondition
from tests.demo_fixture import LAST, record
from tests.rules.sound import found, sound
from tests.worlds import key

NEVER = Occurrence.NEVER
TEENS = DataSubjectCategory(code="own-unga")


def kind(code: str, level: DataLevel | None = DataLevel.ORDINARY, **more: Any) -> PersonalDataCategory:
    return PersonalDataCategory(code=code, level=level, **more)


def data(category: PersonalDataCategory | None, name: str = "row", **more: Any) -> PersonalData:
    return PersonalData(key=key(name), category=category, **more)


NAME = kind("pd-namn")
HEALTH = kind("pd-halsa", DataLevel.SPECIAL_CATEGORY)
DIET = kind("pd-kost", may_reveal=True)
CRIME = kind("pd-brott", DataLevel.OFFENCES)
UNJUDGED = kind("own-aktuell-information", None)
CARE, LAW_NEEDED = SpecialCategoryCondition.HEALTH_SOCIAL_CARE, "bghij"


def about(*rows: PersonalData, **changes: Any) -> ProcessingActivity:
    """Return an activity with just these data and no position on any of them."""
    silent = {"special_category_bases": (), "indirect_special_position": "", "offence_support": "", "provisions": ()}
    return sound("bygglov", **{**silent, "personal_data": rows, **changes})


def nine(*keys: Any, condition: SpecialCategoryCondition | None = CARE) -> SpecialCategoryBasis:
    return SpecialCategoryBasis(key=key("nine"), condition=condition, personal_data=keys)


@pytest.mark.parametrize(
    ("rows", "fires"),
    [
        ((), True),
        ((DataSubject(),), True),
        ((DataSubject(category=TEENS, occurrence=NEVER),), True),
        ((DataSubject(category=TEENS, occurrence=NEVER), DataSubject(category=TEENS)), False),
        ((DataSubject(note="Alla som hör av sig."),), False),
        ((DataSubject(category=TEENS),), False),
    ],
)
def test_r05_it_is_about_somebody(rows: tuple[DataSubject, ...], fires: bool) -> None:
    activity = sound("bygglov", data_subjects=rows)
    assert found(activity, "R05") == ([("data_subjects", None, "")] if fires else [])


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ((), [(None, "")]),
        ((PersonalData(),), [(None, "")]),
        ((data(NAME, occurrence=NEVER),), [(None, "")]),
        ((data(None, note="Namn, personnummer, hälsa"),), [(key("row"), "category")]),
        ((data(NAME), data(None, "more", note="Hälsa")), [(key("more"), "category")]),
        ((data(NAME), data(None, "more", note="Hälsa", occurrence=NEVER)), []),
        ((data(NAME), PersonalData()), []),
        ((data(NAME, note="Bara förnamn"),), []),
        ((data(NAME),), []),
    ],
)
def test_r06_it_is_about_something(rows: tuple[PersonalData, ...], where: list[Any]) -> None:
    assert found(about(*rows), "R06") == [("personal_data", *x) for x in where]


@pytest.mark.parametrize(
    ("row", "fires"),
    [
        (data(None, note="Namn och personnummer"), True),
        (data(NAME, note="och samordningsnummer"), True),
        (data(NAME, note="och adress"), False),
        (data(None, note="Personnummer", occurrence=NEVER), False),
    ],
)
def test_r20_reads_what_is_written_beside_a_kind(row: PersonalData, fires: bool) -> None:
    assert bool(found(about(row, identity_number_justification=""), "R20")) == fires


@pytest.mark.parametrize("code", ["R05", "R06"])
def test_r05_and_r06_hold_in_law_enforcement_but_not_for_processors(code: str) -> None:
    activity = about(data_subjects=())
    assert found(replace(activity, sector=Sector.LAW_ENFORCEMENT), code)
    assert not found(replace(activity, role=OrganisationRole.PROCESSOR), code)


@pytest.mark.parametrize(
    ("row", "bases", "fires"),
    [
        (data(HEALTH), (), True),
        (data(HEALTH), (nine(key("another row")),), True),
        (data(HEALTH), (nine(condition=None),), True),
        (data(HEALTH), (nine(key("row")),), False),
        (data(HEALTH), (nine(),), False),
        (data(HEALTH, occurrence=NEVER), (), False),
        (data(DIET), (), False),
        (data(CRIME), (), False),
        (data(UNJUDGED), (), False),
        (data(None, note="Hälsa"), (), False),
    ],
)
def test_r15_a_special_category_has_its_condition(
    row: PersonalData, bases: tuple[SpecialCategoryBasis, ...], fires: bool
) -> None:
    where = found(about(row, special_category_bases=bases), "R15")
    assert where == ([("personal_data", key("row"), "category")] if fires else [])


@pytest.mark.parametrize("condition", list(SpecialCategoryCondition))
def test_r16_some_conditions_need_a_law(condition: SpecialCategoryCondition) -> None:
    def with_provision(**provision: Any) -> list[Any]:
        provisions = (LegalProvision(**provision),)
        bases = (nine(condition=condition),)
        return found(about(data(HEALTH), special_category_bases=bases, provisions=provisions), "R16")

    elsewhere = with_provision(law=Law(code="law-2001-454"))
    assert elsewhere == [("special_category_bases", key("nine"), "condition")] * (condition.value[-1] in LAW_NEEDED)
    assert bool(with_provision(about=key("nine"))) == bool(elsewhere)
    assert with_provision(law=Law(code="law-2001-454"), about=key("nine")) == []


@pytest.mark.parametrize(
    ("provision", "fires"),
    [
        ({"law": Law(code="own-gdpr"), "pinpoint": "9.2 h"}, True),
        ({"pinpoint": "9.2 h"}, True),
        (
            {"law": Law(code="x", labels={"sv": "Lag med kompletterande bestämmelser till dataskyddsförordningen"})},
            False,
        ),
        ({"law": Law(code="law-2018-218", sfs="2018:218"), "pinpoint": "3 kap. 5 §"}, False),
        ({"note": "6 § i förordningen om register."}, False),
    ],
)
def test_r16_the_gdpr_is_not_the_law_that_it_asks_for(provision: dict[str, Any], fires: bool) -> None:
    about_nine = LegalProvision(about=key("nine"), **provision)
    activity = about(data(HEALTH), special_category_bases=(nine(),), provisions=(about_nine,))
    assert bool(found(activity, "R16")) == fires


@pytest.mark.parametrize(
    ("rows", "base", "fires"),
    [
        ((data(NAME),), nine(), True),
        ((data(NAME),), nine(key("row")), True),
        ((data(HEALTH), data(NAME, "name")), nine(key("name")), True),
        ((data(HEALTH),), nine(key("gone")), True),
        ((data(HEALTH, occurrence=NEVER),), nine(), True),
        ((data(CRIME),), nine(), True),
        ((data(HEALTH), data(NAME, "name")), nine(key("row"), key("name")), False),
        ((data(HEALTH),), nine(), False),
        ((data(DIET),), nine(key("row")), False),
        ((data(UNJUDGED),), nine(key("row")), False),
        ((data(NAME),), nine(condition=None), False),
    ],
)
def test_r17_a_condition_has_something_to_cover(
    rows: tuple[PersonalData, ...], base: SpecialCategoryBasis, fires: bool
) -> None:
    where = found(about(*rows, special_category_bases=(base,)), "R17")
    assert where == ([("special_category_bases", key("nine"), "condition")] if fires else [])


@pytest.mark.parametrize(
    ("rows", "changes", "fires"),
    [
        ((data(DIET),), {}, True),
        ((data(DIET), data(HEALTH, "health")), {"special_category_bases": (nine(key("health")),)}, True),
        ((data(DIET), data(HEALTH, "health")), {"special_category_bases": (nine(),)}, True),
        ((data(DIET), data(kind("pd-sprak", may_reveal=True), "more")), {}, True),
        ((data(DIET),), {"special_category_bases": (nine(key("row"), condition=None),)}, True),
        ((data(DIET),), {"indirect_special_position": "Vi frågar aldrig varför."}, False),
        ((data(DIET),), {"special_category_bases": (nine(key("row")),)}, False),
        ((data(DIET, occurrence=NEVER),), {}, False),
        ((data(HEALTH), data(NAME, "name"), data(UNJUDGED, "own")), {}, False),
    ],
)
def test_r18_what_reveals_is_thought_about(
    rows: tuple[PersonalData, ...], changes: dict[str, Any], fires: bool
) -> None:
    where = found(about(*rows, **changes), "R18")
    assert where == ([("indirect_special_position", None, "")] if fires else [])


DATA_PROTECTION = Law(code="law-2018-218", sfs="2018:218")
SOCIAL_DATA = Law(code="law-2001-454", sfs="2001:454")


@pytest.mark.parametrize(
    ("provision", "fires"),
    [
        (None, True),
        ({"law": DATA_PROTECTION, "pinpoint": "3 kap. 3 §"}, True),
        ({"law": DATA_PROTECTION, "pinpoint": "3 kap. 8 a §"}, True),
        ({"law": DATA_PROTECTION, "pinpoint": "8 kap. 3 §"}, True),
        ({"law": DATA_PROTECTION, "pinpoint": "2 kap. 8 §"}, True),
        ({"law": DATA_PROTECTION, "pinpoint": "3 kap. 3 § och 4 kap. 8 §"}, True),
        ({"law": DATA_PROTECTION, "pinpoint": "3 och 8 kap."}, True),
        ({"law": SOCIAL_DATA, "pinpoint": "7 a §"}, True),
        ({"law": SOCIAL_DATA}, True),
        ({"law": Law(code="law-1", sfs="2001:4541"), "pinpoint": "7 §"}, True),
        ({"about": key("row")}, True),
        ({"about": key("row"), "law": Law(code="own-gdpr"), "pinpoint": "10"}, True),
        ({"law": DATA_PROTECTION, "pinpoint": "3 kap. 3 och 8 §§"}, False),
        ({"law": DATA_PROTECTION, "pinpoint": "3 kap. 8 § och 7 kap. 2 §", "about": key("nine")}, False),
        ({"law": Law(code="own-1", labels={"sv": "Lagen (2001:454)"}), "pinpoint": "6–7 §§"}, False),
        ({"law": Law(code="law-2018-585"), "about": key("row")}, False),
    ],
)
def test_r19_offences_have_support(provision: dict[str, Any] | None, fires: bool) -> None:
    provisions = (LegalProvision(**provision),) if provision else ()
    where = found(about(data(CRIME), provisions=provisions), "R19")
    assert where == ([("personal_data", key("row"), "category")] if fires else [])


def test_r19_words_are_support_and_what_never_occurs_needs_none() -> None:
    assert found(about(data(CRIME)), "R19")
    assert not found(about(data(CRIME), offence_support="3 kap. 8 § dataskyddslagen."), "R19")
    assert not found(about(data(CRIME, occurrence=NEVER)), "R19")
    assert not found(about(data(HEALTH)), "R19")


@pytest.mark.parametrize(
    ("category", "fires"),
    [
        (kind("pd-personnummer"), True),
        (kind("own-1", None, labels={"sv": "Namn och personnummer"}), True),
        (kind("own-2", None, labels={"sv": "Samordningsnummer"}), True),
        (kind("pd-lma"), False),
        (NAME, False),
    ],
)
def test_r20_identity_numbers_have_a_reason(category: PersonalDataCategory, fires: bool) -> None:
    silent = about(data(category), identity_number_justification="")
    assert found(silent, "R20") == ([("identity_number_justification", None, "")] if fires else [])
    assert found(replace(silent, identity_number_justification="Säker identifiering."), "R20") == []
    assert found(replace(silent, personal_data=(data(category, occurrence=NEVER),)), "R20") == []


@pytest.mark.parametrize("code", ["R15", "R16", "R17", "R18", "R19", "R20"])
def test_articles_9_10_and_87_are_for_controllers_under_the_gdpr(code: str) -> None:
    rows = {"R18": data(DIET), "R19": data(CRIME), "R20": data(kind("pd-personnummer"))}
    bases = () if code == "R15" else (nine(key("gone")),)
    row = rows.get(code, data(HEALTH))
    activity = about(row, special_category_bases=bases, identity_number_justification="")
    assert found(activity, code)
    assert not found(replace(activity, sector=Sector.LAW_ENFORCEMENT), code)
    assert not found(replace(activity, role=OrganisationRole.PROCESSOR), code)


@pytest.mark.parametrize(
    ("slug", "codes"),
    [
        ("individ-och-familjeomsorg", ["R20"]),
        ("budget-och-skuldradgivning", ["R20"]),
        ("arbetsmarknads-och-integrationsenhet", ["R20"]),
        ("ekonomiskt-bistand-jarfalla", ["R15", "R20"]),
    ],
)
def test_data_in_the_seeds(slug: str, codes: list[str]) -> None:
    mine = ["R05", "R06", "R15", "R16", "R17", "R18", "R19", "R20"]
    assert [code for code in mine if found(record(LAST[slug]), code)] == codes
