"""What people type, asked of the demo's register: the same answers whatever database keeps it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from ropa import publishing
from ropa.search import Index

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

QUERIES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("queries.toml").read_text("utf-8"))["queries"]


@pytest.fixture(scope="module")
def demo(kept_database: None) -> tuple[list[str], Index]:
    """The slugs of what is public, and their index as it is kept."""
    call_command("load_demo", verbosity=0)
    found = publishing.listed(words=True)
    return [each.slug for each in found], Index([each.words for each in found])


def found(demo: tuple[list[str], Index], query: dict[str, Any]) -> list[str]:
    slugs, index = demo
    return [slugs[hit.number] for hit in index.find(query["q"], query.get("language", "sv")).hits]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query['kind']}: {query['q']}")
def test_what_is_typed_finds_what_it_should(demo: tuple[list[str], Index], query: dict[str, Any]) -> None:
    slugs = found(demo, query)
    assert set(query.get("find", ())) - set(slugs) == set()
    assert set(query.get("not", ())) & set(slugs) == set()
    assert slugs[:1] == [query["first"]] if "first" in query else True
    assert slugs == [] if query.get("none") else True


def test_the_list_is_long_and_speaks_of_what_there_is(demo: tuple[list[str], Index]) -> None:
    named = {slug for query in QUERIES for slug in (*query.get("find", ()), query.get("first", ""))} - {""}
    assert len(QUERIES) >= 60
    assert named <= set(demo[0])
