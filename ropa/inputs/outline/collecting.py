"""What the shapes hand over: activities on their way to sections, and the topics that make an activity."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..passages import Passage, Section
from ..topics import Topic
from .headings import is_municipality
from .labels import Corrections, topics_of

ESSENTIAL = frozenset({Topic.PURPOSES, Topic.LEGAL_BASES, Topic.DATA_SUBJECTS, Topic.PERSONAL_DATA, Topic.HANDLING})
"""What only an activity has: with another of `TELLING` it makes one."""
TELLING = ESSENTIAL | {
    *(Topic.NAME, Topic.SUMMARY, Topic.PROVISIONS, Topic.SPECIAL_CATEGORIES),
    *(Topic.SOURCES, Topic.RECIPIENTS, Topic.TRANSFERS, Topic.CARRIERS, Topic.RETENTION),
}
"""What may also be said once for many: three of them make an activity."""


PARTIES = {Topic.CONTROLLER, Topic.JOINT_CONTROLLERS, Topic.DPO, Topic.CONTACT, Topic.RESPONSIBLE, Topic.REVIEW}
"""What is said once of all activities: on a cover, above the first."""


@dataclass
class Group:
    """An activity as one part of a document tells it."""

    name: str = ""
    place: str = ""
    units: tuple[str, ...] = ()
    passages: list[Passage] = field(default_factory=list)

    def section(self) -> Section:
        """Return it as a section."""
        said = tuple(passage for passage in self.passages if passage.text)
        name = self.name.strip()
        return Section(name, self.place, tuple(u for u in _unit_path(self.units) if u != name), said)


@dataclass
class Found:
    """What a table or a part of a text holds."""

    groups: list[Group] = field(default_factory=list)
    shared: list[Passage] = field(default_factory=list)
    furniture: list[Passage] = field(default_factory=list)
    rows: bool = False
    """Whether each row or column is an activity: then what names the table names their unit."""

    def add(self, other: "Found") -> None:
        """Take over what another part holds."""
        self.groups += other.groups
        self.shared += other.shared
        self.furniture += other.furniture


def makes_an_activity(passages: Iterable[Passage], corrections: Corrections, *, named: bool = False) -> bool:
    """Return whether texts under these labels tell of an activity, and not of all of them."""
    topics = {t for p in passages for t in topics_of(p.label, corrections)} | ({Topic.NAME} if named else set())
    return len(topics & TELLING) > (1 if topics & ESSENTIAL else 2)


def _unit_path(units: Iterable[str]) -> tuple[str, ...]:
    """Return units outermost first: "Gata/Parkering" is two, and none stands twice."""
    steps = dict.fromkeys(step for unit in units for step in unit_steps(unit))
    return tuple(step for step in steps if not is_municipality(step))


def unit_steps(text: str) -> list[str]:
    """Return the units that a text names one below the other."""
    return [step.strip() for step in re.split(r"[/>\\→|\n]", text) if step.strip()]
