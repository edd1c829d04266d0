"""Acts that a running text names, each with the words that name it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from ...record import Law
from .knowledge import Knowledge
from .law_clauses import Taken
from .law_names import NUMBER, Names, fold_name, names_of, none_endings, shown
from .synonyms import setting

_HEAD = (
    r"(?:(?:\w+-\s*(?:och|,)\s*){0,3}\w*(?:lag(?:en)?s?|förordning(?:en)?s?|balk(?:en)?s?|kungörelsen?|stadgan?)\s*)"
)
_NUMBERED = re.compile(rf"(?<![\w-]){_HEAD}?(?:\(\s*)?(?:SFS\s*)?(?P<number>{NUMBER})\s*\)?(?=[\s\W]|$)", re.IGNORECASE)
_TITLE = re.compile(r"\s+(?:om|med|angående|til|on)\s+[^,.;:()\n§]{3,140}", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?<![\w-])(?:\w+-\s*(?:och\s*)?){0,3}(?:[^\W\d_]{3,}|[^\W\d_]{2,}-)(?:lagen|balken|förordningen|konventionen|stadgan)s?(?![\w-])",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?<![\w-])(?:(?:[Ll]agen|[Ff]örordningen|Lag|Förordning|[Ll]oven|Lov|Bekendtgørelse|Forskrift)(?=\s+(?:om|med)\s)"
    r"|(?:forskrift|bekendtgørelse)(?=\s+om\s))"
)
_NORDIC = re.compile(
    r"(?<![\w-])(?:\w+-\s+og\s+)?(?:[^\W\d_]{2,}-)?[^\W\d_]{3,}(?:loven|lova|bekendtgørelsen|forskriften)s?(?![\w-])",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"(?<![\w-])(?:[A-Z][\w-]+\s+(?:(?:of|and|on|for|the|in)\s+)*){1,9}(?:Act|Ordinance|Code)(?:\s+\(?\d{4}(?:/\d+)?\)?)?(?![\w:-])"
)
_UNION = re.compile(
    r"(?<![\w-])(?:(?:EU:s|EG:s|rådets|kommissionens|Europaparlamentets och rådets|genomförande)\s*)*"
    r"(?:förordning(?:en)?|direktiv(?:et)?|beslut(?:et)?|forordning(?:en)?|regulation|directive)\s*"
    r"(?:\(\s*(?:EU|EG|EEG|EC)\s*\)\s*(?:nr\.?\s*)?\d{2,4}/\d{1,4}|(?:nr\.?\s*)?\d{2,4}/\d{1,4}/(?:EU|EG|EEG))"
    r"|(?<![\w-])(?:EU|EG)(?:-(?:förordning|direktiv)(?:en|et)?)?\s+(?:nr\.?\s*)?(?!2016/679)(?:19|20)\d\d/\d{1,4}(?![\d/])",
    re.IGNORECASE,
)
_SERIES = re.compile(r"(?<![\w-])(?!SFS)[A-ZÅÄÖ]{1,7}(?:-[A-ZÅÄÖ]{0,3})?FS\s*(?:\d{4}:\d{1,4})(?!\d)")
_FINNISH = re.compile(r"\s*\(\s*\d{1,4}/\d{4}\s*\)")
_FINNISH_BARE = re.compile(r"\s+\d{1,4}/(?:18|19|20)\d\d(?![\d/])")
_SAME = re.compile(r"(?<![\w-])(?:samma|nämnda|denna|samme)\s+(?:lag|förordning|balk|lov)(?![\w-])", re.IGNORECASE)
_EXPLAINS = re.compile(r"\s*[,(/–-]?\s*(?:nedan\s+|förkortat\s+)?")


@dataclass(frozen=True)
class Mention:
    """An act named in a text."""

    start: int
    end: int
    law: Law | None
    """None for "the same act"."""
    weak: bool = False
    """Whether it may mean something else, and is an act only beside a place in one."""


def mentions(text: str, knowledge: Knowledge) -> list[Mention]:
    """Return the acts that a text names, in its order, none inside another. The GDPR is not among them."""
    names = names_of(knowledge)
    taken = Taken(text)
    found: list[Mention] = []
    for mention in chain(_sure(text, names, knowledge), _gdpr(text), _likely(text, knowledge)):
        if taken.is_free((mention.start, mention.end)):
            taken.take((mention.start, mention.end))
            found.append(mention)
    acts = sorted((m for m in found if m.law or not m.weak), key=lambda m: m.start)
    return _joined(_settled(acts, names), text)


def _gdpr(text: str) -> Iterator[Mention]:
    """Give the places that belong to the GDPR, which is no act among these."""
    yield from (Mention(m.start(), m.end(), None, weak=True) for m in gdpr().finditer(text))


@cache
def gdpr() -> re.Pattern[str]:
    """Return what finds the GDPR by name or number."""
    called = "|".join(re.escape(n) for n in sorted(setting("law_words")["gdpr"], key=len, reverse=True))
    number = r"(?:EU:?s?\s+)?(?:förordning(?:en)?|regulation|forordning)\s*\(?\s*(?:EU\)?\s*)?(?:nr\.?\s*)?2016/679"
    return re.compile(
        rf"(?<![\w-])(?:{number}|(?:EU:s\s+)?(?:{called})s?(?:\s*\(\s*(?:GDPR|EU\s*2016/679)\s*\))?)(?![\w-])",
        re.IGNORECASE,
    )


def _sure(text: str, names: Names, knowledge: Knowledge) -> Iterator[Mention]:
    """Give the acts that a name of the lists, a series or a number tells."""
    yield from _known(text, names, knowledge)
    yield from (_own(m.start(), m.end(), m[0], knowledge) for m in _SERIES.finditer(text))
    yield from _numbered(text, names, knowledge)


def _likely(text: str, knowledge: Knowledge) -> Iterator[Mention]:
    """Give what else looks like an act, the surest first."""
    yield from (_own(m.start(), m.end(), m[0], knowledge) for m in _UNION.finditer(text))
    for match in _TITLED.finditer(text):
        end = match.end() + len(_title(text, match.end()))
        yield _own(match.start(), _with_finnish(text, end), text[match.start() : end], knowledge)
    yield from _unknown(text, knowledge)
    yield from (Mention(m.start(), m.end(), None) for m in _SAME.finditer(text))
    for match in _others().finditer(text):
        name = setting("law_words")["others"][match[0]]
        label = f"{name} ({match[0]})" if name else match[0]
        yield replace(_own(match.start(), match.end(), label, knowledge), weak=True)


def _known(text: str, names: Names, knowledge: Knowledge) -> Iterator[Mention]:
    for match in names.pattern.finditer(text):
        end, number = _suffix(text, match.end(), names)
        inside = re.search(NUMBER, match[0])
        number = inside[0] if inside else number
        yield Mention(match.start(), end, _which(match[0], number, text[match.start() : end], names, knowledge))


def _which(name: str, number: str, whole: str, names: Names, knowledge: Knowledge) -> Law:
    """Return the act a name means: its number decides, and without one a name that two acts bear means neither."""
    if number:
        return names.by_number.get(number) or numbered(number, whole, knowledge)
    return names.act(_bare(name)) or knowledge.own(Law, _bare(name))


def _bare(name: str) -> str:
    return name if not name.endswith("s") or fold_name(name) != name else name.removesuffix("s").removesuffix(":")


def _suffix(text: str, end: int, names: Names) -> tuple[int, str]:
    """Return where a name ends with the number and abbreviation after it, and the number."""
    short = "|".join(re.escape(a) for a in sorted(names.short, key=len, reverse=True)) or "(?!)"
    part = rf"(?:SFS\s*)?{NUMBER}|{short}|nedan|förkortat|förkortad"
    pattern = re.compile(
        rf"\s*(?:\(\s*(?:{part})(?:\s*[,;]?\s*(?:{part}))*\s*\)|,?\s*(?:SFS\s*)?{NUMBER}(?:\s*,\s*(?:{short})(?![\w-]))?)"
    )
    number = ""
    while match := pattern.match(text, end):
        end = match.end()
        inside = re.search(NUMBER, match[0])
        number = number or (inside[0] if inside else "")
    return end, number


def _numbered(text: str, names: Names, knowledge: Knowledge) -> Iterator[Mention]:
    for match in _NUMBERED.finditer(text):
        end = match.end() - (match[0].endswith(")") and "(" not in match[0])
        end += len(_title(text, end))
        law = names.by_number.get(match["number"]) or numbered(match["number"], text[match.start() : end], knowledge)
        yield Mention(match.start(), end, law)


def numbered(number: str, written: str, knowledge: Knowledge) -> Law:
    """Return an act that no list holds, under its number and the title that the text gives it."""
    title = written.strip(" (") if re.search(r"[^\W\d_]{3}", written.replace("SFS", "")) else f"SFS {number}"
    title = re.sub(r"^(lag|förordning)(?=\s)", lambda m: m[0] + "en", title, flags=re.IGNORECASE)
    own: Law = knowledge.own(Law, title)
    # by its number: another text may give the same act a shorter title
    return own.model_copy(update={"sfs": number, "code": f"own-sfs-{number.replace(':', '-')}"})


def _own(start: int, end: int, label: str, knowledge: Knowledge) -> Mention:
    return Mention(start, end, knowledge.own(Law, re.sub(r"(?<=lagen|alken|ingen|loven)s$", "", label)))


def _title(text: str, end: int) -> str:
    """Return the title that follows "lagen" or its number, as far as it goes."""
    if not (match := _TITLE.match(text, end)):
        return ""
    stop = _title_end().search(match[0], 5)
    return (match[0][: stop.start()] if stop else match[0]).rstrip()


@cache
def _title_end() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in setting("law_words")["ends"] if w != "i")
    law = r"(?:och|samt|and|og)\s+(?:(?:på|enligt|av|i)\s|\w*(?:lag|lagen|förordning|förordningen|balken)(?![\w-])|\d)"
    capital = r"(?-i:(?<=[a-zåäö])\s+[A-ZÅÄÖ](?!uropa|U\b|verige))"
    return re.compile(
        rf"\s+(?:{words})(?![\w-])|\s+{law}|\s+[–-]\s|\s+\d{{1,3}}\s?[a-h]?\s*(?:§|kap)|{capital}", re.IGNORECASE
    )


def _unknown(text: str, knowledge: Knowledge) -> Iterator[Mention]:
    for pattern in (_DEFINITE, _NORDIC, _ENGLISH):
        for match in pattern.finditer(text):
            last = re.split(r"\W+", match[0])[-1]
            if not _is_none(last):
                start = match.start() + (4 if match[0].startswith("The ") else 0)
                named = match.end() if not (bare := _FINNISH_BARE.match(text, match.end())) else bare.end()
                yield _own(start, _with_finnish(text, named), text[start:named], knowledge)


def _is_none(word: str) -> bool:
    return any(m.end() == len(word) for m in none_endings().finditer(word))


def _with_finnish(text: str, end: int) -> int:
    match = _FINNISH.match(text, end)
    return match.end() if match else end


@cache
def _others() -> re.Pattern[str]:
    short = "|".join(re.escape(a) for a in setting("law_words")["others"])
    return re.compile(rf"(?<![\w-])(?:{short})(?![\w-])")


def _settled(found: list[Mention], names: Names) -> list[Mention]:
    """Let a name that a number told of once in the text mean that act wherever it stands."""
    told = {fold_name(shown(m.law)): m.law for m in found if m.law and m.law.sfs}
    shared = {m: fold_name(names.shared(shown(m.law))) for m in found if m.law and not m.law.sfs}
    return [replace(m, law=told.get(shared[m], m.law)) if m in shared else m for m in found]


def _joined(found: list[Mention], text: str) -> list[Mention]:
    """Let a name and the abbreviation or title that explains it be one mention."""
    joined: list[Mention] = []
    for mention in found:
        last = joined[-1] if joined else None
        if last and last.law and last.law == mention.law and _EXPLAINS.fullmatch(text[last.end : mention.start]):
            end = mention.end + (text[mention.end : mention.end + 1] == ")")
            joined[-1] = replace(last, end=end)
        else:
            joined.append(mention)
    return joined
