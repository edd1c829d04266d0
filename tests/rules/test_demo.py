"""Nothing is found in the complete activities of the demo; one fact less, and exactly the rules that rest on it say so."""

import re
from functools import cache

import pytest
from django.utils.translation import override

from ropa.record import ProcessingActivity
from ropa.rules import BY_CODE, RULES, Finding, Peers, check, check_all, peer
from tests.demo_fixture import FICTIONAL, LAST, SEEDS, TODAY, record
from tests.rules.facts import FACTS

CODES = [rule.code for rule in RULES]


@cache
def complete() -> dict[str, ProcessingActivity]:
    return {slug: record(LAST[slug]) for slug in FICTIONAL}


@cache
def others() -> Peers:
    return Peers(map(peer, complete().values()))


@cache
def found_without(code: str) -> dict[str, tuple[Finding, ...]]:
    """Return slug -> what is found when the rule's fact is gone, in the activities that have the fact."""
    whole = {slug: activity for slug, activity in complete().items() if BY_CODE[code].applies(activity)}
    less = {slug: FACTS[code].take(activity) for slug, activity in whole.items()}
    return {slug: check(activity, TODAY, peers=others()) for slug, activity in less.items() if activity}


@pytest.mark.parametrize("slug", FICTIONAL)
def test_nothing_is_found_in_a_complete_activity(slug: str) -> None:
    assert check(complete()[slug], TODAY, peers=others()) == ()


@pytest.mark.parametrize("code", CODES)
def test_one_fact_less_and_exactly_what_rests_on_it_is_found(code: str) -> None:
    found = {slug: {x.rule.code for x in findings} for slug, findings in found_without(code).items()}
    assert found, "no complete activity has the fact"
    assert found == {slug: FACTS[code].codes(code, complete()[slug]) for slug in found}


def test_every_rule_has_its_fact() -> None:
    assert list(FACTS) == CODES


def test_every_finding_stands_somewhere_in_the_record() -> None:
    for finding in every_finding():
        place, rows = finding.place, getattr(finding.activity, finding.place.field)
        row = next((x for x in rows if x.key == place.row), None) if place.row else None
        assert (row is None) == (place.row is None), finding
        assert place.column in ({""} if row is None else set(type(row).model_fields)), finding


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_finding_can_be_said(language: str) -> None:
    with override(language):
        for finding in every_finding():
            assert finding.message
            assert not re.search(r"[{}]|\bNone\b", f"{finding.message}{finding.advice}"), finding


def every_finding() -> list[Finding]:
    """Return what is found in the real documents, and wherever a fact is gone."""
    less = [finding for code in CODES for found in found_without(code).values() for finding in found]
    return [*check_all([record(LAST[slug]) for slug in sorted(SEEDS)], TODAY), *less]
