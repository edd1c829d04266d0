"""The demo, loaded once: sound, in each state that review knows, and what the README's commands are tried on."""

import io
import json
import re
import shlex
import shutil
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from ropa import publishing, reminders
from ropa.models import DraftIndex, ProcessingActivity, ReviewStep
from tests.demo_fixture import SEEDS

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough, pytest.mark.usefixtures("demo")]
README = Path(__file__).resolve().parents[2] / "README.md"
CORPUS = Path(__file__).resolve().parents[1] / "corpus"


@pytest.fixture(scope="module")
def demo(kept_database: None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROPA_DEMO_PASSWORD", "provar-granskningen")
        call_command("load_demo", verbosity=0, stdout=io.StringIO())


def test_drafts_are_submitted_returned_confirmed_and_overdue() -> None:
    stands = {row.slug: publishing.steps.state(publishing.steps.latest(row), row.revision) for row in drafts()}
    assert {slug: state for slug, state in stands.items() if state} == {
        "feriejobb": "submitted",
        "foreningsbidrag-och-lokalbokning": "returned",
    }
    assert set(ReviewStep.objects.values_list("user__username", flat=True)) == {"editor", "dpo"}
    assert {e.slug for e in publishing.current() if e.confirmed_at} == {"hemtjanst"}
    overdue = DraftIndex.objects.filter(review_due__lte=date(2026, 11, 22)).exclude(state="withdrawn")
    assert [index.activity.slug for index in overdue] == ["nyhetsbrev-och-bilder"]
    letters = {x.user.email: [m.kind.value for m in x.matters] for x in reminders.letters(date(2026, 11, 22))}
    assert letters == {"dpo@example.org": ["review", "submission"], "editor@example.org": ["return"]}


def drafts() -> list[ProcessingActivity]:
    return list(ProcessingActivity.objects.all())


def test_the_complete_activities_lack_nothing_in_the_tables_either() -> None:
    out = io.StringIO()
    with pytest.raises(SystemExit):
        call_command("check_register", "--on", "2026-11-21", "--json", stdout=out)
    keys = {str(row.key): row.slug for row in drafts()}
    assert {keys[x["key"]] for x in json.loads(out.getvalue())["findings"]} == SEEDS


def test_the_commands_of_the_readme_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = re.findall(r"^\./dev manage (.+)$", README.read_text("utf-8"), re.MULTILINE)
    assert len(lines) >= 4
    monkeypatch.chdir(tmp_path)
    shutil.copy(CORPUS / "docx-tables-skola.docx", "register.docx")
    shutil.copy(CORPUS / "xlsx-rows-miljo.xlsx", "lists.xlsx")
    for line in lines:
        name, *arguments = shlex.split(line, comments=True)
        call_command(name, *arguments, stdout=io.StringIO(), stderr=io.StringIO())
    assert (tmp_path / "register.pdf").read_bytes().startswith(b"%PDF")
