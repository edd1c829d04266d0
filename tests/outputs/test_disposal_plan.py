"""The disposal plan as PDF and CSV, and as an appendix of the register: read back as text, tags and cells."""

import csv
import io
import itertools
import re
from datetime import date
from typing import Any

import pikepdf
import pypdf
import pytest

from ropa.outputs import FORMATS, plan_csv, plan_pdf, register_pdf
from ropa.outputs.refusal import NotPublic
from ropa.record import Audience, Entry, ProcessingActivity, Register, RetentionRule, replace
from ropa.vocabulary import RetentionAction
from tests.outputs.documents import register
from tests.outputs.test_register_pdf import elements, pages, plain, tags, text_of
from tests.worlds import LAST_ENTRY, advice_only, bare_activity, financial_assistance, key

SECRET = "SN 2025/114 § 87"


def internal() -> ProcessingActivity:
    """Return the seed, with the file number of its first rule's decision."""
    seed = financial_assistance()
    first, *rest = seed.retention_rules
    return replace(seed, retention_rules=(replace(first, decision_reference=SECRET), *rest))


def town(audience: Audience = Audience.DRAFT, *more: ProcessingActivity) -> Register:
    advice = replace(advice_only(), key=key("advice-only"), slug="rad")
    return register(internal(), advice, *more, audience=audience, as_of=date(2026, 3, 1))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return plan_pdf.render(town(), "sv")


@pytest.fixture(scope="module")
def pdf_text(pdf: bytes) -> str:
    return text_of(pdf)


@pytest.mark.parametrize(
    "fact",
    [
        "Gallringsplan", "Järfälla kommun", "2026-03-01", "UTKAST", "Socialnämnden i Järfälla kommun", "Sammanfattning",
        "Försörjningsstödsenheten", "SN-001 Försörjningsstöd", "Fem år efter", "Bevara för all framtid, som regel",
        "Hanteringsanvisning för Socialnämnden", SECRET, "Stöd är inte angivet", "Det är inte angivet när det sker",
        "Bara ett råd, inget stöd: Gallringsråd 5", "Ingen enhet angiven",
    ],
)  # fmt: skip
def test_the_document_holds_what_a_records_officer_needs(pdf_text: str, fact: str) -> None:
    assert plain(fact) in pdf_text


