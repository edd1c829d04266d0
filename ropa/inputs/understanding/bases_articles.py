"""Points of Articles 6(1), 9(2) and of Chapter V of the GDPR, as people write them: "6.1 e", "art. 6(1)(c)", "led e"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ARTICLE = r"(?:art(?:ikel|ikeln|iklarna|icles?|ikkel|\.)?\s*)"
_NO_ARTICLE = r"(?<!avsnitt )(?<!kapitel )(?<!kap\. )(?<!bilaga )(?<!tabell )(?<!punkt )(?<!sida )(?<!version )"
_POINT = r"(?:,?\s*(?:led(?:et)?|bokstav|litra|punkt(?:en)?|point|letter)\s*)?"
_LETTER = r"\(?\s*[a-j]\s*\)?(?![\w'’])"
_ALSO = rf"\s*(?:,|&|/|\boch\b|\bsamt\b|\beller\b|\bog\b|\band\b|\bor\b)\s*{_POINT}"


def _pattern(article: str, first: str) -> re.Pattern[str]:
    """Return what finds the points of a paragraph, however dots, brackets and words stand between its numbers."""
    number = rf"{article}\s*(?:[.,(:]|,?\s*(?:punkt|stycke|stk\.?|nr\.?|para(?:graph)?\.?)|\s|§)\s*\(?{first}\)?"
    head = rf"(?:{_ARTICLE}|{_NO_ARTICLE}(?<![\w.,:§/-]))"
    return re.compile(
        rf"(?<![\w.:-]){head}{number}(?:\s*(?:första stycket|st\.))?\s*[.:,]?\s*{_POINT}(?P<letters>{_LETTER}(?:-(?:ai|mu)(?!\w))?(?:{_ALSO}{_LETTER})*)",
        re.IGNORECASE,
    )


_SHORT = re.compile(r"(?<![\w.:-])art(?:ikel|\.)?\s*6\s*(?P<letters>\(?[a-f]\)?)(?![\w'’.])", re.IGNORECASE)
"""Without its paragraph: Article 6 has letters in the first one only."""
_SIX, _NINE = _pattern("6", "1"), _pattern("9", "2")
_BARE = re.compile(
    rf"(?<![\w.:-]){_ARTICLE}\s*(?:6(?:[.(]1\)?)?|9(?:[.(]2\)?)?)(?![\w.:(]|\s*[.(]?\s*\d)", re.IGNORECASE
)
_SINGLE = re.compile(r"(?<![\w'’])[a-j](?![\w'’])", re.IGNORECASE)


@dataclass(frozen=True)
class Point:
    """A point of an article that a text names."""

    start: int
    end: int
    code: str
    """As in "6.1.e" or "9.2.g"; with "-ai" or "-mu" where the text has it."""
    article: int
    """Where the article's own number begins: before the point, or before other points of it."""


def points(text: str) -> list[Point]:
    """Return the points of Art. 6(1) and 9(2) that a text names, each with its own words."""
    six = [*_of(_SIX, "6.1.", "abcdef", text), *_of(_SHORT, "6.1.", "abcdef", text)]
    found = [*six, *_of(_NINE, "9.2.", "abcdefghij", text)]
    return sorted(found, key=lambda p: p.start)


def bare_articles(text: str) -> list[tuple[int, int]]:
    """Return where a text names Article 6 or 9, or their first paragraphs, without a point."""
    return [m.span() for m in _BARE.finditer(text)]


def _of(pattern: re.Pattern[str], prefix: str, letters: str, text: str) -> Iterator[Point]:
    for match in pattern.finditer(text):
        for i, letter in enumerate(_SINGLE.finditer(match["letters"])):
            start = match.start("letters") + letter.start() if i else match.start()
            end = match.start("letters") + letter.end()
            end += _closing(text, end)
            if letter[0].casefold() in letters:
                suffix = re.match(r"-(?:ai|mu)\b", text[end : end + 3], re.IGNORECASE)
                end += 3 if suffix else 0
                yield Point(
                    start, end, prefix + letter[0].casefold() + (suffix[0].casefold() if suffix else ""), match.start()
                )


def _closing(text: str, end: int) -> int:
    """Return the length of a bracket that closes after a letter and was opened before it."""
    closes = re.match(r"\s*\)", text[end:])
    return len(closes[0]) if closes and text[:end].count("(", max(0, end - 14)) else 0
