"""Hard words and what they mean: found in texts, and listed. Pure: texts in, texts out."""

from .marking import Marked, Use, explained
from .words import WORDS, Word

__all__ = ["WORDS", "Marked", "Use", "Word", "explained"]
