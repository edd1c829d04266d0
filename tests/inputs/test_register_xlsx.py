"""The workbook in: the round trip, and what people do to it in a spreadsheet."""

import io
import json
import os
import re
import zipfile
from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

import openpyxl
import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from ropa import drafts
from ropa.inputs import CannotRead, importing, register_xlsx
from ropa.inputs.merge import merged
from ropa.inputs.readers import Refused, limits, workbook
from ropa.inputs.workbook_grid import Line
from ropa.management.generated import activities as generated
from ropa.outputs import CannotRender
from ropa.outputs import register_xlsx as output
from ropa.record import Audience, Text, replace, source_hash, view
from ropa.registers import of_drafts
from ropa.vocabulary import DpiaCriterion, Occurrence, OrganisationRole
from ropa.workbook import MARK, cells, sheets
from ropa.workbook.layout import lists, row_word
from tests.inputs.told import whole
from tests.inputs.workbooks import Book, register, replace_texts
from tests.strategies import registers
from tests.worlds import bare_activity, financial_assistance, labour_market

ASSISTANCE = financial_assistance()


@settings(max_examples=8)
@given(st.data(), st.sampled_from(list(Audience)), st.sampled_from(["sv", "en"]))
def test_reading_what_was_written_gives_the_same_register(data: Any, audience: Audience, language: str) -> None:
    whole = data.draw(registers(audience=audience))
    assert register_xlsx.register_of(output.render(whole, language)) == whole


def test_a_municipality_comes_back_whole() -> None:
    whole = register(*generated(12, 7)).model_copy(update={"heads": {"gen-7": "a" * 64}, "as_of": date(2026, 3, 1)})
    content = output.render(whole)
    assert register_xlsx.register_of(content) == whole
    assert output.render(whole) == content


# --- what a spreadsheet would bend ------------------------------------------------------------------------------------

HARD = (
    "=1+1", "+46", "-1", "@SUM(A1)", "\tx", "#N/A", "#REF!", "TRUE", "007", "1e5", "2026-03-01", "'quoted",
    "rad\n\nrad", "tab\tinne", "_x000D_", "_x005F_x000D_", "x005F_", "⟦U+0007⟧", "⟦⟧", "å" * 40_000, "😀" * 20_000,
    "=HYPERLINK(\"http://x\")", "två  blanksteg", "\u2028", "\x85x", "[notes]", "<b>&amp;</b>", "P5Y", "ja",
)  # fmt: skip


def test_texts_come_back_as_they_were_and_compute_nothing() -> None:
    whole = register(replace_texts(ASSISTANCE, HARD))
    content = output.render(whole)
    assert register_xlsx.register_of(content) == whole
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        xml = b"".join(parts.read(name) for name in parts.namelist())
    assert re.findall(rb"<f[ >]", xml) == []
    shown = openpyxl.load_workbook(io.BytesIO(content))["Mottagare"]
    dangerous = [c for row in shown.iter_rows(min_row=3) for c in row if str(c.value).startswith(("=", "+", "-", "@"))]
    assert len(dangerous) == 10
    assert {(cell.data_type, cell.quotePrefix) for cell in dangerous} == {("s", True)}
    assert not [n for n in zipfile.ZipFile(io.BytesIO(content)).namelist() if "external" in n or "vba" in n]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("audience", list(Audience))
def test_sheets_and_rows_have_names_of_their_own(audience: Audience, language: str) -> None:
    with override(language):
        titles = [sheet.title for sheet in sheets(audience)]
        assert len({title.casefold() for title in titles}) == len(titles)
        assert [t for t in titles if len(t) > 31 or re.search(r"[\[\]:*?/\\]", t)] == []
        words = [row_word(name) for name in lists()]
        assert len(set(words)) == len(words)


def test_a_public_workbook_has_no_column_for_what_is_internal() -> None:
    names = {f"{sheet.code}/{column.name}" for sheet in sheets(Audience.PUBLIC) for column in sheet.columns}
    assert {"activities/name", "recipients/note"} <= names
    assert (
        names & {"activities/notes", "activities/dpia_status", "processors/agreement", "security_measures/note"}
        == set()
    )


# --- what people do ---------------------------------------------------------------------------------------------------


