"""Who inside the controller works with the data."""

import re
from dataclasses import replace

from ...record import InternalAccess, RecipientCategory, Text
from ...vocabulary import RecipientKind
from ..making import Making
from ..passages import Passage
from .items import Item, items, sentences
from .knowledge import Knowledge
from .lists_processors import processors, tells_of_processor
from .lists_rows import is_answer, says, sentence
from .telling import has_verb, is_prose_sentence

_ACCESS = (
    r"(?:har|får|ges|ska ha|kan få|kommer att få|behöver|have|has|gets|har også)\s+(?:\w+\s+){0,2}?"
    r"(?:tillgång|åtkomst|behörighet|access|adgang|tilgang|del av|insyn)"
)
_WORKS = r"(?:kan|får|kommer att|ska|may|can|will|kan kun)\s+(?:\w+\s+){0,2}?(?:se|titta|läsa|behandla|hantera|ta del|ta fram|komma åt|arbeta|öppna|granska|hämta|söka|logga in|använda|nå|see|view|read|process|access|use)"
_WHO_FIRST = re.compile(
    rf"^(?:det är\s+)?(?P<who>.+?)\s+(?:(?:som|that|who|der)\s+)?(?:{_ACCESS}|{_WORKS}|kommer åt|behandlar|hanterar|använder)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_WHO_ALONE = re.compile(
    r"\b(?:är|er) det (?P<who>(?:bara|endast|enbart|kun|bare)\s.+?)\s(?:som|der) (?:har|kan|får|ser|behöver|kommer åt)\b",
    re.IGNORECASE,
)
_WHO_FOR = re.compile(
    r"^[^.]*?\b(?:tillgängliga?|åtkomliga?|synliga?|öppna|available|tilgjengelige?|tilgængelige?)\s+(?:endast |bara |enbart |only )?(?:för|for|to)\s+(?P<who>.+?)[.]?$",
    re.IGNORECASE,
)
_WHO_WORKS = re.compile(r"^(?:det är\s+)?(?P<who>.+?)\s+(?:arbetar med|handlägger)\s.*$", re.IGNORECASE | re.DOTALL)
_WHO_INVERTED = re.compile(
    r"^(?:på|inom|hos|i)\s[^,.]*?\s(?:arbetar|jobbar)\s+(?P<who>[^,.]+?)\s+med\s.*$", re.IGNORECASE | re.DOTALL
)
_WHO_LAST = re.compile(
    r"^(?:tillgång|åtkomst|behörighet|access|adgang|tilgang)\b[^.]*?\b(?:har|ges till|ges|är begränsad till|begränsas till|har endast|har bara|is limited to|has|have)\s+(?P<who>.+?)[.]?$",
    re.IGNORECASE | re.DOTALL,
)
_WORDS = 25
_OUTSIDE = {
    RecipientKind.AUTHORITY,
    RecipientKind.COURT,
    RecipientKind.REGION,
    RecipientKind.MUNICIPALITY,
    RecipientKind.PRIVATE_CONTROLLER,
}


_NOT_WITHIN = _OUTSIDE | {RecipientKind.PUBLIC}
_OWN = re.compile(
    r"\b(?:handläggare|personal|medarbetare|anställda|chef|chefer|enheten|förvaltningen|staff|employees)\w*",
    re.IGNORECASE,
)
"""Words for people inside: a sentence that has them tells of both."""


def internal_access(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Read who inside the controller works with the data: roles as they are written."""
    left: list[str] = []
    from .lists_sharing import outside

    for said in sentences(passage.text):
        if _is_outside(said, knowledge):
            left += outside(replace(passage, text=said), making, knowledge)
            continue
        if is_prose_sentence(said):
            if tells_of_processor(said):
                left += processors(replace(passage, text=said), making, knowledge)
            elif who := who_works(said):
                _add(making, passage, said, who)
            else:
                left.append(said)
            continue
        for item in items(said):
            _item(making, passage, item, left)
    return left


def _is_outside(said: str, knowledge: Knowledge) -> bool:
    """Whether a sentence names bodies outside the controller and nobody else."""
    if is_prose_sentence(said):
        named_in = [found.term for found in knowledge.find(RecipientCategory, said)]
        return bool(named_in) and all(term.kind in _NOT_WITHIN for term in named_in) and not _OWN.search(said)
    listed = items(said)
    named = [knowledge.about(RecipientCategory, i.text) or knowledge.term(RecipientCategory, i.note) for i in listed]
    return bool(named) and all(term and term.kind in _OUTSIDE for term in named)


def who_works(said: str) -> str:
    """Return whom a sentence says to work with the data or to see them; empty where it says of nobody."""
    found = (
        _WHO_ALONE.search(said.strip())
        or _WHO_FOR.match(said.strip())
        or _WHO_LAST.match(said.strip())
        or _WHO_INVERTED.match(said.strip())
        or _WHO_FIRST.match(said.strip())
        or _WHO_WORKS.match(said.strip())
    )
    who = found["who"].strip(" ,") if found else ""
    return sentence(who) if who and len(who.split()) <= _WORDS else ""


def _item(making: Making, passage: Passage, item: Item, left: list[str]) -> None:
    if is_answer(item.text) or has_verb(item.text.split(" som ")[0]) or not re.search(r"[^\W\d_]{2}", item.text):
        left += [item.wording] if re.search(r"\w", item.wording) else []
        return
    note = "" if is_within(item.note) else item.note
    purpose = note if note.casefold().startswith(("för ", "vid ", "for ")) else ""
    who = item.text if purpose or not note else f"{item.text} ({note})"
    _add(making, passage, item.wording, sentence(who), purpose=Text(sv=purpose), condition=Text(sv=item.condition))


def _add(making: Making, passage: Passage, wording: str, who: str, **fields: Text) -> None:
    if there := making.row("internal_access", who=Text(sv=who), **fields):
        making.word(there.key, "", passage, wording)
        return
    making.add("internal_access", InternalAccess(who=Text(sv=who), **fields), passage, wording)


def is_within(words: str) -> bool:
    """Return whether words say that what follows stands within the controller."""
    return bool(words) and len(words.split()) <= 4 and says("within", words)
