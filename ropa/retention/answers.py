"""What a resident may ask of the rules, and the answer in words: what happens, when, why, and what cannot be said."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ..record import ProcessingActivity, RetentionRule, RetentionTrigger, Said, Value
from ..vocabulary import RetentionAction, Selection
from ..wording import Template, Words, clause, here, join, lower_first, ours, say, told, upper_first
from .outcomes import Facts, Open, Outcome, outcomes
from .period import time
from .precedence import DESTROYS, PRESERVE, is_timed
from .reach import EVERY_DAY, born_on
from .scope import OR, what
from .sentences import language_of, sentence


class Answer(Value):
    """What one rule comes to, for somebody who asks about their own data."""

    what: Said
    """Which documents, and whose."""
    first: tuple[Said, ...]
    """Whom it is about, where that is not known of who asks; and the condition."""
    happens: Said
    """What is done with them."""
    when: Said | None
    """The days, or what the time is counted from; None where nothing is stated, and for what is kept for ever."""
    passed: Said | None
    """That the first day, or the last one, has gone by."""
    why: Said
    """The rule, with all it rests on."""
    open: tuple[Said, ...]
    """What cannot be said for certain, and why."""


def questions(activity: ProcessingActivity) -> tuple[RetentionTrigger, ...]:
    """Return the events that some period is counted from, each once. What happens at once is not asked about."""
    counted = [x for x in activity.retention_rules if x.action is not PRESERVE and (x.period or x.period_end)]
    return tuple({x.trigger.code: x.trigger for x in counted if x.trigger}.values())


def asked_day(trigger: RetentionTrigger, language: str) -> Said:
    """Return the event as the name of its day, as in "The day the case was closed"; else the term's label."""
    after = trigger.after.get(language, "")
    event = after.removeprefix("att ")
    if not event or (language == "sv" and event == after):  # in Swedish a time is said as "after that …"
        return trigger.said(language)
    with override(language):
        return ours(_("The day {event}"), event=event)


def asks_birth_day(activity: ProcessingActivity) -> bool:
    """Return whether the day of the month somebody was born decides anything."""
    told = [born_on(x, activity) for x in activity.retention_rules]
    return any(days is not None and days != EVERY_DAY for days in told)


def answers(activity: ProcessingActivity, facts: Facts, on: date, language: str) -> tuple[Answer, ...]:
    """Return the answer to what is known, rule by rule, as it reads on a day."""
    asked = {x.code for x in questions(activity)}
    with override(language):
        return tuple(_answer(x, activity, asked, on) for x in outcomes(activity, facts))


def _answer(found: Outcome, activity: ProcessingActivity, asked: set[str], on: date) -> Answer:
    rule = found.rule
    with override(language_of(rule, activity)):
        about = Said(text=what(rule, activity), lang=here())
    return Answer(
        what=about,
        first=tuple(_first(found, activity)),
        happens=ours(_HAPPENS[rule.action]),
        when=_when(found, activity),
        passed=_passed(found, on),
        why=sentence(rule, activity, here()),
        open=tuple(_reason(x, found, activity) for x in found.open if _is_worth_saying(x, found, activity, asked)),
    )


def _first(found: Outcome, activity: ProcessingActivity) -> Iterator[Said]:
    """Yield whom the answer is about, unless that is settled, and on what condition."""
    rule, days = found.rule, born_on(found.rule, activity)
    if days is None:
        yield ours(_("If you are one of them:"))
    elif days != EVERY_DAY and Open.BIRTH_DAY in found.open:
        yield _born(rule, days)
    if rule.condition:
        words = clause(rule.condition, "condition")
        text = Said(text=f"{upper_first(words)}:", lang=say(rule.condition).lang) if words else None
        yield text or told(_("Condition: {text}."), text=rule.condition)


def _born(rule: RetentionRule, days: frozenset[int]) -> Said:
    if rule.selection is Selection.BIRTH_DAYS:
        return ours(_("If you were born on day {days} of the month:"), days=_listed(days))
    return ours(_("If you were born on any day of the month but {days}:"), days=_listed(EVERY_DAY - days))


def _listed(days: frozenset[int]) -> str:
    return join([str(day) for day in sorted(days)], OR)


