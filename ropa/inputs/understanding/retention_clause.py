"""One part of a sentence -> what it says of keeping and disposal."""

import re

from ...vocabulary import Medium, RetentionAction, Selection
from .knowledge import Knowledge
from .law import references
from .retention_documents import take_documents
from .retention_draft import Draft, Occasion
from .retention_periods import FoundPeriod, periods
from .retention_scan import Scan
from .retention_selection import take_selection
from .retention_support import take_supports
from .retention_verbs import Verb, main_verb, verbs
from .retention_when import known_event, take_ends, take_occasions
from .retention_words import MASK, words

_IN_FORM = re.compile(
    r"(?<!\w)(?:i (?P<a>pappersform|digital form|elektronisk form|fysisk form|papper)|(?P<b>på papper|digitalt|elektroniskt))(?!\w)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?<!\w)om\s+(?!\x00)(?:[^\s,;()\x00]+\s+){0,6}?(?!(?:efter|under|över|eller|utöver|etter|senare|åter|sommar|vinter)(?!\w))(?:är|har|finns|inte|blir|sker|\w{2,}(?:[ae]r|as|es|rs|ts))(?!\w)",
    re.IGNORECASE,
)


_TAKES_OM = re.compile(
    r"(?<!\w)(?:uppgift|handling|anteckning|information|dokument|beslut|ärende|ansök|anmäl|register|registr|akt|list|underlag|intyg|fråg|synpunkt|statistik)\w*$",
    re.IGNORECASE,
)
"""Nouns that say with "om" what they are about: "uppgifter om gäster"."""
_PRONOUN = re.compile(r"\s*(?:att|den|det|de|du|man|någon|inte|ej|ingen|inget|inga|personen|ärendet)\s", re.IGNORECASE)


def read_clause(text: str, places: str, knowledge: Knowledge) -> Draft:
    """Return what a part of a sentence says; `places` is the text around it and the activity's name."""
    scan, draft = Scan(text), Draft()
    _take_start(scan, draft)
    take_supports(scan, draft)
    _take_laws(scan, draft, knowledge)
    take_selection(scan, draft)
    found = verbs(scan)
    main = main_verb(scan, found)
    _take_thereafter(scan, draft)
    draft.rest += [m[0] for m in scan.take_all(words().phrases["for_now"])]
    _take_for_ever(scan, draft)
    _take_clauses(scan, draft, main)
    _take_verbs(scan, draft, found, main)
    _take_period(scan, draft)
    _take_words(scan, draft)
    take_ends(scan, draft)
    take_occasions(scan, draft, main, places)
    _settle(draft)
    take_documents(scan, draft, main)
    return draft


def _take_start(scan: Scan, draft: Draft) -> None:
    said = words().phrases
    draft.counts = bool(re.match(rf"\W*(?:{said['counts'].pattern})", scan.text, re.IGNORECASE))
    for name in ("elaborates", "thereafter"):
        pattern = re.compile(rf"[\s,(–-]*(?:och\s+|men\s+)?(?:{said[name].pattern})", re.IGNORECASE)
        if match := pattern.match(scan.text):
            scan.mask(match.start(), match.end())
            setattr(draft, name, True)


def _take_laws(scan: Scan, draft: Draft, knowledge: Knowledge) -> None:
    for found in references(scan.text, knowledge):
        words_ = scan.said[found.start : found.end]
        for start, end in found.spans:
            scan.mask(start, end)
        draft.laws.append((found.law, found.pinpoint, words_))


def _take_thereafter(scan: Scan, draft: Draft) -> None:
    """ "Året därefter" is the end of a year, and "två år därefter" a period; any other "därefter" goes on."""
    inside = words().phrases["inside"].pattern
    if scan.take(re.compile(rf"(?<!året )(?<!år )(?:{inside})", re.IGNORECASE)):
        draft.thereafter = True


def _take_for_ever(scan: Scan, draft: Draft) -> None:
    draft.for_ever = bool(scan.take_all(words().for_ever))


# --- conditions, exceptions, reasons ------------------------------------------------------------------------------


