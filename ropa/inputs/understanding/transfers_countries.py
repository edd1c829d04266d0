"""Countries that a text names, in Swedish, English, Danish or Norwegian."""

import re
from dataclasses import dataclass
from functools import cache

from ...vocabulary import country_choices
from .synonyms import setting

_LANGUAGES = ("sv", "en", "da", "nb")


@dataclass(frozen=True)
class Country:
    """A country named in a text."""

    code: str
    """ISO 3166-1 alpha-2."""
    start: int
    end: int


def countries(text: str) -> list[Country]:
    """Return the countries a text names, in its order. Names have a capital, codes of two letters two."""
    return [Country(_names()[m[0].casefold()], m.start(), m.end()) for m in _pattern().finditer(text)]


@cache
def _names() -> dict[str, str]:
    """Return name, lower case -> code. Where languages differ the Swedish name decides."""
    named: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in country_choices(language):
            named.setdefault(name.casefold(), code)
    return named | {name.casefold(): code for code, names in setting("transfer_countries").items() for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds the names as they are written; a name all in capitals, as in a heading, too."""
    spelled = {name for language in _LANGUAGES for _, name in country_choices(language)}
    spelled |= {name for names in setting("transfer_countries").values() for name in names}
    every = sorted(spelled | {name.upper() for name in spelled if len(name) > 3}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, every))})(?![\w-])")
