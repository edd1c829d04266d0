"""Which words of the register are nearest to one that is none of them."""

from collections.abc import Sequence

from .matching import Form

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
    pairs = [(asked.bare_word, form.bare_word, SHORTEST), (asked.bare_stem, form.bare_stem, SHORTEST + 1)]
    limits = [(one, other, _limit(one, other, shortest)) for one, other, shortest in pairs]
    counts = [slips for one, other, limit in limits if (slips := distance(one, other, limit)) <= limit]
    return min(counts, default=None)


def distance(one: str, other: str, limit: int) -> int:
    """Return how many letters are added, left out, changed or swapped with the next; more than `limit` ends the count."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            steps = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                steps = min(steps, earlier[j - 2] + 1)
            row.append(steps)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _limit(one: str, other: str, shortest: int) -> int:
    """Return how many slips are taken for slips: two in a long word, and never in its first letter."""
    least = min(len(one), len(other))
    return -1 if least < shortest else SLIPS if least >= LONG and one[0] == other[0] else 1


def _order(asked: Form, form: Form) -> tuple[bool, int, str]:
    return (form.bare_word[0] != asked.bare_word[0], len(form.word), form.word)
