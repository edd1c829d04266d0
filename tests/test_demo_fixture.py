"""The demo register in fixtures/demo.json: every record validates, every reference leads somewhere."""

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import pytest
from stdnum.se import orgnr

from ropa.record import Part, ProcessingActivity, Text
from ropa.vocabulary import ControllerKind, NoticeLevel, NoticeSection

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
SOURCE = (FIXTURES / "demo.json").read_text(encoding="utf-8")
DEMO: dict[str, list[dict[str, Any]]] = json.loads(SOURCE)
SHIPPED: dict[str, list[dict[str, Any]]] = json.loads((FIXTURES / "vocabulary.json").read_text(encoding="utf-8"))
ORGANISATIONS = {o["slug"]: o for o in DEMO["organisations"]}
ACTIVITIES = {a["slug"]: a for a in DEMO["activities"]}
STEPS = DEMO["steps"]

SEEDS = {
    "ekonomiskt-bistand-jarfalla",
    "individ-och-familjeomsorg",
    "budget-och-skuldradgivning",
    "arbetsmarknads-och-integrationsenhet",
}
FICTIONAL = sorted(set(ACTIVITIES) - SEEDS)
TODAY = date(2026, 11, 21)
SPACE = UUID("7d3b0b52-8f0e-4f2b-9a4e-6c1f6f1d2a10")

# (list of the activity, field of its rows) -> list of terms
TERMS = {
    ("purposes", "category"): "purpose_categories",
    ("data_subjects", "category"): "data_subject_categories",
    ("personal_data", "category"): "personal_data_categories",
    ("sources", "category"): "source_categories",
    ("recipients", "category"): "recipient_categories",
    ("carriers", "system"): "systems",
    ("carriers", "supplier"): "suppliers",
    ("processors", "supplier"): "suppliers",
    ("sub_processors", "supplier"): "suppliers",
    ("provisions", "law"): "laws",
    ("retention_rules", "trigger"): "retention_triggers",
    ("security_measures", "category"): "security_measures",
}
# field of a row that holds local names of other rows -> list they come from; "*" = any list
REFERENCES = {
    "purposes": "purposes",
    "personal_data": "personal_data",
    "data_subjects": "data_subjects",
    "carriers": "carriers",
    "processor": "processors",
    "about": "*",
}
OWN_SHAPES = {
    "laws": {"sfs", "url", "repealed"},
    "suppliers": {"country", "organisation_number"},
    "systems": {"medium"},
    "personal_data_categories": {"level", "may_reveal"},
    "data_subject_categories": {"vulnerable"},
    "source_categories": {"from_data_subject", "publicly_accessible"},
    "recipient_categories": {"kind"},
    "retention_triggers": {"after_sv", "after_en", "when_sv", "when_en"},
    "security_measures": {"kind"},
    "purpose_categories": {"area"},
}


def terms_of(organisation: str, name: str) -> dict[str, dict[str, Any]]:
    """Return code -> term: the shipped ones and the organisation's own."""
    return {t["code"]: t for t in SHIPPED.get(name, []) + ORGANISATIONS[organisation]["terms"].get(name, [])}


