"""The disposal plan: what of a register's rules stands in it, and what it says of what they leave open."""

from datetime import date
from typing import Any

import pytest

from ropa.record import (
    Audience,
    CarrierSystem,
    LegalProvision,
    ProcessingActivity,
    Register,
    RetentionRule,
    System,
    Unit,
    Withheld,
    view,
)
from ropa.retention.plan import DisposalPlan, PlannedRule, disposal_plan
from ropa.vocabulary import Medium, PeriodEnd, RetentionAction, RetentionStage
from tests.outputs.documents import register
from tests.worlds import LAST_ENTRY, OLD_SOCIAL_SERVICES_ACT, PLAN, bare_activity, both, financial_assistance, key, term

DISPOSE, PRESERVE = RetentionAction.DISPOSE, RetentionAction.PRESERVE


def plan(*activities: ProcessingActivity, language: str = "sv", audience: Audience = Audience.DRAFT) -> DisposalPlan:
    return disposal_plan(register(*activities, audience=audience, as_of=date(2026, 3, 1)), language)


def line(activity: ProcessingActivity, language: str = "sv", audience: Audience = Audience.DRAFT) -> PlannedRule:
    """Return the one rule of an activity as it stands in the plan."""
    return plan(activity, language=language, audience=audience).units[0].activities[0].rules[0]


def ruled(**fields: Any) -> ProcessingActivity:
    return bare_activity(retention_rules=(RetentionRule(key=key("rule"), **fields),))


def texts(lines: Any) -> list[str]:
    return [x.text.text for x in lines]


FIVE_YEARS = {"action": DISPOSE, "period": "P5Y", "trigger": LAST_ENTRY}


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({}, ("action", "time", "support")),
        (FIVE_YEARS, ("support",)),
        ({**FIVE_YEARS, "plan": PLAN}, ()),
        ({**FIVE_YEARS, "decision_body": "Nämnden"}, ()),
        ({**FIVE_YEARS, "decision_reference": "SN 2025/1"}, ()),
        ({**FIVE_YEARS, "advice": "Gallringsråd 5"}, ("support",)),
        ({"action": DISPOSE, "period": "P5Y", "plan": PLAN}, ("trigger",)),
        ({"action": DISPOSE, "period_end": PeriodEnd.CALENDAR_YEAR, "plan": PLAN}, ("trigger",)),
        ({"action": DISPOSE, "plan": PLAN}, ("time",)),
        ({"action": DISPOSE, "trigger": LAST_ENTRY, "plan": PLAN}, ()),
        ({"action": PRESERVE, "plan": PLAN}, ()),
        ({"action": RetentionAction.ASSESS, "plan": PLAN}, ()),
        ({"action": RetentionAction.DELIVER, "plan": PLAN}, ("time",)),
    ],
)
def test_what_a_rule_leaves_open_is_said(fields: dict[str, Any], lacks: tuple[str, ...]) -> None:
    found = line(ruled(**fields))
    assert found.lacks == lacks
    cells = {"action": (found.action,), "time": found.when, "trigger": found.when, "support": found.support}
    said = [(name, x.text.text) for name, cell in cells.items() for x in cell if x.lacking]
    assert {name for name, _words in said} - set(lacks) <= {"time", "trigger"}  # they share a cell
    assert len({words for _name, words in said}) == len(lacks)
    assert all("inte angivet" in words for _name, words in said)


def test_a_provision_about_the_rule_is_support_and_one_about_the_activity_is_not() -> None:
    act = LegalProvision(key=key("p"), law=OLD_SOCIAL_SERVICES_ACT, pinpoint="12 kap. 1 §")
    own = ruled(**FIVE_YEARS).model_copy(update={"provisions": (act.model_copy(update={"about": key("rule")}),)})
    general = ruled(**FIVE_YEARS).model_copy(update={"provisions": (act,)})
    assert ("support" in line(own).lacks, "support" in line(general).lacks) == (False, True)
    assert "12 kap. 1 §" in texts(line(own).support)[0]


