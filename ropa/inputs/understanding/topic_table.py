"""Topics -> the functions that read them."""

from collections.abc import Callable, Mapping
from importlib import import_module

from ..making import Making
from ..passages import Passage
from ..topics import Topic
from .knowledge import Knowledge

Read = Callable[[Passage, Making, Knowledge], list[str]]
"""Adds what a passage states to the record being made, and returns the texts it did not understand."""

_NAMES = {
    Topic.PURPOSES: "lists:purposes",
    Topic.LEGAL_BASES: "bases:legal_bases",
    Topic.SPECIAL_CATEGORIES: "bases:special_bases",
    Topic.TRANSFERS: "transfers:transfers",
    Topic.RETENTION: "retention:retention",
}


def _there(path: str) -> Read | None:
    module, name = path.split(":")
    try:
        return getattr(import_module(f"ropa.inputs.understanding.{module}"), name, None)
    except ImportError:
        return None


TOPICS: Mapping[Topic, Read] = {topic: found for topic, path in _NAMES.items() if (found := _there(path))}
