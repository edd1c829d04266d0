"""The form in which labels are compared: case, inflection, numbering and words that say nothing make no difference."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ...search.words import stem, words
from ...swedish import fold

FILE = Path(__file__).parents[3] / "fixtures" / "reading" / "labels.toml"

_NUMBERING = re.compile(
    r"""^\s*
    (?:(?:fråga|punkt|avsnitt|§)\s*)?
    (?:\d{1,2}(?:\.\d{1,2})*[.):]?(?:\s?[a-zåäö][.)])?   # 3.  1.2  5 b.
    |[a-zåäö][.)]                                       # b)
    |[ivx]{1,4}[.)])                                    # iv.
    (?:\s+|$)""",
    re.I | re.X,
)
_ARTICLE = re.compile(
    r"""\(?\s*
    (?:(?:enligt|i|jf\.?|jfr\.?|jml?\.?|cf\.?|jämför|ifølge|etter|under|of)\s+)?
    (?:gdpr|dsf|dataskyddsförordningen)?\s*
    \b(?:artikel|artikkel|article|art)\s*\.?\s*
    (?!(?:9|10)\b)\d{1,2}                               # 9 and 10 are what a label asks for
    (?:[.:(]\s*\d\)?)*(?:\s*\(?\b[a-j]\b\)?)?           # 6.1 e, 6(1)(e)
    (?:\s*(?:[,–-]|och|og|and|eller)\s*(?:\d{1,2}(?:\.\d)*)?\s*\(?\b[a-j0-9]\b\)?)*
    \s*(?:i\s+)?(?:gdpr|dsf|dataskyddsförordningen|dataskydds-?\s?förordningen)?\s*\)?""",
    re.I | re.X,
)
_REMARK = re.compile(
    r"\((?:obligatorisk\w*|frivillig\w*|valfri\w*|om tillämpligt|i förekommande fall|if applicable|hvis relevant|"
    r"ja\s*/\s*nej|flera val|välj|gdpr|max\b[^)]*|kryssa[^)]*)\)",
    re.I,
)
_COUNTED = re.compile(
    r"(?<!\bart)(?<!\bart\.)(?<!artikel)(?<!artikkel)(?<!article)\s+(?:nr\.?\s*)?\d{1,3}[.:]?\s*$", re.I
)
"""The number of one of several: "Behandling 2"."""
_CUT = re.compile(r"(?<![\w.-])(\w+)(?![\w-]|\.\w)\.?")


@cache
def data() -> Mapping[str, Any]:
    """Return the file of labels."""
    return tomllib.loads(FILE.read_text("utf-8"))


@lru_cache(maxsize=4096)
def normal(label: str) -> str:
    """Return the form in which labels are compared, and under which a correction holds for all alike.

    Case, inflection, numbering, punctuation, references to articles and words that say nothing are gone.
    """
    return " ".join(stem(word, "sv") for word in telling(bare(label)))


@lru_cache(maxsize=4096)
def exact(label: str) -> str:
    """Return a label's words as they are, without numbering, references to articles and remarks."""
    return " ".join(words(bare(label)))


def telling(text: str) -> list[str]:
    """Return the words of a text that say something; all where none does."""
    said = words(text)
    return [w for w in said if w not in _words("empty")] or said


def short(label: str) -> list[str]:
    """Return a label's words without those that any label may have, such as "behandlingen"."""
    return [w for w in words(bare(label)) if w not in _words("empty") and w not in _words("about")]


def without_numbering(heading: str) -> str:
    """Return a heading without the number before it; as it is where it has none."""
    left = _NUMBERING.sub("", heading, count=1).strip()
    return left if words(left) and _NUMBERING.match(heading) and heading[:1].isdigit() else heading.strip()


def is_question(label: str) -> bool:
    """Return whether a label asks something, with a question mark or without."""
    said = words(bare(label))
    return label.rstrip(" *:").endswith("?") or (
        bool(said) and (said[0] in _words("asks") or (said[:1] == ["med"] and said[1:2] == ["vilken"]))
    )


def asks(heading: str) -> bool:
    """Return whether a heading begins with a word that only a question or a label begins with: "Vad lagen säger"."""
    return bool(set(words(bare(heading))[:1]) & _words("interrogative"))


@lru_cache(maxsize=4096)
def bare(label: str) -> str:
    """Return a label without numbering, references to articles and remarks; as it is where nothing else is left."""
    left = _unabbreviated(label)
    for needless in (_NUMBERING, _REMARK, _ARTICLE, _COUNTED):
        without = needless.sub(" ", left)
        left = without if words(without) else left
    return left


def _unabbreviated(label: str) -> str:
    """Return a label with the words that are cut short written out; alone such a word may be a name."""
    return _CUT.sub(lambda found: _abbreviations().get(fold(found[1]), found[0]), label)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(fold, data()["words"][name]))


@cache
def _abbreviations() -> Mapping[str, str]:
    return {fold(short): whole for short, whole in data()["abbreviations"].items()}
