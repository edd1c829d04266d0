"""The disposal plan as a table to work with in a spreadsheet: a line a rule, a column a field.

UTF-8 with a byte order mark and semicolons, which is what spreadsheets here open without asking.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ..record import Audience, Entry, ProcessingActivity, Register, RetentionRule
from ..retention import parse_period, spoken_period
from ..retention.plan import LACKS, PlannedActivity, PlannedRule, PlannedUnit, disposal_plan
from ..retention.scope import carriers_of, chosen, data_of, subjects_of
from ..wording import Template, Words, provision, say, upper_first
from .refusal import refuse_internal

BOM = "\ufeff"

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with: a spreadsheet would compute it."""


def render(register: Register, language: str = "sv") -> bytes:
    """Return the register's disposal plan as CSV in `language`; an activity without rules has a line too.

    Raises `NotPublic` for a public register that was not cut down to the public view.
    """
    refuse_internal(register)
    file = io.StringIO(newline="")
    with override(language):
        plan = disposal_plan(register, language)
        lines = csv.writer(file, delimiter=";")
        lines.writerow(str(heading) for heading, _cell in (*STATE, *ACTIVITY, *RULE, *REMARKS))
        lines.writerows(map(safe, line) for line in _lines(register, plan.units))
    return (BOM + file.getvalue()).encode()


def safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _lines(register: Register, units: Iterable[PlannedUnit]) -> Iterator[list[str]]:
    entries = {entry.activity.key: entry for entry in register.entries}
    for unit, activity in ((x, activity) for x in units for activity in x.activities):
        state = [cell(register, entries[activity.activity.key]) for _heading, cell in STATE]
        before = [*state, *(cell(unit, activity) for _heading, cell in ACTIVITY)]
        after = [cell(activity) for _heading, cell in REMARKS]
        for rule in activity.rules:
            yield [*before, *(cell(rule, activity.activity) for _heading, cell in RULE), *after]
        if not activity.rules:
            yield [*before, *[""] * len(RULE), *after]


# --- the columns ------------------------------------------------------------------------------------------------------


def _said(words: Words | None) -> str:
    return " ".join(str(say(words)).split()) if words else ""


def _listed(words: Iterable[Words]) -> str:
    return ", ".join(map(_said, words))


def _unit(unit: PlannedUnit, activity: PlannedActivity) -> str:
    line = [*(name for _slug, name in unit.unit.path), unit.unit.name] if unit.unit else []
    return " › ".join(map(_said, line))


def _selection(rule: RetentionRule) -> str:
    return upper_first(chosen(rule)) or (rule.selection.text if rule.selection else "")


def _provisions(rule: RetentionRule, activity: ProcessingActivity) -> str:
    return _listed(provision(x) for x in activity.provisions_of(rule.key))


def _state(register: Register, entry: Entry) -> str:
    return str(_("Draft") if register.audience is Audience.DRAFT else _("Published"))


def _day(register: Register, entry: Entry) -> str:
    return register.day.isoformat() if register.day else ""


def _months(rule: RetentionRule) -> str:
    """Return the period as a number to sort by; empty where it is no whole months."""
    length = parse_period(rule.period)
    whole = not (length.weeks or length.days)
    return str(length.years * 12 + length.months or "") if whole else ""


Cell = Callable[..., str]
Columns = tuple[tuple[Template, Cell], ...]


def _of_rule(cell: Callable[[RetentionRule], Any]) -> Cell:
    """Return a column of a field that is a text, a term or a date."""
    return lambda planned, activity: _said(cell(planned.rule))


def _about(cell: Callable[[RetentionRule, ProcessingActivity], Any]) -> Cell:
    """Return a column of rows of the activity that a rule names."""
    return lambda planned, activity: _listed(cell(planned.rule, activity))


def _open(planned: PlannedRule, activity: ProcessingActivity) -> str:
    return " ".join(str(LACKS[name]) for name in planned.lacks)


STATE: Columns = (
    (_("State"), _state),
    (_("Version"), lambda register, entry: str(entry.version or "")),
    (_("As of"), _day),
)
ACTIVITY: Columns = (
    (_("Controller"), lambda unit, activity: _said(unit.controller.name if unit.controller else "")),
    (_("Unit"), _unit),
    (_("Reference"), lambda unit, activity: activity.activity.reference),
    (_("Processing activity"), lambda unit, activity: _said(activity.name)),
)
RULE: Columns = (
    (_("Which documents"), _of_rule(lambda rule: rule.documents)),
    (_("Which data"), _about(data_of)),
    (_("About whom"), _about(subjects_of)),
    (_("Selection"), _of_rule(_selection)),
    (_("In which systems"), _about(carriers_of)),
    (_("Medium"), _of_rule(lambda rule: rule.medium and rule.medium.text)),
    (_("What happens"), lambda planned, activity: "" if planned.action.lacking else _said(planned.action.text)),
    (_("Period"), _of_rule(lambda rule: upper_first(spoken_period(rule.period)))),
    (_("Period in months"), _of_rule(_months)),
    (_("Counted from"), _of_rule(lambda rule: rule.trigger)),
    (_("Drawn out"), _of_rule(lambda rule: rule.period_end and rule.period_end.text)),
    (_("Condition"), _of_rule(lambda rule: rule.condition)),
    (_("Exception"), _of_rule(lambda rule: rule.exception)),
    (_("Why"), _of_rule(lambda rule: rule.reason)),
    (_("Stage"), _of_rule(lambda rule: rule.stage and rule.stage.text)),
    (_("Legal support"), lambda planned, activity: _provisions(planned.rule, activity)),
    (_("Plan"), _of_rule(lambda rule: rule.plan)),
    (_("Section of the plan"), _of_rule(lambda rule: rule.plan_section)),
    (_("Decided by"), _of_rule(lambda rule: rule.decision_body)),
    (_("Date of the decision"), _of_rule(lambda rule: rule.decision_date and rule.decision_date.isoformat())),
    (_("Where it is filed"), _of_rule(lambda rule: rule.decision_reference)),
    (_("Published advice (no support)"), _of_rule(lambda rule: rule.advice)),
    (_("Not stated"), _open),
)
REMARKS: Columns = (
    (_("Carriers that no rule names"), lambda activity: _listed(activity.unnamed)),
    (_("If no rule or time is stated"), lambda activity: " ".join(map(_said, activity.notes))),
)
"""Heading -> what stands below it, in the order of the columns."""
