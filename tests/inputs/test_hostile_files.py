"""Files made to harm: each is refused in words, or read rightly, within seconds and in bounded memory.

Nothing is fetched and nothing opened: a server listens where
the files point to, and the process that reads says what it was kept from.
"""

import errno
import io
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation import override

from ropa.inputs import apart, refusals
from ropa.inputs.documents import Document
from ropa.inputs.readers import READERS, Refused, limits, read
from tests.inputs.files import (
    changed,
    lines,
    paragraph,
    parts_of,
    relations,
    with_shared_texts,
    word,
    workbook,
    zipped,
)

pytestmark = pytest.mark.sqlite_is_enough

MB = 1024 * 1024
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ONE_SHEET = workbook(["a"])
SECONDS = 20
"""On the clock, with other tests beside it; each takes a tenth of this."""


def sheet(rows: str, more: str = "", before: str = "") -> bytes:
    """Return a workbook whose sheet has these rows in XML."""
    xml = f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{more}</worksheet>'
    return changed(ONE_SHEET, **{SHEET: xml})


def entities(root: str, space: str) -> str:
    """Return XML in which nine words stand for a billion."""
    deep = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY e0 "ha">{deep}]><{root} xmlns{space}>&e9;</{root}>'


def doubled(content: bytes, name: str) -> bytes:
    """Return an archive in which a part comes twice."""
    target = io.BytesIO(content)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(target, "a") as archive:
        archive.writestr(name, "<x/>")
    return target.getvalue()


