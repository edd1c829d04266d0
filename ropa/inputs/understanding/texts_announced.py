"""Sentences that state nothing: they ask, or say what the text will tell."""

import re

_ASKS = (
    r"(?:(?:hur|varför|vilka|vilken|vilket|varifrån|vart|vems|vad|hvor|hvorfor|hvilke|hvilken|hvilket|hva|hvad|hvordan|why|which|what|whose|how|where)\b"
    r"|vem(?!\s+som\s+helst)\b|who\b|hvem\b"
    r"|(?:med|på|av|enligt|under|inom|till|från|för|hos|genom|with|on|to|from|for|by|til|fra|på)\s+(?:stöd\s+av\s+|grund\s+av\s+|what\s+)?"
    r"(?:vilken|vilka|vilket|vem|vad|hur|which|whom|what|how|hvilket|hvilke|hvilken|hvem)\b"
    r"|om\s+(?:vi|uppgifterna|dina\s+uppgifter|personuppgifterna|du\s+måste|det)\b(?=[^,]*$))"
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
    return said.endswith("?") or bool(_QUESTION.match(said) or _ANNOUNCED.match(said))
