"""Every word that code and templates say has its Swedish."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Swedish catalogue, brought up to date with code and templates in a copy of the house."""
    if shutil.which("xgettext") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("gettext is not installed")
    copy = tmp_path_factory.mktemp("house")
    for name in ("ropa", "templates", "locale"):
        shutil.copytree(HOUSE / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    admin = [sys.executable, "-m", "django", "makemessages", "-l", "sv", "--no-location", "--no-obsolete"]
    subprocess.run(admin, cwd=copy, check=True, capture_output=True, env={**os.environ, "DJANGO_SETTINGS_MODULE": ""})
    return copy / "locale/sv/LC_MESSAGES/django.po"


@pytest.mark.parametrize("flaw", ["--untranslated", "--only-fuzzy"])
def test_nothing_is_left_in_english(catalogue: Path, flaw: str) -> None:
    found = subprocess.run(["msgattrib", flaw, "--no-wrap", str(catalogue)], capture_output=True, text=True, check=True)
    assert [line for line in found.stdout.splitlines() if line.startswith("msgid") and line != 'msgid ""'] == []


SAY = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext"}


def _said_inside_an_f_string(tree: ast.AST) -> list[int]:
    inside = [node for outer in ast.walk(tree) if isinstance(outer, ast.JoinedStr) for node in ast.walk(outer)]
    return [n.lineno for n in inside if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id in SAY]


def test_no_word_is_said_inside_an_f_string() -> None:
    """Nothing reads it there: the word stays in the catalogue until somebody cleans it, and is English from then on."""
    found = {f: _said_inside_an_f_string(ast.parse(f.read_text())) for f in (HOUSE / "ropa").rglob("*.py")}
    assert {str(f): lines for f, lines in found.items() if lines} == {}
