"""What a text says of a processor besides its name: agreement, number, country, task."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from ...record import Text
from ...vocabulary import Agreement
from ...vocabulary.countries import country_choices
from .lists_rows import sentence
from .occurrences import phrases
from .synonyms import setting

_NUMBER = re.compile(
    r"(?:,?\s*\(?(?:org(?:anisations)?\.?\s?-?\s?(?:nr|nummer)\.?:?\s*))?\b(\d{6}-?\d{4})\b\)?", re.IGNORECASE
)
_DATE = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_REFERENCE = re.compile(
    r"\b(?:dnr|diarienr|diarienummer|avtalsnr|avtals-id|ref\.?|nr)[.:]?\s*((?:[A-ZÅÄÖ]{1,6}\s)?[\w/:.-]*\d[\w/:.-]*)",
    re.IGNORECASE,
)


@dataclass
class Told:
    """What a text says of a processor besides its name."""

    rest: str
    number: str = ""
    country: str = ""
    agreement: Agreement | None = None
    agreed: date | None = None
    reference: str = ""
    task: str = ""
    notes: list[str] = field(default_factory=list)

    def fields(self) -> dict[str, Any]:
        """Return the fields of a row."""
        said = {
            "country": self.country,
            "agreement": self.agreement,
            "agreement_date": self.agreed,
            "agreement_reference": self.reference,
            "task": Text(sv=sentence(self.task)),
            "note": Text(sv=sentence("; ".join(self.notes))),
        }
        return {name: value for name, value in said.items() if value}


def about(words: str) -> Told:
    """Return what words say of a processor, and what they leave: its name."""
    told = Told(words)
    if number := _NUMBER.search(told.rest):
        told.number = f"{number[1][:6]}-{number[1][-4:]}"
        told.rest = _NUMBER.sub(" ", told.rest)
    _read_agreement(told)
    _read_country(told)
    _read_brackets(told)
    told.rest = re.sub(r"\(\s*[,;:.]*\s*\)|\s+(?=[,;])", "", " ".join(told.rest.split())).strip(" ,;:–-.")
    told.rest = told.rest.removesuffix(" sedan")
    _read_task(told)
    return told


AGREED = re.compile(
    r"[,;–-]?\s*\(?(?:(?:har|finns|med|inget|ingen|inte)\s+)?(?:[\w-]*(?:avtal|aftale|avtale)[\w]*|puba|dpa|reglemente\w*|(?:data )?processing agreement)"
    r"(?::?\s+(?:ja|nej|finns|saknas|är|har|er|is|ska|kommer|att|ej|inte|tecknat|tecknad|tecknats|tecknas|upprättat|upprättas|klart|in place|signed|missing|"
    r"ännu|än|inngått|indgået|indgås|mangler|daterat|daterad|från|den|med|leverantören|of|dated|under|framtagande|upprättande|pågår|gäller))*",
    re.IGNORECASE,
)


def _read_agreement(told: Told) -> None:
    if not (found := AGREED.search(told.rest)):
        return
    words = told.rest[found.start() :]
    said = setting("agreement")
    if _says_any(said["open"], words):
        told.notes.append(words.strip(" ,;()–-"))
        told.rest = told.rest[: found.start()]
        return
    told.agreement = _agreement(words, told.rest[: found.start()])
    if told.agreement is None:
        return
    told.rest = told.rest[: found.start()] + " " + told.rest[found.end() :]
    _read_day_and_number(told)


def _agreement(words: str, before: str) -> Agreement | None:
    """Return what regulates the relation; an agreement with a day, or that something rests on, is there."""
    said = setting("agreement")
    kinds = (("missing", Agreement.MISSING), ("regulation", Agreement.REGULATION), ("contract", Agreement.CONTRACT))
    named = next((kind for name, kind in kinds if _says_any(said[name], words)), None)
    there = re.match(r"\W*(?:enligt\s+)?\w*avtal\b", words, re.IGNORECASE)
    dated = (
        _DATE.search(words) or re.search(r"\b(?:19|20)\d\d\b", words) or before.rstrip().casefold().endswith("enligt")
    )
    return named or (Agreement.CONTRACT if there and dated else None)


def _read_day_and_number(told: Told) -> None:
    if (found := _DATE.search(told.rest)) and (day := _day(found)):
        told.agreed = day
        told.rest = told.rest[: found.start()] + " " + told.rest[found.end() :]
    told.rest = re.sub(r"(?<=\s)(?:19|20)\d\d(?=\s*(?:[),.;]|$))", " ", told.rest)
    if found := _REFERENCE.search(told.rest):
        told.reference = found[1].strip(".,:;/-")
        told.rest = told.rest[: found.start()] + " " + told.rest[found.end() :]


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


@cache
def _countries() -> dict[str, str]:
    names = {name.casefold(): code for language in ("sv", "en") for code, name in country_choices(language)}
    return names | {"usa": "US", "storbritannien": "GB", "uk": "GB", "holland": "NL"}


_WHERE = re.compile(
    r"[,;(–-]?\s*\b(?:(?i:servrar|servrarna|servern|servers?|data|datat|uppgifterna|lagring|lagras|lagrade|drift|driftas|datacenter|hosted|hosting|stored|behandlas|behandling|placerad\w*|står|finns|sker|all)\s+)+"
    r"(?:i|in|på)\s+([A-ZÅÄÖ][\w]+(?:\s[A-ZÅÄÖ]\w+)?)\)?"
)


def country_of(words: str) -> str:
    """Return the code of the country that words name and nothing else; empty where they name none."""
    return _countries().get(re.sub(r"^(?:i|in)\s+", "", words.strip()).casefold(), "")


_PLACED = re.compile(r"(?:,\s*|\(\s*)(?:i\s+|in\s+)?([A-ZÅÄÖ]\w+(?:\s[A-ZÅÄÖ]\w+)?)\s*(?:\)|(?=[,.;)]|\s*$))")
"""A name that stands by itself after a company's, where only a country's is read."""


def _read_country(told: Told) -> None:
    for placed in _PLACED.finditer(told.rest):
        if not told.country and (code := _countries().get(placed[1].casefold())):
            told.country = code
            told.rest = told.rest[: placed.start()] + " " + told.rest[placed.end() :]
            break
    found = _WHERE.search(told.rest)
    code = _countries().get(found[1].casefold()) if found else None
    if found and code:
        told.country = code
        told.rest = told.rest[: found.start()] + " " + told.rest[found.end() :]


def _read_brackets(told: Told) -> None:
    """What brackets say is a task, or else a note; those of a company's name stay with it."""
    for found in re.findall(r"\(([^()]*)\)", told.rest):
        inside = without_role(found)
        if len(inside) > 2 and inside != "publ":
            if not told.task and inside[:1].islower():
                told.task = inside
            else:
                told.notes.append(inside)
        if inside != "publ":
            told.rest = told.rest.replace(f"({found})", " ")


