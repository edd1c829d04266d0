"""What a statement says of transfers to third countries (GDPR Art. 30(1)(e), 44-49)."""

import re
from dataclasses import dataclass
from functools import cache

from ...vocabulary import Statement, TransferMechanism, is_in_eea
from .law_clauses import Statement as Sentence
from .law_clauses import phrases
from .law_denied import denied
from .risk_answers import after_no, after_yes, is_no, is_yes
from .synonyms import setting
from .transfers_countries import Country, countries

_ARTICLE = re.compile(
    r"(?:art(?:ikel|\.|icle|ikkel)?\s*)?(?<![\d.:])(?P<article>45|46|49)\s*[.(,\s]\s*(?P<paragraph>[1-3])\)?\s*[.,]?\s*(?:led\s+|litra\s+|bokstav\s+)?\(?(?P<letter>[a-g])\)?(?![\w])",
    re.IGNORECASE,
)
_ADEQUACY = re.compile(r"\bart(?:ikel|\.|icle|ikkel)?\s*45(?:\.[13])?(?![\w.]\d)", re.IGNORECASE)
_TURN = re.compile(r"(?<!\w)(?:men|dock|but|however)(?!\w)", re.IGNORECASE)
_NAME = r"(?P<name>[A-ZÅÄÖ][\w&'.-]*(?:\s+(?:[A-ZÅÄÖ\d][\w&'.-]*|of|and|&))*)"


@dataclass(frozen=True)
class Told:
    """What one statement tells of transfers."""

    stated: Statement | None = None
    """Whether there are transfers, where it says so."""
    to: tuple[Country, ...] = ()
    """Countries outside the EEA that data are transferred to."""
    mechanisms: tuple[TransferMechanism, ...] = ()


def told(text: str, sentence: Sentence, label: str) -> Told:
    """Return what a statement of a text tells; what may be is not told to be."""
    said = sentence.of(text)
    if answer := _answer(said, label):
        return Told(answer)
    if _says_never(text, sentence) or _begins_no(said, label):
        return Told(Statement.NEVER)
    to = _reached(text, sentence)
    told_how = not _find("maybe", said) or bool(to)
    yes = after_yes(said) is not None and not _find("stays", label) and told_how
    occurs = yes or (to and not _find("maybe", said)) or _goes_out(text, sentence)
    return Told(Statement.OCCURS if occurs else None, to, mechanisms(said) if not _no(said) else ())


def _answer(said: str, label: str) -> Statement | None:
    """Return what a bare yes or no means under a label that asks whether data leave, or whether they stay."""
    stays = _find("stays", label) and not _find("outside", label)
    if is_no(said):
        return Statement.OCCURS if stays else Statement.NEVER
    if is_yes(said):
        return Statement.NEVER if stays else Statement.OCCURS
    return None


def _begins_no(said: str, label: str) -> bool:
    """Return whether a statement begins with a "no" to a label that asks whether data leave, and only tells more."""
    more = after_no(said)
    if more is None or _find("stays", label):
        return False
    third = any(not is_in_eea(c.code) for c in countries(more))
    return not (third or _find("unless", more) or _find("outside", more) or _find("maybe", more) or _TURN.search(more))


def _says_never(text: str, sentence: Sentence) -> bool:
    """Return whether a statement says that nothing leaves the EU/EEA, without exception and without "as a rule"."""
    said = sentence.of(text)
    if _find("unless", said) or any(not is_in_eea(c.code) for c in countries(said)):
        return False
    outside = [(sentence.start + m.start(), sentence.start + m.end()) for m in _pattern("outside").finditer(said)]
    if any(denied(text, sentence, span) for span in outside):
        return not said.rstrip().endswith("?")
    return bool(_find("inside", said) and _find("only", said)) and not _find("maybe", said) and not outside


def _goes_out(text: str, sentence: Sentence) -> bool:
    """Return whether a statement says that data go outside, and not only what that would be."""
    said = sentence.of(text)
    if not _find("moves", said) or any(_find(kind, said) for kind in ("theory", "unless", "maybe", "other")):
        return False
    places = [(sentence.start + m.start(), sentence.start + m.end()) for m in _pattern("places").finditer(said)]
    return bool(places) and not any(denied(text, sentence, place) for place in places)


def _reached(text: str, sentence: Sentence) -> tuple[Country, ...]:
    """Return the third countries that a statement says data are transferred to."""
    said = sentence.of(text)
    hedged = _find("maybe", said) and not mechanisms(said)
    if hedged or _find("other", said) or _find("unless", said):
        return ()
    at = sentence.start
    named = [Country(c.code, at + c.start, at + c.end) for c in countries(said) if not is_in_eea(c.code)]
    found = {c.code: c for c in reversed(named) if not denied(text, sentence, (c.start, c.end))}
    return tuple(sorted(found.values(), key=lambda c: c.start))


def mechanisms(said: str) -> tuple[TransferMechanism, ...]:
    """Return the rules of Chapter V that a text names, by article or in words."""
    found: dict[str, int] = {}
    for match in _ARTICLE.finditer(said):
        code = f"{match['article']}.{match['paragraph']}.{match['letter'].casefold()}"
        code = "45" if match["article"] == "45" else code
        found.setdefault(code, match.start())
    for code, pattern in (("45", _ADEQUACY), *((code, _mechanism(code)) for code in setting("mechanisms"))):
        if named := pattern.search(said):
            found.setdefault(code, named.start())
    known = {m.value for m in TransferMechanism}
    return tuple(TransferMechanism(code) for code in sorted(found, key=lambda c: found[c]) if code in known)


def importer(text: str, sentence: Sentence, country: Country) -> str:
    """Return the name that stands beside a country, as who receives the data there; empty where none does."""
    before, after = text[sentence.start : country.start], text[country.end : sentence.end]
    ahead = re.search(rf"{_NAME}\s*(?:,|\(|/|\s(?:i|in|till|med säte i|based in))\s*$", before)
    behind = re.match(rf"\s*(?:[(:,–-]\s*)+{_NAME}\s*(?=$|[),.;])", after)
    plain = re.search(r"(?<!\w)(?:till|to|til)\s+(?P<name>[^\W\d][^,.;:()]{1,40}?)\s+(?:i|in)\s*$", before)
    return next((n for m in (ahead, behind, plain) if m and (n := _named(m["name"]))), "")


def _named(name: str) -> str:
    """Return a name without words that only begin a sentence; empty where no other is left."""
    words = name.split()
    while words and _pattern("no_names").fullmatch(words[0].strip(".,")):
        words.pop(0)
    said = " ".join(words).strip(" ,")
    return "" if countries(said) or mechanisms(said) else said


def tells_of(kind: str, said: str) -> bool:
    """Return whether a statement has words of a kind: "copy", "safeguards"."""
    return _find(kind, said)


def _no(said: str) -> bool:
    return bool(phrases(setting("basis_texts")["not"]).search(said))


def _find(kind: str, said: str) -> bool:
    return bool(_pattern(kind).search(said))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return phrases(setting("transfer_words")[kind])


@cache
def _mechanism(code: str) -> re.Pattern[str]:
    return phrases(setting("mechanisms")[code])
