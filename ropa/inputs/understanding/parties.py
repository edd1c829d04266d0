"""Who answers: controller, joint controllers, on whose behalf, in which role, the DPO (GDPR Art. 4(7), 26, 30, 37-39)."""

import re
from typing import Any

from ...record import Contact, Controller, DataProtectionOfficer, JointController, OnBehalfOf, Text, replace, slug_from
from ...vocabulary import Agreement, ControllerKind, OrganisationRole
from ..making import Making, key_of
from ..passages import Passage
from ..topics import Topic
from .items import sentences
from .knowledge import Knowledge
from .parties_contacts import Reached, reached
from .parties_names import addressed, bodies, body, is_body, is_only_body, kind_of
from .parties_words import all_of, table
from .texts_answers import answer, nothing
from .texts_limits import bounded

# --- the controller -----------------------------------------------------------------------------------------------


@bounded
def controller(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set the controller with its number and contact; "gemensamt med" gives joint controllers."""
    if together := _together(passage.text):
        before, others = together
        left = _joint(others, passage, making)
        return [*_sole(before, passage, making), *left]
    prose = "\n" not in passage.text.strip()
    first, *more = (sentences(passage.text) if prose else []) or [passage.text]
    asks = [x for x in more if (_only_asks(x) or not is_body(x)) and reached(x).contact]
    if _only_asks(first) and reached(first).contact:
        asks, first = [first, *asks], ""
    if not asks:
        return _sole(passage.text, passage, making)
    rest = " ".join(x for x in (first, *more) if x and x not in asks)
    left = _sole(rest, passage, making) if rest else []
    return [*left, *(x for said in asks for x in _ask_at(said, passage, making))]


_ASKS = re.compile(r"\s*(?:kontakta|kontakt|ring|skriv|mejla|vill du|har du|contact|you can|du)\b", re.IGNORECASE)


def _only_asks(said: str) -> bool:
    """Return whether a sentence says only whom to ask: it names no body, or a body that was named before."""
    about_dpo = table("dpo")["words"].search(said)
    named = re.match(rf"\s*(?:{table('around')['unnamed'].pattern})\s", said, re.IGNORECASE)
    return bool(about_dpo or named or _ASKS.match(said))


def _ask_at(said: str, passage: Passage, making: Making) -> list[str]:
    """Read a sentence that only says whom to ask: "Du kan skriva till …"; the DPO's address goes to the DPO."""
    about_dpo = bool(table("dpo")["words"].search(said))
    parts = re.split(r"(?<=\w);\s+", said) if about_dpo else [said]
    if len(parts) > 1:
        return [x for part in parts for x in _ask_at(part, passage, making)]
    if about_dpo and (above := _body_above(said)):
        return [*_sole(above, passage, making), *_ask_at(said[said.index(above) + len(above) :], passage, making)]
    found = reached(said)
    if about_dpo:
        return set_dpo(found, passage, making, said)
    known = making.fields.get("controller")
    if (
        known
        and _US.search(said)
        and _set_party(making, "controller", replace(known, contact=found.contact), passage, said)
    ):
        return found.left
    return found.left if add_contact(making, found.contact, passage, said) else [said]


_US = re.compile(r"(?<!\w)(?:oss|os|us)(?!\w)", re.IGNORECASE)


def _together(text: str) -> tuple[str, str] | None:
    """Return what stands before and after "gemensamt personuppgiftsansvar med"."""
    match = table("around")["joint"].search(text)
    return (text[: match.start()], text[match.end() :]) if match and is_body(text[match.end() :]) else None


def _sole(text: str, passage: Passage, making: Making) -> list[str]:
    found = reached(text, _address_kind(passage.label))
    name, rest = body(found.rest)
    if table("around")["unnamed"].fullmatch(name) or table("dpo")["words"].search(name):
        return [text.strip()]
    if not name and not re.search(r"\w", found.rest):
        name, found.postal_address = addressed(found.postal_address)
    if not name:
        return _more(found, passage, making) if found else [text.strip()] if text.strip() else []
    made = Controller(
        key=key_of("controller", name.casefold()),
        name=Text(sv=name),
        slug=slug_of(name),
        kind=kind_of(name),
        organisation_number=found.organisation_number,
        contact=found.contact,
    )
    if not _set_party(making, "controller", made, passage, text.strip()):
        return [text.strip()]
    return [*found.left, *rest]


def _more(found: Reached, passage: Passage, making: Making) -> list[str]:
    """Let a number or contact that stands by itself complete the controller that is there."""
    known = making.fields.get("controller")
    if known is None:
        return [passage.text]
    more = replace(
        known, organisation_number=found.organisation_number or known.organisation_number, contact=found.contact
    )
    if not _set_party(making, "controller", more, passage, passage.text):
        return [passage.text]
    return [*found.left, *([found.rest] if re.search(r"\w{3}", found.rest) else [])]


def slug_of(name: str) -> str:
    """Return the short name made from a body's name."""
    return slug_from(name) or "c-" + key_of(name).hex[:12]


def _address_kind(label: str) -> str:
    return "visiting" if table("around")["visiting"].search(label) else ""


def _set_party(making: Making, field: str, party: Any, passage: Passage, wording: str) -> bool:
    """Set a party, or complete the one that is there; return False where the two contradict each other."""
    known = making.fields.get(field)
    if known is None or known == party:
        return making.set(field, party, passage, wording)
    if (merged := _merged(known, party)) is None:
        return False
    making.fields[field] = merged
    making.word(None, field, passage, wording)
    return True


def _merged(known: Any, party: Any) -> Any:
    if known.key != party.key:
        return None
    number = _one(getattr(known, "organisation_number", ""), getattr(party, "organisation_number", ""))
    contact = merged_contact(known.contact, party.contact)
    if number is None or contact is None:
        return None
    more = {"organisation_number": number} if isinstance(known, Controller) else {}
    return replace(known, contact=contact, **more)


def merged_contact(known: Contact, more: Contact) -> Contact | None:
    """Return both as one; None where they contradict each other."""
    values = {name: _one(getattr(known, name), getattr(more, name)) for name, _ in known}
    return None if None in values.values() else Contact.model_validate(values)


def add_contact(making: Making, more: Contact, passage: Passage, wording: str) -> bool:
    """Add ways to reach those who answer for the activity; return False where others are there."""
    known = making.fields.get("contact") or Contact()
    if (both := merged_contact(known, more)) is None:
        return False
    making.fields["contact"] = both
    making.word(None, "contact", passage, wording)
    return True


def _one(known: Any, more: Any) -> Any:
    return None if known and more and known != more else known or more


# --- joint controllers, on whose behalf, in which role --------------------------------------------------------------


@bounded
def joint_controllers(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Add those who decide together with the controller."""
    together = _together(passage.text)
    return _joint(together[1] if together else passage.text, passage, making)


def _joint(text: str, passage: Passage, making: Making) -> list[str]:
    left: list[str] = []
    for said in _each(text):
        found = reached(said)
        names, rest = bodies(found.rest)
        if not names or nothing(said):
            left.append(said)
            continue
        for name in names:
            row = JointController(name=Text(sv=name), **_reach(found, names), **_arrangement(said))
            making.add("joint_controllers", row, passage, said)
        left += [*found.left, *rest]
    return left


def _reach(found: Reached, names: list[str]) -> dict[str, str]:
    """Return number and e-mail; with several bodies in one text they would be a guess."""
    return {"organisation_number": found.organisation_number, "email": found.email} if len(names) == 1 else {}


def _arrangement(text: str) -> dict[str, Agreement]:
    said = re.search(r"arrangemang|överenskommelse|gemensamt ansvarsavtal|ordning|arrangement", text, re.IGNORECASE)
    return {"agreement": Agreement.ARRANGEMENT} if said else {}


def _each(text: str) -> list[str]:
    lines = [x.strip(" -–•*") for x in re.split(r"[\n;]", text) if x.strip(" -–•*.")]
    return [said.strip() for line in lines for said in sentences(line) if said.strip()]


@bounded
def on_behalf_of(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Add the controllers it is done for, when the organisation is processor."""
    left: list[str] = []
    for said in _each(passage.text):
        found = reached(said)
        names, rest = bodies(found.rest)
        if not names or nothing(said):
            left.append(said)
            continue
        for name in names:
            task = rest.pop(0) if rest and len(names) == 1 else ""
            row = OnBehalfOf(name=Text(sv=name), task=Text(sv=task), **_reach(found, names))
            making.add("on_behalf_of", row, passage, said)
        left += [*found.left, *rest]
    return left


@bounded
def role(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set in which role the organisation processes; two roles at once are left."""
    text = passage.text
    roles = [OrganisationRole(x) for x in all_of("roles", text)]
    if answer(text):
        roles = [OrganisationRole(x) for x in all_of("roles", passage.label)] if answer(text) == "yes" else []
    if OrganisationRole.JOINT_CONTROLLER in roles and OrganisationRole.PROCESSOR not in roles:
        roles = [OrganisationRole.JOINT_CONTROLLER]
    if len(roles) != 1 or not making.set("role", roles[0], passage, text):
        return [text]
    if roles == [OrganisationRole.JOINT_CONTROLLER] and (together := _together(text)):
        return _joint(together[1], passage, making)
    return []


# --- the data protection officer ------------------------------------------------------------------------------------


@bounded
def dpo(passage: Passage, making: Making, knowledge: Knowledge) -> list[str]:
    """Set how the data protection officer is reached; the name of a person is never placed."""
    if _body_above(passage.text):
        return _ask_at(passage.text, passage, making)
    found = reached(passage.text, _address_kind(passage.label))
    if not found.contact:
        return [passage.text]
    return set_dpo(found, passage, making, passage.text)


def _body_above(text: str) -> str:
    """Return the body that stands before the officer, where it is all that stands there; "" where it is not."""
    officer = table("dpo")["words"].search(text)
    above = text[: officer.start()].strip(" ,.:;\n") if officer else ""
    return above if is_only_body(above) else ""


def set_dpo(found: Reached, passage: Passage, making: Making, wording: str) -> list[str]:
    """Set the DPO's contact from what was found; return what is left of it."""
    name = _dpo_name(found.rest)
    made = DataProtectionOfficer(key=key_of("dpo", name.casefold()), name=Text(sv=name), contact=found.contact)
    known = making.fields.get("dpo")
    if known is not None:
        made = replace(made, key=known.key, name=known.name)
    if not _set_party(making, "dpo", made, passage, wording):
        return [wording]
    return found.left


_OFFICER = re.compile(
    r"(?:[A-ZÅÄÖÆØ][\wåäö-]+(?:\s(?:[A-ZÅÄÖ][\wåäö-]+|kommuns?|stads|kommunens|nämndens|regions))*s\s)?dataskyddsombud(?!\w)"
)


def _dpo_name(text: str) -> str:
    """Return the function as the text names it: "Granköpings kommuns dataskyddsombud"."""
    match = _OFFICER.search(text)
    said = match[0] if match else "dataskyddsombud"
    return said[:1].upper() + said[1:]


TOPICS = {
    Topic.CONTROLLER: controller,
    Topic.JOINT_CONTROLLERS: joint_controllers,
    Topic.ON_BEHALF_OF: on_behalf_of,
    Topic.ROLE: role,
    Topic.DPO: dpo,
}
__all__ = ["ControllerKind", "TOPICS", "controller", "dpo", "joint_controllers", "on_behalf_of", "role", "set_dpo"]
