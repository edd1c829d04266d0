"""A day as people type it, in either language."""

from datetime import date

import pytest
from django.utils.translation import override

from ropa.pages.typed_day import read_day

BOTH = ("sv", "en")
LAST_OF_MAY, FIFTH_OF_JUNE = date(2024, 5, 31), date(2024, 6, 5)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize(
    "typed",
    [
        "2024-05-31",
        "20240531",
        "2024/5/31",
        "2024.05.31",
        " 2024 05  31 ",
        "31/5 2024",
        "31/5-2024",
        "31/05/2024",
        "31.5.2024",
        "31 5 2024",
        "31 maj 2024",
        "den 31 Maj 2024",
        "31:a maj 2024",
        "31 May 2024",
        "31st of May, 2024",
        "May 31, 2024",
    ],
)
def test_one_day_in_many_ways(typed: str, language: str) -> None:
    with override(language):
        assert read_day(typed) == LAST_OF_MAY


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("1 jan 2024", 1),
        ("1 febr. 2024", 2),
        ("1 mars 2024", 3),
        ("1 March 2024", 3),
        ("1 juni 2024", 6),
        ("1 jul 2024", 7),
        ("1 augusti 2024", 8),
        ("1 okt 2024", 10),
        ("Oct. 1 2024", 10),
    ],
)
def test_months_by_name_or_its_beginning(typed: str, month: int) -> None:
    assert read_day(typed) == date(2024, month, 1)


@pytest.mark.parametrize("typed", ["5/6 2024", "5-6-2024", "05.06.2024"])
def test_two_numbers_are_day_and_month_in_swedish_and_refused_in_english(typed: str) -> None:
    with override("sv"):
        assert read_day(typed) == FIFTH_OF_JUNE
    with override("en"), pytest.raises(ValueError, match="two different days"):
        read_day(typed)


@pytest.mark.parametrize(("typed", "day"), [("5/31/2024", LAST_OF_MAY), ("5/5 2024", date(2024, 5, 5))])
def test_in_english_what_can_only_be_one_day_is_that_day(typed: str, day: date) -> None:
    with override("en"):
        assert read_day(typed) == day


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("typed", ["", "2024", "31 maj", "31 ma 2024", "31 foo 2024", "31/5 24", "1/2/3/2024", "maj"])
def test_what_is_no_day(typed: str, language: str) -> None:
    with override(language), pytest.raises(ValueError, match="2024-05-31"):
        read_day(typed)
