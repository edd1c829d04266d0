"""Changes between two days for staff: who sees which, which days, and the same as PDF and from the command."""

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from ropa import between, publishing
from ropa.models import Organisation, ProcessingActivity, Unit
from ropa.outputs import changes_pdf
from ropa.outputs.changes import Report, data, read
from ropa.record import Audience

from .conftest import LIST, browser

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough, pytest.mark.usefixtures("standing")]

PAGE = LIST + "changes/"
YEAR = "?fran=2025-12-31&till=2026-10-31"
DAYS = date(2025, 12, 31), date(2026, 10, 31)


def on(month: int) -> datetime:
    return datetime(2026, month, 10, 12, tzinfo=UTC)


def page(client: Client, query: str = YEAR, status: int = 200) -> str:
    response = client.get(PAGE + query)
    assert response.status_code == status
    return response.content.decode()


@pytest.fixture(scope="module")
def published(standing: ProcessingActivity) -> None:
    """One that was changed, one of a unit beside it that was withdrawn, one of another municipality."""
    activity, unit = standing, standing.unit
    elsewhere = ProcessingActivity.objects.get(slug="grannens")
    other = Unit.objects.create(organisation=unit.organisation, name="Ånghammaren", slug="ang")
    beside = ProcessingActivity.objects.create(organisation=unit.organisation, unit=other, name="Verkstad", slug="v")
    for row in (activity, beside, elsewhere):
        publishing.publish(row, by="dpo", reason="Luckor", at=on(1).replace(year=2025))
    activity.refresh_from_db()
    activity.summary, activity.notes = "Nya ord", "Bara internt"
    activity.save()
    publishing.publish(activity, by="Hemlig Person", reason="Ny lag", at=on(3))
    publishing.withdraw(beside, by="dpo", public_note="Upphörd", at=on(4))


@pytest.fixture
def ledger(published: None, activity: ProcessingActivity) -> ProcessingActivity:
    return activity


@pytest.mark.parametrize(
    ("who", "seen", "part"),
    [
        ("dpo", {"Försörjningsstöd", "Verkstad"}, False),
        ("reader", {"Försörjningsstöd", "Verkstad"}, False),
        ("editor", {"Försörjningsstöd"}, True),
        ("editor of another unit", set(), True),
        ("dpo elsewhere", set(), False),
    ],
)
def test_everybody_sees_their_own_and_is_told_when_that_is_a_part(
    who: str, seen: set[str], part: bool, ledger: Any, people: dict[str, User]
) -> None:
    shown = page(browser(people[who]))
    assert {name for name in ("Försörjningsstöd", "Verkstad", "Grannens hemlighet") if name in shown} == seen
    assert ("inte allt" in shown) is part
    assert ("(en del)" in shown) is part


@pytest.mark.parametrize("address", [PAGE, LIST + "changes.pdf"])
@pytest.mark.parametrize("who", ["staff without membership", "anonymous"])
def test_nobody_else_enters(who: str, address: str, ledger: Any, people: dict[str, User | None]) -> None:
    response = browser(people[who]).get(address)
    assert (response.status_code, response.headers["Location"][:13]) == (302, "/admin/login/")


def test_what_differs_is_told_with_labels_reason_and_note(dpo: Client, ledger: Any) -> None:
    shown = page(dpo)
    for words in ("Sammanfattning", "Nya ord", "Bara internt", "Ny lag", "Upphörd", "version 1 blev version 2"):
        assert words in shown, words


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("&enhet=eb", "Försörjningsstöd"),
        ("&ansvarig=sn", "Försörjningsstöd"),
        ("&enhet=ang", "Verkstad"),
        ("&organisation=exempelby", "Verkstad"),
    ],
)
def test_parts(dpo: Client, ledger: Any, query: str, seen: str) -> None:
    assert f"{seen}\n</a>" in page(dpo, YEAR + query)


