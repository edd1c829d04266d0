"""Ways to reach a function in running text: e-mail, telephone, addresses, pages, organisation numbers."""

import re
from dataclasses import dataclass, field

from stdnum.exceptions import ValidationError
from stdnum.se import orgnr

from ...record import Contact, Text
from .parties_persons import is_personal_address, persons
from .parties_words import table
from .retention_scan import Scan
from .retention_words import MASK

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”,;()]+|(?<![@\w.-])[\w-]+(?:\.[\w-]+)*\.(?:se|no|dk|fi|eu|org|example)(?:/[^\s<>\"”,;()]*)?(?![\w@])"
)
_NUMBER = re.compile(r"(?<![\d-])(?:16)?\d{6}\s?-?\s?\d{4}(?![\d-])")
_PHONE = re.compile(r"(?<![\w/.-])(?:\+\d{1,3}[\s-]?(?:\(0\))?|0(?=\d))\d{0,4}(?:[\s/–-]{0,3}\d{2,4}){2,5}(?![\w-])")
_LABELLED_PHONE = re.compile(r"\s*:?\s*(\d[\d\s/–-]{4,}\d)")
_STREET = r"(?:[A-ZÅÄÖÆØ][\wåäöæøé]*(?:\s[A-ZÅÄÖÆØa-zåäöæøé][\wåäöæøé]*){0,2}\s\d+\s?[A-Za-z]?(?:-\d+)?|Box\s\d+|Postboks\s\d+|PB\s\d+)"
_TOWN = r"(?:(?:SE|FI|DK|NO)?-?\s?\d{3}\s?\d{2}|\d{4})\s+[A-ZÅÄÖÆØ][\wåäöæøé-]+(?:\s[A-ZÅÄÖÆØ][\wåäöæøé-]+)?"
_ADDRESS = re.compile(
    rf"(?:[A-ZÅÄÖÆØ][\wåäöæøé]+(?:\s[\wåäöæøé]+){{0,3}},\s*)?{_STREET},?\s*{_TOWN}|{_STREET},\s*{_TOWN}"
)
_REST_OF_ADDRESS = re.compile(
    rf"\s*(?::|är|er|is)?\s*(?P<said>[^\n;{MASK}]+?)(?=\s*(?:$|\n|;|\.\s|\.$|{MASK}|,\s*(?:{MASK}|{{labels}})))"
)


@dataclass
class Reached:
    """What a text says of how somebody is reached."""

    email: str = ""
    phone: str = ""
    visiting_address: str = ""
    postal_address: str = ""
    url: str = ""
    organisation_number: str = ""
    left: list[str] = field(default_factory=list)
    """A person's name or address, a number that is none, a second of a kind: as they stand."""
    rest: str = ""
    """The text without all of it."""

    @property
    def contact(self) -> Contact:
        """The ways to reach it."""
        kept = {name: getattr(self, name) for name in ("email", "phone", "postal_address", "url")}
        return Contact(visiting_address=Text(sv=self.visiting_address), **kept)

    def __bool__(self) -> bool:
        return bool(self.contact or self.organisation_number)


def reached(text: str, kind: str = "") -> Reached:
    """Return the ways to reach somebody that a text names; `kind` tells what a bare value is ("visiting", "postal")."""
    scan, found = Scan(text), Reached()
    _take_emails(scan, found)
    _take_url(scan, found)
    _take_addresses(scan, found, kind)
    _take_number(scan, found)
    _take_phone(scan, found)
    _take_persons(scan, found)
    for name in ("email", "phone", "url", "number", "visiting", "postal"):
        _drop_labels(scan, name)
    found.rest = _rest(scan)
    return found


def _take_emails(scan: Scan, found: Reached) -> None:
    for match in scan.take_all(_EMAIL):
        address = match[0].rstrip(".")
        if is_personal_address(address) or found.email:
            found.left += [address] if address != found.email else []
        else:
            found.email = address


def _take_url(scan: Scan, found: Reached) -> None:
    for match in scan.take_all(_URL):
        address = match[0].rstrip(".:")
        if found.url:
            found.left.append(address)
        else:
            found.url = address


def _take_number(scan: Scan, found: Reached) -> None:
    """A number with the wrong check digit is left: which digit is wrong, only people can find out."""
    for match in scan.take_all(_NUMBER):
        digits = re.sub(r"\D", "", match[0])[-10:]
        try:
            valid = orgnr.validate(digits)
        except ValidationError:
            found.left.append(_with_label(scan, match))
            continue
        if found.organisation_number:
            found.left.append(match[0])
        found.organisation_number = found.organisation_number or f"{valid[:6]}-{valid[6:]}"


def _with_label(scan: Scan, match: re.Match[str]) -> str:
    """Return a number with the words before it that say what it is."""
    label = re.compile(rf"(?:{table('around')['number'].pattern})\s*:?\s*$", re.IGNORECASE).search(
        scan.said[: match.start()]
    )
    return scan.said[label.start() if label else match.start() : match.end()]


def _take_phone(scan: Scan, found: Reached) -> None:
    labelled = re.compile(rf"(?:{table('around')['phone'].pattern}){_LABELLED_PHONE.pattern}", re.IGNORECASE)
    for match in (*labelled.finditer(scan.text), *_PHONE.finditer(scan.text)):
        if MASK in scan.text[match.start() : match.end()]:
            continue
        said = scan.mask(match.start(), match.end())
        number = (match[1] if match.re is labelled else said).strip(" -")
        if found.phone and number != found.phone:
            found.left.append(number)
        found.phone = found.phone or number


def _take_addresses(scan: Scan, found: Reached, kind: str) -> None:
    labels = "|".join(table("around")[x].pattern for x in ("email", "phone", "url", "number", "visiting", "postal"))
    for name, attribute in (("visiting", "visiting_address"), ("postal", "postal_address")):
        pattern = rf"(?:{table('around')[name].pattern}){_REST_OF_ADDRESS.pattern.replace('{labels}', labels)}"
        match = re.search(pattern, scan.text, re.IGNORECASE | re.MULTILINE)
        if match and re.search(r"\d", match["said"]):
            setattr(found, attribute, re.sub(r"^(?:oss\s+)?(?:på|i|till|at)\s+", "", match["said"].strip(" ,")))
            scan.mask(match.start(), match.end())
    for match in scan.take_all(_ADDRESS):
        attribute = "visiting_address" if kind == "visiting" else "postal_address"
        if getattr(found, attribute):
            found.left.append(match[0])
        else:
            setattr(found, attribute, match[0])


def _take_persons(scan: Scan, found: Reached) -> None:
    for start, end in persons(scan.text):
        found.left.append(scan.mask(start, end))


def _drop_labels(scan: Scan, name: str) -> None:
    pattern = re.compile(
        rf"(?:\s(?:på|via|till|per)\s+)?(?:{table('around')[name].pattern})\s*[:.]?(?=[\s{MASK}]|$)", re.IGNORECASE
    )
    scan.take_all(pattern)


def _rest(scan: Scan) -> str:
    """Return what is left, its gaps as commas, so that names stay apart."""
    text = re.sub(rf"\s*[,(]?\s*{MASK}+\s*[,)]?", " , ", scan.text)
    text = re.sub(r"\s*(?:,\s*)+(?=[,.\n]|$)|^(?:\s*,)+", "", text)
    return re.sub(r"[ \t]*,[ \t]*(?:,[ \t]*)*", ", ", text).strip(" ,;:–-\n")
