"""Drafts of rules -> rows of the record, each with the words it came from."""

from dataclasses import dataclass
from uuid import UUID

from ...record import LegalProvision, RetentionRule, RetentionTrigger, System, Text
from ...vocabulary import Selection
from ..making import Making
from ..passages import Passage
from .knowledge import Knowledge
from .retention_draft import Draft, Occasion

_GROUNDS = ("plan", "plan_section", "decision_body", "decision_date", "decision_reference", "advice")


@dataclass
class Told:
    """A rule with the sentences that tell of it."""

    draft: Draft
    wordings: list[str]

    def take(self, other: Draft, wording: str) -> None:
        """Let another part of the text complete the rule; what both state differently is left."""
        mine = self.draft
        if other.birth_days and mine.selection is Selection.OTHER:
            mine.selection, mine.selection_note = other.selection, ""
        for name in (
            "documents",
            "medium",
            "selection",
            "birth_days",
            "action",
            "period",
            "period_end",
            "exception",
            "reason",
            "stage",
            *_GROUNDS,
        ):
            if not getattr(mine, name):
                setattr(mine, name, getattr(other, name))
        if (
            mine.occasion
            and other.occasion
            and (mine.occasion.code, mine.occasion.text) != (other.occasion.code, other.occasion.text)
        ):
            mine.rest.append(f"{other.occasion.opener} {other.occasion.text}")
        mine.occasion = mine.occasion or other.occasion
        mine.as_a_rule = mine.as_a_rule or other.as_a_rule
        mine.condition += [x for x in other.condition if x not in mine.condition]
        mine.rest += other.rest
        mine.laws += other.laws
        if wording not in self.wordings:
            self.wordings.append(wording)

    def lacks(self, support: Draft) -> bool:
        """Return whether the rule names nothing of the kind of support that is offered."""
        return all(not getattr(self.draft, name) for name in _GROUNDS if getattr(support, name))

    def rest_on(self, support: "Told") -> None:
        """Let the rule rest on what a sentence says of all rules."""
        for name in _GROUNDS:
            if not getattr(self.draft, name):
                setattr(self.draft, name, getattr(support.draft, name))
        self.draft.action = self.draft.action or support.draft.action
        self.draft.laws += [x for x in support.draft.laws if x not in self.draft.laws]
        self.wordings += support.wordings


def lay_down(
    told: list[Told], reasons: list[str], left: list[str], passage: Passage, making: Making, knowledge: Knowledge
) -> list[str]:
    """Add rows for the rules and return what is left."""
    left = list(left)
    for rule in told:
        _add(rule, passage, making, knowledge)
        left += [x for x in dict.fromkeys(rule.draft.rest) if x.strip() and x not in left]
    reason = " ".join(dict.fromkeys(reasons))
    if reason and not making.set("no_retention_reason", Text(sv=reason), passage, reason):
        left.append(reason)
    return left


def _add(rule: Told, passage: Passage, making: Making, knowledge: Knowledge) -> None:
    first, *more = rule.wordings
    made = _row(rule.draft, knowledge).model_copy(update={"carriers": _carriers(rule.draft, making, knowledge)})
    row = making.add("retention_rules", made, passage, first)
    for wording in more:
        making.word(row.key, "", passage, wording)
    _add_laws(rule.draft, row.key, passage, making)


def _carriers(draft: Draft, making: Making, knowledge: Knowledge) -> tuple[UUID, ...]:
    """Return the keys of the activity's systems that the documents are said to stand in: "handlingar i Platina"."""
    named = [x.term for x in knowledge.find(System, draft.documents)]
    rows = (row for row in making.rows.get("carriers", ()) if row.system in named)
    return tuple(dict.fromkeys(row.key for row in rows))


def _add_laws(draft: Draft, key: UUID, passage: Passage, making: Making) -> None:
    for law, pinpoint, said in draft.laws:
        making.add("provisions", LegalProvision(law=law, pinpoint=pinpoint, about=key), passage, said)


def _row(draft: Draft, knowledge: Knowledge) -> RetentionRule:
    return RetentionRule(
        documents=Text(sv=_upper(draft.documents)),
        medium=draft.medium,
        selection=draft.selection,
        birth_days=draft.birth_days,
        selection_note=Text(sv=draft.selection_note),
        action=draft.action,
        as_a_rule=draft.as_a_rule,
        period=draft.period,
        period_end=draft.period_end,
        trigger=_trigger(draft.occasion, knowledge) if draft.occasion else None,
        condition=Text(sv="; ".join(dict.fromkeys(draft.condition))),
        exception=Text(sv=draft.exception),
        reason=Text(sv=draft.reason),
        stage=draft.stage,
        **{name: getattr(draft, name) for name in _GROUNDS},
    )


def _trigger(occasion: Occasion, knowledge: Knowledge) -> RetentionTrigger:
    if occasion.code:
        return next(x for x in knowledge.terms[RetentionTrigger] if x.code == occasion.code)
    if found := knowledge.term(RetentionTrigger, occasion.text):
        return found
    own: RetentionTrigger = knowledge.own(RetentionTrigger, _upper(_event(occasion)))
    return own


def _event(occasion: Occasion) -> str:
    return occasion.text.removeprefix("att ").strip()


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
