"""What the rules find in the two real documents, held against a list that was drawn up by hand before there were rules.

`BY_HAND` is that list. Each difference has its reason in docs/decisions/0006-rules.md, and no reason is left over.
"""

import re
from pathlib import Path

import pytest

from ropa.rules import check_all
from tests.demo_fixture import LAST, SEEDS, TODAY, record

DECISION = Path(__file__).parents[2] / "docs" / "decisions" / "0006-rules.md"

FOUND = {
    "individ-och-familjeomsorg": "R43 R01 R02 R04 R12 R13 R21 R20 R46 R45 R28 R29 R39 R37 R41",
    "budget-och-skuldradgivning": "R43 R01 R02 R04 R11 R13 R21 R20 R46 R45 R28 R29 R39 R37 R41",
    "arbetsmarknads-och-integrationsenhet": "R43 R01 R02 R04 R10 R12 R13 R20 R46 R28 R39 R37 R41",
    "ekonomiskt-bistand-jarfalla": "R10 R21 R15 R20 R23 R45 R39 R36 R37 R30 R41",
}
BY_HAND = {
    "individ-och-familjeomsorg": "R01 R02 R04 R12 R20 R21 R28 R29 R39",
    "budget-och-skuldradgivning": "R01 R02 R04 R11 R12 R20 R21 R28 R29 R39",
    "arbetsmarknads-och-integrationsenhet": "R10 R12 R20 R28",
    "ekonomiskt-bistand-jarfalla": "R10 R15 R20 R21 R30 R36 R37",
}


@pytest.mark.parametrize("slug", FOUND)
def test_exactly_these_rules_find_something(slug: str) -> None:
    register = [record(LAST[seed]) for seed in FOUND]
    found = [x.rule.code for x in check_all([record(LAST[slug])], TODAY, among=register)]
    assert list(dict.fromkeys(found)) == FOUND[slug].split()


def test_all_four_are_here() -> None:
    assert set(FOUND) == set(BY_HAND) == SEEDS


def test_each_difference_to_the_list_by_hand_has_its_reason() -> None:
    chapter = DECISION.read_text("utf-8").partition("## What the two real documents show")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (R\d\d) \| ([^|]+) \| [^|]+ \|$", chapter, re.MULTILINE)
    reasons = [(code, slug) for code, slugs in rows for slug in re.findall(r"`([\w-]+)`", slugs)]
    differences = [(code, slug) for slug in FOUND for code in set(FOUND[slug].split()) ^ set(BY_HAND[slug].split())]
    assert sorted(reasons) == sorted(differences)