def test_columns_moved_rows_sorted_and_headings_reworded_change_nothing() -> None:
    book = Book(ASSISTANCE, labour_market())
    for sheet in book.book:
        if sheet.max_column > 3 and sheet.sheet_state == "visible":
            sheet.title = f"x {sheet.title}"[:31]
            rows = [[cell.value for cell in reversed(row)] for row in sheet.iter_rows()]
            rows[2:] = rows[:1:-1]
            rows[1] = [value and f"{value}!" for value in rows[1]]
            for number, row in enumerate(rows, 1):
                for column, value in enumerate(row, 1):
                    sheet.cell(number, column).value = value
    assert book.activities() == (ASSISTANCE, labour_market())


def test_a_sheet_that_has_lost_its_hidden_row_is_known_by_title_and_headings() -> None:
    book = Book(ASSISTANCE)
    for code in ("activities", "purposes", "retention_rules", "personal_data"):
        book.sheet(code).delete_rows(1)
    assert book.one() == ASSISTANCE


def test_a_row_that_was_typed_gets_a_key_and_keeps_it() -> None:
    book = Book(ASSISTANCE)
    name = book.cell("recipients", "activity").value
    book.add("recipients", activity=name.upper(), category="Statistiska centralbyrån (SCB)", occurrence="kan förekomma")
    first, second = book.one(), book.one()
    assert first == second
    assert first.recipients[:-1] == ASSISTANCE.recipients
    new = first.recipients[-1]
    assert (new.category and new.category.labels["sv"], new.occurrence) == (
        "Statistiska centralbyrån (SCB)",
        Occurrence.MAY_OCCUR,
    )


def test_a_copied_row_is_a_row_of_its_own() -> None:
    book = Book(ASSISTANCE, labour_market())
    row = book.copy("purposes", 3)
    book.put("purposes", row, id="Nytt", text="Ett annat ändamål")
    first, second = book.activities()
    assert first.purposes[0] == ASSISTANCE.purposes[0]
    (new,) = [p for p in first.purposes if p not in ASSISTANCE.purposes]
    assert (new.text.sv, new.key in ASSISTANCE.row_keys()) == ("Ett annat ändamål", False)
    assert second == labour_market()


def test_an_activity_that_was_typed_has_its_rows() -> None:
    book = Book(ASSISTANCE)
    book.add("activities", activity="Parkeringstillstånd", organisation=book.cell("activities", "organisation").value)
    book.add("purposes", activity="Parkeringstillstånd", id="A", text="Pröva ansökningar")
    book.add("legal_bases", activity="parkeringstillstånd ", basis="6.1.e-mu", purposes="A")
    old, new = book.activities()
    assert old == ASSISTANCE
    assert (new.name.sv, new.organisation) == ("Parkeringstillstånd", ASSISTANCE.organisation)
    assert new.legal_bases[0].purposes == (new.purposes[0].key,)
    assert book.activities()[1] == new


def test_cells_that_are_cleared_and_rows_that_are_deleted_are_gone() -> None:
    book = Book(ASSISTANCE)
    book.put("activities", 3, summary=None, summary__en=None, role=None)
    book.sheet("recipients").delete_rows(3)
    read = book.one()
    assert (read.summary, read.role, read.recipients) == (Text(), None, ASSISTANCE.recipients[1:])


def test_a_translation_is_stale_when_the_swedish_text_alone_was_changed() -> None:
    book = Book(ASSISTANCE)
    book.put("activities", 3, summary="En ny text.")
    assert book.one().summary.is_stale("en")
    book.put("activities", 3, summary__en="A new text.")
    read = book.one().summary
    assert (read.is_stale("en"), read.other["en"].source) == (False, source_hash("En ny text."))


WRITTEN = [
    ("role", "personuppgiftsBITRÄDE", OrganisationRole.PROCESSOR),
    ("role", "Processor", OrganisationRole.PROCESSOR),
    ("role", "processor", OrganisationRole.PROCESSOR),
    ("examples_only", "nej", False),
    ("examples_only", "Yes", True),
    ("examples_only", True, True),
    ("started_on", "2026-03-01", date(2026, 3, 1)),
    ("started_on", date(2026, 3, 1), date(2026, 3, 1)),
    ("started_on", 46082, date(2026, 3, 1)),
    ("review_interval_months", "12", 12),
    ("review_interval_months", 12.0, 12),
    ("reference", 17, "17"),
    ("tags", "ett\n två \n\n", ("ett", "två")),
    ("dpia_criteria", "Stor omfattning, k7", (DpiaCriterion("k5"), DpiaCriterion("k7"))),
]


