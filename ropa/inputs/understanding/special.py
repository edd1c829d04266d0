"""Special categories of data, offences and personal identity numbers (GDPR Art. 9, 10, 87): which, and what allows them."""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import repeat
from uuid import UUID

from ...record import PersonalData, PersonalDataCategory, Text
from ...vocabulary import DataLevel, Occurrence
from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .bases import legal_bases, special_bases
from .bases_cues import Cue, cues
from .items import Item, items, sentences
from .knowledge import Found, Knowledge
from .law import references
from .law_cited import cite
from .law_clauses import Reads, Statement, bounded, gaps, has_content, phrases, statements
from .law_denied import denied, is_unticked, without_box
from .risk_answers import after_no, after_yes, is_no, is_yes
from .special_secrecy import secrecy
from .synonyms import setting
from .texts_announced import announces

_OFFENCES, _EXTRACT, _IDENTITY = "pd-brott", "pd-utdrag", "pd-personnummer"
_NAME = 200
"""Characters; what is longer names no kind of data, it tells of some."""
_IN = re.compile(r"\b(i|in)\s+$", re.IGNORECASE)
"""What comes after it in a telling says where such data may stand, not which they are."""
_ANSWERED = re.compile(r"(?P<kind>[^:\n]{2,80}?)\s*[:–=]\s*(?P<answer>[^:\n]{1,30})")


