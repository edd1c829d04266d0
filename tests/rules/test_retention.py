"""How long: what fires, what just does not, and what has nothing to do with it."""

from datetime import date
from typing import Any

import pytest

from ropa.record import LegalProvision, Organisation, ProcessingActivity, RetentionRule, replace
from ropa.rules import BY_CODE, check
from ropa.vocabulary import Medium, OrganisationRole, PeriodEnd, RetentionAction, RetentionStage, Sector, Selection
from tests.demo_fixture import FICTIONAL, LAST, SEEDS, record
from tests.rules.sound import DAY, found, sound
from tests.seed_terms import INTERVENTION_ENDED, LAST_ENTRY, key
from tests.worlds import financial_assistance

DISPOSE, PRESERVE, DELIVER = RetentionAction.DISPOSE, RetentionAction.PRESERVE, RetentionAction.DELIVER
MINE = ("R26", "R27", "R28", "R29", "R44", "R45")

FIVE_YEARS = RetentionRule(
    key=key("five"), action=DISPOSE, period="P5Y", trigger=LAST_ENTRY, plan="Plan", as_a_rule=True
)
KEPT = RetentionRule(key=key("kept"), action=PRESERVE, selection=Selection.BIRTH_DAYS, birth_days=(5, 15, 25))
OTHERS = replace(FIVE_YEARS, selection=Selection.OTHER_BIRTH_DAYS, birth_days=(5, 15, 25))


def rules(*rows: RetentionRule, slug: str = "bygglov", **changes: Any) -> ProcessingActivity:
    return sound(slug, retention_rules=rows, **changes)


def also(row: RetentionRule, **changes: Any) -> RetentionRule:
    return replace(row, key=key(f"also {changes}"), **changes)


@pytest.mark.parametrize(
    ("changes", "fires"),
    [
        ({"retention_rules": ()}, True),
        ({"retention_rules": (), "role": OrganisationRole.PROCESSOR}, False),
        ({"retention_rules": (), "no_retention_reason": "Uppdraget avgör."}, False),
        ({"retention_rules": (RetentionRule(),)}, True),  # a row that nobody filled in is no rule
        ({"retention_rules": (RetentionRule(), FIVE_YEARS)}, False),
        ({"retention_rules": (RetentionRule(documents="Akter"),)}, False),  # R45
        ({}, False),
    ],
)
def test_r26_something_is_said_of_time(changes: dict[str, Any], fires: bool) -> None:
    assert found(sound(**changes), "R26") == ([("retention_rules", None, "")] if fires else [])


@pytest.mark.parametrize(
    ("row", "fires"),
    [
        (replace(FIVE_YEARS, trigger=None), True),
        (replace(FIVE_YEARS, trigger=None, action=DELIVER), True),
        (replace(FIVE_YEARS, trigger=None, action=PRESERVE), False),  # R44: kept for ever, and for a time
        (replace(FIVE_YEARS, trigger=None, period=""), False),  # R45
        (FIVE_YEARS, False),
    ],
)
def test_r27_a_period_has_a_start(row: RetentionRule, fires: bool) -> None:
    assert found(rules(row), "R27") == ([("retention_rules", row.key, "trigger")] if fires else [])


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({}, "plan"),
        ({"advice": "Gallringsråd 5"}, "advice"),
        ({"plan_section": "3.1"}, "plan"),
        ({"plan": "Gallringsråd nr 5", "plan_section": "2"}, "plan"),
        ({"decision_body": "SKR:s gallringsråd 5"}, "plan"),
        ({"decision_reference": "Gallringsråd 5"}, "plan"),
        ({"plan": "Plan som följer gallringsråd 5"}, None),
        ({"plan": "Informationshanteringsplan"}, None),
        ({"decision_body": "Socialnämnden"}, None),
        ({"decision_date": date(2026, 1, 1)}, None),
        ({"advice": "Gallringsråd 5", "decision_body": "Socialnämnden"}, None),
        ({"action": PRESERVE}, None),
        ({"action": RetentionAction.ANONYMISE}, None),
    ],
)
def test_r28_disposal_rests_on_something(changes: dict[str, Any], column: str | None) -> None:
    row = replace(FIVE_YEARS, **{"plan": "", **changes})
    assert found(rules(row), "R28") == ([("retention_rules", row.key, column)] if column else [])


@pytest.mark.parametrize(
    ("provision", "fires"), [({"law": "law-1990-782"}, False), ({"pinpoint": "10 §"}, False), ({}, True)]
)
def test_r28_a_provision_about_the_row_is_support(provision: dict[str, Any], fires: bool) -> None:
    row = replace(FIVE_YEARS, plan="")
    about = LegalProvision(about=row.key, **provision)
    assert bool(found(rules(row, provisions=(about,)), "R28")) == fires
    assert found(rules(row, provisions=(replace(about, about=None),)), "R28")