def test_what_is_written_in_many_ways_is_understood() -> None:
    book = Book(*(bare_activity(key=uuid4(), slug="") for _ in WRITTEN))
    for row, (name, written, _meant) in enumerate(WRITTEN, 3):
        book.put("activities", row, **{name: written})
    read = [getattr(a, name) for a, (name, *_rest) in zip(book.activities(), WRITTEN, strict=True)]
    assert read == [meant for *_rest, meant in WRITTEN]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("18 månader", "P18M"),
        ("2 år", "P2Y"),
        ("1 year 6 months", "P1Y6M"),
        ("p90d", "P90D"),
        ("1 år och 2 veckor", "P1Y2W"),
        ("5 mån.", "P5M"),
        ("fem år", "fem år"),
        ("2 månader 1 år", "2 månader 1 år"),
        ("5 år efter avslut", "5 år efter avslut"),
    ],
)
def test_periods_are_written_in_words(written: str, meant: str) -> None:
    assert cells.period_read(written) == meant


def test_rows_are_pointed_to_by_id_by_what_they_say_and_by_several() -> None:
    book = Book(ASSISTANCE)
    first, second = (book.cell("personal_data", "id", row).value for row in (3, 4))
    said = book.cell("personal_data", "category", 4).value
    ways = (f"{first}\n{second}", f"{first}, {second}", f"{first} – något annat\n{said}", f"{first};{said.upper()}")
    for row, written in enumerate(ways, 3):
        book.put("recipients", row, personal_data=written)
    keys = tuple(row.key for row in ASSISTANCE.personal_data[:2])
    assert [row.personal_data for row in book.one().recipients[: len(ways)]] == [keys] * len(ways)


def test_own_columns_and_sheets_are_kept_as_texts_not_placed() -> None:
    book = Book(ASSISTANCE)
    sheet = book.sheet("purposes")
    column = sheet.max_column + 1
    sheet.cell(2, column).value, sheet.cell(4, column).value = "Vår kommentar", "Fråga juristen"
    own = book.book.create_sheet("Att göra")
    own["B2"] = "Ring arkivet"
    read = register_xlsx.read(book.saved(), "bok.xlsx")
    (text,) = read.activities[0].unplaced
    assert (text.label, text.text, text.file) == ("Vår kommentar", "Fråga juristen", "bok.xlsx")
    assert text.place.startswith(f"{sheet.title}!")
    assert [(t.label, t.text, t.place) for t in read.unplaced] == [("Att göra", "Ring arkivet", "Att göra!2")]
    assert replace(read.activities[0], unplaced=()) == ASSISTANCE


# --- what cannot be ---------------------------------------------------------------------------------------------------


WRONG = [
    ("activities", "role", "chef", "”chef” är inget av de värden"),
    ("activities", "started_on", "i går", "”i går” är inget datum"),
    ("activities", "examples_only", "kanske", "”kanske”"),
    ("activities", "review_interval_months", "ofta", "ofta"),
    ("activities", "unit", "Ingen enhet", "Ingen enhet"),
    ("purposes", "activity", "Något annat", "Något annat"),
    ("personal_data", "category", "Månlandning", "Månlandning"),
    ("legal_bases", "purposes", "Ändamål 99", "Ändamål 99"),
    ("retention_rules", "period", "fem år", "fem år"),
    ("retention_rules", "birth_days", "femte", "femte"),
    ("processors", "country", "Atlantis", "Atlantis"),
    ("units", "slug", "a/../b", "a/../b"),
    ("terms", "list", "Planeter", "Planeter"),
]


def test_a_problem_names_sheet_and_cell() -> None:
    book = Book(ASSISTANCE)
    for code, name, written, _said in WRONG:
        book.put(code, 3, **{name: written})
    with override("sv"), pytest.raises(CannotRead) as refusal:
        book.one()
    for code, name, _written, said in WRONG:
        place = f"{book.sheet(code).title}!{book.cell(code, name).coordinate}: "
        assert [said in problem for problem in refusal.value.problems if problem.startswith(place)] == [True], place


@pytest.mark.parametrize(
    ("code", "name", "written"),
    [("activities", "review_interval_months", 500), ("retention_rules", "birth_days", "5, 40")],
)
def test_what_the_record_refuses_is_told_with_its_cell(code: str, name: str, written: Any) -> None:
    book = Book(ASSISTANCE)
    book.put(code, 3, **{name: written})
    with pytest.raises(CannotRead, match=f"{book.cell(code, name).coordinate}: "):
        book.one()


