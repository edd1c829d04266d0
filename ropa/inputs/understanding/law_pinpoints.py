"""Places in an act, as people write them: "16 kap. 4 §", "kap. 12 §§ 1-2", "26:1", "§ 10, stk. 1", "section 3"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:\s?[a-h](?![^\W_])|\s?[A-H](?=-\d|\s*(?:[,.;)]|$)))?"
_JOIN = r"\s*(?:,|–|-|—|&|\boch\b|\bsamt\b|\beller\b|\bog\b|\band\b|\bor\b)\s*"
_LIST = rf"{_NUMBER}(?:{_JOIN}(?:{_NUMBER}|[a-h](?![^\W_]))){{0,12}}"
_KAP = r"(?:kap(?:itlet|itel|ittel|\.)?|chapters?|ch\.)(?![^\W\d_])"
_CHAPTER = rf"(?:{_LIST}\s*{_KAP}|{_KAP}\s*{_LIST}(?!\d|\s*{_KAP}))"
_SECTION = rf"(?:{_LIST}\s*§{{1,2}}|§{{1,2}}\s*{_LIST}|(?:paragraf(?:erna|en)?|sections?)\s+{_LIST})"
_ORDINAL = r"(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|første|annet|andre|\d{1,2})"
_BELOW = (
    r"(?:,?\s*(?:"
    rf"{_ORDINAL}\s+(?:stycket?|st\.?|meningen|ledd)(?![^\W_])"
    r"|(?:punkt(?:en|erna)?|p\.?|pkt\.?|stk\.?|nr\.?)\s*\d{1,2}(?:\s*(?:-|–|och|og)\s*\d{1,2})?"
    r"|\d{1,2}(?:\s*(?:-|–|och)\s*\d{1,2})?\s*(?:punkten|punkterna|p)(?![^\W_])\.?"
    r"|(?:litra|bokstav)\s+[a-z](?![^\W_])"
    r")|\s+\d{1,2}(?:\s*(?:-|–|och)\s*\d{1,2})?(?![\w:.]|\s*(?:kap|§|,\s*\d|och|-|–|[a-h](?![^\W_])\s*(?:§|kap))))*"
)
_PLACE = re.compile(
    rf"(?<![\w:.§-])(?<!artikel )(?<!article )(?<!artikkel )(?<!art\. )(?<!art )(?:{_CHAPTER}(?:\s*,?\s*(?:{_SECTION}|ss?\.\s*{_LIST}){_BELOW})?|{_SECTION}{_BELOW}|(?P<short>\d{{1,2}}:\d{{1,2}}(?:\s[a-h](?![^\W_]))?)(?![\d:]))",
    re.IGNORECASE,
)
_CHAPTER_IN = re.compile(_KAP, re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|;|&|\boch\b|\bsamt\b|\beller\b|\bog\b|\band\b)\s*(?:\bi\b\s*)?")


@dataclass(frozen=True)
class Pinpoint:
    """A place in some act."""

    text: str
    """As it is kept: white space mended, the order as it was written."""
    start: int
    end: int
    short: bool = False
    """Whether it is written "26:1", which only beside the name of an act means a place in it."""


def pinpoints(text: str) -> list[Pinpoint]:
    """Return the places in acts that a text names; sections that share a chapter are one place."""
    merged: list[Pinpoint] = []
    for found in _found(text):
        last = merged[-1] if merged else None
        if last and _shares_chapter(last, found, text[last.end : found.start]):
            joined = text[last.start : found.end]
            merged[-1] = Pinpoint(tidy(joined), last.start, found.end)
        else:
            merged.append(found)
    return merged


def chains(places: list[Pinpoint], text: str) -> list[list[Pinpoint]]:
    """Return the places in rows that only commas and "och" stand between."""
    rows: list[list[Pinpoint]] = []
    for place in places:
        if rows and _BETWEEN.fullmatch(text[rows[-1][-1].end : place.start]):
            rows[-1].append(place)
        else:
            rows.append([place])
    return rows


def tidy(written: str) -> str:
    """Return a place with single spaces, "kap." with its full stop and "§" apart from its number."""
    text = _in_swedish(" ".join(written.split()))
    text = re.sub(r"(?<=[\da-h])\s*§", " §", text)
    text = re.sub(r"§\s*(?=\d)", "§ ", text)
    text = re.sub(r"(?<=\d)(?=kap)", " ", text, flags=re.IGNORECASE)
    return re.sub(r"(?<=[\da-h]) kap(?:\.|itel|itlet)?(?![^\W_])\.?", " kap.", text, flags=re.IGNORECASE)


def _in_swedish(text: str) -> str:
    """Return "chapter 3, section 4" as "3 kap. 4 §": what a Swedish act calls its parts."""
    text = re.sub(rf"(?:chapters?|ch\.)\s*({_LIST})\s*,?", r"\1 kap. ", text, flags=re.IGNORECASE)
    text = re.sub(rf"(?:sections|ss\.)\s*({_LIST})", r"\1 §§", text, flags=re.IGNORECASE)
    text = re.sub(rf"(?:section|s\.)\s*({_LIST})", r"\1 §", text, flags=re.IGNORECASE)
    return re.sub(r"(?<=\d)\s+and\s+(?=\d)", " och ", " ".join(text.split()))


def _found(text: str) -> Iterator[Pinpoint]:
    for match in _PLACE.finditer(text):
        if short := match["short"]:
            chapter, section = short.split(":")
            yield Pinpoint(f"{chapter} kap. {section} §", match.start(), match.end(), short=True)
        else:
            yield Pinpoint(tidy(match[0]), match.start(), match.end())


def _shares_chapter(last: Pinpoint, new: Pinpoint, between: str) -> bool:
    alike = bool(_CHAPTER_IN.search(last.text)) and not _CHAPTER_IN.search(new.text)
    return alike and not new.short and "§" in last.text and bool(_BETWEEN.fullmatch(between)) and ";" not in between
