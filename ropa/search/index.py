"""The words of what is public, and which activities answer a search: the same whatever keeps the texts.

Each word asked for is looked up in widening circles, and the first circle that has something answers: the words
of the page's language (with what people say for the same); those that begin as its stem does, or are it without
å, ä and ö; the other language; what is nearest in spelling; the parts of a compound. What was not found as it was
typed is told.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .everyday import ALSO, SILENT
from .matching import CUT, Form, bare_grade, form, grade, is_first_part, is_last_part
from .spelling import SEVERAL, nearest
from .text import LANGUAGES, PLACES, Indexed, read, weight
from .words import words

MOST = 12
"""Words that a search takes in."""

OTHER_WORD, OTHER_LANGUAGE, SLIP, PART = 0.6, 0.8, 0.4, 0.3
"""What a match counts that is another word for the same, is in the other language, is spelled nearly so, or a part."""

Found = dict[tuple[str, str], float]
"""(language, word of the register) -> how well it answers a word asked for."""

_bits = lru_cache(maxsize=4096)(weight)


@dataclass
class Answered:
    """What one word of a search found."""

    typed: str
    found: Found
    instead: Sequence[str] = ()
    """The words of the register that were taken for it, where it is none of them."""
    also: Sequence[str] = ()
    """What was looked for besides, as people call it otherwise."""

    @property
    def marks(self) -> dict[str, set[str]]:
        """Language -> the words of the register that answer it."""
        made: dict[str, set[str]] = {}
        for language, word in self.found:
            made.setdefault(language, set()).add(word)
        return made


@dataclass
class Hit:
    """An activity that answers."""

    number: int
    """Its place among the texts of the index."""
    score: float = 0
    has: set[int] = field(default_factory=set)
    """Which words of the search it has."""


@dataclass
class Answer:
    """What a search found, the best first."""

    asked: Sequence[Answered]
    hits: Sequence[Hit]
    is_partial: bool = False
    """Whether no activity has all the words, so that these have the most of them."""
    left_out: Sequence[str] = ()
    """Words beyond `MOST`."""


class Index:
    """Texts made by `indexed`, in the order in which what is equally good is shown."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Read the words of all texts."""
        self._texts = texts
        self._where: dict[str, dict[str, array[int]]] = {language: {} for language in LANGUAGES}
        for number, text in enumerate(texts):
            for language, known in read(text).words.items():
                where = self._where[language]
                for word, bits in known.items():
                    where.setdefault(word, array("Q")).append(number << len(PLACES) | bits)
        self._forms = {x: [form(word, x) for word in known] for x, known in self._where.items()}

    def text(self, number: int) -> Indexed:
        """Return the words and lines of an activity."""
        return read(self._texts[number])

    def find(self, asked: str, language: str) -> Answer:
        """Return what answers, for somebody who reads `language`; all of it where nothing is asked for.

        What has no word in it, such as "!!!", is answered by nothing.
        """
        typed = asked_words(asked, language)
        if not typed:
            return Answer((), [] if asked.strip() else [Hit(number) for number in range(len(self._texts))])
        answered = [self._answer(word, language) for word in typed[:MOST]]
        hits = self._hits(answered)
        most = max((len(hit.has) for hit in hits), default=0)
        best = sorted((hit for hit in hits if len(hit.has) == most), key=lambda hit: (-hit.score, hit.number))
        return Answer(answered, best, bool(best) and most < len(answered), typed[MOST:])

    def _answer(self, word: str, language: str) -> Answered:
        if known := self._known(word, language):
            return known
        for dotted in _dotted(word, language):
            if meant := self._known(dotted, language):
                return Answered(word, meant.found, (dotted,))
        if near := self._look(word, language, grade) or self._look(word, language, bare_grade):
            return Answered(word, near, _best(near))
        found = self._in_other_languages(word, language)
        return Answered(word, found, () if _is_sure(found) else _best(found)) if found else self._guess(word, language)

    def _known(self, word: str, language: str) -> Answered | None:
        """Return what has the word itself, or what people call by it; None where neither is in the register."""
        found, also = self._look(word, language, grade), []
        found = found if _is_sure(found) else {}
        for other in _also(word, language):
            alike = self._look(other, language, grade)
            also += [other] if alike else []
            found = {key: value * OTHER_WORD for key, value in alike.items()} | found
        return Answered(word, found, also=also) if found else None

    def _in_other_languages(self, word: str, language: str) -> Found:
        found: Found = {}
        for other in LANGUAGES:
            if other != language:
                best = self._look(word, other, grade) or self._look(word, other, bare_grade)
                found |= {key: value * OTHER_LANGUAGE for key, value in best.items()}
        return found

    def _guess(self, word: str, language: str) -> Answered:
        """Return what a word is taken for that is none of the register's."""
        asked = form(word, language)
        if near := nearest(asked, self._forms[language]):
            return Answered(word, {(language, x.word): SLIP for x in near}, _one_of_each(near))
        for everyday in nearest(asked, _everyday(language)):
            # a word of the list that was typed right has been looked up already
            if everyday.word != word and (meant := self._known(everyday.word, language)):
                return Answered(word, {key: value * SLIP for key, value in meant.found.items()}, (everyday.word,))
        parts = self._parts(asked, language)
        return Answered(word, {(language, x.word): PART for x in parts}, _one_of_each(parts))

    def _parts(self, asked: Form, language: str) -> list[Form]:
        """Return the longest words that a compound begins with, else ends with: the first part tells more."""
        for is_part in (is_first_part, is_last_part):
            parts = [x for x in self._forms[language] if is_part(asked, x)]
            longest = max((len(x.stem) for x in parts), default=0)
            if parts:
                return sorted((x for x in parts if len(x.stem) == longest), key=lambda x: (len(x.word), x.word))
        return []

    def _look(self, word: str, language: str, compare: Callable[[Form, Form, str], float]) -> Found:
        asked = form(word, language)
        graded = ((x.word, compare(asked, x, language)) for x in self._forms[language])
        return {(language, found): value for found, value in graded if value}

    def _hits(self, answered: Sequence[Answered]) -> list[Hit]:
        hits: dict[int, Hit] = {}
        for place, each in enumerate(answered):
            for number, score in self._scores(each.found).items():
                hit = hits.setdefault(number, Hit(number))
                hit.score += score
                hit.has.add(place)
        return list(hits.values())

    def _scores(self, found: Found) -> dict[int, float]:
        """Return text -> what one word of a search counts there: what it counts where it answers best."""
        best: dict[int, float] = {}
        for (language, word), value in found.items():
            for packed in self._where[language][word]:
                number, score = packed >> len(PLACES), value * _bits(packed & (1 << len(PLACES)) - 1)
                best[number] = max(best.get(number, 0), score)
        return best


