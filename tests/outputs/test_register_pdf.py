"""The register as PDF: read back as text and as tags. The documents are really rendered."""

import io
import itertools
import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

import pikepdf
import pypdf
import pytest

from ropa.outputs import register_json, register_pdf
from ropa.profiles import table
from ropa.record import Audience, ProcessingActivity, SecurityMeasure, Withheld, replace
from tests.filled import full_activity
from tests.outputs.documents import HEAD, register, seeds
from tests.worlds import financial_assistance


@pytest.fixture(scope="module")
def seed_pdf() -> bytes:
    return register_pdf.render(seeds(), "sv")


@pytest.fixture(scope="module")
def seed_text(seed_pdf: bytes) -> str:
    return text_of(seed_pdf)


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def text_of(content: bytes) -> str:
    return plain("\n".join(pages(content)))


def plain(text: str) -> str:
    """Return text without line ends and hyphens that a line end put there."""
    return re.sub(r"\s+", "", re.sub(r"[-\u00ad\u2010]\s*\n\s*", "", text)).replace("-", "").replace("\u2010", "")


def elements(content: bytes) -> Iterator[Any]:
    """Yield the tag tree's elements in reading order."""
    pdf = pikepdf.open(io.BytesIO(content))
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, pikepdf.Array):
            waiting[:0] = list(node)
        elif isinstance(node, pikepdf.Dictionary) and node.get("/Type") == "/StructElem":
            yield node
            waiting[:0] = [node.K] if "/K" in node else []


def tags(content: bytes) -> list[str]:
    return [str(element.S) for element in elements(content)]


def test_every_fact_of_the_table_is_on_paper(seed_text: str) -> None:
    said = []
    for activity in seeds().activities:
        for row in table(activity, "sv").rows:
            said += [row.heading, *(b.text.text for b in row.blocks if b.text)]
            said += [item.text.text for b in row.blocks for item in b.items]
    assert len(said) > 60
    assert [words for words in said if plain(words) not in seed_text] == []


@pytest.mark.parametrize(
    "fact",
    [
        "Socialnämnden i Järfälla kommun", "212000-0043", "dataskydd@jarfalla.se", "Procapita", "Platina",
        "Försäkringskassan", "Kronofogdemyndigheten", "Invid", "Remitterande myndighet", "Gallringsråd 5",
        "Hanteringsanvisning för Socialnämnden i Järfälla kommun", "5, 15 eller 25",
    ],
)  # fmt: skip
def test_facts_of_the_seeds(seed_text: str, fact: str) -> None:
    assert plain(fact) in seed_text


def test_cover_names_the_day_the_audience_the_ledger_and_the_data(seed_pdf: bytes) -> None:
    cover = plain(pages(seed_pdf)[0])
    checksum = sha256(register_json.render(seeds())).hexdigest()
    assert [x for x in ("2026-03-01", "Järfälla kommun", HEAD, checksum, "Allmänheten") if plain(x) not in cover] == []


def test_attached_data_is_the_register_and_its_source(seed_pdf: bytes) -> None:
    pdf = pikepdf.open(io.BytesIO(seed_pdf))
    assert list(pdf.attachments) == ["register.json"]
    assert pdf.attachments["register.json"].get_file().read_bytes() == register_json.render(seeds())
    assert [str(f.AFRelationship) for f in pdf.Root.AF] == ["/Source"] * len(pdf.Root.AF)


def test_every_page_says_its_number_of_the_pages_there_are(seed_pdf: bytes) -> None:
    found = pages(seed_pdf)
    assert [f"Sida {n} av {len(found)}" in text for n, text in enumerate(found, 1)] == [True] * len(found)


def test_pages_after_the_contents_bear_controller_and_day(seed_pdf: bytes) -> None:
    last = pages(seed_pdf)[-1]
    assert "2026-03-01" in last
    assert "Personuppgiftsansvarig" in last


def test_contents_lead_to_the_page_the_table_is_on(seed_pdf: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(seed_pdf))
    printed = [int(line) for line in reader.pages[1].extract_text().splitlines() if line.isdigit()]
    links = dict.fromkeys(note.get_object()["/Dest"] for note in reader.pages[1]["/Annots"])
    places = [reader.get_destination_page_number(reader.named_destinations[link]) or 0 for link in links]
    assert printed == [place + 1 for place in places]
    assert "Invid" in reader.pages[printed[-2] - 1].extract_text()


def test_it_is_marked_as_tagged_and_in_swedish(seed_pdf: bytes) -> None:
    pdf = pikepdf.open(io.BytesIO(seed_pdf))
    root = pdf.Root
    assert str(root.Lang) == "sv"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.StructTreeRoot.K


