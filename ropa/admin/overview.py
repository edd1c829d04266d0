"""What is found where: a line a unit, each number a link to the activities behind it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from .. import policy, publishing, rules
from ..models import DraftFinding, ProcessingActivity
from ..vocabulary import Severity
from . import between, handover
from .base import Page
from .filters import PUBLIC, in_short
from .standing import Standing, standings
from .units import Place, activities_at, places

COMMONEST = 3
"""How many rules a line names."""


@dataclass(kw_only=True)
class Sum:
    """How many activities there are, and in how many something is found."""

    activities: int = 0
    published: int = 0
    errors: int = 0
    """Activities with errors."""
    warnings: int = 0
    """Activities with warnings."""

    def add(self, draft: Standing) -> None:
        """Count one activity."""
        self.activities += 1
        self.published += draft.state in PUBLIC
        self.errors += draft.errors > 0
        self.warnings += draft.warnings > 0


@dataclass
class Line(Sum):
    """One unit, or the activities of an organisation that are in none."""

    place: Place
    names: tuple[str, ...]
    """The unit's name after those above it."""
    rules: Counter[str] = field(default_factory=Counter)
    """Code -> in how many activities it finds an error or a warning."""

    def address(self, **asked: str) -> str:
        """Return the list of the line's activities, filtered."""
        return activities_at(self.place, asked)

    @property
    def all_of_it(self) -> str:
        """Where its activities are listed."""
        return self.address()

    @property
    def with_errors(self) -> str:
        """Where those with errors are listed."""
        return self.address(findings="errors")

    @property
    def with_warnings(self) -> str:
        """Where those with warnings are listed."""
        return self.address(findings="warnings")

    @property
    def commonest(self) -> list[tuple[str, int, str]]:
        """The rules that find most: in words, in how many activities, and where these are listed."""
        found = sorted(self.rules.items(), key=lambda pair: (-pair[1], pair[0]))[:COMMONEST]
        return [(in_short(rules.BY_CODE[code]), n, self.address(rule=code)) for code, n in found]


def lines(user: Any, known: Iterable[Standing]) -> dict[str, list[Line]]:
    """Return organisation -> its lines, of what the user may see: those with errors first, else in Swedish order."""
    made = {place: Line(place, names) for place, names in places().items()}
    for draft in known:
        made[draft.place].add(draft)
    for organisation, unit, code, n in _broken(policy.visible(user, ProcessingActivity.objects.order_by())):
        if code in rules.BY_CODE:
            made[organisation, unit].rules[code] += n
    return _by_organisation(made.values())


def _broken(seen: Any) -> Any:
    found = DraftFinding.objects.filter(publishing.held(), activity__in=seen.values("pk"))
    grave = found.filter(severity__in=[Severity.ERROR, Severity.WARNING])
    places = grave.values_list("activity__organisation", "activity__unit", "rule")
    return places.annotate(n=Count("activity", distinct=True))


def _by_organisation(made: Iterable[Line]) -> dict[str, list[Line]]:
    found = defaultdict(list)
    for line in made:
        if line.activities:
            found[line.names[0]].append(line)
    return {name: sorted(of_one, key=lambda line: not line.errors) for name, of_one in found.items()}


def total(known: Iterable[Standing]) -> Sum:
    """Return what is found in all drafts together."""
    every = Sum()
    for draft in known:
        every.add(draft)
    return every


class Overview(Page):
    """Adds the page of findings to the list of activities."""

    def get_urls(self) -> Any:
        """Add the page to stock's addresses."""
        view = self.admin_site.admin_view(self.findings_view)
        return [
            *handover.addresses(self.admin_site),
            *between.addresses(self.admin_site),
            path("findings/", view, name="ropa_processingactivity_findings"),
            *super().get_urls(),
        ]

    def findings_view(self, request: Any) -> Any:
        """Show what is found in each unit."""
        known = standings(request.user)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Findings by unit"),
            "total": total(known),
            "organisations": lines(request.user, known),
            "opts": self.opts,
        }
        return render(request, "admin/ropa/processingactivity/findings.html", context)
