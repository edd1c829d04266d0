"""Several purposes in one sentence: cut where a new thing that is done begins, and nowhere else.

"Pröva ansökningar och utöva tillsyn" tells two, "ta emot och pröva ansökningar" one: its first verb has no object.
What a relative clause or a list of objects joins stays whole.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from .texts_limits import LONGEST_SENTENCE

FILE = Path(__file__).parents[3] / "fixtures" / "reading" / "purposes.toml"

_AND = r"(?:och|samt|og|and|&|liksom|ävensom|respektive)"
_JOINED = re.compile(rf"\s*,\s*(?:{_AND}\s+)?|\s+{_AND},?\s+", re.IGNORECASE)
_MARK = r"(?:(?:för|for|till|to)\s+)?(?:att|at|å|to)\s+"
_WANTING = re.compile(
    r"\b(?:som|vem|om du|when|who|that|der)\s+(?:\w+\s+)?(?:vill|behöver|önskar|ska|kan|måste|wish|want|need|ønsker|skal)\b"
)
_PREPOSITION = re.compile(
    r"\s(?:av|om|för|över|till|med|i|på|vid|enligt|från|mot|rörande|avseende|att|kring|under|inom|of|for|to|in|af|om|ved|til|med)\s"
)
_SPACE = re.compile(r"\s+")


@cache
def _words(name: str) -> tuple[str, ...]:
    """Return a list of the file; a list holds words or phrases in lower case."""
    return tuple(tomllib.loads(FILE.read_text("utf-8"))[name])


@cache
def _verbs() -> frozenset[str]:
    """Return what a purpose can begin with: infinitives, the present tense, English words in -ing."""
    forms = set(_words("verbs")) | set(_words("verbs_dano_norwegian")) | set(_words("verbs_english"))
    for verb in _words("verbs"):
        forms |= {f"{verb}r", f"{verb[:-1]}er"}
        forms |= {verb[:-1]} if verb.endswith(("öra", "yra")) else set()
    for verb in _words("verbs_english"):
        forms |= {f"{verb}ing", f"{verb.removesuffix('e')}ing", f"{verb}s", f"{verb}{verb[-1]}ing"}
    return frozenset(forms | {f"{verb}r" for verb in _words("verbs_dano_norwegian")})


_VERB_ENDING = re.compile(r"\w{3,}er(?:a|ar|e)")
_RELATIVE = frozenset({"som", "vilka", "vilken", "vilket", "who", "which", "der"})
_NO_VERBS = frozenset("flera övriga flere senere tidligere videre dyrere yngre smärre bättre större".split())


def _is_verb(word: str) -> bool:
    plain = word.casefold().strip('.,;:!?()"”')
    return plain not in _NO_VERBS and (plain in _verbs() or bool(_VERB_ENDING.fullmatch(plain)))


@cache
def _before_verb() -> re.Pattern[str]:
    adverbs = "|".join(re.escape(a) for a in sorted(_words("adverbs"), key=len, reverse=True))
    return re.compile(rf"(?:(?:{adverbs})\s+|,?\s*om\s[^,]*,\s+)*(?:{_MARK})?(?:(?:{adverbs})\s+)*", re.IGNORECASE)


def clauses(sentence: str, *, itemised: bool = False) -> list[str]:
    """Return the purposes of a sentence as they stand in it; joining words and commas between them are left out.

    `itemised` tells that the text has entries or sentences of its own: then two things that only "och" joins stay
    together, as their author put them.
    """
    if len(sentence) > LONGEST_SENTENCE:
        return [sentence]
    cuts = list(_cuts(sentence, itemised)) or list(_noun_cuts(sentence))
    places = [0, *(x for cut in cuts for x in cut), len(sentence)]
    return [sentence[a:b] for a, b in zip(places[::2], places[1::2], strict=True) if sentence[a:b].strip()]


def begins_with_verb(text: str) -> bool:
    """Return whether a text begins with something that is done: "pröva ansökningar", "att utöva tillsyn"."""
    return _begins(text)


def _cuts(sentence: str, itemised: bool) -> Iterator[tuple[int, int]]:
    """Yield where joining words between two things that are done begin and end."""
    joins = [m for m in _JOINED.finditer(sentence) if not _in_brackets(sentence, m.start())]
    verbal = [m for m in joins if _begins(sentence[m.end() :]) or _adds_action(m[0], sentence[m.end() :])]
    start = 0
    for join in verbal:
        before = sentence[start : join.start()]
        comma = "," in join[0]
        lone = itemised and len(verbal) == 1 and _SPACE.sub("", join[0].casefold()) in {"och", "og", "and"}
        if lone or _is_open(before, first=start == 0, comma=comma) or (not comma and _WANTING.search(before)):
            continue
        yield join.span()
        start = join.end()


def _adds_action(join: str, rest: str) -> bool:
    """Return whether "samt" leads to a noun that is a thing done of its own: "samt fakturering av avgifter"."""
    return "samt" in join and bool(re.match(r"\w{3,}(?:ering|ning)(?:en)?\s+av\s", rest))


def _in_brackets(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place)


def _begins(rest: str) -> bool:
    """Return whether what follows begins with something that is done: "pröva", "att utöva", "och för statistik"."""
    lead = _before_verb().match(rest)
    word = re.match(r"[\w-]+", rest[lead.end() if lead else 0 :])
    return bool(word and _is_verb(word[0]))


def _is_open(before: str, *, first: bool, comma: bool) -> bool:
    """Return whether words want an object that follows: "ta emot", "utreda"; after a comma only the first of a list does."""
    words = re.findall(r"[\w-]+", before)
    verbs = [i for i, word in enumerate(words) if _is_verb(word)]
    if not verbs:
        return not first or not words
    if comma and verbs[-1] and words[verbs[-1] - 1].casefold() in _RELATIVE:
        return False  # what a clause on its noun does: "konstnärer som ställer ut, betala …"
    after = words[verbs[-1] + 1 :]
    bare = all(word.casefold() in _words("particles") for word in after)
    return bare and (first or not comma)


def _noun_cuts(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the joins of a list of nouns: of any, where the first names nothing more; else of those that name an action."""
    words = re.findall(r"[\w-]+", sentence)
    if not words or _begins(sentence) or _tells(sentence):
        return
    joins = [m for m in _JOINED.finditer(sentence) if not _in_brackets(sentence, m.start())]
    listing = any("," in m[0] for m in joins)
    plain = listing and (
        not _PREPOSITION.search(f" {sentence[: joins[0].start()]} ") or _lists_actions(sentence, joins)
    )
    for place, join in enumerate(joins):
        end = joins[place + 1].start() if place + 1 < len(joins) else len(sentence)
        following = sentence[join.end() : end]
        if _is_pair(sentence, join):
            continue
        if plain or ((listing or "samt" in join[0]) and _is_action(following)):
            yield join.span()


