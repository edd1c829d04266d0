"""Rows from a list: a known term with what the words say beyond it, else a term of the organisation's own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

from ...record import (
    DataSubjectCategory,
    Part,
    PersonalDataCategory,
    RecipientCategory,
    SecurityMeasureCategory,
    System,
    Term,
    Text,
)
from ..making import Making
from ..passages import Passage
from .forms import tokens, uninflected
from .items import Item, items
from .knowledge import Knowledge
from .occurrences import phrases
from .synonyms import setting
from .telling import has_verb, is_prose_sentence

_FOREIGN: dict[type[Term], tuple[type[Term], ...]] = {
    DataSubjectCategory: (PersonalDataCategory, System, SecurityMeasureCategory),
    PersonalDataCategory: (System, SecurityMeasureCategory),
    RecipientCategory: (PersonalDataCategory, SecurityMeasureCategory),
}
"""What the names of other lists never mean in one."""

SHORT = 6
"""Words of what may be a term of its own; what is longer describes something."""
_LONG = 25
"""Words of a description; what is longer is prose and says more than a row holds."""
_NAME = 300
"""Characters of the longest phrase that is looked up as a name."""
_PROSE = 2000
"""Characters of the longest sentence that is looked into."""
_JOINED = re.compile(
    r"(?<![^\W_])(?:på|till|för|om|hos|från|av|med|i|som|of|for|to|from|and|och)(?![^\W_])", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"(?:se|jfr|jämför|see|framgår av|hänvisas till|hänvisning till|enligt)\s+(?:\w+\s+){0,2}?[\w-]*(?:plan|planen|planer|dokument|dokumentet|dokumentation"
    r"|dokumentationen|bilaga|bilagan|bilagor|rutin|rutinen|rutiner|rutinerna|förteckning|förteckningen|policy|policyn|riktlinje|riktlinjer|riktlinjerna"
    r"|beskrivning|beskrivningen|instruktion|instruktionen|flik|fliken|kapitel|avsnitt|punkt|blankett|blanketten|lista|listan|annex|appendix|document|policy)"
    r"(?:\s(?:\d+|för|i|om|från|på|under|[a-z])(?:\s.*)?)?$"
)
"""Words that only say where it stands: "se systemförteckningen"."""
_RELATIVE = re.compile(r"\s(?:som|vars|vilka|där|who|whose|that|which|der)\s", re.IGNORECASE)


@dataclass
class Listing:
    """A list of rows that a passage adds to."""

    passage: Passage
    making: Making
    knowledge: Knowledge
    name: str
    """The record's list."""
    kind: type[Term]
    """Kind of the terms it holds."""
    row: type[Part]
    names_itself: bool = True
    """Whether a sentence that tells of something unknown tells of one of these: "lämnas till …" does, "vi har …" not."""
    holder: str = "category"
    """The row's field that holds the term."""
    left: list[str] = field(default_factory=list)
    """What was not understood."""

    def items(self) -> list[Item]:
        """Return what the passage lists; names of terms stay whole, and apart from each other."""
        listed = items(self.passage.text, lambda words: self.knowledge.term(self.kind, words) is not None)
        return [apart for item in listed for apart in self._apart(item)]

    def term(self, item: Item) -> Any:
        """Return the term that an item names or tells more of, or None."""
        return self.knowledge.about(self.kind, item.text) if len(item.text) <= _NAME else None

    def _apart(self, item: Item) -> Iterator[Item]:
        """Yield the items of one that lists terms without a separator: "Skatteverket Försäkringskassan"."""
        found = self.knowledge.find(self.kind, item.text) if len(item.text) <= _NAME else []
        starts = [f.start for f in found if item.text[f.start].isupper()]
        words = item.text.split()
        if self.knowledge.term(self.kind, item.text):
            yield item
        elif 1 < len(words) < SHORT and all(w[0].isupper() and self.knowledge.term(self.kind, w) for w in words):
            yield from (replace(item, text=word) for word in words)
        elif len(found) > 2 and len(found) * 3 >= len(item.text.split()) * 2 and not _JOINED.search(item.text):
            yield from (replace(item, text=words) for words in _unjoined(item.text, found))
        elif len(starts) > 1 and starts[0] == 0:
            starts += [f.end + 1 for f in found if re.match(r" [A-ZÅÄÖ][\w-]+$", item.text[f.end :])]
            starts = sorted({*starts})
            for start, end in zip(starts, [*starts[1:], len(item.text)], strict=True):
                yield replace(item, text=item.text[start:end].strip())
        else:
            yield item

    def put(self, item: Item, term: Any, note: str = "", **fields: Any) -> Any:
        """Add a row, or complete the one that says the same of the same term; return it."""
        said = {"occurrence": item.occurrence, "condition": Text(sv=item.condition), **fields}
        said = {name: value for name, value in said.items() if name in self.row.model_fields}
        same = {name: value for name, value in said.items() if name in {"occurrence", "condition"}}
        there = self._same(term, same) if term else None
        if there is None:
            made = self.row.model_validate({self.holder: term, **said, **({"note": Text(sv=note)} if note else {})})
            return self.making.add(self.name, made, self.passage, item.wording)
        more = {name: value for name, value in fields.items() if value and not getattr(there, name)}
        if note and note.casefold() not in there.note.sv.casefold():
            more["note"] = Text(sv=joined(there.note.sv, note, item))
        if more:
            self.making.change(self.name, there.key, **more)
        self.making.word(there.key, "", self.passage, item.wording)
        return self.making.row(self.name, key=there.key)

    def _same(self, term: Any, same: dict[str, Any]) -> Any:
        for row in self.making.rows.get(self.name, ()):
            held = getattr(row, self.holder)
            if held and held.code == term.code and all(getattr(row, n) == v for n, v in same.items()):
                return row
        return None

    def unknown(self, item: Item, *, noted: bool = True, **fields: Any) -> Any:
        """Add a row for what no term stands for, or leave it; return the row or None.

        Short words become a term of the organisation's own, a longer description a row without a term, and
        what tells something is searched for terms; with `noted` it becomes their note.
        """
        words = len(item.text.split())
        if len(item.wording) > _PROSE:
            return self.leave(item)
        if item.note and (term := self.knowledge.term(self.kind, item.note)):
            return self.put(item, term, described(item), **fields)
        if (item.told and not self.names_itself and not self._names_any) or self._is_of_another(item):
            return self.leave(item)
        if is_answer(item.text) or not re.search(r"[^\W\d_]{2}", item.text):
            return self.leave(item)
        if tells(item.text):
            return self._told(item, described(item) if noted else "", fields)
        if is_prose_sentence(item.wording) and self.knowledge.find(self.kind, item.wording):
            return self._told(replace(item, text=item.wording), described(item) if noted else "", fields)
        if words <= SHORT:
            return self.put(item, self.knowledge.own(self.kind, item.text), sentence(item.note), **fields)
        if words <= _LONG:
            return self.put(item, None, described(item), **fields)
        return self.leave(item)

    def _is_of_another(self, item: Item) -> bool:
        """Whether words name something that this list never holds: an address is no person, a court no kind of data."""
        words = item.text.strip(" .")
        kinds = [kind for kind in _FOREIGN.get(self.kind, ()) if self.knowledge.is_name(kind, words)]
        genitive = self.kind is PersonalDataCategory and words.casefold().endswith("s")
        kinds = [] if words.casefold().endswith(("ande", "ende")) else kinds
        return bool(kinds) or (genitive and bool(self.knowledge.about(DataSubjectCategory, words)))

    @cached_property
    def _names_any(self) -> bool:
        """Whether the passage names any term of the list."""
        return bool(self.knowledge.find(self.kind, self.passage.text))

    def _told(self, item: Item, note: str, fields: dict[str, Any]) -> Any:
        """Add the terms that words name in passing; leave those that name none."""
        named = {found.term.code: found.term for found in self.knowledge.find(self.kind, item.text)}
        rows = [self.put(item, term, note, **fields) for term in named.values()]
        return rows[0] if rows else self.leave(item)

    def leave(self, item: Item) -> None:
        """Leave an item: nothing is set from it. A mark without a letter is nothing to leave."""
        if re.search(r"\w", item.wording) and item.wording not in self.left:
            self.left.append(item.wording)


