"""Sentences from retention rules: what no rule, however it is filled in, may lose or invent."""

from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from ropa.record import ProcessingActivity, RetentionRule
from ropa.retention import sentence, spoken_period
from ropa.vocabulary import PeriodEnd, RetentionAction, Selection
from tests.worlds import INTERVENTION_ENDED, LAST_ENTRY

periods = st.builds(
    lambda y, m, d: f"P{y}Y{m}M{d}D", st.integers(0, 120), st.integers(0, 36), st.integers(0, 400)
)  # fmt: skip
words = st.text("abcdefghijklmnopåäö ,", min_size=1, max_size=30).map(str.strip).filter(lambda x: x.strip(", "))
rules = st.builds(
    RetentionRule,
    documents=st.just("") | words,
    action=st.none() | st.sampled_from(RetentionAction),
    period=st.just("") | periods,
    period_end=st.none() | st.sampled_from(PeriodEnd),
    trigger=st.none() | st.sampled_from([LAST_ENTRY, INTERVENTION_ENDED]),
    condition=st.just("") | words | words.map("om {}".format),
    exception=st.just("") | words | words.map("utom {}".format),
    reason=st.just("") | words | words.map("för att {}".format),
    selection=st.none() | st.sampled_from(Selection),
    advice=st.just("") | words,
)


@given(rules, st.sampled_from(["sv", "en"]))
def test_period_trigger_and_exception_are_always_said(rule: RetentionRule, language: str) -> None:
    text = sentence(rule, ProcessingActivity(retention_rules=(rule,)), language)
    with override(text.lang):
        assert spoken_period(rule.period) in text.text
    if rule.trigger:
        words = (rule.trigger.after[text.lang], rule.trigger.when[text.lang])
        assert any(x in text.text for x in words)
    for free in (rule.exception, rule.condition, rule.reason, rule.documents, rule.advice):
        assert " ".join(free.sv.split()).casefold() in " ".join(text.text.split()).casefold()
    assert "{" not in text.text
    assert text.text.endswith((".", "!", "?"))


@given(rules)
def test_what_is_not_stated_is_never_guessed(rule: RetentionRule) -> None:
    text = sentence(rule, ProcessingActivity(retention_rules=(rule,)), "sv").text
    if rule.action is None:
        assert "det är inte angivet vad som" in text
    if rule.period and not rule.trigger:
        assert "Det är inte angivet vad tiden räknas från." in text
    if rule.action is not RetentionAction.PRESERVE:
        assert "för alltid" not in text
