"""export_register: selections, audiences, and files that are whole or not there."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.core.management.base import CommandError
from django.utils import timezone

from ropa import drafts, models, publishing
from ropa.inputs import register_xlsx
from ropa.management.commands.export_register import FORMATS_SAID, Command
from ropa.outputs import template_xlsx
from ropa.publishing.reading import LOCAL
from ropa.record import Register

Run = Callable[..., str]


def entries(file: Path) -> list[dict[str, Any]]:
    return json.loads(file.read_text("utf-8"))["entries"]


def test_default_is_what_the_public_sees(run: Run, three: Any, tmp_path: Path) -> None:
    publishing.publish(three[0], by="dpo", reason="Prov")
    file = tmp_path / "r.json"
    run("export_register", "--format", "json", "-o", file)
    (entry,) = entries(file)
    assert entry["activity"]["slug"] == three[0].slug
    assert "security_measures" not in entry["activity"]


def test_authority_gets_published_records_whole(run: Run, three: Any, tmp_path: Path) -> None:
    publishing.publish(three[0], by="dpo", reason="Prov")
    file = tmp_path / "r.json"
    run("export_register", "--format", "json", "--audience", "authority", "-o", file)
    assert [len(e["activity"]["security_measures"]) > 0 for e in entries(file)] == [True]


def test_draft_reads_the_working_tables(run: Run, three: Any, tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    run("export_register", "--format", "json", "--audience", "draft", "-o", file)
    register = Register.model_validate_json(file.read_bytes())
    assert {a.key: a for a in register.activities} == {row.key: drafts.load(row) for row in three}
    assert register.as_of == timezone.localdate()


def test_a_past_day_a_unit_and_a_controller(run: Run, three: Any, tmp_path: Path) -> None:
    publishing.publish(three[0], by="dpo", at=datetime(2026, 2, 10, 12, tzinfo=LOCAL), reason="Prov")
    publishing.publish(three[1], by="dpo", at=datetime(2026, 3, 1, 12, tzinfo=LOCAL), reason="Prov")
    file = tmp_path / "r.json"
    counts = []
    for extra in (["--as-of", "2026-02-10"], ["--unit", "gen-7-enhet-1"], ["--controller", "gen-7-0"]):
        run("export_register", "--format", "json", "-o", file, *extra)
        counts.append(len(entries(file)))
    assert counts == [1, 2, 2]


@pytest.mark.sqlite_is_enough
def test_what_was_exported_as_a_workbook_is_imported(run: Run, three: Any, tmp_path: Path) -> None:
    file = tmp_path / "r.xlsx"
    run("export_register", "--format", "xlsx", "--audience", "draft", "-o", file)
    changes = models.ProcessingActivity.history.count()
    assert {a.key: a for a in register_xlsx.read(file.read_bytes()).activities} == {
        r.key: drafts.load(r) for r in three
    }
    run("import_register", file)
    assert models.ProcessingActivity.history.count() == changes  # nothing differed


def test_a_template_takes_no_register(run: Run, tmp_path: Path) -> None:
    run("export_register", "--format", "template", "--language", "en", "-o", tmp_path / "t.xlsx")
    assert (tmp_path / "t.xlsx").read_bytes() == template_xlsx.render("en")


@pytest.mark.sqlite_is_enough
def test_pdf_in_english(run: Run, three: Any, tmp_path: Path) -> None:
    file = tmp_path / "r.pdf"
    run("export_register", "--format", "pdf", "--audience", "draft", "--language", "en", "-o", file)
    first = pypdf.PdfReader(file).pages[0].extract_text()
    assert "Record of processing activities" in first
    assert "DRAFT" in first


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "odt"], "invalid choice"),
        (["--format", "json", "--as-of", "i går"], "not a date"),
        (["--format", "json", "--unit", "nix"], "no unit nix"),
        (["--format", "json", "--controller", "nix"], "no controller nix"),
        (["--format", "json", "--audience", "friends"], "invalid choice"),
        (["--format", "json", "--audience", "draft", "--as-of", "2026-01-01"], "no past"),
        (["--format", "json", "--as-of", (timezone.localdate() + timedelta(days=2)).isoformat()], "not come yet"),
    ],
)
def test_bad_input_is_refused_and_no_file_made(
    run: Run, db: None, tmp_path: Path, arguments: list[str], said: str
) -> None:
    with pytest.raises(CommandError, match=said):
        run("export_register", *arguments, "-o", tmp_path / "r.json")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_one_clear_line(run: Run, db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        run("export_register", "--format", "json", "-o", tmp_path / "nix" / "r.json")


def test_a_file_that_is_there_is_replaced_whole(run: Run, db: None, tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    file.write_text("old")
    run("export_register", "--format", "json", "-o", file)
    assert entries(file) == []
    assert [f.name for f in tmp_path.iterdir()] == ["r.json"]


def test_help_explains_every_option_and_format() -> None:
    options = [a for a in Command().create_parser("manage.py", "export_register")._actions if a.option_strings]
    assert [a.option_strings for a in options if not a.help] == []
    (of_formats,) = (a for a in options if "--format" in a.option_strings)
    assert sorted(FORMATS_SAID) == of_formats.choices
    assert [words for words in FORMATS_SAID.values() if words not in str(of_formats.help)] == []
