"""From rules and events to days: month ends, leap days, ends of years, selections, stages and media."""

from datetime import date
from typing import Any

import pytest

from ropa.record import CarrierSystem, DataSubject, LegalProvision, ProcessingActivity, RetentionRule, Withheld, replace
from ropa.retention import Duration, Facts, Open, Outcome, last_day, outcomes, sentences, window
from ropa.vocabulary import Medium, PeriodEnd, RetentionAction, RetentionStage, Selection
from tests.demo_fixture import LAST, record
from tests.seed_terms import INTERVENTION_ENDED, LAST_ENTRY, OBSOLETE, key
from tests.worlds import bare_activity, financial_assistance, labour_market

DISPOSE, PRESERVE, DELIVER = RetentionAction.DISPOSE, RetentionAction.PRESERVE, RetentionAction.DELIVER
D = date.fromisoformat

FIVE_YEARS = RetentionRule(key=key("five"), action=DISPOSE, period="P5Y", trigger=LAST_ENTRY)
KEPT = RetentionRule(key=key("kept"), action=PRESERVE, selection=Selection.BIRTH_DAYS, birth_days=(5, 15, 25))
OTHERS = replace(FIVE_YEARS, selection=Selection.OTHER_BIRTH_DAYS)


def of(*rows: RetentionRule, **changes: Any) -> ProcessingActivity:
    return bare_activity(retention_rules=rows, **changes)


def entry(day: str, **more: Any) -> Facts:
    """The last entry was made on a day."""
    return Facts(events={LAST_ENTRY.code: D(day)}, **more)


def days(found: tuple[Outcome, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(x.action or "", _iso(x.earliest), _iso(x.latest)) for x in found]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    ("event", "length", "last"),
    [
        ("2026-11-21", Duration(years=5), "2031-11-21"),
        ("2024-02-29", Duration(years=5), "2029-02-28"),
        ("2024-02-29", Duration(years=4), "2028-02-29"),
        ("2023-02-28", Duration(years=1), "2024-02-28"),
        ("2026-01-31", Duration(months=1), "2026-02-28"),
        ("2027-12-31", Duration(months=2), "2028-02-29"),
        ("2026-10-31", Duration(months=18), "2028-04-30"),
        ("2026-01-31", Duration(months=1, days=1), "2026-03-01"),
        ("2026-08-31", Duration(years=1, months=6, weeks=1, days=1), "2028-03-08"),
        ("2026-11-21", Duration(weeks=2), "2026-12-05"),
        ("2026-02-28", Duration(days=7), "2026-03-07"),
        ("2026-11-21", Duration(days=90), "2027-02-19"),
        ("2026-11-21", Duration(), "2026-11-21"),
        ("1896-02-29", Duration(years=4), "1900-02-28"),
    ],
)
def test_the_last_day_of_a_period(event: str, length: Duration, last: str) -> None:
    assert last_day(D(event), length) == D(last)


@pytest.mark.parametrize(
    ("period", "end", "event", "earliest", "latest"),
    [
        ("P5Y", None, "2024-02-29", "2029-03-01", None),
        ("P7D", None, "2026-03-01", "2026-03-09", None),  # seven days of recording
        ("P10Y", None, "2026-11-21", "2036-11-22", None),
        ("P30Y", None, "1996-02-29", "2026-03-01", None),
        ("", None, "2026-11-21", "2026-11-21", None),
        ("P0D", None, "2026-11-21", "2026-11-21", None),
        ("P3Y", PeriodEnd.CALENDAR_YEAR, "2026-03-01", "2030-01-01", None),
        ("P3Y", PeriodEnd.CALENDAR_YEAR, "2026-12-31", "2030-01-01", None),
        ("", PeriodEnd.CALENDAR_YEAR, "2026-12-31", "2027-01-01", None),
        ("P5Y", PeriodEnd.NEXT_CALENDAR_YEAR, "2026-01-01", "2031-01-02", "2032-12-31"),
        ("P5Y", PeriodEnd.NEXT_CALENDAR_YEAR, "2026-12-31", "2032-01-01", "2032-12-31"),
    ],
)
def test_from_the_day_after_the_last_day(
    period: str, end: PeriodEnd | None, event: str, earliest: str, latest: str | None
) -> None:
    rule = replace(FIVE_YEARS, period=period, period_end=end)
    assert window(rule, D(event)) == (D(earliest), latest and D(latest))


