"""What a search can be narrowed by: everything the hits have, with how many of them, each a link."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ..record import Said
from ..swedish import sort_key
from ..vocabulary import LegalBasis
from .catalogue import PARAMETERS, UNIT, Catalogue
from .side import SIDES

OPEN = 5
"""Choices of a sort that are shown at once."""

MOST = 40
"""Choices of a sort that are shown at all: the indexes show the rest."""

HEADINGS: Mapping[str, Any] = {
    "vem": _("Who are you?"),
    UNIT: _("Unit"),
    "mottagare": _("Who gets data?"),
    "uppgift": _("Kind of data"),
    "system": _("System or place"),
    "lag": _("Act"),
    "grund": _("Legal basis"),
}
"""Parameter -> what it narrows by, in the order of the page."""

_BY_PARAMETER = {side.parameter: side for side in SIDES.values()}


@dataclass(frozen=True)
class Choice:
    """One thing to narrow by, or that was narrowed by."""

    name: Said
    href: str
    count: int = 0


@dataclass(frozen=True)
class Choices:
    """All things of one sort."""

    code: str
    heading: str
    first: Sequence[Choice]
    more: Sequence[Choice]


@dataclass(frozen=True)
class Chosen:
    """What was narrowed by, with the address without it."""

    parameter: str
    code: str
    heading: str
    name: Said
    href: str


def chosen_in(given: Mapping[str, str]) -> dict[str, str]:
    """Return parameter -> code, for what an address narrows by."""
    return {parameter: given[parameter] for parameter in PARAMETERS if given.get(parameter)}


def address(asked: str, chosen: Mapping[str, str]) -> str:
    """Return the query of a search, the question mark included; empty for a search for nothing."""
    given = {"q": asked} | {parameter: chosen[parameter] for parameter in PARAMETERS if parameter in chosen}
    return "?" + urlencode({name: value for name, value in given.items() if value})


def narrowed(found: Catalogue, asked: str, chosen: Mapping[str, str]) -> list[Chosen]:
    """Return what was chosen, each with the address without it."""
    shown = []
    for parameter, code in chosen.items():
        others = {name: value for name, value in chosen.items() if name != parameter}
        shown.append(
            Chosen(parameter, code, str(HEADINGS[parameter]), name_of(found, parameter, code), address(asked, others))
        )
    return shown


def choices(found: Catalogue, numbers: Iterable[int], asked: str, chosen: Mapping[str, str]) -> list[Choices]:
    """Return what the hits can be narrowed by, by sort, the commonest first."""
    counted = found.counted(numbers)
    shown = []
    for parameter, heading in HEADINGS.items():
        if parameter not in chosen and counted[parameter]:
            made = [
                Choice(name_of(found, parameter, code), address(asked, {**chosen, parameter: code}), count)
                for code, count in counted[parameter].items()
            ]
            made.sort(key=lambda choice: (-choice.count, sort_key(choice.name.text)))
            shown.append(Choices(parameter, str(heading), made[:OPEN], made[OPEN:MOST]))
    return shown


def name_of(found: Catalogue, parameter: str, code: str) -> Said:
    """Return what a thing is called, as in the indexes; what nobody has is called by what stands in the address."""
    language = get_language() or "sv"
    thing = found.things[parameter].get(code)
    if thing is None:
        said = gettext("“{code}”, which nothing here has").format(code=code[:80])
        return Said(text=said, lang=language)
    if parameter == "grund":
        return Said(text=LegalBasis(code).text, lang=language)
    phrase = _BY_PARAMETER[parameter].phrase(code) if parameter in _BY_PARAMETER else ""
    return Said(text=phrase, lang=language) if phrase else thing.said(language)
