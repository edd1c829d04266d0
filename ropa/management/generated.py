"""Synthetic activities that read like a Swedish municipality's: the same for the same number and seed.

For benchmarks and load tests. Pure: numbers in, records out; terms are named by the
codes of fixtures/vocabulary.json.
"""

from collections.abc import Iterator
from random import Random
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from ropa.record import ProcessingActivity

from .generated_words import AREAS, DATA, KINDS, MEASURES, PLACES, SOURCES, SUPPLIERS, TRIGGERS

ACTIVITIES_A_UNIT = 20


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
        """Return the record."""
        title = f"{self.topic}: {self.random.choice(KINDS)}, {self.random.choice(PLACES)}"
        return ProcessingActivity.model_validate(
            {
                "key": self.key("activity", self.number),
                "reference": f"G-{self.number + 1:04}",
                "slug": f"gen-{self.seed}-{self.number + 1}",
                "name": title,
                "summary": f"Vi behandlar uppgifter om dig när ditt ärende gäller {self.topic.lower()}. "
                "Vi behöver dem för att ge dig rätt beslut och rätt stöd.",
                "role": "controller",
                "sector": self.area.sector,
                "status": "ongoing",
                "third_country": "never",
                "automation": "never",
                "duty_to_provide": "statutory",
                "responsible_role": "Enhetschefen",
                **self.parties(),
                **self.lawfulness(),
                **self.persons(),
                **self.others(),
                **self.keeping(),
            }
        )

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
        laws = self.some(self.area.laws, 1, 3)
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
                {"key": self.own(f"l{n}"), "law": code, "pinpoint": place, "about": self.own("b1")}
                for n, (code, place) in enumerate(laws)
            ],
        }

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
                for n, code in enumerate(self.some(DATA, 5, 9))
            ],
            "sources": [
                {"key": self.own(f"k{n}"), "category": code}
                for n, code in enumerate(["s-sjalv", *self.some(SOURCES, 1, 2)])
            ],
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
        years = self.random.choice([2, 5, 10])
        system = {"code": f"own-system-{AREAS.index(self.area)}", "labels": {"sv": self.area.system}}
        return {
            "carriers": [
                {"key": self.own("c1"), "system": system, "medium": "digital", "role": "case-system"},
                {"key": self.own("c2"), "system": "sys-papper", "medium": "paper", "role": "file"},
            ],
            "retention_rules": [
                {
                    "key": self.own("t1"),
                    "action": "dispose",
                    "period": f"P{years}Y",
                    "trigger": self.random.choice(TRIGGERS),
                    "plan": "Informationshanteringsplan",
                    "plan_section": f"{self.random.randint(1, 9)}.{self.random.randint(1, 9)}",
                },
                {"key": self.own("t2"), "documents": "Diarieförda handlingar", "action": "preserve"},
            ],
            "security_measures": [
                {"key": self.own(f"m{n}"), "category": code} for n, code in enumerate(self.some(MEASURES, 3, 5))
            ],
        }


def key_of(seed: int, *path: object) -> UUID:
    """Return a key that is the same in every run."""
    return uuid5(NAMESPACE_URL, ":".join(["ropa:generated", str(seed), *map(str, path)]))
