"""Ask the W3C's HTML checker (vnu) about every page of the demo, its styles and its pictures.

    ./dev html [--site http://127.0.0.1:8000]

Needs Java 11 or later, and npm the first time. Status 1 when it finds anything that `KNOWN` gives no reason for.
"""

import argparse
import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from inspections._site import FOLDER, gone_over, site

VERSION = "26.9.27"
INTEGRITY = "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
"""SHA-512 of the package as its registry published it."""
JAR = FOLDER / f"vnu-{VERSION}.jar"
IN_PACKAGE = "package/build/dist/vnu.jar"

KNOWN = {
    r"CSS: “position-(area|try-fallbacks)”: Property .* doesn't exist\.": "anchor positioning is newer than the checker's"
    " list of properties; it stands inside @supports, and pages do without it",
}
"""A pattern that fits the whole of a message -> why it may stand."""

AROUND = b'<!doctype html><html lang="sv"><title>Somebody else</title><h1>Somebody else</h1>%b</html>'
"""What stands around a part that is made to be put into another page."""

ENDINGS = {"text/html": ".html", "text/css": ".css", "image/svg+xml": ".svg"}


def checker() -> Path:
    """Return the checker, fetched once. Raises `SystemExit` for a package that is not the one we know."""
    if not JAR.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
            subprocess.run(["npm", "pack", "--silent", f"vnu-jar@{VERSION}"], cwd=folder, check=True, stdout=sys.stderr)
            package = next(Path(folder).glob("*.tgz"))
            if hashlib.sha512(package.read_bytes()).digest() != base64.b64decode(INTEGRITY):
                raise SystemExit(f"vnu-jar {VERSION} is not the package that was checked")
            with tarfile.open(package) as files:
                found = files.extractfile(IN_PACKAGE)
                assert found
                (Path(folder) / "vnu.jar").write_bytes(found.read())
            (Path(folder) / "vnu.jar").rename(JAR)
    return JAR


def write(folder: Path, answers: dict[str, Any]) -> dict[str, str]:
    """Write what the checker reads; return file name -> address."""
    names = {}
    for number, (address, answer) in enumerate(answers.items()):
        if ending := ENDINGS.get(answer.kind):
            names[f"{number:05}{ending}"] = address
            part = ending == ".html" and not answer.is_page
            (folder / f"{number:05}{ending}").write_bytes(AROUND % answer.body if part else answer.body)
    return names


def ask(folder: Path) -> list[dict[str, Any]]:
    """Return the checker's messages."""
    command = ["java", "-jar", str(checker()), "--format", "json", "--also-check-css", "--also-check-svg", str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    return json.loads(said.stderr)["messages"]  # type: ignore[no-any-return]


def known(message: str) -> bool:
    """Return whether there is a reason why it may stand."""
    return any(re.fullmatch(pattern, message) for pattern in KNOWN)


def report(messages: list[dict[str, Any]], names: dict[str, str]) -> int:
    """Print each kind of message once, with where it is; return how many kinds there are."""
    kinds: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for message in messages:
        if not known(message["message"]):
            kinds[f"{message.get('subType', message['type'])}: {message['message']}"].append(message)
    for said, found in kinds.items():
        first = found[0]
        print(f"{said}\n  {len(found)} times, as in {names[Path(first['url']).name]} line {first.get('lastLine', '?')}")
        print("  " + " ".join(first.get("extract", "").split()))
    return len(kinds)


def main() -> None:
    """Crawl, ask, tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", default="", help="a site that runs; without it, a demo is made")
    with site(parser.parse_args().site) as base:
        pages, others = gone_over(base)
    with tempfile.TemporaryDirectory() as folder:
        names = write(Path(folder), {**{a: page.answer for a, page in pages.items()}, **others})
        found = report(ask(Path(folder)), names)
    print(f"{len(names)} files, {found} kinds of findings")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
