"""What differs between two records, in the users' words; pure: records in, values out.

`diff` compares two states of one activity, row by row; `words` two texts, word by word.
"""

from .naming import LABEL_FIELDS, row_label
from .records import Column, Difference, diff
from .saying import Labels
from .words import Run, words

__all__ = ["LABEL_FIELDS", "Column", "Difference", "Labels", "Run", "diff", "row_label", "words"]