def test_it_says_to_be_pdf_ua_1_and_pdf_a_3a(seed_pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(seed_pdf)).open_metadata() as meta:
        assert (meta["pdfuaid:part"], meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("1", "3", "A")


def test_each_activity_is_a_table_of_eight_headed_rows(seed_pdf: bytes) -> None:
    found = tags(seed_pdf)
    assert {"/Table", "/Caption", "/TR", "/TH", "/TD", "/L", "/LI", "/Link", "/H1", "/H2", "/H3", "/H4"} <= set(found)
    scopes = [str(e.A.Scope) for e in elements(seed_pdf) if e.S == "/TH"]
    assert set(scopes) == {"/Row"}
    assert len(scopes) >= 3 * 8


def test_headings_leave_out_no_level(seed_pdf: bytes) -> None:
    levels = [int(tag[2]) for tag in tags(seed_pdf) if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert max(b - a for a, b in itertools.pairwise(levels)) == 1


def test_captions_are_numbered_through(seed_text: str) -> None:
    assert [n for n in (1, 2, 3) if f"Tabell{n}" not in seed_text] == []


def test_bookmarks_are_controller_unit_activity(seed_pdf: bytes) -> None:
    outline = pypdf.PdfReader(io.BytesIO(seed_pdf)).outline
    assert [o.title for o in outline if not isinstance(o, list)][:2] == ["Innehåll", "Socialnämnden i Järfälla kommun"]
    nested = next(o for o in outline if isinstance(o, list))
    assert nested[-1][0].title == "Försörjningsstöd och ekonomiskt bistånd"


def test_the_same_register_gives_the_same_bytes(seed_pdf: bytes) -> None:
    assert register_pdf.render(seeds(), "sv") == seed_pdf


def test_dates_of_the_file_are_the_registers_own(seed_pdf: bytes) -> None:
    info = pypdf.PdfReader(io.BytesIO(seed_pdf)).metadata
    assert info is not None
    assert str(info["/CreationDate"]).startswith("D:20260301235959")


def test_without_a_day_it_bears_that_of_the_newest_event_in_the_ledger() -> None:
    told = register(financial_assistance(), ledger_day=date(2026, 2, 14))  # later than what is still shown
    assert "2026-02-14" in register_pdf.document(told, "sv", "")
    assert register_pdf.moment(told).isoformat() == "2026-02-14T23:59:59+01:00"


def test_what_nobody_stated_says_so(seed_text: str) -> None:
    assert seed_text.count("Inteangivet") > 5


def test_in_english_it_speaks_english_and_marks_what_is_swedish() -> None:
    english_only = replace(financial_assistance(), responsible_role="Enhetschefen")
    content = register_pdf.render(register(english_only), "en")
    assert pypdf.PdfReader(io.BytesIO(content)).trailer["/Root"]["/Lang"] == "en"
    assert "Record of processing activities" in pages(content)[0]
    assert "Income support and financial assistance" in pages(content)[1]
    html = register_pdf.document(register(english_only), "en", "")
    assert '<span lang="sv">Enhetschefen</span>' in html


def test_an_empty_register_says_that_it_is_empty() -> None:
    content = register_pdf.render(register(as_of=date(2019, 1, 1)), "sv")
    assert "Registret är tomt" in "".join(pages(content))
    assert "2019-01-01" in "".join(pages(content))
    assert register_pdf.render(register(), "sv").startswith(b"%PDF-1.7")


def internal(audience: Audience) -> str:
    activity: ProcessingActivity = replace(
        full_activity(),
        notes="Kolla avtalet",
        process_code="3.7.1",
        dpia_reference="KS 2025/14",
        security_measures=(SecurityMeasure(note="Dubbla lås"),),
        withheld=(Withheld(field="offence_support", reason="Det röjer en utredning"),),
    )
    return register_pdf.document(register(activity, audience=audience), "sv", "")


@pytest.mark.parametrize("audience", [Audience.AUTHORITY, Audience.DRAFT])
def test_authority_and_staff_see_the_internal_rows(audience: Audience) -> None:
    html = internal(audience)
    for words in ("Kolla avtalet", "3.7.1", "KS 2025/14", "Dubbla lås", "Det röjer en utredning", "Tabell 1, internt"):
        assert words in html


def test_the_public_sees_none_of_them() -> None:
    html = internal(Audience.PUBLIC)
    for words in ("Kolla avtalet", "3.7.1", "KS 2025/14", "Dubbla lås", "internt", "UTKAST"):
        assert words not in html
    assert "Det röjer en utredning" in html  # that something is withheld, and why, is public


def test_a_draft_says_so_on_every_page() -> None:
    found = pages(register_pdf.render(register(financial_assistance(), audience=Audience.DRAFT), "sv"))
    assert ["UTKAST" in page for page in found] == [True] * len(found)
    assert "UTKAST" not in "".join(pages(register_pdf.render(register(financial_assistance()), "sv")))
