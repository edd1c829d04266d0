"""What explains a basis: which fields it tells of, who is party to a contract, and how it goes on (GDPR Art. 6, 7)."""

import re
from functools import cache
from typing import Any

from ...vocabulary import LegalBasis
from .law_clauses import phrases
from .synonyms import setting

_PARTY = re.compile(
    r"avtal\w*\s+(?:mellan \w+ och|med)\s+(?P<a>[^,.;:()]+?)(?=\s+(?:om|för|gällande|avseende|vid)\s|[,.;:()]|$)"
    r"|(?:där|som|in which|hvor|der)\s+(?P<b>[^,.;:()]{2,60}?)\s+är\s+(?:avtals)?part",
    re.IGNORECASE,
)


def party_in(words: str) -> str:
    """Return the person who is party to the contract that a text names; empty where it does not say."""
    found = (m["a"] or m["b"] for m in _PARTY.finditer(words))
    return next((name for name in found if not _words("no_party").search(name)), "")


def columns_of(basis: Any, words: str) -> list[str]:
    """Return the fields of a basis that an explanation tells of."""
    if basis is LegalBasis.LEGITIMATE_INTERESTS:
        return ["legitimate_interest"]
    if basis is not LegalBasis.CONSENT:
        return ["motivation"]
    told = [f"consent_{how}" for how in ("given", "withdrawn") if _words(how).search(words)]
    return told or ["motivation"]


def begins(kind: str, words: str) -> bool:
    """Return whether a statement begins with words of a kind in the data: "back", "conditions"."""
    return bool(_words(kind).match(words))


@cache
def _words(kind: str) -> re.Pattern[str]:
    return phrases(setting("basis_texts")[kind])
