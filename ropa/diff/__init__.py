"""What differs between two records, in the users' words; pure: records in, values out.

`diff` compares two states of one activity, row by row; `words` two texts, word by word.
"""

from .columns import Column, headings
from .naming import LABEL_FIELDS, row_label
from .records import Difference, diff
from .saying import Labels
from .words import Run, words

__all__ = ["LABEL_FIELDS", "Column", "Difference", "Labels", "Run", "diff", "headings", "row_label", "words"]