def lying(content: bytes) -> bytes:
    """Return an archive whose directory says that its largest part has ten bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = max(entry.file_size for entry in archive.infolist())
    return content.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph("x") + "</w:tc></w:tr></w:tbl>" * depth


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = "word/document.xml"
BOMB = f'<w:document xmlns:w="{W}"><w:body>{" " * (100 * MB)}</w:body></w:document>'
FILE_ENTITY = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)

REFUSED = {
    "zip bomb": (lambda: changed(word(""), **{DOCUMENT: BOMB}), "x.docx", "part_too_large"),
    "tightly packed": (lambda: changed(word(""), **{DOCUMENT: BOMB[: 20 * MB]}), "x.docx", "packed_too_tightly"),
    "bomb that lies": (lambda: lying(changed(word(""), **{DOCUMENT: BOMB})), "x.docx", "broken_archive"),
    "bomb of texts": (lambda: with_shared_texts(ONE_SHEET, "<si/>" * 13_000_000), "x.xlsx", "packed_too_tightly"),
    "many parts": (lambda: zipped({f"word/{n}": "" for n in range(6000)}, 0), "x.docx", "too_many_parts"),
    "part comes twice": (lambda: doubled(word(paragraph("x")), DOCUMENT), "x.docx", "repeated_part"),
    "part comes twice in capitals": (
        lambda: zipped({**parts_of(word("")), "WORD/document.xml": ""}),
        "x.docx",
        "repeated_part",
    ),
    "entities in Word": (
        lambda: changed(word(""), **{DOCUMENT: entities("w:document", f':w="{W}"')}),
        "x.docx",
        "has_document_type",
    ),
    "entities in Excel": (
        lambda: changed(ONE_SHEET, **{"xl/workbook.xml": entities("workbook", f'="{MAIN}"')}),
        "x.xlsx",
        "has_document_type",
    ),
    "entities in a sheet": (
        lambda: changed(
            ONE_SHEET,
            **{
                SHEET: f'{FILE_ENTITY}<worksheet xmlns="{MAIN}"><sheetData><row><c><v>&f;</v></c></row></sheetData></worksheet>'
            },
        ),
        "x.xlsx",
        "has_document_type",
    ),
    "file entity in Word": (
        lambda: changed(
            word(""),
            **{
                DOCUMENT: f'{FILE_ENTITY}<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:body></w:document>'
            },
        ),
        "x.docx",
        "has_document_type",
    ),
    "file entity in relations": (
        lambda: changed(word(""), **{"_rels/.rels": f"{FILE_ENTITY}<r>&f;</r>"}),
        "x.docx",
        "has_document_type",
    ),
    "100 MB cell": (lambda: sheet(f'<row><c t="str"><v>{"x" * (100 * MB)}</v></c></row>'), "x.xlsx", "part_too_large"),
    "10 MB cell": (
        lambda: sheet(f'<row><c t="str"><v>{"xyzåäö" * MB}</v></c></row>'),
        "x.xlsx",
        "cell_too_long|packed|too_long",
    ),
    "long cell": (lambda: b"a;b\n" + b"x" * 2 * MB + b";c", "x.csv", "cell_too_long"),
    "long paragraph": (lambda: b"x" * 2 * MB, "x.txt", "text_too_long"),
    "million rows": (lambda: b"a;b\n" * 1_000_000, "x.csv", "too_many_rows"),
    "million lines": (lambda: b"a\n\n" * 101_000, "x.txt", "too_many_blocks"),
    "million rows in Excel": (
        lambda: sheet("<row><c><v>1</v></c></row>" * 1_000_000),
        "x.xlsx",
        "too_many_rows|packed",
    ),
    "wide sheet": (lambda: sheet("<row>" + "<c><v>1</v></c>" * 16_000 + "</row>"), "x.xlsx", "too_many_columns"),
    "cell beyond the sheet": (lambda: sheet('<row><c r="ZZZ9999999"><v>1</v></c></row>'), "x.xlsx", "broken_part"),
    "text that is not there": (lambda: sheet('<row><c t="s"><v>99</v></c></row>'), "x.xlsx", "broken_part"),
    "overlapping merged cells": (
        lambda: sheet(
            '<row r="1"><c r="A1"><v>1</v></c><c r="CV1"><v>1</v></c></row>'
            + "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="B{n}"><v>1</v></c></row>' for n in range(2, 2000)),
            "<mergeCells>" + '<mergeCell ref="A1:CV2000"/>' * 5000 + "</mergeCells>",
        ),
        "x.xlsx",
        "too_many_cells|packed",
    ),
    "wide table in Word": (
        lambda: word('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr></w:tc></w:tr></w:tbl>'),
        "x.docx",
        "too_many_columns",
    ),
    "tables in tables": (lambda: word(nested(1000)), "x.docx", "too_deep"),
    "content controls in each other": (
        lambda: word("<w:sdt><w:sdtContent>" * 1000 + "</w:sdtContent></w:sdt>" * 1000),
        "x.docx",
        "too_deep",
    ),
    "deep page": (lambda: b"<html>" + b"<div>" * 100_000 + b"x", "x.html", "too_deep"),
    "deep inline": (lambda: b"<html><p>" + b"<b>" * 100_000 + b"x", "x.html", "too_deep"),
    "tables in tables of a page": (lambda: b"<html>" + b"<table><tr><td>" * 1000 + b"x", "x.html", "too_deep"),
    "huge attribute": (lambda: b"<html><p title='" + b"x" * (12 * MB) + b"'>x", "x.html", "text_too_long"),
    "huge text of a page": (lambda: b"<html><p>" + b"x" * (12 * MB), "x.html", "text_too_long"),
    "a page of nothing but tags": (lambda: b"<html>" + b"<b>a</b>" * 3_000_000, "x.html", "too_many_tags"),
    "spans of a page": (
        lambda: b"<html><table>" + b"<tr><td colspan=1000 rowspan=65000>x" * 2000,
        "x.html",
        "too_many_c",
    ),
    "NUL bytes": (lambda: b"Namn\0Syfte\0x" * 100, "x.txt", "not_text"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "x.csv", "not_text"),
    "encrypted workbook": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "x.xlsx", "encrypted"),
    "old workbook in disguise": (lambda: OLE + "Workbook".encode("utf-16-le"), "x.xlsx", "other_format"),
    "Word as Excel": (lambda: word(paragraph("x")), "x.xlsx", "wrong_ending"),
    "Excel as text": (lambda: ONE_SHEET, "x.csv", "wrong_ending"),
    "page as text": (lambda: b"<!DOCTYPE html><p>x", "x.txt", "wrong_ending"),
    "text as Word": (lambda: b"bara text", "x.docx", "not_what_it_says"),
    "PDF as Word": (lambda: b"%PDF-1.7 ...", "x.docx", "other_format"),
    "mail as page": (lambda: b"From: a\nMIME-Version: 1.0\nSubject: x\n\nhej", "x.html", "other_format"),
    "other zip": (lambda: zipped({"a.txt": "x"}), "x.docx", "not_a_document"),
    "cut zip": (lambda: ONE_SHEET[: len(ONE_SHEET) // 2], "x.xlsx", "broken_archive"),
    "damaged zip": (lambda: ONE_SHEET.replace(b"<", b"\0"), "x.xlsx", "broken"),
    "no document part": (lambda: zipped({"word/styles.xml": "<x/>"}), "x.docx", "part_missing"),
    "no workbook part": (lambda: zipped({"xl/styles.xml": "<x/>"}), "x.xlsx", "part_missing"),
    "half an element": (lambda: changed(word(""), **{DOCUMENT: "<w:document"}), "x.docx", "broken_part"),
    "old formats": (lambda: b"x", "x.xls", "other_format"),
    "no ending": (lambda: b"x", "x", "unknown_ending"),
    "a program": (lambda: b"x", "x.exe", "unknown_ending"),
    "too large": (lambda: b"x" * (limits.FILE_BYTES + 1), "x.txt", "file_too_large"),
}


ALL_THE_WAY = {
    "zip bomb",
    "100 MB cell",
    "million rows",
    "tables in tables",
    "deep page",
    "file entity in Word",
    "old formats",
}
"""Those that are read in a process of their own, as all are when they come from outside; the others save starting it."""


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_in_seconds_and_in_words(name: str) -> None:
    make, file, code = REFUSED[name]
    content = make()
    way = apart.read_apart if name in ALL_THE_WAY else read
    began = time.monotonic()
    with pytest.raises(Refused, match=code) as refused:
        way(content, file)
    assert time.monotonic() - began < SECONDS
    with override("en"):
        said = refusals.said(refused.value)
    assert said.endswith(".")
    assert "%(" not in said


def test_every_refusal_has_words_and_every_word_a_refusal() -> None:
    here = Path(apart.__file__).parent
    sources = [*here.glob("readers/*.py"), here / "apart.py", here / "for_reading.py"]
    code = "\n".join(path.read_text("utf-8") for path in sources)
    assert [name for name in refusals.MESSAGES if f'"{name}"' not in code] == []


X = [("paragraph", 0, "x")]
READ = {
    "macros in Word": (lambda: changed(word(paragraph("x")), **{"word/vbaProject.bin": OLE}), "x.docm", X),
    "macros in Excel": (lambda: changed(ONE_SHEET, **{"xl/vbaProject.bin": OLE}), "x.xlsm", [[["a"]]]),
    "a path out of the archive": (lambda: changed(word(paragraph("x")), **{"../../../etc/cron.d/x": "x"}), "x.docx", X),
    "relations out of the archive": (
        lambda: changed(
            word(paragraph("x")),
            **{"word/_rels/document.xml.rels": relations(("a", "styles", "../../../../etc/passwd"))},
        ),
        "x.docx",
        X,
    ),
    "nested bomb that nobody opens": (
        lambda: changed(word(paragraph("x")), **{"word/media/a.zip": zipped({"b": bytes(40 * MB)})}),
        "x.docx",
        X,
    ),
    "bomb among the types": (
        lambda: changed(word(paragraph("x")), **{"[Content_Types].xml": bytes(100 * MB)}),
        "x.docx",
        X,
    ),
    "far corner": (
        lambda: sheet(
            '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', before='<dimension ref="A1:XFD1048576"/>'
        ),
        "x.xlsx",
        [[["1"]]],
    ),
    "whole sheet merged": (
        lambda: sheet(
            '<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        ),
        "x.xlsx",
        [[["1"]]],
    ),
    "empty cells": (
        lambda: sheet("<row><c s='1'/></row>" * 20_000 + "<row><c><v>1</v></c></row>"),
        "x.xlsx",
        [[["1"]]],
    ),
    "number without end": (lambda: sheet("<row><c><v>1e999999999</v></c></row>"), "x.xlsx", [[["1e999999999"]]]),
    "styles in a circle": (
        lambda: word(
            paragraph("x", '<w:pStyle w:val="A"/>'), styles='<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'
        ),
        "x.docx",
        X,
    ),
    "entities of a page": (
        lambda: (
            f"{entities('html', '=``')}".replace("&e9;", "<p>x</p>").replace("<!DOCTYPE x", "<!DOCTYPE html").encode()
        ),
        "x.html",
        None,
    ),
    "file entity of a page": (
        lambda: b'<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/passwd">]><p>&f;</p>',
        "x.html",
        None,
    ),
    "halves of pairs": (lambda: b"<html><p>a&#xD800;b&#0;c&#x1F600;", "x.html", None),
    "signs of bold without end": (lambda: b"**a " * 100_000, "x.md", None),
    "signs of a heading without end": (lambda: b"# a" + b"#" * 400_000 + b"b", "x.md", None),
    "format without end": (
        lambda: changed(
            sheet('<row><c s="0"><v>1</v></c></row>'),
            **{
                "xl/styles.xml": f'<s><numFmts><n numFmtId="200" formatCode="{"0" * 400_000}x"/></numFmts>'
                '<cellXfs><x numFmtId="200"/></cellXfs></s>'
            },
        ),
        "x.xlsx",
        [[["1"]]],
    ),
    "odd UTF-16": (lambda: "x".encode("utf-16") + b"\0", "x.txt", [("paragraph", 0, "x\ufffd")]),
    "wrong UTF-8": (lambda: b"\xff\xc3\x28\xe2\x82 x", "x.txt", None),
}


@pytest.mark.parametrize("name", READ)
def test_is_read_rightly(name: str) -> None:
    make, file, expected = READ[name]
    content = make()
    began = time.monotonic()
    document = read(content, file)
    assert time.monotonic() - began < SECONDS
    assert "root:" not in str(document)
    str(document).encode("utf-8")  # no half of a surrogate pair
    if expected is not None:
        assert lines(document) == expected


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        yield listening


def test_nothing_that_a_file_points_to_is_fetched(server: socket.socket) -> None:
    there = f"http://127.0.0.1:{server.getsockname()[1]}/x"
    outside = relations(
        ("r1", "attachedTemplate", there), ("r2", "image", there), ("r3", "styles", there), external=True
    )
    linked = paragraph("x") + '<w:p><w:hyperlink r:id="r2"><w:r><w:t>y</w:t></w:r></w:hyperlink></w:p>'
    formula = f'<row><c><f>WEBSERVICE("{there}")</f></c><c><f>[1]Blad!A1</f><v>7</v></c></row>'
    books = {
        "xl/_rels/workbook.xml.rels": parts_of(ONE_SHEET)["xl/_rels/workbook.xml.rels"].replace(
            b"</Relationships>",
            f'<Relationship Id="x" Type="externalLink" Target="{there}" TargetMode="External"/></Relationships>'.encode(),
        )
    }
    head = f'<base href="{there}"><link rel=stylesheet href="{there}"><script src="{there}"></script>'
    doctype = f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "{there}">'
    files = {
        "a.docx": changed(
            word(linked), **{"word/_rels/document.xml.rels": outside, "word/_rels/settings.xml.rels": outside}
        ),
        "a.xlsx": changed(sheet(formula), **books),
        "a.html": f'{doctype}<html><head>{head}</head><body><img src="{there}"><iframe src="{there}"></iframe>x'.encode(),
    }
    for name, content in files.items():
        assert apart.read_apart(content, name).blocks, name
        assert read(content, name).blocks, name
    with pytest.raises(TimeoutError):
        server.accept()


TRIES = {
    "socket": "import socket; socket.socket()",
    "file": "open('/etc/passwd')",
    "own file": "open(os.__file__)",
    "descriptor": "import os; os.open('/etc/passwd', os.O_RDONLY)",
    "process": "import os; os.system('true')",
    "fork": "import os; os.fork()",
    "folder": "import os; os.listdir('/')",
}


@pytest.mark.parametrize("attempt", TRIES.values(), ids=TRIES)
def test_what_reads_can_open_nothing(attempt: str) -> None:
    """The attempt is made where a reader would make it: after the process has sealed itself."""
    said = _sealed(f"""
