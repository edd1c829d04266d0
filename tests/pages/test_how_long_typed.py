"""What is typed about oneself: bad answers are met with words, and nothing of it is kept."""

import logging
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.views.debug import ExceptionReporter

from ropa import retention
from tests.pages.asked import BORN, DAY, PAGE, answer, files, post

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

NO_DATE = "Skriv dagen så här: 2024-05-31."
NO_YEAR = "Skriv ett årtal mellan 1900 och 2100."
NO_DAY = "Den dagen finns inte."
NO_NUMBER = "Skriv dagen i månaden som ett tal från 1 till 31."


@pytest.mark.parametrize(
    ("name", "typed", "message", "shown"),
    [
        (DAY, "2024-02-31", NO_DAY, "2024-02-31"),
        (DAY, "2023-02-29", NO_DAY, "2023-02-29"),
        (DAY, "2024-13-01", NO_DAY, "2024-13-01"),
        (DAY, "2024-00-00", NO_DAY, "2024-00-00"),
        (DAY, "0001-01-01", NO_YEAR, "0001-01-01"),
        (DAY, "9999-12-31", NO_YEAR, "9999-12-31"),
        (DAY, "1899-12-31", NO_YEAR, "1899-12-31"),
        (DAY, "i våras", NO_DATE, "i våras"),
        (DAY, "5/31 2024", NO_DAY, "5/31 2024"),
        (DAY, "31 mars 1024", NO_YEAR, "31 mars 1024"),
        (DAY, "31 ma 2024", NO_DATE, "31 ma 2024"),
        (DAY, "31 foo 2024", NO_DATE, "31 foo 2024"),
        (DAY, "2024-05/31", NO_DATE, "2024-05/31"),
        (DAY, "2024111", NO_DATE, "2024111"),
        (DAY, "٢٠٢٤-٠٥-٣١", NO_DATE, "٢٠٢٤-٠٥-٣١"),
        (DAY, "a\x00b\x1b\u202e", NO_DATE, "ab"),
        (DAY, "<script>&\"'", NO_DATE, "&lt;script&gt;&amp;&quot;&#x27;"),
        (DAY, "9" * 2_000_000, NO_DATE, "9" * 40),
        (BORN, "0", NO_NUMBER, "0"),
        (BORN, "32", NO_NUMBER, "32"),
        (BORN, "-5", NO_NUMBER, "-5"),
        (BORN, "5.0", NO_NUMBER, "5.0"),
        (BORN, "1e1", NO_NUMBER, "1e1"),
        (BORN, "٥", NO_NUMBER, "٥"),
        (BORN, "1985-05-05", NO_NUMBER, "1985-05-05"),
    ],
)
def test_what_cannot_be_read_is_said_beside_it_and_kept(
    client: Client, name: str, typed: str, message: str, shown: str
) -> None:
    files()
    other = {DAY: "2024-05-31", BORN: "4"} | {name: typed}
    page = answer(client, other, status=400)
    assert page.count(message) == 2  # in the summary, and at the field
    assert f'value="{shown}"' in page
    assert f'value="{({DAY: "4", BORN: "2024-05-31"})[name]}"' in page
    assert page.count('aria-invalid="true"') == 1
    assert "<title>Fel: " in page
    assert "Tidigast" not in page


def test_messages_are_in_the_language_of_the_page(client: Client) -> None:
    files()
    page = answer(client, {DAY: "2024-02-31", BORN: "x"}, f"/en{PAGE}", 400)
    assert "There is no such day. Check the month and the day." in page
    assert "Write the day of the month as a number from 1 to 31." in page
    page = answer(client, {DAY: "5/6 2024"}, f"/en{PAGE}", 400)
    assert "This can be read as two different days." in page
    assert 'value="5/6 2024"' in page


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"a=" + b"1" * 10_000_000, "application/x-www-form-urlencoded"),
        (b"a=1&" * 30_000, "application/x-www-form-urlencoded"),
        (b"a=1", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"{}", "application/json"),
        (b"broken", "multipart/form-data"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"", ""),
    ],
)
def test_what_no_browser_sends_is_refused_in_words(client: Client, body: bytes, kind: str) -> None:
    files()
    for page, words in (
        (PAGE, "Vi kunde inte läsa det du skickade."),
        (f"/en{PAGE}", "We could not read what you sent."),
    ):
        response = client.generic("POST", page, body, content_type=kind)
        assert response.status_code == 400
        assert words in response.content.decode()


def test_bytes_that_are_no_text_are_an_answer_that_cannot_be_read(client: Client) -> None:
    files()
    response = client.post(PAGE, f"{DAY}=%ff%fe%00".encode(), content_type="application/x-www-form-urlencoded")
    assert response.status_code == 400
    assert NO_DATE in response.content.decode()


class TestNothingIsKept:
    given = {DAY: "1987-06-05", BORN: "23"}

    def test_the_answer_may_not_be_stored_and_sets_nothing(self) -> None:
        files()
        client = Client(enforce_csrf_checks=True)
        with CaptureQueriesContext(connection) as asked:
            response = post(client, self.given)
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "no-store"
        assert "ETag" not in response.headers
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
        assert {x["sql"].split()[0] for x in asked.captured_queries} == {"SELECT"}
        assert not Session.objects.exists()
        assert not any("1987" in x["sql"] for x in asked.captured_queries)

    def test_no_address_holds_it(self, client: Client) -> None:
        files()
        page = answer(client, self.given)
        links = [x.partition('"')[0] for part in ('href="', 'action="', 'src="') for x in page.split(part)[1:]]
        assert f'action="{PAGE}"' in page
        assert not [x for x in links if "1987" in x or "?" in x]

    def test_the_next_one_sees_nothing_of_it(self, client: Client) -> None:
        files()
        before = client.get(PAGE).content
        answer(client, self.given)
        assert client.get(PAGE).content == before
        assert 'value=""' in before.decode()

    @pytest.mark.parametrize("given", [given, {DAY: "hemligt 1987", BORN: "23"}])
    def test_no_log_holds_it(self, client: Client, caplog: pytest.LogCaptureFixture, given: dict[str, str]) -> None:
        files()
        with caplog.at_level(logging.DEBUG):
            post(client, given)
        assert "1987" not in caplog.text

    def test_no_log_of_our_own_fault_holds_it(
        self, client: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_given: Any) -> None:
            raise RuntimeError("a fault")

        files()
        monkeypatch.setattr(retention, "answers", broken)
        client.raise_request_exception = False
        response = post(client, self.given)
        assert response.status_code == 500
        (record,) = [x for x in caplog.records if x.exc_info]
        assert "a fault" in caplog.text
        report = ExceptionReporter(record.request, *record.exc_info)  # type: ignore[attr-defined, misc]
        for text in (caplog.text, str(response.content), *_posted(report.get_traceback_data())):
            assert "1987" not in text


def _posted(data: dict[str, Any]) -> list[str]:
    """Return what an error report says was sent; without the filter it would be the values."""
    sent = [str(value) for _name, value in data["filtered_POST_items"]]
    assert sent
    return sent
