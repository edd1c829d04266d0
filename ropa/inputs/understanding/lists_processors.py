"""Who processes on the controller's behalf, and under which agreement (GDPR Art. 28)."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from ...record import Part, Processor, SubProcessor, Supplier, Text, replace
from ...vocabulary import Agreement, Occurrence
from ...vocabulary.countries import country_choices
from ..making import Making
from ..passages import Passage
from .items import Item, items, sentences
from .knowledge import Knowledge
from .lists_rows import begins, is_answer, sentence
from .occurrences import phrases
from .synonyms import setting
from .telling import has_verb, is_prose_sentence

_NUMBER = re.compile(
    r"(?:,?\s*\(?(?:org(?:anisations)?\.?\s?-?\s?(?:nr|nummer)\.?:?\s*))?\b(\d{6}-?\d{4})\b\)?", re.IGNORECASE
)
_DATE = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_REFERENCE = re.compile(
    r"\b(?:dnr|diarienr|diarienummer|avtalsnr|avtals-id|ref\.?|nr)[.:]?\s*((?:[A-ZÅÄÖ]{1,6}\s)?[\w/:.-]*\d[\w/:.-]*)",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"(?:[A-ZÅÄÖÆØ0-9][\w&.+'-]*\s+(?:(?:&|i|och)\s+)?){0,6}[A-ZÅÄÖÆØ0-9][\w&.+'-]*(?:,?\s+(?:\([^)]{2,20}\)\s+)?(?:AB|A/S|AS|ApS|Oyj?|Inc\.?|Ltd\.?|LLC|GmbH|HB|KB|B\.?V\.?|Ab|SE|Plc)(?:\s\(publ\))?)(?!\w)"
)
_NAMED = re.compile(
    r"(?:personuppgiftsbiträden?|leverantören|leverantör|databehandleren?|processor|biträdet|företaget|bolaget)\s+(?:är\s+|er\s+|is\s+|heter\s+)?([A-ZÅÄÖÆØ][\w&.-]*(?:\s+[A-ZÅÄÖÆØ0-9][\w&.-]*)*)"
)
_KIND = re.compile(
    r"\b((?:it-|system|drift-?|tjänste)?leverantör(?:er|en|erna)?(?:\s+(?:av|som)\s+[^,.;]+)?|(?:de\s+)?företag\s+som\s+levererar\s+[^,.;]+|(?:it-)?supplier[s]?(?:\s+of\s+[^,.;]+)?)",
    re.IGNORECASE,
)


@dataclass
class _Told:
    """What a text says of a processor besides its name."""

    rest: str
    number: str = ""
    country: str = ""
    agreement: Agreement | None = None
    agreed: date | None = None
    reference: str = ""
    task: str = ""
    notes: list[str] = field(default_factory=list)

    def fields(self) -> dict[str, Any]:
        """Return the fields of a row."""
        said = {
            "country": self.country,
            "agreement": self.agreement,
            "agreement_date": self.agreed,
            "agreement_reference": self.reference,
            "task": Text(sv=sentence(self.task)),
            "note": Text(sv=sentence("; ".join(self.notes))),
        }
        return {name: value for name, value in said.items() if value}


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
    return begins(words, setting("processing"))


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
            words = f"{item.text} ({item.note})" if item.note else item.text
            told = about(item.wording if _AGREED.search(item.wording) else words)
            name = _without_role(told.rest)
            if not re.search(r"[^\W\d_]{2}", name):
                self._complete(told, item.wording)
            elif self._is_task(name, item):
                self._complete(_Told("", task=name), item.wording)
            elif is_answer(name) or (has_verb(name) and not COMPANY.search(name)):
                self.left.append(item.wording)
            else:
                self._add(name, told, item)

    def _is_task(self, name: str, item: Item) -> bool:
        """Whether words in lower case after a company's name say what it does."""
        there = self.last is not None and not self.last.task
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
            told.task = _task_after(name, said) if len(names) == 1 else ""
            self._add(name, told, item)

    def _add(self, name: str, told: _Told, item: Item) -> None:
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
            self.left.append(item.condition)

    def _complete(self, told: _Told, said: str) -> None:
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


def about(words: str) -> _Told:
    """Return what words say of a processor, and what they leave: its name."""
    told = _Told(words)
    told.rest = _NUMBER.sub(lambda m: _keep(told, "number", _written(m[1])), told.rest)
    _read_agreement(told)
    _read_country(told)
    _read_brackets(told)
    told.rest = re.sub(r"\(\s*[,;:.]*\s*\)|\s+(?=[,;])", "", " ".join(told.rest.split())).strip(" ,;:–-.")
    _read_task(told)
    return told


def _keep(told: _Told, name: str, value: Any) -> str:
    setattr(told, name, value)
    return " "


def _written(number: str) -> str:
    return f"{number[:6]}-{number[-4:]}"


_AGREED = re.compile(
    r"[,;–-]?\s*\(?(?:(?:har|finns|med|inget|ingen|inte)\s+)?(?:[\w-]*(?:avtal|aftale|avtale)[\w]*|puba|dpa|reglemente\w*|(?:data )?processing agreement)"
    r"(?:\s+(?:finns|saknas|är|har|er|is|ska|kommer|att|ej|inte|tecknat|tecknad|tecknats|tecknas|upprättat|upprättas|klart|in place|signed|missing|"
    r"ännu|än|inngått|indgået|indgås|mangler|daterat|daterad|från|den|med|leverantören|of|dated|under|framtagande|upprättande|pågår|gäller))*",
    re.IGNORECASE,
)


