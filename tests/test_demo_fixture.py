"""The demo register in fixtures/demo.json: every record validates, every reference leads somewhere."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from stdnum.se import orgnr

from ropa.record import Part, ProcessingActivity, Text
from ropa.vocabulary import ControllerKind, NoticeLevel, NoticeSection
from tests.demo_fixture import (
    ACTIVITIES,
    DEMO,
    NAMES,
    ORGANISATIONS,
    OWN_SHAPES,
    REFERENCES,
    SHIPPED,
    SOURCE,
    STATES,
    STEPS,
    TERMS,
    record,
    rows,
    terms_of,
)


@pytest.mark.parametrize(("slug", "activity"), STATES, ids=NAMES)
def test_activity_is_a_record(slug: str, activity: dict[str, Any]) -> None:
    made = record(activity)
    assert made.slug == slug
    assert made.name
    assert made.summary


@pytest.mark.parametrize(("slug", "activity"), STATES, ids=NAMES)
def test_local_names_are_unique_and_lead_to_the_right_list(slug: str, activity: dict[str, Any]) -> None:
    lists = [(name, row["key"]) for name, row in rows(activity)]
    where = {key: name for name, key in lists}
    assert len(where) == len(lists), "a local name is used twice"
    for name, row in rows(activity):
        for field, target in REFERENCES.items():
            if field == "about" and name not in {"provisions", "withheld", "original_wording"}:
                continue
            value = row.get(field)
            for local in value if isinstance(value, list) else [value] * bool(value):
                assert where.get(local) == target or (target == "*" and local in where), (slug, row["key"], local)


@pytest.mark.parametrize(("slug", "activity"), STATES, ids=NAMES)
def test_terms_are_in_the_lists(slug: str, activity: dict[str, Any]) -> None:
    for name, row in rows(activity):
        for (list_name, field), term_list in TERMS.items():
            if list_name == name and row.get(field):
                assert row[field] in terms_of(activity["organisation"], term_list), (slug, row["key"], row[field])


@pytest.mark.parametrize(("slug", "activity"), STATES, ids=NAMES)
def test_withheld_fields_and_original_wordings_name_real_fields(slug: str, activity: dict[str, Any]) -> None:
    made = record(activity)
    lists = [value for _, value in made if isinstance(value, tuple)]
    parts = {row.key: row for value in lists for row in value if isinstance(row, Part)}
    for marker in (*made.withheld, *made.original_wording):
        owner = parts[marker.about] if marker.about else made
        assert not marker.field or marker.field in type(owner).model_fields, (slug, marker.field)


def test_every_text_is_there_in_both_languages() -> None:
    def texts(value: Any) -> Iterator[dict[str, str]]:
        if isinstance(value, dict):
            if "sv" in value and "code" not in value:
                yield value
            for inner in value.values():
                yield from texts(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from texts(inner)

    found = list(texts(DEMO))
    for text in found:
        assert text in ({"sv": ""}, {"sv": text["sv"], "en": text.get("en")}), text
        assert not text["sv"] or text["en"], text
        assert all(t == t.strip() for t in text.values()), text
        Text.model_validate(text)
    assert len(found) > 80


@pytest.mark.parametrize("organisation", DEMO["organisations"], ids=list(ORGANISATIONS))
def test_organisation(organisation: dict[str, Any]) -> None:
    controllers = {c["slug"] for c in organisation["controllers"]}
    units = [u["slug"] for u in organisation["units"]]
    for i, unit in enumerate(organisation["units"]):
        assert unit["controller"] is None or unit["controller"] in controllers
        assert unit["parent"] is None or unit["parent"] in units[:i], "a parent stands before its children"
    for body in [organisation, *organisation["controllers"]]:
        if body["organisation_number"]:
            orgnr.validate(body["organisation_number"])
    for controller in organisation["controllers"]:
        assert ControllerKind(controller["kind"]).can_be_controller
    for name, terms in organisation["terms"].items():
        for term in terms:
            assert term["code"].startswith("own-"), term
            assert term["sv"], term
            assert term["en"], term
            assert set(term) - {"code", "sv", "en", "iri"} <= OWN_SHAPES[name], term
            assert term["code"] not in {t["code"] for t in SHIPPED.get(name, [])}
    of = {"organisation": {organisation["slug"]}, "controller": controllers, "unit": set(units)}
    for text in organisation["notice_texts"]:
        assert text["of"] in of[NoticeLevel(text["level"]).value]
        assert NoticeSection(text["section"])


def test_slugs_are_unique_in_the_installation() -> None:
    for slugs in (
        [o["slug"] for o in DEMO["organisations"]],
        [c["slug"] for o in DEMO["organisations"] for c in o["controllers"]],
        [u["slug"] for o in DEMO["organisations"] for u in o["units"]],
        [a["slug"] for a in DEMO["activities"]],
    ):
        assert len(slugs) == len(set(slugs))
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", s) for s in slugs)


def test_own_terms_are_used() -> None:
    for organisation in DEMO["organisations"]:
        used = {
            (term_list, row.get(field))
            for a in DEMO["activities"]
            if a["organisation"] == organisation["slug"]
            for name, row in rows(a)
            for (list_name, field), term_list in TERMS.items()
            if list_name == name
        }
        for name, terms in organisation["terms"].items():
            for term in terms:
                assert (name, term["code"]) in used, term["code"]


def test_steps_are_in_date_order_and_make_sense() -> None:
    published: dict[str, bool] = {}
    submitted: set[str] = set()
    for before, after in pairwise(STEPS):
        assert before["on"] <= after["on"]
    for step in STEPS:
        assert date(2026, 1, 1) <= date.fromisoformat(step["on"]) <= date(2026, 11, 20)
        assert step["by"]
        assert step["reason"]
        slug = step["activity"]
        assert slug in ACTIVITIES
        match step["do"]:
            case "publish":
                published[slug] = True
            case "edit":
                assert step["set"]
                assert set(step["set"]) <= set(ProcessingActivity.model_fields)
            case "withdraw":
                assert published.get(slug), "withdrawn before it was published"
                assert isinstance(step["public_note"], str)
                assert step["public_note"]
                published[slug] = False
            case "confirm":
                assert published.get(slug), "confirmed before it was published"
            case "submit":
                submitted.add(slug)
            case "return":
                assert slug in submitted, "returned before it was submitted"
            case other:
                pytest.fail(f"unknown step {other}")


def test_no_contact_is_a_private_person() -> None:
    for address in re.findall(r"[\w.+-]+@[\w.-]+", SOURCE):
        assert re.fullmatch(r"[a-z-]+@(example\.se|jarfalla\.se)", address), address


def test_file_is_readable_by_hand() -> None:
    assert "\\u" not in SOURCE
    assert SOURCE.endswith("}\n")
    assert not re.search(r"[ \t]$", SOURCE, re.MULTILINE)
