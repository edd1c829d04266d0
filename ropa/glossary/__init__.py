"""Hard words and what they mean: found in texts, and listed. Pure: texts in, texts out."""

from .marking import Marked, Use, explained
from .word import Word
from .words import WORDS

__all__ = ["WORDS", "Marked", "Use", "Word", "explained"]
