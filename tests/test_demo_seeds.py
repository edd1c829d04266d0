"""What the two real documents say, in the demo's fields; what they do not say, left unsaid."""

import pytest

from tests.demo_fixture import ACTIVITIES, ORGANISATIONS, record


def test_jarfalla() -> None:
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


def test_jarfalla_retention() -> None:
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
def test_the_three_tables(slug: str, bases: list[str], laws: list[str], system: str) -> None:
    made = record(ACTIVITIES[slug])
    assert made.controller is None
    assert made.dpo is None
    assert [b.basis for b in made.legal_bases] == bases
    assert [x.law.code for x in made.provisions if x.law] == laws
    assert [c.system.code for c in made.carriers if c.system] == [system]
    assert len(made.data_subjects) == 3
    assert len(made.personal_data) == 5


def test_the_laws_of_the_tables_have_no_number() -> None:
    laws = ORGANISATIONS["individ-och-familjeomsorg-exempel"]["terms"]["laws"]
    assert len(laws) == 4
    assert not any("sfs" in law for law in laws)