def _lists_actions(sentence: str, joins: Sequence[re.Match[str]]) -> bool:
    """Return whether commas alone join three or more, the last an action."""
    return len(joins) > 1 and all(m[0].strip() == "," for m in joins) and _is_action(sentence[joins[-1].end() :])


def _tells(sentence: str) -> bool:
    """Return whether a sentence says who does or must: that is no list of nouns."""
    return bool(
        re.search(
            r"\b(?:ska|skall|måste|är|kan|har|får|vi|behöver|behövs|används|behandlas|sker|görs|blir|så att|för att|is|are|we|skal|er|vil)\b",
            sentence,
            re.IGNORECASE,
        )
    )


def _is_pair(sentence: str, join: re.Match[str]) -> bool:
    before = sentence[max(0, join.start() - 60) : join.start()].split()
    after = sentence[join.end() : join.end() + 60].split()
    around = f"{before[-1] if before else ''}{join[0]}{after[0] if after else ''}"
    return _SPACE.sub(" ", around.casefold().strip(" .,")) in _words("pairs") or bool(
        re.search(r"-$", sentence[: join.start()])
    )


def _is_action(words: str) -> bool:
    first = next(iter(re.findall(r"[\w-]+", words)), "").casefold()
    head = _PREPOSITION.split(f" {words.strip(' .')} ")[0].split()
    return any(w.casefold().endswith(_words("actions")) for w in (first, *head[-1:]) if len(w) > 5)
