"""When it happens: the event that a part of a sentence counts from, and the end of a year it is drawn out to."""

import re

from ...vocabulary import PeriodEnd
from .retention_draft import Draft, Occasion
from .retention_scan import Scan
from .retention_verbs import Verb
from .retention_words import MASK, Event, words

_STOP = re.compile(
    rf"[,;()]|[.:](?=\s|$)|{MASK}|\s(?:enligt|varefter|därefter|dock|i enlighet|ska|skall|kommer|men|eller (?:när|efter|vid|senast|om|så|tidigast|då))\s",
    re.IGNORECASE,
)
_EVENT_FOLLOWS = re.compile(r"\s+(?:då|när|som|efter|för|in which|when|hvor|der|da)\s+\w", re.IGNORECASE)


# --- the end of a year --------------------------------------------------------------------------------------------


def take_ends(scan: Scan, draft: Draft) -> None:
    """Find how far the period is drawn out. "Kalenderårets utgång" alone is no end of a period but an event."""
    for end, pattern in words().ends[::-1]:
        if (match := pattern.search(scan.text)) and _draws_out(scan, draft, match, end):
            draft.period_end = end
            _mask_with_lead(scan, match)
            return


def _draws_out(scan: Scan, draft: Draft, match: re.Match[str], end: PeriodEnd) -> bool:
    if end is PeriodEnd.NEXT_CALENDAR_YEAR or _EVENT_FOLLOWS.match(scan.text, match.end()):
        return True
    counted = re.search(rf"(?:{words().openers['after'].pattern})\s*$", scan.text[: match.start()], re.IGNORECASE)
    return bool(draft.period) and not counted


def _mask_with_lead(scan: Scan, match: re.Match[str]) -> None:
    lead = re.search(
        r"(?:(?:senast|efter|from|after|at|by|och|vid|till|i|under|den|det|utgången|slutet|av)\s+){0,6}$",
        scan.text[: match.start()],
        re.I,
    )
    scan.mask(lead.start() if lead else match.start(), match.end())


# --- the event ----------------------------------------------------------------------------------------------------


def take_occasions(scan: Scan, draft: Draft, main: Verb | None, places: str) -> None:
    """Find the event that the period is counted from; a second one is left to be read by people."""
    _take_beside(scan, draft, places)
    _take_inverted(scan, draft, main, places)
    done: set[int] = set()
    while found := _next(scan, draft, main, places, done):
        occasion, start, end = found
        done.add(start)
        said = scan.mask(start, end)
        if draft.occasion is None:
            draft.occasion = occasion
        else:
            draft.rest.append(said)


_BESIDE = (
    re.compile(rf"^\W*(?P<event>[^{MASK}+]+?)\s*\+\s*(?={MASK})"),
    re.compile(rf"(?<={MASK})\s*\((?P<event>[^(){MASK}]+)\)"),
)
"""A known event beside a period: "anställningens slut + 10 år", "5 år (avslutat ärende)"."""


def _take_beside(scan: Scan, draft: Draft, places: str) -> None:
    """Find a known event that stands beside the period with no word that leads to it."""
    _take_genitive(scan, draft, places)
    for pattern in _BESIDE if draft.period and draft.occasion is None else ():
        match = pattern.search(scan.text)
        if match and (event := known_event(match["event"], places)):
            draft.occasion = Occasion(match["event"], event.code)
            scan.mask(match.start(), match.end())
            return


def _take_genitive(scan: Scan, draft: Draft, places: str) -> None:
    """Find an event that a period stands before: "18 månaders inaktivitet"."""
    for match in re.compile(rf"(?<={MASK})\s(?P<event>\w{{4,}})").finditer(scan.text):
        genitive = re.search(r"(?:års|månaders|månads|veckors|dagars|dygns)$", scan.said[: match.start()])
        if genitive and (event := known_event(match["event"], places)):
            draft.occasion = Occasion(scan.mask(match.start("event"), match.end()), event.code)
            return


_INVERTED = re.compile(
    r"\W*(?:återkalla[srt]?|avslutas?|upphör|avbryts|dras|drar|tas|tar|sägs|slutar|trækkes|trekkes|tilbagekaldes|ophører|opphører)\s+\w",
    re.IGNORECASE,
)


def _take_inverted(scan: Scan, draft: Draft, main: Verb | None, places: str) -> None:
    """Find a known event told without a word that leads to it: "upphör avtalet raderas uppgifterna"."""
    lead = scan.said[: main.start].rstrip(" ,") if main and main.action else ""
    told = draft.occasion is None and _INVERTED.match(lead) and MASK not in scan.text[: len(lead)]
    if told and (event := known_event(lead.strip(), places)):
        draft.occasion = Occasion(lead.strip(), event.code, "when")
        scan.mask(0, len(lead))


