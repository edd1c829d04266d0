"""Passages -> a record: what each text says, in the fields of the record. Pure; the words it knows are data.

`TOPICS` has a function for each topic. It is given a passage and the record being made, adds what the
passage states and no more, and returns the texts it did not understand, as they stand in the passage.
No legal basis, period or category is set that the text does not state.
"""

from typing import Any

__all__ = ["TOPICS", "records", "understand"]


def __getattr__(name: str) -> Any:
    """Fetch what the package offers when it is asked for: its modules import one another."""
    if name == "TOPICS":
        from .topic_table import TOPICS

        return TOPICS
    if name in __all__:
        from . import assembly

        return getattr(assembly, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