def test_all_problems_are_told_at_once_up_to_twenty() -> None:
    book = Book(ASSISTANCE, *generated(2, 1))
    for row in range(3, book.sheet("personal_data").max_row + 1):
        book.put("personal_data", row, occurrence="ibland")
    with override("sv"), pytest.raises(CannotRead) as refusal:
        book.activities()
    assert len(refusal.value.problems) == 21
    assert refusal.value.problems[-1].startswith("… och")


def test_a_slip_is_told_with_what_may_have_been_meant() -> None:
    book = Book(ASSISTANCE)
    there = book.cell("recipients", "category").value
    book.put("recipients", 3, category=f"{there[:-1]}x")
    with pytest.raises(CannotRead, match=re.escape(there)):
        book.one()


def test_a_column_or_sheet_that_is_gone_clears_nothing_unseen() -> None:
    book = Book(ASSISTANCE)
    del book.book[book.sheet("recipients").title]
    book.sheet("purposes").delete_cols(book.column("purposes", "text"))
    with override("sv"), pytest.raises(CannotRead) as refusal:
        book.one()
    assert [p.partition(":")[0] for p in refusal.value.problems] == ["Ändamål", "Mottagare"]
    empty = Book(ASSISTANCE)
    del empty.book[empty.sheet("transfers").title]
    assert empty.one() == ASSISTANCE


def test_two_rows_of_one_name_are_no_answer_to_which() -> None:
    book = Book(ASSISTANCE)
    row = book.copy("personal_data", 3)
    book.put("recipients", 3, personal_data=book.cell("personal_data", "id", row).value)
    with pytest.raises(CannotRead, match=book.cell("recipients", "personal_data").coordinate):
        book.one()


def test_a_public_workbook_clears_nothing_internal() -> None:
    draft = replace(ASSISTANCE, notes="bara för oss", process_code="1.2", dpia_status="done")
    book = Book(draft, audience=Audience.PUBLIC)
    read = register_xlsx.read(book.saved())
    assert merged(draft, read.activities[0], read.audience) == draft
    book.put("activities", 3, reference="SN-999")
    changed = register_xlsx.read(book.saved())
    assert merged(draft, changed.activities[0], changed.audience) == replace(draft, reference="SN-999")
    assert view(draft, Audience.PUBLIC) == read.activities[0]


@pytest.mark.django_db
@pytest.mark.sqlite_is_enough
def test_drafts_are_taken_home_edited_and_brought_back() -> None:
    drafts.save(ASSISTANCE)
    drafts.save(replace(labour_market(), organisation=ASSISTANCE.organisation))
    there = of_drafts()
    book = Book(*there.activities)
    outcome = importing.save(register_xlsx.read(book.saved()), by="test")
    assert (len(outcome.unchanged), outcome.changed, outcome.new) == (2, [], [])
    book.put("activities", 3, process_code="1.2.3")
    book.put("purposes", book.copy("purposes", 3), id="", text="Ett ändamål till")
    book.add("activities", activity="Ny behandling", organisation=book.cell("activities", "organisation").value)
    for times, counts in enumerate([(1, 1, 1), (0, 0, 3)]):
        outcome = importing.save(register_xlsx.read(book.saved()), by="test")
        assert (len(outcome.changed), len(outcome.new), len(outcome.unchanged)) == counts, times
    saved = {activity.key: activity for activity in of_drafts().activities}
    changed = saved[there.activities[0].key]
    assert changed.process_code == "1.2.3"
    assert "Ett ändamål till" in [row.text.sv for row in changed.purposes]


def made(**cells: Any) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for place, value in cells.items():
        book.active[place] = value  # type: ignore[index]
    book.save(file)
    return file.getvalue()


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * (limits.RATIO_FROM + 1))
    return file.getvalue()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", made(A1="Behandling"), bomb()])
def test_other_files_are_none_of_ours(content: bytes) -> None:
    assert register_xlsx.read_ours(content) is None
    with pytest.raises(CannotRead):
        register_xlsx.read(content)


def test_a_workbook_beyond_the_limits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = Book(ASSISTANCE).content
    for name, limit in (("PARTS", 3), ("UNPACKED_BYTES", 1024), ("RATIO_FROM", 1024), ("OWN_CELLS", 100)):
        with monkeypatch.context() as patch:
            patch.setattr(limits, name, limit)
            patch.setattr(limits, "RATIO", 2)
            with pytest.raises(Refused, match=r"too_many|too_large|too_tightly"):
                workbook.read(content)