@pytest.mark.parametrize(
    ("period", "end", "event"),
    [
        ("P5Y", None, "9996-01-01"),
        ("P99999999999Y", None, "2026-01-01"),
        ("P99999999999D", None, "2026-01-01"),
        ("", PeriodEnd.CALENDAR_YEAR, "9999-01-01"),
        ("", PeriodEnd.NEXT_CALENDAR_YEAR, "9999-01-01"),
        ("P1D", None, "9999-12-30"),
    ],
)
def test_beyond_the_calendar_nothing_is_computed(period: str, end: PeriodEnd | None, event: str) -> None:
    (found,) = outcomes(of(replace(FIVE_YEARS, period=period, period_end=end)), entry(event))
    assert (found.earliest, found.latest, found.open) == (None, None, (Open.BEYOND,))


class TestSeed001:
    """Kept: born on 5, 15, 25; registered; on paper. The others go after five years, the obsolete at once."""

    known = Facts(events={LAST_ENTRY.code: D("2024-02-29"), OBSOLETE.code: D("2026-05-01")})

    @pytest.mark.parametrize("day", [5, 15, 25])
    def test_files_of_some_are_kept(self, day: int) -> None:
        found = outcomes(financial_assistance(), replace_facts(self.known, birth_day=day))
        assert [x.rule.key for x in found] == [
            key(f"rule-{x}") for x in ("preserve", "obsolete", "registered", "paper", "digital")
        ]
        assert days(found[:1]) == [("preserve", None, None)]
        assert found[0].open == (Open.AS_A_RULE, Open.BESIDE)
        assert found[1].open == found[4].open[1:] == (Open.KEPT,)

    @pytest.mark.parametrize("day", [1, 4, 26, 31])
    def test_files_of_the_others_go_five_years_after_the_last_entry(self, day: int) -> None:
        found = outcomes(financial_assistance(), replace_facts(self.known, birth_day=day))
        assert days(found) == [
            ("dispose", "2029-03-01", None),
            ("dispose", "2026-05-01", None),
            ("preserve", None, None),
            ("preserve", None, None),
            ("dispose", None, None),
        ]
        assert found[0].open == (Open.AS_A_RULE, Open.BESIDE)

    def test_without_a_birth_day_both_stay_open(self) -> None:
        found = {x.rule.key: x.open for x in outcomes(financial_assistance(), self.known)}
        assert Open.BIRTH_DAY in found[key("rule-preserve")]
        assert Open.BIRTH_DAY in found[key("rule-dispose")]
        assert found[key("rule-registered")] == (Open.AS_A_RULE,)

    def test_paper_is_kept_and_digital_goes_without_a_stated_day(self) -> None:
        paper = outcomes(financial_assistance(), Facts(medium=Medium.PAPER, birth_day=1))
        digital = outcomes(financial_assistance(), Facts(medium=Medium.DIGITAL, birth_day=1))
        assert (key("rule-paper") in keys(paper), key("rule-digital") in keys(paper)) == (True, False)
        assert (key("rule-paper") in keys(digital), key("rule-digital") in keys(digital)) == (False, True)
        assert Open.TIME in digital[-1].open


def replace_facts(facts: Facts, **changes: Any) -> Facts:
    return Facts(**{**vars(facts), **changes})


def keys(found: tuple[Outcome, ...]) -> list[Any]:
    return [x.rule.key for x in found]


def test_two_years_after_the_end_of_the_measure() -> None:
    (found,) = outcomes(labour_market(), Facts(events={INTERVENTION_ENDED.code: D("2026-11-21")}))
    assert (days((found,)), found.open) == ([("dispose", "2028-11-22", None)], ())


def test_social_services_by_the_end_of_the_next_calendar_year() -> None:
    (found, paper) = outcomes(record(LAST["ekonomiskt-bistand"]), entry("2026-11-21", birth_day=4))
    assert days((found,)) == [("dispose", "2031-11-22", "2032-12-31")]
    assert found.open == (Open.EXCEPTION,)
    assert found.support.plan_section == "3.1"
    assert [x.pinpoint for x in found.support.provisions] == ["16 kap."]
    assert paper.open == (Open.EVENT, Open.CONDITION)


