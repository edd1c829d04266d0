"""Passages -> a record: what each text says, in the fields of the record. Pure; the words it knows are data.

`TOPICS` has a function for each topic. It is given a passage and the record being made, adds what the
passage states and no more, and returns the texts it did not understand, as they stand in the passage.
No legal basis, period or category is set that the text does not state.
"""

from .assembly import records, understand
from .topic_table import TOPICS

__all__ = ["TOPICS", "records", "understand"]
