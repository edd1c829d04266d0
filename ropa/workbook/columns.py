"""The columns of a value, read from its own fields: a field added to the record has its column by itself."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..labels import FORM_LABELS
from ..record import Audience, Contact, Entry, Heading, Part, Party, Term, Text, Value
from ..record.audience import PUBLIC
from ..vocabulary import Code


class Kind(Enum):
    """What stands in the cells of a column."""

    LINE = "line"
    TEXT = "text"
    """A text, with a column for each language."""
    WORDS = "words"
    """Language -> words, with a column for each language."""
    CODE = "code"
    CODES = "codes"
    YES_NO = "yes-no"
    DATE = "date"
    NUMBER = "number"
    NUMBERS = "numbers"
    LINES = "lines"
    """Several texts, one a line."""
    TERM = "term"
    ROW = "row"
    """A row of the same activity."""
    ROWS = "rows"
    PARTY = "party"
    PARTY_KEY = "party-key"
    """A party of which the record holds the key alone."""
    PERIOD = "period"
    COUNTRY = "country"
    FIELD = "field"
    """The name of a field of the record."""


_BY_NAME = {
    "period": Kind.PERIOD,
    "country": Kind.COUNTRY,
    "field": Kind.FIELD,
    "controller_key": Kind.PARTY_KEY,
}
"""Fields whose type says too little."""

_LEFT_TO_OTHERS = {"key", "headings", "path", "activity"}
"""Fields that have a place of their own in the workbook, or a sheet."""


_NOT_ON_THE_FORM: dict[tuple[type[Value], str], Any] = {
    (Entry, "version"): _("Version"),
    (Entry, "published_at"): pgettext_lazy("column", "Published"),
    (Entry, "confirmed_at"): pgettext_lazy("column", "Confirmed"),
    (Entry, "sha256"): pgettext_lazy("column", "Hash of the published text"),
    (Heading, "profile"): pgettext_lazy("column", "Where it stands"),
    (Heading, "code"): pgettext_lazy("column", "Instead of"),
}


@dataclass(frozen=True)
class Column:
    """A field of a value in the workbook."""

    name: str
    """Path in the value, as in "note" and "contact.email"."""
    kind: Kind
    owner: type[Value]
    """The type that has the field."""
    of: Any = None
    """The closed list, kind of term or kind of party that the cells name."""
    default: Any = None
    """What an empty cell says."""

    @property
    def field(self) -> str:
        """The field's name in its owner."""
        return self.name.rpartition(".")[2]

    @property
    def label(self) -> str:
        """What the form calls it, in the active language."""
        own = _NOT_ON_THE_FORM.get((self.owner, self.field))
        return str(own) if own else FORM_LABELS.field(self.owner, self.field)

    @property
    def has_languages(self) -> bool:
        """Whether there is a column for each language."""
        return self.kind in {Kind.TEXT, Kind.WORDS}


@cache
def columns(kind: type[Value], audience: Audience) -> tuple[Column, ...]:
    """Return the columns of a value, without what the audience never sees."""
    return tuple(_columns(kind, audience, ""))


def _columns(kind: type[Value], audience: Audience, before: str) -> Iterator[Column]:
    for name, field in kind.model_fields.items():
        bare = bare_type(field.annotation)
        hidden = audience is Audience.PUBLIC and name not in PUBLIC.get(kind, set())
        if hidden or name in _LEFT_TO_OTHERS or is_list_of_rows(bare):
            continue
        if bare is Contact:
            yield from _columns(Contact, audience, f"{name}.")
            continue
        default = None if field.is_required() else field.get_default(call_default_factory=True)
        made, of = _kind(name, bare)
        yield Column(f"{before}{name}", made, kind, of, default)


def bare_type(annotation: Any) -> Any:
    """Return X for `X | None` and for X with remarks."""
    if get_origin(annotation) in (Union, types.UnionType):
        annotation = next(a for a in get_args(annotation) if a is not type(None))
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def inner_type(annotation: Any) -> Any:
    """Return X for `tuple[X, ...]`, else None."""
    args = get_args(annotation)
    is_tuple = get_origin(annotation) is tuple and args[1:] == (Ellipsis,)
    return bare_type(args[0]) if is_tuple else None


def is_list_of_rows(annotation: Any) -> bool:
    """Return whether a field is a list of rows, which has a sheet of its own."""
    inner = inner_type(annotation)
    return isinstance(inner, type) and issubclass(inner, Part)


def _kind(name: str, bare: Any) -> tuple[Kind, Any]:
    if name in _BY_NAME:
        return _BY_NAME[name], None
    inner = inner_type(bare)
    if inner is not None:
        if inner is UUID:
            return Kind.ROWS, None
        if issubclass(inner, Code):
            return Kind.CODES, inner
        return (Kind.NUMBERS, None) if inner is int else (Kind.LINES, None)
    return _single(bare)


def _single(bare: Any) -> tuple[Kind, Any]:
    if isinstance(get_origin(bare), type) and issubclass(get_origin(bare), Mapping):
        return Kind.WORDS, None
    for base, kind in _SINGLE.items():
        if issubclass(bare, base):
            return kind, bare
    raise TypeError(f"no column can hold {bare}")


_SINGLE: dict[type, Kind] = {
    Text: Kind.TEXT,
    Term: Kind.TERM,
    Party: Kind.PARTY,
    Code: Kind.CODE,
    UUID: Kind.ROW,
    bool: Kind.YES_NO,
    int: Kind.NUMBER,
    date: Kind.DATE,
    str: Kind.LINE,
}
"""Type -> kind; `bool` before `int` and `Code` before `str`, which they are as well."""