_HAPPENS: dict[RetentionAction | None, Template] = {
    RetentionAction.DISPOSE: _("They are destroyed."),
    RetentionAction.PRESERVE: _("They are kept for ever."),
    RetentionAction.DELIVER: _("They are handed over to the municipal archive."),
    RetentionAction.HAND_OVER: _("They are handed over to the board that decides."),
    RetentionAction.ANONYMISE: _("They are made anonymous, so that nobody can see whom they are about."),
    RetentionAction.ASSESS: _("What happens with them is decided case by case."),
    None: _("It is not stated what happens with them."),
}


def _passed(found: Outcome, on: date) -> Said | None:
    if found.latest and found.latest < on:
        return ours(_("The last of these days has gone by, so it should be done already."))
    if found.action not in DESTROYS or not found.earliest or found.earliest > on:
        return None
    if found.latest:
        return ours(_("The first of these days has come, so it may have happened already."))
    return ours(_("That day has come, so it may have happened already."))


def _when(found: Outcome, activity: ProcessingActivity) -> Said | None:
    if found.action is PRESERVE:
        return None
    first, last = (day.isoformat() if day else "" for day in (found.earliest, found.latest))
    if last:
        return ours(_("At the earliest on {first}, at the latest on {last}."), first=first, last=last)
    if first:
        return ours(_("At the earliest on {first}."), first=first)
    return _in_words(found.rule, activity)


def _in_words(rule: RetentionRule, activity: ProcessingActivity) -> Said | None:
    if not is_timed(rule):
        return None
    with override(language_of(rule, activity)):
        return Said(text=upper_first(time(rule).lstrip(", ")) + ".", lang=here())


_REASONS: dict[Open, Template] = {
    Open.TIME: _("It is not stated when it happens."),
    Open.TRIGGER: _("It is not stated what the time is counted from, so we cannot say the day."),
    Open.EVENT: _("To see which day it will be, fill in: {event}."),
    Open.BIRTH_DAY: _("It depends on which day of the month you were born. Fill in that day."),
    Open.SELECTION: _("Another rule on this page goes first for some persons. {who} can say if you are one of them."),
    Open.CONDITION: _("Another rule on this page goes first if its condition is met. {who} judges whether it is."),
    Open.EXCEPTION: _("Exception: {text}. {who} judges whether it concerns you."),
    Open.AS_A_RULE: _("This is what happens as a rule. There may be exceptions that are not stated."),
    Open.BESIDE: _("Some of these documents have a rule of their own on this page."),
    Open.KEPT: _("Another rule on this page says that documents are kept. Ask us which one holds for yours."),
    Open.CONTRADICTED: _(
        "Another rule on this page says something else about the same documents. We cannot say the day."
    ),
    Open.WITHHELD: _("A part of the rule is not shown to the public. We cannot say the day."),
    Open.BEYOND: _("The day is too far ahead to be worked out."),
}
"""Why it is not certain -> the words for it. That the action is missing is said where the action stands."""


_OF_ITS_OWN: dict[Open, Template] = {
    Open.SELECTION: _("{who} can say whether you are one of them."),
    Open.CONDITION: _("{who} judges whether the condition is met in your case."),
}
"""The words where it is the rule itself that leaves it open, and not one beside it."""


def _reason(reason: Open, found: Outcome, activity: ProcessingActivity) -> Said:
    rule, who = found.rule, _who(activity)
    if reason is Open.EVENT and rule.trigger:
        event = asked_day(rule.trigger, here())
        return told(_REASONS[reason], event=Said(text=lower_first(event.text), lang=event.lang))
    if reason is Open.EXCEPTION:
        return told(_REASONS[reason], text=[rule.exception], who=who)
    if reason in _OF_ITS_OWN:
        own = born_on(rule, activity) is None if reason is Open.SELECTION else bool(rule.condition)
        return told((_OF_ITS_OWN if own else _REASONS)[reason], who=who)
    return ours(_REASONS[reason])


def _who(activity: ProcessingActivity) -> Words:
    """Return who does the work, and so judges in the single case."""
    party = activity.unit or activity.controller or activity.organisation
    return party.name if party and party.name else str(_("The municipality"))


def _is_worth_saying(reason: Open, found: Outcome, activity: ProcessingActivity, asked: set[str]) -> bool:
    """Return whether the reason tells more than the answer does: a day that nobody asked for does not."""
    rule = found.rule
    if reason is Open.EVENT:
        return rule.trigger is not None and rule.trigger.code in asked
    if reason is Open.BIRTH_DAY:
        return born_on(rule, activity) == EVERY_DAY  # else the answer begins with it
    return reason in _REASONS
