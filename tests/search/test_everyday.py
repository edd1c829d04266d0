"""Everyday words, right and misspelt, asked of registers that have them and that do not: few looks, and always an answer."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from hypothesis import HealthCheck, given
from hypothesis import settings as property_of
from hypothesis import strategies as st

from ropa import publishing
from ropa.search import LANGUAGES, Index, indexed
from ropa.search.everyday import ALSO
from tests.pages.town import activity

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

LOOKS = 16
"""How often the words of a register may be gone through for one word asked for."""


class Counting(Index):
    """An index that knows how often its words were gone through."""

    looks = 0

    def _look(self, *given: Any) -> dict[tuple[str, str], float]:
        self.looks += 1
        return super()._look(*given)


@pytest.fixture(scope="module")
def registers(kept_database: None) -> dict[str, Counting]:
    """An empty register, one of one activity, and the demo's."""
    call_command("load_demo", verbosity=0)
    demo = [each.words for each in publishing.listed(words=True)]
    return {"empty": Counting([]), "one": Counting([indexed(activity("a", "Bygglov"))]), "demo": Counting(demo)}


def looks(index: Counting, text: str, language: str) -> int:
    """Return how often the words were gone through to find a text."""
    index.looks = 0
    index.find(text, language)
    return index.looks


@pytest.mark.parametrize("size", ["empty", "one", "demo"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_everyday_word_is_answered_with_few_looks(registers: Any, size: str, language: str) -> None:
    asked = {word: looks(registers[size], word, language) for word in ALSO[language]}
    assert {word: n for word, n in asked.items() if not 0 < n <= LOOKS} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_everyday_word_has_one_that_some_register_may_have(registers: Any, language: str) -> None:
    """The words that it stands for are in the demo's register or among the terms that ropa brings with it."""
    shipped = json.loads(Path(settings.BASE_DIR, "fixtures/vocabulary.json").read_text("utf-8"))
    terms = [{"category": {"code": "x", "labels": labels}} for labels in _labels(shipped)]
    known = Index([*registers["demo"]._texts, indexed(activity("a", "Ord", data_subjects=terms))])
    assert [word for word in ALSO[language] if not known.find(word, language).hits] == []


def _labels(shipped: dict[str, list[dict[str, Any]]]) -> list[dict[str, str]]:
    rows = [row for rows in shipped.values() for row in rows]
    return [{language: row[language] for language in LANGUAGES} for row in rows if {*LANGUAGES} <= {*row}]


@st.composite
def slips(draw: Any, words: Any) -> str:
    """Return a word with up to two letters left out, doubled or changed."""
    letters = list(draw(words))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(letters) - 1))
        letters[at] = draw(st.sampled_from(["", letters[at] * 2, "a", "ö", "x"]))
    return "".join(letters)


@property_of(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_words_and_their_misspellings_are_answered_with_few_looks(registers: Any, data: Any) -> None:
    language = data.draw(st.sampled_from(LANGUAGES))
    known = sorted({*ALSO[language], *(other for others in ALSO[language].values() for other in others)})
    known += sorted(form.word for form in registers["demo"]._forms[language])
    word = data.draw(slips(st.sampled_from(known)))
    for index in registers.values():
        assert looks(index, word, language) <= LOOKS
