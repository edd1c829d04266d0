"""Word documents as they read: order, headings, lists, merged cells, and what stands outside the text."""

from typing import Any

import pytest
from docx.enum.style import WD_STYLE_TYPE

from ropa.inputs.readers import Refused, read
from tests.inputs.files import STRICT, changed, lines, new_word, paragraph, parts_of, saved, word, zipped


def shown(content: bytes) -> list[Any]:
    return lines(read(content, "x.docx"))


def body(xml: str, **parts: Any) -> list[Any]:
    return shown(word(xml, **parts))


def test_a_document_of_a_library_reads_in_its_order() -> None:
    made = new_word()
    made.add_heading("Barn och utbildning", 1)
    made.add_paragraph("Vi sköter skolskjuts.")
    table = made.add_table(2, 2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], "abcd", strict=True):
        cell.text = text
    made.add_paragraph("namn", style="List Bullet")
    made.add_paragraph("gata", style="List Bullet 2")
    made.add_heading("Avgifter", 3)
    assert shown(saved(made)) == [
        ("heading", 1, "Barn och utbildning", "bold"),
        ("paragraph", 0, "Vi sköter skolskjuts."),
        [["a", "b"], ["c", "d"]],
        ("item", 0, "namn"),
        ("item", 1, "gata"),
        ("heading", 3, "Avgifter", "bold"),
    ]


def test_places_are_counted_as_a_person_counts() -> None:
    made = new_word()
    for text in ("Ett", "", "Två"):
        made.add_paragraph(text)
    made.add_table(1, 2).cell(0, 1).text = "x"
    first, second, table = read(saved(made), "x.docx").blocks
    assert (first.place, second.place, table.place) == ("stycke 1", "stycke 2", "tabell 1")
    assert table.rows[0][1].place == "tabell 1, rad 1, kolumn 2"


STYLES = """
<w:style w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="Egen"><w:name w:val="Kommunens mellanrubrik"/><w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:styleId="Lista"><w:name w:val="Punkter"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Fet"><w:name w:val="Betonad"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
<w:style w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
"""


@pytest.mark.parametrize(
    ("properties", "look"),
    [
        ('<w:pStyle w:val="Rubrik2"/>', ("heading", 2)),
        ('<w:pStyle w:val="Egen"/>', ("heading", 2)),
        ('<w:pStyle w:val="Rubrik 1"/>', ("heading", 1)),
        ('<w:pStyle w:val="Overskrift3"/>', ("heading", 3)),
        ('<w:pStyle w:val="Otsikko 1"/>', ("heading", 1)),
        ('<w:pStyle w:val="Title"/>', ("heading", 1)),
        ('<w:outlineLvl w:val="0"/>', ("heading", 1)),
        ('<w:pStyle w:val="Egen"/><w:outlineLvl w:val="9"/>', ("paragraph", 0)),
        ('<w:pStyle w:val="Lista"/>', ("item", 0)),
        ('<w:pStyle w:val="Lista"/><w:numPr><w:numId w:val="0"/></w:numPr>', ("paragraph", 0)),
        ('<w:numPr><w:ilvl w:val="2"/><w:numId w:val="4"/></w:numPr>', ("item", 2)),
        ('<w:pStyle w:val="Numrerad lista 2"/>', ("item", 1)),
        ('<w:pStyle w:val="Fet"/>', ("paragraph", 0, "bold")),
        ('<w:pStyle w:val="A"/>', ("paragraph", 0)),
        ('<w:pStyle w:val="Liststycke"/>', ("paragraph", 0)),
    ],
)
def test_what_a_paragraph_looks_like(properties: str, look: tuple[Any, ...]) -> None:
    assert body(paragraph("Text", properties), styles=STYLES) == [(*look[:2], "Text", *look[2:])]


