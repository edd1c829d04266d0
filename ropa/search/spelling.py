"""Which words of the register are nearest to one that is none of them."""

from collections.abc import Sequence

from .matching import Form
from .words import bare

SHORTEST = 5
"""Letters below which a word is near to too many others; stems take one more."""

LONG = 9
"""Letters from which a word may have more than one slip."""

SLIPS = 2
"""So many at most."""

SEVERAL = 3
"""So many words, equally near, are offered at most."""


def nearest(asked: Form, known: Sequence[Form]) -> list[Form]:
    """Return the words that fewest slips of the keys lead to from what was typed, all forms of each, the likeliest first.

    None where it takes too many slips. Words and stems are both compared: an ending may be right or wrong too.
    A ring or dots that are left out are no slip; what was typed with them is.
    """
    found: dict[int, list[Form]] = {}
    for form in known:
        slips = _slips(asked, form)
        if slips is not None:
            found.setdefault(slips, []).append(form)
    near = sorted(found[min(found)], key=lambda form: _order(asked, form)) if found else []
    stems = list(dict.fromkeys(form.stem for form in near))[:SEVERAL]
    near = [form for form in near if form.stem in stems]
    return near + [form for form in known if form.stem in stems and form not in near]


def _slips(asked: Form, form: Form) -> int | None:
    """Return how many slips lead from one to the other; None for too many."""
    if len(asked.letters ^ form.letters) > 2 * SLIPS + 2:
        return None
    pairs = [(asked.word, form.word, SHORTEST), (asked.stem, form.stem, SHORTEST + 1)]
    limits = [(one, other, _limit(one, other, shortest)) for one, other, shortest in pairs]
    counts = [slips for one, other, limit in limits if (slips := distance(one, _letters(other), limit)) <= limit]
    return min(counts, default=None)


def _letters(word: str) -> Sequence[str]:
    """Return each letter with those that may be typed for it by who has no å, ä or ö."""
    return word if word.isascii() else [letter + bare(letter) for letter in word]


def distance(one: str, other: Sequence[str], limit: int) -> int:
    """Return how many letters are added, left out, changed or swapped with the next; more than `limit` ends the count.

    A letter of the other word may be several, any of which is right.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            steps = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (a not in b))
            if i > 1 and j > 1 and a in other[j - 2] and one[i - 2] in b:
                steps = min(steps, earlier[j - 2] + 1)
            row.append(steps)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _limit(one: str, other: str, shortest: int) -> int:
    """Return how many slips are taken for slips: two in a long word, and never in its first letter."""
    least = min(len(one), len(other))
    return -1 if least < shortest else SLIPS if least >= LONG and bare(one[0]) == bare(other[0]) else 1


def _order(asked: Form, form: Form) -> tuple[bool, int, str]:
    return (form.bare_word[0] != asked.bare_word[0], len(form.word), form.word)
