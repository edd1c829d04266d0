"""From any rules to days: what no set of rules may ever come to."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from ropa.record import ProcessingActivity, RetentionRule, replace
from ropa.retention import Facts, Open, Outcome, outcomes, parse_period, problems, sentences, spoken_period
from ropa.vocabulary import Medium, PeriodEnd, RetentionAction, RetentionStage, Selection
from tests.seed_terms import INTERVENTION_ENDED, LAST_ENTRY, OBSOLETE
from tests.strategies import activities

DISPOSE, PRESERVE, DELIVER = RetentionAction.DISPOSE, RetentionAction.PRESERVE, RetentionAction.DELIVER
TRIGGERS = [LAST_ENTRY, INTERVENTION_ENDED, OBSOLETE]
NAMES = ("", "Personakter", "Larm", "Fakturor")

periods = st.builds(
    lambda y, m, w, d: f"P{y}Y{m}M{w}W{d}D",
    st.integers(0, 40),
    st.integers(0, 30),
    st.integers(0, 9),
    st.integers(1, 99),
)
birth_days = st.lists(st.integers(1, 31), min_size=1, max_size=30, unique=True).map(tuple)
days = st.dates(date(1896, 1, 1), date(2150, 12, 31))


@st.composite
def facts(draw: Any, codes: list[str] | None = None) -> Facts:
    given_for = draw(st.sets(st.sampled_from(codes or [x.code for x in TRIGGERS])))
    return Facts(
        events={code: draw(days) for code in sorted(given_for)},
        birth_day=draw(st.none() | st.integers(1, 31)),
        medium=draw(st.none() | st.sampled_from(Medium)),
    )


@st.composite
def disposals(draw: Any, **fixed: Any) -> RetentionRule:
    """Return a rule that destroys after a time."""
    return RetentionRule(
        action=DISPOSE,
        period=draw(periods),
        trigger=draw(st.sampled_from(TRIGGERS)),
        period_end=draw(st.none() | st.sampled_from(PeriodEnd)),
        exception=draw(st.sampled_from(["", "utom beslut"])),
        **fixed,
    )


@st.composite
def coherent(draw: Any, documents: str) -> list[RetentionRule]:
    """Return the rules for some documents: one, a selection, two media, or two stages."""
    kept = RetentionRule(action=PRESERVE, documents=documents)
    shape = draw(st.sampled_from(["disposed", "kept", "selection", "exception", "media", "stages"]))
    if shape == "kept":
        return [kept]
    disposed = draw(disposals(documents=documents))
    if shape == "media":
        return [replace(kept, medium=Medium.PAPER), replace(disposed, medium=Medium.DIGITAL)]
    if shape == "stages":
        return [kept, replace(disposed, action=DELIVER, stage=RetentionStage.SYSTEM)]
    if shape == "disposed":
        return [disposed]
    chosen = replace(kept, selection=Selection.BIRTH_DAYS, birth_days=draw(birth_days))
    if shape == "exception":
        return [chosen, disposed]
    days_told = draw(st.sampled_from([chosen.birth_days, ()]))
    return [chosen, replace(disposed, selection=Selection.OTHER_BIRTH_DAYS, birth_days=days_told)]


@st.composite
def coherent_sets(draw: Any) -> ProcessingActivity:
    """Return an activity whose rules say all there is to say, and nothing twice."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    rules = [rule for name in names for rule in draw(coherent(name))]
    return ProcessingActivity(retention_rules=tuple(draw(st.permutations(rules))))


def any_of_them(activity: ProcessingActivity) -> list[str]:
    return [x.trigger.code for x in activity.retention_rules if x.trigger] or ["none"]


def has_run(rule: RetentionRule, event: date, on: date) -> bool:
    """Return whether the period is over before a day, counted here in another way: day by day."""
    length = parse_period(rule.period)
    rest = timedelta(weeks=length.weeks, days=length.days)
    months = length.years * 12 + length.months
    day, passed = event, 0
    while passed < months:  # each month ends on the same number, or at the month's end
        first_of_next = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        day, passed = first_of_next, passed + 1
    while months and day.day < event.day and (day + timedelta(days=1)).month == day.month:
        day += timedelta(days=1)
    return on > day + rest or (on == event and not any(length))


