"""Synthetic activities that read like a Swedish municipality's: the same for the same number and seed.

For benchmarks and load tests. Pure: numbers in, records out; terms are named by the
codes of fixtures/vocabulary.json.
"""

from collections.abc import Iterator
from random import Random
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from ropa.record import ProcessingActivity

from .generated_words import AREAS, DATA, FORGOTTEN, KINDS, MEASURES, PLACES, SOURCES, SPECIAL, SUPPLIERS, TRIGGERS

ACTIVITIES_A_UNIT = 20
SHARE_OF_FORGETFUL = 0.2


def activities(count: int, seed: int) -> Iterator[ProcessingActivity]:
    """Yield `count` activities; the first ones are the same whatever the count."""
    for number in range(count):
        yield _Made(number, seed).activity()


class _Made:
    """One activity in the making."""

    def __init__(self, number: int, seed: int) -> None:
        self.number, self.seed = number, seed
        self.random = Random(f"{seed}/{number}")
        self.group = number // ACTIVITIES_A_UNIT
        self.area = AREAS[self.group % len(AREAS)]
        self.topic, self.purpose = self.random.choice(self.area.topics)
        self.data = self.some(DATA, 5, 9)
        self.sensitive = [self.own(f"d{n}") for n, code in enumerate(self.data) if code in SPECIAL]

    def key(self, *path: object) -> str:
        """Return the UUID that stands for a name within this seed."""
        return str(key_of(self.seed, *path))

    def own(self, name: str) -> str:
        """Return the key of a row of this activity."""
        return self.key("activity", self.number, name)

    def some(self, choices: tuple[Any, ...], least: int, most: int) -> list[Any]:
        """Return some of the choices, in the order they stand in."""
        size = min(len(choices), self.random.randint(least, most))
        return sorted(self.random.sample(choices, size), key=choices.index)

    def activity(self) -> ProcessingActivity:
        """Return the record: sound, but for the one of five that has forgotten something."""
        parts = (self.identity, self.parties, self.lawfulness, self.persons, self.special, self.others, self.keeping)
        made = {name: value for part in parts for name, value in part().items()}
        if self.random.random() < SHARE_OF_FORGETFUL:
            made.pop(self.random.choice(FORGOTTEN), None)
        return ProcessingActivity.model_validate(made)

    def identity(self) -> dict[str, Any]:
        """Return what it is, and the answers that are the same for all."""
        return {
            "key": self.key("activity", self.number),
            "reference": f"G-{self.number + 1:04}",
            "slug": f"gen-{self.seed}-{self.number + 1}",
            "name": f"{self.topic}: {self.random.choice(KINDS)}, {self.random.choice(PLACES)}",
            "summary": f"Vi behandlar uppgifter om dig när ditt ärende gäller {self.topic.lower()}. "
            "Vi behöver dem för att ge dig rätt beslut och rätt stöd.",
            "role": "controller",
            "sector": self.area.sector,
            "status": "ongoing",
            "third_country": "never",
            "automation": "never",
            "duty_to_provide": "statutory",
            "duty_consequences": "Utan uppgifterna kan vi inte handlägga ditt ärende.",
            "responsible_role": "Enhetschefen",
            "review_owner": "Enhetschefen",
            "reviewed_on": f"2026-{self.random.randint(1, 11):02}-15",
            "review_interval_months": 12,
        }

    def parties(self) -> dict[str, Any]:
        """Return organisation, board, unit and DPO."""
        place, area = self.group // len(AREAS), self.area
        name = area.units[place % len(area.units)] + (
            f" {place // len(area.units) + 1}" if place >= len(area.units) else ""
        )
        board = self.key("board", area.board)
        organisation = {"key": self.key("organisation"), "slug": f"gen-{self.seed}", "name": "Exempelköpings kommun"}
        return {
            "organisation": {**organisation, "organisation_number": "212000-0142"},
            "controller": {
                "key": board,
                "slug": f"gen-{self.seed}-{AREAS.index(area)}",
                "name": area.board,
                "kind": "board",
                "organisation_number": "212000-0142",
                "contact": {"email": "kommunen@example.se", "phone": "08-000 00 00"},
            },
            "unit": {
                "key": self.key("unit", self.group),
                "slug": f"gen-{self.seed}-enhet-{self.group + 1}",
                "name": name,
                "controller_key": board,
            },
            "dpo": {
                "key": self.key("dpo"),
                "name": "Dataskyddsombudet",
                "contact": {"email": "dataskydd@example.se"},
            },
        }

    def lawfulness(self) -> dict[str, Any]:
        """Return purposes, legal bases and the acts behind them."""
        words = self.topic.lower()
        return {
            "purposes": [
                {
                    "key": self.own("p1"),
                    "rank": "main",
                    "category": self.purpose,
                    "text": f"Handlägga, besluta och följa upp ärenden som gäller {words}.",
                },
                {"key": self.own("p2"), "rank": "secondary", "text": "Ta fram statistik och förbättra verksamheten."},
            ],
            "legal_bases": [
                {"key": self.own("b1"), "basis": "6.1.e-mu", "purposes": [self.own("p1")]},
                {"key": self.own("b2"), "basis": "6.1.e-ai", "purposes": [self.own("p2")]},
            ],
            "provisions": [
                {"key": self.own(f"l{n}"), "law": code, "pinpoint": place, "about": about}
                for n, (code, place, about) in enumerate(self.provisions())
            ],
        }

    def provisions(self) -> list[tuple[str, str, str | None]]:
        """Return (code of the act, place in it, key of the row that rests on it)."""
        task, *more = self.area.laws
        found = [(*law, self.own("b1")) for law in (task, *self.some(tuple(more), 0, 2))]
        found.append(("law-2017-725", "", self.own("b2")))
        if self.area.data_act:
            found.append((self.area.data_act, "6 §", None))
        if self.sensitive:
            found.append(("law-2018-218", "3 kap. 3 §", self.own("a1")))
        return found

    def persons(self) -> dict[str, Any]:
        """Return data subjects, data and sources."""
        subjects = self.some(self.area.subjects, 1, 3)
        return {
            "data_subjects": [{"key": self.own(f"s{n}"), "category": code} for n, code in enumerate(subjects)],
            "personal_data": [
                {
                    "key": self.own(f"d{n}"),
                    "category": code,
                    "data_subjects": [self.own("s0")],
                    "occurrence": self.random.choice(["always", "may-occur"]),
                }
                for n, code in enumerate(self.data)
            ],
            "sources": [
                {"key": self.own(f"k{n}"), "category": code}
                for n, code in enumerate(["s-sjalv", *self.some(SOURCES, 1, 2)])
            ],
        }

    def special(self) -> dict[str, Any]:
        """Return what sensitive data take: Art. 9, 87, and the assessment of risk."""
        special = self.sensitive
        condition = {"key": self.own("a1"), "condition": "9.2.g", "personal_data": special}
        return {
            "special_category_bases": [condition] if special else [],
            "indirect_special_position": "Vi skriver bara det som behövs för ärendet.",
            "identity_number_justification": "För att vara säker på att beslutet gäller rätt person.",
            "dpia_criteria": ["k4", "k7"] if special else [],
            "dpia_status": "done" if special else "not-needed",
            "dpia_justification": "" if special else "Inga riskkriterier är uppfyllda.",
        }

    def others(self) -> dict[str, Any]:
        """Return recipients, processors and those inside."""
        supplier = self.random.choice(SUPPLIERS)
        code = f"own-leverantor-{SUPPLIERS.index(supplier)}"
        return {
            "recipients": [
                {"key": self.own(f"r{n}"), "category": c, "ground": "statutory-duty", "occurrence": "may-occur"}
                for n, c in enumerate(self.some(self.area.recipients, 1, 3))
            ],
            "processors": [
                {
                    "key": self.own("x1"),
                    "supplier": {"code": code, "labels": {"sv": supplier}, "country": "SE"},
                    "task": "Drift och support av systemet",
                    "country": "SE",
                    "agreement": "contract",
                    "agreement_reference": f"KS 2025/{self.random.randint(1, 900)}",
                }
            ],
            "internal_access": [{"key": self.own("i1"), "who": "Handläggare som arbetar med ärendet"}],
        }

    def keeping(self) -> dict[str, Any]:
        """Return carriers, retention and security."""
        system = {"code": f"own-system-{AREAS.index(self.area)}", "labels": {"sv": self.area.system}}
        rules = [*self.files(), {"documents": "Diarieförda handlingar", "action": "preserve"}]
        plan = {"plan": "Informationshanteringsplan", "plan_section": f"{self.random.randint(1, 9)}"}
        return {
            "carriers": [
                {"key": self.own("c1"), "system": system, "medium": "digital", "role": "case-system"},
                {"key": self.own("c2"), "system": "sys-papper", "medium": "paper", "role": "file"},
            ],
            "retention_rules": [{"key": self.own(f"t{n}"), **plan, **rule} for n, rule in enumerate(rules)],
            "security_measures": [
                {"key": self.own(f"m{n}"), "category": code} for n, code in enumerate(self.some(MEASURES, 3, 5))
            ],
        }

    def files(self) -> list[dict[str, Any]]:
        """Return the retention rules of the files: in social services some persons' are kept for research."""
        if not self.area.data_act:
            years, trigger = self.random.choice([2, 5, 10]), self.random.choice(TRIGGERS)
            return [{"documents": "Akter", "action": "dispose", "period": f"P{years}Y", "trigger": trigger}]
        files = {"documents": "Personakter", "birth_days": [5, 15, 25]}
        others = {"action": "dispose", "period": "P5Y", "trigger": "rt-sista-anteckning", "as_a_rule": True}
        return [
            {**files, "action": "preserve", "selection": "birth-days"},
            {**files, **others, "selection": "other-birth-days"},
        ]


def key_of(seed: int, *path: object) -> UUID:
    """Return a key that is the same in every run."""
    return uuid5(NAMESPACE_URL, ":".join(["ropa:generated", str(seed), *map(str, path)]))
