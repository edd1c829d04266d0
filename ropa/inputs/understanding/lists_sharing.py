"""Where data come from, who gets them, and who works with them inside (GDPR Art. 14(2)(f), 30(1)(d))."""

import re
from dataclasses import replace
from typing import Any

from ...record import Recipient, RecipientCategory, Source, SourceCategory, Text
from ...vocabulary import Occurrence, RecipientKind, Statement
from ..making import Making
from ..passages import Passage
from .items import Item, sentences
from .knowledge import Knowledge
from .lists_access import internal_access, is_within
from .lists_processors import processors, tells_of_processor
from .lists_rows import Listing, beyond, described, says, sentence
from .lists_selves import Whoever
from .synonyms import setting
from .telling import is_prose_sentence

_FREQUENCY = re.compile(
    r"\b(?:dagligen|varje (?:natt|dag|vecka|månad|kvartal|år)|varje dygn|nattligen|veckovis|månadsvis|årligen|löpande|kvartalsvis"
    r"|en gång (?:per|i|om) \w+|(?:every|each) (?:night|day|week|month|year)|daily|weekly|monthly|nightly|yearly)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?P<what>.+?)\s+(?:från|fra|from|via|ur)\s+(?P<whom>.+)$", re.IGNORECASE)
_FROM_WHOM = re.compile(r"^(?:från|av|via|genom|fra|from)\s+", re.IGNORECASE)
_PURPOSE = re.compile(
    r"^(?P<who>.+?)\s+(?:för|i syfte att|til brug for|for)\s+(?P<purpose>(?:att\s+)?\w.+)$", re.IGNORECASE
)
_DOING = re.compile(
    r"^(?:för |i syfte |for |til brug )|^[a-zåäöæø][^,;]*(?:ing|ingar|tik|tion|tioner|kontroll|stöd|ersättning|tillsyn|else|granskning|bidrag|lån|support|service)$"
    r"|^(?:beslut|ansökan|anmälan|underlag|underrättelse|avgift|register)\b[^,;]*$"
)
"""What brackets say that data are for."""
_NOBODY = re.compile(
    r"(?:ingen|inga|nobody|no one)\s+(?:utanför|utöver|utom|outside)\s+(?:den\s|det\s|the\s)?[\w-]+[.!]?", re.IGNORECASE
)
"""An answer that nobody outside gets the data."""
_OWNED = re.compile(r"(\w{4,})s\s+[a-zåäö][\w-]+$")
"""What a body has or does: "Skatteverkets besked"."""
_WITHIN = re.compile(r"\s*(?:inom|internt|within|internally)\b(?!.*\b(?:utanför|outside)\b)", re.IGNORECASE | re.DOTALL)
"""How a sentence opens that tells of the controller's own people."""
_DISCLOSES = re.compile(
    r"\b(?:lämnas|lämnar|delas|delar|skickas|skickar|överförs|översänds|rapporteras|utlämnas|shared|disclosed|sent|videregives|utleveres|deles|sendes)\b",
    re.IGNORECASE,
)


