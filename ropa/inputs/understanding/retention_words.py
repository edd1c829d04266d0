"""The words for keeping and disposal, from fixtures/reading/retention.toml, made ready to be looked for."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ...vocabulary import PeriodEnd, RetentionAction, RetentionStage

FILE = Path(__file__).parents[3] / "fixtures" / "reading" / "retention.toml"
MASK = "\x00"
"""Stands in a text for each character that is understood already."""

_GAP = rf"\s+(?:[^\s,;.:(){MASK}]+\s+){{0,4}}?"


def phrase(words: str) -> str:
    """Return a regular expression for a phrase as the file writes it: `*`, `|`, `?` and `…`."""
    pattern, space = "", ""
    for token in words.split():
        if token == "…":
            space = _GAP
            continue
        optional, token = token.endswith("?"), token.removesuffix("?")
        body = rf"(?<!\w)(?:{'|'.join(map(_word, token.split('|')))})(?!\w)"
        if not pattern:
            pattern, space = (rf"(?:{body}\s+)?", "") if optional else (body, r"\s+")
        else:
            pattern += rf"(?:{space}{body})?" if optional else space + body
            space = r"\s+"
    return pattern


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"[\w-]*")


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the first of the phrases, the longest where several begin at one place."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(map(phrase, ordered)) or "(?!)", re.IGNORECASE)


@dataclass(frozen=True)
class Event:
    """An event that a shipped trigger stands for."""

    code: str
    said: re.Pattern[str]
    whole: re.Pattern[str]
    """Words that mean it only when nothing else is said: "avslut"."""
    where: re.Pattern[str] | None = None
    """What must stand around it for the words to mean this."""
    first: bool = False
    """Whether the event must begin with it: "beslut" names one, "överklagande av beslut" another."""
    keep: bool = False
    """Whether its words say more than the trigger, as an age does."""
    about: re.Pattern[str] | None = None
    """What the rule must be about for the words to mean this: "uppsägning" of an agreement."""


@dataclass(frozen=True)
class Words:
    """All phrases, compiled."""

    numbers: Mapping[str, int]
    units: Mapping[str, str]
    periods: tuple[tuple[str, re.Pattern[str]], ...]
    actions: tuple[tuple[RetentionAction, re.Pattern[str]], ...]
    action_nouns: tuple[tuple[RetentionAction, re.Pattern[str]], ...]
    ends: tuple[tuple[PeriodEnd, re.Pattern[str]], ...]
    stages: tuple[tuple[RetentionStage, re.Pattern[str]], ...]
    media: Mapping[str, re.Pattern[str]]
    keeping: re.Pattern[str]
    for_ever: re.Pattern[str]
    phrases: Mapping[str, re.Pattern[str]]
    openers: Mapping[str, re.Pattern[str]]
    supports: Mapping[str, re.Pattern[str]]
    labels: Mapping[str, re.Pattern[str]]
    generic: re.Pattern[str]
    agents: re.Pattern[str]
    fillers: re.Pattern[str]
    events: tuple[Event, ...]


@cache
def words() -> Words:
    """Return the phrases of the file."""
    data = tomllib.loads(FILE.read_text("utf-8"))
    return Words(
        numbers={said: int(number) for number, all_said in data["numbers"].items() for said in all_said},
        units={said: unit for unit, all_said in data["units"].items() for said in all_said},
        periods=tuple((period, any_of(said)) for period, said in data["periods"].items()),
        actions=tuple((RetentionAction(name), any_of(said)) for name, said in data["actions"].items()),
        action_nouns=tuple((RetentionAction(name), any_of(said)) for name, said in data["action_nouns"].items()),
        ends=tuple((PeriodEnd(name), any_of(said)) for name, said in data["times"].items()),
        stages=tuple((RetentionStage(name), any_of(said)) for name, said in data["stages"].items()),
        keeping=any_of(data["keeping"]["words"]),
        for_ever=any_of(data["for_ever"]["words"]),
        generic=any_of(data["generic"]["words"]),
        agents=any_of(data["generic"]["agents"]),
        fillers=any_of(data["fillers"]["words"]),
        events=tuple(map(_event, data["triggers"])),
        **{name: _patterns(data[name]) for name in ("media", "phrases", "openers", "supports", "labels")},
    )


def _patterns(table: Mapping[str, Iterable[str]]) -> dict[str, re.Pattern[str]]:
    return {name: any_of(said) for name, said in table.items()}


def _event(data: Mapping[str, Any]) -> Event:
    where = any_of(data["where"]) if "where" in data else None
    return Event(
        data["code"],
        any_of(data["said"]),
        any_of(data.get("whole", ())),
        where,
        data.get("first", False),
        data.get("keep", False),
        any_of(data["about"]) if "about" in data else None,
    )
