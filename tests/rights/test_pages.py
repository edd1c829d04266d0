"""The whole matrix: every role at every address of the workplace, for things in the own unit, below, beside, abroad."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test import RequestFactory

from ropa.models import ProcessingActivity

from . import addresses
from .asked import ask
from .matrix import FORM, LEADS_ON, MATRIX, SAME
from .world import INSIDE, OUTSIDE, PLACES, World

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

ADMIN = {line: address for address in reversed(addresses.admin()) for line in [addresses.line_of(address)]}
"""Line of the matrix -> an address it stands for."""
POSTED = {
    "post": "yes",
    "reason": "Prov",
    "comment": "Prov",
    "change_reason": "Prov",
    "label": "Kapad",
    "name": "Kapad",
}
NOBODYS = 987_654_321
"""An id that nothing has."""


def things(world: World, line: str) -> list[tuple[str, int]]:
    """Return the places with something that an address may be about, and its id."""
    known = world.objects.get(addresses.table_of(ADMIN[line]), {})
    return [(place, known[place].pk) for place in PLACES if place in known]


@contextmanager
def nothing_written() -> Iterator[None]:
    """Fail where anything but the session is written."""
    wrote: list[str] = []

    def listen(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.split(None, 1)[0] in {"INSERT", "UPDATE", "DELETE"}:
            wrote.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(listen):
        yield
    assert wrote == []


def test_every_address_has_its_line() -> None:
    assert set(ADMIN) == set(MATRIX) | FORM | set(SAME) | LEADS_ON


@pytest.mark.parametrize("kind", sorted(set(addresses.LIKE.values())))
def test_tables_that_share_a_line_share_their_pages(kind: str) -> None:
    of_kind = [t for t in admin.site._registry if addresses.LIKE.get(t._meta.model_name) == kind]
    rights = {"get_queryset", "get_object", "get_actions"} | {
        f"has_{right}_permission" for right in ("module", "view", "add", "change", "delete")
    }
    for name in rights:
        assert len({getattr(type(admin.site._registry[t]), name).__code__.co_code for t in of_kind}) == 1, name


@pytest.mark.parametrize("who", INSIDE)
def test_the_matrix(world: World, who: str) -> None:
    found = {line: answers(world, who, line) for line in MATRIX}
    assert found == {line: MATRIX[line][who].replace("i", "r") for line in MATRIX}


def answers(world: World, who: str, line: str) -> str:
    if "#" not in line:
        return ask(world.user(who), addresses.filled(ADMIN[line])).letter
    got = {p: ask(world.user(who), addresses.filled(ADMIN[line], pk)).letter for p, pk in things(world, line)}
    return "".join(got.get(place, ".") for place in PLACES)


@pytest.mark.parametrize("who", INSIDE)
def test_who_may_not_changes_nothing_by_posting(world: World, who: str) -> None:
    """Where anybody at all is heard, all others are refused before anything is written."""
    for line, expected in MATRIX.items():
        if "i" not in "".join(expected.values()) or line == "password_change/":
            continue
        asked = things(world, line) if "#" in line else [("", 0)]
        for place, pk in asked:
            if expected[who][PLACES.index(place) if place else 0] == "i":
                continue
            with nothing_written():
                got = ask(world.user(who), addresses.filled(ADMIN[line], pk), POSTED).letter
            assert got in "n-<", (line, place)


@pytest.mark.parametrize(
    "line",
    [
        "ropa/processingactivity/#/submit/",
        "ropa/processingactivity/#/publish/",
        "ropa/processingactivity/#/withdraw/",
        "ropa/membership/#/delete/",
        "ropa/TERM/#/delete/",
    ],
)
def test_who_may_is_heard(world: World, line: str) -> None:
    """What is posted above is no nonsense: with the right to it, it is done."""
    activity = ProcessingActivity.objects.get(pk=world.objects["processingactivity"]["own"].pk)
    activity.summary = "Ny sammanfattning"
    activity.save()
    activity.refresh_from_db()
    address = addresses.filled(ADMIN[line], dict(things(world, line))["own"])
    with pytest.raises(AssertionError), nothing_written():
        ask(world.user("dpo"), address, POSTED | {"revision": activity.revision})


@pytest.mark.parametrize("who", OUTSIDE)
def test_who_may_not_enter_is_asked_to_log_in_everywhere(world: World, who: str) -> None:
    user = world.people[who]
    for line in set(ADMIN) - {"login/", "logout/"}:
        pk = next((pk for _place, pk in things(world, line)), 1)
        address = addresses.filled(ADMIN[line], pk)
        assert ask(user, address).letter == "L", line
        with nothing_written():
            assert ask(user, address, POSTED).letter == "L", line


@pytest.mark.parametrize("who", [who for who in INSIDE if who != "root"])
def test_what_is_not_ones_own_answers_as_what_is_not_there(world: World, who: str) -> None:
    """Status, address and words are the same: no id can be found by guessing, by GET or by POST."""
    for line in [*(line for line in MATRIX if "#" in line), *LEADS_ON, "ropa/processingactivity/#/change/"]:
        hidden = foreign(world, who, line)
        for posted in (None, POSTED) if hidden else ():
            nowhere = heard(world, who, line, NOBODYS, posted)
            assert {heard(world, who, line, pk, posted) for _place, pk in hidden} == {nowhere}, line


def foreign(world: World, who: str, line: str) -> list[tuple[str, int]]:
    """Return what the user has no sight of: another town's things, and drafts of units out of reach."""
    drafts = addresses.table_of(ADMIN[line]) in {"processingactivity", "publication"}
    mine = {"own", "below"} if drafts and who in {"editor", "board", "public"} else {"own", "below", "beside"}
    seen = {"abroad"} if who == "abroad" else mine
    return [(place, pk) for place, pk in things(world, line) if place not in seen]


def heard(world: World, who: str, line: str, pk: int, posted: Any) -> tuple[str, ...]:
    """Return letter, location and message of an answer, the id left out."""
    answer = ask(world.user(who), addresses.filled(ADMIN[line], pk), posted)
    return tuple(said.replace(str(pk), "#", 1) for said in (answer.letter, answer.location, answer.said))


SAVES = {
    #          own below beside abroad: r reads, s saves
    "dpo": "sss-",
    "silent": "sss-",
    "editor": "ss--",
    "board": "ss--",
    "public": "ss--",
    "reader": "rrr-",
    "abroad": "---s",
    "root": "ssss",
}


@pytest.mark.parametrize("who", INSIDE)
def test_the_form_of_an_activity(world: World, who: str) -> None:
    request: Any = RequestFactory().get("/")
    request.user = world.user(who)
    page = admin.site._registry[type(world.objects["processingactivity"]["own"])]
    found = ""
    for activity in world.objects["processingactivity"].values():
        seen = page.get_object(request, str(activity.pk))
        found += "-" if seen is None else "s" if page.has_change_permission(request, seen) else "r"
    assert found == SAVES[who]
    assert page.has_add_permission(request) == ("s" in SAVES[who])
