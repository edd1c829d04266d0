"""How large a workbook of ropa's own may be: what is larger is refused within seconds, and never unpacked whole."""

import io
import re
import zipfile
import zlib

from django.utils.translation import gettext as _

from .reading import CannotRead

MB = 1024 * 1024
LIMIT = 25 * MB
"""Bytes of the file: a register of two thousand activities has four."""

UNPACKED = 160 * MB
"""Bytes of all that is packed in it: of two thousand activities forty."""

RATIO, RATIO_FROM = 250, 4 * MB
"""Unpacked bytes to packed ones, and from where it is looked at: a workbook packs to a twentieth."""

CELLS = 1_500_000
"""Cells in which something stands, and rows: of two thousand activities half a million."""

PATIENCE = 30
"""Seconds of a processor that opening a file may take: of two thousand activities eight."""

_CELL = re.compile(rb"<(?:\w+:)?c[ />]")


def refuse_large(content: bytes) -> None:
    """Raise `CannotRead` for a file that is too large to be a register of ours, before it is unpacked."""
    if len(content) > LIMIT:
        raise CannotRead(_("The file is larger than {limit} MB.").format(limit=LIMIT // MB))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            parts = file.infolist()
            large = any(p.file_size > RATIO_FROM and p.file_size > RATIO * max(p.compress_size, 1) for p in parts)
            large = large or sum(part.file_size for part in parts) > UNPACKED or _cells_in(file) > CELLS
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        raise unreadable() from error
    if large:
        raise too_large()


def too_large() -> CannotRead:
    """Return what is said of a file in which there is too much."""
    return CannotRead(_("What is packed in the file is larger than a register can be."))


def unreadable() -> CannotRead:
    """Return what is said of a file that is broken."""
    return CannotRead(_("The file is no workbook that can be read."))


def _cells_in(file: zipfile.ZipFile) -> int:
    """Return how many cells the sheets have: counted, which takes a tenth of the time of reading them."""
    count = 0
    for part in (part for part in file.infolist() if part.filename.startswith("xl/worksheets/")):
        with file.open(part) as stream:
            while piece := stream.read(MB):
                count += len(_CELL.findall(piece))
    return count
