"""The words for who answers and how they are reached, from fixtures/reading/parties.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from .retention_words import any_of

FILE = Path(__file__).parents[3] / "fixtures" / "reading" / "parties.toml"


@cache
def table(name: str) -> Mapping[str, re.Pattern[str]]:
    """Return the patterns of one part of the file, by their names, in the file's order."""
    parts: Mapping[str, Mapping[str, Iterable[str]]] = tomllib.loads(FILE.read_text("utf-8"))
    return {key: any_of(said) for key, said in parts[name].items() if key != "email" or name != "functions"}


@cache
def function_addresses() -> re.Pattern[str]:
    """Return what the address of a function has in it before the @."""
    names = tomllib.loads(FILE.read_text("utf-8"))["functions"]["email"]
    long = "|".join(re.escape(x) for x in names if len(x) > 3)
    short = "|".join(re.escape(x) for x in names if len(x) <= 3)
    return re.compile(rf"{long}|(?<![a-zåäö])(?:{short})(?![a-zåäö])", re.IGNORECASE)


def first_of(name: str, text: str) -> str:
    """Return the key of the first pattern of a part that a text has; empty where it has none."""
    return next((key for key, pattern in table(name).items() if pattern.search(text)), "")


def all_of(name: str, text: str) -> list[str]:
    """Return the keys of all patterns of a part that a text has."""
    return [key for key, pattern in table(name).items() if pattern.search(text)]