def _read_task(told: Told) -> None:
    """What follows a dash or a colon after the name, or begins as a task does, is what it does."""
    found = re.search(r"\s[–-]\s|:\s", told.rest) or re.search(rf"\s(?={_task_opens()}\s)", told.rest, re.IGNORECASE)
    found = found or re.search(r"(?<=\s(?:AB|AS|Oy|Ab))\s(?=(?:för|till|til|for)\s)", told.rest)
    name = told.rest[: found.start()].strip(" ,") if found else ""
    if found and name and not told.task:
        told.rest, told.task = name, without_role(told.rest[found.end() :])


@cache
def _task_opens() -> str:
    return phrases(setting("task")["opens"])


def task_after(name: str, said: str) -> str:
    """Return what a sentence says that the named one does."""
    after = ROLE.sub(" ", said.split(name, 1)[1])
    found = re.match(rf"\s*,?\s*(?:som\s+|who\s+)?({_task_opens()}\s.+)", after, re.IGNORECASE | re.DOTALL)
    return found[1].strip(" .") if found else ""


ROLE = re.compile(
    r",?\s*(?<![\w-])(?:(?:som|as|och är|är|is)\s+)?(?:vårt\s+|our\s+|ett\s+|a\s+)?(?:personuppgiftsbiträden?|underbiträden?|biträden?|leverantör(?=:|\s+(?-i:[A-ZÅÄÖ]))|pub|databehandler|data processor|processor)\b:?",
    re.IGNORECASE,
)


def without_role(words: str) -> str:
    """Return words without those that only call somebody a processor or supplier."""
    return " ".join(ROLE.sub(" ", words).split()).strip(" ,;:–-.")


def _says_any(words: Any, text: str) -> bool:
    return bool(re.search(phrases(words), text, re.IGNORECASE))
