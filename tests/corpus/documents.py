"""The corpus as it lies on disk: each document's facts, and its bare words for checking that the facts quote it."""

import csv
import html
import io
import re
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Stated:
    """What one document states, as written in its facts file."""

    path: Path
    facts: dict[str, Any]

    @property
    def document(self) -> Path:
        """The document the facts are about."""
        return self.path.parent / str(self.facts["file"])


def stated(folder: Path = HERE) -> list[Stated]:
    """Return the facts of every document of a folder (the corpus, if none is named), by name."""
    return [Stated(path, tomllib.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.facts.toml"))]


def entries(facts: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (path, entry in its long form) for each entry of a table of facts."""
    for path, rows in facts.items():
        for row in rows:
            yield path, _long(row)


def _long(row: Any) -> dict[str, Any]:
    if isinstance(row, str):
        return {"value": row, "wording": row}
    return {"value": row[0], "wording": row[1]} if isinstance(row, list) else row


def words(path: Path) -> str:
    """Return the words of a document in their order with all white space taken out."""
    return bare(_READ[path.suffix](path))


def bare(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s+", "", text)


def _plain(path: Path) -> str:
    return path.read_text("utf-8-sig")


def _separated(path: Path) -> str:
    raw = path.read_bytes()
    text = raw.decode("cp1252" if path.stem.endswith("cp1252") else "utf-8-sig")
    separator = max("\t;,", key=text.splitlines()[0].count)
    return "\n".join(cell for row in csv.reader(io.StringIO(text), delimiter=separator) for cell in row)


def _web(path: Path) -> str:
    text = re.sub(r"(?s)<(script|style).*?</\1>|<!--.*?-->", "", path.read_text("utf-8"))
    return html.unescape(re.sub(r"<[^>]+>", "", text))


def _written(path: Path) -> str:
    """Return the text nodes of a Word file, tables inside cells included."""
    parts = zipfile.ZipFile(path)
    names = [name for name in parts.namelist() if re.search(r"word/(document|header|footer)", name)]
    texts = (re.findall(r"<w:t(?: [^>]*)?>([^<]*)</", parts.read(name).decode("utf-8")) for name in sorted(names))
    return html.unescape("".join(text for found in texts for text in found))


def _calculated(path: Path) -> str:
    """Return the cells of a workbook, sheet by sheet; dates as they are written in Sweden."""
    cells = (cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row)
    values = (cell.value for cell in cells if cell.value is not None)
    return "\n".join(str(value.date() if isinstance(value, datetime) else value) for value in values)


_READ = {
    ".txt": _plain,
    ".md": lambda path: _plain(path).replace("*", ""),
    ".csv": _separated,
    ".html": _web,
    ".docx": _written,
    ".xlsx": _calculated,
}