B = "<w:b/>"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (paragraph("Syfte", run=B), [("paragraph", 0, "Syfte", "bold")]),
        (paragraph("Syfte", run='<w:b w:val="0"/>'), [("paragraph", 0, "Syfte")]),
        (
            f"<w:p><w:r><w:rPr>{B}</w:rPr><w:t>Syfte</w:t><w:br/></w:r><w:r><w:t>Att handlägga</w:t></w:r></w:p>",
            [("paragraph", 0, "Syfte", "bold"), ("paragraph", 0, "Att handlägga")],
        ),
        (
            f"<w:p><w:r><w:rPr>{B}</w:rPr><w:t>Syfte:</w:t></w:r><w:r><w:tab/><w:t>Att avgöra</w:t></w:r></w:p>",
            [("paragraph", 0, "Syfte:\tAtt avgöra")],
        ),
        (
            "<w:p><w:r><w:t>Omfattar</w:t><w:br/><w:t>• namn</w:t><w:br/><w:t>• gata</w:t></w:r></w:p>",
            [("paragraph", 0, "Omfattar"), ("item", 0, "namn"), ("item", 0, "gata")],
        ),
        (
            "<w:p><w:ins><w:r><w:t>nytt</w:t></w:r></w:ins><w:del><w:r><w:delText>gammalt</w:delText><w:t>kvar</w:t>"
            "</w:r></w:del>"
            "<w:moveFrom><w:r><w:t>härifrån</w:t></w:r></w:moveFrom></w:p>",
            [("paragraph", 0, "nytt")],
        ),
        (
            "<w:p><w:hyperlink><w:r><w:t>imy.se</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t> Ja</w:t>"
            "</w:r></w:sdtContent></w:sdt></w:p>",
            [("paragraph", 0, "imy.se Ja")],
        ),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Klicka här</w:t></w:r></w:p>"
            f"</w:sdtContent></w:sdt><w:sdt><w:sdtContent>{paragraph('Svar')}</w:sdtContent></w:sdt>",
            [("paragraph", 0, "Svar")],
        ),
        (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>4</w:t></w:r></w:p>',
            [("paragraph", 0, "4")],
        ),
        (
            '<w:p><w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
            '</w:fldChar><w:t> Ja </w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t> Nej</w:t></w:r></w:p>',
            [("paragraph", 0, "☒ Ja ☐ Nej")],
        ),
        (
            '<w:p><w:r><w:fldChar><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Nej"/>'
            '<w:listEntry w:val="Ja"/></w:ddList></w:ffData></w:fldChar></w:r></w:p>',
            [("paragraph", 0, "Ja")],
        ),
        (
            "<w:p><w:r><w:t>Före</w:t><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>"
            f"{paragraph('I rutan')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>"
            f"{paragraph('I rutan')}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            [("paragraph", 0, "Före"), ("paragraph", 0, "I rutan")],
        ),
        (
            "<w:p><w:r><w:t>gall</w:t><w:softHyphen/><w:t>ring e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r></w:p>",
            [("paragraph", 0, "gallring e\u2011post")],
        ),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r></w:p>", [("paragraph", 0, "dolt")]),
    ],
)
def test_text_inside_a_paragraph(xml: str, expected: list[Any]) -> None:
    assert body(xml) == expected
    assert lines(read(word(xml, STRICT), "x.docx")) == expected


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text) if text else '<w:p/>'}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (table(cell("a", '<w:gridSpan w:val="2"/>') + cell("b"), cell("c") * 3), [["a", "(a)", "b"], ["c", "c", "c"]]),
        (table(cell("a", DOWN) + cell("b"), cell("", ON) + cell("c")), [["a", "b"], ["(a)", "c"]]),
        (table(cell("a", DOWN), cell("kvar", ON)), [["a"], ["kvar"]]),
        (table(cell("a") + cell("b"), cell("c")), [["a", "b"], ["c", ""]]),
        (table('<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("a"), cell("b") * 2), [["", "a"], ["b", "b"]]),
        (table(cell("a"), "<w:trPr><w:del/></w:trPr>" + cell("struken")), [["a"]]),
        (table(f"<w:sdt><w:sdtContent>{cell('a')}</w:sdtContent></w:sdt>" + cell("b")), [["a", "b"]]),
        (table(f"<w:tc>{paragraph('a')}{paragraph('b')}</w:tc>" + cell("c")), [["a\nb", "c"]]),
        (table(f"<w:tc>{table(cell('a') + cell('b'), cell('c'))}<w:p/></w:tc>" + cell("d")), [["a\tb\nc", "d"]]),
    ],
)
def test_tables(xml: str, expected: Any) -> None:
    assert body(xml) == [expected]


def test_a_table_that_only_frames_others_is_read_through() -> None:
    inner = table(cell("a") + cell("b"))
    assert body(table(f"<w:tc>{paragraph('Ovanför')}{inner}</w:tc>")) == [("paragraph", 0, "Ovanför"), [["a", "b"]]]


def test_a_repeated_header_and_bold_cells_are_marked() -> None:
    header = "<w:trPr><w:tblHeader/></w:trPr>" + cell("Ändamål")
    made = read(word(table(header, cell("x"), f"<w:tc>{paragraph('y', run=B)}</w:tc>")), "x.docx").blocks[0]
    assert [row[0].bold for row in made.rows] == [True, False, True]


def test_notes_comments_and_page_edges_are_read() -> None:
    refers = '<w:p><w:r><w:t>Gallras</w:t><w:footnoteReference w:id="2"/><w:commentReference w:id="1"/></w:r></w:p>'
    notes = f'<w:footnote w:id="0" w:type="separator">{paragraph("-")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph("Se planen.")}</w:footnote>'
    document = read(
        word(
            refers + paragraph("Slut"),
            footnotes=notes,
            comments=f'<w:comment w:id="1">{paragraph("Stämmer det?")}</w:comment>',
            header=paragraph("Kommunen"),
            footer=paragraph("Sida 1"),
        ),
        "x.docx",
    )
    assert [(b.text, b.place) for b in document.blocks] == [
        ("Kommunen", "sidhuvud"),
        ("Sida 1", "sidfot"),
        ("Gallras", "stycke 1"),
        ("Se planen.", "fotnot 1"),
        ("Stämmer det?", "kommentar 1"),
        ("Slut", "stycke 2"),
    ]


def test_a_table_of_contents_says_that_it_is_one() -> None:
    style = '<w:style w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>'
    line = read(word(paragraph("Skola\t3", '<w:pStyle w:val="Innehll1"/>'), styles=style), "x.docx").blocks[0]
    assert line.place == "innehållsförteckning, stycke 1"


def test_the_title_of_the_file() -> None:
    made = new_word()
    made.core_properties.title = "Register för socialnämnden"
    made.add_paragraph("x")
    assert read(saved(made), "x.docx").title == "Register för socialnämnden"


def test_styles_that_a_program_names_in_swedish() -> None:
    made = new_word()
    made.styles.add_style("Rubrik 2", WD_STYLE_TYPE.PARAGRAPH)
    made.add_paragraph("Elevhälsa", style="Rubrik 2")
    assert shown(saved(made)) == [("heading", 2, "Elevhälsa")]


def test_the_main_part_may_have_another_name() -> None:
    parts = parts_of(word(paragraph("x")))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    assert shown(zipped(dict(parts))) == [("paragraph", 0, "x")]


def test_a_document_inside_the_document_is_refused_rather_than_lost() -> None:
    with pytest.raises(Refused, match="document_inside"):
        body(paragraph("x") + '<w:altChunk r:id="a"/>')


def test_a_document_without_text_is_empty() -> None:
    with pytest.raises(Refused, match="empty"):
        shown(changed(word("<w:p/>")))