def test_no_changes_is_said(dpo: Client, ledger: Any) -> None:
    assert "Registret sade detsamma båda dagarna." in page(dpo, "?fran=2026-05-01&till=2026-05-31")
    before = page(dpo, "?fran=2020-01-01&till=2020-12-31")
    assert "innan registret började publiceras" in before


def test_without_days_it_is_last_calendar_year(dpo: Client, town: Organisation) -> None:
    year = timezone.localdate().year
    shown = page(dpo, "")
    assert f"{year - 2}-12-31 – {year - 1}-12-31" in shown
    assert f"?fran={year - 1}-12-31&amp;till={timezone.localdate()}" in shown


@pytest.mark.parametrize(
    "query",
    [
        "?fran=igår",
        "?till=2999-01-01",
        "?till=0001-01-01",
        "?fran=&till=0001-12-31",
        "?fran=2026-02-01&till=2026-01-01",
        "?organisation=grannby",
        "?enhet=nej",
        "?ansvarig=%00",
    ],
)
def test_what_cannot_be_is_said_and_kept_in_the_form(dpo: Client, elsewhere: Any, query: str) -> None:
    assert 'role="alert"' in page(dpo, query, 400)
    assert dpo.get(LIST + "changes.pdf" + query).status_code == 400


def report(audience: Audience = Audience.AUTHORITY, days: tuple[date, date] = DAYS) -> Report:
    return between.report(*days, audience=audience)[0]


class TestPaper:
    def test_tells_the_period_the_counts_and_each_change(self, ledger: Any) -> None:
        pdf = pypdf.PdfReader(io.BytesIO(changes_pdf.render(report())))
        text = " ".join(page.extract_text() for page in pdf.pages)
        for words in ("2025-12-31", "2026-10-31", "Försörjningsstöd", "Nya ord", "Upphörd", "Ny lag"):
            assert words in text, words
        assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert json.loads(pdf.attachments["changes.json"][0])["count_before"] == 3

    def test_no_changes(self, town: Organisation) -> None:
        quiet = report(days=(date(2026, 5, 1), date(2026, 5, 31)))
        html = changes_pdf.document(quiet, "sv", changes_pdf.Attached("x", b"", "", on(1)))
        assert "Inga ändringar" in html

    def test_many_have_a_table_of_contents(self, ledger: Any) -> None:
        few = report()
        many = few.model_copy(update={"entries": few.entries * 10})
        attached = changes_pdf.Attached("x", b"", "", on(1))
        assert 'class="contents"' in changes_pdf.document(many, "sv", attached)
        assert 'class="contents"' not in changes_pdf.document(few, "sv", attached)

    def test_goes_to_another_process_and_back(self, ledger: Any) -> None:
        assert read(data(report())) == report()

    def test_the_public_gets_nothing_internal(self, ledger: Any) -> None:
        said = data(report(Audience.PUBLIC)).decode()
        assert "Nya ord" in said
        assert "nternt" not in said
        assert "Ny lag" not in said
        assert "Hemlig Person" not in data(report()).decode()


class TestCommand:
    def test_writes_it(self, ledger: Any, tmp_path: Path) -> None:
        file = tmp_path / "x.pdf"
        call_command(
            "export_register", "--format=changes-pdf", "--from=2025-12-31", "--as-of=2026-10-31", "-o", str(file)
        )
        assert file.read_bytes().startswith(b"%PDF")

    @pytest.mark.parametrize(
        "asked",
        [
            ("changes-pdf",),
            ("changes-pdf", "--from=2026-02-01", "--as-of=2026-01-01"),
            ("changes-pdf", "--from=2026-02-01", "--as-of=2999-01-01"),
            ("changes-pdf", "--from=2026-02-01", "--audience=draft"),
            ("json", "--from=2026-02-01"),
        ],
    )
    def test_refuses_in_one_line(self, asked: tuple[str, ...], tmp_path: Path) -> None:
        with pytest.raises(CommandError):
            call_command("export_register", "-o", str(tmp_path / "x"), "--format", *asked)
