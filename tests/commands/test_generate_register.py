"""generate_register: the same for the same number and seed, complete, and saved like anything else."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.management.base import CommandError

from ropa import drafts, models, publishing, registers
from ropa.management.generated import activities
from ropa.rules import check_all

Run = Callable[..., str]


def test_same_seed_same_activities_and_longer_begins_with_shorter() -> None:
    assert list(activities(40, 5)) == list(activities(60, 5))[:40]
    assert next(activities(1, 5)) != next(activities(1, 6))


def test_keys_and_addresses_are_never_shared() -> None:
    made = [a for seed in (1, 2) for a in activities(150, seed)]
    keys = [key for a in made for key in a.row_keys()]
    assert len(set(keys)) == len(keys)
    assert len({a.slug for a in made}) == len(made)


def test_every_list_that_article_30_asks_for_is_filled() -> None:
    lists = ("purposes", "legal_bases", "data_subjects", "personal_data", "recipients", "retention_rules", "carriers")
    assert [[n for n in lists if not getattr(a, n)] for a in activities(120, 1)] == [[]] * 120


@pytest.mark.django_db
def test_it_saves_and_publishes_and_a_second_run_changes_nothing(run: Run) -> None:
    assert run("generate_register", "--activities", 3, "--seed", 9, "--publish") == "3 activities, published\n"
    assert len(publishing.current()) == 3
    assert [drafts.load(row).slug for row in models.ProcessingActivity.objects.order_by("pk")] == [
        "gen-9-1", "gen-9-2", "gen-9-3",
    ]  # fmt: skip
    run("generate_register", "--activities", 3, "--seed", 9, "--publish")
    assert models.Publication.objects.count() == 3


@pytest.mark.django_db
def test_most_of_it_is_sound_and_some_is_not(run: Run) -> None:
    run("generate_register", "--activities", 40)
    found = check_all(registers.of_drafts().activities, date(2026, 11, 21), changed=registers.changes_after_review())
    lacking = {x.activity.key for x in found}
    assert 2 <= len(lacking) <= 12


def test_nothing_is_no_number(run: Run) -> None:
    with pytest.raises(CommandError, match="1 or more"):
        run("generate_register", "--activities", 0)