def at(**home: Any) -> dict[str, Any]:
    organisation = sound("hemtjanst").organisation
    assert isinstance(organisation, Organisation)
    return {"organisation": replace(organisation, **home)}


@pytest.mark.parametrize(
    ("rows", "changes", "columns"),
    [
        ((KEPT, OTHERS), {}, []),
        ((KEPT, replace(OTHERS, period="P60M")), {}, []),
        ((KEPT, replace(OTHERS, period="P6Y")), {}, ["period"]),
        ((KEPT, replace(OTHERS, trigger=INTERVENTION_ENDED)), {}, ["period"]),
        ((KEPT, replace(OTHERS, as_a_rule=None)), {}, ["exception"]),
        ((KEPT, replace(OTHERS, as_a_rule=None, exception="Inte handlingar om adoption.")), {}, []),
        ((KEPT, replace(OTHERS, as_a_rule=None), RetentionRule(documents="Faderskap", action=PRESERVE)), {}, []),
        ((replace(KEPT, birth_days=(5, 15)), OTHERS), {}, ["selection"]),
        ((FIVE_YEARS,), {}, ["selection"]),
        ((replace(FIVE_YEARS, documents="Kontakter", trigger=INTERVENTION_ENDED),), {}, []),
        ((replace(FIVE_YEARS, documents="Personakter", trigger=INTERVENTION_ENDED),), {}, ["period", "selection"]),
        ((replace(FIVE_YEARS, medium=Medium.DIGITAL, period="", trigger=None),), {}, []),
        ((KEPT, OTHERS), {"sector": Sector.DISABILITY_SERVICES}, []),
        ((FIVE_YEARS,), {"sector": Sector.LIBRARY}, []),
        ((KEPT, OTHERS), at(county="05"), ["action"]),
        ((KEPT, OTHERS), at(county="09"), ["action"]),
        ((KEPT, OTHERS), at(county="22"), ["action"]),
        ((KEPT, OTHERS), at(county="14"), []),
        ((KEPT, OTHERS), at(county="14", organisation_number="212000-1355"), ["action"]),
        ((replace(KEPT, selection=None, birth_days=()),), at(county="05"), []),
    ],
)  # fmt: skip
def test_r29_personal_files_in_social_services(rows: Any, changes: dict[str, Any], columns: list[str]) -> None:
    places = found(rules(*rows, slug="hemtjanst", **changes), "R29")
    assert [column for _field, _row, column in places] == columns


def test_r29_states_nothing_that_nobody_read() -> None:
    assert not BY_CODE["R29"].is_certain


