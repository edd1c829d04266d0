"""Sentences that tell what is listed: where the list in them begins and ends."""

import re
from dataclasses import dataclass
from functools import cache

from .cutting import Span, brackets, stripped
from .occurrences import conditions, phrases
from .synonyms import setting

_TELLER = r"(?:[\w-]*(?:nämnden|nämnd|förvaltningen|kommunen|kommun|enheten|skolan|verksamheten|kontoret|biblioteket|bolaget|avdelningen|staden|kommunens))"
_RELATIVE = re.compile(r"(?:du|dig|ni|den|de|dem|personer|person|någon|barn|elever) som(?: \w+)?\s*$", re.IGNORECASE)
"""What opens a clause that names a group: its verb tells of nothing."""
_BEGINS = r"(?:i|om|vid|för|när|inom|under|på|utöver|förutom|genom|de|den|det|dessa|som|vilka|our|we|the|in|for|disse|følgende|følgjande)"


@dataclass(frozen=True)
class Told:
    """Where a sentence lists, and what else it says."""

    listed: Span
    around: str
    """The words before and after what is listed."""


@cache
def _telling() -> re.Pattern[str]:
    marks = setting("occurrence")
    between = phrases(
        [*setting("generic"), *marks["may-occur"], *marks["always"], *marks["never"], *setting("telling")]
    )
    helping = rf"(?:{phrases(setting('helping'))}\s+(?:{between}\s+)*)?"
    return re.compile(rf"{helping}{phrases(setting('telling'))}(?:[\s:]+{between})*(?=[\s:]|[.!]?\s*$)", re.IGNORECASE)


@cache
def _introducing() -> re.Pattern[str]:
    words = phrases(
        [*setting("generic"), *setting("telling"), *setting("occurrence")["may-occur"], "de", "den", "det", "dessa"]
    )
    plain = rf"[\s\x00,]*(?:(?:{words}|{_TELLER})[\s\x00,]*)*"
    return re.compile(rf"{plain}|{_BEGINS}\b[^,;]*", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    listed = phrases([*setting("telling"), *setting("verbs")])
    does = r"(?<![^\W_])(?:(?:person)?uppgifterna|materialet|handlingarna|vi|du)\s+\w{3,}(?:ar|er|[^\W\d_aeiouyåäös]s)(?![^\W_])"
    return re.compile(rf"{does}|{listed}|(?<![^\W_])\w{{4,}}(?:(?<!n)as|förs)(?![^\W_])", re.IGNORECASE)


def told(text: str, within: Span) -> Told | None:
    """Return where a sentence that tells of data lists them; None where it does not tell or what it lists is unclear."""
    plain = masked(text, within)
    comma = re.search(r"[,;]", plain)
    verbs = list(_telling().finditer(plain))
    early = [v for v in verbs if not comma or v.start() < comma.start()]
    for verb in reversed(early):
        if _RELATIVE.search(plain[: verb.start()]):
            continue
        if plain[verb.end() :].strip(" .!?\x00") and _introducing().fullmatch(plain[: verb.start()]):
            return _told(text, within, verb.end(), len(plain))
    if verbs and not plain[verbs[-1].end() :].strip(" .!?\x00") and plain[: verbs[-1].start()].strip():
        return _told(text, within, 0, verbs[-1].start())
    return None


def _told(text: str, within: Span, start: int, end: int) -> Told:
    listed = stripped(text, within.start + start, within.start + end, " :")
    return Told(listed, f"{text[within.start : listed.start]} {text[listed.end : within.end]}".strip())


def masked(text: str, within: Span) -> str:
    """Return a part of a text with its conditions and brackets blotted out, each character in its place."""
    characters = list(within.of(text))
    for span in (*conditions(text, within), *brackets(text, within)):
        for place in range(span.start, min(span.end, within.end)):
            characters[place - within.start] = "\x00"
    return "".join(characters)


def has_verb(words: str) -> bool:
    """Return whether words tell something: a finite verb stands in them, conditions and brackets aside."""
    return bool(_verbs().search(masked(words, Span(0, len(words)))))


def is_prose_sentence(sentence: str) -> bool:
    """Return whether a sentence tells rather than lists: what a colon introduces is a list."""
    head, colon, rest = sentence.partition(": ")
    said = rest if colon and len(head.split()) <= 12 else sentence
    return len(said.split()) > 2 and has_verb(said)
