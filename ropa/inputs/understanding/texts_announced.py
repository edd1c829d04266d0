"""Sentences that state nothing: they ask, or say what the text will tell."""

import re

_ASKS = (
    r"(?:(?:hur|varför|vilka|vilken|vilket|varifrån|vart|vems|vad(?!\s+(?:gäller|avser|beträffar))|hvor|hvorfor|hvilke|hvilken|hvilket|hva|hvad|hvordan|why|which|what|whose|how|where)\b"
    r"|vem(?!\s+som\s+helst)\b|who\b|hvem\b"
    r"|(?:med|på|av|enligt|under|inom|till|från|för|hos|genom|with|on|to|from|for|by|til|fra|på)\s+(?:stöd\s+av\s+|grund\s+av\s+|what\s+)?"
    r"(?:vilken|vilka|vilket|vem|vad|hur|which|whom|what|how|hvilket|hvilke|hvilken|hvem)\b"
    r")"
)
_WHETHER = re.compile(
    r"\W*(?:och\s+)?om\s+(?:vi|uppgifterna|(?:dina|era)\s+(?:person)?uppgifter|personuppgifterna|du\s+måste|det\s+(?:sker|förekommer|finns))\b",
    re.IGNORECASE,
)
"""A clause that tells what the text will tell, where no main clause follows it."""
_MAIN_CLAUSE = re.compile(
    r",|\s(?:inte|ej|saknas|kan|avslås|avvisas|får|blir|ska|krävs|behövs|sparas|gallras|raderas|bevaras|annars|då|så)\s",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\W*(?:här|nedan|i denna (?:text|information)|på (?:den här|denna) sida\w*|vi (?:berättar|beskriver|förklarar|informerar)|du kan (?:läsa|få veta))\b[^.:]*\b(?:om|hur|vad|vilka|varför|läsa|beskrivs|framgår|står)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(rf"\W*(?:och\s+|and\s+|og\s+)?{_ASKS}", re.IGNORECASE)
_STATES = re.compile(r"\d|[.:;?]\s+\S|(?<=,)\s*(?:sparas|gallras|raderas|bevaras)\b")


def announces(sentence: str) -> bool:
    """Return whether a sentence only asks, or announces what comes: "Hur länge vi sparar uppgifterna"."""
    said = sentence.strip()
    if not said or _STATES.search(said):
        return False
    if _WHETHER.match(said):
        return not _MAIN_CLAUSE.search(said)
    return said.endswith("?") or bool(_QUESTION.match(said) or _ANNOUNCED.match(said))
