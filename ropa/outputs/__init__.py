"""The register as bytes, one module a format. Pure: a register in, bytes out; no tables, clock or network.

Who renders passes a register that is cut to its audience already (`record.view`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import (
    changes,
    changes_pdf,
    plan_csv,
    plan_pdf,
    register_csv,
    register_json,
    register_pdf,
    register_xlsx,
    unit_docx,
)
from .refusal import CannotRender

OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Format:
    """How one kind of file is made and announced."""

    content_type: str
    extension: str
    render: Callable[[Any, str], bytes]
    """Register (or `changes.Report`) and language code -> the file. Raises `CannotRender` with words for the user."""
    data: Callable[[Any, str], bytes] = register_json.render
    """The same -> JSON that holds all of it, to render in another process."""
    read: Callable[[bytes], Any] | None = None
    """That JSON -> what to render; None where it is a register, which has a reader of its own."""


FORMATS: dict[str, Format] = {
    "pdf": Format("application/pdf", "pdf", register_pdf.render),
    "disposal-plan-pdf": Format("application/pdf", "pdf", plan_pdf.render),
    "disposal-plan-csv": Format("text/csv; charset=utf-8", "csv", plan_csv.render),
    "changes-pdf": Format("application/pdf", "pdf", changes_pdf.render, changes.data, changes.read),
    "json": Format("application/json", "json", register_json.render),
    "xlsx": Format(f"{OFFICE}.spreadsheetml.sheet", "xlsx", register_xlsx.render),
    "csv": Format("text/csv; charset=utf-8", "csv", register_csv.render),
    "docx": Format(f"{OFFICE}.wordprocessingml.document", "docx", unit_docx.render),
}
"""Name -> format, as `export_register --format` knows it; those named as the ending are at /register.<name>."""

__all__ = ["FORMATS", "CannotRender", "Format"]
