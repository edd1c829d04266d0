"""docs/running.md lists every variable that is read, and none that is not."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def read_by_settings() -> set[str]:
    """The first argument of every `env.…("NAME")`, `secret("NAME")` and `whole_number("NAME")`."""
    names = set()
    for node in ast.walk(ast.parse((ROOT / "ropa" / "settings.py").read_text("utf-8"))):
        if isinstance(node, ast.Call) and re.match(r"env\.|secret$|whole_number$", ast.unparse(node.func)):
            names |= {each.value for each in node.args[:1] if isinstance(each, ast.Constant)}
    return names


def read_by_scripts() -> set[str]:
    """`${NAME:-…}`: a variable with a fallback is one that comes from outside."""
    text = "".join((ROOT / name).read_text("utf-8") for name in ("dev", "compose.yaml"))
    return {name.removesuffix("_FILE") for name in re.findall(r"\$\{([A-Z_]+):?[-=?]", text)}


def documented() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "running.md").read_text("utf-8"), re.MULTILINE))


def test_the_table_and_the_code_name_the_same_variables() -> None:
    assert len(read_by_settings()) > 5
    assert documented() == read_by_settings() | read_by_scripts()
