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
    r"|of|for|to|about|from|with|without|utan|via|genom|när|who|in|at|til|hos|fra) )",
    re.IGNORECASE,
)
"""Where a phrase goes from what it is about to what it says more of it."""
_COMPOUND = re.compile(r"(\w{3,}?)(?:s)?(?:uppgift(?:er|erna)?|information(?:en)?|data)$", re.IGNORECASE)
"""A kind of data written together: "adressuppgifter"."""
_NAMED = re.compile(r"((?:[\w-]+ )*?[\w-]{4,}) ((?:[A-ZÅÄÖÆØ][\w-]+ ?){1,3})$")
_WHO_DOES = re.compile(r"(?:du|dig|den|de|dem|person|personer|någon|dom) som \w+", re.IGNORECASE)
"""Whom a clause names: "den som söker …"."""
_GENITIVE = re.compile(r"\w{3,}s$")


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


def about_what(words: str) -> Iterator[str]:
    """Yield what a phrase may be about, the likeliest first."""
    bare = _BRACKETS.sub("", words).strip()
    opened = _OPENERS.sub("", bare, count=1) if _OPENERS.match(bare) else bare
    heads = [opened, _MORE.split(opened, maxsplit=1)[0]]
    if found := _WHO_DOES.match(opened):
        yield found[0]
    for head in dict.fromkeys(heads):
        if head != words:
            yield head
        yield from _unmodified(head)
        yield from _unnamed(head)
        yield from _uncompounded(head)
        yield from _compound_head(head)


def _unmodified(head: str) -> Iterator[str]:
    """Yield a phrase without the modifiers it begins with: those that leave its kind as it is."""
    found = tokens(head)
    modifiers = frozenset(setting("modifiers"))
    for place, word in enumerate(found[:-1]):
        if word.form not in modifiers and not _GENITIVE.fullmatch(word.form):
            return
        yield head[found[place + 1].start :]


def _unnamed(head: str) -> Iterator[str]:
    """Yield a phrase without the proper name that it ends with: "Region Skåne"."""
    if (found := _NAMED.match(head)) and not is_abbreviation(found[2].split()[0]):
        yield found[1]


def _compound_head(head: str) -> Iterator[str]:
    """Yield the last part of the word a phrase ends with, where that keeps its meaning: "hyresskuld"."""
    last = head.split()[-1] if head.split() else ""
    found = (end for end in setting("compound_heads") if last.casefold().endswith(end) and len(last) > len(end) + 2)
    yield from sorted(found, key=len, reverse=True)[:1]


def _uncompounded(head: str) -> Iterator[str]:
    if found := _COMPOUND.fullmatch(head):
        first = found[1]
        yield from (first, f"{first[:-1]}a" if first[-1] in "oe" else first, first[:-1] if first[-1] == "e" else first)
