"""Laws and articles named under labels that ask for something else: "hälsa (art. 9.2 h)", "upphandla enligt LOU"."""

from ...record import PersonalDataCategory
from ...vocabulary import DataLevel
from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .bases import Bases
from .bases_cues import Cue
from .knowledge import Knowledge
from .law_cited import cite
from .law_clauses import LONGEST, statements

WHERE = frozenset({Topic.PURPOSES, Topic.SUMMARY, Topic.PERSONAL_DATA})
"""Topics whose texts may say on what the activity rests. A law beside a recipient or a period is about that alone."""


def named_elsewhere(passage: Passage, making: Making, knowledge: Knowledge) -> None:
    """Add the points of Art. 6 and 9 and the laws that a text names in passing; words alone claim nothing there."""
    if len(passage.text) > LONGEST:
        return
    reading = Bases(passage, making, knowledge)
    for statement in statements(passage.text, [*reading.quiet, *((c.start, c.end) for c in reading.claims)]):
        claims, laws = reading.holding(statement)
        for claim in claims:
            if claim.article is not None and claim.value is not None:
                _claim(reading, claim)
        for law in laws:
            cite(law, passage.text, passage, making)


def _claim(reading: Bases, claim: Cue) -> None:
    said = reading.text[claim.start : claim.end]
    key = reading.row(claim.value, said)
    if not claim.special:
        return
    covered = [row.key for row in reading.making.rows.get("personal_data", ()) if _is_beside(reading, row, said)]
    row = reading.making.row("special_category_bases", key=key)
    every = tuple(dict.fromkeys((*row.personal_data, *covered)))
    reading.making.change("special_category_bases", key, personal_data=every)


def _is_beside(reading: Bases, row: object, said: str) -> bool:
    """Return whether the words a kind of special data came from name the exception too."""
    category = getattr(row, "category", None)
    if not isinstance(category, PersonalDataCategory) or category.level is not DataLevel.SPECIAL_CATEGORY:
        return False
    key, place = getattr(row, "key", None), reading.passage.place
    return any(w.about == key and w.place == place and said in w.text for w in reading.making.wordings)