def test_time_then_conditions_then_stage() -> None:
    found = line(
        ruled(
            **FIVE_YEARS,
            period_end=PeriodEnd.NEXT_CALENDAR_YEAR,
            condition=both("om ärendet är avslutat", "if the case is closed"),
            exception="Avtal sparas.",
            reason="Insyn",
            stage=RetentionStage.SYSTEM,
        )
    )
    said = texts(found.when)
    assert said[0].startswith("Fem år efter")
    assert said[0].endswith("senast under kalenderåret därefter")
    assert said[1:4] == ["Villkor: om ärendet är avslutat.", "Undantag: Avtal sparas.", "Skäl: Insyn."]
    assert len(said) == 5


@pytest.mark.parametrize("reason", ["så att forskare kan använda dem", "eftersom det finns på papper", "Insyn"])
def test_a_reason_is_called_one_however_it_begins(reason: str) -> None:
    assert texts(line(ruled(action=PRESERVE, reason=reason)).when) == [f"Skäl: {reason}."]


def test_support_is_plan_section_decision_and_where_it_is_filed() -> None:
    said = texts(
        line(
            ruled(
                **FIVE_YEARS,
                plan=PLAN,
                plan_section="6.1",
                decision_body="Nämnden",
                decision_date=date(2025, 5, 7),
                decision_reference="KS 2025/7",
            )
        ).support
    )
    assert "avsnitt 6.1" in said[0]
    assert said[1:] == ["Nämnden beslutade detta den 2025-05-07.", "Gallringsbeslut: KS 2025/7"]


def test_advice_is_said_to_be_no_support() -> None:
    said = line(ruled(**FIVE_YEARS, advice="Gallringsråd 5")).support
    assert [(x.text.text, x.lacking) for x in said] == [
        ("Stöd är inte angivet.", True),
        ("Bara ett råd, inget stöd: Gallringsråd 5.", False),
    ]


def test_rules_stand_by_action_and_keep_their_order_within_one() -> None:
    actions = [PRESERVE, None, DISPOSE, RetentionAction.ANONYMISE, DISPOSE]
    rules = tuple(RetentionRule(key=key(f"r{n}"), action=action) for n, action in enumerate(actions))
    found = plan(bare_activity(retention_rules=rules)).units[0].activities[0].rules
    assert [x.rule.key for x in found] == [key(f"r{n}") for n in (2, 4, 0, 3, 1)]


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({}, "Ingen regel är angiven, och inte heller varför."),
        ({"no_retention_reason": "Det avgörs i varje ärende"}, "Ingen fast tid: Det avgörs i varje ärende."),
    ],
)
def test_an_activity_without_rules_is_there_and_says_why(fields: dict[str, Any], note: str) -> None:
    found = plan(bare_activity(**fields)).units[0].activities[0]
    assert (found.rules, [x.text for x in found.notes]) == ((), [note])


def test_an_activity_with_rules_needs_no_reason() -> None:
    assert plan(ruled(**FIVE_YEARS)).units[0].activities[0].notes == ()


@pytest.mark.parametrize(
    ("rule", "unnamed"),
    [
        ({}, ["Diariet", "Pärm"]),
        ({"carriers": (key("c1"),)}, ["Pärm"]),
        ({"carriers": (key("c1"), key("c2"))}, []),
        ({"medium": Medium.PAPER}, ["Diariet"]),
        ({"medium": Medium.DIGITAL}, ["Pärm"]),
    ],
)
def test_carriers_that_no_rule_names_are_listed(rule: dict[str, Any], unnamed: list[str]) -> None:
    carriers = (
        CarrierSystem(key=key("c1"), system=term(System, "d", "Diariet", "Registry", medium=Medium.DIGITAL)),
        CarrierSystem(key=key("c2"), note="Pärm", medium=Medium.PAPER),
        CarrierSystem(key=key("c3")),
    )
    activity = ruled(action=DISPOSE, **rule).model_copy(update={"carriers": carriers})
    assert [x.text for x in plan(activity).units[0].activities[0].unnamed] == unnamed


