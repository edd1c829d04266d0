"""The sentences of a rule: what happens, what is left open, and what it rests on."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ..record import ProcessingActivity, RetentionRule, Said, Text
from ..vocabulary import RetentionAction, RetentionStage
from ..wording import (
    Template,
    Words,
    clause,
    common_language,
    here,
    ours,
    row_notes,
    say,
    told,
)
from .period import time
from .scope import names, what


def sentences(activity: ProcessingActivity, language: str) -> tuple[Said, ...]:
    """Return what all rules of the activity say, in their order.

    A rule takes one text, or several where parts of it are not translated. The
    archive's own words are explained where they first occur; what all rules
    rest on is said once, at the end.
    """
    explained: set[RetentionAction | None] = set()
    texts: list[Said] = []
    with override(language):
        common = _common(activity.retention_rules)
        for rule in activity.retention_rules:
            texts += _merged(_parts(rule, activity, rule.action not in explained, common))
            explained.add(rule.action)
        return (*texts, *_merged(_together(activity.retention_rules, common)))


def sentence(rule: RetentionRule, activity: ProcessingActivity, language: str) -> Said:
    """Return what one rule says, all in `language` or else all in Swedish."""
    with override(language):
        texts = _merged(_parts(rule, activity, True, frozenset()))
    if len(texts) > 1:
        with override("sv"):
            texts = _merged(_parts(rule, activity, True, frozenset()))
    return texts[0]


def _merged(parts: list[Said]) -> list[Said]:
    """Join neighbours of one language into one text."""
    texts: list[Said] = []
    for part in parts:
        if texts and texts[-1].lang == part.lang:
            part = Said(text=f"{texts.pop()} {part}", lang=part.lang)
        texts.append(part)
    return texts


Common = frozenset[str]
"""What every rule of an activity rests on alike: "plan", "decision", both or neither."""


def _parts(rule: RetentionRule, activity: ProcessingActivity, explain: bool, common: Common) -> list[Said]:
    """Return the sentences of a rule, each in the one language it can be said in."""
    with override(language_of(rule, activity)):
        woven = _woven(rule)
        core = [_core(rule, activity, explain, woven), *_missing(rule)]
    return [
        *core,
        *beside(rule, woven),
        *stage(rule),
        *grounds(rule, common),
        *_advice(rule),
        *row_notes(activity, rule.key),
    ]


def language_of(rule: RetentionRule, activity: ProcessingActivity) -> str:
    """Return the one language in which the rule and all it names can be said."""
    pieces: list[Words] = [x for x in (rule.documents, rule.selection_note, rule.trigger) if x]
    return common_language([*pieces, *names(rule, activity)])


_EXPLAINED: dict[RetentionAction | None, Template] = {
    RetentionAction.DISPOSE: _("{what} will {rule} be destroyed (disposed of) {time}"),
    RetentionAction.ANONYMISE: _(
        "{what} will {rule} be made anonymous {time}, so that nobody can see whom they are about"
    ),
}
_ACTIONS = {
    RetentionAction.DISPOSE: _("{what} will {rule} be destroyed {time}"),
    RetentionAction.PRESERVE: _("{what} will {rule} be kept for ever"),
    RetentionAction.DELIVER: _("{what} will {rule} be handed over to the municipal archive {time}"),
    RetentionAction.HAND_OVER: _("{what} will {rule} be handed over to the board that decides {time}"),
    RetentionAction.ANONYMISE: _("{what} will {rule} be made anonymous {time}"),
    RetentionAction.ASSESS: _("{what} will {rule} be assessed case by case {time}"),
    None: _("{what}: it is not stated what will {rule} happen {time}"),
}


Woven = dict[str, str]
"""Kind of free text -> its words, where they continue the sentence."""


def _core(rule: RetentionRule, activity: ProcessingActivity, explain: bool, woven: Woven) -> Said:
    template = (explain and _EXPLAINED.get(rule.action)) or _ACTIONS[rule.action]
    usually = str(_("as a rule")) if rule.as_a_rule else ""
    core = ours(template, what=what(rule, activity), rule=usually, time=time(rule)).text
    return Said(text=", ".join([core, *woven.values()]) + ".", lang=here())


def _woven(rule: RetentionRule) -> Woven:
    """Return the texts that can continue the sentence in its language; a reason only when it is alone."""
    found = {kind: words for kind in ("condition", "exception", "reason") if (words := _clause(rule, kind))}
    return found if set(found) == {"reason"} else {kind: x for kind, x in found.items() if kind != "reason"}


def _clause(rule: RetentionRule, kind: str) -> str:
    text: Text = getattr(rule, kind)
    return clause(text, kind) if say(text).lang == here() else ""


# --- what is missing, what stands beside, what it rests on -------------------------------------------------------------


def _missing(rule: RetentionRule) -> list[Said]:
    """Say plainly what a rule leaves open; a kept document needs no time."""
    timed = bool(rule.period or rule.period_end)
    if rule.action is RetentionAction.PRESERVE and (timed or rule.trigger):
        return [ours(_("This applies {time}."), time=time(rule)), *_uncounted(rule)]
    if timed or rule.trigger:
        return _uncounted(rule)
    unsaid = rule.action and rule.action is not RetentionAction.PRESERVE and not rule.advice
    return [ours(_("It is not stated when this happens."))] if unsaid else []


def _uncounted(rule: RetentionRule) -> list[Said]:
    return [] if rule.trigger else [ours(_("It is not stated what the time is counted from."))]


_ASIDES = {
    "condition": _("Condition: {text}."),
    "exception": _("Exception: {text}."),
    "reason": _("Reason: {text}."),
}


def beside(rule: RetentionRule, woven: Iterable[str] = ()) -> list[Said]:
    """Return condition, exception and reason as sentences of their own, but for the kinds that are `woven` in."""
    found = {kind: getattr(rule, kind) for kind in _ASIDES if kind not in woven}
    return [told(_ASIDES[kind], text=text) for kind, text in found.items() if text]


_STAGES = {
    RetentionStage.SYSTEM: _("This applies while they are in the working system."),
    RetentionStage.LOCAL_ARCHIVE: _("This applies while they are in the board's archive."),
    RetentionStage.ARCHIVE_AUTHORITY: _("This applies while they are with the archive authority."),
}


def stage(rule: RetentionRule) -> list[Said]:
    """Return where the documents are when the rule applies."""
    return [ours(_STAGES[rule.stage])] if rule.stage else []


def grounds(rule: RetentionRule, common: Common = frozenset()) -> list[Said]:
    """Return the plan and the decision the rule rests on, but for what is `common` to all rules."""
    plan = _plan(rule) if "plan" not in common else []
    decision = _decision(rule) if "decision" not in common else []
    return [*plan, *decision]


def _common(rules: Sequence[RetentionRule]) -> Common:
    plans = {(x.plan, x.plan_section) for x in rules}
    decisions = {(x.decision_body, x.decision_date) for x in rules}
    found = {"plan": len(plans) == 1 and all(x.plan for x in rules)}
    found["decision"] = len(decisions) == 1 and all(x.decision_body and x.decision_date for x in rules)
    return frozenset(name for name, alike in found.items() if alike and len(rules) > 1)


def _together(rules: Sequence[RetentionRule], common: Common) -> list[Said]:
    texts: list[Said] = []
    if "plan" in common:
        plan, section = rules[0].plan, rules[0].plan_section
        whole, part = (
            _("All these rules are found in “{plan}”."),
            _("All these rules are found in “{plan}”, section {section}."),
        )
        texts.append(told(part, plan=plan, section=section) if section else told(whole, plan=plan))
    if "decision" in common:
        body, day = rules[0].decision_body, str(rules[0].decision_date)
        texts.append(ours(_("{body} decided all these rules on {day}."), body=body, day=day))
    return texts


def _plan(rule: RetentionRule) -> list[Said]:
    if rule.plan and rule.plan_section:
        return [told(_("The rule is found in “{plan}”, section {section}."), plan=rule.plan, section=rule.plan_section)]
    if rule.plan:
        return [told(_("The rule is found in “{plan}”."), plan=rule.plan)]
    section = rule.plan_section
    return [ours(_("The rule is found in section {section} of the plan."), section=section)] if section else []


def _decision(rule: RetentionRule) -> list[Said]:
    body, day = rule.decision_body, rule.decision_date.isoformat() if rule.decision_date else ""
    if body and day:
        return [ours(_("{body} decided this on {day}."), body=body, day=day)]
    if body:
        return [ours(_("{body} decided this."), body=body)]
    return [ours(_("This was decided on {day}."), day=day)] if day else []


def _advice(rule: RetentionRule) -> list[Said]:
    """Advice decides nothing: where no period is given, say so."""
    if not rule.advice:
        return []
    alone = not (rule.period or rule.trigger or rule.period_end or rule.action is RetentionAction.PRESERVE)
    template = _("The register refers only to {advice} and gives no period.") if alone else None
    return [told(template or _("The register refers to {advice}."), advice=rule.advice)]
