"""The facts of the corpus quote their documents, and their codes exist."""

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from ropa import vocabulary
from ropa.record import ProcessingActivity
from ropa.vocabulary.base import Code
from tests.corpus.documents import Stated, bare, entries, stated, words
from tests.corpus.make import made, names

ROOT = Path(__file__).parents[2]
ALL = stated()
SHIPPED = json.loads((ROOT / "fixtures" / "vocabulary.json").read_text("utf-8"))
TERMS = {
    "purposes.category": "purpose_categories",
    "data_subjects.category": "data_subject_categories",
    "personal_data.category": "personal_data_categories",
    "sources.category": "source_categories",
    "recipients.category": "recipient_categories",
    "carriers.system": "systems",
    "security_measures.category": "security_measures",
    "provisions.law": "laws",
    "retention_rules.trigger": "retention_triggers",
    "personal_data.data_subjects": "data_subject_categories",
}
CLOSED = {
    "legal_bases.basis": vocabulary.LegalBasis,
    "special_category_bases.condition": vocabulary.SpecialCategoryCondition,
    "retention_rules.action": vocabulary.RetentionAction,
    "retention_rules.selection": vocabulary.Selection,
    "retention_rules.period_end": vocabulary.PeriodEnd,
    "third_country": vocabulary.Statement,
    "disclosure": vocabulary.Statement,
    "automation": vocabulary.Statement,
    "dpia_status": vocabulary.DpiaStatus,
    "transfers.mechanism": vocabulary.TransferMechanism,
    "processors.agreement": vocabulary.Agreement,
    "duty_to_provide": vocabulary.DutyToProvide,
    "occurrence": vocabulary.Occurrence,
}


def tables(one: Stated) -> list[dict[str, Any]]:
    """Return the tables of facts in a file: of each activity, and what they share."""
    found = [activity["facts"] for activity in one.facts["activity"]]
    return [*found, one.facts.get("shared", {}).get("facts", {})]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.path.name.removesuffix(".facts.toml"))
def test_the_wording_stands_in_the_document(one: Stated) -> None:
    text = words(one.document)
    quoted = [entry["wording"] for table in tables(one) for _path, entry in entries(table)]
    quoted += [x for part in (one.facts, *one.facts["activity"]) for x in part.get("kept", [])]
    assert [wording for wording in quoted if bare(wording) not in text] == []


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.path.name.removesuffix(".facts.toml"))
def test_every_path_and_code_is_known(one: Stated) -> None:
    wrong = []
    for path, value in _claims(one):
        wrong += [f"{path}: no such field"] * (not _is_path(path))
        wrong += [f"{path}: {code}" for code in value if not _is_known(path, code)]
    assert wrong == []


def _claims(one: Stated) -> list[tuple[str, list[str]]]:
    """Return each path of a file with the values it is said, or not said, to have."""
    found = []
    for path, entry in (pair for table in tables(one) for pair in entries(table)):
        found.append((path, _several(entry.get("value"))))
        found += [_split(x) for x in entry.get("or", []) if x != "unplaced"]
        rest = {k: v for k, v in entry.items() if k not in {"value", "wording", "or", "unplaced"}}
        found += [(f"{path.partition('.')[0]}.{k}", _several(v)) for k, v in rest.items()]
    refused = [x for part in (one.facts, *one.facts["activity"]) for x in part.get("must_not", [])]
    return found + [_split(x) if isinstance(x, str) else (x["field"], [x["value"]]) for x in refused]


def _several(value: Any) -> list[str]:
    return [str(x) for x in value] if isinstance(value, list) else [] if value is None else [str(value)]


def _split(claim: str) -> tuple[str, list[str]]:
    path, _colon, value = claim.partition(":")
    return path, [value] if value else []


def _is_path(path: str) -> bool:
    kind: Any = ProcessingActivity
    for step in path.split("."):
        if step not in getattr(kind, "model_fields", {}):
            return False
        inner = re.findall(r"ropa\.record\.\w+\.(\w+)", str(kind.model_fields[step].annotation))
        kind = next((vars(__import__("ropa.record", fromlist=[""])).get(name) for name in inner), None)
    return True


def _is_known(path: str, value: str) -> bool:
    closed = CLOSED.get(path) or CLOSED.get(path.rpartition(".")[2])
    if closed is not None and issubclass(closed, Code):
        return value in closed.values
    codes = {term["code"] for term in SHIPPED[TERMS[path]]} if path in TERMS else set()
    return value in codes or not re.fullmatch(r"(?:ds|pd|s|r|rt|t|sys|law|p)-[a-z0-9-]+", value)


@pytest.mark.parametrize("name", names())
def test_a_made_document_is_fresh(name: str) -> None:
    """Members are compared, not bytes: how well a zip is packed depends on the machine."""
    path, content = made(name)
    assert members(content) == members(path.read_bytes()), f"run: python tests/corpus/make.py {name}"


def members(content: bytes) -> dict[str, bytes]:
    """Return name -> content of each file in a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_it_is_large_and_varied() -> None:
    facts = [entry for one in ALL for table in tables(one) for _path, entry in entries(table)]
    assert len(ALL) >= 34
    assert len(facts) >= 900
    assert {one.facts["language"] for one in ALL} == {"sv", "fi-sv", "da", "nb", "en"}