@pytest.mark.parametrize(
    ("rule", "facts", "reasons"),
    [
        (FIVE_YEARS, entry("2026-01-01"), ()),
        (FIVE_YEARS, Facts(), (Open.EVENT,)),
        (replace(FIVE_YEARS, action=None), entry("2026-01-01"), (Open.ACTION,)),
        (replace(FIVE_YEARS, trigger=None), entry("2026-01-01"), (Open.TRIGGER,)),
        (replace(FIVE_YEARS, trigger=None, period=""), entry("2026-01-01"), (Open.TIME,)),
        (replace(FIVE_YEARS, condition="om"), entry("2026-01-01"), (Open.CONDITION,)),
        (replace(FIVE_YEARS, exception="utom"), entry("2026-01-01"), (Open.EXCEPTION,)),
        (replace(FIVE_YEARS, as_a_rule=True), entry("2026-01-01"), (Open.AS_A_RULE,)),
        (replace(FIVE_YEARS, as_a_rule=False), entry("2026-01-01"), ()),
        (replace(FIVE_YEARS, selection=Selection.OTHER), entry("2026-01-01", birth_day=1), (Open.SELECTION,)),
        (OTHERS, entry("2026-01-01", birth_day=1), (Open.SELECTION,)),  # no rule says which days are not "other"
        (replace(FIVE_YEARS, birth_days=(5,)), entry("2026-01-01", birth_day=5), (Open.SELECTION,)),
        (replace(KEPT, selection=None, birth_days=()), Facts(), ()),
        (RetentionRule(action=RetentionAction.ASSESS), Facts(), ()),
    ],
)  # fmt: skip
def test_what_stays_open_is_named(rule: RetentionRule, facts: Facts, reasons: tuple[Open, ...]) -> None:
    (found,) = outcomes(of(rule), facts)
    assert found.open == reasons


SOME = replace(FIVE_YEARS, key=key("some"), documents="Larm", period="P3M")


@pytest.mark.parametrize(
    ("rows", "birth_day", "expected"),
    [
        # a selection goes before the rule for everybody
        ((KEPT, FIVE_YEARS), 5, [("preserve", ())]),
        ((KEPT, FIVE_YEARS), 6, [("dispose", ())]),
        ((KEPT, FIVE_YEARS), None, [("preserve", (Open.BIRTH_DAY,)), ("dispose", (Open.BIRTH_DAY,))]),
        ((KEPT, OTHERS), 5, [("preserve", ())]),
        ((KEPT, OTHERS), 6, [("dispose", ())]),
        # … not while a person must judge whether it holds
        ((replace(KEPT, condition="om"), FIVE_YEARS), 5, [("preserve", (Open.CONDITION,)), ("dispose", (Open.CONDITION,))]),
        # special documents: the wider rule says so, and destroying them stays open where the wider one keeps
        ((KEPT, FIVE_YEARS, SOME), 5, [("preserve", (Open.BESIDE,)), ("dispose", (Open.KEPT,))]),
        ((KEPT, FIVE_YEARS, SOME), 6, [("dispose", (Open.BESIDE,)), ("dispose", ())]),
        ((FIVE_YEARS, replace(KEPT, documents="Beslut")), 5, [("dispose", (Open.BESIDE,)), ("preserve", ())]),
        # what cannot both hold gives no day
        ((FIVE_YEARS, replace(FIVE_YEARS, key=key("six"), period="P6Y")), 5, [("dispose", (Open.CONTRADICTED,))] * 2),
        ((FIVE_YEARS, replace(KEPT, selection=None, birth_days=())), 5, [("dispose", (Open.CONTRADICTED,)), ("preserve", (Open.CONTRADICTED,))]),
        # other stages
        ((replace(FIVE_YEARS, stage=RetentionStage.SYSTEM), replace(KEPT, stage=RetentionStage.ARCHIVE_AUTHORITY)), 5, [("dispose", ()), ("preserve", ())]),
    ],
)  # fmt: skip
def test_which_rule_goes_first(rows: Any, birth_day: int | None, expected: Any) -> None:
    found = outcomes(of(*rows), entry("2026-01-01", birth_day=birth_day))
    assert [(x.action, x.open) for x in found] == expected
    assert [x.earliest for x in found if Open.CONTRADICTED in x.open] == [None] * sum(
        Open.CONTRADICTED in x.open for x in found
    )


