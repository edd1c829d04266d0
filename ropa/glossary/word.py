"""One hard word, and how it is written down."""

from collections.abc import Mapping
from typing import Any

from pydantic import ConfigDict

from ..record import Value
from ..wording import Template


class Word(Value):
    """A hard word."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    code: str
    name: Any
    """The word as it is listed, lazily translated."""
    meaning: Any
    """What it means, lazily translated."""
    forms: Mapping[str, str] = {}
    """Language -> pattern of its forms."""


def hard(code: str, name: Template, meaning: Template, sv: str = "", en: str = "") -> Word:
    """Return a word; `sv` and `en` are the patterns of its forms."""
    return Word(code=code, name=name, meaning=meaning, forms={"sv": sv, "en": en})