def sources(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read where data come from, and how often."""
    listing = Listing(passage, making, knowledge, "sources", SourceCategory, Source)
    for item in listing.items():
        often = _FREQUENCY.search(f"{item.text} {item.note}")
        bare = replace(item, text=_without(item.text), note=_without(item.note)) if often else item
        term, named = _source(listing, bare)
        fields: dict[str, Any] = {"frequency": Text(sv=often[0])} if often else {}
        if term:
            listing.put(
                item, term, beyond(term, named, plain=named is bare and _is_name(listing, bare, term)), **fields
            )
        else:
            _unknown_source(listing, replace(bare, text=_FROM_WHOM.sub("", bare.text)), fields)
    return listing.left


def _unknown_source(listing: Listing, item: Item, fields: dict[str, Any]) -> None:
    row = listing.unknown(item, **fields)
    if row is not None and row.category and row.category.code.startswith("own-"):
        themselves = listing.knowledge.term(SourceCategory, "den registrerade själv")
        listing.making.about.append(Whoever(row.key, item.text, described(item), themselves))


def _without(words: str) -> str:
    return re.sub(r"\s+([,.])", r"\1", " ".join(_FREQUENCY.sub(" ", words).split())).strip(" ,;")


def _source(listing: Listing, item: Item) -> tuple[Any, Item]:
    """Return the source an item names: "inkomst från Skatteverket" says of it what comes from there."""
    if term := listing.term(item):
        return term, item
    if re.search(r"\w\s(?:själv|självt|själva|selv|himself|herself|themselves)$", item.text, re.IGNORECASE):
        return listing.term(replace(item, text="den registrerade själv")), item
    owned = _OWNED.match(item.text)
    term = owned and listing.term(replace(item, text=owned[1]))
    if term and term.code in (*setting("bodies"), "s-polis"):
        return term, item
    if found := _FROM.match(item.text):
        return listing.term(replace(item, text=found["whom"])), replace(item, text=sentence(item.text))
    return listing.term(replace(item, text=_FROM_WHOM.sub("", item.text))), item


def _is_name(listing: Listing, item: Item, term: Any) -> bool:
    """Whether words are but another name of one body or person."""
    named = listing.knowledge.term(SourceCategory, _FROM_WHOM.sub("", item.text))
    return term.code in setting("bodies") and named == term


def recipients(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read who outside the controller gets data, or that nobody does."""
    left: list[str] = []
    for said in _parts(passage):
        if is_prose_sentence(said) and _WITHIN.match(said):
            left += internal_access(replace(passage, text=said), making, knowledge)
            continue
        left += _Recipients(replace(passage, text=said), making, knowledge).read()
    return left


def outside(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read a list of bodies that are known to stand outside the controller."""
    return _Recipients(passage, making, knowledge, inside=False).read()


def _parts(passage: Passage) -> list[str]:
    """Return the statements of a passage; a list that is not told is one."""
    told = any(is_prose_sentence(s) or says("nobody", s) for s in sentences(passage.text))
    if not told:
        return [passage.text]
    parts: list[str] = []
    for said in sentences(passage.text):
        goes_on = re.match(r"(?:till exempel|t\.ex|exempelvis|bland annat|for example)", said, re.IGNORECASE)
        if parts and (goes_on or parts[-1].endswith(":")):
            start = passage.text.index(parts[-1])
            parts[-1] = passage.text[start : passage.text.index(said, start + len(parts[-1])) + len(said)]
        else:
            parts.append(said)
    return parts


class _Recipients:
    def __init__(self, passage: Passage, making: Making, knowledge: Knowledge, *, inside: bool = True) -> None:
        self.passage, self.making, self.knowledge = passage, making, knowledge
        self.inside = inside
        self.listing = Listing(passage, making, knowledge, "recipients", RecipientCategory, Recipient)

    def read(self) -> list[str]:
        """Add what one statement or list says, and return what was not understood."""
        text = self.passage.text
        if text.casefold().strip(" .!\n") in setting("no_recipients") and not self.making.rows.get("recipients"):
            return [] if self.making.set("disclosure", Statement.NEVER, self.passage, text.strip()) else [text.strip()]
        nobody = says("nobody", text) or _NOBODY.fullmatch(text.strip()) is not None
        if nobody and (says("anyone", text) or not self.knowledge.find(RecipientCategory, text)):
            contradicted = bool(self.making.rows.get("recipients"))
            done = not contradicted and self.making.set("disclosure", Statement.NEVER, self.passage, text.strip())
            return [] if done else [text.strip()]
        before = len(self.making.rows.get("recipients", ()))
        for item in self.listing.items():
            self._read(item)
        rows = self.making.rows.get("recipients", ())[before:]
        if any(row.occurrence is not Occurrence.NEVER for row in rows) and _DISCLOSES.search(text):
            self.making.set("disclosure", Statement.OCCURS, self.passage, text.strip())
        return self.listing.left

    def _read(self, item: Item) -> None:
        if self.inside and (is_within(item.group) or is_within(item.note) or self._sees(item)):
            self.listing.left += internal_access(replace(self.passage, text=item.wording), self.making, self.knowledge)
            return
        term = self.listing.term(item)
        if tells_of_processor(f"{item.group} {item.text} {item.note}") or (
            term and term.kind is RecipientKind.PROCESSOR
        ):
            self.listing.left += processors(replace(self.passage, text=item.wording), self.making, self.knowledge)
        elif term:
            self._put(item, term)
        else:
            self._unknown(item)

    def _sees(self, item: Item) -> bool:
        """Whether the label asks who sees the data, and staff are the answer: they are no recipients."""
        role = item.text.split(" på ")[0].split(" i ")[0].split(" inom ")[0].split(" som ")[0].casefold()
        return says("seeing", self.passage.label) and role.endswith(tuple(setting("staff")))

    def _put(self, item: Item, term: Any) -> None:
        purpose, note = _purpose(item)
        named = replace(item, note=note)
        found = None if purpose or self._is_body(item.text) else _PURPOSE.match(item.text)
        who = found and self.listing.term(replace(item, text=found["who"]))
        if found and who:
            term, purpose, named = who, found["purpose"], replace(named, text=found["who"])
        self.listing.put(item, term, beyond(term, named, plain=self._is_body(named.text)), purpose=Text(sv=purpose))

    def _is_body(self, name: str) -> bool:
        """Whether words are a name of one body: then they say no more than its term does."""
        term = self.knowledge.term(RecipientCategory, name)
        return term is not None and term.kind in {RecipientKind.AUTHORITY, None}

    def _unknown(self, item: Item) -> None:
        first, _, last = item.text.rpartition(" ")
        doing = last.casefold() in setting("doings")
        if re.match(r"(?:till|to|til)\s", item.text, re.IGNORECASE):
            self._read(replace(item, text=item.text.split(maxsplit=1)[1]))
        elif doing and first and last[:1].isupper() and self.knowledge.term(RecipientCategory, first):
            self._read(replace(item, text=first))
            self._unknown(replace(item, text=last))
        else:
            purpose, note = _purpose(item)
            purpose = last.casefold() if doing and not first else purpose
            self.listing.unknown(replace(item, note=note), purpose=Text(sv=purpose))


def _purpose(item: Item) -> tuple[str, str]:
    """Return what brackets say data are for, and what else they say: a purpose is something that is done."""
    return (item.note, "") if _DOING.search(item.note) else ("", item.note)
