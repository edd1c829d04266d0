"""What the documents tell to type works, and what they point to is there."""

import io
import re
import shlex
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_command_is_named_in_running() -> None:
    commands = {f.stem for f in (ROOT / "ropa" / "management" / "commands").glob("[!_]*.py")}
    named = set(re.findall(r"^\| `(\w+)", (ROOT / "docs" / "running.md").read_text("utf-8"), re.MULTILINE))
    assert len(commands) > 8
    assert commands - named == set()


@pytest.mark.sqlite_is_enough
@pytest.mark.django_db
def test_the_commands_of_the_readme_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = re.findall(r"^\./dev manage (.+)$", README, re.MULTILINE)
    assert len(lines) >= 4
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ROPA_DEMO_PASSWORD", "provar-kommandon-i-readme")
    call_command("load_demo", verbosity=0, stdout=io.StringIO())
    call_command("export_register", "--format", "json", "-o", "register.json", stderr=io.StringIO())
    for line in lines:
        name, *arguments = shlex.split(line, comments=True)
        call_command(name, *arguments, stdout=io.StringIO(), stderr=io.StringIO())
    assert (tmp_path / "register.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_of_the_documents_are_there(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = [t.split("#")[0] for t in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:|#", t)]
    assert [t for t in targets if not (page.parent / t).exists()] == []
