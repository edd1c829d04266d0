"""What the documents tell to type is there, and what they point to (tests/commands/test_load_demo.py types it)."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_command_is_named_in_running() -> None:
    commands = {f.stem for f in (ROOT / "ropa" / "management" / "commands").glob("[!_]*.py")}
    named = set(re.findall(r"^\| `(\w+)", (ROOT / "docs" / "running.md").read_text("utf-8"), re.MULTILINE))
    assert len(commands) > 8
    assert commands - named == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_of_the_documents_are_there(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = [t.split("#")[0] for t in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:|#", t)]
    assert [t for t in targets if not (page.parent / t).exists()] == []
