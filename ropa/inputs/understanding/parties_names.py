"""Names of bodies in running text: boards, companies, municipalities, and what kind each is."""

import re

from ...vocabulary import ControllerKind
from .parties_words import first_of, table

_SPLIT = re.compile(r"(?<!-)\s*,\s+(?!\w+-\s)|\n|;|(?<=\w)[.](?=\s|$)|\s+(?=\()|(?<=\))\s+")
_AND = re.compile(r"\s*/\s*|\s+(?:och|samt|og|and|&)\s+|,\s+", re.IGNORECASE)
_ANSWERS = re.compile(
    r"(?:som\s+)?(?:ansvarar|bestämmer|är (?:personuppgifts)?ansvarig|er ansvarlig|is responsible)\b", re.IGNORECASE
)
_THROUGH = re.compile(r"^(?:genom|ved|through|via)\s+(?=[A-ZÅÄÖÆØ])|^[()]+|[()]+$(?<=[^(].)")
"""What leads to the board that answers for a municipality; a bracket whose other half is gone."""
_IS = re.compile(r"^(?:är|er|is)\s+(?:the\s+)?", re.IGNORECASE)
_BOARD = re.compile(r"[a-zåäö]{3,}(?:nämnden|styrelsen)\b")
"""A board named in the midst of a sentence: "personuppgiftsansvarig är kommunstyrelsen"."""
_TAIL = re.compile(r"\s+(?:är|ansvarar|har|er|is|som|vilken|i egenskap|gemensamt)\b.*$", re.IGNORECASE | re.DOTALL)


def kind_of(name: str) -> ControllerKind | None:
    """Return what kind of body a name says it is; None where it does not say."""
    found = first_of("kinds", _core(name))
    return ControllerKind(found) if found else None


def _core(name: str) -> str:
    """Return a name without the municipality or town it is in: "Socialnämnden i Ekby kommun" is a board."""
    return re.split(r"\s+(?:i|inom|vid|för|in|of)\s+", name)[0]


def is_body(text: str) -> bool:
    """Return whether a text names a body at all."""
    return any(pattern.search(text) for pattern in table("kinds").values())


def body(text: str) -> tuple[str, list[str]]:
    """Return the one body a text names, and what else it says; "" where it names none or several."""
    if not text.strip():
        return "", []
    pieces = [_THROUGH.sub("", x.strip(" .:,")) for x in _SPLIT.split(_without_lead(text)) if x.strip(" .:,()")]
    named = [x for x in pieces if is_body(x) and len(_name(x).split()) <= 10 and _may_name(x)]
    if not named or any(len(_parts(x)) > 1 for x in named) or not _are_one(named):
        return "", []
    rest = [x for x in pieces if x not in named and re.search(r"\w{2}", x) and not _ANSWERS.match(x)]
    return ", ".join(map(_name, named)), rest


def _are_one(named: list[str]) -> bool:
    """Return whether pieces name one body: itself, or it and the municipality it is in."""
    kinds = [kind_of(x) for x in named]
    return len(named) == 1 or (len(named) == 2 and kinds.count(ControllerKind.MUNICIPALITY) == 1)


def _may_name(text: str) -> bool:
    """Return whether a text can be a name: it begins with a capital and not with "vi" or "respektive"."""
    return text[:1].isupper() and not table("around")["not_a_name"].match(text)


def bodies(text: str) -> tuple[list[str], list[str]]:
    """Return the bodies a list names, and what else it says."""
    pieces = [x.strip(" .:,") for x in _SPLIT.split(_without_lead(text)) if x.strip(" .:,()")]
    names: list[str] = []
    rest: list[str] = []
    for piece in pieces:
        bracket = piece.startswith("(")
        found = [] if bracket else [x for x in _parts(piece) if _may_name(x) and (is_body(x) or len(x.split()) <= 4)]
        names += [_name(x) for x in found]
        rest += [] if found else [piece.strip("() ")]
    return names, rest


def _parts(piece: str) -> list[str]:
    """Return the bodies joined by "och"; "kultur- och fritidsnämnden" and "vård och omsorgsnämnden" are one."""
    parts = _AND.split(piece)
    whole = [is_body(x) for x in parts]
    return (
        [x.strip() for x in parts]
        if len(parts) > 1 and all(whole) and not any(x.endswith("-") for x in parts)
        else [piece]
    )


_FOR_WHAT = re.compile(
    r"^[^\n:.,]{0,60}ansvarig\w*[^\n:.,]{0,60}:\s*|^[^\n:.,]{0,30}controller[^\n:.,]{0,60}:\s*", re.IGNORECASE
)


def _without_lead(text: str) -> str:
    text = _FOR_WHAT.sub("", text)
    lead = re.compile(rf"\s*(?:(?:den|the)\s+)?(?:{table('around')['lead'].pattern})\s*[:,]?\s*", re.IGNORECASE)
    match = lead.match(text)
    while match and match.end() < len(text.rstrip()):
        text = _IS.sub("", text[match.end() :])
        match = lead.match(text)
        text = text[:1].upper() + text[1:] if _BOARD.match(text) else text
    return text


def _name(piece: str) -> str:
    name = _TAIL.sub("", piece).strip(" .,:()-–")
    return name[:1].upper() + name[1:]


def addressed(address: str) -> tuple[str, str]:
    """Return the body that an address begins with, and the address below it; "" where it begins with none."""
    name, _comma, below = address.partition(", ")
    return (name, below) if below and kind_of(name) and body(name)[0] else ("", address)


def is_only_body(text: str) -> bool:
    """Return whether a text is the name of a body and of nothing else: a line that lost its break stands so."""
    name, rest = body(text)
    genitive = text.casefold().endswith("s") and not text.casefold().endswith("ss")
    return bool(name) and not rest and not genitive and name.casefold() == text.casefold()
