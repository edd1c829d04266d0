"""The Word document, the flat list and the empty template: what they hold, and that our own reader understands them."""

import csv
import io
from typing import Any
from uuid import UUID

import docx
import openpyxl
import pytest
from django.utils.translation import override
from docx.oxml.ns import qn

from ropa.inputs import files
from ropa.inputs.apart import read_apart
from ropa.inputs.outline.labels import topics_of
from ropa.outputs import plan_csv, register_csv, register_xlsx, template_xlsx, unit_docx
from ropa.record import Audience, Contact, Heading, Recipient, Withheld, replace, view
from ropa.vocabulary import Occurrence, Profile
from tests.inputs.told import understood, whole
from tests.inputs.workbooks import register
from tests.worlds import both, financial_assistance, labour_market

INSIDE = replace(
    financial_assistance(),
    unit=replace(
        financial_assistance().unit, path=(("forvaltningen", both("Socialförvaltningen", "Social services")),)
    ),  # type: ignore[type-var]
    organisation=replace(
        financial_assistance().organisation,  # type: ignore[type-var]
        headings=(Heading(profile=Profile.TABLE, code="purposes", text=both("Varför vi gör det", "Why we do it")),),
    ),
    dpia_reference="SN 2026/7",
    notes="bara för oss",
)
PUBLIC = register(INSIDE, labour_market(), audience=Audience.PUBLIC)


# --- Word -------------------------------------------------------------------------------------------------------------


