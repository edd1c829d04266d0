"""Files -> documents: one module for each format, bytes in, `documents.Document` out.

Everything here is pure and knows neither Django nor the record. Files from outside are read in a process of their
own (`ropa.inputs.apart`), which imports this package and nothing else of ropa.
"""

from collections.abc import Callable

from ..documents import Document
from . import limits
from .refused import Refused, check
from .sniffing import check_content, check_name

Reader = Callable[[bytes, str], Document]
"""The file's bytes and its name -> what it holds. Raises `Refused`."""


def _docx(content: bytes, file: str) -> Document:
    from . import docx

    return docx.read(content, file)


def _xlsx(content: bytes, file: str) -> Document:
    from . import xlsx

    return xlsx.read(content, file)


def _csv(content: bytes, file: str) -> Document:
    from . import csv

    return csv.read(content, file)


def _html(content: bytes, file: str) -> Document:
    from . import html

    return html.read(content, file)


def _text(content: bytes, file: str) -> Document:
    from . import text

    return text.read(content, file)


READERS: dict[str, Reader] = {
    ".docx": _docx,
    ".docm": _docx,
    ".xlsx": _xlsx,
    ".xlsm": _xlsx,
    ".csv": _csv,
    ".tsv": _csv,
    ".html": _html,
    ".htm": _html,
    ".txt": _text,
    ".md": _text,
}
"""Ending of the file's name -> reader. Each loads its libraries when it is first used."""


def read(content: bytes, file: str) -> Document:
    """Return what a file holds.

    Raises `Refused`: for other formats, for a name whose ending is not what the file is, for what is broken, empty
    or over a limit.
    """
    check("file_too_large", len(content), limits.FILE_BYTES)
    ending = check_name(file, READERS)
    check_content(content, ending)
    try:
        return READERS[ending](content, file)
    except RecursionError as error:
        raise Refused("too_deep", place="") from error
    except MemoryError as error:
        raise Refused("too_much_memory") from error


__all__ = ["READERS", "Reader", "Refused", "read"]
