"""What is done with many at once: who is offered it, and how far it reaches."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import RequestFactory

from ropa.models import ProcessingActivity, Publication, ReviewStep

from .asked import ask
from .world import INSIDE, PLACES, World

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_is_enough]

EDIT, PUBLISH, MANAGE = ("submit_selected", "confirm_selected"), ("publish_selected",), ("move_selected",)
OFFERED = {
    "dpo": {*EDIT, *PUBLISH, *MANAGE},
    "silent": {*EDIT, *MANAGE},
    "editor": {*EDIT},
    "board": {*EDIT},
    "public": {*EDIT, *PUBLISH},
    "reader": set(),
    "abroad": {*EDIT, *PUBLISH, *MANAGE},
    "root": {*EDIT, *PUBLISH, *MANAGE},
}
OPERATORS = {
    "User": {"delete_selected"},
    "AccessAttempt": {"cleanup_expired_attempts", "delete_selected"},
    "AccessLog": {"delete_selected"},
    "AccessFailureLog": {"delete_selected"},
}
EDITS = {
    "dpo": {"own", "below", "beside"},
    "silent": {"own", "below", "beside"},
    "editor": {"own", "below"},
    "board": {"own", "below"},
    "public": {"own", "below"},
    "reader": set(),
    "abroad": {"abroad"},
    "root": set(PLACES),
}
PUBLISHES = EDITS | {"silent": set(), "editor": set(), "board": set()}


@pytest.mark.parametrize("who", INSIDE)
def test_actions_are_offered_to_who_may(world: World, who: str) -> None:
    request: Any = RequestFactory().get("/")
    request.user = world.user(who)
    pages = {t.__name__: page for t, page in admin.site._registry.items() if page.has_view_permission(request)}
    offered = {name: set(page.get_actions(request)) for name, page in pages.items()}
    expected = {"ProcessingActivity": OFFERED[who]} | (OPERATORS if who == "root" else {})
    assert {name: found for name, found in offered.items() if found} == {n: x for n, x in expected.items() if x}


@pytest.mark.parametrize("who", INSIDE)
@pytest.mark.parametrize(
    ("action", "reach"), [("submit_selected", EDITS), ("confirm_selected", EDITS), ("publish_selected", PUBLISHES)]
)
def test_an_action_reaches_what_one_may_and_no_more(
    world: World, who: str, action: str, reach: dict[str, set[str]]
) -> None:
    places = {str(a.key): place for place, a in world.objects["processingactivity"].items()}
    rows: list[Any] = list(ProcessingActivity.objects.filter(key__in=places))
    if action != "confirm_selected":
        for row in rows:
            row.summary = "Ny sammanfattning"
            row.save()
    before = done()
    chosen = {"action": action, "apply": "1", "reason": "Prov", "comment": "", "_selected_action": [r.pk for r in rows]}
    seen = {f"revision-{r.pk}": r.revision for r in ProcessingActivity.objects.filter(key__in=places)}
    ask(world.user(who), "/admin/ropa/processingactivity/", chosen | seen)
    assert {places[str(key)] for key, *_ in done() - before} == reach[who]


def done() -> set[tuple[Any, ...]]:
    """Return what is in the ledger and among the steps: key of the activity first."""
    return {*Publication.objects.values_list("activity", "pk")} | {
        *ReviewStep.objects.values_list("activity__key", "pk", "kind")
    }
