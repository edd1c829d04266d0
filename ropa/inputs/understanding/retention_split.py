"""A text about keeping taken apart: its lines, what stands before a colon, and the parts of a sentence with a say each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .items import sentences
from .retention_periods import periods
from .retention_scan import Scan
from .retention_verbs import verbs
from .retention_when import known_event
from .retention_words import words

_BULLET = re.compile(r"^\s*(?:[-–—•*·o▪◦]\s+|\d{1,2}[.)]\s+(?=\D)|[a-z]\)\s+)")
_CUT = re.compile(
    r"(?:\s*[,;]\s+|\s+)(?:och|samt|men|medan|og|and|but|while|mens|whereas)\s+|\s*[,;]\s+|\s+(?:→|=>|\+|/)\s+|\s+(?=därefter\s)",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"(?:\b(?:i|och|av|som|för|till|på|med|att|om|den|det|en|ett|vid|efter|eller|samt|från|under)|,)$", re.I
)
_HEAD = re.compile(r"(?P<head>[^:]{1,120}?)\s*(?::\s+|:$|\s+[–—-]\s+|\t+)(?P<body>.*)", re.DOTALL)


@dataclass(frozen=True)
class Statement:
    """A sentence, or what stands in its place."""

    text: str
    """As it stands in the passage."""
    head: str = ""
    """What stands before its colon, or the line of its own that it stands under."""
    body: str = ""
    """The rest, to be read."""
    opens: bool = False
    """Whether it only heads the lines below it."""
    alone: bool = False
    """Whether it has a line of its own."""


def statements(text: str) -> list[Statement]:
    """Return the sentences of a text with the heads they stand under, in their order."""
    lines = [list(_said(line)) for line in _lines(text)]
    return [replace(_statement(said), alone=len(line) == 1) for line in lines for said in line]


def _lines(text: str) -> Iterator[str]:
    """Yield the paragraphs and entries of a text; a line that was only wrapped goes on in the next."""
    held = ""
    for line in text.splitlines():
        if held and _goes_on(held, line):
            held = f"{held}\n{line}"
            continue
        if held.strip():
            yield held
        held = line if line.strip() else (held if held and _OPEN_END.search(held.rstrip()) else "")
        if not line.strip() and not held:
            continue
    if held.strip():
        yield held


def _goes_on(before: str, line: str) -> bool:
    before = before.rstrip()
    if not line.strip() or _BULLET.match(line) or not line.strip()[0].islower():
        return not line.strip() and bool(_OPEN_END.search(before))
    return bool(_OPEN_END.search(before)) or (len(before.splitlines()[-1]) > 45 and before[-1] not in ".:;!?")


def _sentences(line: str) -> Iterator[str]:
    """Yield the sentences of a line that may have been wrapped, each as it stands."""
    at = 0
    for sentence in sentences(" ".join(line.split())):
        match = re.compile(r"\s+".join(map(re.escape, sentence.split()))).search(line, at)
        at = match.end() if match else at
        yield match[0] if match else sentence


def _said(line: str) -> Iterator[str]:
    for sentence in _sentences(_BULLET.sub("", line)):
        for part in re.split(r";\s+|;$|\s+[•·]\s+", sentence):
            if part.strip(" .,-–•"):
                yield part.strip()


def _statement(said: str) -> Statement:
    match = _HEAD.match(said)
    if match is None or len(match["head"].split()) > 9 or _inside_bracket(match["head"]):
        return Statement(said, body=said)
    colon = ":" in said[: match.start("body")]
    if not match["body"].strip():
        return Statement(said, head=match["head"], opens=True) if colon else Statement(said, body=said)
    if has_core(match["head"]) and not colon:
        return Statement(said, body=said)
    return Statement(said, head=match["head"], body=match["body"])


def _inside_bracket(text: str) -> bool:
    return text.count("(") != text.count(")")


def has_core(text: str) -> bool:
    """Return whether a text says what happens, or when."""
    if periods(text) or any(not x.relative for x in verbs(Scan(text))):
        return True
    if words().for_ever.search(text) or words().openers["until"].match(text.lstrip(" (–-")):
        return True
    return any(
        known_event(text[m.start() :], text) for way in ("when", "until") for m in words().openers[way].finditer(text)
    )


def parts(text: str) -> list[str]:
    """Return the parts of a sentence that say something of keeping each: "beslut bevaras, övrigt gallras"."""
    asides = [m for m in re.finditer(r"\(([^()]{6,})\)", text) if has_core(m[1]) and not _leans(m[1])]
    outside = "".join(_without(text, asides))
    if not asides or not has_core(outside):
        return _cut_apart(text)
    return [*_cut_apart(outside), *(m[1] for m in asides)]


def _without(text: str, found: list[re.Match[str]]) -> Iterator[str]:
    at = 0
    for match in found:
        yield text[at : match.start()]
        at = match.end()
    yield text[at:]


def _cut_apart(text: str) -> list[str]:
    pieces = _pieces(text)
    grown: list[list[tuple[str, str]]] = []
    waiting: list[tuple[str, str]] = []
    for separator, piece in pieces:
        core = has_core(piece) and not _leans(piece)
        if core and not grown and waiting and words().phrases["at_most"].match(piece):
            grown, waiting = [waiting], []
        if not grown:
            waiting.append((separator, piece))
            grown = [waiting] if core else []
            waiting = [] if core else waiting
        elif core:
            forward = waiting if _lists(waiting) else []
            if not forward:
                grown[-1] += waiting
            grown.append([*forward, (separator, piece)])
            waiting = []
        else:
            waiting.append((separator, piece))
    if not grown:
        return [text]
    grown[-1] += waiting
    return ["".join(s + p for s, p in part).strip(" ,;") for part in grown]


def _pieces(text: str) -> list[tuple[str, str]]:
    """Return (what stands before it, piece) along commas and "och"; brackets stay whole."""
    covered = re.sub(r"\([^()]*\)|[”\"“»][^”\"“»«]*[”\"“»«]", lambda m: "x" * len(m[0]), text)
    pieces, at, separator = [], 0, ""
    for match in _CUT.finditer(covered):
        if _counts(covered, match):
            continue
        pieces.append((separator, text[at : match.start()]))
        separator, at = text[match.start() : match.end()], match.end()
    return [*pieces, (separator, text[at:])]


def _counts(text: str, match: re.Match[str]) -> bool:
    """Return whether a separator stands inside a number or a list of days: "5, 15 och 25", "1 år och 6 månader"."""
    after = text[match.end() :]
    before = text[: match.start()]
    if re.search(r"\d(?::?e)?$", before) and re.match(
        r"(?:den\s+|dag\s+)?\d+(?::?e)?(?=\s*(?:,|och|i |$|[.;)]|[a-zåäö]))(?!\s*(?:år|mån|dag|veck|day|year|month|week|uk|ug|dø|dy))",
        after,
    ):
        return True
    if re.match(r"(?:ett |en |et )?halv", after):
        return True
    return bool(re.search(r"(?:\d+|ett|en) år$", before) and re.match(r"(?:\d+\s*mån|ett halvt)", after))


def _leans(piece: str) -> bool:
    """Return whether a piece only says when the one before it holds, what it leaves out, or why."""
    return any(words().openers[kind].match(piece) for kind in ("condition", "exception", "reason"))


def _lists(waiting: list[tuple[str, str]]) -> bool:
    """Return whether what waits between two says belongs to the later one: "…, beslut och protokoll bevaras"."""
    if not waiting or not waiting[0][0].strip().startswith((",", ";")):
        return False
    named = [piece for _, piece in waiting]
    return all(
        len(x.split()) <= 3 and not re.match(r"(?:i|på|av|för|om|vid|efter|dock|även|se|enligt)\b", x) for x in named
    )
