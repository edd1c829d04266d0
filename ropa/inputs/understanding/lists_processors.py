"""Who processes on the controller's behalf, and under which agreement (GDPR Art. 28)."""

import re
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from typing import Any

from ...record import Part, Processor, SubProcessor, Supplier, replace
from ...vocabulary import Occurrence
from ..making import Making
from ..passages import Passage
from .items import Item, items, sentences
from .knowledge import Knowledge
from .lists_agreements import AGREED, Told, about, country_of, task_after, without_role
from .lists_rows import begins, is_answer, sentence
from .synonyms import setting
from .telling import has_verb, is_prose_sentence

COMPANY = re.compile(
    r"(?:[A-ZÅÄÖÆØ0-9][\w&.+'-]*\s+(?:(?:&|i|och)\s+)?){0,6}[A-ZÅÄÖÆØ0-9][\w&.+'-]*(?:,?\s+(?:\([^)]{2,20}\)\s+)?(?:AB|A/S|AS|ApS|Oyj?|Inc\.?|Ltd\.?|LLC|GmbH|HB|KB|B\.?V\.?|Ab|SE|Plc)(?:\s\(publ\))?)(?!\w)"
)
_OWN_UNIT = re.compile(r"(?:enhet|avdelning|förvaltning|kontor|nämnd|kommun)(?:en|et|ens|s)?\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:personuppgiftsbiträden?|leverantören|leverantör|databehandleren?|processor|biträdet|företaget|bolaget)\s+(?:är\s+|er\s+|is\s+|heter\s+)?([A-ZÅÄÖÆØ][\w&.-]*(?:\s+[A-ZÅÄÖÆØ0-9][\w&.-]*)*)"
)
_KIND = re.compile(
    r"\b((?:it-|system|drift-?|tjänste)?leverantör(?:er|en|erna)?(?:\s+(?:av|som)\s+[^,.;]+)?|(?:de\s+)?företag\s+som\s+levererar\s+[^,.;]+|(?:it-)?supplier[s]?(?:\s+of\s+[^,.;]+)?)",
    re.IGNORECASE,
)


