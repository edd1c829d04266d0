"""Words in the language that is active, and whose language is always known.

A sentence is in one language. Where a word from the record lacks a translation,
the whole sentence is made in Swedish, which every text of a record has.
Templates are lazy translations, so that they follow the language switched to.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_info, gettext, ngettext, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from .record import (
    DataSubjectCategory,
    LegalProvision,
    PersonalDataCategory,
    ProcessingActivity,
    PurposeCategory,
    Said,
    Term,
    Text,
    Withheld,
)
from .vocabulary import Profile

Words = Text | Term | Said | str
Template = Any
"""A lazily translated string (Django names no type for it)."""

NOT_STATED_YET = _("Not stated yet.")

AND = pgettext_lazy("joins the last two of a list", "and")

_COMMON_NOUNS = (PersonalDataCategory, DataSubjectCategory)

_CLAUSES = {
    "condition": {
        "sv": "om|endast|bara|när|så länge|i den mån|förutsatt|under|vid|efter|i vissa|i särskilda",
        "en": "if|only|when|where|as long as|as far as|provided|unless|during|upon|after|in some|in certain",
    },
    "exception": {
        "sv": "utom|förutom|om inte|såvida|med undantag",
        "en": "except|unless|other than|with the exception|apart from",
    },
    "reason": {
        "sv": "för|så att|eftersom|därför att|på grund av|av hänsyn|med hänsyn",
        "en": "so that|to|for|because|in order to|since|out of",
    },
}
"""Words that let a free text continue a sentence; any other text gets a sentence of its own."""


def here() -> str:
    """Return the code of the language that is active."""
    return get_language() or "sv"


def heading_of(activity: ProcessingActivity, profile: Profile, code: str, shipped: Template) -> str:
    """Return the heading that the activity's organisation has chosen in the active language, else the shipped one."""
    own = activity.organisation.heading(profile, code, here()) if activity.organisation else ""
    return own or str(shipped)


def ours(template: Template, **words: str) -> Said:
    """Return words of this program, with names filled in, in the active language."""
    return Said(text=_tidy(str(template).format(**words)), lang=here())


def say(words: Words) -> Said:
    """Return words of the record in the active language, or in Swedish; our own are translated already."""
    if isinstance(words, (str, Promise)):
        return Said(text=str(words), lang=here())
    return words if isinstance(words, Said) else words.said(here())


def told(template: Template, **pieces: Words | Sequence[Words]) -> Said:
    """Return a sentence in the one language that it and all its pieces can be said in."""
    with override(common_language(pieces.values())):
        return ours(template, **{name: _spoken(piece) for name, piece in pieces.items()})


def common_language(pieces: Iterable[Words | Sequence[Words]]) -> str:
    """Return the active language when every piece has it, else Swedish."""
    return here() if all(say(word).lang == here() for piece in pieces for word in _each(piece)) else "sv"


def _each(piece: Words | Sequence[Words]) -> Sequence[Words]:
    return piece if isinstance(piece, (tuple, list)) else (piece,)


def _spoken(piece: Words | Sequence[Words]) -> str:
    if not isinstance(piece, (tuple, list)):
        return str(say(piece))  # type: ignore[arg-type]
    first, *more = (str(say(word)).rstrip(".") for word in piece)
    inside = first if not isinstance(piece[0], _COMMON_NOUNS) else lower_first(first)
    return join([inside, *(_following(word, text) for word, text in zip(piece[1:], more, strict=True))])


def _following(word: Words, text: str) -> str:
    """Return the text of a later member of a list; names of bodies and products keep their capital."""
    return lower_first(text) if isinstance(word, (*_COMMON_NOUNS, PurposeCategory, Text)) else text


