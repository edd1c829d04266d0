"""What a part of a sentence says happens: its verbs of keeping and disposal, and which of them rules it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...vocabulary import RetentionAction
from .retention_scan import Scan
from .retention_words import MASK, words

_RELATIVE = re.compile(
    r"(?<!\w)(?:som|that|which|der)\s+(?:(?:inte|ej|ikke|ska|skall|skal|kommer|att|får|kan|bör|måste|har|sedan|annars"
    r"|normalt|därefter|därför|också|endast|blir|are|is|be|to)\s+){0,4}$",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?<!\w)(?:(?:ska|skall|kommer|måste|bör|skal|vil|will|shall|must|should)\s+"
    rf"(?:[^\s,;(){MASK}]+\s+|{MASK}+\s*){{0,6}}?"
    rf"|(?:får|kan|may|are|is|må)\s+(?:(?:inte|ej|ikke|not|de|den|det|they|it|dock|också|därefter|normalt)\s+|{MASK}+\s*){{0,3}})$",
    re.IGNORECASE,
)
_BEFORE_NOUN = re.compile(
    r"(?<!\w)(?:och|om|av|för|efter|från|vid|innan|till|kring|med|inför|the|of|samt|og|mot|under|kan|fram)\s+$", re.I
)
_AFTER_NOUN = re.compile(r"\s+(?:och|samt|eller|og|and)\s+(?:bevar|gallr|arkiv|slet|for)", re.IGNORECASE)
_OBJECT = re.compile(r"(?:[ae]r|ra|re|lla|(?<!tas )(?<!tages )bort|e|keep|retain|hold|destroy)$", re.IGNORECASE)


@dataclass(frozen=True)
class Verb:
    """A place in a text that says what happens."""

    start: int
    end: int
    action: RetentionAction | None
    """None: it stays, and nothing is said of what happens then."""
    group: int
    """Where its verbs begin: at "kommer" in "kommer de att gallras"."""
    relative: bool = False
    """Whether it only tells which documents are meant: "som ska bevaras"."""
    noun: bool = False

    @property
    def length(self) -> int:
        """How many characters say it."""
        return self.end - self.start


def verbs(scan: Scan) -> list[Verb]:
    """Return the verbs and nouns of keeping and disposal that a text holds, in its order."""
    found = sorted(_all(scan), key=lambda x: (-x.length, x.action is None, x.start))
    apart: list[Verb] = []
    for verb in found:
        if not any(x.start < verb.end and verb.start < x.end for x in apart):
            apart.append(verb)
    stated = (_negated(scan, x) for x in sorted(apart, key=lambda x: x.start))
    return [x for x in stated if x]


def _all(scan: Scan) -> Iterator[Verb]:
    said = words()
    for action, pattern in (*said.actions, (None, said.keeping)):
        for match in pattern.finditer(scan.text):
            group = _GROUP.search(scan.text[: match.start()])
            relative = bool(_RELATIVE.search(scan.text[: match.start()]))
            yield Verb(match.start(), match.end(), action, group.start() if group else match.start(), relative)
    for action, pattern in said.action_nouns:
        for match in pattern.finditer(scan.text):
            if not (_BEFORE_NOUN.search(scan.text[: match.start()]) or _AFTER_NOUN.match(scan.text, match.end())):
                yield Verb(match.start(), match.end(), action, match.start(), noun=True)


def _negated(scan: Scan, verb: Verb) -> Verb | None:
    """Return the verb with its "inte": what is not disposed of is preserved; what is not kept states nothing."""
    said = words().phrases
    between = r"(?:(?:att|heller|längre|normalt|alltid|automatiskt|få|ska|kunna|be|automatically)\s+)?"
    before = re.search(rf"(?:{said['negation'].pattern})\s+{between}$", scan.text[: verb.start], re.IGNORECASE)
    after = re.compile(rf"\s+(?:dock\s+)?(?:{said['negation'].pattern})", re.IGNORECASE).match(scan.text, verb.end)
    place = after or before
    bounds = any(p.search(place[0] + scan.text[place.end() :]) for p in _bounds()) if place else False
    if not place or bounds:
        return verb
    if verb.action is not RetentionAction.DISPOSE or verb.relative:
        return verb if verb.relative else None
    start, end = min(verb.start, place.start()), max(verb.end, place.end())
    return replace(verb, start=start, end=end, group=min(start, verb.group), action=RetentionAction.PRESERVE)


def _bounds() -> tuple[re.Pattern[str], ...]:
    """Return what a "not" belongs to when it only bounds the time: "inte längre än", "inte förrän"."""
    said = words().phrases
    until = rf"(?:{said['negation'].pattern})\s+(?:{said['until'].pattern})"
    return re.compile(rf"^\s*(?:{said['never_longer'].pattern})", re.I), re.compile(rf"^\s*{until}", re.I)


def main_verb(scan: Scan, found: list[Verb]) -> Verb | None:
    """Return the verb that says what happens: no relative one unless there is no other, an action before mere keeping."""
    free = [x for x in found if not x.relative and MASK not in scan.text[x.start : x.end]]
    acting = [x for x in free if x.action]
    chosen = acting or free or [x for x in found if MASK not in scan.text[x.start : x.end]][-1:]
    return chosen[0] if chosen else None


def takes_object(scan: Scan, verb: Verb) -> bool:
    """Return whether what it is about follows it: "vi raderar ansökan", "gallring av ansökan"."""
    return verb.noun or bool(_OBJECT.search(scan.said[verb.start : verb.end]))
