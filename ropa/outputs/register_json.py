"""The register as JSON: what the API, the PDF's attachment and `import_register` speak.

Fields stand in the record's own order, which is that of Article 30, and unanswered
ones are left out; what has no order of its own (languages, ledgers) is sorted. So
equal registers give equal bytes.
"""

import json
from collections.abc import Mapping
from typing import Any

from pydantic_core import to_jsonable_python

from .. import record
from ..record import Register, Value
from .refusal import refuse_internal

SCHEMA_ID = "urn:ropa:schema:" + record.FORMAT.replace("/", "-")
"""Names the schema."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def render(register: Register, language: str = "sv") -> bytes:
    """Return the register as indented UTF-8. It holds every language, so `language` changes nothing.

    Raises `NotPublic` for a public register that was not cut down to the public view.
    """
    refuse_internal(register)
    first = ("format", "audience", "as_of", "ledger_day", "title")
    head = {name: to_jsonable_python(getattr(register, name)) for name in first}
    body = {"heads": _plain(register.heads), "entries": _plain(register.entries)}
    return (json.dumps(head | body, ensure_ascii=False, indent=2) + "\n").encode()


def _plain(value: Any) -> Any:
    """Return JSON data for a value, in the order of its fields."""
    if isinstance(value, Value):
        said = ((name, field, getattr(value, name)) for name, field in type(value).model_fields.items())
        return {name: _plain(v) for name, field, v in said if v != field.get_default(call_default_factory=True)}
    if isinstance(value, Mapping):
        return {key: _plain(value[key]) for key in sorted(value)}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return to_jsonable_python(value)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a register."""
    return {"$schema": DIALECT, "$id": SCHEMA_ID, **record.json_schema()}


def schema_json() -> str:
    """Return the schema as the text of docs/schema/ropa-register-1.schema.json."""
    return json.dumps(schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
