"""Writes the corpus's Word documents and workbooks from `making/`; the same bytes each time.

python tests/corpus/make.py [NAME …]
"""

import importlib
import io
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SUFFIXES = {"docx": ".docx", "xlsx": ".xlsx"}
DAY = (2025, 3, 3, 8, 0, 0)
STAMP = b"2025-03-03T08:00:00Z"


def names() -> list[str]:
    """Return the names of the documents that are made."""
    return sorted(path.stem.replace("_", "-") for path in (HERE / "making").glob("*_*.py"))


def made(name: str) -> tuple[Path, bytes]:
    """Return where the document of that name lies, and its content."""
    module = importlib.import_module(f"tests.corpus.making.{name.replace('-', '_')}")
    return HERE / (name + SUFFIXES[name.partition("-")[0]]), _timeless(module.make())


def _timeless(document: Any) -> bytes:
    """Return the document's file with one fixed time wherever a time stands."""
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(_entry(name), _undated(name, old.read(name)))
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _undated(name: str, content: bytes) -> bytes:
    if name != "docProps/core.xml":
        return content
    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", STAMP, content)


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1]))
    for wanted in sys.argv[1:] or names():
        target, content = made(wanted)
        target.write_bytes(content)
        print(target.name, len(content))
