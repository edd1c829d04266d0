"""Findings as a terminal and a program read them."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from django.utils.translation import gettext as _

from ..record import ProcessingActivity
from ..rules import Finding
from ..vocabulary import Severity
from ..wording import say

INDENT = "    "
WIDEST = 100


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Return code of severity -> how many findings, those without any too."""
    found = Counter(finding.severity for finding in findings)
    return {severity.value: found[severity] for severity in Severity}


def told_counts(findings: Iterable[Finding]) -> str:
    """Return the counts in words, in the active language."""
    found = counts(findings)
    return ", ".join(f"{severity.label}: {found[severity.value]}" for severity in Severity)


def text(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield lines for a terminal: below each unit its activities, below each activity its findings."""
    width = min(WIDEST, shutil.get_terminal_size().columns)
    for place, of_unit in groupby(findings, key=lambda x: _place(x.activity)):
        yield from ["", place, "-" * len(place)]
        for _key, group in groupby(of_unit, key=lambda x: x.activity.key):
            of_activity = list(group)
            gravest_first = sorted(of_activity, key=lambda x: list(Severity).index(x.rule.severity))
            yield from ["", _name(of_activity[0].activity), *_findings(gravest_first, width)]


def _place(activity: ProcessingActivity) -> str:
    controller, unit = activity.controller, activity.unit
    names = [str(say(party.name)) for party in (activity.organisation, controller, unit) if party]
    return " / ".join(names if unit else [*names, _("no unit")])


def _name(activity: ProcessingActivity) -> str:
    words = [activity.reference, str(say(activity.name)), f"({activity.slug})" if activity.slug else ""]
    return " ".join(word for word in words if word)


def _findings(findings: Sequence[Finding], width: int) -> Iterator[str]:
    for finding in findings:
        yield f"  {finding.rule.code} {finding.severity.label}, {finding.rule.article}"
        yield from wrap(str(finding.message), width, initial_indent=INDENT, subsequent_indent=INDENT)
        yield from wrap(str(finding.advice), width, initial_indent=f"{INDENT}→ ", subsequent_indent=f"{INDENT}  ")