def asked_words(asked: str, language: str) -> list[str]:
    """Return the words of a search, each once; those that say nothing are left out where there are others."""
    typed = list(dict.fromkeys(words(asked)))
    telling = [word for word in typed if word not in SILENT.get(language, ())]
    return telling or typed


def _also(word: str, language: str) -> Sequence[str]:
    return _also_by_stem(language).get(form(word, language).stem, ())


def _dotted(word: str, language: str) -> list[str]:
    """Return the everyday words that one is which was typed without their å, ä and ö."""
    asked = form(word, language)
    return [x.word for x in _everyday(language) if asked.is_bare and not x.is_bare and x.bare_stem == asked.stem]


@lru_cache
def _everyday(language: str) -> Sequence[Form]:
    return [form(word, language) for word in ALSO.get(language, {})]


@lru_cache
def _also_by_stem(language: str) -> Mapping[str, Sequence[str]]:
    return {x.stem: ALSO[language][x.word] for x in _everyday(language)}


def _is_sure(found: Found) -> bool:
    """Return whether something answers as it was typed, not only what begins as its stem does."""
    return max(found.values(), default=0) > CUT


def _best(found: Found) -> list[str]:
    """Return the words to tell of that answer best, one of each stem."""
    best = sorted(found, key=lambda key: (-found[key], len(key[1]), key[1]))
    return _one_of_each([form(word, language) for language, word in best])[:SEVERAL]


def _one_of_each(near: Sequence[Form]) -> list[str]:
    """Return the first word of each stem."""
    return list({x.stem: x.word for x in reversed(near)}.values())[::-1]
