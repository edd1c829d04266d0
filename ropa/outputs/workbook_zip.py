"""Office files with the same bytes for the same content: no clock in them, and their parts in one order."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import StringProperty
from openpyxl.xml.functions import tostring

GDPR = datetime(2018, 5, 25)  # noqa: DTZ001 - office files know no zones
"""When a file says it was made that shows no day: the GDPR began to apply."""

APPLICATION = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>ropa</Application></Properties>"
)
"""Who made it. openpyxl would say Excel, and LibreOffice then takes the rows to be as high as their texts need."""

EARLIEST, LATEST = 1980, 2107
"""The first year that a zip can name, and the one after the last."""


def same_bytes(book: Any, *, title: str, day: date | None, language: str, mark: str) -> bytes:
    """Return a workbook's file, dated with the day that it shows; `mark` says what kind of workbook it is."""
    book.custom_doc_props.append(StringProperty(name="ropa", value=mark))
    made = io.BytesIO()
    book.save(made)
    moment = moment_of(day)
    said = DocumentProperties(title=title, creator="ropa", created=moment, modified=moment, language=language)
    return rezipped(
        made.getvalue(), {"docProps/core.xml": tostring(said.to_tree()), "docProps/app.xml": APPLICATION}, moment
    )


def moment_of(day: date | None) -> datetime:
    """Return the time that stands for a day in a file."""
    return datetime.combine(day, time(12)) if day and EARLIEST <= day.year < LATEST else GDPR


def rezipped(
    content: bytes,
    parts: Mapping[str, bytes],
    moment: datetime,
    change: Callable[[str, bytes], bytes] = lambda _name, part: part,
) -> bytes:
    """Return a zip with some parts replaced, its parts by name and all of one time; the list of types comes first."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(info, parts[name] if name in parts else change(name, old.read(name)))
    return made.getvalue()
