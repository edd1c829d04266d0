"""Workbooks as they read: what a cell shows, merged cells, notes, and where a table begins and ends."""

import datetime
import re
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import MAC_EPOCH

from ropa.inputs.documents import Table
from ropa.inputs.readers import Refused, read
from tests.inputs.files import changed, parts_of, relations, saved, texts, with_shared_texts, workbook, zipped

MOMENT = datetime.datetime.combine(datetime.date(2026, 11, 21), datetime.time(8, 5))


def tables(content: bytes, name: str = "x.xlsx") -> list[Table]:
    return [block for block in read(content, name).blocks if isinstance(block, Table)]


def made(*values: tuple[str, Any], merged: str = "") -> Workbook:
    book = Workbook()
    for reference, value in values:
        book.active[reference] = value
    if merged:
        book.active.merge_cells(merged)
    return book


def shown(value: Any, number_format: str = "General", **more: Any) -> str:
    book = made(("A1", value))
    book.active["A1"].number_format = number_format
    for name, setting in more.items():
        setattr(book, name, setting)
    return tables(saved(book))[0].rows[0][0].text


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("Ändamål", "General", "Ändamål"),
        (12, "General", "12"),
        (12.0, "0.00", "12"),
        (2.5, "General", "2.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1e20, "General", "1e+20"),
        (0.25, "0%", "25 %"),
        (2120000043, "General", "2120000043"),
        (2120000043, "000000-0000", "212000-0043"),
        (701740605, "0000000000", "0701740605"),
        (True, "General", "Ja"),
        (False, "General", "Nej"),
        (datetime.date(2026, 11, 21), "yyyy-mm-dd", "2026-11-21"),
        (MOMENT, "yyyy-mm-dd hh:mm", "2026-11-21 08:05"),
        (datetime.time(8, 5), "hh:mm", "08:05"),
        (46347, "[$-41D]d mmmm yyyy;@", "2026-11-21"),
        (-4, "yyyy-mm-dd", "-4"),
        (9e9, "yyyy-mm-dd", "9000000000"),
        ("=A2&A3", "General", "=A2&A3"),
        ("#N/A", "General", "#N/A"),
        ("rad ett\nrad två", "General", "rad ett\nrad två"),
    ],
)
def test_what_a_cell_shows(value: Any, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_days_of_a_workbook_that_counts_from_1904() -> None:
    assert shown(datetime.date(2026, 11, 21), "yyyy-mm-dd", epoch=MAC_EPOCH) == "2026-11-21"


def test_a_formula_shows_what_was_calculated() -> None:
    content = saved(made(("A1", "=1+1")))
    sheet = re.sub(rb"<v ?/>|<v></v>", b"<v>2</v>", parts_of(content)["xl/worksheets/sheet1.xml"])
    assert texts(tables(changed(content, **{"xl/worksheets/sheet1.xml": sheet}))[0]) == [["2"]]


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        (made(("B3", "a"), ("C3", "b"), ("B4", "c")), [["a", "b"], ["c", ""]]),
        (
            made(("A1", "a"), ("A2", "b"), ("A9", "c"), ("C1", "d")),
            [["a", "", "d"], ["b", "", ""], [""] * 3, ["c", "", ""]],
        ),
        (made(("A1", "a"), ("XFD1048576", "b")), [["a", "", ""], [""] * 3, ["", "", "b"]]),
        (made(("A1", "a"), ("A2", "b"), ("B2", "c"), merged="A1:D1"), [["a", "(a)"], ["b", "c"]]),
        (made(("A1", "a"), ("B1", "b"), ("B2", "c"), merged="A1:A2"), [["a", "b"], ["(a)", "c"]]),
    ],
)
def test_where_a_table_begins_and_ends(book: Workbook, expected: Any) -> None:
    assert texts(tables(saved(book))[0]) == expected


def test_all_sheets_hidden_ones_too_and_their_places() -> None:
    book = made(("B4", "a"))
    book.active.title = "Skola"
    hidden = book.create_sheet("Vård & omsorg")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "b"
    hidden.row_dimensions[1].hidden = True
    book.create_sheet("Tom")
    first, second = tables(saved(book))
    assert (first.sheet, first.place, first.rows[0][0].place) == ("Skola", "Skola", "Skola!B4")
    assert (second.sheet, second.rows[0][0].text) == ("Vård & omsorg", "b")