def rows(activity: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (list name, row) for every part of an activity as written in the fixture."""
    for name, value in activity.items():
        if isinstance(value, list):
            yield from ((name, row) for row in value if isinstance(row, dict))


def record(activity: dict[str, Any]) -> ProcessingActivity:
    """Return the record, with local names turned into keys and slugs into parties."""

    def key(local: str | None) -> UUID | None:
        return uuid5(SPACE, f"{activity['slug']}/{local}") if local else None

    def part(row: dict[str, Any]) -> dict[str, Any]:
        made = dict(row)
        for field in {"key", *REFERENCES} & set(row):
            made[field] = [key(k) for k in row[field]] if isinstance(row[field], list) else key(row[field])
        return made

    organisation = ORGANISATIONS[activity["organisation"]]
    unit = next(u for u in organisation["units"] if u["slug"] == activity["unit"])
    controller = activity["controller"] or unit["controller"]
    data = {
        k: [part(r) if isinstance(r, dict) else r for r in v] if isinstance(v, list) else v for k, v in activity.items()
    }
    data["key"] = uuid5(SPACE, activity["slug"])
    data["organisation"] = party(organisation, "slug", "organisation_number", "county")
    data["unit"] = party(unit, "slug")
    data["dpo"] = organisation["dpo"] and party(organisation["dpo"])
    data["controller"] = None
    if controller:
        found = next(c for c in organisation["controllers"] if c["slug"] == controller)
        data["controller"] = party(found, "slug", "kind", "organisation_number")
    return ProcessingActivity.model_validate(data)


def party(value: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return a party's fields with a key."""
    key = uuid5(SPACE, value.get("slug") or value["name"]["sv"])
    return {"key": key, "name": value["name"], "contact": value["contact"]} | {n: value[n] for n in names}


def states() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every state an activity is in: as first written, and after each edit."""
    now = dict(ACTIVITIES)
    yield from now.items()
    for step in STEPS:
        if step["do"] == "edit":
            now[step["activity"]] = now[step["activity"]] | step["set"]
            yield step["activity"], now[step["activity"]]


STATES = list(states())
NAMES = [f"{slug}-{i}" for i, (slug, _) in enumerate(STATES)]
LAST = dict(STATES)


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
            case other:
                pytest.fail(f"unknown step {other}")


def test_no_contact_is_a_private_person() -> None:
    for address in re.findall(r"[\w.+-]+@[\w.-]+", SOURCE):
        assert re.fullmatch(r"[a-z-]+@(example\.se|jarfalla\.se)", address), address


def test_file_is_readable_by_hand() -> None:
    assert "\\u" not in SOURCE
    assert SOURCE.endswith("}\n")
    assert not re.search(r"[ \t]$", SOURCE, re.MULTILINE)


class TestSeeds:
    """What the two real documents say, in fields; what they do not say, left unsaid."""

    def test_jarfalla(self) -> None:
        made = record(ACTIVITIES["ekonomiskt-bistand-jarfalla"])
        assert made.controller is not None
        assert made.controller.name.sv == "Socialnämnden i Järfälla kommun"
        assert made.controller.organisation_number == "212000-0043"
        assert made.dpo is not None
        assert made.dpo.contact.email == "dataskydd@jarfalla.se"
        assert [p.rank for p in made.purposes] == ["main", "main", "secondary"]
        assert [b.basis for b in made.legal_bases] == ["6.1.e-mu"]
        assert not [x for x in made.provisions if x.about in {None, made.legal_bases[0].key}]
        assert not made.special_category_bases
        assert not made.sources
        health = next(d for d in made.personal_data if d.category and d.category.code == "pd-halsa")
        assert health.occurrence == "conditional"
        assert health.condition
        assert [c.medium for c in made.carriers] == ["digital", "paper", "digital"]
        assert len(made.recipients) == 10
        assert {r.occurrence for r in made.recipients} == {"conditional"}
        assert made.third_country == "never"

    def test_jarfalla_retention(self) -> None:
        rules = record(ACTIVITIES["ekonomiskt-bistand-jarfalla"]).retention_rules
        said = [(r.action, r.selection, r.period, r.medium, r.as_a_rule) for r in rules]
        assert said == [
            ("preserve", "birth-days", "", None, True),
            ("dispose", "other-birth-days", "P5Y", None, True),
            ("dispose", None, "", None, None),
            ("preserve", None, "", None, True),
            ("preserve", None, "", "paper", None),
            ("dispose", None, "", "digital", None),
        ]
        assert [r.birth_days for r in rules[:3]] == [(5, 15, 25), (5, 15, 25), ()]
        assert all("Hanteringsanvisning" in r.plan.sv for r in rules)

    @pytest.mark.parametrize(
        ("slug", "bases", "laws", "system"),
        [
            (
                "individ-och-familjeomsorg",
                ["6.1.a", "6.1.e-mu"],
                ["own-socialtjanstlagen", "own-lagen-om-vard-av-unga", "own-lagen-om-vard-av-missbrukare"],
                "sys-procapita",
            ),
            ("budget-och-skuldradgivning", ["6.1.a"], ["own-socialtjanstlagen", "own-skuldsaneringslagen"], "sys-boss"),
            ("arbetsmarknads-och-integrationsenhet", ["6.1.a", "6.1.e-mu"], [], "sys-invid"),
        ],
    )
    def test_the_three_tables(self, slug: str, bases: list[str], laws: list[str], system: str) -> None:
        made = record(ACTIVITIES[slug])
        assert made.controller is None
        assert made.dpo is None
        assert [b.basis for b in made.legal_bases] == bases
        assert [x.law.code for x in made.provisions if x.law] == laws
        assert [c.system.code for c in made.carriers if c.system] == [system]
        assert len(made.data_subjects) == 3
        assert len(made.personal_data) == 5

    def test_the_laws_of_the_tables_have_no_number(self) -> None:
        laws = ORGANISATIONS["individ-och-familjeomsorg-exempel"]["terms"]["laws"]
        assert len(laws) == 4
        assert not any("sfs" in law for law in laws)


class TestInventedMunicipality:
    """Granköping shows what a complete register looks like. The linter's own tests read it too."""

    def test_it_is_said_to_be_invented(self) -> None:
        said = [x["text"]["sv"] for x in ORGANISATIONS["grankopings-kommun"]["notice_texts"]]
        assert any("påhittad kommun" in text for text in said)

    @pytest.mark.parametrize("slug", FICTIONAL)
    def test_every_question_is_answered(self, slug: str) -> None:
        made = record(LAST[slug])
        for field in (
            *("reference", "role", "sector", "status", "responsible_role", "controller", "dpo", "unit"),
            *("purposes", "legal_bases", "provisions", "data_subjects", "personal_data", "sources", "recipients"),
            *("disclosure", "internal_access", "processors", "third_country", "carriers", "retention_rules"),
            *("security_measures", "confidentiality", "integrity", "availability", "traceability", "dpia_status"),
            *("duty_to_provide", "duty_consequences", "automation", "reviewed_on", "review_owner"),
        ):
            assert getattr(made, field), (slug, field)
        assert made.examples_only is False
        assert all(p.agreement and p.country for p in made.processors)
        assert all(b.motivation for b in made.legal_bases)

    @pytest.mark.parametrize("slug", FICTIONAL)
    def test_every_claim_has_its_support(self, slug: str) -> None:
        made = record(LAST[slug])
        laws = {t["code"]: t for t in SHIPPED["laws"]}
        for provision in made.provisions:
            assert provision.law
            assert not laws[provision.law.code]["repealed"]
        for basis in made.legal_bases:
            assert basis.basis
            assert basis.basis.needs_national_law == bool(made.provisions_of(basis.key))
            assert (basis.basis == "6.1.a") == bool(basis.consent_given and basis.consent_withdrawn)
            assert (basis.basis == "6.1.b") == bool(basis.contract_party)
        for condition in made.special_category_bases:
            assert made.provisions_of(condition.key)
        for rule in made.retention_rules:
            assert rule.plan
            assert rule.plan_section
            assert rule.decision_date
            assert rule.trigger or rule.action == "preserve", (slug, rule.documents.sv)

    @pytest.mark.parametrize("slug", FICTIONAL)
    def test_data_that_need_a_reason_have_one(self, slug: str) -> None:
        made = record(LAST[slug])
        kinds = [
            terms_of("grankopings-kommun", "personal_data_categories")[d.category.code]
            for d in made.personal_data
            if d.category
        ]
        levels = {k["level"] for k in kinds}
        covered = {key for c in made.special_category_bases for key in c.personal_data}
        special = {d.key for d, k in zip(made.personal_data, kinds, strict=True) if k["level"] == "special_category"}
        assert covered == special
        assert bool(made.offence_support) == ("offences" in levels)
        assert bool(made.identity_number_justification) == ("pd-personnummer" in {k["code"] for k in kinds})
        assert bool(made.indirect_special_position) == any(k["may_reveal"] for k in kinds)

    @pytest.mark.parametrize("slug", FICTIONAL)
    def test_risk_is_assessed_and_the_review_is_fresh(self, slug: str) -> None:
        made = record(LAST[slug])
        assert made.reviewed_on
        assert (TODAY - made.reviewed_on).days < 365
        edits = [s["on"] for s in STEPS if s["activity"] == slug and s["do"] == "edit"]
        assert str(made.reviewed_on) >= max(edits, default="")
        if len(made.dpia_criteria) > 1:
            assert made.dpia_status == "done"
            assert made.dpia_date
            assert made.dpia_reference
        else:
            assert made.dpia_justification

    def test_variety(self) -> None:
        all_ = [record(LAST[slug]) for slug in FICTIONAL]
        assert len(all_) >= 14
        assert {a.role for a in all_} == {"controller", "joint-controller", "processor"}
        assert [t.mechanism for a in all_ for t in a.transfers] == ["46.2.c"]
        assert [d.kind for a in all_ for d in a.automated_decisions] == ["decision"]
        assert [w.field for a in all_ for w in a.withheld] == ["note"]
        assert any(a.monitoring_technology and a.monitoring_consent for a in all_)
        assert any(p.agreement == "regulation" for a in all_ for p in a.processors)
        assert any(n.for_children for a in all_ for n in a.notice_texts)
        assert any(a.original_wording and a.unplaced and a.notes for a in all_)
        assert len({a.controller.slug for a in all_ if a.controller}) == 6

    def test_history(self) -> None:
        done = [(s["do"], s["activity"]) for s in STEPS if s["activity"] in FICTIONAL]
        published = [slug for do, slug in done if do == "publish"]
        assert set(FICTIONAL) - set(published) == {"feriejobb"}
        assert {slug for slug in published if published.count(slug) == 2} == {
            "bibliotekslan",
            "ekonomiskt-bistand",
            "kamerabevakning",
        }
        assert [slug for do, slug in done if do == "withdraw"] == ["simskola"]
