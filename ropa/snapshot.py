"""A record as stored bytes and back: canonical JSON, fingerprints, format upgrades.

`thaw(freeze(r)) == r` for every record. Canonical means: keys sorted, no white
space, UTF-8, unanswered fields left out; so a field added later changes nothing
in what is stored already.
"""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from .record import Audience, ProcessingActivity, Value, view

FORMAT = 1
"""Number of today's stored format."""

UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Format number -> function from that format's dict to the next one's."""

VOLATILE = {"reviewed_on"}
"""Fields whose change does not make a draft differ from what is published."""

OUTLINE = {"key", "reference", "slug", "name", "organisation", "controller", "dpo", "unit", "withheld"}
"""Fields by which a register is listed; `withheld` decides which of the others the public sees."""


_RECORD = ',"record":'


class NotReadable(ValueError):
    """Stored text is not a record in a format this version knows."""


def canonical(data: Any) -> str:
    """Return JSON text that is equal for equal data."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def plain(value: Value) -> dict[str, Any]:
    """Return the value as JSON data, unanswered fields left out."""
    return value.model_dump(mode="json", exclude_defaults=True)


def freeze(activity: ProcessingActivity) -> dict[str, Any]:
    """Return the record as JSON data in today's format."""
    return plain(activity)


def thaw(data: dict[str, Any], format: int = FORMAT) -> ProcessingActivity:
    """Return the record stored as `data`, upgraded from `format` first.

    Raises `NotReadable` for an unknown format or data that is no record.
    """
    return _read(upgraded(data, format))


def outline(data: dict[str, Any], format: int = FORMAT) -> ProcessingActivity:
    """Return name, address and parties of the record stored as `data`, and nothing more: a tenth of the cost.

    Raises `NotReadable` as `thaw` does.
    """
    return _read({name: value for name, value in upgraded(data, format).items() if name in OUTLINE})


def upgraded(data: dict[str, Any], format: int) -> dict[str, Any]:
    """Return what is stored in an older format as today's. Raises `NotReadable` for an unknown one."""
    while format < FORMAT:
        data, format = UPGRADES[format](data), format + 1
    if format != FORMAT:
        raise NotReadable(f"record format {format} is newer than this version reads ({FORMAT})")
    return data


def _read(data: dict[str, Any]) -> ProcessingActivity:
    try:
        return ProcessingActivity.model_validate(data)
    except ValueError as error:
        raise NotReadable(str(error)) from error


def sha256(text: str) -> str:
    """Return the hexadecimal sha256 of the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def fingerprint(activity: ProcessingActivity, audience: Audience = Audience.DRAFT) -> str:
    """Return a hash that differs when what `audience` sees differs, volatile fields aside."""
    data = freeze(view(activity, audience))
    return sha256(canonical({k: v for k, v in data.items() if k not in VOLATILE}))


def thaw_payload(text: str, format: int) -> ProcessingActivity:
    """Return the record in a stored payload's text. Raises `NotReadable`."""
    try:
        return thaw(record_data(text), format)
    except (ValueError, KeyError) as error:
        raise NotReadable(str(error)) from error


def record_data(text: str) -> dict[str, Any]:
    """Return the record's JSON data in a stored payload's text, past the notices, which are most of it.

    The record is the last in it, keys being sorted; where something else is found at its place, all is read.
    Raises `ValueError` or `KeyError` for what is no payload.
    """
    start = text.find(_RECORD)
    if start >= 0:
        data, end = json.JSONDecoder().raw_decode(text, start + len(_RECORD))
        if text[end:] == "}" and isinstance(data, dict):
            return data
    whole: dict[str, Any] = json.loads(text)["record"]
    return whole
