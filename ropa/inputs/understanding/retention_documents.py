"""What a part of a sentence is about: the documents it names, and what of it nothing has understood."""

import re

from ...vocabulary import Medium
from .retention_draft import Draft
from .retention_scan import Chunk, Scan, is_generic
from .retention_verbs import Verb, takes_object
from .retention_words import words

_DOES = re.compile(r"\s[a-zåäö]{3,}(?:as|ls|rs|gs)$")
"""A passive verb at the end, of which nobody knows what it does to documents: "avställs", "publiceras"."""
_DOES_WHEN = re.compile(
    r"\s[a-zåäö]{3,}(?:as|ls|rs|gs)\s+(?:när|då|om|vid|efter|så snart|i samband med)\s.*$", re.DOTALL
)
_IN = re.compile(r"i|på|hos|via|genom|från|in|at|hos", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"i|på|hos|via|genom|från|av|in|at|by|under|med|till|enligt|inom|efter|före|innan|vid|eller|senast|tidigast|om|etter|before|after",
    re.IGNORECASE,
)


def take_documents(scan: Scan, draft: Draft, main: Verb | None) -> None:
    """Find the documents that are named; whatever else is left in the text stays as it stands."""
    chunks = list(scan.chunks())
    subject = _subject(scan, chunks, main)
    draft.subjectless = subject is None
    for chunk in chunks:
        if chunk is not subject and not is_generic(chunk.text):
            draft.rest.append(chunk.text)
    if subject is None:
        return
    whole = _whole(scan, subject)
    if main is not None:
        whole = _without_other_verb(whole, draft)
    if whole.start > subject.start:
        draft.rest.append(scan.said[subject.start : whole.start].strip(" ,"))
    subject = whole
    draft.others = bool(words().phrases["rest"].match(subject.text))
    draft.medium = draft.medium or _medium(subject.text)
    if not is_generic(subject.text):
        draft.documents = _ABOUT.sub("", subject.text) if draft.selection else subject.text
        draft.unknown = main is None and without_verb(subject.text) != subject.text and " som " not in subject.text
        draft.open = draft.open or draft.unknown


_EACH = re.compile(r"(?:varje|var|hver|hvert|every|each)\s", re.IGNORECASE)
"""What names a time that comes again, and no documents: "varje läsårsslut"."""


_ABOUT = re.compile(
    r"\s(?:som\s+(?:rör|avser|gäller|handlar|tillhör)|rörande|avseende|gällande|angående|för|om)$", re.IGNORECASE
)
"""What only led to the persons that a selection names: "akter som rör"."""


def _subject(scan: Scan, chunks: list[Chunk], main: Verb | None) -> Chunk | None:
    """Return what the part is about: what stands before its verb, else after it."""
    named = [x for x in chunks if not _IN.fullmatch(x.lead) and not (x.text[0] == "(" and x.text[-1] == ")")]
    named = [x for x in named if not _EACH.match(x.text)]
    if main is None:
        return next((x for x in named if _leads(scan, x)), None)
    before = [x for x in named if x.end <= main.start and not words().agents.fullmatch(x.text)]
    if main.noun:
        return next((x for x in chunks if x.start >= main.end and x.lead in {"av", "of", "af"}), None)
    after = [x for x in named if x.start >= main.end and (takes_object(scan, main) or _inverted(scan, main, x))]
    if after and takes_object(scan, main) and not _PREPOSITION.fullmatch(after[0].lead):
        return after[0]
    return before[-1] if before else after[0] if after else None


_DOES_AND = re.compile(r"(?P<other>.*\s[a-zåäö]{3,}(?:as|ls|rs|gs)\s+och)\s+(?P<rest>.+)", re.DOTALL)

_DOES_AND_THEN = re.compile(r"(?P<other>.*\s[a-zåäö]{3,}(?:as|ls|rs|gs)(?:\s[^,]*)?,)\s+(?P<rest>[^,]+)", re.DOTALL)


def _without_other_verb(subject: Chunk, draft: Draft) -> Chunk:
    """Return the subject without what else is done to it, or to something else: "synpunkter besvaras och …"."""
    match = _DOES_AND.fullmatch(subject.text) or _DOES_AND_THEN.fullmatch(subject.text)
    if match and " som " not in match["other"]:
        draft.rest.append(match["other"])
        return Chunk(match["rest"], subject.start + match.start("rest"), subject.end, subject.lead)
    match = _DOES.search(subject.text) or _DOES_WHEN.search(subject.text)
    if match and " som " not in subject.text:
        draft.rest.append(match[0].strip())
        return Chunk(subject.text[: match.start()], subject.start, subject.start + match.start(), subject.lead)
    return subject


def without_verb(documents: str) -> str:
    """Return what documents are named, without the passive verb at their end: "konto inaktiveras"."""
    return _DOES_WHEN.sub("", _DOES.sub("", documents))


def _inverted(scan: Scan, main: Verb, chunk: Chunk) -> bool:
    """Return whether the subject follows a passive verb: "efter två år gallras ansökan"."""
    return not _PREPOSITION.fullmatch(chunk.lead) and "," not in scan.said[main.end : chunk.start]


def _leads(scan: Scan, chunk: Chunk) -> bool:
    """Return whether a stretch without a verb names documents: "ansökan 2 år", "2 år för ansökan"."""
    before = scan.said[: chunk.start]
    return (
        not before.strip(" \n(–-•")
        or chunk.lead in {"för", "for", "of", "gäller"}
        or not re.search(r"\d|\x00", scan.text[: chunk.start])
    )


_ATT = re.compile(
    r".*?(?<!\w)(?:innebär|betyder|beslutat|gäller|så|är|means)\s+(?:att|that)\s+", re.IGNORECASE | re.DOTALL
)
_ARTICLE = re.compile(r"(?<!\w)(?:de|den|det|dessa|sådana|alla|ej|inte|icke|ikke|the|not)\s+$", re.IGNORECASE)


def _whole(scan: Scan, subject: Chunk) -> Chunk:
    """Return the subject with its article, and without a clause that only leads to it: "… innebär att"."""
    start = subject.start
    if match := _ATT.match(subject.text):
        start += match.end()
    elif article := _ARTICLE.search(scan.text[:start]):
        start = article.start()
    return Chunk(scan.said[start : subject.end], start, subject.end, subject.lead)


def _medium(text: str) -> Medium | None:
    found = [Medium(name) for name, pattern in words().media.items() if pattern.search(text)]
    return found[0] if len(found) == 1 else None
