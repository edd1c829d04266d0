"""Why data are processed: each line, entry or sentence a purpose of its own (GDPR Art. 5(1)(b), 30(1)(b))."""

import re
from collections.abc import Iterator

from ...record import Purpose, PurposeCategory, Text
from ...vocabulary import ActivityStatus, PurposeRank
from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .items import sentences
from .knowledge import Knowledge
from .parties_words import all_of, table
from .texts_announced import announces
from .texts_answers import elsewhere, nothing
from .texts_clauses import begins_with_verb, clauses
from .texts_limits import bounded

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪◦o]\s+|\d{1,2}[.)]\s+)")
_CONTINUES = re.compile(
    r"(?:Detta|Det|Det här|Dessa|Syftet med detta|Uppgifterna behövs också|Därmed|På så sätt|This|Dette)\s+(?:gör|görs|behövs|är|innebär|sker|is|gjør|gøres)\b"
)
_NAMED = re.compile(
    r"\W*(?:(?:ändamål|syfte)(?:t|n|en|et|na)?|formål(?:et)?|purposes?)(?:\s+(?:med|för|of|for)(?:\s+\w+){1,3})?\W*",
    re.IGNORECASE,
)
"""A label that stands where its value should: "Ändamålet med behandlingen"."""
_OBSERVE = re.compile(r"(?:Observera|Notera|Tänk på|OBS|Please note|Merk|Bemærk)\b", re.IGNORECASE)


@bounded
def purposes(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Add each purpose as it is written; a sentence that only goes on about the one before it is kept with that."""
    left: list[str] = []
    before: Purpose | None = None
    for said, whole, lead in _purposes(_without_status(passage.text, passage, making)):
        if (
            announces(said)
            or _NAMED.fullmatch(said)
            or nothing(said)
            or elsewhere(said)
            or not re.search(r"\w{2}", said)
            or _OBSERVE.match(said)
        ):
            left.append(said)
        elif before is not None and _CONTINUES.match(said) and not table("purposes")["secondary"].search(said):
            before = _continue(before, said, passage, making)
        else:
            before = _add(said, lead, passage, making, knowledge, rank=_rank(whole))
    return left


def _purposes(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each purpose, its sentence, and the words that lead to its list: "Uppgifterna behandlas för att:"."""
    lead, lines = "", list(_lines(text))
    itemised = sum(len(sentences(line)) for line in lines) > 1
    for line in lines:
        if line.endswith(":") and len(line) > 1:
            lead = line
            continue
        for sentence in sentences(line):
            for said in _apart(sentence, itemised):
                if said.strip(" ;"):
                    yield said.strip(" ;"), sentence, lead
                    lead = ""
    if lead:
        yield lead, lead, ""


_FOR = r"(?:för att|for at|for å)\s"


def _apart(sentence: str, itemised: bool) -> list[str]:
    """Return the purposes of a sentence: by semicolons, where "för att" is said again, and where something else is done."""
    parts = re.split(r";\s+|\s+[•·]\s+", sentence)
    return [said for part in parts for again in _again(part) for said in clauses(again, itemised=itemised)]


def _again(part: str) -> list[str]:
    """Return the parts of a sentence that say "för" of their own: "för att lära och för statistiken"."""
    told = re.search(
        rf"{_FOR}|(?:används|behandlas|behövs|nödvändig\w*|krävs|anvendes|brukes|used)\s+(?:för|for)\s", part
    )
    if not told:
        return [part]
    return re.split(r"\s*(?:,(?:\s+(?:och|samt|og|and))?|\s(?:och|samt|og|and))\s+(?=(?:för|for)\s+\w)", part)


def _lines(text: str) -> Iterator[str]:
    """Yield lines without bullets; one that only was wrapped is put together again."""
    held = ""
    for line in text.splitlines():
        bullet = _BULLET.match(line)
        said = _BULLET.sub("", line).strip()
        if held and said and not bullet and _was_wrapped(held, said):
            held = f"{held} {said}"
            continue
        if held:
            yield held
        held = said
    if held:
        yield held


def _was_wrapped(line: str, following: str) -> bool:
    """Return whether a line goes on in the next; two that each begin with what is done are entries of a list."""
    if not following[0].islower() or line[-1] in ".:;!?" or len(line) <= 45:
        return False
    ends_open = re.search(r"(?:[,-]|\b(?:och|samt|att|för|eller|og|and|to|at|å))$", line)
    return bool(ends_open) or not (begins_with_verb(line) and begins_with_verb(following))


_STANDS = re.compile(r"\W*(?P<status>[^\W\d]+)(?:\s+(?:till\s+|från\s+|sedan\s+)?(?:19|20)\d\d)?\s*[–:-]\s+(?=\w)")


def _without_status(text: str, passage: Passage, making: Making) -> str:
    """Set how the activity stands where its purpose begins with that: "PLANERAD 2026 – räkna besökare"."""
    match = _STANDS.match(text)
    found = all_of("status", match["status"]) if match else []
    if match and len(found) == 1 and making.set("status", ActivityStatus(found[0]), passage, match[0].strip(" –:-")):
        return text[match.end() :]
    return text


def _add(
    said: str, lead: str, passage: Passage, making: Making, knowledge: Knowledge, *, rank: PurposeRank | None
) -> Purpose:
    text = _substance(said)
    purpose = Purpose(text=Text(sv=text), category=knowledge.term(PurposeCategory, text.rstrip(".")), rank=rank)
    row: Purpose = making.add("purposes", purpose, passage, said)
    if lead:
        making.word(row.key, "text", passage, lead)
    return row


def _substance(said: str) -> str:
    """Return a purpose without "Syftet med behandlingen är att"; its first letter a capital."""
    lead = re.compile(
        rf"\s*(?:{table('purposes')['lead'].pattern})\s+(?:att\s+|to\s+|å\s+|at\s+)?"
        r"(?:(?:vi|kommunen|nämnden|förvaltningen|enheten)\s+(?:ska|skall|måste)?\s*(?:kunna\s+)?(?!\w+r\b)|kunna\s+)?",
        re.IGNORECASE,
    )
    said = re.sub(
        r"^(?:(?:för|for)\s+)?(?:(?:att|at|å)\s+(?=\w+(?:a|å|e)\s)|to\s+(?=[a-z]+\s))", "", said, flags=re.IGNORECASE
    )
    match = lead.match(said)
    text = said[match.end() :] if match and len(said) - match.end() > 8 else said
    return text[:1].upper() + text[1:]


def _rank(said: str) -> PurposeRank | None:
    """Return that a use is a further one where the text says so; else nothing is said of rank."""
    words = table("purposes")
    return PurposeRank.SECONDARY if words["secondary"].search(said) and words["further_use"].search(said) else None


def _continue(before: Purpose, said: str, passage: Passage, making: Making) -> Purpose:
    text = Text(sv=f"{before.text.sv} {said}")
    making.change("purposes", before.key, text=text)
    making.word(before.key, "text", passage, said)
    changed: Purpose = making.row("purposes", key=before.key)
    return changed


TOPICS = {Topic.PURPOSES: purposes}
