"""The ground every value in the record stands on."""

import hashlib
import re
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar
from uuid import UUID, uuid4

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator


class Value(BaseModel):
    """An immutable value: equal by content, refuses unknown fields."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        use_attribute_docstrings=True,
        validate_default=True,
    )


_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legible(text: str) -> str:
    """Return a text with a space for each character that XML cannot hold; line breaks and tabs stay.

    They come along unseen when text is pasted, and would stop feeds and files for everybody.
    """
    return _CONTROLS.sub(" ", text)


def source_hash(swedish: str) -> str:
    """Return the mark a translation keeps of the Swedish text it was made from.

    16 hexadecimal digits of the text's sha256: enough to see that the text changed.
    """
    return hashlib.sha256(swedish.strip().encode()).hexdigest()[:16]


class Translation(Value):
    """A text in another language than Swedish."""

    text: str
    """The translated text."""
    source: str = ""
    """`source_hash` of the Swedish text it was made from; empty when not known."""


class Text(Value):
    """A text in Swedish with its translations.

    For convenience a plain string is read as Swedish, and `{"sv": …, "en": …}`
    as Swedish with a translation made from just that Swedish text.
    """

    sv: str = ""
    """The Swedish text; empty means not stated."""
    other: Mapping[str, Translation] = Field(default_factory=dict)
    """Language code (BCP 47) -> translation."""

    @model_validator(mode="before")
    @classmethod
    def _read_short_forms(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"sv": data}
        if isinstance(data, dict) and "other" not in data and set(data) - {"sv"}:
            swedish = str(data.get("sv", ""))
            made = {"source": source_hash(swedish)}
            other = {k: {"text": v, **made} for k, v in data.items() if k != "sv"}
            return {"sv": swedish, "other": other}
        return data

    def __bool__(self) -> bool:
        return bool(self.sv)

    def __hash__(self) -> int:
        return hash((self.sv, tuple(sorted((k, v.text) for k, v in self.other.items()))))

    def said(self, language: str) -> "Said":
        """Return the text in `language`, or in Swedish where that translation is missing."""
        translation = self.other.get(language)
        if language != "sv" and translation and translation.text:
            return Said(text=translation.text, lang=language)
        return Said(text=self.sv, lang="sv")

    def is_stale(self, language: str) -> bool:
        """Return whether the Swedish text changed after this translation was made."""
        translation = self.other.get(language)
        return bool(translation and translation.source not in {"", source_hash(self.sv)})


class Said(Value):
    """Words together with the language they are really in (for the `lang` attribute)."""

    text: str
    lang: str

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text


class Term(Value):
    """A term of an open list, with its labels as they read when the record was made.

    A plain string is read as the term's code.
    """

    code: str
    """Stable code, unique in its list within an organisation. Never changes."""
    labels: Mapping[str, str] = Field(default_factory=dict)
    """Language code -> label. Swedish is always there once the term is saved."""
    iri: str = ""
    """Address of the same concept in a published vocabulary (DPV 2.3), if there is one."""

    @model_validator(mode="before")
    @classmethod
    def _read_code(cls, data: Any) -> Any:
        return {"code": data} if isinstance(data, str) else data

    def __hash__(self) -> int:
        return hash((type(self).__name__, self.code))

    def said(self, language: str) -> Said:
        """Return the label in `language`, else in Swedish, else the bare code."""
        if label := self.labels.get(language):
            return Said(text=label, lang=language)
        return Said(text=self.labels.get("sv") or self.code, lang="sv")


Key = Annotated[UUID, Field(description="UUID of a part or activity; the same in every export.")]
Keys = tuple[UUID, ...]


class Part(Value):
    """A row that belongs to an activity. Its key is how differences find it again."""

    key: Key = Field(default_factory=uuid4)
    """Identity of the row: unchanged by edits, new in a copy."""


_PERIOD = re.compile(r"P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?")


def check_period(value: str) -> str:
    """Return an ISO 8601 duration in years, months, weeks and days, or an empty string.

    Raises `ValueError` on anything else; times of day are no retention periods.
    """
    if value and not _PERIOD.fullmatch(value):
        raise ValueError("not an ISO 8601 duration such as P5Y, P18M or P90D")
    return value


def check_country(value: str) -> str:
    """Return an upper-case ISO 3166-1 alpha-2 code, or an empty string."""
    if value and not re.fullmatch(r"[A-Za-z]{2}", value):
        raise ValueError("not a two-letter country code")
    return value.upper()


Period = Annotated[str, AfterValidator(check_period)]
Country = Annotated[str, AfterValidator(check_country)]


V = TypeVar("V", bound="Value")


def is_list(value: Any) -> bool:
    """Return whether a field's value is a list of rows that has any."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Part)


def replace(value: V, **changes: Any) -> V:
    """Return a validated copy of `value` with some fields changed."""
    return type(value).model_validate({**dict(value), **changes})
