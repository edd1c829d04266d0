"""Search in what is public: words, endings, compounds, near spellings, ranking. Pure: texts in, answers out.

`indexed` makes the text that is kept of an activity, `Index` reads such texts and answers. The words that
people use and the register does not stand in `everyday`.
"""

from .excerpt import Excerpt, Piece, excerpts, marked
from .index import MOST, Answer, Answered, Hit, Index
from .text import LANGUAGES, Indexed, indexed, read

__all__ = [
    "LANGUAGES",
    "MOST",
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
]
