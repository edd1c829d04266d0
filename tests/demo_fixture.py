"""The demo register of fixtures/demo.json as the tests read it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from ropa.record import ProcessingActivity

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


def term(organisation: str, name: str, code: str) -> dict[str, Any]:
    """Return a term as a record holds it: its words, and what the law asks about it."""
    known = terms_of(organisation, name)[code]
    labels = {k: known[k] for k in ("sv", "en")}
    said = {f: {k: known.get(f"{f}_{k}", "") for k in labels} for f in ("after", "when") if f"{f}_sv" in known}
    own = {k: known[k] for k in OWN_SHAPES[name] & set(known) if k != "area" and k[-3:] not in {"_sv", "_en"}}
    return {"code": code, "labels": labels, "iri": known.get("iri", ""), **own, **said}


def rows(activity: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (list name, row) for every part of an activity as written in the fixture."""
    for name, value in activity.items():
        if isinstance(value, list):
            yield from ((name, row) for row in value if isinstance(row, dict))


def record(activity: dict[str, Any]) -> ProcessingActivity:
    """Return the record, with local names turned into keys and slugs into parties."""

    def key(local: str | None) -> UUID | None:
        return uuid5(SPACE, f"{activity['slug']}/{local}") if local else None

    def part(name: str, row: dict[str, Any]) -> dict[str, Any]:
        made = dict(row)
        for field in {f for where, f in TERMS if where == name and row.get(f)}:
            made[field] = term(activity["organisation"], TERMS[name, field], row[field])
        for field in {"key", *REFERENCES} & set(row):
            made[field] = [key(k) for k in row[field]] if isinstance(row[field], list) else key(row[field])
        return made

    organisation = ORGANISATIONS[activity["organisation"]]
    unit = next(u for u in organisation["units"] if u["slug"] == activity["unit"])
    controller = activity["controller"] or unit["controller"]
    data = {
        k: [part(k, r) if isinstance(r, dict) else r for r in v] if isinstance(v, list) else v
        for k, v in activity.items()
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