def _read_agreement(told: _Told) -> None:
    if not (found := _AGREED.search(told.rest)):
        return
    words = told.rest[found.start() :]
    said = setting("agreement")
    if _any(said["open"], words):
        told.notes.append(words.strip(" ,;()–-"))
        told.rest = told.rest[: found.start()]
        return
    kinds = (("missing", Agreement.MISSING), ("regulation", Agreement.REGULATION), ("contract", Agreement.CONTRACT))
    told.agreement = next((kind for name, kind in kinds if _any(said[name], words)), None)
    if re.match(r"\W*(?:enligt\s+)?\w*avtal\b", words, re.IGNORECASE) and (
        _DATE.search(words) or re.search(r"enligt\s+\w*$", told.rest[: found.start()] + "x")
    ):
        told.agreement = told.agreement or Agreement.CONTRACT
    if told.agreement is None:
        return
    told.rest = told.rest[: found.start()] + " " + told.rest[found.end() :]
    for pattern, name in ((_DATE, "agreed"), (_REFERENCE, "reference")):
        if match := pattern.search(told.rest):
            value = _day(match) if name == "agreed" else match[1]
            if value:
                setattr(told, name, value)
                told.rest = told.rest[: match.start()] + " " + told.rest[match.end() :]


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


@cache
def _countries() -> dict[str, str]:
    names = {name.casefold(): code for language in ("sv", "en") for code, name in country_choices(language)}
    return names | {"usa": "US", "storbritannien": "GB", "uk": "GB", "holland": "NL"}


_WHERE = re.compile(
    r"[,;(–-]?\s*\b(?:(?:servrar|servrarna|servern|servers?|data|datat|uppgifterna|lagring|lagras|lagrade|drift|driftas|datacenter|hosted|hosting|stored|behandlas|behandling|placerad\w*|står|finns|sker|all)\s+)+"
    r"(?:i|in|på)\s+([A-ZÅÄÖ][\w]+(?:\s[A-ZÅÄÖ]\w+)?)\)?"
)


def _read_country(told: _Told) -> None:
    found = _WHERE.search(told.rest)
    code = _countries().get(found[1].casefold()) if found else None
    if found and code:
        told.country = code
        told.rest = told.rest[: found.start()] + " " + told.rest[found.end() :]


def _read_brackets(told: _Told) -> None:
    """What brackets say is a task, or else a note; those of a company's name stay with it."""
    for found in re.findall(r"\(([^()]*)\)", told.rest):
        inside = _without_role(found)
        if len(inside) > 2 and inside != "publ":
            if not told.task and inside[:1].islower():
                told.task = inside
            else:
                told.notes.append(inside)
        if inside != "publ":
            told.rest = told.rest.replace(f"({found})", " ")


def _read_task(told: _Told) -> None:
    """What follows a dash or a colon after the name, or begins as a task does, is what it does."""
    name, dash, task = (
        re.split(r"(\s[–-]\s|:\s)", told.rest, maxsplit=1)
        if re.search(r"\s[–-]\s|:\s", told.rest)
        else (told.rest, "", "")
    )
    if not dash and (found := re.search(rf"\s{_task_opens()}\s.*$", told.rest, re.IGNORECASE)):
        name, dash, task = told.rest[: found.start()], " ", found[0]
    if dash and not told.task and name.strip():
        told.rest, told.task = name.strip(" ,"), _without_role(task)


@cache
def _task_opens() -> str:
    return phrases(setting("task")["opens"])


def _task_after(name: str, said: str) -> str:
    """Return what a sentence says that the named one does."""
    after = _ROLE.sub(" ", said.split(name, 1)[1])
    found = re.match(rf"\s*,?\s*(?:som\s+|who\s+)?({_task_opens()}\s.+)", after, re.IGNORECASE | re.DOTALL)
    return found[1].strip(" .") if found else ""


def _task_of_kind(words: str) -> str:
    found = re.search(r"\s(?:som|av|of)\s(.+)", words)
    return found[1].strip() if found else ""


def _short_kind(words: str) -> str:
    """Return the kind of company without what more is said of what it supplies."""
    parts = words.strip().split(" som ")
    return sentence(" som ".join(parts[:2]) if parts[0].endswith("företag") else parts[0])


_ROLE = re.compile(
    r",?\s*(?<![\w-])(?:(?:som|as|och är|är|is)\s+)?(?:vårt\s+|our\s+|ett\s+|a\s+)?(?:personuppgiftsbiträden?|biträden?|leverantör|pub|databehandler|data processor|processor)\b:?",
    re.IGNORECASE,
)


def _without_role(words: str) -> str:
    return " ".join(_ROLE.sub(" ", words).split()).strip(" ,;:–-.")


def _negated(said: str) -> bool:
    return bool(re.match(r"\s*(?:inga|inget|ingen|no|none|nej|ikke|ingen)\b", said, re.I)) or bool(
        re.search(
            r"\b(?:anlitas|anlitar|används|finns)\s+(?:inte|inga|inget|ej|aldrig)\b|\b(?:inte|ej|aldrig)\s+(?:anlita|använd|delas)\w*",
            said,
            re.I,
        )
    )


def _any(words: Any, text: str) -> bool:
    return bool(re.search(phrases(words), text, re.IGNORECASE))


class _Engaged:
    """What waits to know the processors: who engaged the sub-processors."""


def finish_processors(making: Making) -> None:
    """Let sub-processors name the processor that engages them where there is but one."""
    rows = making.rows.get("processors", ())
    if len(rows) == 1 and any(isinstance(waiting, _Engaged) for waiting in making.about):
        for row in [r for r in making.rows.get("sub_processors", ()) if r.processor is None]:
            making.change("sub_processors", row.key, processor=rows[0].key)
    making.about = [waiting for waiting in making.about if not isinstance(waiting, _Engaged)]
