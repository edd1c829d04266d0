"""What the public would see and should not: details about persons and about security (Art. 5(1)(f))."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ..vocabulary import Severity
from ..wording import Template
from .base import Case, Place, Places, rule
from .sources import GDPR, SECRECY_ACT
from .texts import Written

_DIGIT = re.compile(r"\d")
_IDENTITY_NUMBER = re.compile(r"(?<!\d)(?:19|20)?(\d\d)([01]\d)([0-3]\d|[6-9]\d)[-+ ]?(\d{4})(?!\d)")
_MAIL = re.compile(r"(?<![\w.])([a-zåäöéü]+(?:-[a-zåäöéü]+)?)\.([a-zåäöéü]+(?:-[a-zåäöéü]+)?)@", re.IGNORECASE)
_FUNCTIONS = re.compile(
    r"n[äa]mnd|kommun|kansli|registrator|kontakt|contact|dataskydd|service|cent(?:er|rum)|milj[öo]|f[öo]rvaltning|enhet"
    r"|bibliotek|avdelning|ekonomi|omsorg|r[åa]dgiv|integration|arbets|r[äa]ddning|gymnasi|support|grupp"
    r"|\b(?:info|dso|dpo|hr|it|stab|mail|post|press|webb?|v[åa]rd|jour|bygg|team|vux|arkiv|skol|social|st[öo]d|personal|kultur)",
    re.IGNORECASE,
)
"""Names of functions, in the part of an address before the @."""
_SURNAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ][a-zåäö]+s?son\b(?!s?(?: [A-ZÅÄÖ]\w+){0,2} ?(?:(?:AB|HB|KB)\b|&))")
_MOBILE = re.compile(r"(?<!\d)(?:\+46|0046|0)[ -]?(?:\(0\) ?)?7[02369](?:[ -]?\d){7}(?!\d)")
_DIRECT = re.compile(
    r"\b(?:direkt(?:nummer|telefon|nr|val)?|direct (?:line|number|telephone)):? ?(?:\+46|0)[\d -]{6,}", re.IGNORECASE
)
_SECURITY = re.compile(
    r"\b(?:lösenord(?:et)?|password) ?(?::|är|is)\s*\S|\bbrandvägg\w*|\bfirewalls?\b|\b(?:tvåfaktor|flerfaktor|multifaktor)\w*"
    r"|\b(?:two|multi)-?\s?factor\b|\bMFA\b|\b(?:tcp|udp)?[- ]?port(?:en)? ?\d{2,5}\b|\bVPN\b|\bserverhall\w*|\bserver room\b"
    r"|\bintrångs(?:detekter|skydd)\w*|\bintrusion (?:detection|prevention)\b|\badmin(?:istratörs)?konto\w*|\badmin accounts?\b",
    re.IGNORECASE,
)
_STEMS = re.compile(r"lösen|passw|brandv|firew|fakt|fact|mfa|port|vpn|server|intr|konto|account")
"""One of these stands in whatever `_SECURITY` finds: most texts are passed over quickly."""
_ADDRESS = re.compile(
    r"(?<![\d.])(?<!avsnitt )(?<!punkt )(?<!section )(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)", re.IGNORECASE
)
_SECTIONS = {"plan_section", "pinpoint"}
"""Columns in which numbers with dots are sections."""


@rule(
    "R40",
    Severity.WARNING,
    title=_("Public text says too much"),
    article=_("Art. 5(1)(f)"),
    sources=(GDPR, SECRECY_ACT),
    condition=_(
        "A field that residents see seems to hold a personal identity number, a person's name, e-mail address or direct "
        "telephone number, or details about security. Only names that end in -son are recognised."
    ),
    message=_("Residents would see this, and it seems to hold: {names}."),
    advice=_(
        "Name functions, not persons, and tell of security in general terms only. "
        "Check whether secrecy applies to details about security."
    ),
    for_processors=True,
)
def public_text_says_too_much(case: Case) -> Places:
    found: dict[Place, list[Template]] = {}
    for one in case.public_texts:
        names = found.setdefault(one.place(), [])
        names += [x for x in _exposed(one) if x not in names]
    yield from (place._replace(names=tuple(names)) for place, names in found.items() if names)


def _exposed(one: Written) -> Iterator[Template]:
    """Yield what a text gives away, by kind: the message must not spread it further."""
    text, small = one.text, one.text.casefold()
    if "@" in text and any(not _FUNCTIONS.search(".".join(parts)) for parts in _MAIL.findall(text)):
        yield _("a person's e-mail address")
    if "son" in text and _SURNAME.search(text):
        yield _("a person's name")
    numbers = bool(_DIGIT.search(text))
    if numbers and any(_is_identity_number("".join(parts)) for parts in _IDENTITY_NUMBER.findall(text)):
        yield _("a personal identity number")
    if numbers and (_MOBILE.search(text) or _DIRECT.search(text)):
        yield _("a mobile or direct telephone number")
    address = numbers and one.column not in _SECTIONS and _ADDRESS.search(text)
    if address or (_STEMS.search(small) and _SECURITY.search(text)):
        yield _("a detail about security")


def _is_identity_number(digits: str) -> bool:
    """Return whether ten digits are a date and a right check digit; organisation numbers have a month above 12."""
    month, day = int(digits[2:4]), int(digits[4:6]) % 60
    doubled = (int(x) * (2 - i % 2) for i, x in enumerate(digits))
    return 1 <= month <= 12 and 1 <= day <= 31 and sum(x // 10 + x % 10 for x in doubled) % 10 == 0
