"""What a label asks for. The labels are data: fixtures/reading/labels.toml."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from ...search.words import stem, words
from ..topics import Topic
from .label_table import LONGEST_SPELT, SPELT, shorter, table
from .normal import bare, exact, is_question, normal, short, telling

__all__ = ["Corrections", "is_listed", "is_question", "is_weak", "normal", "topics_of"]

Corrections = Mapping[str, Topic]
"""`normal` form of a label -> what a user said it asks for."""

LONGEST, HELP_LENGTH = 200, 600
"""Characters of a label, and of one with lines below it that tell how to fill in the form: what is longer is a text."""

_INFLECTIONS = frozenset(
    {"", "n", "t", "s", "a", "e", "r", "en", "et", "na", "er", "ar", "or", "arna", "erna", "orna", "ens", "ets", "ns"}
    | {"ena", "erne", "ene", "an", "as", "ades", "ad", "at", "ade"}
)

_LONGEST_UNASKED = 9
"""Words: what is longer, stands in no list and asks nothing is a text."""

_LONG_WORD = 12
_WAYS = frozenset("av från till i på hos med via för genom af fra til for by from to in".split())
_DOUBLE = re.compile(r"(.)\1")
_BRACKETS = re.compile(r"\([^()]*\)")
_JOINT = re.compile(r"\s*(?:[/&+;,|]|\s(?:och|samt|og|and|eller|or)\s)\s*", re.I)


def topics_of(label: str, corrections: Corrections | None = None) -> tuple[Topic, ...]:
    """Return what a label asks for, in the order in which it says so; () where that is not known.

    A correction goes first, then the lists, then the parts of a combined label, then the patterns. Lines below the
    first are help for those who fill in a form: then the first must stand in the lists.
    """
    if len(label) > HELP_LENGTH or "@" in label:
        return ()
    label = unicodedata.normalize("NFC", label)
    if corrections and (corrected := corrections.get(normal(label))):
        return (corrected,)
    return _known(label)


def is_weak(label: str) -> bool:
    """Return whether a label is content as often, all its parts so: it needs the company of other labels."""
    parts = [part for part in _JOINT.split(bare(label)) if part.strip()]
    return exact(label) in table().weak or (len(parts) > 1 and all(exact(part) in table().weak for part in parts))


def is_listed(label: str) -> bool:
    """Return whether a label stands in the lists, and is not only known by its words."""
    return bool(_listed(label) or _listed_shortly(label))


@lru_cache(maxsize=4096)
def _known(label: str) -> tuple[Topic, ...]:
    whole, first = _on_one_line(label), label.strip().partition("\n")[0]
    if not whole or len(first) > LONGEST:
        return ()
    if first != whole and (listed := _in_lists(whole) or (() if is_weak(first) else _in_lists(first))):
        return listed
    return () if len(whole) > LONGEST else _by_rules(whole)


def _on_one_line(label: str) -> str:
    """Return a label that was broken to fit its cell in one piece."""
    return " ".join(re.sub(r"(?<=\w)-\n(?=[a-zåäöæø])", "", label).split())


def _in_lists(label: str) -> tuple[Topic, ...]:
    return _listed(label) or _listed_shortly(label)


def _by_rules(label: str) -> tuple[Topic, ...]:
    forms = (label, _BRACKETS.sub(" ", label))
    return (
        next(filter(None, map(_listed, forms)), ())
        or _combined(label)
        or next(filter(None, map(_listed_shortly, forms)), ())
        or _by_pattern(label)
        or _partly(label)
        or _misspelt(label)
    )


def _listed(label: str) -> tuple[Topic, ...]:
    """Return the topics of a label that stands in the lists, as it is or in its normal form."""
    said = exact(label)
    said = said if said in table().exact else table().unaccented.get(said, said)
    return table().exact.get(said) or _inflected(said, label, table().alike.get(normal(label), ()))


def _inflected(exact: str, label: str, alike: Iterable[str]) -> tuple[Topic, ...]:
    """Return the topics of the label of the lists that differs in inflection alone: "mottagning" is no "mottagare"."""
    said = telling(exact)
    fitting = [form for form in alike if len(said) > 1 or _same_word(said, telling(form))]
    way = _way(label)
    same = [form for form in fitting if _way(form) == way] or [f for f in fitting if not way or not _way(f)]
    return next((table().exact[form] for form in same), ())


def _way(label: str) -> str:
    """Return the word that tells where to or from, at the end: what is given "till" some is not given "av" them."""
    last = words(label)[-1:]
    return last[0] if last and last[0] in _WAYS else ""


def _same_word(said: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two words differ in inflection alone."""
    if len(said) != 1 or len(other) != 1:
        return False
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(said[0], other[0], strict=False)))
    return {said[0][common:], other[0][common:]} <= _INFLECTIONS


def _misspelt(label: str) -> tuple[Topic, ...]:
    """Return the topics of a label with one letter too many, too few, wrong or exchanged."""
    key = exact(label)
    if not SPELT <= len(key) <= LONGEST_SPELT or any(c.isdigit() for c in key):
        return ()
    near = (form for less in shorter(key) for form in table().nearly.get(less, ()) if _may_be(key, form))
    return next((table().exact[form] for form in near), ())


def _may_be(key: str, form: str) -> bool:
    """Return whether a label is another misspelt: in a short word one letter makes another word, unless it is double."""
    several = " " in key or min(len(key), len(form)) >= _LONG_WORD
    return abs(len(form) - len(key)) < 2 and (several or _DOUBLE.sub(r"\1", key) == _DOUBLE.sub(r"\1", form))


def _listed_shortly(label: str) -> tuple[Topic, ...]:
    """Return the topics of a label that stands in the lists without words such as "behandlingen"."""
    said = short(label)
    return _inflected(" ".join(said), label, table().alike.get(" ".join(stem(w, "sv") for w in said), ()))


def _combined(label: str) -> tuple[Topic, ...]:
    """Return the topics of "Ändamål och rättslig grund": all of its parts are labels themselves."""
    parts = [part for part in _JOINT.split(bare(label)) if part.strip()]
    if len(parts) < 2:
        return ()
    found = list(takewhile(bool, map(_part, parts)))
    return tuple(dict.fromkeys(t for topics in found for t in topics)) if len(found) == len(parts) else ()


def _partly(label: str) -> tuple[Topic, ...]:
    """Return the topics of "Deltagare/registrerade": one of the words for the same thing is known."""
    parts = [part for part in label.split("/") if part.strip()]
    return next((_listed(part) for part in parts if not is_weak(part) and _listed(part)), ()) if len(parts) == 2 else ()


def _part(part: str) -> tuple[Topic, ...]:
    if is_weak(part) and not _is_plain(part):
        return ()
    return _listed(part) or _listed_shortly(part) or _by_pattern(part)


def _is_plain(part: str) -> bool:
    """Return whether a weak label may be part of a combined one: "Namn" may not, "Gallras" may."""
    return not set(table().forms.get(normal(part), ())) & {Topic.NAME, Topic.NOTES, Topic.FURNITURE, Topic.REFERENCE}


def _by_pattern(label: str) -> tuple[Topic, ...]:
    said, asks = words(bare(label)), is_question(label)
    if len(said) > _LONGEST_UNASKED and not asks:
        return ()
    text = " ".join(said)
    fitting = (topics for p, topics, question in table().patterns if (asks or not question) and p.fits_text(text))
    return next(fitting, ())
