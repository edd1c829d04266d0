"""Whether data must be provided, and automated decisions (GDPR Art. 13(2)(e)-(f), 22)."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ...record import AutomatedDecision, Text
from ...vocabulary import AutomationKind, DutyToProvide, Statement
from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .knowledge import Knowledge
from .law import references
from .law_cited import cite
from .law_clauses import Reads, bounded, phrases, statements
from .law_clauses import Statement as Sentence
from .law_denied import denied
from .risk_answers import after_no, after_yes, is_no, is_yes
from .synonyms import setting
from .texts_announced import announces


@bounded
def duty(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read whether one must provide the data, and what happens otherwise.

    A bare yes or no is left: it does not say whether law or contract requires the data, or a decision needs them.
    """
    told: list[str] = []
    left: list[str] = []
    kinds: list[tuple[DutyToProvide, str]] = []
    all_consequence = _says("duty_words", "consequence", passage.label)
    for sentence in statements(passage.text):
        said = sentence.of(passage.text)
        if announces(said):
            left.append(said)
            continue
        laws = references(said, knowledge) if _says("duty_words", "must", said) else []
        kind = DutyToProvide.STATUTORY if laws and not said.endswith("?") else _duty(passage.text, sentence)
        follows = not is_yes(said) and not is_no(said) and (all_consequence or _says("duty_words", "consequence", said))
        if not kind and _says("duty_words", "free", said) and not said.endswith("?"):
            only_law = re.search(r"\bl(?:ag|ov|aw)", said, re.IGNORECASE)  # a contract may require them still
            kind = DutyToProvide.CONDITION if follows else None if only_law else DutyToProvide.VOLUNTARY
        answered = after_no(said) or after_yes(said)
        if follows and not kind and answered and _says("duty_words", "must", passage.label):
            kind = (
                DutyToProvide.CONDITION
            )  # "no, but without them …", "yes, otherwise …": needed, whatever requires them
        if kind:
            kinds.append((kind, said))
        for law in laws if kind else ():
            cite(law, said, passage, making)
        if follows:
            told.append(said)
        if not (kind or follows):
            left.append(said)
    left += _set_duty(kinds, passage, making)
    if told and not making.set("duty_consequences", Text(sv=" ".join(told)), passage, "\n".join(told)):
        left += told
    return left


def _duty(text: str, sentence: Sentence) -> DutyToProvide | None:
    """Return what a statement says of the duty; None where it says nothing, denies it or says two things."""
    said = sentence.of(text)
    found = set()
    for kind in DutyToProvide:
        for match in _pattern("duty_words", kind.value).finditer(said):
            if not denied(text, sentence, (sentence.start + match.start(), sentence.start + match.end())):
                found.add(kind)
    if DutyToProvide.CONDITION in found and len(found) == 2:
        # "frivilligt, men krävs för att vi ska kunna besluta" is not required, but needed
        return (
            DutyToProvide.CONDITION if DutyToProvide.VOLUNTARY in found else (found - {DutyToProvide.CONDITION}).pop()
        )
    return found.pop() if len(found) == 1 else None


def _set_duty(kinds: list[tuple[DutyToProvide, str]], passage: Passage, making: Making) -> list[str]:
    """Set the duty that all statements agree on; return those that cannot be kept."""
    said = {kind for kind, _ in kinds}
    if said == {DutyToProvide.VOLUNTARY, DutyToProvide.CONDITION}:
        said = {DutyToProvide.CONDITION}
    if len(said) != 1:
        return [words for _, words in kinds]
    value = said.pop()
    return [words for _, words in kinds if not making.set("duty_to_provide", value, passage, words)]


@bounded
def automation(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read whether decisions are automated or persons profiled, and how; what may come is returned."""
    reading = _Automation(passage, making)
    for sentence in statements(passage.text):
        reading.read(sentence)
    return reading.left


@dataclass
class _Automation:
    passage: Passage
    making: Making
    left: list[str] = field(default_factory=list)

    def read(self, sentence: Sentence) -> None:
        """Put a statement into the record, or leave it."""
        said = sentence.of(self.passage.text)
        if announces(said):
            self.left.append(said)
            return
        kinds = self._kinds(sentence)
        more = after_yes(said)
        if self._is_never(sentence, kinds):
            kept = self._state(Statement.NEVER, said)
        elif is_yes(said) or (more and not self._unsure(said)):
            kept = self._state(Statement.OCCURS, said)
            if kept and more:
                self._decision(kinds or self._asked(), more, said)
        elif kinds and not self._unsure(said):
            kept = self._state(Statement.OCCURS, said)
            if kept:
                self._decision(kinds, said, said)
        else:
            kept = self._detail(said)
        if not kept:
            self.left.append(said)

    def _kinds(self, sentence: Sentence) -> list[AutomationKind]:
        """Return which kinds a statement affirms."""
        return [k for k in AutomationKind if any(not no for no in self._named(sentence, k))]

    def _named(self, sentence: Sentence, kind: AutomationKind) -> list[bool]:
        """Return for each time a statement names a kind whether it denies it."""
        said = sentence.of(self.passage.text)
        places = [m.span() for m in _pattern("automation_words", kind.value).finditer(said)]
        at = sentence.start
        return [denied(self.passage.text, sentence, (at + start, at + end)) for start, end in places]

    def _is_never(self, sentence: Sentence, kinds: list[AutomationKind]) -> bool:
        said = sentence.of(self.passage.text)
        if said.rstrip().endswith("?") or kinds:
            return False
        if is_no(said) or (after_no(said) is not None and not self._unsure(said)):
            return True
        return any(any(self._named(sentence, kind)) for kind in AutomationKind) and not self._unsure(said)

    def _unsure(self, said: str) -> bool:
        return _says("automation_words", "maybe", said)

    def _asked(self) -> list[AutomationKind]:
        """Return the one kind that the label asks about, or none."""
        asked = [k for k in AutomationKind if _says("automation_words", k.value, self.passage.label)]
        return asked if len(asked) == 1 else []

    def _state(self, value: Statement, said: str) -> bool:
        if value is Statement.NEVER and self.making.rows.get("automated_decisions"):
            return False
        return self.making.set("automation", value, self.passage, said)

    def _decision(self, kinds: list[AutomationKind], what: str, said: str) -> None:
        row = AutomatedDecision(kind=kinds[0] if len(kinds) == 1 else None, what=Text(sv=what))
        self.making.add("automated_decisions", row, self.passage, said)

    def _detail(self, said: str) -> bool:
        """Keep what tells more of the decision that was named last."""
        rows = self.making.rows.get("automated_decisions")
        columns = {"review": "review", "consequences": "effect", "logic": "logic"}
        column = next((c for c, words in columns.items() if _says("automation_words", words, said)), None)
        if not rows or column is None:
            return False
        there = getattr(rows[-1], column).sv
        self.making.change("automated_decisions", rows[-1].key, **{column: Text(sv=f"{there} {said}".strip())})
        self.making.word(rows[-1].key, column, self.passage, said)
        return True


def _says(table: str, kind: str, said: str) -> bool:
    return bool(_pattern(table, kind).search(said))


@cache
def _pattern(table: str, kind: str) -> re.Pattern[str]:
    listed: Any = setting(table)[kind]
    return phrases(listed)


TOPICS: dict[Topic, Reads] = {
    Topic.DUTY: duty,
    Topic.AUTOMATION: automation,
}