def join(words: Sequence[str], last: Template = AND) -> str:
    """Return "a, b and c"; `last` is the word before the last one."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def clause(text: Text, kind: str) -> str:
    """Return the text as the rest of a sentence, or "" when it does not read as one."""
    words = str(say(text)).rstrip(".")
    starts = _CLAUSES[kind].get(say(text).lang, "")
    return lower_first(words) if starts and re.match(rf"(?:{starts})\b", words, re.IGNORECASE) else ""


def lower_first(text: str) -> str:
    """Return the text as it reads inside a sentence; abbreviations stay as they are."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return the text as it reads first in a sentence."""
    return text[:1].upper() + text[1:]


def _tidy(text: str) -> str:
    """Drop the blanks that empty words leave, and a full stop after an authored one."""
    text = re.sub(r" (?=[,.](?:\s|$))", "", re.sub(r" {2,}", " ", text.strip()))
    return re.sub(r"(?<=[.!?…])\.$", "", text)


def mail(address: str) -> str:
    """Return the link of an e-mail address, or ""."""
    return f"mailto:{address}" if re.fullmatch(r"[^\s<>\"'?&]+@[^\s<>\"'?&]+", address) else ""


def phone(number: str) -> str:
    """Return the link of a telephone number, or ""."""
    digits = re.sub(r"[^\d+]", "", re.sub(r"\(0\)", "", number))
    return f"tel:{digits}" if re.fullmatch(r"\+?\d{3,}", digits) else ""


def web(address: str) -> str:
    """Return the link of a web page, https where none is named; "" for anything but the web."""
    if not re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE):
        address = f"https://{address}" if re.fullmatch(r"[^\s/]+\.[^\s]+", address) else ""
    return address if urlsplit(address).scheme.lower() in {"http", "https"} else ""


def provision(support: LegalProvision) -> Said:
    """Return the act and the place in it, as in "Socialtjänstlagen (2025:400), 16 kap. 4 §"."""
    law, place = support.law, support.pinpoint
    if law is None:
        return told("{place}", place=place) if place else ours(_("Act not stated"))
    template = _("{law}, {place} (no longer in force)") if law.repealed else "{law}, {place}"
    bare = _("{law} (no longer in force)") if law.repealed else "{law}"
    return told(template, law=law, place=place) if place else told(bare, law=law)


def not_shown(marker: Withheld) -> Said:
    """Return the words that stand where a withheld value would."""
    if not marker.reason:
        return ours(_("This is not shown. The reason is not stated."))
    return told(_("This is not shown: {reason}."), reason=marker.reason)


def row_notes(activity: ProcessingActivity, key: UUID) -> list[Said]:
    """Return what supports a row, and what of it is withheld."""
    supports = [told(_("Legal support: {provision}."), provision=provision(x)) for x in activity.provisions_of(key)]
    notes = [x.note.said(here()) for x in activity.provisions_of(key) if x.note]
    markers = [x for x in activity.withheld if x.about == key]
    hidden = [said for marker in markers for said in (not_shown(marker), *row_notes(activity, marker.key))]
    return [*supports, *notes, *hidden]


_PERIOD = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")


def period_words(period: str) -> str:
    """Return "5 år" for P5Y, in the active language; text that is no duration as it is."""
    if not _PERIOD.fullmatch(period):
        return period
    words = {
        "Y": lambda n: ngettext("%(n)d year", "%(n)d years", n),
        "M": lambda n: ngettext("%(n)d month", "%(n)d months", n),
        "W": lambda n: ngettext("%(n)d week", "%(n)d weeks", n),
        "D": lambda n: ngettext("%(n)d day", "%(n)d days", n),
    }
    return " ".join(words[unit](int(n)) % {"n": int(n)} for n, unit in re.findall(r"(\d+)([YMWD])", period))


def yes_no(value: bool | None) -> str:
    """Return an answer in words; empty when it is not answered."""
    return "" if value is None else gettext("Yes") if value else gettext("No")


def language_name(code: str) -> str:
    """Return what a language is called, as inside a sentence; its code where nobody knows."""
    try:
        return lower_first(str(get_language_info(code)["name_translated"]))
    except KeyError:
        return code
