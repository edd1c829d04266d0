"""Short codes of activities, for addresses that are printed: the same for ever, and nothing is stored for them.

A code is the beginning of the activity's key, five bits a letter. What was published first keeps the shortest
code; whoever shares that beginning and comes later has a longer one. The ledger only grows, so both last.
"""

from uuid import UUID

from ..models import Publication

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Without i, l and o, which are read as 1 and 0, and u, so that no word comes about by chance."""

SHORTEST, WHOLE = 8, 26
"""Letters of a code at least, and of a key from end to end."""

_BITS, _SPARE = 5, 2
_MEANT = str.maketrans("ilo", "110")


def code_of(activity: UUID) -> str:
    """Return the code of an activity that was published once: one query."""
    whole = _letters(activity)
    rivals = [_letters(key) for key in _first_published(whole[:SHORTEST])]
    ahead = rivals[: rivals.index(whole)] if whole in rivals else rivals
    return next(whole[:n] for n in range(SHORTEST, WHOLE + 1) if not any(r.startswith(whole[:n]) for r in ahead))


def slug_of(code: str) -> str:
    """Return today's address of the activity with a code, as somebody typed it; empty where none has it: two queries."""
    typed = code.lower().translate(_MEANT)
    if not SHORTEST <= len(typed) <= WHOLE or not set(typed) <= set(LETTERS):
        return ""
    found = next(iter(_first_published(typed)), None)
    rows = Publication.objects.deciding().filter(activity=found).order_by("-sequence") if found else None
    return (rows.values_list("slug", flat=True).first() or "") if rows is not None else ""


def _first_published(beginning: str) -> list[UUID]:
    """Return the activities whose codes begin so, the one that was published first at the front."""
    low, high = _ends(beginning)
    rows = Publication.objects.deciding().filter(activity__range=(low, high)).order_by("pk")
    return list(dict.fromkeys(rows.values_list("activity", flat=True)))


def _letters(activity: UUID) -> str:
    number = activity.int << _SPARE
    places = range(_BITS * (WHOLE - 1), -1, -_BITS)
    return "".join(LETTERS[number >> place & (len(LETTERS) - 1)] for place in places)


def _ends(beginning: str) -> tuple[UUID, UUID]:
    """Return the lowest and the highest key whose letters begin so."""
    number = sum(LETTERS.index(letter) << _BITS * place for place, letter in enumerate(reversed(beginning)))
    free = _BITS * (WHOLE - len(beginning))
    low, high = number << free, ((number + 1) << free) - 1
    return UUID(int=low >> _SPARE), UUID(int=min(high >> _SPARE, (1 << 128) - 1))