BOTH = "action", "action"
SHORT = replace(FIVE_YEARS, documents="Personakter.")


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ((SHORT, also(SHORT, action=PRESERVE, period="", trigger=None)), BOTH),
        ((SHORT, also(SHORT, period="P6Y", documents="personakter")), ("period", "period")),
        ((SHORT, also(SHORT, period_end=PeriodEnd.CALENDAR_YEAR)), ("period", "period")),
        ((SHORT, also(SHORT, action=RetentionAction.ANONYMISE)), BOTH),
        ((SHORT, also(SHORT, action=DELIVER, period="P6Y")), ("period", "period")),
        ((SHORT, also(SHORT, action=DELIVER)), ("period", "period")),
        ((KEPT, also(FIVE_YEARS, selection=Selection.BIRTH_DAYS, birth_days=(5,))), BOTH),
        ((OTHERS, also(OTHERS, period="P6Y", birth_days=(1,))), ("period", "period")),
        ((also(SHORT, action=PRESERVE, trigger=None, period=""), also(SHORT, selection=Selection.BIRTH_DAYS, birth_days=(1,))), BOTH),
        ((replace(KEPT, period="P5Y"), OTHERS), ("period",)),
        ((replace(KEPT, period_end=PeriodEnd.CALENDAR_YEAR), OTHERS), ("period_end",)),
        ((replace(FIVE_YEARS, birth_days=(5,)),), ("selection",)),
        # what sets two rules apart
        ((SHORT, also(SHORT, documents="Larm", period="P6Y")), ()),
        ((SHORT, also(SHORT, period="P60M")), ()),
        ((SHORT, also(SHORT, period="P6Y", medium=Medium.PAPER)), ()),
        ((SHORT, also(SHORT, period="P6Y", condition="om ärendet är prövat i domstol")), ()),
        ((SHORT, also(SHORT, period="P6Y", stage=RetentionStage.LOCAL_ARCHIVE)), ()),
        ((SHORT, also(SHORT, period="P2Y", trigger=INTERVENTION_ENDED)), ()),
        ((SHORT, also(SHORT, period="P2Y", action=RetentionAction.ANONYMISE)), ()),
        ((SHORT, also(SHORT, period="P9Y", selection=Selection.BIRTH_DAYS, birth_days=(1,))), ()),
        ((SHORT, also(SHORT, period="P9Y", selection=Selection.OTHER, selection_note="stickprov")), ()),
        ((KEPT, OTHERS), ()),
        ((KEPT, FIVE_YEARS), ()),
    ],
)  # fmt: skip
def test_r44_two_rules_that_cannot_both_hold(rows: Any, columns: tuple[str, ...]) -> None:
    for order in (rows, rows[::-1]):
        places = found(rules(*order), "R44")
        assert sorted(column for _field, _row, column in places) == sorted(columns)
        assert len({row for _field, row, _column in places}) == len(columns)


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ((replace(FIVE_YEARS, action=None),), ["action"]),
        ((replace(FIVE_YEARS, period="", trigger=None),), ["period"]),
        ((replace(FIVE_YEARS, period="", trigger=None, period_end=PeriodEnd.CALENDAR_YEAR),), ["period_end"]),
        ((replace(KEPT, birth_days=()), FIVE_YEARS), ["birth_days"]),
        ((replace(FIVE_YEARS, selection=Selection.OTHER_BIRTH_DAYS),), ["birth_days"]),
        ((KEPT,), ["selection"]),
        ((KEPT, replace(OTHERS, birth_days=(5, 15, 25, 30))), ["selection", "selection"]),
        ((replace(FIVE_YEARS, selection=Selection.OTHER),), ["selection_note"]),
        ((FIVE_YEARS,), []),
        ((replace(FIVE_YEARS, period="", period_end=PeriodEnd.NEXT_CALENDAR_YEAR),), []),
        ((replace(FIVE_YEARS, action=RetentionAction.ASSESS, period="", trigger=None),), []),
        ((replace(KEPT, selection=Selection.ALL, birth_days=()),), []),
        ((KEPT, replace(OTHERS, birth_days=())), []),
        ((KEPT, FIVE_YEARS), []),
        ((KEPT, replace(OTHERS, stage=RetentionStage.SYSTEM)), []),
        ((replace(KEPT, documents="Personakter"), OTHERS), ["selection"]),
        ((replace(FIVE_YEARS, selection=Selection.OTHER, selection_note="stickprov"),), []),
    ],
)  # fmt: skip
def test_r45_a_rule_that_can_be_followed(rows: Any, columns: list[str]) -> None:
    assert [column for _field, _row, column in found(rules(*rows), "R45")] == columns


@pytest.mark.parametrize("slug", FICTIONAL)
def test_nothing_is_found_in_the_complete_activities(slug: str) -> None:
    assert [x.rule.code for x in check(record(LAST[slug]), DAY) if x.rule.code in MINE] == []


ORACLE = {
    "ekonomiskt-bistand-jarfalla": ["R45"],  # digital documents are destroyed, and nobody says when
    "individ-och-familjeomsorg": ["R28", "R29", "R45"],
    "budget-och-skuldradgivning": ["R28", "R29", "R45"],
    "arbetsmarknads-och-integrationsenhet": ["R28"],
}


@pytest.mark.parametrize("slug", sorted(SEEDS))
def test_the_seeds(slug: str) -> None:
    codes = {x.rule.code for x in check(record(LAST[slug]), DAY)} & set(MINE)
    assert sorted(codes) == ORACLE[slug]


def test_r44_is_said_once_and_names_the_other_rules() -> None:
    rows = (SHORT, also(SHORT, period="P6Y"), also(SHORT, period="P7Y"))
    messages = [str(x.message) for x in check(rules(*rows), DAY) if x.rule.code == "R44"]
    assert [[number for number in "1234" if f" {number}" in x] for x in messages] == [
        ["2", "3"],
        ["1", "3"],
        ["1", "2"],
    ]
    assert all("personakter" in x for x in messages)


def test_the_message_names_what_it_is_about() -> None:
    texts = [str(x.message) for x in check(rules(replace(SHORT, trigger=None, plan="")), DAY) if x.rule.code in MINE]
    assert len(texts) == 2
    assert all("Personakter" in text for text in texts)


def test_the_notice_of_seed_001_keeps_its_paper_and_its_selection() -> None:
    codes = {x.rule.code for x in check(financial_assistance(), DAY)} & set(MINE)
    assert codes == {"R28", "R45"}