def test_from_the_system_to_the_archive() -> None:
    """Delivered five years after the case is closed, and kept: each stage has its own day."""
    activity = record(LAST["bygglov"])
    kept, delivered, withdrawn = outcomes(activity, Facts(events={"rt-avslutat-arende": D("2026-11-21")}))
    assert (kept.action, kept.earliest) == (PRESERVE, None)
    assert (delivered.action, delivered.earliest, delivered.rule.stage) == (
        DELIVER,
        D("2031-11-22"),
        RetentionStage.SYSTEM,
    )
    assert (withdrawn.action, withdrawn.earliest) == (DISPOSE, D("2028-11-22"))


def test_a_rule_for_another_group_or_on_another_carrier_is_left_out() -> None:
    carrier = CarrierSystem(key=key("binder"), medium=Medium.PAPER)
    on_paper = replace(FIVE_YEARS, carriers=(carrier.key,))
    about_some = replace(FIVE_YEARS, key=key("some"), data_subjects=(key("pupils"),))
    activity = of(on_paper, about_some, carriers=(carrier,), data_subjects=(DataSubject(key=key("pupils")),))
    assert keys(outcomes(activity, Facts(medium=Medium.DIGITAL))) == [about_some.key]
    assert keys(outcomes(activity, Facts(medium=Medium.PAPER, group=key("guardians")))) == [on_paper.key]
    assert len(outcomes(activity, Facts(group=key("pupils")))) == 2


def test_a_rule_with_a_withheld_part_gives_no_day() -> None:
    hidden = Withheld(about=FIVE_YEARS.key, field="exception", reason="Sekretess")
    (found,) = outcomes(of(FIVE_YEARS, withheld=(hidden,)), entry("2026-01-01"))
    assert (found.earliest, found.open) == (None, (Open.WITHHELD,))


def test_it_says_what_it_rests_on() -> None:
    about = LegalProvision(about=FIVE_YEARS.key, pinpoint="10 §")
    rule = replace(FIVE_YEARS, decision_body="Socialnämnden", advice="Gallringsråd 5")
    (found,) = outcomes(of(rule, provisions=(about, replace(about, about=None))))
    assert (found.support.provisions, found.support.decision_body) == ((about,), "Socialnämnden")
    (bare,) = outcomes(of(replace(FIVE_YEARS, advice="Gallringsråd 5")))
    assert not bare.support


def test_documents_cannot_be_destroyed_the_day_they_are_delivered() -> None:
    delivered = replace(FIVE_YEARS, key=key("delivered"), action=DELIVER)
    found = outcomes(of(FIVE_YEARS, delivered), entry("2020-01-01"))
    assert [(x.earliest, x.open) for x in found] == [(None, (Open.CONTRADICTED,))] * 2
    late = replace(FIVE_YEARS, period="P6Y", stage=RetentionStage.ARCHIVE_AUTHORITY)
    assert days(outcomes(of(delivered, late), entry("2020-01-01"))) == [
        ("deliver", "2025-01-02", None), ("dispose", "2026-01-02", None),
    ]  # fmt: skip


def test_a_rule_that_is_not_shown_may_keep_what_another_destroys() -> None:
    activity = of(FIVE_YEARS, withheld=(Withheld(about=KEPT.key, field="retention_rules", reason="Sekretess"),))
    (found,) = outcomes(activity, entry("2020-01-01", birth_day=6))
    assert (found.earliest, found.open) == (None, (Open.WITHHELD,))


@pytest.mark.parametrize("name", ["personal_data", "data_subjects", "carriers"])
def test_a_rule_about_what_is_not_shown_is_not_one_about_everything(name: str) -> None:
    activity = of(replace(FIVE_YEARS, **{name: (key("hidden"),)}))
    (found,) = outcomes(activity, entry("2020-01-01"))
    assert (found.earliest, found.open) == (None, (Open.WITHHELD,))
    assert "inte visas" in sentences(activity, "sv")[0].text
