"""check_register: what it shows, for whom and which day, and the status it leaves with."""

import io
import json
from datetime import date, datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ropa import drafts, models, publishing
from ropa.publishing.reading import LOCAL
from ropa.record import RetentionRule
from ropa.rules import check
from tests.rules.sound import sound

pytestmark = pytest.mark.django_db
DAY = "2026-11-21"


@pytest.fixture(scope="module")
def made(kept_database: None) -> None:
    """Three boards: at the first two the role is not stated, and the third lacks nothing."""
    lacking = {"role": None, "joint_controllers": ()}
    records = [sound("bygglov", **lacking), sound("bibliotekslan", **lacking), sound("hemtjanst")]
    for record in records:
        drafts.save(record)


@pytest.fixture
def town(made: None, db: None) -> dict[str, models.ProcessingActivity]:
    return {row.slug: row for row in models.ProcessingActivity.objects.all()}


def check_register(*arguments: str) -> tuple[int, str]:
    """Return status and output, on the day the demo is sound."""
    out = io.StringIO()
    try:
        call_command("check_register", "--on", DAY, *arguments, stdout=out)
    except SystemExit as left:
        return int(str(left.code)), out.getvalue()
    return 0, out.getvalue()


def told(*arguments: str) -> Any:
    return json.loads(check_register("--json", *arguments)[1])


def test_nothing_to_check_is_no_error(db: None) -> None:
    status, said = check_register("--audience", "authority")
    assert status == 0
    assert said.endswith("Kontrollerade behandlingar 2026-11-21: 0. Fel: 0, Varning: 0, Värt att veta: 0.\n")


def test_a_sound_activity_leaves_with_0_and_one_without_role_with_1(town: Any) -> None:
    assert check_register("--activity", "hemtjanst")[0] == 0
    assert check_register("--activity", "bygglov")[0] == 1
    assert check_register()[0] == 1


def test_text_names_unit_activity_and_what_to_do_in_swedish(town: Any) -> None:
    _status, said = check_register("--unit", "bygglovsenheten")
    lines = said.splitlines()
    unit = town["bygglov"].unit.name
    assert [n for n, line in enumerate(lines) if line.endswith(f" / {unit}")] == [1]
    assert "(bygglov)" in lines[4]
    assert lines[5].startswith("  R43 Fel, Artikel 30.1")
    assert "→ Välj roll" in said
    assert "hemtjanst" not in said


def test_json_is_the_findings_of_the_rules(town: Any) -> None:
    data = told("--activity", "bygglov")
    assert list(data) == ["on", "checked", "counts", "findings"]
    record = drafts.load(town["bygglov"])
    expected = check(record, date(2026, 11, 21))  # made and reviewed at once: nothing has changed since
    assert data["findings"] == [x.plain() for x in expected]
    assert expected
    assert (data["on"], data["checked"], data["counts"]["error"]) == (DAY, 1, 1)
    assert {"rule", "severity", "article", "activity", "field", "message"} <= set(data["findings"][0])


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], {"bygglov", "bibliotekslan"}),
        (["--unit", "bygglovsenheten"], {"bygglov"}),
        (["--controller", "samhallsbyggnadsnamnden"], {"bygglov"}),
        (["--unit", "bygglovsenheten", "--activity", "bibliotekslan"], set()),
    ],
)
def test_unit_controller_and_activity_narrow_it(town: Any, arguments: list[str], found: set[str]) -> None:
    keys = {x["key"] for x in told(*arguments)["findings"] if x["rule"] == "R43"}
    assert keys == {str(town[slug].key) for slug in found}


def test_a_unit_is_compared_with_the_whole_register(monkeypatch: pytest.MonkeyPatch, town: Any) -> None:
    seen = []
    monkeypatch.setattr("ropa.management.commands.check_register.check_all", lambda *a, **k: seen.append((a, k)) or ())
    told("--unit", "bygglovsenheten")
    (((chosen, _on), more),) = seen
    assert [r.slug for r in chosen] == ["bygglov"]
    assert {r.slug for r in more["among"]} == set(town)


def test_severity_shows_less_and_counts_all(town: Any) -> None:
    every, errors = told(), told("--severity", "error")
    assert {x["severity"] for x in errors["findings"]} == {"error"}
    assert errors["counts"] == every["counts"]
    assert len(every["findings"]) == sum(every["counts"].values())


def test_authority_checks_what_was_published_on_that_day(town: Any) -> None:
    publishing.publish(town["bygglov"], by="dpo", reason="prov", at=datetime(2026, 2, 10, 12, tzinfo=LOCAL))
    publishing.publish(town["bibliotekslan"], by="dpo", reason="prov", at=datetime(2026, 12, 1, 12, tzinfo=LOCAL))
    assert told("--audience", "authority")["checked"] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--unit", "nix"], "there is no unit nix"),
        (["--controller", "nix"], "there is no controller nix"),
        (["--activity", "nix"], "there is no activity nix"),
        (["--on", "i går"], "i går is not a date"),
    ],
)
def test_bad_input_is_one_clear_line_and_leaves_with_2(arguments: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said) as refusal:
        call_command("check_register", *arguments)
    assert refusal.value.returncode == 2
    assert "\n" not in str(refusal.value)


def test_queries_are_the_same_for_2_and_for_8(run: Any, town: Any) -> None:
    counts, today = [], timezone.localdate().isoformat()
    for size in (2, 8):
        run("generate_register", "--activities", size, "--seed", 7, "--publish")
        with CaptureQueriesContext(connection) as caught:
            sizes = [told("--on", today, "--audience", who)["checked"] for who in ("draft", "authority")]
        assert sizes == [len(town) + size, size]
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_errors_come_first_in_each_activity(db: None) -> None:
    drafts.save(sound("bygglov", retention_rules=(RetentionRule(documents="Akter"),), duty_to_provide=None))
    _status, told = check_register("--activity", "bygglov")
    marks = [line.split()[1].rstrip(",") for line in told.splitlines() if line.startswith("  R")]
    assert {"Fel", "Varning"} <= set(marks)
    assert marks == sorted(marks, key=["Fel", "Varning", "Värt"].index)
