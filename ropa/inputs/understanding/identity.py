"""What an activity is, who is in charge of it and how it stands: names, codes, days, roles, reviews."""

import re
from dataclasses import replace
from datetime import date

from ...record import Text, Unit
from ...vocabulary import ActivityStatus, NoticeSection
from ..making import Making, key_of
from ..passages import Passage
from ..topics import Topic
from .items import sentences
from .knowledge import Knowledge
from .parties import add_contact, controller, set_dpo, slug_of
from .parties_contacts import Reached, reached
from .parties_names import is_body
from .parties_persons import is_function, persons
from .parties_words import all_of, table
from .texts import add_text
from .texts_answers import answer, nothing
from .texts_dates import DAY, day_of, of_page
from .texts_limits import bounded

_ONE_LINE = 120
"""Longest text that can be a name or number."""


# --- names and codes ------------------------------------------------------------------------------------------------


@bounded
def name(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set the activity's name, where it has none yet."""
    text = passage.text.strip()
    if not text or not making.set("name", Text(sv=text), passage, text):
        return [text]
    return []


@bounded
def reference(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set the organisation's own number for the activity."""
    return _set_line("reference", passage, making)


def _set_line(field: str, passage: Passage, making: Making) -> list[str]:
    text = passage.text.strip()
    fits = text and "\n" not in text and len(text) <= _ONE_LINE and not nothing(text)
    return [] if fits and making.set(field, text, passage, text) else [text]


@bounded
def process_code(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set the code in the records management classification; the words after it are left."""
    text = passage.text.strip()
    match = re.match(r"(?:[A-ZÅÄÖ]{1,4}[ -]?)?\d+(?:[.:-]\d+)*(?![\w/])", text)
    if match and making.set("process_code", match[0], passage, text):
        rest = text[match.end() :].strip(" .,:;–-\n")
        return [rest] if rest else []
    return [text] if match else _set_line("process_code", passage, making)


@bounded
def unit(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set the unit that does the work, with those above it as far as the text says: "Socialförvaltningen / Hemtjänst"."""
    names = [x.strip() for x in re.split(r"\n|\s+(?:/|>|→|–|\\)\s+|(?<=\w)/(?=[A-ZÅÄÖ])", passage.text) if x.strip()]
    if not names or any(len(x) > _ONE_LINE or persons(x) for x in names):
        return [passage.text]
    path = tuple((slug_of(x), Text(sv=x)) for x in names[:-1])
    key = key_of("unit", *(" ".join(x.casefold().split()) for x in names))
    made = Unit(key=key, name=Text(sv=names[-1]), slug=slug_of(names[-1]), path=path)
    return [] if making.set("unit", made, passage, passage.text) else [passage.text]


# --- how it stands --------------------------------------------------------------------------------------------------


@bounded
def status(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set whether it is planned, goes on, rests or has ended."""
    found = all_of("status", passage.text)
    if said := answer(passage.text):
        active = bool(table("status")["ongoing"].search(passage.label))
        found = (
            {"yes": ["ongoing"], "no": ["completed"] if "aktiv" in passage.label.casefold() else []}[said]
            if active
            else []
        )
    if (
        len(passage.text.split()) > 12
        or not found
        or not making.set("status", ActivityStatus(found[0]), passage, passage.text)
    ):
        return [passage.text]
    return []


@bounded
def started_on(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set the first day; a month or a year is no day and is left."""
    return _set_day("started_on", passage, making)


@bounded
def ended_on(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set the last day; a month or a year is no day and is left."""
    return _set_day("ended_on", passage, making)


def _set_day(field: str, passage: Passage, making: Making) -> list[str]:
    day = day_of(passage.text)
    if day is None or not making.set(field, day, passage, passage.text):
        return [passage.text]
    rest = re.sub(DAY, "", passage.text, count=1, flags=re.IGNORECASE).strip(" .,:;–-()\n")
    return (
        []
        if re.fullmatch(
            r"(?:den|från och med|från|fr\.?o\.?m|sedan|t\.?o\.?m|since|from|fra|the)?\W*", rest, re.IGNORECASE
        )
        else [rest]
    )


# --- who is in charge -----------------------------------------------------------------------------------------------


@bounded
def responsible_role(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set the function in charge; a person's name, number and address are left."""
    if officer := re.search(rf"(?<=\n)[^\n]*?(?:{table('dpo')['words'].pattern})", passage.text, re.IGNORECASE):
        above, below = passage.text[: officer.start()].strip(), passage.text[officer.start() :]
        if above and (asked := reached(below)).contact:
            left = set_dpo(asked, passage, making, below)
            return [*responsible_role(replace(passage, text=above), making, knowledge), *left]
    if _is_controller(passage.text):
        return controller(passage, making, knowledge)
    found = reached(passage.text)
    named = bool(persons(passage.text))
    personal = [x for x in (found.email, found.phone) if x]
    rest = re.sub(r"\(\s*\)|\n", ", ", found.rest)
    said = re.sub(r"(?:\s*,\s*)+", ", ", rest).strip(" ,.:;–-()")
    if not re.search(r"\w{2}", said) or nothing(said) or len(said) > _ONE_LINE:
        return [passage.text]
    if not making.set("responsible_role", Text(sv=said[:1].upper() + said[1:]), passage, passage.text):
        return [passage.text]
    return [*found.left, *(personal if named else _contact_of(found, passage, making))]


def _is_controller(text: str) -> bool:
    """Return whether a text names a body with its number: that is who answers in law, and no function."""
    return bool(is_body(text) and reached(text).organisation_number and len(text.split()) <= 12)


def _contact_of(found: Reached, passage: Passage, making: Making) -> list[str]:
    """Set the ways to reach a function as the activity's contact; return what contradicts the one that is there."""
    return [] if not found.contact or add_contact(making, found.contact, passage, passage.text) else [passage.text]


@bounded
def contact(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set where to ask about the activity; the DPO's address goes to the DPO, prose without any to the notice."""
    left: list[str] = []
    prose: list[str] = []
    for said in _sentences(passage.text):
        kind = "visiting" if table("around")["visiting"].search(passage.label) else ""
        found = reached(said, kind)
        if _names_controller(said):
            left += controller(replace(passage, text=said), making, knowledge)
        elif found.contact and table("dpo")["words"].search(said):
            left += set_dpo(found, passage, making, said)
        elif found.contact:
            left += _reach(found, said, passage, making)
        elif found.left or len(said.split()) < 4:
            left += (
                responsible_role(replace(passage, text=said), making, knowledge)
                if _asks_function(passage, said)
                else [said]
            )
        else:
            prose.append(said)
    if prose:
        add_text(NoticeSection.CONTACT, "\n".join(prose), passage, making)
    return left


def _names_controller(said: str) -> bool:
    """Return whether a sentence says who the controller is: "Personuppgiftsansvarig är …"."""
    return bool(table("roles")["controller"].search(said) and is_body(said) and not table("dpo")["words"].search(said))


def _sentences(text: str) -> list[str]:
    """Return the sentences; lines that only label and address are read as one, so that a name's number is known as his."""
    lines = [x.strip(" -•*") for x in text.splitlines() if x.strip(" -•*")]
    together = not any(table("dpo")["words"].search(x) for x in lines)
    if together and all(len(x.split()) <= 9 and x[-1] not in "!?" for x in lines):
        return ["\n".join(lines)] if lines else []
    return [said.strip() for line in lines for said in sentences(line) if said.strip()]


def _asks_function(passage: Passage, said: str) -> bool:
    """Return whether a label asks for a person or function, and the text is the name of a function: "Rektor"."""
    asked = re.search(r"kontaktperson|funktion|function|person", passage.label, re.IGNORECASE)
    return bool(asked) and not persons(said) and any(is_function(x) for x in re.findall(r"[\w-]+", said))


def _reach(found: Reached, said: str, passage: Passage, making: Making) -> list[str]:
    """Set a function's contact. Beside a person's name a telephone number is that person's, unless a function shares it."""
    ways = found.contact
    personal = [x for x in (found.phone,) if x and persons(said) and not found.email]
    if personal:
        ways = ways.model_copy(update={"phone": ""})
    if ways and not add_contact(making, ways, passage, said):
        return [said]
    return [*found.left, *personal, *_function(found.rest)] if ways else [said]


def _function(rest: str) -> list[str]:
    """Return the function that a line names before its address: whose it is must not be lost."""
    said = rest.strip(" ,.:;–-")
    return [said] if 2 <= len(said.split()) <= 5 and is_function(said.split()[0]) and not is_body(said) else []


# --- review ---------------------------------------------------------------------------------------------------------


@bounded
def review(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set when the record was last found right, how often it is looked at, and the function that does."""
    left: list[str] = []
    for said in _sayings(passage.text):
        if said.strip(" ."):
            page = of_page(passage.label, said.strip())
            left += [said.strip()] if page else _review_of(said.strip(), passage, making)
    return left


def _sayings(text: str) -> list[str]:
    """Return the parts of a text about reviews, so that each names one day: "senast 2022-10-14, nästa 2023-10-14"."""
    said = re.split(r"\n|;\s+|(?<=[^\d\s])\.\s+(?=[A-ZÅÄÖ])|(?<=\d{4})\.\s+", text)
    return [
        x for one in said for x in (re.split(r",\s+", one) if len(re.findall(DAY, one, re.IGNORECASE)) > 1 else [one])
    ]


def _review_of(said: str, passage: Passage, making: Making) -> list[str]:
    placed = False
    day = day_of(said)
    coming = table("review")["next"].search(f"{passage.label} {said}") and not table("review")["reviewed"].search(said)
    if day and not coming and day <= date.max:
        placed = making.set("reviewed_on", day, passage, said)
    if months := _interval(said):
        placed = making.set("review_interval_months", months, passage, said) or placed
    if not day and not months:
        return _owner(said, passage, making)
    return _rest_of_review(said, passage, making) if placed else [said]


def _interval(text: str) -> int | None:
    found = [(len(m[0]), int(months)) for months, p in table("intervals").items() if (m := p.search(text))]
    return max(found)[1] if found else None


def _rest_of_review(said: str, passage: Passage, making: Making) -> list[str]:
    """Read "av enhetschefen" after the day; what else stands there is left."""
    match = re.search(r"(?<!\w)(?:av|by|af)\s+(?P<owner>[^,.;\d]{3,60})", said) or re.match(
        r"(?P<owner>[^,.;\d]{3,60}?)\s+(?:granskar|ser över|reviderar|uppdaterar|kontrollerar|reviews)\s", said
    )
    if not match:
        further = re.findall(DAY, said, re.IGNORECASE)[1:]
        return [*further, *(said[a:b] for a, b in persons(said))]
    return _owner(match["owner"], passage, making)


def _owner(said: str, passage: Passage, making: Making) -> list[str]:
    """Set the function that reviews; a person's name is left."""
    text = re.sub(rf"^\s*(?:{table('review')['owner'].pattern})\s*:?\s*", "", said, flags=re.IGNORECASE).strip(" .,")
    if not text or re.search(r"\d", text) or len(text) > 60 or nothing(text) or answer(text):
        return [said]
    people = persons(text)
    function = re.sub(
        r"\W+$|^\W+", "", "".join(c for i, c in enumerate(text) if not any(a <= i < b for a, b in people))
    )
    if len(function) < 3 or not making.set("review_owner", function[:1].upper() + function[1:], passage, said):
        return [said]
    return [text[a:b] for a, b in people]


TOPICS = {
    Topic.NAME: name,
    Topic.REFERENCE: reference,
    Topic.PROCESS_CODE: process_code,
    Topic.UNIT: unit,
    Topic.STATUS: status,
    Topic.STARTED: started_on,
    Topic.ENDED: ended_on,
    Topic.RESPONSIBLE: responsible_role,
    Topic.CONTACT: contact,
    Topic.REVIEW: review,
}