def test_the_document_is_tagged_and_archivable(pdf: bytes) -> None:
    document = pikepdf.open(io.BytesIO(pdf))
    with document.open_metadata() as meta:
        assert (meta["pdfuaid:part"], meta["pdfaid:part"]) == ("1", "3")
    assert str(document.Root.Lang) == "sv"
    levels = [int(tag[2]) for tag in tags(pdf) if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert max(b - a for a, b in itertools.pairwise(levels)) == 1


def test_heads_of_columns_and_of_rows_say_which_they_are(pdf: bytes) -> None:
    scopes = {"/Column": 0, "/Row": 0}
    for element in elements(pdf):
        if element.S == "/TH":
            assert ("/THead" if element.A.Scope == "/Column" else "/TBody") == element.P.P.S
            scopes[str(element.A.Scope)] += 1
    assert scopes["/Column"] >= 8
    assert scopes["/Row"] >= 7


def test_a_table_over_several_pages_repeats_its_head_and_cuts_no_row() -> None:
    rules = tuple(
        RetentionRule(documents=f"Börjar{n} {'och så vidare ' * 20}slutar{n}", action=RetentionAction.DISPOSE)
        for n in range(30)
    )
    found = pages(plan_pdf.render(register(bare_activity(retention_rules=rules), audience=Audience.DRAFT), "sv"))
    holding = [plain(page) for page in found if "Börjar" in page]
    assert len(holding) > 1
    assert ["Vaddetgäller" in page for page in holding] == [True] * len(holding)
    for page in holding:
        starts, ends = (set(re.findall(rf"{word}(\d+)", page)) for word in ("Börjar", "slutar"))
        assert starts == ends


def test_every_page_says_its_number_and_whose_plan_it_is(pdf: bytes) -> None:
    found = pages(pdf)
    assert [f"Sida {n} av {len(found)}" in text for n, text in enumerate(found, 1)] == [True] * len(found)
    assert all("Gallringsplan – Järfälla kommun" in text and "Läget den 2026-03-01" in text for text in found[1:])


def test_the_contents_lead_to_the_units(pdf: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    page = next(p for p in reader.pages if "Innehåll" in p.extract_text())
    links = dict.fromkeys(note.get_object()["/Dest"] for note in page["/Annots"])
    assert list(links) == ["plan-1", "plan-2"]


def test_what_is_published_is_signed_after_the_rules_and_a_draft_is_not_signed(pdf: bytes) -> None:
    text = text_of(plan_pdf.render(town(Audience.AUTHORITY), "sv"))
    assert text.index("Underskrift") > text.index(plain("Fem år efter"))
    assert "Underskrift" not in text_of(pdf)


def test_one_unit_needs_no_contents() -> None:
    html = plan_pdf.document(register(internal(), audience=Audience.DRAFT), "sv", "")
    assert "Innehåll" not in html
    assert "Innehåll" in plan_pdf.document(town(), "sv", "")


def test_the_same_register_gives_the_same_bytes(pdf: bytes) -> None:
    assert plan_pdf.render(town(), "sv") == pdf


def test_english_is_said_in_english() -> None:
    html = plan_pdf.document(town(), "en", "")
    assert "Dispose (destroy), as a rule" in html
    assert "Five years after" in html
    assert "Gallra" not in html.replace("Gallringsr", "")


def test_an_empty_plan_is_a_document_too() -> None:
    content = plan_pdf.render(Register(audience=Audience.DRAFT), "sv")
    assert "Gallringsplan" in "".join(pages(content))


# --- the register's appendix ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("audience", [Audience.AUTHORITY, Audience.DRAFT])
def test_staff_and_authority_get_the_plan_with_the_register(audience: Audience) -> None:
    content = register_pdf.render(town(audience), "sv")
    assert plain("Bilaga: gallringsplan") in text_of(content)
    assert plain(SECRET) in text_of(content)
    levels = [int(tag[2]) for tag in tags(content) if re.fullmatch(r"/H\d", tag)]
    assert max(b - a for a, b in itertools.pairwise(levels)) == 1
    outline = [o.title for o in pypdf.PdfReader(io.BytesIO(content)).outline if not isinstance(o, list)]
    assert outline[-1] == "Bilaga: gallringsplan"


def test_the_public_register_has_no_appendix() -> None:
    assert "disposal-plan" not in register_pdf.document(town(Audience.PUBLIC), "sv", "")


@pytest.mark.parametrize("name", ["disposal-plan-pdf", "disposal-plan-csv", "pdf"])
def test_no_public_file_holds_where_a_decision_is_filed(name: str) -> None:
    content = FORMATS[name].render(town(Audience.PUBLIC), "sv")
    text = text_of(content) if content.startswith(b"%PDF") else content.decode()
    assert plain("Fem år efter").lower() in plain(text).lower() or "Fem år" in text
    assert plain(SECRET) not in plain(text)


@pytest.mark.parametrize("name", ["disposal-plan-pdf", "disposal-plan-csv"])
def test_a_public_register_that_is_not_cut_is_refused(name: str) -> None:
    whole = Register(audience=Audience.PUBLIC, entries=(Entry(activity=internal()),))
    with pytest.raises(NotPublic):
        FORMATS[name].render(whole, "sv")


# --- CSV --------------------------------------------------------------------------------------------------------------


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_opens_in_a_swedish_spreadsheet() -> None:
    content = plan_csv.render(town(), "sv")
    assert content.startswith("\ufeffLäge;Version;Läget den;Personuppgiftsansvarig;Enhet;".encode())
    assert content.endswith(b"\r\n")
    assert len(rows(content)) == 7


def test_csv_has_a_column_a_field() -> None:
    rule = RetentionRule(
        key=key("r"), action=RetentionAction.DISPOSE, period="P5Y", trigger=LAST_ENTRY, plan="Planen", plan_section="6",
        decision_body="Nämnden", decision_date=date(2025, 5, 7), decision_reference=SECRET, advice="Gallringsråd 5",
    )  # fmt: skip
    (row,) = rows(plan_csv.render(register(bare_activity(retention_rules=(rule,)), audience=Audience.DRAFT), "sv"))
    assert {heading: cell for heading, cell in row.items() if cell} == {
        "Läge": "Utkast",
        "Behandling": "Bara ett namn",
        "Vad som händer": "Gallra (förstöra)",
        "Tid": "Fem år",
        "Tid i månader": "60",
        "Räknas från": LAST_ENTRY.labels["sv"],
        "Plan": "Planen",
        "Avsnitt i planen": "6",
        "Beslutat av": "Nämnden",
        "Datum för beslutet": "2025-05-07",
        "Diarienummer": SECRET,
        "Publicerade råd (inget stöd)": "Gallringsråd 5",
    }


def test_csv_says_what_is_not_stated_and_lists_activities_without_rules() -> None:
    found = rows(plan_csv.render(town(Audience.DRAFT, bare_activity()), "sv"))
    assert found[-2]["Inte angivet"] == "Det är inte angivet när det sker. Stöd är inte angivet."
    assert found[-1]["Om regel eller tid saknas"] == "Ingen regel är angiven, och inte heller varför."


def test_csv_says_what_is_published_in_which_version_and_when() -> None:
    entry = Entry(activity=advice_only(), version=3)
    found = rows(plan_csv.render(Register(audience=Audience.AUTHORITY, as_of=date(2026, 3, 1), entries=(entry,)), "sv"))
    assert [(r["Läge"], r["Version"], r["Läget den"]) for r in found] == [("Publicerad", "3", "2026-03-01")]
    assert {r["Läge"] for r in rows(plan_csv.render(town(), "sv"))} == {"Utkast"}


@pytest.mark.parametrize(("period", "months"), [("", ""), ("P18M", "18"), ("P2Y6M", "30"), ("P30D", ""), ("P1Y2W", "")])
def test_csv_has_a_number_to_sort_by(period: str, months: str) -> None:
    activity = bare_activity(retention_rules=(RetentionRule(key=key("r"), period=period),))
    (row,) = rows(plan_csv.render(register(activity, audience=Audience.DRAFT), "sv"))
    assert row["Tid i månader"] == months


def test_csv_in_english() -> None:
    (row,) = rows(plan_csv.render(register(advice_only(), audience=Audience.DRAFT), "en"))
    assert row["What happens"] == "Dispose (destroy)"
    assert "It is not stated" in row["Not stated"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    evil = f"{start}HYPERLINK(1)"
    values: dict[str, Any] = {"reference": evil, "name": evil, "retention_rules": (RetentionRule(documents=evil),)}
    activity = bare_activity(**values)
    cells = rows(plan_csv.render(register(activity, audience=Audience.DRAFT), "sv"))[0].values()
    assert [c for c in cells if c.startswith(plan_csv.FORMULA)] == []
    assert plan_csv.safe(evil) == f"'{evil}"


def test_the_document_bears_its_own_rows_and_nothing_else_of_the_record(pdf: bytes) -> None:
    noted = replace(bare_activity(), key=key("noted"), slug="antecknad", notes="En intern anteckning")
    made = plan_pdf.render(town(Audience.DRAFT, noted), "sv")
    ((name, (content,)),) = pypdf.PdfReader(io.BytesIO(made)).attachments.items()
    assert (name, content) == ("disposal-plan.csv", plan_csv.render(town(Audience.DRAFT, noted), "sv"))
    assert b"En intern anteckning" not in content
