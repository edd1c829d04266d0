"""Transfers outside the EU/EEA, and that there are none (GDPR Art. 13(1)(f), 30(1)(e), Chapter V)."""

import re
from dataclasses import dataclass, field, replace

from ...record import Text, Transfer
from ...vocabulary import Statement, TransferMechanism
from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .cutting import Span, between
from .knowledge import Knowledge
from .law_clauses import Reads, bounded, statements
from .law_clauses import Statement as Sentence
from .risk import automation
from .risk_answers import after_yes
from .texts_announced import announces
from .transfers_countries import Country
from .transfers_words import Told, importer, mechanisms, tells_of, told

_ALSO_NONE = re.compile(
    r",?\s+(?:och|samt|og|and)\s+(?P<said>(?:inget|inga|ingen|ingenting|intet|nothing|no)\s[^,;]*auto?mati?[^,;]*)$",
    re.IGNORECASE,
)
"""That no decisions are automated, where one sentence denies both: "… till tredjeland, och inget beslutas automatiskt"."""


@bounded
def transfers(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read whether data leave the EU/EEA, where to, on which rule of Chapter V, and how they are protected there.

    A country of the EEA is no transfer, and what "may" be transferred is set nowhere: both are returned.
    """
    reading = _Transfers(passage, making, knowledge)
    for sentence in statements(passage.text):
        if announces(sentence.of(passage.text)):
            reading.left.append(sentence.of(passage.text))
            continue
        for part in _shared(passage.text, sentence):
            reading.read(part)
    return reading.left


def _shared(text: str, sentence: Sentence) -> list[Sentence]:
    """Return a statement in the parts that semicolons make, where it names several rules: one each."""
    if len(mechanisms(sentence.of(text))) < 2:
        return [sentence]
    parts = between(text, Span(sentence.start, sentence.end), re.compile(r";"))
    return [Sentence(part.start, part.end, sentence.line) for part in parts]


@dataclass
class _Transfers:
    passage: Passage
    making: Making
    knowledge: Knowledge
    left: list[str] = field(default_factory=list)

    def read(self, sentence: Sentence) -> None:
        """Put a statement into the record, or leave it."""
        said = sentence.of(self.passage.text)
        tale = told(self.passage.text, sentence, self.passage.label)
        if tale.stated is Statement.NEVER and (also := _ALSO_NONE.search(said)):
            self.left += automation(replace(self.passage, text=also["said"]), self.making, self.knowledge)
        if tale.stated and not self._state(tale.stated, said):
            self.left.append(said)
            return
        for country in tale.to:
            self._to(country, sentence, said if tale.stated is None else "")
        understood = self._rest_on(tale, said)
        understood = self._protect(tale, said) or understood
        more = after_yes(said) if tale.stated is Statement.OCCURS and not tale.to else None
        if not (tale.stated or understood) or (more and not understood):
            self.left.append(more or said)

    def _state(self, stated: Statement, said: str) -> bool:
        """Set whether there are transfers; return whether nothing said before contradicts it."""
        if stated is Statement.NEVER and self.making.rows.get("transfers"):
            return False
        return self.making.set("third_country", stated, self.passage, said)

    def _to(self, country: Country, sentence: Sentence, note: str) -> None:
        """Add a country; what says of it that it only may be is kept as the row's note."""
        said = sentence.of(self.passage.text)
        name = importer(self.passage.text, sentence, country)
        if there := self.making.row("transfers", country=country.code):
            self.making.word(there.key, "country", self.passage, said)
            if name and not there.importer:
                self.making.change("transfers", there.key, importer=Text(sv=name))
            return
        row = Transfer(country=country.code, importer=Text(sv=name), note=Text(sv=note))
        self.making.add("transfers", row, self.passage, said)

    def _rest_on(self, tale: Told, said: str) -> bool:
        """Set the rule a transfer rests on, for the rows it is told of; several rules are for people to share out."""
        if not tale.mechanisms:
            return False
        if len(tale.mechanisms) > 1:
            self._leave_rules(said)
            return True
        self._rest_on_one(tale.mechanisms[0], self._ruled(tale, said), said)
        return True

    def _ruled(self, tale: Told, said: str) -> set[str]:
        """Return the countries that a statement's rule is told of: one in brackets is of the country before it."""
        if len(tale.to) > 1 and (bracket := said.find("(")) >= 0 and mechanisms(said[bracket:]):
            return {max(tale.to, key=lambda c: c.start).code}
        return {c.code for c in tale.to}

    def _leave_rules(self, said: str) -> None:
        if said not in self.left:
            self.left.append(said)

    def _rest_on_one(self, rule: TransferMechanism, to: set[str], said: str) -> None:
        rows = [r for r in self.making.rows.get("transfers", ()) if not to or r.country in to]
        for row in rows:
            if row.mechanism in {None, rule}:
                self.making.change("transfers", row.key, mechanism=rule)
                self.making.word(row.key, "mechanism", self.passage, said)
            else:
                self._leave_rules(said)
        if not rows:
            self.making.add("transfers", Transfer(mechanism=rule), self.passage, said, field="mechanism")

    def _protect(self, tale: Told, said: str) -> bool:
        """Keep what protects the data, and where to get a copy of it."""
        rows = self.making.rows.get("transfers", ())
        columns = [n for n, kind in (("copy_from", "copy"), ("safeguards", "safeguards")) if tells_of(kind, said)]
        if tale.stated is Statement.NEVER or not rows or not columns:
            return False
        for row in list(rows):
            there = getattr(row, columns[0]).sv
            if said not in there:
                self.making.change("transfers", row.key, **{columns[0]: Text(sv=f"{there} {said}".strip())})
            self.making.word(row.key, columns[0], self.passage, said)
        return True


TOPICS: dict[Topic, Reads] = {Topic.TRANSFERS: transfers}
