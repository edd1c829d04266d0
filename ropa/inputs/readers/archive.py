"""The zip archive that a .docx or .xlsx is: opened without trusting what it says of itself."""

import io
import posixpath
import zipfile
import zlib
from urllib.parse import unquote

from . import limits
from .refused import Refused, check
from .trees import parsed

CHUNK = 256 * 1024
"""Bytes unpacked at a time: the limits are looked at after each."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What `zipfile` raises on archives that are cut off, altered, encrypted or packed in ways we do not read."""

ENCRYPTED = 0x1
"""The bit of an entry's flags."""


class Archive:
    """Named parts of a file. Only those that are asked for are unpacked, and never to the disk."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except BROKEN as error:
            raise Refused("broken_archive") from error
        self._unpacked = 0
        entries = self._zip.infolist()
        check("too_many_parts", len(entries), limits.PARTS)
        self._entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}
        if len(self._entries) != len(entries):
            raise Refused("repeated_part")
        if any(entry.flag_bits & ENCRYPTED for entry in entries):
            raise Refused("encrypted")

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    @property
    def names(self) -> list[str]:
        """The parts' names in lower case: the formats do not tell `Word/` from `word/`."""
        return list(self._entries)

    def part(self, name: str) -> bytes:
        """Return a part unpacked. Raises `Refused` where it is missing, broken or too large."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Refused("part_missing", part=name)
        check("part_too_large", entry.file_size, limits.PART_BYTES, name)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused("broken_archive")
        try:
            return self._read(entry, name)
        except BROKEN as error:
            raise Refused("broken_archive") from error

    def _read(self, entry: zipfile.ZipInfo, name: str) -> bytes:
        pieces, size = [], 0
        with self._zip.open(entry) as stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                self._unpacked += len(chunk)
                self._weigh(size, entry, name)
                pieces.append(chunk)
        return b"".join(pieces)

    def _weigh(self, size: int, entry: zipfile.ZipInfo, name: str) -> None:
        """What the entry says of its sizes may be a lie: count what comes."""
        check("part_too_large", size, limits.PART_BYTES, name)
        check("unpacks_too_large", self._unpacked, limits.UNPACKED_BYTES, name)
        if size > limits.RATIO_FROM:
            check("packed_too_tightly", size // max(entry.compress_size, 1), limits.RATIO, name)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part refers to: id -> (last word of the kind, name).

        What lies outside the file (pictures and templates on the web, other workbooks) is not among them.
        """
        folder, base = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path not in self:
            return {}
        found = {}
        for element in parsed(self.part(path), path):
            if element.get("TargetMode", "").lower() != "external":
                kind = element.get("Type", "").rsplit("/", 1)[-1]
                found[element.get("Id", "")] = (kind, _resolved(folder, element.get("Target", "")))
        return found


def _resolved(folder: str, target: str) -> str:
    """Return a part's name from where it is referred to."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
