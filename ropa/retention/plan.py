"""The disposal plan (gallringsplan): what is kept how long, what happens then, and what that rests on.

Made from a register as it is: what a rule leaves open is said, and an activity
without rules is in the plan too. The register must be cut to its audience already.
"""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ..record import Audience, CarrierSystem, Controller, ProcessingActivity, Register, RetentionRule, Said, Unit, Value
from ..vocabulary import RetentionAction
from ..wording import Template, here, not_shown, ours, row_notes, say, told, upper_first
from .outcomes import support
from .period import time
from .scope import what
from .sentences import beside, grounds, language_of, stage

LACKS: dict[str, Template] = {
    "action": _("It is not stated what happens."),
    "time": _("It is not stated when this happens."),
    "trigger": _("It is not stated what the time is counted from."),
    "support": _("It is not stated what this rests on."),
}
"""What a rule can leave open -> the words that stand in its place."""

_FIELDS = {
    "action": {"action"},
    "time": {"period", "period_end", "trigger"},
    "trigger": {"trigger"},
    "support": {"plan", "plan_section", "decision_body", "decision_date", "decision_reference"},
}
"""What a rule can leave open -> its fields that say so."""


class Line(Value):
    """A line of a cell."""

    text: Said
    lacking: bool = False
    """True where it says that something is not stated."""


class PlannedRule(Value):
    """A retention rule as a line of the plan."""

    rule: RetentionRule
    what: Said
    """Which documents, data, persons, systems and medium it is about."""
    action: Line
    """What happens."""
    when: tuple[Line, ...]
    """The time, then condition, exception, reason and stage."""
    support: tuple[Line, ...]
    """Provisions, plan and decision it rests on; then the advice that is no support."""
    lacks: tuple[str, ...]
    """Keys of `LACKS`."""


class PlannedActivity(Value):
    """An activity with its rules by action; `rules` may be empty."""

    activity: ProcessingActivity
    name: Said
    rules: tuple[PlannedRule, ...]
    notes: tuple[Said, ...]
    """Why no time is set, or that nobody says so."""
    unnamed: tuple[Said, ...]
    """Systems and other carriers that no rule names, by themselves or by their medium."""


class PlannedUnit(Value):
    """A unit with its activities; without a unit where they name none."""

    controller: Controller | None
    unit: Unit | None
    activities: tuple[PlannedActivity, ...]


class Count(Value):
    """A line of the summary."""

    label: str
    number: int
    lacking: bool = False
    """True for a line that counts what is missing."""


class DisposalPlan(Value):
    """The plan of a whole register or a part of it, with a summary before it."""

    title: str
    day: date | None
    audience: Audience
    units: tuple[PlannedUnit, ...]
    summary: tuple[Count, ...]


def disposal_plan(register: Register, language: str) -> DisposalPlan:
    """Return the plan in `language`: units and activities in the register's order, rules by action."""
    with override(language):
        units = tuple(_unit(activities) for activities in _by_unit(register.activities))
        return DisposalPlan(
            title=register.title,
            day=register.day,
            audience=register.audience,
            units=units,
            summary=_summary([a for unit in units for a in unit.activities]),
        )


def _by_unit(activities: Iterable[ProcessingActivity]) -> Iterable[list[ProcessingActivity]]:
    found: dict[object, list[ProcessingActivity]] = {}
    for activity in activities:
        parties = (activity.organisation, activity.controller, activity.unit)
        found.setdefault(tuple(party and party.key for party in parties), []).append(activity)
    return found.values()


def _unit(activities: list[ProcessingActivity]) -> PlannedUnit:
    first = activities[0]
    return PlannedUnit(controller=first.controller, unit=first.unit, activities=tuple(map(_activity, activities)))


# --- an activity and its rules ----------------------------------------------------------------------------------------


def _activity(activity: ProcessingActivity) -> PlannedActivity:
    rules = sorted(activity.retention_rules, key=lambda rule: _ORDER.index(rule.action))
    return PlannedActivity(
        activity=activity,
        name=say(activity.name) if activity.name else ours(_("Processing activity without a name")),
        rules=tuple(_rule(rule, activity) for rule in rules),
        notes=_notes(activity),
        unnamed=tuple(say(x.system or x.note) for x in activity.carriers if not _is_named(x, activity)),
    )


_ORDER: list[RetentionAction | None] = [*RetentionAction, None]


def _notes(activity: ProcessingActivity) -> tuple[Said, ...]:
    reason = activity.no_retention_reason
    said = [told(_("No fixed time: {text}."), text=reason)] if reason else []
    said += [not_shown(x) for x in activity.withheld_in("retention_rules", "no_retention_reason")]
    if not said and not activity.retention_rules:
        said = [ours(_("No retention rule is stated, and no reason why."))]
    return tuple(said)