def test_units_and_activities_keep_the_registers_order() -> None:
    above = Unit(key=key("a"), slug="a", name="Ängsskolan")
    below = Unit(key=key("b"), slug="b", name="Köket", path=(("a", both("Ängsskolan", "Meadow")),))
    made = [
        bare_activity(key=key(f"x{n}"), slug=f"x{n}", name=f"Behandling {n}", unit=unit)
        for n, unit in enumerate((above, above, below, None))
    ]
    found = plan(*made)
    assert [(u.unit and u.unit.slug, len(u.activities)) for u in found.units] == [("a", 2), ("b", 1), (None, 1)]


def test_the_summary_counts_actions_and_what_is_missing() -> None:
    rules = (
        RetentionRule(action=DISPOSE, period="P1Y"),
        RetentionRule(action=DISPOSE, plan=PLAN),
        RetentionRule(action=PRESERVE),
        RetentionRule(),
    )
    counted = plan(bare_activity(retention_rules=rules), bare_activity(key=key("none"), slug="utan"), language="en")
    assert {x.label: x.number for x in counted.summary} == {
        "Processing activities": 2,
        "Rules": 4,
        "Dispose (destroy)": 2,
        "Preserve permanently": 1,
        "Rules that do not state what happens": 1,
        "Rules that do not state when it happens": 2,
        "Rules whose time has no starting point": 1,
        "Rules that do not state what they rest on": 3,
        "… of which say that documents are destroyed": 1,
        "Activities without a retention rule": 1,
    }


def test_an_empty_register_is_an_empty_plan() -> None:
    empty = disposal_plan(Register(audience=Audience.DRAFT), "sv")
    assert empty.units == ()
    assert {x.number for x in empty.summary} == {0}


def test_words_of_one_rule_are_in_one_language() -> None:
    activity = ruled(**FIVE_YEARS, documents="Bara på svenska", plan=PLAN)
    found = line(activity, "en")
    assert (found.what.lang, found.when[0].text.lang, found.support[0].text.lang) == ("sv", "sv", "en")
    assert line(ruled(**FIVE_YEARS), "en").when[0].text.text.startswith("Five years after")


def test_the_public_plan_does_not_tell_where_a_decision_is_filed() -> None:
    activity = ruled(**FIVE_YEARS, decision_reference="KS 2025/7")
    for audience, told in ((Audience.PUBLIC, False), (Audience.AUTHORITY, True), (Audience.DRAFT, True)):
        assert ("KS 2025/7" in str(plan(activity, audience=audience))) is told


def test_what_is_withheld_is_not_said_to_be_missing() -> None:
    marker = Withheld(about=key("rule"), field="plan", reason="Det röjer en metod")
    activity = ruled(**FIVE_YEARS, plan=PLAN).model_copy(update={"withheld": (marker,)})
    found = line(view(activity, Audience.PUBLIC), audience=Audience.PUBLIC)
    assert found.lacks == ()
    assert "Det röjer en metod" in texts(found.support)[0]


def test_withheld_rules_leave_their_reason() -> None:
    marker = Withheld(field="retention_rules", reason="Det röjer en metod")
    activity = ruled(**FIVE_YEARS).model_copy(update={"withheld": (marker,)})
    found = plan(activity, audience=Audience.PUBLIC).units[0].activities[0]
    assert (found.rules, [x.text for x in found.notes]) == ((), ["Uppgiften visas inte: Det röjer en metod."])


def test_the_rules_of_the_seed_are_all_there() -> None:
    found = plan(financial_assistance()).units[0].activities[0]
    assert [x.rule.action for x in found.rules] == [DISPOSE] * 3 + [PRESERVE] * 3
    assert "om personer som är födda den 5, 15 eller 25 i månaden" in found.rules[3].what.text
    assert texts(found.rules[3].support)[0].startswith("Stöd i lag: ")