def _take_clauses(scan: Scan, draft: Draft, main: Verb | None) -> None:
    for kind in ("exception", "reason", "condition"):
        while span := _clause_of(scan, kind, main):
            said = scan.mask(*span).strip(" ,.;:()")
            if kind == "condition" and draft.occasion is None and (asked := _asked_for(said, main)):
                draft.occasion = asked
            elif kind == "condition":
                draft.condition.append(said)
            elif not getattr(draft, kind):
                setattr(draft, kind, said)
            else:
                draft.rest.append(said)


def _asked_for(said: str, main: Verb | None) -> Occasion | None:
    """Return the wish of a person that a condition names: "om samtycket dras tillbaka" is when it happens."""
    opener, _space, event = said.partition(" ")
    if (
        main is None
        or main.action is not RetentionAction.DISPOSE
        or opener.casefold() not in {"om", "hvis", "dersom", "if"}
    ):
        return None
    known = known_event(event, "")
    return Occasion(event, known.code, "when", opener) if known and known.code in _WISHES else None


_WISHES = {"rt-samtycke-aterkallat", "rt-begaran"}


def _clause_of(scan: Scan, kind: str, main: Verb | None) -> tuple[int, int] | None:
    for match in words().openers[kind].finditer(scan.text):
        if kind == "condition" and not _asks(scan, match, main):
            continue
        end = _end_of(scan, match, main)
        if _says_more(match[0], scan.said[match.start() : end]):
            return match.start(), end
    return None


def _says_more(opener: str, said: str) -> bool:
    """Return whether words follow the opener, or it says all by itself: "vid behov", "för forskning"."""
    return len(said.split()) > len(opener.split()) or bool(
        re.search(r"behov|need|^(?:för|åt|till) (?!att)\w+", opener, re.IGNORECASE)
    )


def _asks(scan: Scan, match: re.Match[str], main: Verb | None) -> bool:
    """Return whether "om" opens a condition here; in "uppgifter om hälsa" and "om 2 år" it does not."""
    if match[0].casefold() not in {"om", "om inte"}:
        return True
    rest = scan.text[match.end() :]
    if any(x.start <= 2 for x in periods(rest)):
        return False
    before = scan.text[: match.start()].rstrip(" ")
    if not before.strip(" (-–:") or before[-1] in ",;(" or (main and main.end == len(before)):
        return True
    if (main and match.end() < main.start) or (_TAKES_OM.search(before) and not _PRONOUN.match(rest)):
        return False
    return bool(_ASKED.match(scan.text[match.start() :])) and " som " not in f" {rest[:40]} "


def _end_of(scan: Scan, match: re.Match[str], main: Verb | None) -> int:
    """Return where a clause ends: at its comma or bracket; a leading one at the latest where the main clause begins."""
    stop = re.compile(rf",(?!\s*\d)|[;()]|[.](?=\s|$)|{MASK}|\s(?:enligt|varefter|därefter)\s").search(
        scan.text, match.end()
    )
    end = stop.start() if stop else len(scan.text)
    if main and match.start() < main.start < end:
        end = main.group
    return end


# --- what happens, and how long -----------------------------------------------------------------------------------


def _take_verbs(scan: Scan, draft: Draft, found: list[Verb], main: Verb | None) -> None:
    if main is None:
        return
    draft.action, draft.keeps = main.action, main.action is None
    if other := next((x for x in found if _alternative(scan, main, x)), None):
        draft.action, draft.open = None, True
        draft.rest.append(scan.mask(main.start, other.end))
        return
    _mask_verb(scan, main)
    for verb in found:
        inside = MASK in scan.text[verb.start : verb.end] or verb.relative or _of_another(scan, main, verb)
        if verb is not main and not inside and verb.action in {main.action, None}:
            scan.mask(verb.start, verb.end)
        elif verb is not main and not inside and main.action is None:
            draft.action = verb.action
            scan.mask(verb.start, verb.end)
    if main.action is None and (ever := [x for x in found if x.relative and x.action is RetentionAction.PRESERVE]):
        draft.action = ever[0].action


