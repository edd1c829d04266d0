"""ropa's own JSON (`outputs.register_json`) -> records."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import ValidationError

from ..record import FORMAT, ProcessingActivity, Register, legible
from ..vocabulary import NoticeLevel
from .readers import limits
from .reading import CannotRead, Imported

LIMIT = 64 * 1024 * 1024
"""Bytes: some thirty times the largest register we have made."""

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")

SHOWN = 20
"""Problems that are told at once; whoever has more begins with these."""


def read(content: bytes, file: str = "") -> Imported:
    """Return the records of a register's JSON.

    Raises `CannotRead`, whose problems name the place as in `entries[2].activity.purposes[0].rank`.
    """
    register = register_of(content)
    problems = [*_repeated(register.activities), *_bad_slugs(register.activities)]
    if problems:
        raise CannotRead(*problems[:SHOWN])
    return Imported(register.audience, register.activities)


def register_of(content: bytes) -> Register:
    """Return the register as it was exported. Raises `CannotRead`."""
    data = _parsed(content)
    entries = data.get("entries")
    refuse_many(len(entries) if isinstance(entries, list) else 0)
    try:
        return Register.model_validate(data)
    except ValidationError as error:
        raise CannotRead(*_problems(error)) from error


def refuse_many(activities: int) -> None:
    """Raise `CannotRead` for more activities than a file may have, before they are read."""
    if activities > limits.OWN_ACTIVITIES:
        words = _("The file holds more than {most} activities. Divide it.")
        raise CannotRead(words.format(most=limits.OWN_ACTIVITIES))


def _parsed(content: bytes) -> Any:
    if len(content) > LIMIT:
        raise CannotRead(_("The file is larger than {limit} MB.").format(limit=LIMIT // 1024 // 1024))
    try:
        data = legible_data(json.loads(content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise CannotRead(_("The file is not text in UTF-8.")) from error
    except json.JSONDecodeError as error:
        place = _("The file is not JSON: line {line}, column {column}.")
        raise CannotRead(place.format(line=error.lineno, column=error.colno)) from error
    except (RecursionError, ValueError) as error:
        raise CannotRead(_("The file is not JSON that can be read.")) from error
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise CannotRead(_('The file is not a register: it must say "format": "{format}".').format(format=FORMAT))
    return data


def legible_data(data: Any) -> Any:
    """Return the data with `legible` texts and names: no database takes others, not even to tell of them."""
    if isinstance(data, str):
        return legible(data)
    if isinstance(data, list):
        return list(map(legible_data, data))
    if isinstance(data, dict):
        return {legible_data(name): legible_data(value) for name, value in data.items()}
    return data


def _repeated(activities: tuple[ProcessingActivity, ...]) -> Iterator[str]:
    """Yield a problem for each key that is used twice; inherited texts are the same row in many activities."""
    seen: set[Any] = set()
    for number, activity in enumerate(activities):
        lists = (rows for rows in dict(activity).values() if isinstance(rows, tuple))
        own = (
            row for rows in lists for row in rows if getattr(row, "level", NoticeLevel.ACTIVITY) == NoticeLevel.ACTIVITY
        )
        for key in [activity.key, *(row.key for row in own if hasattr(row, "key"))]:
            if key in seen:
                yield _("{path}: the key {key} is used twice.").format(path=f"entries[{number}].activity", key=key)
            seen.add(key)


def _bad_slugs(activities: tuple[ProcessingActivity, ...]) -> Iterator[str]:
    """Yield a problem for each slug that cannot be part of an address."""
    for number, activity in enumerate(activities):
        found = {"slug": activity.slug} if activity.slug else {}
        for name in ("organisation", "controller", "unit"):
            if party := getattr(activity, name):
                found[f"{name}.slug"] = party.slug
        above = activity.unit.path if activity.unit else ()
        found |= {f"unit.path[{place}][0]": slug for place, (slug, _name) in enumerate(above)}
        for place, slug in found.items():
            if not SLUG.fullmatch(slug):
                words = _("{path}: “{given}” cannot stand in an address; use a-z, 0-9 and hyphens, at most 80.")
                yield words.format(path=f"entries[{number}].activity.{place}", given=slug[:60])


def _problems(error: ValidationError) -> Iterator[str]:
    found = error.errors(include_url=False, include_context=True)
    for problem in found[:SHOWN]:
        yield f"{path(problem['loc'])}: {reason(problem)}"
    if len(found) > SHOWN:
        yield _("… and {count} more.").format(count=len(found) - SHOWN)


def path(location: tuple[int | str, ...]) -> str:
    """Return a place in the file, as in `entries[2].activity.name`."""
    said = ""
    for step in location:
        said += f"[{step}]" if isinstance(step, int) else f".{step}"
    return said.lstrip(".")


_REASONS = {
    "missing": gettext_lazy("is missing."),
    "extra_forbidden": gettext_lazy("is no field of the register."),
    "enum": gettext_lazy("“{given}” is not one of the values allowed here: {expected}."),
    "literal_error": gettext_lazy("“{given}” is not one of the values allowed here: {expected}."),
    "string_type": gettext_lazy("must be a text."),
    "bool_type": gettext_lazy("must be true or false."),
    "bool_parsing": gettext_lazy("must be true or false."),
    "int_type": gettext_lazy("must be a whole number."),
    "int_parsing": gettext_lazy("must be a whole number."),
    "uuid_parsing": gettext_lazy("“{given}” is not a UUID."),
    "uuid_type": gettext_lazy("“{given}” is not a UUID."),
    "date_from_datetime_parsing": gettext_lazy("“{given}” is not a date such as 2026-03-01."),
    "date_type": gettext_lazy("“{given}” is not a date such as 2026-03-01."),
    "tuple_type": gettext_lazy("must be a list."),
    "model_type": gettext_lazy("must be an object."),
    "dict_type": gettext_lazy("must be an object."),
}
"""Kind of error in pydantic -> what we say; any other gets the general words."""


def reason(problem: Any) -> str:
    """Return what is wrong with a value, in words that follow its place. `problem` is an error of pydantic."""
    said = _REASONS.get(problem["type"], _("“{given}” cannot stand here ({reason})."))
    given = str(problem.get("input"))[:60]
    expected = str(problem.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    return str(said).format(given=given, expected=expected, reason=problem["msg"])
