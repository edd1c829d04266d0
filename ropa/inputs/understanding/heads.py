"""What a phrase is about: its head, without the words that only tell more of it."""

import re
from collections.abc import Iterator

from .forms import is_abbreviation, tokens
from .synonyms import setting

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_OPENERS = re.compile(
    r"(?:(?:\w+ )?(?:person)?(?:uppgift(?:er)?|information|data|opplysninger|oplysninger|details)"
    r" (?:om|kring|rörande|avseende|gällande|angående|beträffande|about|on|regarding)) +(?=\S)",
    re.IGNORECASE,
)
"""What a kind of data is announced by: "uppgifter om …"."""
_MORE = re.compile(
    r"[,:;–]? +(?:(?:på|för|till|hos|av|från|om|i|inom|vid|med|som|enligt|avseende|gällande|rörande|samt|där"
    r"|of|for|to|about|from|with|without|utan|via|genom|när|when|if|unless|during|når|hvis|who|in|at|til|hos|fra|åk|årskurs|ved|over|över|under|mot"
    r"|mellan|efter|before|after|on|hos|du|ni|vi|man|upp|minus) )",
    re.IGNORECASE,
)
"""Where a phrase goes from what it is about to what it says more of it."""
_COMPOUND = re.compile(r"(\w{3,}?)(?:s)?(?:uppgift(?:er|erna)?|information(?:en)?|data)$", re.IGNORECASE)
"""A kind of data written together: "adressuppgifter"."""
_NAMED = re.compile(r"((?:[\w-]+ )*?[\w-]{4,}) ((?:[A-ZÅÄÖÆØ][\w-]+ ?){1,3})$")
_WHO_DOES = re.compile(r"(?:du|dig|den|de|dem|person|personer|någon|dom) som \w+", re.IGNORECASE)
"""Whom a clause names: "den som söker …"."""
_GENITIVE = re.compile(r"\w{3,}s$")
_ADJECTIVE = re.compile(r"\w{2,}(?:ande|ende|ade|ad|iga|ig|ska|sk|ella|ell|iva|iv|era|are|ära|ära|da|na|ta|lösa|lös)")
"""Adjectives and participles by their ends."""
_AGE = re.compile(
    r"\s+(?:i åldern |mellan |från |under |över )?\d{1,2}(?:\s*(?:[–-]|och|till)\s*\d{1,2})?\s*år(?: och (?:äldre|uppåt|yngre))?$",
    re.I,
)
_PARTS = 4
"""Places from which a phrase says more that are looked at."""


def without_more(words: str) -> Iterator[str]:
    """Yield the words, then without their brackets, then an abbreviation that stands in brackets."""
    yield words
    bare = _BRACKETS.sub("", words).strip()
    if bare and bare != words.strip():
        yield bare
        yield from (inside for inside in _BRACKETS.findall(words) if is_abbreviation(inside))


def names_of(label: str) -> Iterator[str]:
    """Yield what a term is called whose label this is: brackets that narrow it belong to its name."""
    narrow = any(len(inside.split()) > 1 for inside in _BRACKETS.findall(label))
    yield from (label,) if narrow else without_more(label)


def about_what(words: str, *, persons: bool = False) -> Iterator[str]:
    """Yield what a phrase may be about, the likeliest first; of `persons` any adjective leaves who they are."""
    bare = re.sub(r"(?<=\w):s(?![^\W_])", "s", _BRACKETS.sub("", words).strip())
    bare = re.sub(r"^(?:om|about) +(?=\S)", "", bare, flags=re.IGNORECASE)
    bare = _AGE.sub("", bare) if persons else bare
    opened = _OPENERS.sub("", bare, count=1) if _OPENERS.match(bare) else bare
    if found := _WHO_DOES.match(opened):
        yield found[0]
    heads = list(_heads(opened))
    for head in heads:
        if head != words:
            yield head
        yield from _unmodified(head, persons)
        yield from _unnamed(head)
        yield from _uncompounded(head)
    yield from _compound_head(heads[-1])


def _heads(phrase: str) -> Iterator[str]:
    """Yield a phrase, then what stands before each place from which it says more, the shortest last."""
    yield phrase
    ends = [found.start() for found in _MORE.finditer(phrase)][:_PARTS]
    yield from (phrase[:end] for end in reversed(ends) if phrase[:end].strip())


def _unmodified(head: str, persons: bool) -> Iterator[str]:
    """Yield a phrase without the modifiers it begins with: those that leave its kind as it is."""
    found = tokens(head)
    modifiers = frozenset(setting("modifiers"))
    for place, word in enumerate(found[:-1]):
        adjective = persons and bool(_ADJECTIVE.fullmatch(word.form))
        if word.form not in modifiers and not _GENITIVE.fullmatch(word.form) and not adjective:
            return
        if adjective and word.form not in modifiers:
            yield word.raw
        yield head[found[place + 1].start :]


def _unnamed(head: str) -> Iterator[str]:
    """Yield a phrase without the proper name that it ends with: "Region Skåne"."""
    if (found := _NAMED.match(head)) and not is_abbreviation(found[2].split()[0]):
        yield found[1]


def _compound_head(head: str) -> Iterator[str]:
    """Yield the last part of the word a phrase ends with, where that keeps its meaning: "hyresskuld"."""
    last = head.split()[-1] if head.split() else ""
    means = setting("compound_means")
    found = (e for e in (*setting("compound_heads"), *means) if last.casefold().endswith(e) and len(last) > len(e) + 2)
    yield from (means.get(end, end) for end in sorted(found, key=len, reverse=True)[:1])


def _uncompounded(head: str) -> Iterator[str]:
    if found := _COMPOUND.fullmatch(head):
        first = found[1]
        yield from (first, f"{first[:-1]}a" if first[-1] in "oe" else first, first[:-1] if first[-1] == "e" else first)
