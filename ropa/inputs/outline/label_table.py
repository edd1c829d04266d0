"""The file of labels, ready to be asked: fixtures/reading/labels.toml."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from ...swedish import fold
from ..topics import Topic
from .normal import data, exact, normal
from .patterns import Pattern, pattern

SHORTEST_PLAIN = 5
"""Letters of labels that are known without the dots and rings of their letters."""
SPELT, LONGEST_SPELT = 7, 40
"""Letters of labels that are known in spite of a mistake in their spelling: in shorter ones it makes other words."""


class Table:
    """The file of labels, ready to be asked."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.exact = _exactly(data["forms"])
        self.alike = _alike(self.exact)
        self.forms = {key: self.exact[labels[0]] for key, labels in self.alike.items()}
        self.nearly = _nearly(self.exact)
        self.unaccented = _unaccented(self.exact)
        self.weak = frozenset(map(exact, data["weak"]["forms"]))
        self.patterns = [
            (pattern(written), tuple(map(Topic, group["topics"])), group.get("question", False))
            for group in data["patterns"]
            for written in group["when"]
        ]
        self.titles, self.parts = _patterns(data["titles"]["when"]), _patterns(data["titles"]["parts"])
        self.whole, self.units = _patterns(data["units"]["whole"]), _patterns(data["units"]["part"])
        self.sheets, self.aside = _patterns(data["sheets"]["names"]), _patterns(data["sheets"]["aside"])
        self.instructs = frozenset(map(fold, data["heads"]["instructs"]))
        self.left, self.right, self.guidance = (
            frozenset(map(normal, data["heads"][name])) for name in ("left", "right", "guidance")
        )


def _exactly(lists: Mapping[str, Iterable[str]]) -> dict[str, tuple[Topic, ...]]:
    forms: dict[str, tuple[Topic, ...]] = {}
    for name, labels in lists.items():
        for key in map(exact, labels):
            forms[key] = tuple(dict.fromkeys((*forms.get(key, ()), Topic(name))))
    return forms


def _alike(exact: Iterable[str]) -> dict[str, list[str]]:
    """Return the labels by their normal form, the shortest first: of labels that meet in one it decides."""
    alike: dict[str, list[str]] = {}
    for label in sorted(exact, key=lambda label: label.count(" ")):
        alike.setdefault(normal(label), []).append(label)
    return alike


def _nearly(exact: Iterable[str]) -> dict[str, list[str]]:
    """Return labels by what is left of them without one letter."""
    nearly: dict[str, list[str]] = {}
    for form in exact:
        for less in shorter(form) if SPELT <= len(form) <= LONGEST_SPELT else ():
            nearly.setdefault(less, []).append(form)
    return nearly


_WITHOUT = [
    str.maketrans(dict(zip("åäöæø", letters, strict=True))) for letters in ("aaoao", ("aa", "ae", "oe", "ae", "oe"))
]
"""Letters of names of columns that programs write: "andamal", "aendamaal"."""


def _unaccented(exact: Iterable[str]) -> dict[str, str]:
    """Return labels by what they are in letters from a to z; short ones would be other words."""
    spelt = ((form.translate(letters), form) for form in exact for letters in _WITHOUT if len(form) >= SHORTEST_PLAIN)
    return {plain: form for plain, form in spelt if plain != form}


def shorter(key: str) -> set[str]:
    """Return a text and what is left of it without one of its letters."""
    return {key, *(key[:i] + key[i + 1 :] for i in range(len(key)))}


def _patterns(written: Iterable[str]) -> list[Pattern]:
    return [pattern(one) for one in written]


@cache
def table() -> Table:
    return Table(data())