def test_bold_cells_and_bold_pieces() -> None:
    book = made(("A1", "fet"), ("B1", "mager"), ("D1", ""))
    book.active["A1"].font = Font(bold=True)
    bold, thin = InlineFont(b=True), InlineFont()
    book.active["C1"] = CellRichText(TextBlock(bold, "fet "), TextBlock(bold, "också"))
    book.active["D1"] = CellRichText(TextBlock(bold, "fet "), TextBlock(thin, "och mager"))
    cells = tables(saved(book))[0].rows[0]
    assert [(c.text, c.bold) for c in cells] == [
        ("fet", True),
        ("mager", False),
        ("fet också", True),
        ("fet och mager", False),
    ]


def test_texts_that_cells_share() -> None:
    pieces = "<r><rPr><b/></rPr><t>fet</t></r><r><rPr><b/></rPr><t xml:space='preserve'> text</t></r>"
    shared = with_shared_texts(workbook(["x"]), f"<si><t>a_x0041_</t><rPh><t>läses</t></rPh></si><si>{pieces}</si>")
    cells = '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>'
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
    row = tables(changed(shared, **{"xl/worksheets/sheet1.xml": sheet}))[0].rows[0]
    assert [(cell.text, cell.bold) for cell in row] == [("fet text", True), ("aA", False)]


def test_notes_stand_in_their_cell() -> None:
    book = made(("A1", "Socialtjänstlagen"))
    book.active["A1"].comment = Comment("Kolla paragrafen", "Vi")
    book.active["B2"].comment = Comment("Ensam", "Vi")
    assert texts(tables(saved(book))[0]) == [["Socialtjänstlagen\nKolla paragrafen", ""], ["", "Ensam"]]


def test_a_conversation_is_read_and_not_its_copy_for_older_programs() -> None:
    book = made(("A1", "x"))
    book.active["A1"].comment = Comment("Du kan läsa tråden i en nyare version.", "tc={1}")
    content = saved(book)
    related = "xl/worksheets/_rels/sheet1.xml.rels"
    more = relations(("t", "threadedComment", "/xl/threads/t1.xml"))
    rels = parts_of(content)[related].decode().replace("</Relationships>", more.partition(">")[2])
    thread = '<ThreadedComments xmlns="x"><threadedComment ref="A1"><text>Stämmer det?</text></threadedComment></ThreadedComments>'
    assert texts(tables(changed(content, **{related: rels, "xl/threads/t1.xml": thread}))[0]) == [["x\nStämmer det?"]]


def test_text_boxes_come_after_their_sheet() -> None:
    content = saved(made(("A1", "x")))
    drawing = '<d xmlns:a="y"><a:txBody><a:p><a:t>Fyll i </a:t><a:t>alla rutor</a:t></a:p></a:txBody></d>'
    rels = relations(("d", "drawing", "../drawings/drawing1.xml"))
    parts = {"xl/drawings/drawing1.xml": drawing, "xl/worksheets/_rels/sheet1.xml.rels": rels}
    _, line = read(changed(content, **parts), "x.xlsx").blocks
    assert (line.text, line.place) == ("Fyll i alla rutor", "Sheet, textruta 1")


def test_rows_and_cells_that_do_not_say_where_they_stand() -> None:
    content = workbook(["a"])
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row><c t="inlineStr"><is><t>a</t></is></c><c t="str"><v>b</v></c></row><row><c><v>3</v></c></row>'
        b"</sheetData></worksheet>"
    )
    assert texts(tables(changed(content, **{"xl/worksheets/sheet1.xml": sheet}))[0]) == [["a", "b"], ["3", ""]]


def test_a_workbook_without_cells_is_empty() -> None:
    with pytest.raises(Refused, match="empty"):
        tables(saved(Workbook()))


def test_a_sheet_that_is_missing_is_not_passed_over() -> None:
    parts = {**parts_of(workbook(["a"]))}
    del parts["xl/worksheets/sheet1.xml"]
    with pytest.raises(Refused, match="part_missing"):
        tables(zipped(dict(parts)))