def paper(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def styled(document: Any, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == style]


@pytest.fixture(scope="module")
def word() -> bytes:
    return unit_docx.render(PUBLIC, "sv")


def test_a_unit_has_a_heading_and_each_activity_its_table(word: bytes) -> None:
    document = paper(word)
    assert len(styled(document, "Title")) == 1
    assert styled(document, "Heading 1")[0] == "Socialförvaltningen"
    assert styled(document, "Heading 2")[0] == "Försörjningsstödsenheten"
    assert INSIDE.name.sv in styled(document, "Heading 3")
    assert styled(document, "Caption") == ["Tabell 1", "Tabell 2"]
    first = [row.cells[0].text for row in document.tables[0].rows]
    assert (len(first), "Varför vi gör det" in first, "Laglighet" in first) == (9, True, True)
    purposes = next(row.cells[1].text for row in document.tables[0].rows if row.cells[0].text == "Varför vi gör det")
    assert INSIDE.purposes[0].text.sv.rstrip(".") in purposes


def test_it_is_made_for_those_who_do_not_see_it_and_for_paper(word: bytes) -> None:
    document = paper(word)
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")).startswith("Tabell")
    assert document.core_properties.title
    assert document.core_properties.language == "sv-SE"
    assert document.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "sv-SE"
    section = document.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert "Socialnämnden" in section.header.paragraphs[0].text
    assert [f.get(qn("w:instr")) for f in section.footer._element.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_words_that_are_only_there_in_swedish_are_marked_so() -> None:
    swedish_only = replace(INSIDE, summary="Bara på svenska.")
    document = paper(unit_docx.render(register(swedish_only), "en"))
    (run,) = next(p for p in document.paragraphs if p.text == "Bara på svenska.").runs
    assert run._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "sv-SE"


def test_equal_registers_give_equal_documents(word: bytes) -> None:
    assert unit_docx.render(PUBLIC, "sv") == word


def test_staff_get_what_is_internal_in_a_table_of_its_own(word: bytes) -> None:
    whole = paper(unit_docx.render(register(INSIDE), "sv"))
    said = "\n".join(cell.text for table in whole.tables for row in table.rows for cell in row.cells)
    assert ("SN 2026/7" in said, len(whole.tables)) == (True, 2)
    public = "\n".join(cell.text for table in paper(word).tables for row in table.rows for cell in row.cells)
    assert "SN 2026/7" not in public


def test_internal_rows_that_say_nothing_are_named_in_a_line() -> None:
    document = paper(unit_docx.render(register(INSIDE, replace(INSIDE, notes="", dpia_reference="")), "en"))
    rows = [[row.cells[0].text for row in table.rows][1:] for table in document.tables]
    assert (len(rows), rows[1]) == (3, ["Impact assessment", "Notes"])
    (one, two) = [p.text for p in document.paragraphs if p.text.startswith("Internal, not stated: security measures, ")]
    assert ("notes" in one, "impact assessment, " in two, two.endswith(", notes.")) == (False, True, True)


def test_the_lines_of_an_address_are_told_apart() -> None:
    contact = Contact(email="a@b.se", postal_address="Box 1,\n\n 123 45  Staden\nSverige")
    document = paper(unit_docx.render(register(replace(INSIDE, dpo=replace(INSIDE.dpo, contact=contact))), "sv"))  # type: ignore[type-var]
    assert [p.text for p in document.paragraphs if p.text.endswith(", a@b.se, Box 1, 123 45 Staden, Sverige")]


def test_a_long_document_has_a_table_of_contents() -> None:
    many = [replace(labour_market(), key=UUID(int=n), name=f"Behandling {n}") for n in range(1, unit_docx.LONG + 2)]
    document = paper(unit_docx.render(register(*many), "sv"))
    lines = [p for p in document.paragraphs if p.style.name.startswith("toc ")]
    links = [line._p.find(qn("w:hyperlink")) for line in lines]
    said = ["".join(t.text for t in link.iter(qn("w:t"))) for link in links]
    assert said == [p.text for p in document.paragraphs if p.style.name.startswith("Heading ")]
    names = {mark.get(qn("w:name")): mark.getparent() for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    led_to = [docx.text.paragraph.Paragraph(names[link.get(qn("w:anchor"))], None).text for link in links]
    assert led_to == said
    assert {field.get(qn("w:dirty")) for line in lines for field in line._p.iter(qn("w:fldSimple"))} == {"true"}
    assert not [
        p for p in paper(unit_docx.render(register(*many[1:]), "sv")).paragraphs if p.style.name == "TOC Heading"
    ]


def test_our_own_reader_understands_the_document(word: bytes) -> None:
    read = understood(read_apart(word, "register.docx"))
    assert [a.name.sv for a in read.activities] == [INSIDE.name.sv, labour_market().name.sv]
    unit = read.activities[0].unit
    assert unit
    assert ([name.sv for _slug, name in unit.path], unit.name.sv) == (
        ["Socialförvaltningen"],
        "Försörjningsstödsenheten",
    )
    assert {b.basis for b in read.activities[0].legal_bases} == {b.basis for b in INSIDE.legal_bases}


# --- for reading ------------------------------------------------------------------------------------------------------


def saved_by_a_spreadsheet(content: bytes) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_made_for_reading_is_not_taken_for_a_register(language: str) -> None:
    flat_file, plan = register_csv.render(PUBLIC, language), plan_csv.render(PUBLIC, language)
    again = io.BytesIO()
    paper(unit_docx.render(PUBLIC, language)).save(again)
    for content, name in (
        (unit_docx.render(PUBLIC, language), "register.docx"),
        (again.getvalue(), "annat namn.docx"),
        (flat_file, "register.csv"),
        (plan, "plan.csv"),
        (saved_by_a_spreadsheet(flat_file), "register.xlsx"),
    ):
        with pytest.raises(files.CannotReadFile) as refused:
            files.read(content, name)
        assert refused.value.data["code"] == "for_reading", name
        with override("en"):
            assert "workbook (.xlsx)" in files.refusal_words(refused.value.data)
    other = "Läge;Version;Behandling\nNytt;1;Bygglov\n"
    assert files.read(other.encode(), "register.csv").document


# --- flat -------------------------------------------------------------------------------------------------------------


def flat(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_a_line_says_what_an_activity_states() -> None:
    (line, other) = flat(register_csv.render(PUBLIC, "sv"))
    assert (line["Behandling"], line["Beteckning"], line["Läge"]) == (INSIDE.name.sv, "SN-001", "Publicerad")
    assert line["Enhet"] == "Socialförvaltningen › Försörjningsstödsenheten"
    subjects = [row.category.labels["sv"] for row in INSIDE.data_subjects if row.category]
    assert line["Kategorier av registrerade"] == "; ".join(subjects)
    assert "\n" not in "".join(line.values())
    assert other["Behandling"] == labour_market().name.sv
    assert ("Anteckningar" in line, "Säkerhetsåtgärder" in line) == (False, False)
    (inside,) = flat(register_csv.render(register(INSIDE), "sv"))
    assert inside["Anteckningar"] == "bara för oss"


def test_what_is_withheld_and_what_never_occurs_is_said() -> None:
    row = Recipient(category=INSIDE.recipients[0].category, occurrence=Occurrence.NEVER)
    hidden = Withheld(field="sources", reason=both("skäl finns", "there are reasons"))
    shown = view(replace(INSIDE, recipients=(row,), withheld=(hidden,), reference="=1+1"), Audience.PUBLIC)
    (line,) = flat(register_csv.render(register(shown, audience=Audience.PUBLIC), "sv"))
    assert "skäl finns" in line["Källor"]
    assert line["Mottagare"].endswith(f"({Occurrence.NEVER.text.lower()})") or "aldrig" in line["Mottagare"]
    assert line["Beteckning"] == "'=1+1"


# --- the empty template -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "en"])
def test_headings_of_the_template_are_understood(language: str) -> None:
    understood = {c[language]: [topic.value for topic in topics_of(c[language])] for c in template_xlsx.columns()}
    assert understood == {c[language]: [c["topic"]] for c in template_xlsx.columns()}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_template_that_was_filled_in_is_read(language: str) -> None:
    content = template_xlsx.render(language)
    assert template_xlsx.render(language) == content
    book, file = openpyxl.load_workbook(io.BytesIO(content)), io.BytesIO()
    for number, column in enumerate(template_xlsx.columns(), 1):
        book.worksheets[0].cell(2, number).value = column[f"example_{language}"]
    book.save(file)
    (read,) = whole(file.getvalue(), "mall.xlsx").activities
    example = {column["topic"]: column[f"example_{language}"] for column in template_xlsx.columns()}
    assert (read.name.sv, read.notes) == (example["name"], example["notes"])
    assert [row.text.sv for row in read.purposes] == [example["purposes"]]
    assert [row.basis for row in read.legal_bases] == ["6.1.e-mu"]
    assert (read.unit and read.unit.name.sv, read.controller and read.controller.name.sv) == (
        example["unit"],
        example["controller"],
    )
    helps = [column[f"help_{language}"] for column in template_xlsx.columns()]
    assert [w.text for w in read.original_wording if any(w.text in text for text in helps) and len(w.text) > 30] == []


def test_help_is_shown_where_one_writes() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(template_xlsx.render("sv"))).worksheets[0]
    shown = {str(v.sqref).partition(":")[0]: (v.promptTitle, v.prompt) for v in sheet.data_validations.dataValidation}
    first = template_xlsx.columns()[0]
    assert shown["A2"] == (first["sv"], first["help_sv"])
    assert len(shown) == len(template_xlsx.columns())


def test_sheets_are_made_for_paper_too() -> None:
    template = openpyxl.load_workbook(io.BytesIO(template_xlsx.render("sv")))
    workbook = openpyxl.load_workbook(io.BytesIO(register_xlsx.render(PUBLIC, "sv")))
    for sheet in (*template.worksheets, *(sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible")):
        assert (sheet.oddHeader.left.text, sheet.oddFooter.left.text) == ("&A", "&P / &N"), sheet.title
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9), sheet.title
    guide = template.worksheets[1]
    heights = [(len(str(cell.value)), guide.row_dimensions[cell.row].height) for cell in guide["A"][1:]]
    assert all(height >= 15 * (1 + length // template_xlsx.GUIDE) for length, height in heights)
    assert max(length for length, _height in heights) > template_xlsx.GUIDE


def test_no_bare_code_stands_in_the_sheet_about_the_file() -> None:
    about = openpyxl.load_workbook(io.BytesIO(register_xlsx.render(register(INSIDE), "sv"))).worksheets[0]
    hidden = [row[1].value for row in about.iter_rows() if about.row_dimensions[row[0].row].hidden]
    assert hidden == ["about/value", "draft"]