_WEAK = {"on", "at", "sedan", "upon", "da", "då"}
"""Words that lead to an event, and to much else."""

Found = tuple[Occasion, int, int]


def _next(scan: Scan, draft: Draft, main: Verb | None, places: str, done: set[int]) -> Found | None:
    for way in ("until", "after", "when"):
        for match in words().openers[way].finditer(scan.text):
            if match.start() not in done and (found := _occasion(scan, draft, match, way, main, places)):
                return found
    return None


def _occasion(scan: Scan, draft: Draft, match: re.Match[str], way: str, main: Verb | None, places: str) -> Found | None:
    begin = match.end()
    stop = _STOP.search(scan.text, begin)
    start, end = trimmed_event(scan.said, begin, stop.start() if stop else len(scan.text))
    text = scan.said[start:end]
    if all(words().fillers.fullmatch(x) for x in re.findall(r"\w+", text)):
        return None
    event = known_event(text, places) or (known_event(f"{match[0]} {text}", places) if way != "after" else None)
    if event is None and not _may_be_own(scan, draft, match, way, main):
        return None
    code = event.code if event else ""
    if event is None and way == "until":
        draft.condition.append(scan.mask(match.start(), end).strip())
        draft.lasting = True
        return None
    if event and event.keep:
        draft.condition.append(scan.said[match.start() : end].strip())
    return Occasion(text, code, way, match[0]), match.start(), end


def trimmed_event(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of an event without blanks, and without punctuation or "och" at its end."""
    while start < end and text[start] in " \t\n":
        start += 1
    said = re.sub(r"(?:[\s.,;:–-]+|\s(?:och|eller|samt|og|and|or))+$", "", text[start:end])
    return start, start + len(said)


def known_event(text: str, places: str, about: str = "") -> Event | None:
    """Return the shipped event that the words name best: the one with the most of them, or None.

    `about` names the documents of a rule: then only the events count that such documents tell.
    """
    best: tuple[int, int] = (0, 0)
    chosen = None
    for order, event in enumerate(words().events):
        if event.where and not event.where.search(places):
            continue
        if bool(event.about) is not bool(about) or (event.about and not event.about.search(about)):
            continue
        if event.whole.fullmatch(text.removeprefix("att ").strip()):
            return event
        for match in event.said.finditer(text):
            if event.first and text[: match.start()].strip() not in {"", "det", "att", "ett", "the"}:
                continue
            if (size := (len(match[0]), -order)) > best:
                best, chosen = size, event
    return chosen


def _may_be_own(scan: Scan, draft: Draft, match: re.Match[str], way: str, main: Verb | None) -> bool:
    """Return whether an event nobody ships may be meant: it follows right on the period or on what happens."""
    opener = match[0].casefold()
    if opener in {"utan", "uten", "uden", "without"} or (opener in _WEAK and not (draft.period or draft.period_end)):
        return False
    before = scan.text[: match.start()].rstrip(" ")
    if opener.startswith(("räkna", "counted")) and draft.period:
        return True
    if (
        not before.strip()
        and opener in {"efter", "när", "after", "when", "etter", "når"}
        and len(scan.said.split()) <= 5
    ):
        return True
    follows = not before.strip() or before.endswith(MASK) or (main is not None and main.end == len(before))
    if way == "until":
        return draft.keeps or draft.action is not None or not scan.text[: match.start()].strip(" (–-")
    if way == "when" and opener.split()[-1] in {"vid", "ved"} and draft.period:
        return False
    return follows and bool(draft.period or draft.period_end or draft.action or draft.keeps)


def settle_event(draft: Draft, places: str) -> None:
    """Let what a rule is about tell its event: "uppsägning" of an agreement, "konton som inte använts på två år"."""
    if draft.occasion and not draft.occasion.code and draft.documents:
        known = known_event(draft.occasion.text, places, draft.documents)
        draft.occasion.code = known.code if known else ""
    if draft.occasion is None and draft.period and (idle := _idle(draft.documents, places)):
        draft.occasion = Occasion(idle, "rt-inaktiv")


def _idle(documents: str, places: str) -> str:
    """Return the words that say that what is kept has lain unused for the period; "" where none do."""
    said = re.search(r"(?<!\w)som\s+(?P<event>(?:inte|ej|icke)\s.+)", documents)
    known = known_event(said["event"], places) if said else None
    return said["event"] if said and known and known.code == "rt-inaktiv" else ""
