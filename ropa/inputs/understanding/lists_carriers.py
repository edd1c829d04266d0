"""What holds the data: systems, paper files and other carriers."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from ...record import CarrierSystem, Supplier, System, Text
from ...vocabulary import Medium, SystemRole
from ..making import Making
from ..passages import Passage
from .items import Item, sentences
from .knowledge import Found, Knowledge
from .lists_processors import COMPANY, processors, tells_of_processor
from .lists_rows import SHORT, Listing, begins, is_answer, sentence, tells
from .synonyms import setting
from .telling import is_prose_sentence

_CALLED = re.compile(
    r"\b(?i:[\w-]*system(?:et|en|er)?|program(?:met|vara|varan)?|plattform(?:en)?|app(?:en)?|tjänst(?:en)?|e-tjänst(?:en)?|verktyg(?:et)?|databas(?:en)?|register|registret|applikation(?:en)?|portal(?:en)?|the system|system)\s+"
    r"(?:(?:som\s+)?(?:heter|kallas)\s+|kallat\s+|called\s+|is called\s+)?[\"”“]?((?:[A-ZÅÄÖÆØ][\w.+-]*)(?:\s+(?:[A-ZÅÄÖÆØ][\w.+-]*|\d+))*)"
)
"""A name that follows the word for what it is: "verksamhetssystemet Lyktan"."""
_KIND_BEFORE = re.compile(
    r"^(?P<kind>[a-zåäöA-ZÅÄÖ][\w-]*(?:system|systemet|program|programmet|registret|databasen|tjänsten|e-tjänsten|plattformen|appen))\s+(?P<name>[A-ZÅÄÖÆØ0-9].*)$"
)
_IN = re.compile(r"\b(?:i|in)\s+((?:[A-ZÅÄÖÆØ][\w.+-]*)(?:\s+(?:[A-ZÅÄÖÆØ][\w.+-]*|\d+))*)")


_DRIVE = re.compile(r"(?<![^\W_])[A-Z]:(?=[\\/\s]|$)|^\\\\\w")
"""A disk or a shared folder: "G:\\Kansliet"."""


def carriers(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read which systems and other carriers hold the data, what they are used for and what they stand on."""
    left: list[str] = []
    run: list[str] = []
    for said in sentences(passage.text):
        if is_prose_sentence(said):
            left += _told(replace(passage, text=said), making, knowledge)
        else:
            run.append(said)
    for said in run:
        systems, of_supplier = _parted(said)
        left += _listed(replace(passage, text=systems), making, knowledge)
        if of_supplier:
            left += processors(replace(passage, text=of_supplier), making, knowledge)
    return left


def _parted(said: str) -> tuple[str, str]:
    """Return what lists systems, and what tells of the supplier after it."""
    found = re.search(r"[;,]\s*((?:leverantör|leverandør|supplier)\b.*)$", said, re.IGNORECASE | re.DOTALL)
    return (said[: found.start()], found[1]) if found else (said, "")


def _listing(passage: Passage, making: Making, knowledge: Knowledge) -> Listing:
    return Listing(passage, making, knowledge, "carriers", System, CarrierSystem, holder="system")


