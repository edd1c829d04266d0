"""The corpus of registers is read as well as we promise (benchmarks/import_corpus.py prints the figures)."""

import pytest

from ropa.inputs import readers
from ropa.inputs.outline import outline
from ropa.inputs.terms import shipped
from ropa.inputs.understanding import understand
from ropa.inputs.understanding.knowledge import Knowledge
from tests.corpus.documents import stated
from tests.corpus_score import LOST, RIGHT, WRONG, Fact, score, share

FLOOR = 85
"""Per cent right in each shape."""


@pytest.fixture(scope="module")
def facts() -> list[Fact]:
    known = Knowledge(shipped())
    found: list[Fact] = []
    for one in stated():
        document = readers.read(one.document.read_bytes(), one.document.name)
        found += score(one, understand(outline(document), known))
    return found


def test_the_corpus_as_a_whole(facts: list[Fact]) -> None:
    lost = [fact for fact in facts if fact.verdict == LOST]
    assert (lost, share(facts, RIGHT) >= 95, share(facts, WRONG) <= 1) == ([], True, True)


def test_every_activity_is_found_with_its_name_and_unit(facts: list[Fact]) -> None:
    assert [f for f in facts if f.path in {"name", "unit", "activity"} and f.verdict != RIGHT] == []


def test_no_shape_is_read_badly(facts: list[Fact]) -> None:
    shapes = {fact.shape for fact in facts}
    shares = {shape: share([f for f in facts if f.shape == shape], RIGHT) for shape in shapes}
    assert {shape: found for shape, found in shares.items() if found < FLOOR} == {}
