"""Why the data are processed (Art. 5(1)(b), 30(1)(b))."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ..record import ProcessingActivity, Purpose, Text, replace
from ..vocabulary import Severity
from ..wording import Template, Words
from .base import Case, Place, Places, rule
from .sources import GDPR

UNNAMED = _("a purpose without words")

FEWEST_WORDS = 3

_SUPPORT = re.compile(r"\b(?:(?:digital|administrativ|teknisk)\w*[\s-]+|it[\s-]*|system[\s-]*)stöd(?:et)?\b")
_SYSTEM = re.compile(r"\w*system(?:et|en|ens|ets|s)?|verktyg(?:et|en)?|plattform(?:en)?|programvara[n]?|databas(?:en)?")
_VAGUE = re.compile(r"administra\w+|register|registret|journal|digital\w*|dokumentation(?:en)?")
_FILLER = re.compile(r"och|eller|samt|i|för|till|av|med|vid|ett|en|vår|vårt|den|det")
_FOR = re.compile(r"för|till|av|vid|inom|som")
_ENDS = re.compile(r"(?<=[.!?;])(?<!t\.ex\.)(?<!bl\.a\.)\s+(?=[A-ZÅÄÖ])|\n")


@rule(
    "R03",
    Severity.ERROR,
    title=_("No purpose"),
    article=_("Art. 5(1)(b), 30(1)(b)"),
    sources=(GDPR,),
    condition=_("No purpose is stated, or one has words in another language and none in Swedish."),
    message=_("It is not stated why the data are processed: {names}."),
    advice=_("Write at least one purpose: what you do with the data, and what it is good for."),
)
def no_purpose(case: Case) -> Places:
    purposes = case.activity.purposes
    for row in purposes:
        if row.text.other and not row.text:
            yield Place("purposes", row.key, "text", (_("the Swedish text is missing"),))
    if not any(x.text or x.text.other or x.category for x in purposes):
        yield Place("purposes", names=(_("no purpose"),))


@rule(
    "R04",
    Severity.WARNING,
    title=_("Purpose that names a system"),
    article=_("Art. 5(1)(b)"),
    sources=(GDPR,),
    condition=_(
        "A purpose is the name of a system, words such as “administration” or “digital support”, or shorter than three words."
    ),
    message=_("The purpose does not say why the data are needed, but names a system or is very short: {names}."),
    advice=_(
        "Write what you do for whom, and why. The name of the system belongs among the systems. Example: Investigate applications and decide on assistance."
    ),
)
def purpose_is_a_system(case: Case) -> Places:
    systems = _names_of_systems(case.activity)
    for row in case.activity.purposes:
        if _is_too_short(row) or any(_is_a_system(x, systems) for x in _sentences(row.text.sv)):
            yield Place("purposes", row.key, "text", (called(row),))


def called(purpose: Purpose) -> Words | Template:
    """Return what a purpose is called in a message; its words in quotes, as they have commas of their own."""
    if not purpose.text:
        return purpose.category or UNNAMED
    other = {k: replace(v, text=_quoted(v.text)) for k, v in purpose.text.other.items() if v.text}
    return Text(sv=_quoted(purpose.text.sv), other=other)


def _quoted(words: str) -> str:
    return f"”{words.rstrip('.')}”"


def _is_too_short(row: Purpose) -> bool:
    """A common purpose says why by itself; the text beside it may be short."""
    return bool(row.text) and row.category is None and len(_words(row.text.sv)) < FEWEST_WORDS


def _is_a_system(sentence: str, systems: tuple[str, ...]) -> bool:
    """Whether a sentence is about nothing but a system, or calls itself a system for something."""
    said = sentence.casefold()
    for name in systems:
        said = re.sub(rf"(?<!\w){re.escape(name)}s?(?!\w)", " system ", said)
    words = _words(_SUPPORT.sub(" system ", said))
    rest = [x for x in words if not any(kind.fullmatch(x) for kind in (_SYSTEM, _VAGUE, _FILLER))]
    return bool(words) and (not rest or _is_a_system_for(words))


def _is_a_system_for(words: list[str]) -> bool:
    """As in "journal system for …": a system first, then what it is for."""
    at = next((i for i, x in enumerate(words) if not _FILLER.fullmatch(x)), 0)
    after = next((x for x in words[at:] if not _SYSTEM.fullmatch(x)), "")
    return bool(_SYSTEM.fullmatch(words[at]) and _FOR.fullmatch(after))


def _names_of_systems(activity: ProcessingActivity) -> tuple[str, ...]:
    """Longest first, so that a name within a longer one takes nothing from it."""
    labels = {label.casefold() for x in activity.carriers if x.system for label in x.system.labels.values()}
    return tuple(sorted(labels - {""}, key=len, reverse=True))


def _sentences(text: str) -> Iterator[str]:
    return (x for x in _ENDS.split(text) if x.strip())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
