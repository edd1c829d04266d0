"""Names of acts in running text: those of the vocabulary by label, abbreviation and number, others as they are written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from ...record import Law
from .knowledge import Knowledge
from .synonyms import setting

NUMBER = r"(?<![\d:-])\d{4}:\d{1,4}(?![\d:])"
_BRACKET = rf"(?:\s*\(\s*(?:SFS\s*)?{NUMBER}\s*\)|\s+(?:SFS\s*)?{NUMBER})"
_ENDINGS = {
    "lagen": "lag(?:en)?s?",
    "förordningen": "förordning(?:en)?s?",
    "balken": "balk(?:en)?s?",
}


@dataclass(frozen=True)
class Names:
    """The names of the acts one organisation may cite."""

    by_number: dict[str, Law]
    """Number in the statute book -> act."""
    called: dict[str, Law | None]
    """Name, folded -> act; None where two acts bear it."""
    short: dict[str, Law | None]
    """Abbreviation as it is written -> act; None where two acts bear it."""
    label: dict[str, str]
    """Name or abbreviation that two acts bear -> the name they share."""
    pattern: re.Pattern[str] = field(compare=False)
    """Finds any of the names, inflected."""

    def act(self, written: str) -> Law | None:
        """Return the one act of that name or abbreviation."""
        return self.short[written] if written in self.short else self.called.get(fold_name(written))

    def shared(self, written: str) -> str:
        """Return the full name of what several acts are called; the words themselves where nothing tells."""
        return self.label.get(written) or self.label.get(fold_name(written)) or written


@lru_cache(maxsize=8)
def names_of(knowledge: Knowledge) -> Names:
    """Return the names of the acts in an organisation's lists."""
    laws = [law for law in knowledge.terms.get(Law, ()) if law.labels]
    pairs = [(name, law) for law in laws for name in _names(law)]
    short = _one_each((name, law) for name, law in pairs if _is_short(name) and name not in _others())
    called = _one_each((fold_name(name), law) for name, law in pairs if not _is_short(name))
    return Names(
        by_number={law.sfs: law for law in laws if law.sfs},
        called=called,
        short=short,
        label={name if _is_short(name) else fold_name(name): shown(law) for name, law in pairs},
        pattern=_any_of([*map(_abbreviation, short), *map(_inflected, called)]),
    )


def shown(law: Law) -> str:
    """Return an act's name without its number."""
    return " ".join(re.sub(rf"\(?{NUMBER}\)?", "", law.said("sv").text).split())


def fold_name(name: str) -> str:
    """Return a name in the form in which its inflections and spellings meet."""
    words = re.sub(rf"\(?(?:SFS\s*)?{NUMBER}\)?", " ", name.casefold()).replace("-", " ").split()
    return " ".join(_uninflected(w) for w in words[words[:1] == ["the"] :])


@cache
def none_endings() -> re.Pattern[str]:
    """Return what finds words that end as an act does and are none."""
    alternatives = "|".join(re.escape(w) for w in sorted(setting("law_words")["none"], key=len, reverse=True))
    return re.compile(rf"(?:{alternatives})(?:en|ens|s)?", re.IGNORECASE)


def _uninflected(word: str) -> str:
    for definite in _ENDINGS:
        bare = definite.removesuffix("en")
        for ending in (definite + "s", definite, bare + "s"):
            if word.endswith(ending) and not word.endswith("slags"):
                return word.removesuffix(ending) + bare
    return word


def _one_each(pairs: Iterable[tuple[str, Law]]) -> dict[str, Law | None]:
    """Return name -> act, or None where several bear it."""
    found: dict[str, Law | None] = {}
    for name, law in pairs:
        found[name] = law if found.get(name, law) == law else None
    return found


def _is_short(name: str) -> bool:
    """Return whether a name is an abbreviation: it means the act in its own capitals only."""
    return " " not in name and len(name) < 9 and sum(c.isupper() for c in name) > 1


@cache
def _others() -> frozenset[str]:
    """Return the abbreviations that are an act's only beside a place in it, whoever lists the act."""
    return frozenset(setting("law_words")["others"])


def _names(law: Law) -> Iterator[str]:
    yield shown(law)
    if english := law.labels.get("en"):
        yield " ".join(re.sub(rf"\(?{NUMBER}\)?", "", english).split())
    data = _data(law.code)
    yield from (*data.get("names", ()), *data.get("abbreviations", ()))


def _data(code: str) -> dict[str, Any]:
    data: dict[str, Any] = setting("acts").get(code, {})
    return data


def _abbreviation(written: str) -> str:
    # "5 MB" is no act, and neither is "på FB"
    site = r"(?<!på )" if written == "FB" else ""
    return rf"(?<!\d ){site}(?-i:{re.escape(written)})(?:s|:s)?"


def _inflected(folded: str) -> str:
    """Return what finds a folded name with its inflections, its number in it and its hyphens."""
    words = folded.split()
    first, rest = _word(words[0]), [_word(w) for w in words[1:]]
    if rest and words[0] in {"lag", "förordning"}:
        first += f"{_BRACKET}?"
    return r"[\s-]+".join([first, *rest]).replace(r"[\s-]+och", r"(?:-|\s)*\s*och")


def _word(word: str) -> str:
    for definite, pattern in _ENDINGS.items():
        bare = definite.removesuffix("en")
        if word.endswith(bare):
            return re.escape(word.removesuffix(bare)) + pattern
    return re.escape(word)


def _any_of(alternatives: list[str]) -> re.Pattern[str]:
    ordered = sorted(alternatives, key=len, reverse=True)
    return re.compile(rf"(?<![\w:-])(?:{'|'.join(ordered) or '(?!)'})(?![\w-])", re.IGNORECASE)