@settings(max_examples=60)
@given(coherent_sets(), st.data())
def test_never_a_disposal_before_the_period_has_run(activity: ProcessingActivity, data: st.DataObject) -> None:
    known = data.draw(facts())
    for found in outcomes(activity, known):
        if found.earliest:
            assert found.rule.trigger
            event = known.events[found.rule.trigger.code]
            assert has_run(found.rule, event, found.earliest)
            assert found.latest is None or found.latest > found.earliest - timedelta(days=1)
            if not found.rule.period_end:
                assert not has_run(found.rule, event, found.earliest - timedelta(days=1))
        else:
            assert found.action is PRESERVE or Open.EVENT in found.open


@settings(max_examples=60)
@given(activities(), st.data())
def test_whatever_the_rules_are(activity: ProcessingActivity, data: st.DataObject) -> None:
    """Records filled at random: nothing raises, nothing is invented, nothing open is given as certain."""
    known = data.draw(facts(any_of_them(activity)))
    assert {x.rule for x in problems(activity)} <= {x.key for x in activity.retention_rules}
    for found in outcomes(activity, known):
        rule = found.rule
        assert rule in activity.retention_rules
        assert (found.earliest is None) or (rule.trigger is not None and rule.action is not PRESERVE)
        assert found.earliest is None or not {Open.CONTRADICTED, Open.WITHHELD} & set(found.open)
        for field, reason in (
            ("condition", Open.CONDITION),
            ("exception", Open.EXCEPTION),
            ("as_a_rule", Open.AS_A_RULE),
        ):
            assert reason in found.open or not getattr(rule, field)
        if not found.open and rule.action not in {PRESERVE, RetentionAction.ASSESS}:
            assert found.earliest


@settings(max_examples=60)
@given(coherent_sets(), st.integers(1, 31), st.data())
def test_preserve_beats_dispose_where_a_selection_applies(
    activity: ProcessingActivity, birth_day: int, data: st.DataObject
) -> None:
    known = data.draw(facts())
    found = outcomes(activity, Facts(events=known.events, birth_day=birth_day))
    for keeper in (x.rule for x in found if x.action is PRESERVE and x.rule.selection is Selection.BIRTH_DAYS):
        destroyed = [x for x in found if x.action is DISPOSE]
        assert not [x for x in destroyed if x.rule.documents == keeper.documents]
        if not keeper.documents:  # all documents: what is said of some of them stays open
            assert all(Open.KEPT in x.open for x in destroyed)


@settings(max_examples=60)
@given(coherent_sets())
def test_nothing_is_wrong_with_coherent_rules(activity: ProcessingActivity) -> None:
    assert problems(activity) == ()


@settings(max_examples=60)
@given(coherent_sets() | activities(), st.data())
def test_order_carries_no_meaning(activity: ProcessingActivity, data: st.DataObject) -> None:
    known = data.draw(facts(any_of_them(activity)))
    mixed = replace(activity, retention_rules=tuple(data.draw(st.permutations(activity.retention_rules))))
    assert by_rule(outcomes(mixed, known)) == by_rule(outcomes(activity, known))
    assert set(problems(mixed)) == set(problems(activity))


def by_rule(found: tuple[Outcome, ...]) -> list[Outcome]:
    return sorted(found, key=lambda x: x.rule.key)


@settings(max_examples=60)
@given(coherent_sets(), st.sampled_from(["sv", "en"]))
def test_sentences_name_period_trigger_and_exception_of_every_rule(activity: ProcessingActivity, language: str) -> None:
    text = " ".join(x.text for x in sentences(activity, language))
    for rule in activity.retention_rules:
        with override("sv" if rule.documents and language == "en" else language):
            assert not rule.period or spoken_period(rule.period) in text
        assert not rule.trigger or any(rule.trigger.after[x] in text for x in ("sv", "en"))
        assert rule.exception.sv in text
