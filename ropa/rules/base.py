"""What a rule is, what it reads, and what it says when it has found something."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from ..record import Audience, Part, ProcessingActivity, Said, view
from ..vocabulary import OrganisationRole, Sector, Severity
from ..wording import Template, ours, told
from .peers import Peers
from .place import Place, Places
from .sources import Source
from .texts import Written, written


@dataclass(frozen=True)
class Case:
    """All that a rule may read: one activity, those it can be compared with, and a day."""

    activity: ProcessingActivity
    """The record, whole."""
    on: date
    """The day it is checked on."""
    peers: Peers = field(default_factory=Peers)
    """The other activities of the register, as far as rules compare them."""
    changed_on: date | None = None
    """Day of the record's last change after its review was entered; None = there is none, or it is not known."""

    @cached_property
    def public_texts(self) -> tuple[Written, ...]:
        """Every text that residents see."""
        return tuple(written(view(self.activity, Audience.PUBLIC)))


@dataclass(frozen=True)
class Rule:
    """One thing the law asks, and how to see that it is missing."""

    code: str
    """R01 …: never reused, never renumbered."""
    severity: Severity
    """What it asks of whoever publishes."""
    title: Template
    """What it is called in lists: a few words."""
    article: Template
    """Article or section, as a DPO would cite it."""
    sources: tuple[Source, ...]
    """The texts that `article` names."""
    condition: Template
    """When it is found, in one line."""
    message: Template
    """What is wrong, in one or two plain sentences; {names} stands for what `Place.names` holds."""
    advice: Template
    """What to do."""
    find: Callable[[Case], Places]
    """Yields each place where it is found."""
    for_processors: bool
    """Whether it holds for what is done on another controller's behalf (Art. 30(2))."""
    in_law_enforcement: bool
    """Whether it holds outside the GDPR, in law enforcement."""

    def applies(self, activity: ProcessingActivity) -> bool:
        """Return whether the rule has anything to say about such an activity."""
        if activity.role is OrganisationRole.PROCESSOR and not self.for_processors:
            return False
        return activity.sector is not Sector.LAW_ENFORCEMENT or self.in_law_enforcement

    @property
    def is_certain(self) -> bool:
        """Return whether every text it rests on was read."""
        return all(source.read for source in self.sources)


def says_something(row: Part) -> bool:
    """Return whether anything is filled in: a row that says nothing answers no question."""
    return row != type(row)(key=row.key)


def rule(
    code: str,
    severity: Severity,
    *,
    title: Template,
    article: Template,
    sources: tuple[Source, ...],
    condition: Template,
    message: Template,
    advice: Template,
    for_processors: bool = False,
    in_law_enforcement: bool = True,
) -> Callable[[Callable[[Case], Places]], Rule]:
    """Make a `Rule` of the function below it, which yields the places where the rule is broken."""
    said: dict[str, Any] = {
        "title": title,
        "article": article,
        "condition": condition,
        "message": message,
        "advice": advice,
    }
    reach = {"for_processors": for_processors, "in_law_enforcement": in_law_enforcement}

    def made(find: Callable[[Case], Places]) -> Rule:
        return Rule(code=code, severity=severity, sources=sources, find=find, **said, **reach)

    return made


@dataclass(frozen=True)
class Finding:
    """A rule that an activity breaks, and where."""

    rule: Rule
    activity: ProcessingActivity
    place: Place

    @property
    def severity(self) -> Severity:
        """What it asks of whoever publishes."""
        return self.rule.severity

    @property
    def message(self) -> Said:
        """What is wrong, in the active language, or whole in Swedish where a name lacks it."""
        return told(self.rule.message, names=self.place.names) if self.place.names else ours(self.rule.message)

    @property
    def advice(self) -> Said:
        """What to do, in the active language."""
        return ours(self.rule.advice)

    def plain(self) -> dict[str, str | None]:
        """Return it as JSON values, in the active language."""
        return {
            "rule": self.rule.code,
            "severity": self.severity.value,
            "article": str(self.rule.article),
            "activity": self.activity.reference or self.activity.slug,
            "key": str(self.activity.key),
            "field": self.place.field,
            "row": str(self.place.row) if self.place.row else None,
            "column": self.place.column,
            "message": str(self.message),
            "advice": str(self.advice),
        }