def _mask_verb(scan: Scan, verb: Verb) -> None:
    """Mark a verb as understood, but no period that stands in its midst: "levereras efter tio år till arkivet"."""
    start = verb.start
    for inside in periods(scan.said[verb.start : verb.end]):
        scan.mask(start, verb.start + inside.start)
        start = verb.start + inside.end
    scan.mask(start, verb.end)


_OTHER_CLAUSE = re.compile(r"(?<!\w)(?:när|då|samtidigt som|så snart|i samband med att|når|når|when)\s", re.IGNORECASE)


def _of_another(scan: Scan, main: Verb, verb: Verb) -> bool:
    """Return whether a verb says what happens to something else: "gallras när akten gallras"."""
    return verb.start > main.end and bool(_OTHER_CLAUSE.search(scan.said[main.end : verb.start]))


def _alternative(scan: Scan, main: Verb, other: Verb) -> bool:
    """Return whether two verbs are offered to choose from: "gallras eller anonymiseras"."""
    between = scan.said[main.end : other.start].strip()
    return (
        other.start > main.end
        and other.action is not main.action
        and between.casefold() in {"eller", "/", "or", "och/eller"}
    )


def _take_period(scan: Scan, draft: Draft) -> None:
    found = periods(scan.text)
    if not found:
        return
    first = next((x for x in found if x.period), found[0])
    limit, start, end = _limit(scan, first)
    draft.period, draft.at_most = first.period, bool(limit and words().phrases["at_most"].fullmatch(limit))
    scan.mask(first.start, first.end)
    event = scan.said[first.end :].strip(" .")
    if first.period == "P0D" and len(event.split()) > 1 and (known := known_event(event, "")):
        draft.occasion = Occasion(event, known.code, "when")
        scan.mask(first.end, len(scan.said))
    said = scan.said[min(start, first.start) : max(end, first.end)]
    if not first.period:
        draft.rest.append(said)
    elif limit:
        draft.condition.append(said)
    for other in found:
        if other is not first and MASK not in scan.text[other.start : other.end]:
            draft.rest.append(scan.mask(other.start, other.end))


def _limit(scan: Scan, period: FoundPeriod) -> tuple[str, int, int]:
    """Mark what bounds a period, "minst" or "längst", and return it with its place; "" where nothing does."""
    for name in ("at_most", "at_least", "about"):
        said = words().phrases[name].pattern
        before = re.compile(rf"(?P<said>{said})(?=\s+(?:i\s+|efter\s+|in\s+|om\s+)?$)", re.IGNORECASE)
        after = re.compile(rf"\s+(?:som\s+)?(?P<said>{said})(?=$|[,.;)])", re.IGNORECASE)
        match = before.search(scan.text[: period.start]) or after.match(scan.text, period.end)
        if match:
            return scan.mask(match.start("said"), match.end("said")), match.start("said"), match.end("said")
    return "", period.start, period.end


def _take_words(scan: Scan, draft: Draft) -> None:
    if scan.take_all(words().phrases["as_a_rule"]):
        draft.as_a_rule = True
    if draft.for_ever and draft.action is None:
        draft.action = RetentionAction.PRESERVE
    for stage, pattern in words().stages:
        if draft.stage is None and draft.action is not RetentionAction.DELIVER and scan.take(pattern):
            draft.stage = stage
    if match := scan.take(_IN_FORM):
        said = match[0].casefold()
        draft.medium = Medium.PAPER if "papper" in said or "fysisk" in said else Medium.DIGITAL


def _settle(draft: Draft) -> None:
    """Kept for a time is not kept for ever: with a period, "bevaras" says only that it stays until then.

    The documents of those born on certain days are kept apart for good, whatever word says that they stay.
    """
    chosen = draft.selection is Selection.BIRTH_DAYS and draft.keeps
    if chosen and draft.action is None and not (draft.timed or draft.lasting):
        draft.action = RetentionAction.PRESERVE
    for_now = any(words().phrases["for_now"].fullmatch(x) for x in draft.rest)
    if draft.action is RetentionAction.PRESERVE and (draft.period or _until(draft) or for_now):
        draft.action, draft.keeps, draft.open = None, True, True


def _until(draft: Draft) -> bool:
    return draft.occasion is not None and draft.occasion.way == "until"
