"""Search in what is public: words, endings, compounds, near spellings, ranking. Pure: texts in, answers out.

`indexed` makes the text that is kept of an activity, `Index` reads such texts and answers. The words that
people use and the register does not stand in `everyday`.
"""

from .excerpt import Excerpt, Piece, excerpts, marked, together
from .index import MOST, Answer, Answered, Hit, Index
from .text import LANGUAGES, TAGS, Indexed, indexed, read
from .words import words

__all__ = [
    "LANGUAGES",
    "MOST",
    "TAGS",
    "Answer",
    "Answered",
    "Excerpt",
    "Hit",
    "Index",
    "Indexed",
    "Piece",
    "excerpts",
    "indexed",
    "marked",
    "read",
    "together",
    "words",
]
