"""Where one thing of a list ends and the next begins."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise

from .cutting import Span, between
from .ellipsis import completed, one_thing
from .occurrences import conditions, phrases
from .synonyms import setting

_COMMA = re.compile(r",(?!\s*\d)|\s+[+|]\s+|\s/\s|\t+|\s+men\s+(?=(?:inte|ej|aldrig|inga|inget|not|ikke)\s)")
_SLASH = re.compile(r"(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})")
_TIED = re.compile(
    r"(?<![^\W_])(?:på|till|för|om|hos|från|mellan|med|av|i|inom|på|of|for|to|on|about)(?:\s|$)", re.IGNORECASE
)
"""A word that what follows it hangs on, and what is coordinated with that as well."""
_AGAIN = re.compile(r"(?:från|till|för|på|om|av|fra|til|from|to|about)\s", re.IGNORECASE)
"""A word that begins another such part: "från dig och från skolan"."""
_DID = re.compile(
    r"(?<![^\W_])som\s+(?:har\s+)?(?:\w{2,}(?:de|te|at|it|ats|its)|såg|fann|fick|gick|kom|tog|gav|skrev|blev|höll)$",
    re.IGNORECASE,
)
_DOES = re.compile(r"\w{3,}(?:de|te|at|it|ats|its)(?![^\W_])")
"""Verbs that one clause joins: "den som såg och filmade olyckan"."""
_OPENER = re.compile(r"(?:\w+\s+)?\w*(?:uppgift(?:er)?|information|data)\s+(?:om|kring|rörande)\s", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?<![^\W_])(?:som|who|der)\s+(?:(?!som\b)[\w-]+\s+){1,5}?"
    r"(?:(?:via|genom|per|by|through)\s+(?P<list>(?:[\w-]+,\s+)*[\w-]+(?:\s[\w-]+)?\s+(?:eller|och|or)\s+[\w-]+)"
    r"|(?:för|på|inom|om|i|till|for|in)\s+(?P<other>(?:[\w-]+,\s+)+[\w-]+\s+(?:eller|or)\s+[\w-]+))",
    re.IGNORECASE,
)
"""A clause with a list: "som hör av sig via brev, telefon eller chatt"."""

Known = Callable[[str], bool]


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+{phrases(setting('and_words'))}(?:\s+(?!\d)|$)", re.IGNORECASE)


@cache
def _example() -> re.Pattern[str]:
    return re.compile(rf"\s+(?={phrases_open(setting('for_example'))})", re.IGNORECASE)


def phrases_open(words: Iterable[str]) -> str:
    """Return a pattern for phrases that may end with a full stop."""
    longest = sorted({*words}, key=len, reverse=True)
    return r"(?<![^\W_])(?:" + "|".join(re.escape(w) for w in longest) + r")(?=[\s:,]|$)"


def pieces(text: str, within: Span, known: Known | None) -> Iterator[tuple[Span, Span]]:
    """Yield the things that a part lists, in its order, each with the words that quote it: a slash parts no quote."""
    if known and known(within.of(text)):
        yield within, within
        return
    whole = [*conditions(text, within), *_whole(text, within), *_clauses(text, within, known)]
    for comma_part in between(text, within, _COMMA, whole):
        for part in between(text, comma_part, _example(), whole):
            for thing in _coordinated(text, part, known, whole):
                yield from ((part, thing) for part in _slashed(text, thing, known))


def _whole(text: str, within: Span) -> Iterator[Span]:
    for found in one_thing().finditer(text, within.start, within.end):
        yield Span(*found.span())


def _clauses(text: str, within: Span, known: Known | None) -> Iterator[Span]:
    """Yield relative clauses that end in a list of their own; one that names what is listed is none."""
    for found in _RELATIVE.finditer(text, within.start, within.end):
        listed = found["list"] or found["other"]
        tail = re.split(r",|\s(?:och|eller|samt|or)\s", listed)[1:]
        if known and not any(known(one.strip()) or one.strip()[:1].isupper() for one in tail):
            yield Span(*found.span())


def _coordinated(text: str, part: Span, known: Known | None, whole: list[Span]) -> Iterator[Span]:
    """Yield what "och" joins in a part; the whole part where it is one name or its parts hang on one word."""
    if (known and known(part.of(text))) or completed(part.of(text), known):
        yield part
        return
    things = list(between(text, part, _and(), whole))
    start = part.start
    for thing, following in pairwise(things):
        if _hang_together(text[start : thing.end], following.of(text), known):
            continue
        yield Span(start, thing.end)
        start = following.start
    yield Span(start, part.end)


def _hang_together(before: str, following: str, known: Known | None) -> bool:
    if before.rstrip().endswith("-"):
        return True
    if _AGAIN.match(following):
        return False
    if _DID.search(before) and _DOES.match(following):
        return True
    tied = _TIED.search(_OPENER.sub("", before))
    return bool(tied) and not (known and (known(following) or known(_TIED.split(following, maxsplit=1)[0].strip())))


def _slashed(text: str, thing: Span, known: Known | None) -> Iterator[Span]:
    words = thing.of(text)
    if "/" in words and len(words.split()) <= 4 and "://" not in words and not (known and known(words)):
        yield from between(text, thing, _SLASH)
    else:
        yield thing
