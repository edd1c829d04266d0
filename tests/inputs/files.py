"""Small files for the readers' tests, and documents in a form that is quick to compare."""

import io
import zipfile
from typing import Any

import docx
from openpyxl import Workbook

from ropa.inputs.documents import Document, Line, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OTHER = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    f' xmlns:r="{RELATIONS}"'
)


def zipped(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(content: bytes, **parts: Any) -> bytes:
    """Return an archive with other parts; `parts` is given by `**{"name": content}`."""
    return zipped({**parts_of(content), **parts})


def relations(*related: tuple[str, str, str], external: bool = False) -> str:
    """Return a part that says what another refers to: id, kind, target."""
    mode = ' TargetMode="External"' if external else ""
    inner = "".join(
        f'<Relationship Id="{i}" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>' for i, kind, target in related
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def word(body: str, space: str = W, **parts: Any) -> bytes:
    """Return a Word document with this body in XML; `parts` are other parts of `word/` by their kind."""
    related = relations(*((kind, kind, f"{kind}.xml") for kind in parts))
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("d", "officeDocument", "word/document.xml")),
            "word/document.xml": f'<w:document xmlns:w="{space}"{OTHER}><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": related,
            **{f"word/{kind}.xml": f'<w:x xmlns:w="{space}">{inner}</w:x>' for kind, inner in parts.items()},
        }
    )


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Return a paragraph of a Word document in XML."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def saved(made: Any) -> bytes:
    """Return the bytes of a document of python-docx or a workbook of openpyxl."""
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def new_word() -> Any:
    """Return an empty document of python-docx."""
    return docx.Document()


def workbook(*rows: list[Any]) -> bytes:
    """Return a workbook with one sheet."""
    made = Workbook()
    for row in rows:
        made.active.append(row)
    return saved(made)


def with_shared_texts(content: bytes, texts: str) -> bytes:
    """Return a workbook whose cells can refer to these texts, in XML, as Excel writes them."""
    related = parts_of(content)["xl/_rels/workbook.xml.rels"].decode()
    more = relations(("shared", "sharedStrings", "sharedStrings.xml")).partition(">")[2]
    xml = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{texts}</sst>'
    parts = {"xl/_rels/workbook.xml.rels": related.replace("</Relationships>", more), "xl/sharedStrings.xml": xml}
    return changed(content, **parts)


def lines(document: Document) -> list[tuple[Any, ...]]:
    """Return lines as (kind, level, text), with "bold" where they are, and tables as lists of rows of texts."""
    return [texts(block) if isinstance(block, Table) else _line(block) for block in document.blocks]


def _line(line: Line) -> tuple[Any, ...]:
    return (line.kind.value, line.level, line.text, *(["bold"] if line.bold else []))


def texts(table: Any) -> Any:
    """Return a table's texts; those that a merged cell covers in brackets."""
    return [[f"({cell.text})" if cell.repeated else cell.text for cell in row] for row in table.rows]