try:
    {attempt}
except child.Forbidden as error:
    print("kept from", error)
""")
    assert said.startswith("kept from")


def test_the_kernel_keeps_files_shut_without_the_hook() -> None:
    """libxml2 opens files past Python: for it there is the limit of open files."""
    said = _sealed(
        """
for attempt in (lambda: etree.parse("/etc/hostname"), lambda: open("/etc/hostname")):
    try:
        attempt()
    except etree.XMLSyntaxError:
        print("opened")
    except OSError as error:
        print("kept", error.errno)
""",
        "child._refuse = lambda event, arguments: None",
    )
    assert said == f"kept None\nkept {errno.EMFILE}\n"


def _sealed(program: str, before: str = "") -> str:
    """Return what a program prints after it has sealed itself as the process that reads does."""
    start = f"""
import os, resource, socket, sys
sys.path.insert(0, {str(apart.ROOT)!r})
from lxml import etree
from ropa.inputs.readers import child, limits
{before}
child.bound(); child.load("txt"); child.seal()
"""
    command = [sys.executable, "-B", "-c", start + program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert not done.stderr
    return done.stdout


def test_the_kernel_bounds_memory_and_the_size_of_files() -> None:
    done = _sealed(
        """
try:
    bytearray(limits.MEMORY)
