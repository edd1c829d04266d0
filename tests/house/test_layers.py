"""The arrows of the house: what may import what. The map in docs/tour.md is this table."""

import ast
from pathlib import Path

import pytest

ROPA = Path(__file__).parents[2] / "ropa"

PURE = {"vocabulary", "record", "wording"}
"""Values and words: what everything else stands on."""

MAY_IMPORT = {
    "vocabulary": set(),
    "swedish": set(),
    "record": {"vocabulary"},
    "wording": {"record", "vocabulary"},
    "retention": PURE,
    "notice": PURE | {"retention"},
    "profiles": PURE | {"retention", "notice"},
    "flow": PURE | {"notice"},
    "drawing": {"flow", "record"},
    "glance": PURE | {"retention", "notice", "flow"},
    "glossary": PURE | {"notice"},
    "letters": PURE,
    "readability": {"notice", "record"},
    "rules": PURE | {"retention", "notice"},
    "diff": PURE,
    "labels": {"drafts", "models", "notice", "profiles", "record", "vocabulary"},
    "snapshot": {"record", "vocabulary"},
    "workbook": PURE | {"labels"},
    "outputs": PURE | {"workbook", "diff", "snapshot", "notice", "profiles", "retention"},
    "models": {"vocabulary", "swedish"},
    "history": {"models"},
    "ledger_guard": {"models"},
    "checks": {"ledger_guard"},
    "look": set(),
    "site": {"look", "record", "models"},
    "templatetags": PURE | {"look", "outputs", "glossary"},
    "policy": {"models"},
    "drafts": {"models", "history", "record", "vocabulary"},
    "facets": {"record", "vocabulary"},
    "search": {"record", "swedish", "vocabulary"},
    "publishing": {
        "facets",
        "search",
        "drafts",
        "history",
        "models",
        "notice",
        "record",
        "rules",
        "snapshot",
        "swedish",
        "vocabulary",
    },
    "reorganising": {"drafts", "history", "models", "policy", "publishing", "record"},
    "registers": {"drafts", "models", "publishing", "record", "swedish"},
    "reminders": {"models", "policy", "rules"},
    "between": PURE | {"diff", "labels", "models", "outputs", "publishing", "registers"},
    "inputs": PURE | {"workbook", "drafts", "history", "models", "rules", "search", "snapshot", "swedish"},
    "pages": PURE
    | {
        "diff",
        "facets",
        "look",
        "publishing",
        "search",
        "retention",
        "registers",
        "site",
        "profiles",
        "notice",
        "outputs",
        "swedish",
        "snapshot",
    }
    | {"flow", "drawing", "glance", "glossary", "letters"},
}
"""Module or folder -> what of ropa it may import. Those not named here are people's doors and may import all."""

FREE = {"admin", "management", "urls", "apps", "settings", "wsgi", "security", "migrations", "__init__"}


def imports_of(module: Path) -> set[str]:
    """Return the parts of ropa that a file imports, lazy imports inside functions included."""
    package = ["ropa", *module.relative_to(ROPA).parts[:-1]]
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            full = ".".join([*base, *([node.module] if node.module else [])])
            names = [f"{full}.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("ropa.")}
    return found


def part_of(module: Path) -> str:
    return module.relative_to(ROPA).parts[0].removesuffix(".py")


MODULES = [m for m in sorted(ROPA.rglob("*.py")) if part_of(m) not in FREE]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROPA)))
def test_imports_point_one_way(module: Path) -> None:
    part = part_of(module)
    assert imports_of(module) - {part} <= MAY_IMPORT[part]


def test_every_part_has_its_place() -> None:
    parts = {part_of(m) for m in ROPA.rglob("*.py")} - FREE
    assert parts - set(MAY_IMPORT) == set()


@pytest.mark.parametrize(
    "part",
    [
        *("vocabulary", "record", "retention", "notice", "profiles", "rules", "snapshot", "diff", "search", "facets"),
        *("flow", "drawing", "glance", "glossary", "letters", "readability"),
    ],
)
def test_pure_parts_know_no_database_and_no_clock(part: str) -> None:
    """They may use Django's words (choices, gettext) and nothing else of it."""
    allowed = {"django.utils.translation", "django.utils.functional"}
    for module in MODULES:
        if part_of(module) != part:
            continue
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django"):
                choices = part == "vocabulary" and [a.name for a in node.names] == ["TextChoices"]
                assert node.module in allowed or choices, f"{module.name}: {node.module}"
            assert not (isinstance(node, ast.Attribute) and node.attr in {"now", "today"}), module.name
