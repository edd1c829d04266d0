"""Nothing is found in the complete activities of the demo; one fact less, and exactly the rules that rest on it say so."""

import re
from functools import cache

import pytest
from django.utils.translation import override

from ropa.record import ProcessingActivity
from ropa.rules import BY_CODE, RULES, Peers, check, check_all, peer
from tests.demo_fixture import FICTIONAL, LAST, SEEDS, TODAY, record
from tests.rules.facts import FACTS

CODES = [rule.code for rule in RULES]


@cache
def complete() -> dict[str, ProcessingActivity]:
    return {slug: record(LAST[slug]) for slug in FICTIONAL}


@cache
def others() -> Peers:
    return Peers(map(peer, complete().values()))


def codes(activity: ProcessingActivity) -> set[str]:
    """Return the codes of what is found, among the other complete activities."""
    return {x.rule.code for x in check(activity, TODAY, peers=others())}


@pytest.mark.parametrize("slug", FICTIONAL)
def test_nothing_is_found_in_a_complete_activity(slug: str) -> None:
    assert codes(complete()[slug]) == set()


@pytest.mark.parametrize("code", CODES)
def test_one_fact_less_and_exactly_what_rests_on_it_is_found(code: str) -> None:
    fact = FACTS[code]
    less = {slug: fact.take(activity) for slug, activity in complete().items() if BY_CODE[code].applies(activity)}
    found = {slug: codes(activity) for slug, activity in less.items() if activity}
    assert found, "no complete activity has the fact"
    assert found == {slug: fact.codes(code, complete()[slug]) for slug in found}


def test_every_rule_has_its_fact() -> None:
    assert list(FACTS) == CODES


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_finding_stands_somewhere_in_the_record_and_can_be_said(language: str) -> None:
    lacking = [fact.take(activity) for fact in FACTS.values() for activity in complete().values()]
    with override(language):
        for finding in check_all([x for x in (*lacking, *(record(LAST[slug]) for slug in sorted(SEEDS))) if x], TODAY):
            place, rows = finding.place, getattr(finding.activity, finding.place.field)
            row = next((x for x in rows if x.key == place.row), None) if place.row else None
            assert (row is None) == (place.row is None), finding
            assert place.column in ({""} if row is None else set(type(row).model_fields)), finding
            assert finding.message
            assert not re.search(r"[{}]|\bNone\b", f"{finding.message}{finding.advice}"), finding