def processors(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read who processes on the controller's behalf, what they do, where, and under which agreement."""
    return _Processors(passage, making, knowledge, "processors", Processor).read()


def sub_processors(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read whom the processors engage."""
    left = _Processors(passage, making, knowledge, "sub_processors", SubProcessor).read()
    making.about.append(_Engaged())
    return left


def tells_of_processor(words: str) -> bool:
    """Return whether words call somebody a processor."""
    return begins(words, setting("processing")) or bool(re.search(r"(?:\s|^)pub\.?\s*$", words, re.IGNORECASE))


@dataclass
class _Processors:
    passage: Passage
    making: Making
    knowledge: Knowledge
    name: str
    row: type[Part]
    left: list[str] = field(default_factory=list)
    last: Any = None
    """The row that was added last: an agreement told after it is its own."""

    def read(self) -> list[str]:
        """Add what the passage says, and return what was not understood."""
        for said in sentences(self.passage.text):
            self._read(said)
        return self.left

    def _read(self, said: str) -> None:
        told = about(said)
        if _negated(said):
            self.left.append(said)
        elif not re.search(r"[^\W\d_]{2}", told.rest):
            self._complete(told, said)
        elif is_prose_sentence(told.rest):
            self._tell(said)
        else:
            self._list(said)

    def _list(self, said: str) -> None:
        for item in items(said, self._is_known):
            if self.name == "processors" and begins(f"{item.group} {item.text} {item.note}", setting("sub_processing")):
                item = self._without_sub_processor(item)
            if not item.text:
                continue
            words = f"{item.text} ({item.note})" if item.note else item.text
            told = about(item.wording if AGREED.search(item.wording) else words)
            name = without_role(told.rest)
            if not re.search(r"[^\W\d_]{2}", name):
                self._complete(told, item.wording)
            elif self.last is not None and (country := country_of(name)):
                self._complete(Told("", country=country), item.wording)
            elif self._is_task(name, item):
                self._complete(Told("", task=name), item.wording)
            elif is_answer(name) or (has_verb(name) and not COMPANY.search(name)):
                self.left.append(item.wording)
            else:
                self._add(name, told, item)

    def _without_sub_processor(self, item: Item) -> Item:
        """Add the sub-processors an item names, and return what is left: "Bolaget AB (underbiträde: …)"."""
        aside = item.note and not begins(f"{item.group} {item.text}", setting("sub_processing"))
        words = item.note if aside else item.wording
        passage = Passage(self.passage.label, _announced(words), self.passage.place)
        self.left += sub_processors(passage, self.making, self.knowledge)
        return replaced(item, note="", wording=item.text) if aside else replaced(item, text="")

    def _is_task(self, name: str, item: Item) -> bool:
        """Whether words in lower case after a company's name say what it does."""
        there = self.last is not None and not self.last.task and not _OWN_UNIT.search(name)
        return (
            there and name[:1].islower() and bool(COMPANY.search(self.last.supplier.said("sv").text)) and not item.note
        )

    def _tell(self, said: str) -> None:
        """Read a sentence: the names in it, or the kind of company it speaks of."""
        told = about(said)
        names = [m[0] for m in COMPANY.finditer(said)] or [m[1] for m in _NAMED.finditer(said)]
        names = names or [said[f.start : f.end] for f in self.knowledge.find(Supplier, said)]
        occurrence = next((i.occurrence for i in items(said) if i.occurrence is not Occurrence.NEVER), None)
        item = Item(said, said, occurrence)
        if not names and (kind := _KIND.search(said)):
            told.task = told.task or _task_of_kind(kind[1])
            self._add(_short_kind(kind[1]), told, item)
        elif not names:
            self._complete(told, said)
        for name in names:
            told.task = task_after(name, said) if len(names) == 1 else ""
            self._add(name, told, item)

    def _add(self, name: str, told: Told, item: Item) -> None:
        supplier = self._supplier(name, told.number)
        fields = {k: v for k, v in told.fields().items() if k in self.row.model_fields}
        if item.occurrence and "occurrence" in self.row.model_fields:
            fields["occurrence"] = item.occurrence
        if there := self.making.row(self.name, supplier=supplier):
            self._change(there, fields, item.wording)
            self.last = there
        else:
            row = self.row.model_validate({"supplier": supplier, **fields})
            self.last = self.making.add(self.name, row, self.passage, item.wording)
        self._leave_condition(item)

    def _leave_condition(self, item: Item) -> None:
        if item.condition:
            self.left.append(item.wording)

    def _complete(self, told: Told, said: str) -> None:
        """Let what is told after a processor be told of it."""
        fields = {k: v for k, v in told.fields().items() if k in self.row.model_fields}
        if self.last is not None and told.number and not self.last.supplier.organisation_number:
            supplier = replace(self.last.supplier, organisation_number=told.number)
            self.making.change(self.name, self.last.key, supplier=supplier)
            self.last = self.making.row(self.name, key=self.last.key)
        elif not fields or told.number:
            self.last = None
        if self.last is None:
            self.left.append(said)
        else:
            self._change(self.last, fields, said)

    def _change(self, row: Any, fields: dict[str, Any], wording: str) -> None:
        now = self.making.row(self.name, key=row.key)
        new = {k: v for k, v in fields.items() if not getattr(now, k)}
        if len(new) < len(fields) and any(getattr(now, k) != v for k, v in fields.items()):
            self.left.append(wording)
        self.making.change(self.name, row.key, **new)
        self.making.word(row.key, "", self.passage, wording)
        self.last = self.making.row(self.name, key=row.key)

    def _supplier(self, name: str, number: str) -> Any:
        known = self.knowledge.term(Supplier, name)
        own = known or self.knowledge.own(Supplier, name)
        return replace(own, organisation_number=number) if number and not known else own

    def _is_known(self, words: str) -> bool:
        return bool(COMPANY.fullmatch(words)) or self.knowledge.term(Supplier, words) is not None


def _task_of_kind(words: str) -> str:
    found = re.search(r"\s(?:som|av|of)\s(.+)", words)
    return found[1].strip() if found else ""


def _short_kind(words: str) -> str:
    """Return the kind of company without what more is said of what it supplies."""
    parts = words.strip().split(" som ")
    return sentence(" som ".join(parts[:2]) if parts[0].endswith("företag") else parts[0])


def _announced(words: str) -> str:
    """Return words without a first one that only says that sub-processors follow."""
    found = re.match(r"[\w-]+:\s*(?=\S)", words)
    return words[found.end() :] if found and begins(found[0], setting("sub_processing")) else words


def _negated(said: str) -> bool:
    return bool(re.match(r"\s*(?:inga|inget|ingen|no|none|nej|ikke|ingen)\b", said, re.I)) or bool(
        re.search(
            r"\b(?:anlitas|anlitar|används|finns)\s+(?:inte|inga|inget|ej|aldrig)\b|\b(?:inte|ej|aldrig)\s+(?:anlita|använd|delas)\w*",
            said,
            re.I,
        )
    )


class _Engaged:
    """What waits to know the processors: who engaged the sub-processors."""


def finish_processors(making: Making) -> None:
    """Let sub-processors name the processor that engages them where there is but one."""
    rows = making.rows.get("processors", ())
    if len(rows) == 1 and any(isinstance(waiting, _Engaged) for waiting in making.about):
        for row in [r for r in making.rows.get("sub_processors", ()) if r.processor is None]:
            making.change("sub_processors", row.key, processor=rows[0].key)
    making.about = [waiting for waiting in making.about if not isinstance(waiting, _Engaged)]