@bounded
def special_categories(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read which special categories there are, which are said not to be, and what in Art. 9(2) allows them.

    A bare yes or no is left: it names no kind of data.
    """
    left = special_bases(passage, making, knowledge)
    kinds = _Kinds(passage, making, knowledge)
    still = [text for text in left for text in kinds.read(text)]
    kinds.beside()
    return still


@dataclass
class _Kinds:
    """The kinds of special data a passage names."""

    passage: Passage
    making: Making
    knowledge: Knowledge

    def read(self, said: str) -> list[str]:
        """Add the kinds that a statement lists; return what of it names none."""
        if is_yes(said) or is_no(said) or said.rstrip().endswith("?"):
            return [said]
        if _says("reveal", said):
            return [] if self.making.set("indirect_special_position", Text(sv=said), self.passage, said) else [said]
        if answers := _answers(said):
            return [whole for kind, no, whole in answers if not self._add(Item(kind, whole), no)]
        return self._listed(said)

    def _listed(self, said: str) -> list[str]:
        """Add the kinds of a list; return its entries that name none."""
        more, no = after_yes(said) or said, after_no(said)
        if no and _says("yet", no):
            return [said]
        listed = items(more)
        if listed:
            listed[0] = replace(listed[0], wording=said[: said.find(more)] + listed[0].wording)
        left = [item.wording for item in listed if not self._entered(item, said, no is not None)]
        return left if len(left) < len(listed) else [said]

    def _entered(self, item: Item, said: str, no: bool) -> bool:
        """Add the kinds of an entry unless its box is empty."""
        words = without_box(item.text)
        start = max(0, said.find(words))
        span = (start, start + len(words))
        if is_unticked(said, span) or (item.told and _IN.search(said[: span[0]])):
            return False
        return self._add(item, no or denied(said, Statement(0, len(said), 0), span))

    def _add(self, item: Item, no: bool) -> bool:
        """Add the kinds that a thing in a list names; return whether there are any and nothing contradicts them."""
        kept = []
        for term in self._terms(item):
            row = PersonalData(
                category=term,
                occurrence=Occurrence.NEVER if no else item.occurrence,
                condition=Text(sv=item.condition),
                note=Text(sv=without_box(_note(item, term))),
            )
            kept.append(_put(row, self.making, self.passage, item.wording))
        return bool(kept) and None not in kept

    def _terms(self, item: Item) -> list[PersonalDataCategory]:
        """Return the kinds that a thing in a list is, ordinary ones left out, or the special ones it speaks of."""
        term = self.knowledge.about(PersonalDataCategory, item.text) if len(item.text) < _NAME else None
        if term and (term.level is not DataLevel.ORDINARY or term.may_reveal):
            return [term]
        named = dict.fromkeys(f.term for f in self.knowledge.find(PersonalDataCategory, item.text))
        return [t for t in named if t.level in {DataLevel.SPECIAL_CATEGORY, DataLevel.OFFENCES}]

    def beside(self) -> None:
        """Tie exceptions to the kinds that are named in the same statement."""
        for statement in statements(self.passage.text):
            said = statement.of(self.passage.text)
            rows = [r for r in self.making.rows.get("special_category_bases", ()) if self._told_in(r.key, said)]
            keys = [key for key in map(self._named, self._kinds_in(said), repeat(said)) if key] if rows else []
            for row in rows if keys else ():
                every = tuple(dict.fromkeys((*row.personal_data, *keys)))
                self.making.change("special_category_bases", row.key, personal_data=every)

    def _kinds_in(self, said: str) -> list[Found]:
        """Return the kinds that stand before the exception, or beside it with nothing else: others explain."""
        found = [f for f in self.knowledge.find(PersonalDataCategory, said) if _special(f.term)]
        claims = cues(said, (), special=True, label=self.passage.label)
        first = min((c.start for c in claims), default=0)
        bare = not any(has_content(said[a:b]) for a, b in gaps((0, len(said)), _places(found, claims)))
        return [f for f in found if bare or f.end <= first]

    def _named(self, found: Found, said: str) -> UUID | None:
        """Add a kind that stands beside an exception; return its key, or None where it is denied."""
        no = denied(said, Statement(0, len(said), 0), (found.start, found.end))
        row = PersonalData(category=found.term, occurrence=Occurrence.NEVER if no else None)
        key = _put(row, self.making, self.passage, said)
        return None if no else key

    def _told_in(self, key: UUID, said: str) -> bool:
        return any(w.about == key and w.place == self.passage.place and w.text in said for w in self.making.wordings)


def _places(found: list[Found], claims: list[Cue]) -> list[tuple[int, int]]:
    return [*((f.start, f.end) for f in found), *((c.start, c.end) for c in claims)]


def _answers(said: str) -> list[tuple[str, bool, str]]:
    """Return kind, whether it is denied, and words of each "hälsa: ja" of a text; nothing where it has other parts."""
    parts = [part.strip() for part in re.split(r"[,;\n]", said) if part.strip()]
    found = [_ANSWERED.fullmatch(part) for part in parts]
    answers = [
        (m["kind"], is_no(m["answer"]), m[0]) for m in found if m and (is_yes(m["answer"]) or is_no(m["answer"]))
    ]
    return answers if len(answers) == len(parts) else []


def _special(term: PersonalDataCategory) -> bool:
    return term.level is DataLevel.SPECIAL_CATEGORY


def _note(item: Item, term: PersonalDataCategory) -> str:
    """Return what an entry says beyond the name of its category."""
    same = item.text.casefold() == term.said("sv").text.casefold()
    return item.note if same else "; ".join(x for x in (item.text, item.note) if x)


def _put(row: PersonalData, making: Making, passage: Passage, wording: str) -> UUID | None:
    """Add a kind of data and return its key; a row that is there gets the wording too.

    None where the one says "never" and the other does not.
    """
    there = making.row("personal_data", category=row.category)
    if there is None:
        key: UUID = making.add("personal_data", row, passage, wording).key
        return key
    if (there.occurrence is Occurrence.NEVER) != (row.occurrence is Occurrence.NEVER):
        return None
    making.word(there.key, "category", passage, wording)
    if there.occurrence is None and row.occurrence:
        making.change("personal_data", there.key, occurrence=row.occurrence, condition=row.condition)
    return there.key


def _denies(said: str, kind: str) -> bool:
    """Return whether a text says of what these words name that there is none: "inga uppgifter om brott"."""
    whole = Statement(0, len(said), 0)
    places = [m.span() for m in _pattern(kind).finditer(said)]
    return bool(places) and all(denied(said, whole, place) for place in places)


@bounded
def offences(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read whether there are data on offences, and what allows them (Art. 10)."""
    answered = _answer(passage, making, knowledge, _OFFENCES, "offences")
    if answered is not None:
        return answered
    said = after_yes(passage.text) or passage.text
    kinds = _offence_kinds(said, knowledge)
    if after_yes(passage.text) and not kinds:
        kinds = [_kind(knowledge, _OFFENCES)]
    support = _says("support", said) or _says("reason", passage.label)
    rows = [_put(_with_note(kind, "" if support else said), making, passage, passage.text) for kind in kinds]
    if not support:
        return [] if rows and None not in rows else [said]
    for law in references(said, knowledge, passage.label):
        cite(law, said, passage, making)
    return [] if making.set("offence_support", Text(sv=said), passage, said) else [said]


def _offence_kinds(said: str, knowledge: Knowledge) -> list[PersonalData]:
    """Return rows for the kinds of data on offences that a text names; a shown extract is a kind of its own."""
    whole = Statement(0, len(said), 0)
    named = [f for f in knowledge.find(PersonalDataCategory, said) if not denied(said, whole, (f.start, f.end))]
    found = [t for t in dict.fromkeys(f.term for f in named) if t.level is DataLevel.OFFENCES or t.code == _EXTRACT]
    if not found and _says("offences", said):
        return [_kind(knowledge, _OFFENCES)]
    return [PersonalData(category=term) for term in found]


def _with_note(row: PersonalData, note: str) -> PersonalData:
    """Return a row with another note."""
    return row.model_copy(update={"note": Text(sv=note)})


@bounded
def bases_and_support(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read legal bases, and what stands beside them and is none: why identity numbers, what allows data on offences."""
    left: list[str] = []
    rest = passage.text
    for said in sentences(passage.text):
        read = _beside(said)
        if announces(said):
            left.append(said)
            rest = rest.replace(said, "", 1)
        elif read and not cues(said, []):
            left += read(replace(passage, text=said), making, knowledge)
            rest = rest.replace(said, "", 1)
    return [*left, *(legal_bases(replace(passage, text=rest.strip()), making, knowledge) if rest.strip() else [])]


def _beside(said: str) -> Reads | None:
    """Return what reads a sentence beside the bases that is none: about identity numbers, or data on offences."""
    why = _says("why", said) or re.search(r"motiver|vikten av", said, re.IGNORECASE)
    if _says("identity", said) and why and not said.endswith("?"):
        return identity_number
    tenth = re.search(r"art(?:ikel|icle|ikkel|\.)?\s*10\b", said, re.IGNORECASE)
    return _support if _says("offences", said) and tenth else None


def _support(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    kept = making.set("offence_support", Text(sv=passage.text), passage, passage.text)
    return [] if kept else [passage.text]


@bounded
def identity_number(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read why personal identity numbers are needed (Art. 87), and whether there are any where the label asks that."""
    answered = _answer(passage, making, knowledge, _IDENTITY, "identity")
    if answered is not None:
        return answered
    said = after_yes(passage.text) or passage.text
    if after_yes(passage.text):
        _put(_kind(knowledge, _IDENTITY), making, passage, passage.text)
    for law in references(said, knowledge, passage.label):
        cite(law, said, passage, making)
    if not (_says("why", said) or _says("reason", passage.label) or after_yes(passage.text)):
        row = _with_note(_kind(knowledge, _IDENTITY), said)
        return [] if _says("identity", said) and _put(row, making, passage, said) else [said]
    return [] if making.set("identity_number_justification", Text(sv=said), passage, said) else [said]


def _answer(passage: Passage, making: Making, knowledge: Knowledge, code: str, named: str) -> list[str] | None:
    """Read a bare yes or no under a label that asks whether data of this kind occur; None for any other text."""
    yes, no = is_yes(passage.text), is_no(passage.text)
    more = after_no(passage.text)
    no = no or (more is not None and not _says("yet", more)) or _denies(passage.text, named)
    if not (yes or no):
        return None
    asks = _says(named, passage.label) and not _says("reason", passage.label)
    if not asks and not (no and _says(named, passage.text)):
        return [passage.text]
    row = _kind(knowledge, code)
    row = row.model_copy(update={"occurrence": Occurrence.NEVER}) if no else row
    return [] if _put(row, making, passage, passage.text) else [passage.text]


def _kind(knowledge: Knowledge, code: str) -> PersonalData:
    """Return a row for a shipped category; its label comes with it."""
    term = next((t for t in knowledge.terms.get(PersonalDataCategory, ()) if t.code == code), None)
    return PersonalData(category=term or PersonalDataCategory(code=code))


def _says(kind: str, said: str) -> bool:
    return bool(_pattern(kind).search(said))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return phrases(setting("special_words")[kind])


TOPICS: dict[Topic, Reads] = {
    Topic.SPECIAL_CATEGORIES: special_categories,
    Topic.OFFENCES: offences,
    Topic.IDENTITY_NUMBER: identity_number,
    Topic.SECRECY: secrecy,
}
