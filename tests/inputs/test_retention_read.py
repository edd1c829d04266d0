"""Texts about keeping become rules that say what the text says: no period, action or event without its words."""

import re
import tomllib
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ropa.inputs.making import Making
from ropa.inputs.passages import Passage
from ropa.inputs.terms import shipped
from ropa.inputs.understanding.knowledge import Knowledge
from ropa.inputs.understanding.retention import retention
from ropa.inputs.understanding.retention_periods import periods
from ropa.inputs.understanding.retention_words import words
from ropa.record import CarrierSystem, RetentionTrigger, System

TEXTS = tomllib.loads((Path(__file__).parent / "retention_texts.toml").read_text("utf-8"))["text"]
KNOWN = Knowledge(shipped())


def read(label: str, text: str) -> tuple[Making, list[str]]:
    """Return what a text became, and what was left of it."""
    making = Making(UUID(int=1), "plan.docx")
    return making, retention(Passage(label, text, "row 1"), making, KNOWN)


def plain(row: Any) -> dict[str, Any]:
    """Return the fields a rule sets, as plain values."""
    return {name: _plain(value) for name, value in row if value and name != "key"}


def _plain(value: Any) -> Any:
    for name in ("sv", "code", "value"):
        if hasattr(value, name):
            return getattr(value, name)
    return list(value) if isinstance(value, tuple) else value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize("told", TEXTS, ids=[x["says"][:50] for x in TEXTS])
def test_a_text_becomes_the_rules_it_states(told: dict[str, Any]) -> None:
    making, left = read(told["label"], told["says"])
    assert [plain(x) for x in making.rows.get("retention_rules", ())] == told.get("rules", [])
    assert left == told.get("left", [])
    assert getattr(making.fields.get("no_retention_reason"), "sv", "") == told.get("why", "")


def test_every_wording_stands_in_its_text() -> None:
    for told in TEXTS:
        making, _ = read(told["label"], told["says"])
        assert all(" ".join(x.text.split()) in " ".join(told["says"].split()) for x in making.wordings), told["says"]


def test_no_digit_of_a_text_is_lost() -> None:
    for told in TEXTS:
        making, left = read(told["label"], told["says"])
        kept = " ".join([*(x.text for x in making.wordings), *left])
        missing = set(re.findall(r"\d+", told["says"])) - set(re.findall(r"\d+", kept))
        assert not missing, told["says"]


def test_every_shipped_trigger_has_words() -> None:
    assert {x.code for x in shipped()[RetentionTrigger]} == {x.code for x in words().events}


def test_a_law_in_brackets_supports_its_rule() -> None:
    making, _ = read("Gallras", "Verifikationer 7 år efter räkenskapsårets utgång (arkivlagen 10 §)")
    (rule,), (support,) = making.rows["retention_rules"], making.rows["provisions"]
    assert (support.about, support.law.sfs, support.pinpoint) == (rule.key, "1990:782", "10 §")


def test_documents_in_a_system_of_the_activity() -> None:
    making, passage = (
        Making(UUID(int=1), "plan.docx"),
        Passage("Gallras", "Handlingar i Platina bevaras. Övriga: 2 år.", "B2"),
    )
    carrier = making.add("carriers", CarrierSystem(system=KNOWN.term(System, "Platina")), passage, "Platina")
    retention(passage, making, KNOWN)
    assert [x.carriers for x in making.rows["retention_rules"]] == [(carrier.key,), ()]


PERIODS = (
    ("två (2) år", "P2Y"),
    ("ett och ett halvt år", "P18M"),
    ("2½ år", "P30M"),
    ("1 år och 6 månader", "P1Y6M"),
    ("tioårig", "P10Y"),
    ("halvår", "P6M"),
    ("48 timmar", "P2D"),
    ("30 timmar", ""),
    ("2-5 år", ""),
    ("mellan tre och fem år", ""),
    ("tre uker", "P3W"),
)


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_periods(text: str, period: str) -> None:
    assert [x.period for x in periods(text)] == [period]


@pytest.mark.parametrize("text", ["fyllt 18 år", "18 års ålder", "år 2019", "dag 5, 15 och 25", "lagen (1990:782)"])
def test_no_periods(text: str) -> None:
    assert periods(text) == []


# --- whatever the text ----------------------------------------------------------------------------------------------

TIMES = ["efter 2 år", "10 år", "i fem år", "ett halvt år", "30 dagar", "minst 10 år", "2-5 år"]
EVENTS = ["efter avslutat ärende", "vid inaktualitet", "när lånet är återlämnat", "så länge det behövs", "från födseln"]
ACTIONS = ["gallras", "ska bevaras", "raderas", "levereras till kommunarkivet", "avidentifieras", "inte gallras"]
OTHERS = [
    *("Ansökningar", "beslut", "handlingarna", "dina uppgifter", "enligt planen", "som regel", "(se § 12)", ":", ";"),
    *(
        ",",
        "och",
        "men",
        "\n",
        "- ",
        ". ",
        "om",
        "utom",
        "personer födda den 5, 15 och 25",
        "övriga",
        "därefter",
        "”",
        "(",
    ),
]
said = st.lists(st.sampled_from(TIMES + EVENTS + ACTIONS + OTHERS) | st.text(max_size=8), max_size=12).map(" ".join)


def without(*parts: list[str]) -> st.SearchStrategy[str]:
    """Return texts that hold none of the phrases."""
    rest = [x for x in TIMES + EVENTS + ACTIONS + OTHERS if not any(x in part for part in parts)]
    return st.lists(st.sampled_from(rest), max_size=12).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(said)
def test_nothing_makes_it_stumble(text: str) -> None:
    making, left = read("Gallras", text)
    kept = " ".join([*(x.text for x in making.wordings), *left])
    assert set(re.findall(r"[0-9]+", text)) <= set(re.findall(r"[0-9]+", kept))


@settings(max_examples=60, deadline=None)
@given(without(TIMES))
def test_no_period_without_words(text: str) -> None:
    making, _ = read("Gallras", text)
    assert not any(x.period for x in making.rows.get("retention_rules", ()))


@settings(max_examples=60, deadline=None)
@given(without(ACTIONS))
def test_no_action_without_words(text: str) -> None:
    making, _ = read("Lagringstid", text)
    assert not any(x.action for x in making.rows.get("retention_rules", ()))


@settings(max_examples=60, deadline=None)
@given(without(EVENTS))
def test_no_event_without_words(text: str) -> None:
    making, _ = read("Gallras", text)
    shipped_events = [x.trigger.code for x in making.rows.get("retention_rules", ()) if x.trigger]
    assert not [code for code in shipped_events if not code.startswith("own-")]