def _is_named(carrier: CarrierSystem, activity: ProcessingActivity) -> bool:
    medium = carrier.medium or (carrier.system.medium if carrier.system else None)
    unsaid = not (carrier.system or carrier.note)
    return unsaid or any(
        carrier.key in rule.carriers or (medium is not None and rule.medium is medium)
        for rule in activity.retention_rules
    )


def _rule(rule: RetentionRule, activity: ProcessingActivity) -> PlannedRule:
    lacks = _lacks(rule, activity)
    with override(language_of(rule, activity)):
        subject = Said(text=what(rule, activity), lang=here())
        happens = [Said(text=upper_first(time(rule).lstrip(", ")), lang=here())] if _has_time(rule) else []
    return PlannedRule(
        rule=rule,
        what=subject,
        action=_action(rule),
        when=(*_lines(happens), *_open(lacks, "time", "trigger"), *_lines([*beside(rule), *stage(rule)])),
        support=(*_lines(_rests_on(rule, activity)), *_open(lacks, "support"), *_lines(_advice(rule))),
        lacks=lacks,
    )


def _action(rule: RetentionRule) -> Line:
    if rule.action is None:
        return Line(text=ours(LACKS["action"]), lacking=True)
    template = _("{action}, as a rule") if rule.as_a_rule else "{action}"
    return Line(text=ours(template, action=rule.action.text))


def _lines(said: Iterable[Said]) -> Iterable[Line]:
    return (Line(text=x) for x in said)


def _open(lacks: tuple[str, ...], *names: str) -> Iterable[Line]:
    return (Line(text=ours(LACKS[name]), lacking=True) for name in names if name in lacks)


def _has_time(rule: RetentionRule) -> bool:
    return bool(rule.period or rule.period_end or rule.trigger)


def _rests_on(rule: RetentionRule, activity: ProcessingActivity) -> list[Said]:
    reference = rule.decision_reference
    filed = [ours(_("Disposal decision: {value}"), value=reference)] if reference else []
    return [*row_notes(activity, rule.key), *grounds(rule), *filed]


def _advice(rule: RetentionRule) -> list[Said]:
    return [told(_("Only advice, no support: {advice}."), advice=rule.advice)] if rule.advice else []


def _lacks(rule: RetentionRule, activity: ProcessingActivity) -> tuple[str, ...]:
    """Return what the rule leaves open; what is withheld is stated, though not shown."""
    needs_none = rule.action in {RetentionAction.PRESERVE, RetentionAction.ASSESS}
    found = {
        "action": rule.action is None,
        "time": not _has_time(rule) and not needs_none,
        "trigger": bool(rule.period or rule.period_end) and not rule.trigger,
        "support": not support(activity, rule),
    }
    hidden = {x.field for x in activity.withheld if x.about == rule.key}
    return tuple(name for name, lacking in found.items() if lacking and not hidden & _FIELDS[name])


# --- the summary ------------------------------------------------------------------------------------------------------


def _summary(activities: list[PlannedActivity]) -> tuple[Count, ...]:
    rules = [rule for activity in activities for rule in activity.rules]
    return (
        Count(label=str(_("Processing activities")), number=len(activities)),
        Count(label=str(_("Rules")), number=len(rules)),
        *(Count(label=action.text, number=n) for action in RetentionAction if (n := _of(rules, action))),
        *(Count(label=str(label), number=_lacking(rules, name), lacking=True) for name, label in _LACKING.items()),
        Count(label=str(_DISPOSING), number=_lacking(_disposing(rules), "support"), lacking=True),
        Count(label=str(_WITHOUT), number=sum(not activity.rules for activity in activities), lacking=True),
    )


_LACKING: dict[str, Template] = {
    "action": _("Rules that do not state what happens"),
    "time": _("Rules that do not state when it happens"),
    "trigger": _("Rules whose time has no starting point"),
    "support": _("Rules that do not state what they rest on"),
}
_DISPOSING = _("… of which say that documents are destroyed")
_WITHOUT = _("Activities without a retention rule")


def _of(rules: list[PlannedRule], action: RetentionAction) -> int:
    return sum(x.rule.action is action for x in rules)


def _disposing(rules: list[PlannedRule]) -> list[PlannedRule]:
    return [x for x in rules if x.rule.action is RetentionAction.DISPOSE]


def _lacking(rules: list[PlannedRule], name: str) -> int:
    return sum(name in x.lacks for x in rules)