def _unjoined(text: str, found: Iterable[Any]) -> Iterator[str]:
    """Yield the names in a row of words without a comma, and what stands between them."""
    place = 0
    for one in found:
        yield from filter(None, (text[place : one.start].strip(), text[one.start : one.end]))
        place = one.end
    yield from filter(None, (text[place:].strip(),))


def tells(words: str) -> bool:
    """Return whether words tell something; "personer som söker" names a group."""
    return has_verb(_RELATIVE.split(f"{words} ")[0])


def is_answer(words: str) -> bool:
    """Return whether words only answer, or point elsewhere."""
    plain = " ".join(words.casefold().split()).strip(" .:-–")
    return plain in _answers() or bool(_ELSEWHERE.match(plain))


@cache
def _answers() -> frozenset[str]:
    return frozenset(setting("saying_nothing"))


def sentence(words: str) -> str:
    """Return words with their first letter upper."""
    return words[:1].upper() + words[1:]


def described(item: Item) -> str:
    """Return what an item says in all, as a note."""
    return sentence(f"{item.text} ({item.note})" if item.note else item.text)


def beyond(term: Any, item: Item, plain: bool = False) -> str:
    """Return what an item says beyond the name of its term, as a note; with `plain` other names of it say nothing."""
    if term.code.startswith("own-"):
        plain = item.text.casefold() in term.labels["sv"].casefold()
    name = tuple(uninflected(t.form) for t in tokens(item.text))
    if plain or (name in _names(tuple(term.labels.values())) and not term.code.startswith("own-")):
        return sentence(item.note)
    return described(item)


def joined(there: str, note: str, item: Item) -> str:
    """Return a note with what another item adds to it, in the case in which it was written."""
    added = note[:1].lower() + note[1:] if item.text[:1].islower() else note
    return f"{there}, {added}" if there else note


@cache
def _names(labels: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The labels of a term, each of what "eller" joins in them, and their abbreviations in brackets."""
    parts: list[str] = []
    for label in labels:
        parts += [label, *re.split(r"\s+(?:eller|or)\s+", label), re.sub(r"\s*\([^)]*\)", "", label)]
        parts += re.findall(r"\(([^)]*)\)", label) + re.split(r"\s+(?:eller|or)\s+", re.sub(r"\s*\([^)]*\)", "", label))
        parts.append(re.sub(r"\s+(?:eller|or)\s+", "/", label))
    return {tuple(uninflected(t.form) for t in tokens(part)) for part in parts}


def says(name: str, words: str) -> bool:
    """Return whether words hold one of the phrases of a list in fixtures/reading."""
    return bool(_phrases(name).search(words))


@cache
def _phrases(name: str) -> re.Pattern[str]:
    return re.compile(phrases(setting(name)), re.IGNORECASE)


def begins(words: str, beginnings: Iterable[str]) -> bool:
    """Return whether one of the words of a text begins so: "diarie" in "diariesystem"."""
    return bool(_beginnings(tuple(beginnings)).search(words))


@cache
def _beginnings(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])(?:" + "|".join(map(re.escape, words)) + ")", re.IGNORECASE)
