"""The list of rules: whole, in the order of the law, in both languages, and docs/rules.md says what it says."""

import re
from pathlib import Path

import pytest
from django.utils.translation import override

from ropa.management.commands.describe_rules import fields_of, groups, page
from ropa.record import ProcessingActivity
from ropa.rules import RULES, Rule
from ropa.vocabulary import Severity

DOCS = Path(__file__).parents[2] / "docs"
DECISION = (DOCS / "decisions" / "0006-rules.md").read_text("utf-8")
PLANNED = {f"R{number:02}" for number in range(1, 43)}
CODES = [rule.code for rule in RULES]

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def told_of(heading: str) -> set[str]:
    """Return the codes in the first column of a table of the decision."""
    return set(re.findall(r"^\| (R\d\d) ", DECISION.partition(f"## {heading}")[2].partition("\n## ")[0], re.MULTILINE))


def said(rule: Rule, language: str) -> list[str]:
    with override(language):
        return [str(words) for words in (rule.article, rule.condition, rule.message, rule.advice)]


def test_a_code_is_one_rule() -> None:
    assert len(set(CODES)) == len(CODES)


def test_every_planned_rule_is_there_or_the_decision_says_why_not() -> None:
    assert PLANNED - set(CODES) - told_of("Left out or merged") == set()


def test_the_decision_tells_of_rules_that_are_there() -> None:
    assert told_of("Changed") <= set(CODES)


def test_every_rule_that_was_not_planned_has_its_reason_in_the_decision() -> None:
    assert set(CODES) - PLANNED == told_of("Added")


@every_rule
def test_its_words_are_there_in_both_languages(rule: Rule) -> None:
    english, swedish = said(rule, "en"), said(rule, "sv")
    assert all(english)
    assert [words for words, other in zip(english, swedish, strict=True) if words == other] == []
    assert ["{names}" in words for words in english] == ["{names}" in words for words in swedish]


@every_rule
def test_it_asks_to_check_where_nobody_has_read_the_law(rule: Rule) -> None:
    assert rule.sources
    if not rule.is_certain:
        assert rule.severity is not Severity.ERROR
        assert re.search(r"\bcheck\b", " ".join(said(rule, "en")[2:]), re.IGNORECASE)
        assert re.search(r"\bkontrollera\b", " ".join(said(rule, "sv")[2:]), re.IGNORECASE)


def test_its_fields_are_of_the_record() -> None:
    fields = {rule.code: set(fields_of(rule)) for rule in RULES}
    assert set().union(*fields.values()) <= set(ProcessingActivity.model_fields)
    assert {code for code, named in fields.items() if not named} == {"R38", "R40"}, "these are about any text"


def test_the_list_is_headed_in_the_order_of_article_30() -> None:
    headed = groups()
    assert [rule.code for _heading, rules in headed for rule in rules] == CODES
    assert all(rules for _heading, rules in headed)
    letters = re.findall(r"30\(1\)\((\w)\)", " ".join(heading for heading, _rules in headed))
    assert letters == sorted(letters) == list("abcdefg")


def test_the_page_is_fresh() -> None:
    assert (DOCS / "rules.md").read_text("utf-8") == page(), "run: ./dev manage describe_rules"
