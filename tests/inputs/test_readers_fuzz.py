"""Whatever a file is, the answer is a document or a refusal. What was found by longer runs stands as an example.

A longer run: `ROPA_FUZZ=5000 python -m pytest tests/inputs/test_readers_fuzz.py`.
"""

import csv
import io
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ropa.inputs.documents import Document, Line, Table
from ropa.inputs.readers import READERS, Refused, limits, read, wire
from ropa.inputs.readers.characters import clean, trimmed
from tests.inputs.files import changed, new_word, paragraph, parts_of, saved, word, workbook, zipped

pytestmark = pytest.mark.sqlite_is_enough

FUZZED = settings(
    max_examples=int(os.environ.get("ROPA_FUZZ", "40")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def a_word_document() -> bytes:
    made = new_word()
    made.add_heading("Skola", 1)
    made.add_paragraph("namn", style="List Bullet")
    table = made.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Syfte"
    return saved(made)


SEEDS = {
    "x.docx": a_word_document(),
    "y.docx": word(paragraph("x", '<w:numPr><w:ilvl w:val="1"/></w:numPr>'), styles="", footnotes="", comments=""),
    "x.xlsx": workbook(["Namn", 2.5, True], ["=A1", None, "å"]),
    "x.csv": b'Namn;Syfte\nSkola;"a\nb"\n',
    "x.html": b"<!DOCTYPE html><html><h1>A</h1><table><tr><th colspan=2>b</table><ul><li>c<li>d</ul><dl><dt>e<dd>f</dl>",
    "x.txt": "Rubrik\n\n• ett\n• två\n\na\tb\nc\td\n\n| x | y |\n|---|---|\n".encode(),
    "x.md": "# Rubrik\n\n**Fet**\n".encode("utf-16"),
}

PIECES = [
    b"",
    b"\0",
    b"<",
    b">",
    b"&",
    b"&#0;",
    b"999999999999",
    b"-1",
    b'"',
    b"\xff",
    b"\xed\xa0\x80",
    b"</w:p>",
    b"<w:tbl>",
    b"\n\t",
]
edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(PIECES) | st.binary(max_size=6)), max_size=6
)


def edited(content: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """Return bytes in which pieces were replaced: where (as a share of the length), how many, by what."""
    for where, length, piece in changes:
        at = int(where * len(content))
        content = content[:at] + piece + content[at + length :]
    return content


def answered(content: bytes, file: str) -> Document | None:
    """Return what a file holds, None where it was refused; all else fails the test."""
    try:
        document = read(content, file)
    except Refused:
        return None
    assert document.blocks
    for block in document.blocks:
        rows = block.rows if isinstance(block, Table) else ((block,),)
        assert len({len(row) for row in rows}) == 1
        for piece in (piece for row in rows for piece in row):
            assert piece.text == trimmed(clean(piece.text))
            piece.text.encode("utf-8")
            assert piece.place or not piece.text
            assert len(piece.text) <= limits.LINE_CHARS
        if isinstance(block, Line):
            assert block.text
            assert 0 <= block.level <= 6 or block.kind.value == "item"
    assert wire.document(wire.plain(document), file) == document
    return document


@FUZZED
@given(st.sampled_from(sorted(SEEDS)), edits)
def test_a_file_that_was_damaged(name: str, changes: Any) -> None:
    answered(edited(SEEDS[name], changes), name)


@FUZZED
@given(st.sampled_from(["x.docx", "y.docx", "x.xlsx"]), st.integers(0, 99), edits)
def test_a_part_that_was_damaged(name: str, which: int, changes: Any) -> None:
    parts = parts_of(SEEDS[name])
    part = sorted(parts)[which % len(parts)]
    answered(changed(SEEDS[name], **{part: edited(parts[part], changes)}), name)


@FUZZED
@given(st.sampled_from(["x.docx", "x.xlsx"]), st.sets(st.integers(0, 20)))
def test_parts_that_are_missing(name: str, missing: set[int]) -> None:
    kept = {part: text for n, (part, text) in enumerate(sorted(parts_of(SEEDS[name]).items())) if n not in missing}
    answered(zipped(dict(kept)), name)


@FUZZED
@given(st.sampled_from(sorted(READERS)), st.binary(max_size=300))
def test_any_bytes(ending: str, content: bytes) -> None:
    answered(content, f"x{ending}")


WORDS = [
    "Ändamål:",
    "a",
    " ",
    "\n",
    "\n\n",
    "\t",
    "•",
    "-",
    "1.",
    "|",
    "---",
    "===",
    "#",
    "**",
    "?",
    ";",
    '"',
    ",",
    "å",
    "\r",
    "\f",
    "\u200f",
]


@FUZZED
@given(
    st.sampled_from([".csv", ".tsv", ".txt", ".md"]),
    st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=40),
)
def test_any_text_and_no_letter_of_it_is_lost(ending: str, pieces: list[str]) -> None:
    content = "".join(pieces).encode("utf-8", "surrogatepass")
    document = answered(content, f"x{ending}")
    if document is not None:
        assert (
            _letters(_said(document)) == _letters(content.decode("utf-8", "replace").lstrip("\ufeff"))
            or ending == ".csv"
        )


TAGS = [
    "p",
    "div",
    "table",
    "tr",
    "td",
    "th",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "h2",
    "b",
    "br",
    "details",
    "summary",
    "main",
    "caption",
]
elements = st.recursive(
    st.sampled_from(["ord", " ", "å"]),
    lambda inner: st.builds(
        lambda tag, held: f"<{tag}>{''.join(held)}</{tag}>", st.sampled_from(TAGS), st.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


@FUZZED
@given(elements)
def test_any_page_and_no_word_of_it_is_lost(page: str) -> None:
    document = answered(f"<!DOCTYPE html><html><body>{page}".encode(), "x.html")
    said = _said(document) if document else ""
    assert (said.count("ord"), said.count("å")) == (page.count("ord"), page.count("å"))


@FUZZED
@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8), min_size=2, max_size=4),
        min_size=1,
        max_size=5,
    )
)
def test_cells_come_back_from_separated_values(rows: list[list[str]]) -> None:
    target = io.StringIO()
    csv.writer(target, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    document = answered(f"sep=;\n{target.getvalue()}".encode(), "x.csv")
    said = sorted(_said(document).split("\n")) if document else []
    assert said == sorted(t for row in rows for c in row if (t := trimmed(clean(c))))


def _said(document: Document) -> str:
    said = []
    for block in document.blocks:
        if isinstance(block, Table):
            said += [cell.text for row in block.rows for cell in row if not cell.repeated] + [block.caption]
        else:
            said.append(block.text)
    return "\n".join(text for text in said if text)


def _letters(text: str) -> str:
    """Return the letters and digits of a text, without tags and marks of lists."""
    import re

    return "".join(c for c in clean(re.sub(r"<[^>]*>", "", text)) if c.isalpha())
