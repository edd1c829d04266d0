"""What the record refuses, the tables refuse before it: no form may save what cannot be read again."""

import pytest
from django.core.exceptions import ValidationError

from ropa import record
from ropa.models import (
    Controller,
    DataProtectionOfficer,
    Law,
    Membership,
    Organisation,
    ProcessingActivity,
    Unit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[Organisation, Organisation]:
    return tuple(Organisation.objects.create(name=n, slug=n) for n in ("here", "there"))  # type: ignore[return-value]


def errors_of(row: object) -> set[str]:
    with pytest.raises(ValidationError) as caught:
        row.full_clean()  # type: ignore[attr-defined]
    return set(caught.value.message_dict)


@pytest.mark.parametrize("months", [0, 121, 40_000])
def test_months_between_reviews(two: tuple, months: int) -> None:
    row = ProcessingActivity(organisation=two[0], name="x", slug="x", review_interval_months=months)
    assert errors_of(row) == {"review_interval_months"}
    with pytest.raises(ValueError, match="review_interval_months"):
        record.ProcessingActivity(review_interval_months=months)


@pytest.mark.parametrize("days", [(0,), (32,), (99999, -3)])
def test_days_of_birth(days: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="birth_days"):
        record.RetentionRule(birth_days=days)


def test_a_unit_belongs_under_its_own_organisations_board(two: tuple) -> None:
    board = Controller.objects.create(organisation=two[1], name="Board", slug="board")
    assert errors_of(Unit(organisation=two[0], name="u", slug="u", controller=board)) == {"controller"}


def test_a_dpo_serves_its_own_organisations_board(two: tuple) -> None:
    board = Controller.objects.create(organisation=two[1], name="Board", slug="board")
    assert errors_of(DataProtectionOfficer(organisation=two[0], name="d", controller=board)) == {"controller"}


def test_a_membership_is_of_a_unit_of_the_same_organisation(two: tuple, django_user_model: type) -> None:
    unit = Unit.objects.create(organisation=two[1], name="u", slug="u")
    user = django_user_model.objects.create(username="x")  # type: ignore[attr-defined]
    assert errors_of(Membership(organisation=two[0], unit=unit, user=user, role="editor")) == {"unit"}


def test_an_own_term_may_not_bear_a_shipped_code(two: tuple) -> None:
    Law.objects.create(code="law-2018-218", label="Dataskyddslagen")
    assert errors_of(Law(organisation=two[0], code="law-2018-218", label="Vår egen")) == {"code"}
