"""How much is published, current and overdue: each activity counted once, in Swedish order, drawn to scale."""

import re
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User

from ropa.admin import figures
from ropa.admin.standing import standings
from ropa.models import Organisation, ProcessingActivity, Unit

from .conftest import browser, person
from .test_worklist import FIRST, FUTURE, PAST, put

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]


@pytest.fixture
def dpo(town: Organisation) -> User:
    return person("dpo", town, "dpo")


@pytest.mark.parametrize(
    ("state", "due", "kind"),
    [
        ("draft", None, "never"),
        ("draft", PAST, "never"),
        ("published", None, "current"),
        ("published", FUTURE, "current"),
        ("published", PAST, "overdue"),
        ("changed", FUTURE, "changed"),
        ("changed", PAST, "overdue"),
        ("withdrawn", PAST, "withdrawn"),
        ("withdrawn", None, "withdrawn"),
    ],
)
def test_each_activity_is_counted_once(dpo: User, unit: Unit, state: str, due: date | None, kind: str) -> None:
    put(unit, "Lån", state=state, due=due)
    whole = figures.whole(standings(dpo))
    assert {share.kind.name: share.n for share in whole.shares if share.n} == {kind: 1}
    assert (whole.activities, whole.public) == (1, int(state in {"published", "changed"}))


def test_what_nobody_has_indexed_is_counted_as_never_published(dpo: User, town: Organisation) -> None:
    ProcessingActivity.objects.create(organisation=town, name="Ny", slug="ny")
    assert figures.whole(standings(dpo)).counts == {"never": 1}


def test_units_stand_in_swedish_order_each_after_those_above_it(
    dpo: User, town: Organisation, elsewhere: ProcessingActivity
) -> None:
    above = {name: Unit.objects.create(organisation=town, name=name, slug=name[-3:]) for name in ("Övrigt", "Zoo")}
    below = Unit.objects.create(organisation=town, name="Apor", slug="apor", parent=above["Zoo"])
    for unit in (*above.values(), below):
        put(unit, "Lån")
    Unit.objects.create(organisation=town, name="Tom", slug="tom")
    ProcessingActivity.objects.create(organisation=town, name="Utan enhet", slug="utan")
    (organisation,) = figures.by_unit(standings(dpo))
    assert organisation.name == "Exempelby kommun"
    named = [figure.names for figure in organisation.units]
    assert named == [("Zoo",), ("Zoo", "Apor"), ("Övrigt",), ("Inte i någon enhet",)]
    assert organisation.units[-1].all_of_it.endswith(f"?unit=none&organisation={town.pk}"), "not the neighbour's"


def test_a_bar_is_drawn_to_scale_and_says_its_numbers_beside(dpo: User, unit: Unit) -> None:
    for name, said in {
        "A": {"state": "published"},
        "B": {"state": "published", "due": PAST},
        "C": {"state": "changed"},
    }.items():
        put(unit, name, **said)  # type: ignore[arg-type]
    (organisation,) = figures.by_unit(standings(dpo))
    drawn = [(share.kind.name, share.x, share.width) for share in organisation.units[0].shares if share.n]
    assert drawn == [("current", "0.00%", "33.33%"), ("changed", "33.33%", "33.33%"), ("overdue", "66.67%", "33.33%")]
    row = browser(dpo).get(FIRST).content.decode().split("<tbody>")[1].split("</tr>")[0]
    assert re.findall(r'class="kind-(\w+)" x="([\d.]+)%"', row) == [
        ("current", "0.00"),
        ("changed", "33.33"),
        ("overdue", "66.67"),
    ]
    assert re.findall(r">(\d+)<", row) == ["3", "3", "1", "1", "1", "0", "0"]


def test_kinds_that_are_drawn_alike_in_one_colour_have_patterns_of_their_own(dpo: User, unit: Unit) -> None:
    put(unit, "Lån")
    page = browser(dpo).get(FIRST).content.decode()
    patterns: set[Any] = set(re.findall(r'<pattern id="pattern-(\w+)"', page))
    plain = {"current", "never"}  # full and empty
    assert patterns | plain == {kind.name for kind in figures.KINDS}