def test_a_workbook_is_read_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    content = Book(ASSISTANCE).content
    monkeypatch.setattr(workbook, "read", None)
    monkeypatch.setattr(workbook, "is_ours", None)
    assert register_xlsx.read(content).activities == (ASSISTANCE,)
    assert workbook.MARK.decode() == MARK


MOMENT = datetime(2026, 3, 1, 12, 5)  # noqa: DTZ001 - spreadsheets know no zones


@pytest.mark.parametrize("value", ["text", 1, 1.5, True, date(2026, 3, 1), MOMENT, time(9, 30)])
def test_a_cell_keeps_its_kind_from_one_process_to_the_other(value: Any) -> None:
    found = [("Blad", [(3, {"A": value})])]
    ((_title, ((_number, row),)),) = workbook.sheets(json.loads(json.dumps(workbook.plain(found))))
    assert (row["A"], type(row["A"])) == (value, type(value))


FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("before", "dimension", "rows"),
    [
        (b"", b'<dimension ref="A1:XFD1048576"/>', FAR),
        (ENTITY, b"", b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>'),
    ],
)
def test_a_hostile_sheet_is_refused_within_seconds(before: bytes, dimension: bytes, rows: bytes) -> None:
    namespace = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = b'%s<worksheet xmlns="%s">%s<sheetData>%s</sheetData></worksheet>' % (before, namespace, dimension, rows)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made(A1=MARK))) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))
    began = os.times().children_user
    with pytest.raises(CannotRead):
        register_xlsx.read(file.getvalue())
    assert os.times().children_user - began < 5


def test_comments_and_what_is_written_on_the_first_sheet_is_kept() -> None:
    book = Book(ASSISTANCE)
    about = book.book.worksheets[0]
    about.cell(about.max_row + 2, 1).value = "Anna har sett igenom filen"
    about["E4"] = "I en egen kolumn"
    about["A1"].comment = openpyxl.comments.Comment("Ovanför allt", "Anna")
    book.cell("purposes", "text").comment = openpyxl.comments.Comment("Stäm av med juristen", "Anna")
    book.cell("units", "name").comment = openpyxl.comments.Comment("Byter namn i juni", "Anna")
    read = register_xlsx.read(book.saved(), "bok.xlsx")
    assert [(u.label, u.text) for u in read.activities[0].unplaced if u not in ASSISTANCE.unplaced] == [
        ("Kommentar", "Stäm av med juristen")
    ]
    assert {(u.label, u.text) for u in read.unplaced} == {
        ("Kommentar", "Ovanför allt"),
        ("Kommentar", "Byter namn i juni"),
        (about.title, "Anna har sett igenom filen"),
        (about.title, "I en egen kolumn"),
    }
    assert len({u.place for u in read.unplaced}) == 4


def test_a_formula_whose_outcome_is_not_in_the_file_is_refused_at_its_cell() -> None:
    book = Book(ASSISTANCE)
    cell = book.cell("purposes", "text")
    cell.value = '=CONCATENATE("a", "b")'
    with override("en"), pytest.raises(CannotRead, match=rf"formula.*!{cell.coordinate}"):
        book.activities()


def test_more_named_ranges_than_any_workbook_needs_are_refused() -> None:
    names = b"".join(b'<definedName name="n%d">Blad!$A$1</definedName>' % n for n in range(limits.NAMES + 1))
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made(A1=MARK))) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            told = old.read(name)
            new.writestr(name, told.replace(b"</workbook>", b"<definedNames>%s</definedNames></workbook>" % names))
    with override("en"), pytest.raises(CannotRead, match="named ranges"):
        register_xlsx.read(file.getvalue())


def test_a_workbook_of_too_many_activities_is_refused_and_many_are_found_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Compared(Exception):
        pass

    def compared(*_lines: Any) -> bool:
        raise Compared  # to look for a line among all others takes a square of their number

    monkeypatch.setattr(Line, "__eq__", compared)
    content = output.render(register(*generated(3, 1)))
    assert len(register_xlsx.read(content).activities) == 3
    monkeypatch.setattr(limits, "OWN_ACTIVITIES", 2)
    with override("en"), pytest.raises(CannotRead, match="more than 2 activities"):
        register_xlsx.read(content)


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "MOST", 1)
    with override("sv"), pytest.raises(CannotRender, match="Ändamål"):
        output.render(register(*generated(1, 1)))


def test_a_file_with_this_ending_is_read_as_a_workbook() -> None:
    assert whole(Book(ASSISTANCE).content, "bok.xlsx").activities == (ASSISTANCE,)
