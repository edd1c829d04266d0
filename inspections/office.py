"""Open the register's office files in LibreOffice, save them there and read them back; pages as PDF to look at.

    ./dev office [--site http://127.0.0.1:8000]

Needs LibreOffice (soffice), and pdftoppm for pictures. Status 1 when a workbook comes back from LibreOffice as
another register, when anything in it computes, or when a file cannot be opened.
"""

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from pathlib import Path
from typing import Any

from inspections._site import FOLDER, site

KEPT = FOLDER / "office"
"""Where the files lie afterwards."""

FILES = ("register.xlsx", "en/register.xlsx", "register.docx", "en/register.docx")
MINUTES = 5


def converted(file: Path, to: str, folder: Path) -> Path:
    """Return a file that LibreOffice made of another. Raises `SystemExit` when it made none."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", to]
        done = subprocess.run(
            [*command, "--outdir", str(folder), str(file)], capture_output=True, text=True, timeout=60 * MINUTES
        )
    made = folder / f"{file.stem}.{to.partition(':')[0]}"
    if not made.exists():
        raise SystemExit(f"{file.name}: LibreOffice made no {to}: {done.stdout}{done.stderr}")
    return made


def pictures(file: Path, folder: Path) -> int:
    """Draw a file's pages and return how many there are; 0 without pdftoppm."""
    with tempfile.TemporaryDirectory() as made:
        pages = shutil.move(converted(file, "pdf", Path(made)), folder / f"{file.name}.pdf")
    if not shutil.which("pdftoppm"):
        return 0
    subprocess.run(["pdftoppm", "-r", "70", "-png", str(pages), str(folder / file.name)], check=True)
    return len(list(folder.glob(f"{file.name}-*.png")))


def wrong_with(file: Path, folder: Path) -> list[str]:
    """Return what is not as it was in a workbook that was opened and saved by LibreOffice."""
    from ropa.inputs import register_xlsx
    from ropa.inputs.readers import workbook

    before = register_xlsx.register_of(file.read_bytes())
    again = converted(file, "xlsx:Calc MS Excel 2007 XML", folder).read_bytes()
    found = [] if workbook.is_ours(again) else ["its mark is gone"]
    after = register_xlsx.register_of(again)
    found += [] if after == before else ["it holds another register"]
    computed = [name for name in _sheets(again) if re.search(rb"<f[ >]", _sheets(again)[name])]
    return found + [f"something computes in {name}" for name in computed]


def _sheets(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return {name: parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")}


def hard() -> bytes:
    """Return a workbook of texts that a spreadsheet would bend."""
    from ropa.outputs import register_xlsx
    from ropa.record import Audience, Entry, Register
    from tests.inputs.test_register_xlsx import ASSISTANCE, HARD
    from tests.inputs.workbooks import replace_texts

    activity = replace_texts(ASSISTANCE, HARD)
    return register_xlsx.render(Register(audience=Audience.DRAFT, entries=(Entry(activity=activity),)))


def fetched(base: str, address: str) -> Path:
    """Return a file of the site, kept."""
    file = KEPT / address.replace("/", "-")
    file.write_bytes(urllib.request.urlopen(f"{base}/{address}", timeout=120).read())
    return file


def inspect(base: str) -> dict[str, list[str]]:
    """Look at all files; return file -> what is wrong with it."""
    from ropa.outputs import template_xlsx

    made = {"hard.xlsx": hard(), "template.xlsx": template_xlsx.render("sv")}
    files = [fetched(base, address) for address in FILES]
    for name, content in made.items():
        files.append(KEPT / name)
        files[-1].write_bytes(content)
    found: dict[str, list[str]] = {}
    for file in files:
        is_register = file.suffix == ".xlsx" and file.stem != "template"
        with tempfile.TemporaryDirectory() as folder:
            found[file.name] = wrong_with(file, Path(folder)) if is_register else []
        count = pictures(file, KEPT)
        print(
            f"{file.name}: {'; '.join(found[file.name]) or 'as it was'}, {count or 'no'} pictures of pages", flush=True
        )
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", default="", help="inspect this site instead of a demo of its own")
    options: Any = parser.parse_args()
    if not shutil.which("soffice"):
        print("SKIPPED, LibreOffice (soffice) is missing", file=sys.stderr)
        return 0
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ropa.settings")
    import django

    django.setup()
    shutil.rmtree(KEPT, ignore_errors=True)
    KEPT.mkdir(parents=True)
    with site(options.site) as base:
        found = inspect(base)
    print(f"files and pages are in {KEPT}")
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main())