except MemoryError:
    print("kept")
print(resource.getrlimit(resource.RLIMIT_FSIZE)[1], resource.getrlimit(resource.RLIMIT_CPU)[1] <= 60)
"""
    )
    assert done == "kept\n0 True\n"


def test_a_reader_that_needs_too_much_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(content: bytes, file: str) -> Document:
        raise MemoryError

    monkeypatch.setitem(READERS, ".txt", hungry)
    with pytest.raises(Refused, match="too_much_memory"):
        read(b"x", "x.txt")


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("import time; time.sleep(60)", "took_too_long"),
        ("import os; os.kill(os.getpid(), 11)", "unreadable"),
        ("import os, sys; sys.stdout.write('{'); sys.exit(3)", "unreadable"),
        ("print('{\"document\": [1, 2]}')", "unreadable"),
        ("print('[]')", "unreadable"),
        ('print(\'{"failed": "KeyError"}\')', "unreadable"),
        ("import os\nwhile True: os.write(1, b'x' * 65536)", "answer_too_large"),
        ("import resource\nimport os; os.kill(os.getpid(), 24)", "took_too_long"),
    ],
)
def test_a_process_that_ends_badly_is_a_refusal(
    program: str, code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "child.py"
    script.write_text(program, "utf-8")
    monkeypatch.setattr(apart, "CHILD", script)
    monkeypatch.setattr(limits, "PARENT_WAITS", 1)
    monkeypatch.setattr(limits, "ANSWER_BYTES", MB)
    with pytest.raises(Refused, match=code):
        apart.read_apart(b"x", "x.txt")


def test_how_far_it_has_come_is_told() -> None:
    told: list[tuple[int, int]] = []
    apart.read_apart(b"a;b\n" * 1200, "x.csv", told=lambda done, total: told.append((done, total)))
    assert told[-1][0] >= 1000
    assert told == sorted(told)
    assert len({total for _, total in told}) == 1


def test_what_is_told_may_stop_the_reading() -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apart.read_apart(b"a;b\n" * 1200, "x.csv", told=stop)


def test_the_process_is_the_same_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbook(["Namn", "Syfte"], ["Skola", True])
    assert apart.read_apart(content, "å b.xlsx") == read(content, "å b.xlsx")


def test_the_process_knows_neither_django_nor_the_record() -> None:
    program = "import sys, ropa.inputs.readers as r\nfor name in r.READERS: r.READERS[name]\nimport ropa.inputs.readers.docx, ropa.inputs.readers.xlsx\n"
    program += "print([m for m in sys.modules if m.startswith(('django', 'pydantic', 'ropa.record'))])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=apart.ROOT, check=True)
    assert done.stdout == "[]\n"
    assert set(READERS) >= {".docx", ".xlsx", ".csv", ".html", ".txt", ".md"}