def _listed(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    listing = _listing(passage, making, knowledge)
    for item in listing.items():
        _add_listed(listing, item)
    return listing.left


def _add_listed(listing: Listing, item: Item) -> None:
    words = f"{item.group} {item.text} {item.note}"
    fields: dict[str, Any] = {"role": role_of(words), "medium": medium_of(words)}
    supplier = COMPANY.search(item.note)
    if supplier and tells_of_processor(item.note):
        listing.left += processors(replace(listing.passage, text=item.note), listing.making, listing.knowledge)
        supplier = None
    if supplier and supplier[0] == item.note.strip():
        known = listing.knowledge.term(Supplier, item.note)
        fields["supplier"] = known or listing.knowledge.own(Supplier, item.note.strip())
        item = replace(item, note="")
    if _says_medium_only(item.text) and not listing.term(item) and (before := listing.making.rows.get("carriers")):
        row = before[-1]
        note = f"{row.note.sv}, {item.text}" if row.note else sentence(item.text)
        listing.making.change("carriers", row.key, note=Text(sv=note))
        listing.making.word(row.key, "note", listing.passage, item.wording)
        return
    item = _placed_in(listing, item)
    kind = _KIND_BEFORE.match(item.text)
    name = kind["name"] if kind else item.text
    term = listing.term(replace(item, text=name)) or listing.term(item)
    if term is None and _DRIVE.search(item.text):
        term = listing.knowledge.term(System, "filserver")
    if term is None and (begins(item.text, ["pappers"]) or _on_paper(item)):
        term = listing.knowledge.term(System, "papper")
    if term:
        more = _beyond(replace(item, text=name), term)
        listing.put(item, term, " ".join(n for n in (more, sentence(item.note)) if n), **fields)
    elif is_answer(item.text) or tells(item.text) or len(name.split()) > SHORT:
        _paper_or_left(listing, item, fields)
    elif re.search(r"[^\W\d_]", name):
        listing.put(item, listing.knowledge.own(System, name), sentence(item.note), **fields)
    else:
        listing.leave(item)


def _on_paper(item: Item) -> bool:
    """Whether words that are no name say what is kept on paper: "närvarolistor på papper"."""
    said = re.search(r"\b(?:på papper|i pappersform|på papir|on paper)\b", item.text, re.IGNORECASE)
    return bool(said) or item.note.casefold().strip() in {"papper", "på papper", "i pappersform", "paper", "papir"}


def _placed_in(listing: Listing, item: Item) -> Item:
    """Return the system in which an item says that something is: "i Lyktan", "fakturor i Lyktan"."""
    if found := re.match(r"(?:i|in)\s+(?=[A-ZÅÄÖ])", item.text, re.IGNORECASE):
        return replace(item, text=item.text[found.end() :])
    found = re.match(r"([^A-ZÅÄÖ]\S*(?:\s\S+){0,2})\s(?:i|in)\s+([A-ZÅÄÖ]\S*)$", item.text)
    if found and listing.knowledge.term(System, found[2]) and not item.note:
        return replace(item, text=found[2], note=found[1])
    return item


def _says_medium_only(words: str) -> bool:
    """Whether words say but what the carrier before them stands on: "både digital och på papper"."""
    return bool(
        re.fullmatch(
            r"(?:(?:både|dels|och|i|på|digital\w*|papper|pappersform|elektronisk\w*|form|fysisk\w*)\s*)+",
            words,
            re.IGNORECASE,
        )
    )


def _beyond(item: Item, term: Any) -> str:
    return (
        "" if any(item.text.casefold() in label.casefold() for label in term.labels.values()) else sentence(item.text)
    )


def _paper_or_left(listing: Listing, item: Item, fields: dict[str, Any]) -> None:
    found = _named(listing.knowledge, item.text)
    if found and not is_answer(item.text):
        for one in found:
            listing.put(item, one.term, sentence(item.text), **fields)
    else:
        listing.leave(item)


def _told(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read a sentence: the systems it names, and paper where it speaks of that."""
    listing = _listing(passage, making, knowledge)
    said = passage.text.strip()
    if re.search(r"\b(?:inga|inget|inte|ej|aldrig|no|not|ikke)\b", said, re.IGNORECASE):
        return [said]
    item = Item("", said)
    named = _named(knowledge, said)
    names = [m[1] for m in (*_CALLED.finditer(said), *_IN.finditer(said))]
    terms = {f.term.code: f.term for f in named}
    for name in names:
        term = knowledge.term(System, name)
        if term is None and not any(said[f.start : f.end] in name or name in said[f.start : f.end] for f in named):
            term = knowledge.own(System, name) if _CALLED.search(said) and name in _called(said) else None
        if term:
            terms.setdefault(term.code, term)
    supplier = _supplied_by(said, knowledge)
    for term in terms.values():
        paper = term.medium is Medium.PAPER
        medium = Medium.PAPER if paper else (medium_of(said) if len(terms) == 1 else None)
        role = role_of(_near(said, term, paper))
        supplied = {"supplier": supplier} if supplier and len(terms) == 1 else {}
        medium = Medium.DIGITAL if medium is Medium.DIGITAL else medium
        listing.put(item, term, "", role=role, medium=medium, **supplied)
    return [] if terms else [said]


def _supplied_by(said: str, knowledge: Knowledge) -> Any:
    """Return the supplier a sentence names as one: "levereras av Bolaget AB"."""
    found = re.search(
        rf"\b(?:levereras av|levererat av|leverantör(?:en)? är|supplied by|leveres af|leveres av)\s+({COMPANY.pattern})",
        said,
    )
    return (knowledge.term(Supplier, found[1]) or knowledge.own(Supplier, found[1])) if found else None


def calls_system(said: str) -> bool:
    """Return whether a sentence names a system: "systemet Lyktan"."""
    return bool(_CALLED.search(said))


def names_product(said: str, knowledge: Knowledge) -> bool:
    """Return whether a sentence names a system that is known, and that is no company it names as well."""
    companies = [*COMPANY.finditer(said)]
    named = [f for f in _named(knowledge, said) if f.term.medium is not Medium.PAPER and f.term.code != "sys-fil"]
    apart = [f for f in named if not any(c.start() <= f.start < c.end() for c in companies)]
    return any(not knowledge.term(Supplier, said[f.start : f.end]) for f in apart)


def _called(said: str) -> set[str]:
    return {m[1] for m in _CALLED.finditer(said)}


def _near(said: str, term: Any, paper: bool) -> str:
    """Return the words that tell of one carrier: what stands before its name; of paper, all."""
    name = term.labels.get("sv", "")
    return said if paper or name not in said else said.split(name)[0]


def _named(knowledge: Knowledge, words: str) -> list[Found]:
    """Return the carriers that words name; products by their capitals."""
    found = knowledge.find(System, words)
    return [f for f in found if f.term.medium is Medium.PAPER or f.term.code == "sys-fil" or words[f.start].isupper()]


def role_of(words: str) -> SystemRole | None:
    """Return what words say a carrier is used for."""
    return _coded("role", SystemRole, words)


def medium_of(words: str) -> Medium | None:
    """Return what words say a carrier stands on."""
    return _coded("medium", Medium, words)


def _coded(name: str, codes: Any, words: str) -> Any:
    return next((codes(entry["code"]) for entry in _entries(name) if begins(words, entry["words"])), None)


@cache
def _entries(name: str) -> tuple[dict[str, Any], ...]:
    return tuple(setting(name))
