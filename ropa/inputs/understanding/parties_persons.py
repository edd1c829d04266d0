"""Names of persons: what looks like one is never placed, since no field of the record holds one."""

import re

from .parties_words import function_addresses, table

_NAME = re.compile(
    r"(?<![\w@.-])(?:[A-ZÅÄÖÆØÉ][a-zåäöæøéü]+(?:-[A-ZÅÄÖÆØ][a-zåäöæøé]+)?)"
    r"(?:[ \t]+(?:(?:von|af|de|van)[ \t]+)?(?:[A-ZÅÄÖÆØÉ][a-zåäöæøéü]+(?:-[A-ZÅÄÖÆØ][a-zåäöæøé]+)?|[A-ZÅÄÖ]\.)){1,3}(?![\w@-])"
)

_PLACE = re.compile(r"(?<!\w)(?:i|på|in|at|vid|inom|av|till)\s+$", re.IGNORECASE)
_OF_A_PLACE = re.compile(
    r"s?\s+(?:kommun|stad|kommune|municipality|city|AB|HB|Oy|A/S|AS|förbund|kommunalförbund|samkommun)\w*"
)


def persons(text: str) -> list[tuple[int, int]]:
    """Return the places of what looks like persons' names: capitalised words that name no function and no body."""
    found = []
    for match in _NAME.finditer(text):
        if _names_body(match[0]) or _PLACE.search(text[: match.start()]) or _OF_A_PLACE.match(text, match.end()):
            continue
        for start, end in _runs(match[0]):
            found.append((match.start() + start, match.start() + end))
    return found


def _names_body(words: str) -> bool:
    """Return whether capitalised words name a body: "Ekby Energi AB", "Municipal Executive Board"."""
    kinds = table("kinds")
    named = any(
        kinds[x].search(words) for x in ("company", "association", "other-authority", "municipality", "other-body")
    )
    return named or bool(re.search(r"board|committee|utvalg|udvalg", words, re.IGNORECASE))


def _runs(words: str) -> list[tuple[int, int]]:
    """Return the stretches of two or more words in a row that name no function: "Enhetschef *Eva Ek*"."""
    runs: list[tuple[int, int]] = []
    begin, count, end = 0, 0, 0
    for match in re.finditer(r"\S+", words):
        if is_function(match[0]):
            runs += [(begin, end)] if count > 1 else []
            count = 0
            continue
        begin, count, end = (begin if count else match.start()), count + 1, match.end()
    return [*runs, (begin, end)] if count > 1 else runs


def is_function(word: str) -> bool:
    """Return whether a word belongs to the name of a function, a body or a place."""
    return bool(table("functions")["words"].fullmatch(word))


def is_personal_address(email: str) -> bool:
    """Return whether an e-mail address is a person's: given name and surname, and no word of a function."""
    local = email.partition("@")[0]
    if function_addresses().search(local):
        return False
    return bool(re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)?[._][^\W\d_]+(?:[.-][^\W\d_]+)?\d?", local))
