"""What differs between two records: all of it, in words, and nothing else."""

import json
import re
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ropa import record
from ropa.diff import Column, Difference, diff
from ropa.labels import FORM_LABELS
from ropa.record import ProcessingActivity, replace
from tests.strategies import LISTS, activities

slow = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=40)


def between(old: ProcessingActivity, new: ProcessingActivity) -> tuple[Difference, ...]:
    with override("sv"):
        return diff(old, new, FORM_LABELS)


def an_activity(**fields: Any) -> ProcessingActivity:
    return ProcessingActivity.model_validate({"name": "Lån", **fields})


def told(found: tuple[Difference, ...]) -> list[tuple[str, str, str, list[str]]]:
    return [(d.field, d.kind, d.name, [f"{c.label}: {c.old} → {c.new}" for c in d.columns]) for d in found]


@given(activities(), activities())
@slow
def test_it_says_something_exactly_when_they_differ(one: ProcessingActivity, other: ProcessingActivity) -> None:
    assert between(one, one) == ()
    found = between(one, other)
    fields = set(ProcessingActivity.model_fields) - {"key"}
    differing = {name for name in fields if getattr(one, name) != getattr(other, name)}
    assert {d.field for d in found if d.field} | {
        c.name.split(".")[0] for d in found if not d.field for c in d.columns
    } == differing


@given(activities(), st.data())
@slow
def test_each_column_of_a_row_that_changed_is_named(activity: ProcessingActivity, data: Any) -> None:
    other = data.draw(activities())
    for name in LISTS:
        for one, two in zip(getattr(activity, name), getattr(other, name), strict=False):
            changed = two.model_copy(update={"key": one.key})
            rows = tuple(changed if row is one else row for row in getattr(activity, name))
            found = between(activity, activity.model_copy(update={name: rows}))
            columns = {c.name for d in found if d.field == name for c in d.columns}
            assert columns == {c for c in type(one).model_fields if getattr(one, c) != getattr(changed, c)}


@given(activities(), activities())
@slow
def test_the_way_back_is_the_same_way(one: ProcessingActivity, other: ProcessingActivity) -> None:
    there, back = between(one, other), between(other, one)
    opposite = {"added": "removed", "removed": "added", "changed": "changed", "moved": "moved"}
    assert sorted((d.field, d.kind) for d in there) == sorted((d.field, opposite[d.kind]) for d in back)


PYTHON = re.compile(
    r"""\w=[\w'"[(<{]|\w\(\w+=|<\w+\.\w+|\b(UUID|datetime|Profile|None|True|False)\b|\b[A-Z]\w+\.[A-Z_]{2,}"""
)
"""Values as Python writes them."""


def meeting(one: ProcessingActivity, other: ProcessingActivity) -> ProcessingActivity:
    """Return the other with the keys of the one's parties and rows, so that every field of theirs is compared."""
    parties = {name: (getattr(one, name), getattr(other, name)) for name in PARTIES}
    changed: dict[str, Any] = {
        n: new.model_copy(update={"key": old.key}) for n, (old, new) in parties.items() if old and new
    }
    for name in LISTS:
        old, new = getattr(one, name), getattr(other, name)
        changed[name] = tuple(b.model_copy(update={"key": a.key}) for a, b in zip(old, new, strict=False))
    return other.model_copy(update=changed)


PARTIES = ("organisation", "controller", "dpo", "unit")


@given(activities(), activities())
@settings(slow, max_examples=25)
def test_nothing_is_said_in_python(one: ProcessingActivity, other: ProcessingActivity) -> None:
    said = [text for d in between(one, meeting(one, other)) for c in d.columns for text in (c.label, c.old, c.new)]
    stated = json.dumps([one.model_dump(mode="json"), other.model_dump(mode="json")], ensure_ascii=False)
    assert [text for text in said for found in PYTHON.finditer(text) if found[0] not in stated] == []


def test_an_own_heading_is_told_by_the_shipped_one_and_in_each_language() -> None:
    town = record.Organisation(key=uuid4(), slug="t", name="Staden")
    before = an_activity(organisation=town)
    own = record.Heading(profile="questions", code="complaint", text={"sv": "Är du missnöjd?", "en": "Not happy?"})
    row = record.Heading(profile="table", code="legal-basis", text={"en": "Grounds"})
    after = replace(before, organisation=replace(town, headings=(own, row)))
    complaint = "Organisation: Egen rubrik i informationstexten, i stället för ”Hur klagar du?”"
    assert told(between(before, after))[0][3] == [
        f"{complaint}:  → Är du missnöjd?",
        f"{complaint} (engelska):  → Not happy?",
        "Organisation: Egen rubrik i tabellen, i stället för ”Laglighet” (engelska):  → Grounds",
    ]
    worded = replace(own, text={"sv": "Vill du klaga?", "en": "Not happy?"})
    again = replace(after, organisation=replace(town, headings=(row, worded)))
    assert told(between(after, again))[0][3] == [f"{complaint}: Är du missnöjd? → Vill du klaga?"]
    moved = replace(after, organisation=replace(town, headings=(row, own)))
    assert "Not happy?" in between(after, moved)[0].columns[0].old, "another order differs, whatever it means"


