"""Countries by ISO 3166-1 alpha-2 code, and which of them form the EEA.

Names come from Unicode CLDR through Babel, in the language asked for. Which
countries have an adequacy decision is not listed: such decisions come and go,
and the DPO states the decision with the transfer.
"""

from functools import cache

from babel import Locale

EEA = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"  # EU
    " IS LI NO".split()
)
"""The 27 member states of the EU, and Iceland, Liechtenstein and Norway."""


@cache
def _names(language: str) -> dict[str, str]:
    """Return code -> name of the countries CLDR knows, regions and test codes left out."""
    left_out = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
    territories = Locale.parse(language).territories
    return {k: v for k, v in territories.items() if len(k) == 2 and k not in left_out}


def country_name(code: str, language: str = "sv") -> str:
    """Return the country's name in `language`; the code itself where CLDR has none."""
    return _names(language).get(code.upper(), code)


def country_choices(language: str = "sv") -> list[tuple[str, str]]:
    """Return (code, name) pairs sorted by name, for a form's list."""
    return sorted(_names(language).items(), key=lambda pair: pair[1].casefold())


def is_in_eea(code: str) -> bool:
    """Return whether data sent to this country stay within the EEA (GDPR Chapter V)."""
    return code.upper() in EEA
