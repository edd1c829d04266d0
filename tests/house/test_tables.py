"""Tables and values name their fields alike, every draft has history, and nothing goes around it."""

import ast
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models.signals import post_save, pre_save
from simple_history.models import HistoricalRecords
from simple_history.utils import get_history_model_for_model

from ropa import models, record
from ropa.drafts.mapping import PARTS, SPECIAL, kinds

ROPA = Path(__file__).parents[2] / "ropa"

DRAFTS = [table for table in apps.get_app_config("ropa").get_models() if issubclass(table, models.Draft)]
OWN = {"id", "key", "translations", "position", "activity", "history"}
"""Columns every row has beside the record's fields."""
ABOUT_THE_WORK = {"revision", "sort_key", "owner", "is_standard"}
"""Columns of an activity that say nothing about the processing."""


@pytest.mark.parametrize("name", sorted(PARTS))
def test_a_row_has_the_columns_of_its_value(name: str) -> None:
    value, table = PARTS[name]
    columns = {f.name for f in table._meta.concrete_fields} - OWN - {"organisation", "controller", "unit"}
    assert columns == set(value.model_fields) - {"key", "level"}


def test_the_activity_has_the_columns_of_its_value() -> None:
    columns = {f.name for f in models.ProcessingActivity._meta.concrete_fields}
    contact = {f"contact_{name}" for name in record.Contact.model_fields}
    assert columns - OWN - contact - ABOUT_THE_WORK == (
        set(kinds(record.ProcessingActivity)) | {"slug", "organisation", "controller", "unit"}
    )
    assert contact <= columns
    assert set(record.ProcessingActivity.model_fields) - set(kinds(record.ProcessingActivity)) - set(PARTS) == (
        SPECIAL & set(record.ProcessingActivity.model_fields)
    )


@pytest.mark.parametrize("table", DRAFTS)
def test_every_draft_table_keeps_history(table: type) -> None:
    history = get_history_model_for_model(table)
    assert {"changeset", "history_by", "history_change_reason"} <= {f.name for f in history._meta.fields}
    assert set(history._history_excluded_fields) <= {f.name for f in table._meta.fields}  # or `.instance` fails


AROUND_HISTORY = {"update", "bulk_create", "bulk_update"}
WITHOUT_SIGNALS = {"bulk_create_with_history", "bulk_update_with_history"}
"""They write history, but who calls them must give changeset, reason and author, and raise the revision."""
ALLOWED = {"history.py": 3, "publishing/findings.py": 1, "publishing/index.py": 1, "publishing/listing.py": 2}
"""File -> how many calls of either kind it may have, each with its reason beside it."""


def test_nothing_writes_drafts_around_their_history() -> None:
    found: dict[str, int] = {}
    for module in ROPA.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and goes_around(node.func):
                if "migrations" in module.parts:
                    continue
                name = str(module.relative_to(ROPA))
                found[name] = found.get(name, 0) + 1
    assert found == ALLOWED


def goes_around(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        return called.attr in WITHOUT_SIGNALS or (called.attr in AROUND_HISTORY and on_a_query_set(called.value))
    return isinstance(called, ast.Name) and called.id in WITHOUT_SIGNALS


@pytest.mark.parametrize("table", DRAFTS)
def test_saving_a_row_does_nothing_that_writing_many_at_once_would_leave_out(table: Any) -> None:
    assert table.save is models.Draft.save
    listeners = [getattr(listener, "__self__", listener) for listener in post_save._live_receivers(table)[0]]
    assert [type(listener) for listener in listeners if not isinstance(listener, HistoricalRecords)] == []
    assert not pre_save.has_listeners(table)


def on_a_query_set(receiver: ast.expr) -> bool:
    """Return whether the receiver looks like a manager or query set, as in `X.objects.filter(…)`."""
    names = {n.attr for n in ast.walk(receiver) if isinstance(n, ast.Attribute)}
    return bool(names & {"objects", "_default_manager", "filter", "all", "exclude"})


def test_no_field_answers_a_legal_question_by_itself() -> None:
    """Choices and yes/no columns start as unanswered."""
    for table in [models.ProcessingActivity, *(t for _v, t in PARTS.values())]:
        for field in table._meta.concrete_fields:
            if field.name in {"for_children", "is_standard"}:  # a text is for adults, and an activity nobody's model
                continue
            if field.choices or field.get_internal_type() == "BooleanField":
                assert field.get_default() in ("", None), f"{table.__name__}.{field.name}"