def test_rows_are_named_and_their_columns_said_in_words() -> None:
    purpose, other = record.Purpose(text="Utreda ansökningar"), record.Purpose(text="Föra statistik")
    basis = record.PurposeBasis(basis="6.1.e-mu", purposes=(purpose.key,))
    rule = record.RetentionRule(action="dispose", period="P2Y", documents="Ansökningar")
    before = an_activity(purposes=[purpose, other], legal_bases=[basis], retention_rules=[rule])
    after = replace(
        before,
        purposes=(purpose, record.Purpose(text="Betala ut")),
        legal_bases=(replace(basis, purposes=(purpose.key, other.key)),),
        retention_rules=(replace(rule, period="P5Y", as_a_rule=True),),
        sector="social-services",
        started_on=date(2026, 1, 2),
    )
    assert told(between(before, after)) == [
        ("", "changed", "", ["Verksamhetsområde:  → Socialtjänst", "Började:  → 2026-01-02"]),
        ("purposes", "added", "Betala ut", ["Ändamål:  → Betala ut"]),
        ("purposes", "removed", "Föra statistik", ["Ändamål: Föra statistik → "]),
        ("legal_bases", "changed", "Myndighetsutövning (artikel 6.1 e)", [
            "För ändamålen: Utreda ansökningar → Utreda ansökningar, Föra statistik",
        ]),
        ("retention_rules", "changed", "Ansökningar, Gallra (förstöra), 5 år", [
            "Gäller som regel:  → Ja", "Tid: 2 år → 5 år",
        ]),
    ]  # fmt: skip


def test_a_row_that_moved_is_one_difference_and_not_all_those_it_passed() -> None:
    rows = [record.Purpose(text=text) for text in "abcd"]
    found = between(an_activity(purposes=rows), an_activity(purposes=[rows[3], *rows[:3]]))
    assert told(found) == [("purposes", "moved", "d", ["Plats i listan: 4 → 1"])]
    turned = between(an_activity(purposes=rows[:3]), an_activity(purposes=rows[2::-1]))
    assert [d.kind for d in turned] == ["moved", "moved"], "the third stands still, whichever it is"
    assert all(c.old != c.new for d in turned for c in d.columns)
    changed = replace(rows[3], text="e")
    assert told(between(an_activity(purposes=rows), an_activity(purposes=[changed, *rows[:3]]))) == [
        ("purposes", "changed", "e", ["Ändamål: d → e", "Plats i listan: 4 → 1"])
    ]


@pytest.mark.parametrize(
    ("old", "new", "columns"),
    [
        ({"sv": "Lån"}, {"sv": "Lån", "en": "Loans"}, ["Namn (engelska):  → Loans"]),
        ({"sv": "Lån", "en": "Loan"}, {"sv": "Utlån", "en": "Loan"}, ["Namn: Lån → Utlån"]),
        (
            {"sv": "Lån", "other": {"en": {"text": "Loans", "source": "0" * 16}}},
            {"sv": "Lån", "en": "Loans"},
            ["Namn (engelska): Gjord från en äldre svensk text → Stämmer med den svenska texten"],
        ),
    ],
)  # fmt: skip
def test_languages_are_told_apart(old: Any, new: Any, columns: list[str]) -> None:
    assert told(between(an_activity(name=old), an_activity(name=new))) == [("", "changed", "", columns)]


def test_a_body_is_told_by_name_and_what_changed_in_it_by_field() -> None:
    unit = record.Unit(key=uuid4(), slug="e", name="Enheten", contact={"phone": "1"})
    here = an_activity(unit=unit)
    moved = replace(here, unit=record.Unit(key=uuid4(), slug="f", name="Biblioteket"))
    assert told(between(here, moved)) == [("", "changed", "", ["Enhet: Enheten → Biblioteket"])]
    renamed = replace(here, unit=replace(unit, name="Enhet 2", contact={"phone": "2"}, path=[("a", "Förvaltningen")]))
    assert told(between(here, renamed))[0][3] == [
        "Enhet: Namn: Enheten → Enhet 2",
        "Enhet: Telefon: 1 → 2",
        "Enhet: Hör till:  → Förvaltningen",
    ]


def test_a_term_that_kept_its_label_says_what_else_changed() -> None:
    term = {"code": "own-x", "labels": {"sv": "Hälsa"}, "level": "ordinary"}
    row = record.PersonalData(category=term)
    after = replace(row, category={**term, "level": "special_category"})
    found = between(an_activity(personal_data=[row]), an_activity(personal_data=[after]))
    assert "Skyddsnivå" in found[0].columns[0].old
    assert found[0].columns[0].old != found[0].columns[0].new


def test_a_reference_to_a_row_that_is_gone_says_so() -> None:
    basis = record.PurposeBasis(basis="6.1.c")
    after = replace(basis, purposes=(uuid4(),))
    (found,) = between(an_activity(legal_bases=[basis]), an_activity(legal_bases=[after]))
    assert found.columns == (Column("purposes", "För ändamålen", "", "(borttagen rad)"),)


def test_a_withheld_field_is_called_as_in_its_form() -> None:
    source = record.Source(note="Grannen")
    marker = record.Withheld(about=source.key, field="note", reason="Sekretess")
    own = record.Withheld(field="contact", reason="Sekretess")
    before = an_activity(sources=[source])
    found = between(before, replace(before, withheld=(marker, own)))
    assert [d.name for d in found] == ["Förklaring", "Kontakt för frågor"]


BODIES = [record.Organisation, record.Controller, record.Unit, record.DataProtectionOfficer, record.Contact]


@pytest.mark.parametrize("kind", [ProcessingActivity, *LISTS.values(), *BODIES, *record.Term.__subclasses__()])
def test_every_field_has_a_label(kind: type[record.Value]) -> None:
    for name in set(kind.model_fields) - {"key"}:
        with override("en"):
            assert FORM_LABELS.field(kind, name) != name
