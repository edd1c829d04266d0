"""What understanding knows before it reads: the open lists with their synonyms, and labels that were corrected."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...record import DataSubjectCategory
from ..terms import Terms
from ..topics import Topic
from .forms import Token, is_abbreviation, readings, tokens, uninflected
from .heads import about_what, names_of, without_more
from .synonyms import named, setting, synonyms

_LONGEST = 500
"""Characters of the longest words that may be a name."""


@dataclass(frozen=True)
class Found:
    """A term that a running text names."""

    term: Any
    start: int
    end: int


@dataclass
class _Index:
    """The names of one list's terms. A name is a row of words; one that two terms bear is nobody's."""

    terms: dict[str, Any] = field(default_factory=dict)
    """Code -> term."""
    exact: dict[tuple[str, ...], str | None] = field(default_factory=dict)
    inflected: dict[tuple[str, ...], str | None] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    """As they are written -> code."""
    longest: int = 1
    only_listed: frozenset[str] = frozenset()
    """Words that name a term in a list alone."""

    def put(self, name: str, code: str) -> None:
        """Let a name stand for a term."""
        found = tokens(name)
        if not found:
            return
        if len(found) == 1 and is_abbreviation(name.strip()):
            self.abbreviations.setdefault(found[0].raw, code)
            self.exact.setdefault((found[0].form,), code)
            return
        self.longest = max(self.longest, len(found))
        self.exact.setdefault(tuple(t.form for t in found), code)
        stems = tuple(uninflected(t.form) for t in found)
        self.inflected[stems] = code if self.inflected.get(stems, code) == code else None

    def get(self, found: list[Token]) -> Any:
        """Return the term whose name these words are, whatever their case, or None."""
        code = self.exact.get(tuple(t.form for t in found))
        if code is None and found:
            before = tuple(uninflected(t.form) for t in found[:-1])
            codes = (self.inflected.get((*before, last)) for last in readings(found[-1].form))
            code = next((known for known in codes if known), None)
        return self.terms.get(code) if code else None

    def said(self, found: list[Token]) -> Any:
        """Return the term that these words of a running text name; abbreviations stand in their own capitals."""
        if len(found) == 1 and found[0].raw in self.abbreviations:
            return self.terms[self.abbreviations[found[0].raw]]
        form = found[0].form
        if len(found) == 1 and (form in self.only_listed or any(form == a.casefold() for a in self.abbreviations)):
            return None
        return self.get(found)


class Knowledge:
    """The terms one organisation may use, found by what people call them."""

    def __init__(self, terms: Terms, corrections: Mapping[str, Topic] | None = None) -> None:
        self.terms, self.corrections = terms, corrections or {}
        self._indexes: dict[type[Any], _Index] = {}

    def term(self, kind: type[Any], words: str) -> Any:
        """Return the term of that list whose label, abbreviation or synonym the words are, inflected or not; else None.

        Words in brackets after it do not count, nor does their order with an abbreviation: "IVO (Inspektionen …)".
        """
        if len(words) > _LONGEST:
            return None
        index = self._index(kind)
        return next((term for said in without_more(words) if (term := index.get(tokens(said)))), None)

    def is_name(self, kind: type[Any], words: str) -> bool:
        """Return whether the words are a name of a term of that list as it is written, no other form of it."""
        return bool(self._index(kind).exact.get(tuple(t.form for t in tokens(words[:_LONGEST]))))

    def about(self, kind: type[Any], words: str) -> Any:
        """Return the term that the words are, or that they tell more of; else None.

        "Namn på vårdnadshavare" and "uppgifter om hälsa" are about terms and say more or less than their names.
        """
        if term := self.term(kind, words):
            return term
        if len(words) > _LONGEST:
            return None
        heads = about_what(words, persons=kind is DataSubjectCategory)
        return next((term for head in heads if (term := self.term(kind, head))), None)

    def find(self, kind: type[Any], text: str) -> list[Found]:
        """Return the terms of that list that a running text names, in its order, none inside another."""
        return list(self._find(self._index(kind), tokens(text)))

    def own(self, kind: type[Any], words: str) -> Any:
        """Return a term of the organisation's own with these words as Swedish label, its code made from them."""
        label = " ".join(words.split())
        label = label[:1].upper() + label[1:]
        return kind(code=own_code(label), labels={"sv": label})

    @staticmethod
    def _find(index: _Index, words: list[Token]) -> Iterator[Found]:
        place = 0
        while place < len(words):
            for length in range(min(index.longest, len(words) - place), 0, -1):
                run = words[place : place + length]
                if term := index.said(run):
                    yield Found(term, run[0].start, run[-1].end)
                    place += length - 1
                    break
            place += 1

    def _index(self, kind: type[Any]) -> _Index:
        if kind not in self._indexes:
            self._indexes[kind] = self._made(kind)
        return self._indexes[kind]

    def _made(self, kind: type[Any]) -> _Index:
        """Labels come before synonyms: what the organisation calls a term is what the word means there."""
        index = _Index(only_listed=frozenset(t.form for w in _only_listed(kind) for t in tokens(w)[:1]))
        for term in self.terms.get(kind, ()):
            index.terms.setdefault(term.code, term)
            for label in term.labels.values():
                for name in names_of(label):
                    index.put(name, term.code)
        for label, names in named().get(kind.__name__, {}).items():
            own = self.own(kind, label)
            index.terms.setdefault(own.code, own)
            for name in (*names_of(label), *names):
                index.put(name, own.code)
        for code, names in synonyms().get(kind.__name__, {}).items():
            for name in names if code in index.terms else ():
                index.put(name, code)
        return index


def _only_listed(kind: type[Any]) -> list[str]:
    return [word for word in setting("only_listed").get(kind.__name__, ()) if len(word.split()) == 1]


def own_code(label: str) -> str:
    """Return the code for an organisation's own term: its words, cut and told apart by a hash where they are long."""
    plain = "-".join(t.form for t in tokens(label)).translate(str.maketrans("åäöæø", "aaoao"))
    code = "own-" + plain.encode("ascii", "ignore").decode()
    if 4 < len(code) <= 60:
        return code
    return f"{code[:50].rstrip('-')}-{hashlib.sha256(label.casefold().encode()).hexdigest()[:8]}"
