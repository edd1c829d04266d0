"""The register as JSON: what stands in it, in which order, and what it refuses to hold."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from ropa import snapshot
from ropa.outputs import register_json
from ropa.outputs.refusal import NotPublic
from ropa.record import Audience, Entry, Register, SecurityMeasure, Withheld, replace, view
from tests.strategies import registers
from tests.worlds import financial_assistance, labour_market

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "ropa-register-1.schema.json"


def public(*activities) -> Register:
    entries = tuple(Entry(activity=view(a, Audience.PUBLIC), version=1) for a in activities)
    return Register(audience=Audience.PUBLIC, as_of=date(2026, 3, 1), title="Järfälla kommun", entries=entries)


def test_head_names_format_audience_and_day() -> None:
    data = json.loads(register_json.render(public(financial_assistance())))
    assert list(data) == ["format", "audience", "as_of", "ledger_day", "title", "heads", "entries"]
    assert set(data) == set(Register.model_fields)  # a PDF is made from it, by a process of its own
    assert (data["format"], data["audience"], data["as_of"]) == ("ropa-register/1", "public", "2026-03-01")


def test_text_is_readable_utf8_in_the_order_of_article_30() -> None:
    text = register_json.render(public(financial_assistance())).decode("utf-8")
    assert "Försörjningsstöd och ekonomiskt bistånd" in text
    assert text.endswith("}\n")
    activity = json.loads(text)["entries"][0]["activity"]
    order = ["key", "reference", "name", "purposes", "data_subjects", "recipients", "retention_rules"]
    assert [name for name in activity if name in order] == order


def test_languages_and_ledgers_are_sorted_whatever_their_order_in_memory() -> None:
    one = Register(audience=Audience.DRAFT, heads={"b": "2", "a": "1"})
    other = Register(audience=Audience.DRAFT, heads={"a": "1", "b": "2"})
    assert register_json.render(one) == register_json.render(other)


@settings(max_examples=40)
@given(registers())
def test_a_register_comes_back_as_it_was(register: Register) -> None:
    assert Register.model_validate_json(register_json.render(register)) == register


@settings(max_examples=25)
@given(registers(max_size=1))
def test_it_says_what_the_snapshot_says(register: Register) -> None:
    entries = json.loads(register_json.render(register))["entries"]
    assert [e["activity"] for e in entries] == [snapshot.freeze(a) for a in register.activities]


@settings(max_examples=40)
@given(registers(audience=Audience.PUBLIC))
def test_every_public_view_may_be_rendered(register: Register) -> None:
    assert register_json.render(register)


@pytest.mark.parametrize(
    "leak",
    [
        {"notes": "bara för oss"},
        {"security_measures": (SecurityMeasure(note="låst skåp"),)},
        {"withheld": (Withheld(field="summary"),)},
        {"withheld": (Withheld(field="recipients"),)},
    ],
)
def test_a_public_register_with_anything_internal_is_refused(leak: dict) -> None:
    entry = Entry(activity=replace(view(financial_assistance(), Audience.PUBLIC), **leak))
    with pytest.raises(NotPublic, match="ekonomiskt-bistand"):
        register_json.render(Register(audience=Audience.PUBLIC, entries=(entry,)))


def test_the_supervisory_authority_gets_the_record_whole() -> None:
    activity = replace(financial_assistance(), notes="bara för oss")
    register = Register(audience=Audience.AUTHORITY, entries=(Entry(activity=activity),))
    assert "bara för oss" in register_json.render(register).decode()


def test_the_schema_in_the_documentation_is_that_of_the_code() -> None:
    assert SCHEMA.read_text("utf-8") == register_json.schema_json(), "write schema_json() to docs/schema again"


def test_an_export_keeps_to_the_schema_and_a_broken_one_does_not() -> None:
    validator = jsonschema.Draft202012Validator(register_json.schema())
    data = json.loads(register_json.render(public(financial_assistance(), labour_market())))
    assert list(validator.iter_errors(data)) == []
    data["entries"][0]["activity"]["nickname"] = "x"
    assert [e.validator for e in validator.iter_errors(data)] == ["additionalProperties"]
