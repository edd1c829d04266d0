"""What people call the terms: the tables `synonyms` and `named` of the files in fixtures/reading."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[3] / "fixtures" / "reading"

Phrases = dict[str, dict[str, tuple[str, ...]]]
"""Name of a kind of term -> code or label -> what people call it."""


@cache
def synonyms() -> Phrases:
    """Return name of a kind of term -> code of a shipped term -> its synonyms and abbreviations."""
    return _gathered("synonyms")


@cache
def named() -> Phrases:
    """Return name of a kind of term -> label of a thing that no shipped term stands for -> its other names."""
    return _gathered("named")


@cache
def setting(name: str) -> Any:
    """Return the table or list of that name from the first file in fixtures/reading that has it.

    Raises `KeyError` where none has.
    """
    found = (data[name] for data in _files() if name in data)
    try:
        return next(found)
    except StopIteration:
        raise KeyError(name) from None


def _gathered(table: str) -> Phrases:
    gathered: Phrases = {}
    for data in _files():
        for kind, entries in data.get(table, {}).items():
            of_kind = gathered.setdefault(kind, {})
            for key, phrases in entries.items():
                of_kind[key] = (*of_kind.get(key, ()), *phrases)
    return gathered


@cache
def _files() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml")))
