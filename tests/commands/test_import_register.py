"""import_register: all files or none, tried without saving, told as JSON."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

from ropa import drafts, models, rules, snapshot
from ropa.outputs import register_json
from ropa.record import Audience, Entry, Register, replace
from tests.worlds import financial_assistance

pytestmark = pytest.mark.django_db
Run = Callable[..., str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "r.json"
    made.write_bytes(
        register_json.render(Register(audience=Audience.DRAFT, entries=(Entry(activity=financial_assistance()),)))
    )
    return made


def test_import_makes_drafts_that_can_be_searched(run: Run, file: Path) -> None:
    assert run("import_register", file) == "1 new, 0 changed, 0 unchanged, 0 texts not understood\n"
    row = models.ProcessingActivity.objects.get()
    assert drafts.load(row) == financial_assistance()
    assert row.index.state == "draft"
    assert run("import_register", file) == "0 new, 0 changed, 1 unchanged, 0 texts not understood\n"


def test_a_review_that_has_not_taken_place_is_a_text(run: Run, tmp_path: Path) -> None:
    early = replace(financial_assistance(), reviewed_on=date(2091, 1, 1))
    made = tmp_path / "r.json"
    made.write_bytes(register_json.render(Register(audience=Audience.DRAFT, entries=(Entry(activity=early),))))
    for _time in range(2):
        run("import_register", made)
    row = models.ProcessingActivity.objects.get()
    assert (row.reviewed_on, row.unplaced.get(text="2091-01-01").label) == (None, "Senast genomgången")


def test_a_database_that_is_not_migrated_is_told_of(run: Run, file: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE ropa_labelcorrection")
    with pytest.raises(CommandError, match="run migrate first"):
        run("import_register", file, "--dry-run")


def test_dry_run_tells_all_and_saves_nothing(run: Run, file: Path) -> None:
    told = json.loads(run("import_register", file, "--dry-run", "--json"))
    assert told["activities"] == [snapshot.freeze(financial_assistance())]
    assert told["unplaced"] == []
    assert models.ProcessingActivity.objects.count() == models.Organisation.objects.count() == 0
    assert "nothing saved" in run("import_register", file, "--dry-run")


def test_dry_run_finds_what_the_rules_would_in_the_register_as_it_becomes(
    run: Run, file: Path, three: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    among: list[set[str]] = []

    def spied(chosen: Any, on: Any, **more: Any) -> Any:
        among.append({record.slug for record in more["among"]})
        return rules.check_all(chosen, on, **more)

    monkeypatch.setattr("ropa.management.commands.import_register.check_all", spied)
    found = json.loads(run("import_register", file, "--dry-run", "--json"))["findings"]
    expected = rules.check(financial_assistance(), timezone.localdate())
    assert [(x["rule"], x["field"]) for x in found] == [(x.rule.code, x.place.field) for x in expected]
    assert "R02" in {x["rule"] for x in found}
    assert among == [{"ekonomiskt-bistand", *(row.slug for row in three)}]
    first, second = run("import_register", file, "--dry-run").splitlines()
    assert "nothing saved" in first
    assert second.startswith(f"Fel: {len(rules.errors(expected))}, Varning: ")


def test_unit_says_where_all_of_it_belongs(run: Run, file: Path, three: Any) -> None:
    run("import_register", file, "--unit", "gen-7-enhet-1")
    saved = drafts.load(models.ProcessingActivity.objects.get(key=financial_assistance().key))
    unit, organisation, controller = saved.unit, saved.organisation, saved.controller
    assert unit
    assert organisation
    assert controller
    assert (unit.slug, organisation.slug, controller.slug) == ("gen-7-enhet-1", "gen-7", "gen-7-0")


def test_one_bad_file_stops_all(run: Run, file: Path) -> None:
    bad = file.with_name("bad.json")
    bad.write_text("{}")
    with pytest.raises(CommandError, match=r"bad\.json: .*ropa-register/1"):
        run("import_register", file, bad)
    assert models.ProcessingActivity.objects.count() == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nix.json"], "No such file"),
        (["x.odt"], r"there is one for \.csv"),
        (["x.json", "--unit", "nix"], "no unit nix"),
    ],
)
def test_bad_input_is_one_clear_line(run: Run, arguments: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said) as refusal:
        run("import_register", *arguments)
    assert "\n" not in str(refusal.value)
