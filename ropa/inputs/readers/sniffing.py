"""What a file is by its bytes, whatever its name says.

A name whose ending is not what the file is gets no reading: it is a mistake, or somebody tries what happens.
"""

import codecs
import io
import re
import zipfile
from collections.abc import Container

from .refused import Refused

INSTEAD = {
    **dict.fromkeys((".doc", ".dot", ".dotx", ".dotm", ".odt", ".ott", ".rtf", ".pages", ".wpd", ".pdf"), ".docx"),
    **dict.fromkeys((".xls", ".xlt", ".xltx", ".xltm", ".xlsb", ".ods", ".ots", ".numbers"), ".xlsx"),
    **dict.fromkeys((".mht", ".mhtml", ".xhtml", ".webarchive", ".aspx", ".php"), ".html"),
    **dict.fromkeys((".eml", ".msg", ".ppt", ".pptx", ".odp", ".xps"), ".docx"),
}
"""Endings that are not read -> the format to save as instead."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Word's and Excel's old format, and the wrapping around a new one that a password protects."""
PASSWORD = "EncryptedPackage".encode("utf-16-le")

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
FOLDERS = {"word/": ".docx", "xl/": ".xlsx", "ppt/": ".pptx"}
"""Where the parts of a file lie -> what it is."""

STARTS = {b"%PDF-": ".pdf", b"{\\rtf": ".rtf"}
PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)[\s>]", re.I | re.S
)
MARKUP = re.compile(rb"\s*<\?xml\b")
MAIL = re.compile(
    rb"(?:From|MIME-Version|Return-Path|Received|Date|Subject): [^\n]*\n(?:[\w-]+: |[ \t])", re.IGNORECASE
)
START = 4096
"""Bytes that are looked at."""

KINDS = {
    **dict.fromkeys((".docx", ".docm"), ".docx"),
    **dict.fromkeys((".xlsx", ".xlsm"), ".xlsx"),
    **dict.fromkeys((".html", ".htm"), ".html"),
    **dict.fromkeys((".csv", ".tsv", ".txt", ".md"), ".txt"),
}
"""Ending -> the one that stands for its kind."""


def ending_of(file: str) -> str:
    """Return the ending of a file's name in lower case, with its full stop; empty where it has none."""
    name = re.split(r"[/\\]", file)[-1].rstrip()
    return f".{name.rpartition('.')[2].lower()}" if "." in name else ""


def check_name(file: str, readable: Container[str]) -> str:
    """Return the ending of a file's name. Raises `Refused` unless files with that ending can be read."""
    ending = ending_of(file)
    if ending in INSTEAD:
        raise Refused("other_format", ending=ending, instead=INSTEAD[ending])
    if ending not in readable:
        raise Refused("unknown_ending", ending=ending or "?")
    return ending


def check_content(content: bytes, ending: str) -> None:
    """Raise `Refused` unless a file is what the ending of its name says."""
    if not content.strip(b" \t\r\n\xef\xbb\xbf\xfe\xff\0"):
        raise Refused("empty")
    kind = kind_of(content)
    if kind in INSTEAD:
        raise Refused("other_format", ending=kind, instead=INSTEAD[kind])
    if kind == ".txt" and KINDS[ending] in {".docx", ".xlsx"}:
        raise Refused("not_what_it_says", ending=ending)
    if kind != KINDS[ending] and not (kind == ".txt" and KINDS[ending] == ".html"):
        raise Refused("wrong_ending", ending=ending, kind=kind)


def kind_of(content: bytes) -> str:
    """Return the ending that a file ought to have: of its format, or ".txt" for any text.

    Raises `Refused` for what is neither.
    """
    if content.startswith(ZIP):
        return _kind_of_zip(content)
    if content.startswith(OLE):
        return _kind_of_ole(content)
    start = _narrowed(content[:START])
    for mark, kind in STARTS.items():
        if start.startswith(mark):
            return kind
    if MAIL.match(start):
        return ".mhtml" if b"multipart/related" in start else ".eml"
    if PAGE.match(start):
        return ".html"
    if MARKUP.match(start):
        raise Refused("other_xml")
    return ".txt"


def _narrowed(start: bytes) -> bytes:
    """Return the start of a text at one byte a character: tags are ASCII in every encoding."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return start.decode("utf-16", "replace").encode("ascii", "replace")
    return start.removeprefix(codecs.BOM_UTF8)


def _kind_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name.lstrip("/").lower() for name in archive.namelist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise Refused("broken_archive") from error
    if "xl/workbook.bin" in names:
        return ".xlsb"
    if "mimetype" in names:
        return (
            ".ods" if any(name.startswith("content") for name in names) and b"spreadsheet" in content[:200] else ".odt"
        )
    for folder, kind in FOLDERS.items():
        if any(name.startswith(folder) for name in names):
            return kind
    raise Refused("not_a_document")


def _kind_of_ole(content: bytes) -> str:
    if PASSWORD in content:
        raise Refused("encrypted")
    return ".xls" if "Workbook".encode("utf-16-le") in content else ".doc"
