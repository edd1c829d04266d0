"""How long what is kept, and what happens then: texts -> retention rules (GDPR Art. 30(1)(f))."""

import re
from dataclasses import dataclass, field

from ...vocabulary import RetentionAction, Selection
from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .knowledge import Knowledge
from .retention_clause import read_clause
from .retention_documents import without_verb
from .retention_draft import Draft
from .retention_labels import YES_NO, carry, joined, label_action, label_says
from .retention_relations import PRONOUN, adds_nothing_but_end, only_another_period, only_supports, says_again
from .retention_rows import Told, lay_down
from .retention_scan import Scan, is_generic
from .retention_split import Statement, has_core, parts, statements
from .retention_verbs import main_verb, verbs
from .retention_when import settle_event
from .retention_words import words
from .texts_announced import announces
from .texts_limits import LONGEST_SENTENCE, bounded


@bounded
def retention(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Add the rules a text states, or why it sets no period; return what it leaves unsaid."""
    reading = _Reading(
        label_action(passage.label), label_says(passage.label), f"{passage.text} {_name(making)}", knowledge
    )
    for statement in statements(passage.text):
        if len(statement.text) > LONGEST_SENTENCE:
            reading.left.append(statement.text)
        else:
            reading.take(statement)
    reading.end()
    return lay_down(reading.told, reading.reasons, reading.left, passage, making, knowledge)


def _name(making: Making) -> str:
    name = making.fields.get("name")
    return getattr(name, "sv", "")


_OTHERWISE = re.compile(r"[,;]\s+(?=(?:i\s+)?(?:övrigt|resten|allt annat)\s)", re.IGNORECASE)


@dataclass
class _Reading:
    """A text while it is read, statement by statement."""

    label_action: RetentionAction | None
    label_says: RetentionAction | None
    """What "yes" below the label says."""
    places: str
    knowledge: Knowledge
    told: list[Told] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    head: str = ""
    """The line that heads those below it."""
    headed: bool = False
    """Whether something stood below it."""
    subject: str = ""
    """What a part was about whose verb nobody knows: "konto stängs" lends it to "och raderas efter 2 år"."""
    supports: list[Told] = field(default_factory=list)
    """Statements that only say what all rules rest on."""

    # --- heads ------------------------------------------------------------------------------------------------------

    def take(self, statement: Statement) -> None:
        """Read one statement."""
        if statement.opens:
            self._open(statement.head)
        elif statement.head and not words().phrases["elaborates"].search(statement.head):
            self._under(statement)
        elif not self._is_heading(statement):
            self._read(statement.body, statement.text)

    def _open(self, head: str) -> None:
        self._close()
        self.head = head

    def _close(self) -> None:
        """A head that nothing stood below says something by itself, or is left."""
        head, self.head = self.head, ""
        if head and not self.headed and not words().phrases["lead_in"].search(head):
            self._read(head, head)
        self.headed = False

    def _is_heading(self, statement: Statement) -> bool:
        """Return whether a line is only a few words that name what the next line is about."""
        text = statement.text
        if not statement.alone or has_core(text) or text[-1] in ".!?" or len(text.split()) > 5 or self._supports(text):
            return False
        if YES_NO.fullmatch(text) or words().phrases["no_period"].search(text):
            return False
        if self.head and has_core(self.head):
            return False
        self._open(text)
        return True

    def _supports(self, text: str) -> bool:
        return any(pattern.search(text) for pattern in words().supports.values())

    def _under(self, statement: Statement) -> None:
        """Read what stands after a colon: its head names documents, an action or a medium."""
        head = statement.head
        if words().phrases["names_documents"].fullmatch(head.strip()) and not has_core(statement.body):
            self._open(statement.body.strip(" ."))
            return
        told = has_core(statement.body) or words().phrases["counts"].match(statement.body)
        if told or has_core(head) or self._supports(statement.body):
            self._read(statement.body, statement.text, head)
        else:
            self._read(statement.text, statement.text)

    # --- sentences --------------------------------------------------------------------------------------------------

    def _read(self, text: str, wording: str, head: str = "") -> None:
        if not head and not self.head and (answer := YES_NO.fullmatch(text)):
            draft = Draft()
            self._answer(draft, self.label_says, bool(answer["yes"]))
            if draft.action:
                self.told.append(Told(draft, [wording]))
            else:
                self.left.append(wording)
            return
        if words().phrases["either"].search(text) or announces(text):
            self.left.append(wording)
            return
        said, there = [part for piece in _OTHERWISE.split(text) for part in parts(piece)], len(self.told)
        drafts = [read_clause(part, self.places, self.knowledge) for part in said]
        above = self.head
        if head:
            self._apply_head(drafts, head, text)
        if above:
            self._apply_head(drafts, above, text)
        self.headed = self.headed or any(x.states for x in drafts)
        for number, draft in enumerate(drafts):
            if draft.keeps and not draft.states and number + 1 < len(drafts):
                carry(draft, drafts[number + 1])
                continue
            part = said[number] if number else text
            self._place(draft, part, wording, goes_on=number > 0)
        for rule in self.told[there:] if above else ():
            rule.wordings.append(above)

    def _apply_head(self, drafts: list[Draft], head: str, body: str) -> None:
        first = drafts[0]
        verb = main_verb(Scan(head), verbs(Scan(head)))
        if answer := YES_NO.fullmatch(body):
            self._answer(first, verb.action if verb else None, bool(answer["yes"]))
        elif words().labels["dispose"].search(head) and words().labels["keeps"].search(head):
            return
        elif has_core(head):
            self._continue(drafts, head, body)
        elif self._supports(head):
            self.supports.append(Told(read_clause(head, self.places, self.knowledge), [head]))
        elif words().phrases["asides"].fullmatch(head.strip()):
            drafts[0].counts = drafts[0].counts or drafts[0].subjectless
        elif words().labels["dispose"].search(head) or words().labels["keeps"].search(head):
            self._label(drafts, head)
        elif not words().phrases["lead_in"].search(head) and not is_generic(head):
            self._name_documents(drafts, head)

    def _name_documents(self, drafts: list[Draft], head: str) -> None:
        """Let a head name what the rules below it are about: documents, or persons born on certain days."""
        named = read_clause(head, self.places, self.knowledge)
        documents = named.documents if named.selection else re.sub(r"^(?:för|for)\s+", "", head, flags=re.IGNORECASE)
        for number, draft in enumerate(drafts):
            if number and draft.subjectless and adds_nothing_but_end(draft):
                continue
            draft.documents = joined(documents, draft.documents)
            draft.subjectless = False
            if named.selection and not draft.selection:
                draft.selection, draft.birth_days = named.selection, named.birth_days

    def _label(self, drafts: list[Draft], head: str) -> None:
        action = label_action(head)
        for draft in drafts:
            draft.action = draft.action or (action if draft.timed or draft.supported else None)

    def _answer(self, draft: Draft, action: RetentionAction | None, yes: bool) -> None:
        """Read "Bevaras: ja" and "Gallras: nej"; "Bevaras: nej" says nothing of what happens instead."""
        draft.rest, draft.documents = [], ""
        if yes:
            draft.action = action
        elif action is RetentionAction.DISPOSE:
            draft.action = RetentionAction.PRESERVE

    def _continue(self, drafts: list[Draft], head: str, body: str) -> None:
        """Read "Gallras efter 2 år: ansökningar, kallelser" and "Bevaras: protokoll"."""
        leading = read_clause(head, self.places, self.knowledge)
        if not any(x.states for x in drafts):
            leading.documents = joined(leading.documents, body.strip(" ."))
            leading.subjectless = False
            drafts[:] = [leading]
            return
        for draft in drafts:
            draft.action = draft.action or leading.action
            draft.documents = draft.documents or leading.documents
        drafts[0].rest += leading.rest

    # --- how a draft stands to those before it ----------------------------------------------------------------------

    def _place(self, draft: Draft, text: str, wording: str, goes_on: bool) -> None:
        before = self.told[-1] if self.told else None
        if goes_on and self.subject and draft.subjectless and not draft.documents:
            draft.documents, draft.subjectless = self.subject, False
        self.subject = without_verb(draft.documents) if draft.unknown and not draft.states else ""
        if not draft.states:
            self._stateless(draft, text, wording, goes_on)
        elif not goes_on and only_supports(draft):
            self.supports.append(Told(draft, [wording]))
        elif before and goes_on and only_another_period(before.draft, draft):
            before.draft.rest.append(text)
        elif before and says_again(before.draft, draft, text, goes_on):
            before.take(draft, wording)
        else:
            self._inherit(draft, before, text, goes_on)
            self.told.append(Told(draft, [wording]))

    def _stateless(self, draft: Draft, text: str, wording: str, goes_on: bool) -> None:
        before = self.told[-1] if self.told else None
        if words().phrases["no_period"].search(wording):
            self.reasons.append(wording)
        elif draft.supported and words().phrases["rest"].match(draft.documents or text.strip(" ,(")):
            draft.rest = []
            self.left.append(text)  # what else there is rests on it, and none of the rules here
        elif draft.supported and draft.documents and not is_generic(draft.documents) and not self.head:
            self.told.append(Told(draft, [wording]))
        elif draft.supported:
            self.supports.append(Told(draft, [wording]))
            if words().phrases["reading"].search(wording):
                draft.rest = []
        elif before and goes_on:
            before.draft.rest.append(text)
        elif before and (draft.elaborates or draft.exception or draft.reason or draft.laws) and not draft.documents:
            before.take(draft, wording)
        elif not self.head or wording != self.head:
            self.left.append(text if draft.unknown else wording)

    def _inherit(self, draft: Draft, before: Told | None, text: str, goes_on: bool) -> None:
        if before is None:
            return
        if draft.others and len(draft.documents.split()) <= 3 and (days := self._days()):
            draft.selection, draft.birth_days, draft.documents = Selection.OTHER_BIRTH_DAYS, days, ""
        if draft.selection is Selection.OTHER_BIRTH_DAYS:
            draft.birth_days = draft.birth_days or self._days()
            draft.documents = draft.documents or before.draft.documents
        pronoun = bool(PRONOUN.search(text) or draft.thereafter) and not draft.condition
        if draft.subjectless and (goes_on or pronoun) and not draft.documents:
            self._same_things(draft, before.draft)
        if goes_on and draft.action is None and not draft.keeps:
            draft.action, draft.keeps = before.draft.action, before.draft.keeps

    def _same_things(self, draft: Draft, before: Draft) -> None:
        draft.documents = before.documents
        draft.medium = draft.medium or before.medium
        if draft.selection is None:
            draft.selection, draft.birth_days = before.selection, before.birth_days

    def _days(self) -> tuple[int, ...]:
        found = (x.draft.birth_days for x in self.told[::-1] if x.draft.selection is Selection.BIRTH_DAYS)
        return next(found, ())

    # --- the end ----------------------------------------------------------------------------------------------------

    def end(self) -> None:
        """Give rules what all of them rest on, and what their label says."""
        self._close()
        for support in self.supports:
            takers = [x for x in self.told if x.lacks(support.draft)]
            for rule in takers:
                rule.rest_on(support)
            if not takers:
                self.told.append(support)
            elif support.draft.rest:
                takers[-1].draft.rest += support.draft.rest
        for rule in self.told:
            draft = rule.draft
            settle_event(draft, self.places)
            if draft.selection is Selection.OTHER_BIRTH_DAYS and not draft.birth_days:
                draft.birth_days = self._days()
            if draft.open:
                continue
            lasts = draft.lasting or (draft.occasion is not None and draft.occasion.way == "until")
            if draft.action is None and (draft.states or draft.advice) and (draft.period or not lasts):
                draft.action = self.label_action
            if not (draft.states or draft.action):
                self.left += rule.wordings


TOPICS = {Topic.RETENTION: retention}
